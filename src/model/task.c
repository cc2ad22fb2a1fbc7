/* task.c - choices, sets and rules of tasks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

static const struct choice task_statuses[] = {
	{ .word = "open", .label = "Open", .also = "to do,todo" },
	{ .word = "waiting", .label = "Waiting" },
	{ .word = "done", .label = "Done", .also = "closed" },
	{ .word = "dropped", .label = "Dropped", .also = "cancelled" },
	{ 0 }
};

const struct choice task_repeats[] = {
	{ .word = "daily", .label = "Every working day" },
	{ .word = "weekly", .label = "Every week" },
	{ .word = "fortnightly", .label = "Every two weeks" },
	{ .word = "monthly", .label = "Every month" },
	{ .word = "termly", .label = "Every term" },
	{ .word = "yearly", .label = "Every year", .also = "annually" },
	{ 0 }
};

static const struct setdef task_benchmarks_set = {
	.table = "task_benchmark", .shape = SET_INTS, .nkeys = 1, .ncols = 1,
	.prefix = "bm",
	.cols = (const struct field[]){
		{ .id = "benchmark", .type = FT_INT, .label = "Benchmark",
		  .lo = 1, .hi = 8, .help = "A benchmark, 1 to 8." },
	},
};

static const struct setdef task_employers_set = {
	.table = "task_employer", .shape = SET_REFS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "employer", .type = FT_REF, .label = "Employer",
		  .ref = "employer", .help = "An employer it needs." },
	},
};

static const struct setdef task_encounters_set = {
	.table = "task_encounter", .shape = SET_REFS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "encounter", .type = FT_REF, .label = "Encounter",
		  .ref = "encounter",
		  .help = "An encounter by which it is done." },
	},
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/task.def"
};

static bool
typed(const struct row *old, const struct row *r, int f)
{
	return !row_is_empty(r, f) && (old == NULL || !row_same(old, r, f));
}

static bool
status_stays(const struct row *old, const struct row *r)
{
	return old == NULL || row_same(old, r, F_task_status);
}

/* Who says what it waits for makes it wait; open again, it waits no more. */
static void
derive_waiting(const struct row *old, struct row *r)
{
	if (status_stays(old, r) && row_is(r, F_task_status, "open") &&
	    (typed(old, r, F_task_waiting_for) ||
	    typed(old, r, F_task_expected)))
		row_set(r, F_task_status, "waiting");
	if (old == NULL || !row_is(old, F_task_status, "waiting"))
		return;
	if (status_stays(old, r) && row_is_empty(r, F_task_waiting_for) &&
	    !row_same(old, r, F_task_waiting_for))
		row_set(r, F_task_status, "open");
	if (!row_is(r, F_task_status, "open"))
		return;
	if (row_same(old, r, F_task_waiting_for))
		row_set(r, F_task_waiting_for, "");
	if (row_same(old, r, F_task_expected))
		row_set(r, F_task_expected, "");
}

/* Put on another day, or to another rhythm, it is counted from there. */
static void
derive_meant(const struct row *old, struct row *r)
{
	if (old != NULL && row_same(old, r, F_task_meant) &&
	    (!row_same(old, r, F_task_due) ||
	    !row_same(old, r, F_task_repeat)))
		row_set(r, F_task_meant, "");
}

static void
task_derive(const struct row *old, struct row *r, int today)
{
	bool was = old != NULL && row_is(old, F_task_status, "done");
	char day[11];

	derive_waiting(old, r);
	derive_meant(old, r);
	if (status_stays(old, r) && typed(old, r, F_task_done) &&
	    str_in(row_get(r, F_task_status), "open waiting"))
		row_set(r, F_task_status, "done");
	day_iso(today, day);
	if (!was && row_is(r, F_task_status, "done") &&
	    row_is_empty(r, F_task_done))
		row_set(r, F_task_done, day);
	if (was && !row_is(r, F_task_status, "done"))
		row_set(r, F_task_done, "");
	if (old != NULL && row_is_empty(r, F_task_plan) &&
	    !row_is_empty(old, F_task_plan))
		row_set(r, F_task_number, "");
}

static enum status
task_check(const struct row *r, struct err *e)
{
	static const int days[] = { F_task_due, F_task_expected, F_task_done };
	enum status st = ST_OK;

	for (size_t i = 0; i < COUNT_OF(days) && st == ST_OK; i++)
		st = check_day(r, days[i], e);
	if (st == ST_OK && !row_is_empty(r, F_task_number) &&
	    row_is_empty(r, F_task_plan))
		st = field_refuse(e, "number", "only an action of a careers "
		    "plan has a number: give its plan too");
	return st;
}

const struct entity task_entity = {
	.no = ENT_task, .id = "task", .title = "Task",
	.plural = "Tasks", .ids = "tasks", .go = 'w',
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_task_due,
	.begin = "is:open", .mine = true, .soonest = true,
	.empty = "No tasks yet. n makes one; l takes \"todo send toolkit "
	    "fri\".",
	.derive = task_derive,
	.check = task_check,
};
