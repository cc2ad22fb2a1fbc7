/* match.c - choices and rules of matches.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct choice match_statuses[] = {
	{ .word = "proposed", .label = "Proposed" },
	{ .word = "introduced", .label = "Introduced" },
	{ .word = "met", .label = "Met" },
	{ .word = "working", .label = "Working" },
	{ .word = "paused", .label = "Paused" },
	{ .word = "ended", .label = "Ended", .also = "closed" },
	{ 0 }
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/match.def"
};

/* Ended, it has a last day; with a last day that has passed, it has ended. */
static void
match_derive(const struct row *old, struct row *r, int today)
{
	char day[11];

	day_iso(today, day);
	if (row_is(r, F_match_status, "ended")) {
		if (row_is_empty(r, F_match_to))
			row_set(r, F_match_to, day);
	} else if (old != NULL && row_is(old, F_match_status, "ended") &&
	    row_same(old, r, F_match_to)) {
		row_set(r, F_match_to, "");
	} else if ((old == NULL || !row_same(old, r, F_match_to)) &&
	    row_day(r, F_match_to) != DAY_NONE &&
	    row_day(r, F_match_to) < today) {
		row_set(r, F_match_status, "ended");
	}
}

static enum status
match_check(const struct row *r, struct err *e)
{
	return check_order(r, F_match_from, F_match_to, e);
}

const struct entity match_entity = {
	.no = ENT_match, .id = "match", .title = "Match",
	.plural = "Matches", .ids = "matches",
	.table = "volunteer_match",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_match_from,
	.empty = "No matches yet. n makes one.",
	.derive = match_derive, .check = match_check,
};
