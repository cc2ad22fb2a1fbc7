/* fact.c - choices of facts about a school's year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

/* domain.md 2, "Facts per school and academic year". */
static const struct choice facts[] = {
	{ .word = "leader hours", .label = "Careers leader's hours a week",
	  .also = "hours,hours a week" },
	{ .word = "budget", .label = "Careers budget" },
	{ .word = "development plan", .label = "In the development plan" },
	{ .word = "staff briefing", .label = "Staff briefing" },
	{ .word = "programme page", .label = "Careers programme page",
	  .also = "website" },
	{ .word = "provider policy page", .label = "Provider policy page",
	  .also = "policy,policy page,policy statement" },
	{ .word = "quality standard",
	  .label = "Quality in Careers Standard",
	  .also = "quality in careers standard,qics" },
	{ 0 }
};

const char *const lasting_facts[] = { "leader hours", "budget",
    "programme page", "provider policy page", "quality standard", NULL };

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/fact.def"
};

static enum status
fact_check(const struct row *r, struct err *e)
{
	return check_day(r, F_fact_checked, e);
}

const struct entity fact_entity = {
	.no = ENT_fact, .id = "fact", .title = "Fact",
	.plural = "Facts", .ids = "facts",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_fact_checked,
	.empty = "No facts yet. n makes one.",
	.check = fact_check,
};
