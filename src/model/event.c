/* event.c - choices, sets and rules of events.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct choice event_kinds[] = {
	{ .word = "exams", .label = "Exams", .also = "mocks,exam" },
	{ .word = "open evening", .label = "Open evening",
	  .also = "open day" },
	{ .word = "parents' evening", .label = "Parents' evening",
	  .also = "parents evening" },
	{ .word = "school trip", .label = "School trip", .also = "trip" },
	{ .word = "borough event", .label = "Borough event",
	  .also = "borough" },
	{ .word = "meeting", .label = "Meeting" },
	{ .word = "other", .label = "Other" },
	{ 0 }
};

static const struct setdef event_schools_set = {
	.table = "event_school", .shape = SET_REFS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "school", .type = FT_REF, .label = "School",
		  .ref = "school", .help = "Whose it is." },
	},
};

static const struct setdef event_groups_set = {
	.table = "event_group", .shape = SET_WORDS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "group", .col = "grp", .type = FT_CHOICE,
		  .label = "Year group", .choices = year_groups,
		  .help = "A year group it takes." },
	},
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/event.def"
};

static enum status
event_check(const struct row *r, struct err *e)
{
	return check_order(r, F_event_date, F_event_end, e);
}

const struct entity event_entity = {
	.no = ENT_event, .id = "event", .title = "Event",
	.plural = "Events", .ids = "events",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_event_date,
	.empty = "No events yet. n makes one: mocks, an open evening, a "
	    "borough's show.",
	.check = event_check,
};
