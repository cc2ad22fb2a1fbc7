/* network.c - rules of networks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct setdef network_also_set = {
	.table = "network_also", .shape = SET_WORDS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "name", .type = FT_TEXT, .label = "Name",
		  .help = "Another or former name." },
	},
};

static const struct setdef network_area_set = {
	.table = "network_area", .shape = SET_WORDS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "authority", .type = FT_TEXT, .label = "Authority",
		  .max = 100, .help = "An authority it works in." },
	},
};

static const struct setdef network_partners_set = {
	.table = "network_partner", .shape = SET_REFS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "partner", .type = FT_REF, .label = "Partner",
		  .ref = "partner", .help = "A partner in the network." },
	},
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/network.def"
};

static enum status
network_check(const struct row *r, struct err *e)
{
	return check_order(r, F_network_from, F_network_to, e);
}

const struct entity network_entity = {
	.no = ENT_network, .id = "network", .title = "Network",
	.plural = "Networks", .ids = "networks",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_network_from,
	.empty = "No networks yet. n makes one.",
	.check = network_check,
};
