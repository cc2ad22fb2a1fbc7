/* placement.c - choices and rules of placements.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/encounter.h"
#include "model/fields.h"
#include "model/tables.h"

static const struct choice placement_kinds[] = {
	{ .word = "work experience", .label = "Work experience", .also = "wex" },
	{ .word = "t level placement", .label = "T Level placement",
	  .also = "t level" },
	{ .word = "supported internship", .label = "Supported internship",
	  .also = "internship" },
	{ .word = "extended placement", .label = "Extended placement" },
	{ .word = "job shadowing", .label = "Job shadowing", .also = "shadowing" },
	{ 0 }
};

static const struct choice placement_statuses[] = {
	{ .word = "planned", .label = "Planned" },
	{ .word = "confirmed", .label = "Confirmed" },
	{ .word = "under way", .label = "Under way", .also = "running" },
	{ .word = "finished", .label = "Finished", .also = "done,delivered" },
	{ .word = "cancelled", .label = "Cancelled", .also = "canceled" },
	{ 0 }
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/placement.def"
};

static enum status
placement_check(const struct row *r, struct err *e)
{
	static const int days[] = { F_placement_liability,
	    F_placement_public_liability, F_placement_risk, F_placement_safety,
	    F_placement_mid_visit, F_placement_dbs_date };
	enum status st = check_order(r, F_placement_from, F_placement_to, e);

	for (size_t i = 0; i < COUNT_OF(days) && st == ST_OK; i++)
		st = check_day(r, days[i], e);
	if (st == ST_OK && !row_is_empty(r, F_placement_places) &&
	    row_int(r, F_placement_filled, 0) >
	    row_int(r, F_placement_places, 0))
		st = field_refuse(e, "filled", "%s are more than the %s "
		    "places there are", row_get(r, F_placement_filled),
		    row_get(r, F_placement_places));
	return st;
}

const struct entity placement_entity = {
	.no = ENT_placement, .id = "placement", .title = "Placement",
	.plural = "Placements", .ids = "placements",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_placement_from,
	.says = "No pupil is named. Status and date of a DBS check only.",
	.empty = "No placements yet. n makes one.",
	.check = placement_check,
};
