/* test_board_said.c - what a board says of what is missing, of whom, in sum. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "app/options.h"
#include "base/buf.h"
#include "tests/app/board_on.h"

static void
marks_say_what_is_missing(void **state)
{
	struct list_page page = { 0 };
	struct on o;
	struct lister l;
	struct err e = { 0 };
	struct app app;

	(void)state;
	world_open(&app);
	o = (struct on){ .app = &app, .kind = &board_kind };
	o.school = world_add(&app, "school", "urn=900001",
	    "name=Northgate School", "low_age=11", "high_age=13", NULL);
	must(lister_open(&l, &app, entity_find("school"), "", &e), &e);
	must(board_order(&l, o.kind, &e), &e);
	must(lister_page(&l, NULL, true, 10, &page, &e), &e);
	must(board_cells(&app, o.kind, &page.row[0], app.today, &o.cell, &e),
	    &e);
	assert_string_equal(cell(&o, "stage")->text, "-");
	assert_string_equal(cell(&o, "bm")->text, "?");
	assert_null(cell(&o, "bm")->ent);
	assert_string_equal(cell(&o, "leader")->text, "-");
	assert_string_equal(cell(&o, "encounter")->text, "-");
	assert_string_equal(cell(&o, "next")->text, "-");
	assert_string_equal(cell(&o, "visited")->text, "-");
	assert_null(cell(&o, "visited")->ent);
	assert_string_equal(cell(&o, "todo")->text, "0");
	assert_string_equal(cell(&o, "toclose")->text, "0");
	assert_string_equal(cell(&o, "coordinators")->text, "-");
	board_cells_free(o.kind, o.cell);
	world_add(&app, "contact", "name=Ms G Bell", NULL);
	world_add(&app, "role", "contact=Ms G Bell",
	    "organisation=school/900001", "role=careers leader",
	    "training=booked", NULL);
	world_add(&app, "assessment", "school=900001", "date=2026-07-31",
	    "source=compass", "bm1=100", "bm3=99", NULL);
	world_add(&app, "encounter", "schools=900001", "type=talk",
	    "date=2026-11-20", "status=delivered", NULL);
	world_add(&app, "encounter", "schools=900001", "type=talk",
	    "date=2027-10-02", NULL);
	must(lister_page(&l, NULL, true, 10, &page, &e), &e);
	must(board_cells(&app, o.kind, &page.row[0], app.today, &o.cell, &e),
	    &e);
	assert_string_equal(cell(&o, "bm")->text, "1/8");
	assert_string_equal(cell(&o, "leader")->text, "!");
	assert_string_equal(cell(&o, "encounter")->text, "today");
	assert_string_equal(cell(&o, "next")->text, "Oct 27");
	board_cells_free(o.kind, o.cell);
	list_clear(&page);
	lister_close(&l);
	world_close(&app);
}

static void
mine_else_all_that_have_a_stage(void **state)
{
	struct err e = { 0 };
	const char *name;
	char *filter;
	struct app app;

	(void)state;
	world_open(&app);
	world_add(&app, "school", "urn=900001", "name=Northgate School", NULL);
	must(board_default(&app, app.today, &filter, &name, &e), &e);
	assert_string_equal(filter, "status:open*");
	assert_string_equal(name, "all: none has a stage");
	free(filter);
	world_add(&app, "membership", "school=900001", "stage=matched",
	    "from=2024-10-01", NULL);
	must(board_default(&app, app.today, &filter, &name, &e), &e);
	assert_string_equal(filter, "-stage: status:open*");
	free(filter);
	world_add(&app, "coordinator", "school=900001", "user=tester",
	    "from=2026-09-01", NULL);
	must(board_default(&app, app.today, &filter, &name, &e), &e);
	assert_string_equal(filter, "mine status:open*");
	assert_string_equal(name, "mine");
	free(filter);
	must(board_default(&app, year_as_at(2025, app.today), &filter, &name, &e),
	    &e);
	assert_string_equal(filter, "-stage: status:open*");
	free(filter);
	world_close(&app);
}

static void
sum_is(struct app *app, const char *filter, const char *want)
{
	struct board_sum sum;
	struct lister l;
	struct err e = { 0 };
	struct buf b;

	must(lister_open(&l, app, entity_find("school"), filter, &e), &e);
	must(board_sum(app, &l.spec, app->today, &sum, &e), &e);
	buf_init(&b, BUF_LINE);
	board_sum_said(app, &sum, &b);
	assert_string_equal(b.p, want);
	buf_clear(&b);
	lister_close(&l);
}

static void
the_sum_counts_official_results_alone(void **state)
{
	struct err e = { 0 };
	struct app app;

	(void)state;
	world_open(&app);
	world_add(&app, "school", "urn=900001", "name=Northgate School", NULL);
	world_add(&app, "school", "urn=900002", "name=Harbour UTC", NULL);
	world_add(&app, "school", "urn=900003", "name=Eastfield", NULL);
	sum_is(&app, "", "No official result of these schools.");
	world_add(&app, "assessment", "school=900001", "date=2025-07-31",
	    "source=compass", "bm1=100", "bm2=100", "bm8=100", NULL);
	world_add(&app, "assessment", "school=900001", "date=2026-07-31",
	    "source=compass", "bm1=100", "bm2=99", "bm3=75", NULL);
	world_add(&app, "assessment", "school=900002", "date=2026-07-31",
	    "source=compass", "bm1=100", "bm4=100", NULL);
	world_add(&app, "assessment", "school=900003", "date=2026-07-31",
	    "source=self-assessment", "bm1=100", "bm5=100", NULL);
	sum_is(&app, "", "schools at 100 %: BM1 2  2 0  3 0  4 1  5 0  6 0  "
	    "7 0  8 0 of 2, avg 1.5");
	sum_is(&app, "northgate", "schools at 100 %: BM1 1  2 0  3 0  4 0  "
	    "5 0  6 0  7 0  8 0 of 1, avg 1.0");
	/* England's figures beside results of one framework alone. */
	world_add(&app, "school", "urn=900004", "name=Cranmere", NULL);
	world_add(&app, "assessment", "school=900004", "date=2025-07-31",
	    "framework=G2014", "source=compass", "bm1=100", NULL);
	sum_is(&app, "cranmere", "schools at 100 %: BM1 1  2 0  3 0  4 0  "
	    "5 0  6 0  7 0  8 0 of 1, avg 1.0, England 2024/25 5.96");
	world_add(&app, "school", "urn=900005", "name=Cranmere High", NULL);
	world_add(&app, "assessment", "school=900005", "date=2026-07-31",
	    "framework=G2024", "source=compass", "bm1=100", NULL);
	sum_is(&app, "cranmere", "schools at 100 %: BM1 2  2 0  3 0  4 0  "
	    "5 0  6 0  7 0  8 0 of 2, avg 1.0");
	sum_is(&app, "cranmere high", "schools at 100 %: BM1 1  2 0  3 0  4 0"
	    "  5 0  6 0  7 0  8 0 of 1, avg 1.0");
	must(option_set(app.opt, OPT_PASS_MARK, "75", &e), &e);
	sum_is(&app, "northgate", "schools at 75 %: BM1 1  2 1  3 1  4 0  "
	    "5 0  6 0  7 0  8 0 of 1, avg 3.0");
	world_close(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_say_what_is_missing),
		cmocka_unit_test(mine_else_all_that_have_a_stage),
		cmocka_unit_test(the_sum_counts_official_results_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
