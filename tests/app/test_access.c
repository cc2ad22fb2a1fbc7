/* test_access.c - provider access of the demonstration's schools: lists, board
 * and lines say the same, and figures open what they count. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/access.h"
#include "app/board.h"
#include "app/demo.h"
#include "app/record.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "tests/app/world.h"

static int64_t
count(struct app *app, const char *entity, const char *filter)
{
	struct lister l;
	struct err e = { 0 };
	int64_t n;

	must(lister_open(&l, app, entity_find(entity), filter, &e), &e);
	must(lister_count(&l, 100000, &n, &e), &e);
	lister_close(&l);
	return n;
}

struct seen {
	struct app	*app;
	int64_t		 state[ACCESS_TWO + 1], standing[STANDING_MAX];
	int64_t		 cohorts, meetings;
};

static enum status
look(void *arg, int64_t id, struct err *e)
{
	struct seen *seen = arg;
	struct access_one a;
	struct row *school;
	int n, due;
	enum access_standing st;
	char iso[11];

	must(record_load(seen->app, entity_find("school"), id, &school, e), e);
	must(access_one(seen->app, id, seen->app->today, &a, e), e);
	st = access_standing(&a.all, seen->app->today, &n, &due);
	seen->standing[st]++;
	assert_string_equal(row_get(school, F_school_access),
	    access_standings[st].word);
	day_iso(due, iso);
	assert_string_equal(row_get(school, F_school_access_due), iso);
	for (size_t i = 0; i < a.all.n; i++) {
		const struct access_phase *p = &a.all.v[i];
		struct buf filter;

		seen->state[p->state]++;
		seen->cohorts++;
		seen->meetings += (int64_t)p->counted;
		buf_init(&filter, BUF_ROW);
		access_filter(seen->app, school, p, &filter);
		if (p->phase < 3 && count(seen->app, "encounter", filter.p) !=
		    (int64_t)p->counted)
			fail_msg("%zu meetings of Y%d count, and another "
			    "number fits %s", p->counted, p->group, filter.p);
		buf_clear(&filter);
		assert_ptr_equal(access_group(&a, p->group), p);
	}
	access_one_clear(&a);
	row_free(school);
	return ST_OK;
}

static void
every_way_to_ask_says_the_same(void **state)
{
	struct demo_opts opts = { .seed = 1 };
	struct seen seen = { 0 };
	struct access_lines ls;
	struct lister l;
	struct err e = { 0 };
	struct app app;

	(void)state;
	world_open(&app);
	must(demo_fill(&app, &opts, &e), &e);
	seen.app = &app;
	must(lister_open(&l, &app, entity_find("school"), "", &e), &e);
	must(lister_each(&l, look, &seen, &e), &e);
	must(access_lines(&l, &ls, &e), &e);
	lister_close(&l);
	for (int i = 0; i <= ACCESS_TWO; i++)
		assert_true(seen.state[i] > 0);
	assert_true(seen.meetings > 20);
	assert_true(seen.standing[STANDING_DUE] > 0);
	assert_true(seen.standing[STANDING_LATER] > 0);
	assert_true(seen.standing[STANDING_OK] > 0);
	assert_true(seen.standing[STANDING_NOT] > 0);
	assert_int_equal(ls.cohorts, seen.cohorts);
	assert_int_equal(ls.done, seen.state[ACCESS_TWO]);
	assert_int_equal(ls.n, seen.cohorts - seen.state[ACCESS_TWO] +
	    seen.standing[STANDING_NOT] + seen.standing[STANDING_UNKNOWN]);
	for (size_t i = 1; i < ls.n && *ls.v[i].why == '\0'; i++)
		assert_true(ls.v[i - 1].p.to <= ls.v[i].p.to);
	access_lines_clear(&ls);
	for (int i = 0; i < STANDING_MAX; i++) {
		char *filter = xasprintf("access:\"%s\"",
		    access_standings[i].word);

		assert_int_equal(count(&app, "school", filter),
		    seen.standing[i]);
		free(filter);
	}
	world_close(&app);
}

/* The board's cell of the school of that name on a day. */
static char *
on_board(struct app *app, const char *name, int day)
{
	struct list_page page = { 0 };
	struct board_cell *c;
	struct lister l;
	struct err e = { 0 };
	char *text = NULL;

	must(lister_open(&l, app, entity_find("school"), name, &e), &e);
	lister_day(&l, day);
	must(board_order(&l, &board_kind, &e), &e);
	must(lister_page(&l, NULL, true, 2, &page, &e), &e);
	assert_int_equal(page.n, 1);
	must(board_cells(app, &board_kind, &page.row[0], day, &c, &e), &e);
	for (size_t i = 0; i < board_kind.ncols; i++)
		if (str_eq(board_kind.col[i].id, "access_due"))
			text = xasprintf("%s %s", c[i].text, c[i].data);
	board_cells_free(&board_kind, c);
	list_clear(&page);
	lister_close(&l);
	assert_non_null(text);
	return text;
}

static void
is_on_board(struct app *app, const char *name, const char *day,
    const char *want)
{
	char *text = on_board(app, name, day_from_iso(day));

	assert_string_equal(text, want);
	free(text);
}

static void
the_board_marks_each(void **state)
{
	struct app app;

	(void)state;
	world_open(&app);
	world_add(&app, "school", "urn=900001", "name=Otter Hall",
	    "type_code=1", "low_age=14", "high_age=16", NULL);
	world_add(&app, "school", "urn=900002", "name=Tern College",
	    "type_code=18", "low_age=16", "high_age=99", NULL);
	world_add(&app, "school", "urn=900003", "name=Plover Place", NULL);
	world_add(&app, "roll", "school=school/900001", "year=2026/27",
	    "group=y10", "pupils=30", NULL);
	world_add(&app, "roll", "school=school/900001", "year=2026/27",
	    "group=y11", "pupils=30", NULL);
	world_add(&app, "partner", "name=Quay College", NULL);
	world_add(&app, "partner", "name=Mast Apprentices", NULL);
	is_on_board(&app, "otter", "2026-11-20", "1 2027-02-28");
	is_on_board(&app, "otter", "2027-03-01", "! 2028-02-28");
	is_on_board(&app, "tern", "2026-11-20", ". ");
	is_on_board(&app, "plover", "2026-11-20", "? ");
#define MET(day, group, who) world_add(&app, "encounter", \
	"schools=school/900001", "type=provider assembly", "date=" day, \
	"providers=partner/" who, "in_hours=yes", "minutes=40", \
	"ticks=provider, careers, learning, questions", \
	"years=" group " 30", "status=delivered", NULL)
	MET("2026-10-06", "y11", "quay");
	is_on_board(&app, "otter", "2026-11-20", "1 2027-02-28");
	MET("2026-10-07", "y11", "mast");
	is_on_board(&app, "otter", "2026-11-20", "0 2028-02-28");
	MET("2026-10-06", "y10", "quay");
	MET("2026-10-07", "y10", "mast");
	is_on_board(&app, "otter", "2026-11-20", "ok ");
	world_close(&app);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_way_to_ask_says_the_same),
		cmocka_unit_test(the_board_marks_each),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
