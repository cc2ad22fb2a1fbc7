/* succession.c - choices and rules of successions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

const struct choice succession_kinds[] = {
	{ .word = "converted", .label = "Converted",
	  .also = "conversion,academy" },
	{ .word = "merged", .label = "Merged", .also = "merger" },
	{ .word = "split", .label = "Split" },
	{ .word = "same", .label = "Same", .also = "renumbered" },
	{ 0 }
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/succession.def"
};

static enum status
succession_check(const struct row *r, struct err *e)
{
	if (row_ref(r, F_succession_old) != 0 &&
	    row_ref(r, F_succession_old) == row_ref(r, F_succession_new))
		return field_refuse(e, "new", "a school does not succeed "
		    "itself");
	return check_day(r, F_succession_date, e);
}

const struct entity succession_entity = {
	.no = ENT_succession, .id = "succession", .title = "Succession",
	.plural = "Successions", .ids = "successions",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_succession_date,
	.empty = "No successions yet: caseload succeed makes one, with all that goes on. n notes one.",
	.check = succession_check,
};
