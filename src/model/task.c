/* task.c - choices, sets and rules of tasks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
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
	.empty = "No tasks yet. n makes one; l takes \"todo send toolkit "
	    "fri\".",
	.check = task_check,
};
