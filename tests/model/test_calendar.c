/* test_calendar.c - working days and school weeks, counted. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <limits.h>

#include "base/date.h"
#include "tests/model/calendar_made.h"

static void
bank_holidays_and_weekends_are_no_working_days(void **state)
{
	struct calendar *c = usual();

	(void)state;
	assert_true(cal_working(c, on("2026-12-24")));
	assert_false(cal_working(c, on("2026-12-25")));
	assert_false(cal_working(c, on("2026-12-26")));	/* Saturday */
	assert_false(cal_working(c, on("2026-12-27")));
	assert_false(cal_working(c, on("2026-12-28")));	/* its substitute */
	assert_true(cal_working(c, on("2026-12-29")));
	assert_false(cal_working(c, on("2027-12-27")));
	assert_false(cal_working(c, on("2027-12-28")));
	assert_true(cal_working(c, on("2027-12-29")));
	assert_true(cal_working(c, on("2027-12-24")));
	assert_false(cal_working(c, on("2026-04-03")));
	assert_true(cal_working(c, on("2026-04-02")));
	assert_true(cal_working(c, on("2026-04-07")));
	cal_free(c);
}

static void
working_days_are_counted_across_holidays(void **state)
{
	static const struct { const char *from; int n; const char *want; } v[] = {
		{ "2026-12-24", 1, "2026-12-29" },
		{ "2026-12-29", -1, "2026-12-24" },
		{ "2026-12-24", 5, "2027-01-05" },
		{ "2027-01-05", -5, "2026-12-24" },
		{ "2026-04-02", 1, "2026-04-07" },
		{ "2026-04-07", -1, "2026-04-02" },
		{ "2026-05-22", 1, "2026-05-26" },	/* spring bank holiday */
		{ "2028-02-28", 1, "2028-02-29" },
		{ "2028-02-29", 1, "2028-03-01" },
		{ "2028-03-01", -2, "2028-02-28" },
		{ "2027-02-26", 1, "2027-03-01" },
		{ "2026-11-20", 0, "2026-11-20" },
		{ "2026-11-21", 0, "2026-11-23" },
		{ "2026-12-25", 0, "2026-12-29" },
		{ "2026-11-21", 1, "2026-11-23" },
		{ "2026-11-21", -1, "2026-11-20" },
		{ "2026-11-22", -2, "2026-11-19" },
	};
	struct calendar *c = usual();

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++)
		is_day(cal_add_working(c, on(v[i].from), v[i].n), v[i].want);
	cal_free(c);
}

static void
there_and_back_is_the_same_day(void **state)
{
	static const char *const lines[] = {
		"bank 2027-06-04 2027-06-07 Festival",
	};
	struct calendar *c = typed(lines, COUNT(lines));
	int last = on("2028-03-05");

	(void)state;
	for (int day = on("2026-08-25"); day <= last; day++)
		for (int n = -41; n <= 41; n++) {
			int there = cal_add_working(c, day, n);

			assert_true(cal_working(c, there));
			if (!cal_working(c, day))
				continue;
			assert_int_equal(cal_add_working(c, there, -n), day);
			assert_int_equal(cal_working_between(c, day, there), n);
		}
	cal_free(c);
}

static void
the_days_between_bring_one_there(void **state)
{
	struct calendar *c = usual();
	int from = on("2026-12-18"), last = on("2027-01-08");

	(void)state;
	for (int a = from; a <= last; a++)
		for (int b = from; b <= last; b++)
			if (cal_working(c, b) && b != a)
				assert_int_equal(b, cal_add_working(c, a,
				    cal_working_between(c, a, b)));
	assert_int_equal(cal_working_between(c, on("2026-11-20"),
	    on("2026-11-22")), 0);
	assert_int_equal(cal_working_between(c, DAY_NONE, from), 0);
	cal_free(c);
}

static void
school_weeks_skip_holidays(void **state)
{
	static const struct { const char *from; int n; const char *want; } v[] = {
		{ "2026-11-18", 1, "2026-11-25" },
		{ "2026-11-18", -1, "2026-11-11" },
		{ "2026-10-21", 1, "2026-11-04" },	/* half term */
		{ "2026-11-04", -1, "2026-10-21" },
		{ "2026-12-16", 1, "2027-01-06" },	/* Christmas */
		{ "2027-01-06", -1, "2026-12-16" },
		{ "2027-01-06", -12, "2026-09-23" },
		{ "2026-03-25", 1, "2026-04-15" },	/* Easter */
		{ "2026-07-22", 1, "2026-09-02" },	/* summer */
		{ "2026-12-23", 1, "2027-01-06" },	/* from a holiday */
		{ "2026-12-23", -1, "2026-12-16" },
		{ "2026-12-23", 0, "2027-01-04" },
		{ "2026-11-18", 0, "2026-11-18" },
		{ "2026-11-21", 0, "2026-11-23" },
		{ "2026-11-21", 1, "2026-11-30" },	/* Saturday: Monday after */
		{ "2026-05-11", -1, "2026-05-05" },	/* Monday is May's */
		{ "2026-04-27", 1, "2026-05-05" },
		{ "2026-07-16", 1, "2026-09-01" },	/* the week ends before */
		{ "2027-01-07", -15, "2026-09-03" },
		/* first week of term, Monday before it */
		{ "2026-09-07", -1, "2026-09-01" },
	};
	struct calendar *c = usual();

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++)
		is_day(cal_add_school_weeks(c, on(v[i].from), v[i].n),
		    v[i].want);
	cal_free(c);
}

static void
going_back_never_comes_out_after(void **state)
{
	static const char *const lines[] = {
		"term 2026-09-01 2026-12-15 Autumn",
	};
	struct calendar *c = typed(lines, COUNT(lines));
	int last = on("2027-07-31");

	(void)state;
	/* Wednesday 16 December is no school day, and the next is January's. */
	is_day(cal_add_school_weeks(c, on("2026-12-23"), -1), "2026-12-15");
	is_day(cal_add_school_weeks(c, on("2027-01-04"), -1), "2026-12-14");
	for (int day = on("2026-08-01"); day <= last; day++)
		for (int n = 1; n < 20; n++) {
			assert_true(cal_add_school_weeks(c, day, -n) < day);
			assert_true(cal_add_school_weeks(c, day, n) > day);
			assert_true(cal_school_day(c,
			    cal_add_school_weeks(c, day, -n)));
		}
	cal_free(c);
}

static void
weeks_of_the_term_are_those_with_school(void **state)
{
	static const struct { const char *day; int want; } v[] = {
		{ "2026-08-30", 0 }, { "2026-08-31", 1 }, { "2026-09-01", 1 },
		{ "2026-09-06", 1 }, { "2026-09-07", 2 }, { "2026-10-23", 8 },
		{ "2026-10-26", 0 }, { "2026-11-01", 0 }, { "2026-11-02", 9 },
		{ "2026-11-23", 12 }, { "2026-11-27", 12 },
		{ "2026-12-18", 15 }, { "2026-12-20", 15 },
		{ "2026-12-21", 0 }, { "2027-01-03", 0 }, { "2027-01-04", 1 },
	};
	struct calendar *c = usual();

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++)
		assert_int_equal(cal_week_of_term(c, on(v[i].day)), v[i].want);
	cal_free(c);
}

static void
bank_holidays_may_be_given(void **state)
{
	static char title[] = "Founders";
	struct bank_day day = { on("2026-11-20"), title };
	const struct bank_days bank = { &day, 1 };
	struct calendar *c = cal_new(NULL, 0, &bank);

	(void)state;
	assert_false(cal_working(c, on("2026-11-20")));
	assert_string_equal(cal_title(c, on("2026-11-20")), "Founders");
	assert_true(cal_working(c, on("2026-12-25")));
	cal_free(c);
}

static void
beyond_what_is_known_there_is_nothing(void **state)
{
	static const int days[] = { DAY_NONE, INT_MIN + 1, INT_MAX };
	struct calendar *c = usual();

	(void)state;
	for (size_t i = 0; i < COUNT(days); i++) {
		assert_false(cal_working(c, days[i]));
		assert_false(cal_school_day(c, days[i]));
		assert_false(cal_usual(c, days[i]));
		assert_null(cal_title(c, days[i]));
		assert_int_equal(cal_add_days(c, days[i], 1), DAY_NONE);
		assert_int_equal(cal_add_working(c, days[i], 1), DAY_NONE);
		assert_int_equal(cal_add_working(c, days[i], 0), DAY_NONE);
		assert_int_equal(cal_add_school_weeks(c, days[i], -1),
		    DAY_NONE);
		assert_int_equal(cal_next_term(c, days[i]), DAY_NONE);
		assert_int_equal(cal_term_first(c, days[i]), DAY_NONE);
		assert_int_equal(cal_week_of_term(c, days[i]), 0);
	}
	assert_int_equal(cal_add_working(c, on("2026-11-20"), INT_MIN),
	    DAY_NONE);
	assert_int_equal(cal_add_days(c, on("2026-11-20"), INT_MAX), DAY_NONE);
	assert_int_equal(cal_add_school_weeks(c, on("2026-11-20"), INT_MAX),
	    DAY_NONE);
	assert_int_equal(cal_next_term(c, on("2101-08-31")), DAY_NONE);
	cal_free(c);
	cal_free(NULL);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(bank_holidays_and_weekends_are_no_working_days),
		cmocka_unit_test(working_days_are_counted_across_holidays),
		cmocka_unit_test(there_and_back_is_the_same_day),
		cmocka_unit_test(the_days_between_bring_one_there),
		cmocka_unit_test(school_weeks_skip_holidays),
		cmocka_unit_test(going_back_never_comes_out_after),
		cmocka_unit_test(weeks_of_the_term_are_those_with_school),
		cmocka_unit_test(bank_holidays_may_be_given),
		cmocka_unit_test(beyond_what_is_known_there_is_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
