/* approach.c - choices and rules of approaches.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct choice approach_statuses[] = {
	{ .word = "asked", .label = "Asked" },
	{ .word = "agreed", .label = "Agreed" },
	{ .word = "said no", .label = "Said no", .also = "no,refused" },
	{ .word = "no answer", .label = "No answer" },
	{ .word = "became encounter", .label = "Became an encounter",
	  .also = "encounter,done" },
	{ 0 }
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/approach.def"
};

static enum status
approach_check(const struct row *r, struct err *e)
{
	return check_day(r, F_approach_date, e);
}

const struct entity approach_entity = {
	.no = ENT_approach, .id = "approach", .title = "Approach",
	.plural = "Approaches", .ids = "approaches",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_approach_date,
	.empty = "Nobody has been asked yet. n notes whom you ask.",
	.check = approach_check,
};
