/* test_calendar_terms.c - terms and holidays, the usual ones and typed ones. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <limits.h>

#include "base/date.h"
#include "tests/model/calendar_made.h"

static void
typed_spans_make_school_days(void **state)
{
	static const char *const lines[] = {
		"inset 2026-09-03 2026-09-03 Training",
		"term 2026-09-03 2026-12-17 Autumn",
		"bank 2026-11-11 2026-11-11 Jubilee",
		"holiday 2026-10-19 2026-10-30 October",
		"term 2027-01-05 2027-03-25 Spring",
	};
	static const struct { const char *day; bool in; const char *title; }
	    v[] = {
		{ "2026-09-02", false, "Summer holiday" },
		{ "2026-09-03", false, "Training" },
		{ "2026-09-04", true, NULL },
		{ "2026-09-05", false, NULL },		/* a weekend in term */
		{ "2026-10-16", true, NULL },
		{ "2026-10-19", false, "October" },
		{ "2026-10-24", false, "October" },
		{ "2026-10-30", false, "October" },
		{ "2026-11-02", true, NULL },
		{ "2026-11-11", false, "Jubilee" },
		{ "2026-12-17", true, NULL },
		{ "2026-12-18", false, "Christmas holiday" },
		{ "2026-12-25", false, "Christmas Day" },
		{ "2027-01-04", false, "Christmas holiday" },
		{ "2027-01-05", true, NULL },
		{ "2027-02-16", true, NULL },	/* what is typed is believed */
		{ "2027-03-25", true, NULL },
		{ "2027-03-26", false, "Good Friday" },
		{ "2027-04-01", false, "Easter holiday" },
	};
	struct calendar *c = typed(lines, COUNT(lines));

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		const char *title = cal_title(c, on(v[i].day));

		assert_int_equal(cal_school_day(c, on(v[i].day)), v[i].in);
		assert_string_equal(title != NULL ? title : "-",
		    v[i].title != NULL ? v[i].title : "-");
	}
	assert_true(cal_working(c, on("2026-09-03")));	/* staff are in */
	assert_true(cal_working(c, on("2026-10-19")));
	assert_false(cal_working(c, on("2026-11-11")));
	cal_free(c);
}

/* From and to of the term of a day, by asking for its neighbours. */
static void
term_is(const struct calendar *c, const char *from, const char *to)
{
	assert_true(cal_school_day(c, on(from)));
	assert_true(cal_school_day(c, on(to)));
	is_day(cal_term_first(c, on(from)), from);
	is_day(cal_term_first(c, on(to)), from);
	assert_string_not_equal(cal_title(c, on(from) - 1) != NULL ?
	    cal_title(c, on(from) - 1) : "", "");
	assert_int_equal(cal_next_term(c, on(from) - 1), on(from));
	for (int day = on(to) + 1; day <= on(to) + 9; day++)
		assert_false(cal_school_day(c, day));
}

static void
usual_terms_are_those_of_england(void **state)
{
	static const struct { const char *from, *to; } v[] = {
		{ "2023-09-01", "2023-12-22" }, { "2024-01-08", "2024-03-28" },
		{ "2024-04-15", "2024-07-22" }, { "2024-09-02", "2024-12-20" },
		{ "2025-01-06", "2025-04-04" }, { "2025-04-22", "2025-07-22" },
		{ "2025-09-01", "2025-12-19" }, { "2026-01-05", "2026-03-27" },
		{ "2026-04-13", "2026-07-22" }, { "2026-09-01", "2026-12-18" },
		{ "2027-01-04", "2027-03-25" }, { "2027-04-12", "2027-07-22" },
		/* 1 January 2022 was a Saturday; so is 1 September 2029 */
		{ "2022-01-04", "2022-04-01" }, { "2022-04-19", "2022-07-22" },
		{ "2029-09-03", "2029-12-21" }, { "2028-04-18", "2028-07-21" },
		/* Easter on 4, 12 and 13 April */
		{ "2021-01-04", "2021-04-01" }, { "2021-04-19", "2021-07-22" },
		{ "2020-01-06", "2020-04-03" }, { "2020-04-20", "2020-07-22" },
		{ "2031-01-06", "2031-03-28" }, { "2031-04-15", "2031-07-22" },
		/* 1 September a Sunday */
		{ "2024-09-02", "2024-12-20" }, { "2030-09-02", "2030-12-20" },
	};
	struct calendar *c = usual();

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++)
		term_is(c, v[i].from, v[i].to);
	cal_free(c);
}

static void
usual_half_terms_are_a_week(void **state)
{
	static const struct { const char *monday; } v[] = {
		{ "2023-10-23" }, { "2024-10-28" }, { "2025-10-27" },
		{ "2026-10-26" }, { "2024-02-12" }, { "2026-02-16" },
		{ "2027-02-15" }, { "2026-05-25" }, { "2027-05-31" },
		{ "2022-05-30" },
	};
	struct calendar *c = usual();

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		int monday = on(v[i].monday);

		assert_true(cal_school_day(c, monday - 3));
		for (int day = monday - 2; day <= monday + 6; day++)
			assert_false(cal_school_day(c, day));
		assert_true(cal_school_day(c, monday + 7));
		assert_string_equal(cal_title(c, monday + 2), "Half term");
		assert_null(cal_title(c, monday - 3));
	}
	assert_string_equal(cal_title(c, on("2026-05-25")),
	    "Spring bank holiday");
	cal_free(c);
}

/* Every school year, by rule: three terms, and as many days as law and habit
 * give, about 190. */
static void
every_year_has_its_school_days(void **state)
{
	struct calendar *c = usual();

	(void)state;
	for (int year = 1989; year < 2101; year++) {
		int last = year_last_day(year), days = 0, terms = 0;
		int t = year_first_day(year) - 1;

		for (int day = year_first_day(year); day <= last; day++)
			days += cal_school_day(c, day);
		for (; t != DAY_NONE && t <= last; terms++)
			t = t + 1 < year_first_day(1989) ?
			    cal_next_term(c, t + 1) : cal_next_term(c, t);
		if (days < 185 || days > 199)
			fail_msg("%d: %d school days", year, days);
		if (year > 1989)
			assert_int_equal(terms, 4);	/* and the next year's */
	}
	cal_free(c);
}

static void
typed_terms_take_the_place_of_usual_ones(void **state)
{
	static const char *const lines[] = {
		"term 2026-09-07 2026-12-16 Autumn",
		"term 2027-01-11 2027-04-14 Spring",
	};
	struct calendar *c = typed(lines, COUNT(lines));

	(void)state;
	assert_true(cal_usual(c, on("2026-07-01")));
	assert_true(cal_usual(c, on("2026-08-20")));	/* summer before is */
	assert_false(cal_usual(c, on("2026-09-07")));
	assert_false(cal_usual(c, on("2026-10-28")));
	assert_false(cal_usual(c, on("2026-12-25")));
	assert_false(cal_usual(c, on("2027-04-14")));
	assert_true(cal_usual(c, on("2027-05-12")));
	assert_false(cal_school_day(c, on("2026-09-01")));
	assert_false(cal_school_day(c, on("2026-12-18")));
	assert_true(cal_school_day(c, on("2026-10-28")));
	/* The usual summer, from 12 April, begins where spring ends. */
	is_day(cal_next_term(c, on("2027-01-11")), "2027-04-15");
	assert_int_equal(cal_week_of_term(c, on("2027-04-22")), 2);
	is_day(cal_term_first(c, on("2027-06-01")), "2027-04-15");
	is_day(cal_term_first(c, on("2027-01-01")), "2026-09-07");
	is_day(cal_next_term(c, on("2026-09-07")), "2027-01-11");
	is_day(cal_next_term(c, on("2026-09-06")), "2026-09-07");
	cal_free(c);
}

/* Councils publish six: half of them must not leave the other half usual. */
static void
terms_may_be_six(void **state)
{
	static const char *const lines[] = {
		"term 2026-09-02 2026-10-16 One",
		"term 2026-11-02 2026-12-18 Two",
	};
	struct calendar *c = typed(lines, COUNT(lines));

	(void)state;
	assert_true(cal_school_day(c, on("2026-10-16")));
	assert_false(cal_school_day(c, on("2026-10-19")));
	assert_string_equal(cal_title(c, on("2026-10-21")), "Half term");
	assert_false(cal_usual(c, on("2026-10-21")));
	assert_int_equal(cal_week_of_term(c, on("2026-11-04")), 1);
	is_day(cal_next_term(c, on("2026-09-15")), "2026-11-02");
	cal_free(c);
}

/* A typed term of three weeks or more stands for the usual one, with what it
 * leaves; one shorter covers its own days. */
static void
a_usual_term_is_left_out_or_cut(void **state)
{
	static const char *const lines[] = {
		"term 2026-09-02 2026-10-16 One",
		"term 2027-03-22 2027-07-16 Summer",
	};
	static const char *const twenty[] = {
		"term 2026-08-20 2026-09-20 Early",
	};
	static const char *const more[] = {
		"term 2026-08-20 2026-09-21 Early",
	};
	static const char *const both[] = {
		"term 2026-09-01 2026-09-11 One",
		"term 2026-09-14 2026-09-25 Two",
	};
	struct calendar *c = typed(lines, COUNT(lines));

	(void)state;
	assert_false(cal_school_day(c, on("2026-11-18")));
	is_day(cal_next_term(c, on("2026-09-02")), "2027-01-04");
	assert_true(cal_usual(c, on("2027-03-19")));
	assert_false(cal_usual(c, on("2027-03-22")));
	is_day(cal_term_first(c, on("2027-03-19")), "2027-01-04");
	is_day(cal_term_first(c, on("2027-03-22")), "2027-03-22");
	cal_free(c);
	c = typed(twenty, COUNT(twenty));
	assert_true(cal_school_day(c, on("2026-11-18")));
	is_day(cal_term_first(c, on("2026-11-18")), "2026-09-21");
	cal_free(c);
	c = typed(more, COUNT(more));
	assert_false(cal_school_day(c, on("2026-11-18")));
	cal_free(c);
	c = typed(both, COUNT(both));
	assert_false(cal_school_day(c, on("2026-11-18")));
	cal_free(c);
}

static void
a_typed_half_term_takes_the_place_of_the_usual_one(void **state)
{
	static const char *const lines[] = {
		"holiday 2026-10-15 2026-10-23 Long",
		"holiday 2027-02-10 2027-02-10 Eid",	/* a day is no half term */
	};
	struct calendar *c = typed(lines, COUNT(lines));

	(void)state;
	assert_false(cal_school_day(c, on("2026-10-15")));
	assert_true(cal_school_day(c, on("2026-10-26")));
	assert_true(cal_usual(c, on("2026-10-26")));
	assert_false(cal_school_day(c, on("2027-02-10")));
	assert_false(cal_school_day(c, on("2027-02-16")));
	cal_free(c);
}

static void
spans_without_days_are_left_out(void **state)
{
	const struct cal_span v[] = {
		{ CAL_TERM, on("2026-12-18"), on("2026-09-01"), NULL },
		{ CAL_HOLIDAY, DAY_NONE, on("2026-11-20"), NULL },
		{ CAL_HOLIDAY, on("2026-11-20"), DAY_NONE, NULL },
		{ CAL_HOLIDAY, INT_MIN + 1, on("1989-08-31"), NULL },
		{ CAL_INSET, on("2026-11-19"), on("2026-11-19"), NULL },
		{ CAL_HOLIDAY, on("2100-01-01"), INT_MAX, NULL },
	};
	struct calendar *c = cal_new(v, COUNT(v), NULL);
	char empty[] = " ";
	const struct cal_span blank = { CAL_HOLIDAY, on("2026-11-16"),
	    on("2026-11-16"), empty };

	(void)state;
	assert_true(cal_school_day(c, on("2026-11-20")));
	assert_true(cal_usual(c, on("2026-11-20")));
	assert_string_equal(cal_title(c, on("2026-11-19")), "Inset day");
	assert_string_equal(cal_title(c, on("2100-11-17")), "School holiday");
	cal_free(c);
	c = cal_new(&blank, 1, NULL);
	assert_string_equal(cal_title(c, on("2026-11-16")), "School holiday");
	cal_free(c);
}

static void
a_span_within_a_longer_one_does_not_hide_it(void **state)
{
	static const char *const lines[] = {
		"holiday 2026-11-02 2026-11-27 Works",
		"holiday 2026-11-04 2026-11-05 Fair",
		"holiday 2026-11-09 2026-11-09 Day",
	};
	struct calendar *c = typed(lines, COUNT(lines));

	(void)state;
	assert_string_equal(cal_title(c, on("2026-11-03")), "Works");
	assert_string_equal(cal_title(c, on("2026-11-05")), "Fair");
	assert_string_equal(cal_title(c, on("2026-11-06")), "Works");
	assert_string_equal(cal_title(c, on("2026-11-27")), "Works");
	assert_null(cal_title(c, on("2026-11-30")));
	cal_free(c);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(typed_spans_make_school_days),
		cmocka_unit_test(usual_terms_are_those_of_england),
		cmocka_unit_test(usual_half_terms_are_a_week),
		cmocka_unit_test(every_year_has_its_school_days),
		cmocka_unit_test(typed_terms_take_the_place_of_usual_ones),
		cmocka_unit_test(terms_may_be_six),
		cmocka_unit_test(a_usual_term_is_left_out_or_cut),
		cmocka_unit_test(a_typed_half_term_takes_the_place_of_the_usual_one),
		cmocka_unit_test(spans_without_days_are_left_out),
		cmocka_unit_test(a_span_within_a_longer_one_does_not_hide_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
