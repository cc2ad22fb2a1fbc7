/* funding.c - rules of the funding of clusters.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/funding.def"
};

static enum status
funding_check(const struct row *r, struct err *e)
{
	return check_order(r, F_funding_from, F_funding_to, e);
}

const struct entity funding_entity = {
	.no = ENT_funding, .id = "funding", .title = "Funding",
	.plural = "Funding", .ids = "fundings",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_funding_from,
	.empty = "No funding yet. n makes one.",
	.check = funding_check,
};
