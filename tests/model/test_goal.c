/* test_goal.c - how far a target is, and whether it is on course. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"
#include "model/goal.h"
#include "tests/lib/test.h"

/* From 20 on day 0 to 40 on day 100. */
static struct goal
at(int today, double actual)
{
	return goal_of(&(struct goal_facts){ .from = 0, .by = 100,
		.today = today, .baseline = 20, .target = 40, .actual = actual,
		.has_baseline = true, .has_actual = true });
}

static void
a_straight_line_says_what_is_on_course(void **state)
{
	(void)state;
	assert_int_equal(at(50, 30).course, GOAL_ON_COURSE);
	assert_int_equal(at(50, 29.9).course, GOAL_BEHIND);
	assert_int_equal(at(50, 40).course, GOAL_REACHED);
	assert_int_equal(at(100, 39).course, GOAL_BEHIND);
	assert_int_equal(at(101, 39).course, GOAL_BEHIND);
	assert_int_equal(at(0, 20).course, GOAL_ON_COURSE);
	assert_int_equal(at(50, 30).share, 50);
	assert_int_equal(at(50, 10).share, 0);
	assert_int_equal(at(50, 90).share, 100);
	assert_true(at(50, 30).line > 29.9 && at(50, 30).line < 30.1);
}

static void
fewer_may_be_wanted(void **state)
{
	struct goal_facts f = { .from = 0, .by = 100, .today = 50,
		.baseline = 8.3, .target = 6, .actual = 7.1,
		.has_baseline = true, .has_actual = true };

	(void)state;
	assert_int_equal(goal_of(&f).course, GOAL_ON_COURSE);
	assert_int_equal(goal_of(&f).share, 52);
	f.actual = 7.2;
	assert_int_equal(goal_of(&f).course, GOAL_BEHIND);
	f.actual = 6;
	assert_int_equal(goal_of(&f).course, GOAL_REACHED);
}

static void
what_is_not_known_is_not_judged(void **state)
{
	struct goal_facts f = { .from = DAY_NONE, .by = 100, .today = 50,
		.target = 40, .actual = 10, .has_actual = true };

	(void)state;
	assert_int_equal(goal_of(&f).course, GOAL_NOT_KNOWN);
	assert_int_equal(goal_of(&f).share, 25);
	assert_false(goal_of(&f).has_line);
	f.today = 101;
	assert_int_equal(goal_of(&f).course, GOAL_BEHIND);
	f.has_actual = false;
	assert_int_equal(goal_of(&f).course, GOAL_NOT_KNOWN);
	assert_int_equal(goal_of(&f).share, -1);
}

static void
said(double before, double now, const char *want)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	goal_figure_said(now, &b);
	buf_add(&b, ", ");
	goal_trend_said(before, now, &b);
	assert_string_equal(b.p, want);
	buf_clear(&b);
}

static void
figures_and_trends_are_short(void **state)
{
	(void)state;
	said(24, 23, "23, down 1");
	said(20, 23, "23, up 3");
	said(23, 23, "23, level");
	said(4.5556, 4.7778, "4.78, up 0.22");
	said(4.554, 4.556, "4.56, up 0.01");
	said(4.5551, 4.5552, "4.56, level");
	said(99.96, 100.4, "100, level");
	said(5.5, 5, "5, down 0.5");
	said(99.5, 101.2, "101, up 1.5");
	said(12000, 12345, "12345, up 345");
	said(0, 999.7, "1000, up 1000");
	said(0, 99.96, "100, up 100");
	assert_string_equal(goal_word(GOAL_NOT_KNOWN), "?");
	assert_string_equal(goal_word(GOAL_REACHED), "reached");
	assert_string_equal(goal_word(GOAL_ON_COURSE), "on course");
	assert_string_equal(goal_word(GOAL_BEHIND), "behind");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_straight_line_says_what_is_on_course),
		cmocka_unit_test(fewer_may_be_wanted),
		cmocka_unit_test(what_is_not_known_is_not_judged),
		cmocka_unit_test(figures_and_trends_are_short),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
