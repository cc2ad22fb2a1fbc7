/* test_bank.c - bank holidays by rule, moved, proclaimed once, and a hub's. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <string.h>

#include "base/date.h"
#include "model/bank.h"

static struct bank_days
load(const struct csv_source *hub, int first, int last)
{
	struct bank_days bs;
	struct err e = { 0 };

	if (bank_days_load(hub, first, last, &bs, &e) != ST_OK)
		fail_msg("%s", e.text);
	return bs;
}

static void
easter_is_where_the_tables_have_it(void **state)
{
	static const char *const days[] = {
		"1990-04-15", "2000-04-23", "2008-03-23", "2011-04-24",
		"2016-03-27", "2019-04-21", "2024-03-31", "2025-04-20",
		"2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01",
		"2030-04-21", "2038-04-25", "2076-04-19", "2100-03-28",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(days); i++) {
		int y, m, d, want = day_from_iso(days[i]);

		day_to_ymd(want, &y, &m, &d);
		assert_int_equal(easter_sunday(y), want);
	}
}

/* As gov.uk has them. */
static void
years_are_as_published(void **state)
{
	static const struct { int year; const char *days[11]; } years[] = {
		{ 2011, { "01-03", "04-22", "04-25", "04-29", "05-02", "05-30",
		    "08-29", "12-26", "12-27" } },
		{ 2015, { "01-01", "04-03", "04-06", "05-04", "05-25", "08-31",
		    "12-25", "12-28" } },
		{ 2020, { "01-01", "04-10", "04-13", "05-08", "05-25", "08-31",
		    "12-25", "12-28" } },
		{ 2021, { "01-01", "04-02", "04-05", "05-03", "05-31", "08-30",
		    "12-27", "12-28" } },
		{ 2022, { "01-03", "04-15", "04-18", "05-02", "06-02", "06-03",
		    "08-29", "09-19", "12-26", "12-27" } },
		{ 2023, { "01-02", "04-07", "04-10", "05-01", "05-08", "05-29",
		    "08-28", "12-25", "12-26" } },
		{ 2026, { "01-01", "04-03", "04-06", "05-04", "05-25", "08-31",
		    "12-25", "12-28" } },
		{ 2027, { "01-01", "03-26", "03-29", "05-03", "05-31", "08-30",
		    "12-27", "12-28" } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(years); i++) {
		struct bank_days bs = load(NULL, years[i].year, years[i].year);
		size_t n = 0;

		for (; years[i].days[n] != NULL; n++) {
			char got[11];

			assert_true(n < bs.n);
			day_iso(bs.v[n].day, got);
			assert_string_equal(got + 5, years[i].days[n]);
		}
		assert_int_equal(bs.n, n);
		bank_days_clear(&bs);
	}
}

static void
no_bank_holiday_is_on_a_weekend(void **state)
{
	struct bank_days bs = load(NULL, 1990, 2100);

	(void)state;
	for (size_t i = 0; i < bs.n; i++) {
		assert_true(day_weekday(bs.v[i].day) < 5);
		assert_true(i == 0 || bs.v[i - 1].day < bs.v[i].day);
	}
	/* Eight a year, and those proclaimed besides. */
	assert_int_equal(bs.n, 111 * 8 + 7);
	bank_days_clear(&bs);
}

static void
substitutes_say_so(void **state)
{
	struct bank_days bs = load(NULL, 2026, 2027);

	(void)state;
	assert_string_equal(bank_day(&bs, day_from_iso("2026-12-25")),
	    "Christmas Day");
	assert_null(bank_day(&bs, day_from_iso("2026-12-26")));
	assert_string_equal(bank_day(&bs, day_from_iso("2026-12-28")),
	    "Boxing Day (substitute day)");
	assert_string_equal(bank_day(&bs, day_from_iso("2027-12-27")),
	    "Christmas Day (substitute day)");
	assert_null(bank_day(&bs, day_from_iso("2028-01-01")));
	bank_days_clear(&bs);
}

static enum status
hub(const char *rows, struct bank_days *bs, struct err *e)
{
	struct csv_source src = { "bank-holidays.csv", rows, strlen(rows) };

	return bank_days_load(&src, 2028, 2029, bs, e);
}

static void
a_hub_adds_and_moves_days(void **state)
{
	struct bank_days bs;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(hub("day,replaces,title\n"
	    "2028-05-08,2028-05-01,Moved May\n"
	    "2029-06-15,,Celebration\n"
	    "2040-06-15,,Beyond\n", &bs, &e), ST_OK);
	assert_null(bank_day(&bs, day_from_iso("2028-05-01")));
	assert_string_equal(bank_day(&bs, day_from_iso("2028-05-08")),
	    "Moved May");
	assert_string_equal(bank_day(&bs, day_from_iso("2029-06-15")),
	    "Celebration");
	assert_int_equal(bs.n, 17);
	bank_days_clear(&bs);
}

/* A hub's file outlives the release that ships the same day. */
static void
a_day_may_be_moved_twice_to_the_same(void **state)
{
	struct bank_days bs;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(hub("day,replaces,title\n"
	    "2028-05-08,2028-05-01,Moved\n"
	    "2028-05-08,2028-05-01,Moved May\n", &bs, &e), ST_OK);
	assert_string_equal(bank_day(&bs, day_from_iso("2028-05-08")),
	    "Moved May");
	assert_int_equal(bs.n, 16);
	bank_days_clear(&bs);
}

static void
a_wrong_file_is_refused_in_words(void **state)
{
	static const struct { const char *rows, *want; } v[] = {
		{ "day,title\n2028-02-30,X\n", "bank-holidays.csv:2: day: "
		    "\"2028-02-30\" is no day: write YYYY-MM-DD" },
		{ "day,title\n2028-06-15,\n", "bank-holidays.csv:2: title: say "
		    "what day it is" },
		{ "day,replaces,title\n2028-06-15,2028-06-14,X\n",
		    "bank-holidays.csv:2: replaces: 2028-06-14 is no bank "
		    "holiday" },
		{ "day,replaces,title\n2028-06-15,soon,X\n",
		    "bank-holidays.csv:2: replaces: \"soon\" is no day: write "
		    "YYYY-MM-DD" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct bank_days bs;
		struct err e = { 0 };

		assert_int_equal(hub(v[i].rows, &bs, &e), ST_INVALID);
		assert_string_equal(e.text, v[i].want);
		assert_int_equal(bs.n, 0);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(easter_is_where_the_tables_have_it),
		cmocka_unit_test(years_are_as_published),
		cmocka_unit_test(no_bank_holiday_is_on_a_weekend),
		cmocka_unit_test(substitutes_say_so),
		cmocka_unit_test(a_hub_adds_and_moves_days),
		cmocka_unit_test(a_day_may_be_moved_twice_to_the_same),
		cmocka_unit_test(a_wrong_file_is_refused_in_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
