/* target.c - choices, sets and rules of targets.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
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

static const struct setdef target_readings_set = {
	.table = "target_reading", .shape = SET_MAP, .nkeys = 1, .ncols = 2,
	.cols = (const struct field[]){
		{ .id = "date", .type = FT_DATE, .label = "Day",
		  .help = "Day of a figure." },
		{ .id = "value", .type = FT_NUM, .label = "Figure",
		  .hi = 1000000000, .help = "The figure." },
	},
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/target.def"
};

/* What is typed in is kept with its day, for the trend. */
static void
target_derive(const struct row *old, struct row *r, int today)
{
	const struct setdef *def = fields[F_target_readings].set;
	const char *v[2];
	char day[11];

	if (row_is_empty(r, F_target_actual) ||
	    (old != NULL && row_same(old, r, F_target_actual) &&
	    row_same(old, r, F_target_actual_on)))
		return;
	day_iso(today, day);
	if (row_is_empty(r, F_target_actual_on) || (old != NULL &&
	    row_same(old, r, F_target_actual_on)))
		row_set(r, F_target_actual_on, day);
	v[0] = row_get(r, F_target_actual_on);
	v[1] = row_get(r, F_target_actual);
	set_put(row_members(r, F_target_readings), def, v);
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
