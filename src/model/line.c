/* line.c - the lines of a claim.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/line.def"
};

const struct entity line_entity = {
	.no = ENT_line, .id = "line", .title = "Claim line",
	.plural = "Claim lines", .ids = "lines",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = -1,
	.empty = "No lines yet. n adds what was delivered.",
};
