/* case.c - choices, sets and rules of cases.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct choice case_types[] = {
	{ .word = "support request", .label = "Support request",
	  .also = "support" },
	{ .word = "benchmark plan", .label = "Benchmark plan" },
	{ .word = "volunteer match", .label = "Volunteer match",
	  .also = "match" },
	{ .word = "work experience problem",
	  .label = "Work experience problem", .also = "work experience" },
	{ .word = "send", .label = "SEND" },
	{ .word = "inspection", .label = "Inspection", .also = "ofsted" },
	{ .word = "closure or conversion",
	  .label = "Closure or conversion", .also = "closure,conversion" },
	{ .word = "other", .label = "Other" },
	{ 0 }
};

static const struct choice case_statuses[] = {
	{ .word = "open", .label = "Open", .also = "new" },
	{ .word = "in progress", .label = "In progress",
	  .also = "under way" },
	{ .word = "waiting", .label = "Waiting" },
	{ .word = "closed", .label = "Closed", .also = "done" },
	{ 0 }
};

static const struct choice case_priorities[] = {
	{ .word = "low", .label = "Low" },
	{ .word = "normal", .label = "Normal" },
	{ .word = "high", .label = "High" },
	{ .word = "urgent", .label = "Urgent" },
	{ 0 }
};

static const struct setdef case_linked_set = {
	.table = "case_linked", .shape = SET_REFS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "linked", .type = FT_REF, .label = "Case",
		  .ref = "case", .help = "A case that belongs to it." },
	},
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/case.def"
};

/* Closed on a day, and for a reason that speaks of this status. */
static void
case_derive(const struct row *old, struct row *r, int today)
{
	bool was = old != NULL && row_is(old, F_case_status, "closed");
	bool is = row_is(r, F_case_status, "closed");
	char day[11];

	day_iso(today, day);
	if (is && !was && row_is_empty(r, F_case_closed))
		row_set(r, F_case_closed, day);
	if (was && !is)
		row_set(r, F_case_closed, "");
	if (old != NULL && !row_same(old, r, F_case_status) &&
	    row_same(old, r, F_case_reason))
		row_set(r, F_case_reason, "");
}

static bool
names_itself(const struct row *r)
{
	const struct set *linked = row_members(r, F_case_linked);

	for (size_t i = 0; i < linked->n; i++)
		if (r->id != 0 && member_ref(&linked->m[i], 0) == r->id)
			return true;
	return false;
}

static enum status
case_check(const struct row *r, struct err *e)
{
	enum status st = check_order(r, F_case_opened, F_case_closed, e);

	if (st == ST_OK)
		st = check_day(r, F_case_due, e);
	if (st == ST_OK && row_is(r, F_case_status, "closed") &&
	    row_is_empty(r, F_case_reason))
		st = field_refuse(e, "reason", "a case is closed with a "
		    "reason: say what came of it");
	if (st == ST_OK && names_itself(r))
		st = field_refuse(e, "linked", "a case is not linked to itself:"
		    " name another one");
	return st;
}

const struct entity case_entity = {
	.no = ENT_case, .id = "case", .table = "case_file", .title = "Case",
	.plural = "Cases", .ids = "cases", .go = 'f',
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_case_opened,
	.begin = "is:open",
	.empty = "No cases yet. n opens one.",
	/* domain.md 10 */
	.says = "No concern about a child is kept here. Tell the school's "
	    "designated safeguarding lead at once.",
	.derive = case_derive,
	.check = case_check,
};
