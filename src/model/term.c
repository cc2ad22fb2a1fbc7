/* term.c - choices and rules of term dates.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

const struct choice term_kinds[] = {
	{ .word = "term", .label = "Term" },
	{ .word = "half term", .label = "Half term", .also = "half-term" },
	{ .word = "holiday", .label = "Holiday", .also = "school holiday" },
	{ .word = "bank holiday", .label = "Bank holiday" },
	{ .word = "inset day", .label = "INSET day", .also = "inset" },
	{ 0 }
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/term.def"
};

static enum status
term_check(const struct row *r, struct err *e)
{
	if (!row_is_empty(r, F_term_la) && !row_is_empty(r, F_term_school))
		return field_refuse(e, "school", "it is for an authority or"
		    " for one school, not both: empty one of them");
	return check_order(r, F_term_from, F_term_to, e);
}

const struct entity term_entity = {
	.no = ENT_term, .id = "term", .title = "Term date",
	.plural = "Term dates", .ids = "terms",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_term_from,
	.empty = "No term dates yet: the usual ones are taken. n adds one.",
	.check = term_check,
};
