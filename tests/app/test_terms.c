/* test_terms.c - term dates in the data: whose hold where, and "term+1". */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "app/mine.h"
#include "app/record.h"
#include "app/terms.h"
#include "base/date.h"
#include "tests/app/world.h"

static int
day(const char *iso)
{
	return day_from_iso(iso);
}

static bool
school_day(struct app *app, int64_t school, const char *iso)
{
	struct calendar *cal;
	struct err e = { 0 };
	bool is;

	must(terms_calendar(app, school, &cal, &e), &e);
	is = cal_school_day(cal, day(iso));
	cal_free(cal);
	return is;
}

static void
the_nearest_terms_hold(void **state)
{
	struct app app;
	int64_t here, there;

	(void)state;
	world_open(&app);
	here = world_add(&app, "school", "urn=900001", "name=Elm",
	    "la=Hackney", NULL);
	there = world_add(&app, "school", "urn=900002", "name=Oak",
	    "la=Newham", NULL);
	world_add(&app, "term", "title=Autumn", "from=2026-09-01",
	    "to=2026-12-18", NULL);
	world_add(&app, "term", "title=Half term", "kind=half term",
	    "from=2026-10-26", "to=2026-10-30", NULL);
	assert_false(school_day(&app, here, "2026-10-27"));
	assert_true(school_day(&app, here, "2026-11-20"));
	/* its borough has other dates: the ones of everywhere are not used */
	world_add(&app, "term", "title=Autumn", "from=2026-09-07",
	    "to=2026-12-11", "la=HACKNEY", NULL);
	world_add(&app, "term", "title=Half term", "kind=half term",
	    "from=2026-10-19", "to=2026-10-23", "la=hackney", NULL);
	assert_true(school_day(&app, here, "2026-10-27"));
	assert_false(school_day(&app, here, "2026-10-20"));
	assert_false(school_day(&app, here, "2026-12-15"));
	assert_false(school_day(&app, there, "2026-10-27"));
	assert_true(school_day(&app, there, "2026-10-20"));
	assert_true(school_day(&app, there, "2026-12-15"));
	/* a day of one school adds to them */
	world_add(&app, "term", "title=INSET", "kind=inset day",
	    "from=2026-11-20", "school=900001", NULL);
	assert_false(school_day(&app, here, "2026-11-20"));
	assert_true(school_day(&app, there, "2026-11-20"));
	assert_true(school_day(&app, 0, "2026-11-20"));
	world_close(&app);
}

static void
term_plus_one_is_the_next_term_in_the_data(void **state)
{
	struct app app;
	struct err e = { 0 };
	int64_t id;
	int got;

	(void)state;
	assert_int_equal(date_parse("term+1", day("2026-11-20"), DATE_FORWARD,
	    &got, &e), ST_INVALID);
	world_open(&app);
	/* nobody typed terms: the usual ones */
	must(date_parse("term+1", app.today, DATE_FORWARD, &got, &e), &e);
	assert_in_range(got, day("2027-01-02"), day("2027-01-08"));
	world_add(&app, "term", "title=Spring", "from=2027-01-11",
	    "to=2027-03-25", NULL);
	world_add(&app, "term", "title=Summer", "from=2027-04-13",
	    "to=2027-07-21", NULL);
	must(date_parse("term+1", app.today, DATE_FORWARD, &got, &e), &e);
	assert_int_equal(got, day("2027-01-11"));
	must(date_parse("Term+2", app.today, DATE_BACK, &got, &e), &e);
	assert_int_equal(got, day("2027-04-13"));
	assert_false(date_like("term+"));
	assert_false(date_like("term+0"));
	assert_false(date_like("term+1x"));
	id = world_add(&app, "task", "title=Call", "due=term+1", NULL);
	{
		char *due = world_get(&app, "task", id, "due");

		assert_string_equal(due, "2027-01-11");
		free(due);
	}
	world_close(&app);
	assert_int_equal(date_parse("term+1", day("2026-11-20"), DATE_FORWARD,
	    &got, &e), ST_INVALID);
}

static int64_t
without_an_encounter(struct app *app)
{
	struct mine m;
	struct err e = { 0 };

	must(mine_read(app, &m, &e), &e);
	return m.n[MINE_NO_ENCOUNTER];
}

static void
this_term_is_the_one_of_the_data(void **state)
{
	struct app app;

	(void)state;
	world_open(&app);
	world_add(&app, "school", "urn=900001", "name=Elm", NULL);
	world_add(&app, "coordinator", "school=900001", "user=tester", NULL);
	world_add(&app, "encounter", "schools=900001", "type=talk",
	    "date=2026-09-10", NULL);
	assert_int_equal(without_an_encounter(&app), 0);
	world_add(&app, "term", "title=Autumn", "from=2026-09-14",
	    "to=2026-12-18", NULL);
	assert_int_equal(without_an_encounter(&app), 1);
	world_close(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_nearest_terms_hold),
		cmocka_unit_test(this_term_is_the_one_of_the_data),
		cmocka_unit_test(term_plus_one_is_the_next_term_in_the_data),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
