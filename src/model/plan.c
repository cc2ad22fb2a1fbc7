/* plan.c - choices and rules of careers plans.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct choice plan_statuses[] = {
	{ .word = "draft", .label = "Draft" },
	{ .word = "agreed", .label = "Agreed" },
	{ .word = "under way", .label = "Under way",
	  .also = "underway,in progress" },
	{ .word = "finished", .label = "Finished", .also = "done,closed" },
	{ 0 }
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/plan.def"
};

static enum status
plan_check(const struct row *r, struct err *e)
{
	enum status st = check_day(r, F_plan_agreed, e);

	return st != ST_OK ? st : check_day(r, F_plan_review, e);
}

const struct entity plan_entity = {
	.no = ENT_plan, .id = "plan", .title = "Careers plan",
	.plural = "Careers plans", .ids = "plans",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = -1,
	.empty = "No careers plans yet. n makes one.",
	.check = plan_check,
};
