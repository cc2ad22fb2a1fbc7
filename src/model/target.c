/* target.c - choices, sets and rules of targets.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

const struct choice measures[] = {
	{ .word = "typed in", .label = "Typed in", .also = "typed" },
	{ .word = "schools in network", .label = "Schools in the network",
	  .also = "schools" },
	{ .word = "share in network", .label = "Share of eligible schools in it" },
	{ .word = "schools matched", .label = "Schools with an Enterprise Adviser" },
	{ .word = "share matched", .label = "Share of schools matched" },
	{ .word = "volunteers", .label = "Volunteers" },
	{ .word = "benchmarks", .label = "Average benchmarks achieved" },
	{ .word = "leaders trained", .label = "Careers leaders trained" },
	{ .word = "governors named", .label = "Link governors named" },
	{ .word = "cornerstone employers", .label = "Cornerstone employers" },
	{ .word = "encounters", .label = "Encounters delivered" },
	{ .word = "pupils", .label = "Pupils in encounters" },
	{ 0 }
};

/* In the order of enum goal_course, without its first. */
const struct choice goal_courses[] = {
	{ .word = "reached", .label = "Reached" },
	{ .word = "on course", .label = "On course" },
	{ .word = "behind", .label = "Behind" },
	{ 0 }
};

static const struct setdef target_readings_set = {
	.table = "target_reading", .shape = SET_WORDS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "reading", .type = FT_TEXT, .label = "Reading",
		  .max = 40, .help = "A day and its figure: 2026-10-31 412." },
	},
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/target.def"
};

/* What is typed in is kept with its day, the last of a day alone. */
static void
keep_reading(struct row *r)
{
	const struct setdef *def = fields[F_target_readings].set;
	const struct set *had = row_members(r, F_target_readings);
	const char *day = row_get(r, F_target_actual_on);
	const char *v[1];
	char text[48];

	for (size_t i = had->n; i-- > 0;)
		if (str_starts(had->m[i].v[0], day))
			set_drop(row_members(r, F_target_readings), def,
			    (const char *const[]){ had->m[i].v[0] });
	(void)snprintf(text, sizeof text, "%s %s", day,
	    row_get(r, F_target_actual));
	v[0] = text;
	set_put(row_members(r, F_target_readings), def, v);
}

static void
target_derive(const struct row *old, struct row *r, int today)
{
	bool same_day = old != NULL && row_same(old, r, F_target_actual_on);
	char day[11];

	if (row_is_empty(r, F_target_actual) ||
	    (same_day && row_same(old, r, F_target_actual)))
		return;
	day_iso(today, day);
	if (row_is_empty(r, F_target_actual_on) || same_day)
		row_set(r, F_target_actual_on, day);
	keep_reading(r);
}

static enum status
target_check(const struct row *r, struct err *e)
{
	enum status st = check_day(r, F_target_actual_on, e);

	return st != ST_OK ? st :
	    check_order(r, F_target_from, F_target_by, e);
}

const struct entity target_entity = {
	.no = ENT_target, .id = "target", .title = "Target",
	.plural = "Targets", .ids = "targets",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_target_by,
	.empty = "No targets yet. n makes one.",
	.derive = target_derive, .check = target_check,
};
