/* test_date.c - days, academic years, and how people type them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"

#define TODAY	"2026-11-20"	/* a Friday, as in quick-entry.md */

static void
every_day_of_four_centuries_survives_the_round_trip(void **state)
{
	int first = day_from_ymd(1800, 1, 1), last = day_from_ymd(2199, 12, 31);
	int py = 1799, pm = 12, pd = 31;

	(void)state;
	assert_int_equal(day_from_ymd(1970, 1, 1), 0);
	assert_int_equal(last - first + 1, 400 * 365 + 97);
	for (int day = first; day <= last; day++) {
		char iso[11];
		int y, m, d;

		day_to_ymd(day, &y, &m, &d);
		assert_true(y > py || m > pm || d == pd + 1);
		assert_int_equal(day_from_ymd(y, m, d), day);
		day_iso(day, iso);
		assert_int_equal(day_from_iso(iso), day);
		assert_int_equal(day_weekday(day),
		    (day_weekday(first) + (day - first)) % 7);
		py = y;
		pm = m;
		pd = d;
	}
	assert_int_equal(day_weekday(0), 3);
	assert_int_equal(day_from_ymd(1799, 12, 31), DAY_NONE);
	assert_int_equal(day_from_ymd(2200, 1, 1), DAY_NONE);
	assert_int_equal(day_from_ymd(2026, 2, 29), DAY_NONE);
	assert_int_not_equal(day_from_ymd(2000, 2, 29), DAY_NONE);
	assert_int_equal(day_from_ymd(1900, 2, 29), DAY_NONE);
}

static void
iso_days_are_read_strictly(void **state)
{
	static const char *const bad[] = {
		"", "2026-1-01", "2026-01-1", "20260101", "2026-01-01 ",
		" 2026-01-01", "2026/01/01", "2026-13-01", "2026-00-10",
		"2026-02-30", "2026-01-0x", "1799-12-31", "+026-01-01",
	};
	char out[11] = "x";

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_int_equal(day_from_iso(bad[i]), DAY_NONE);
	day_iso(DAY_NONE, out);
	assert_string_equal(out, "");
}

static void
days_are_written_with_weekday_and_year_when_needed(void **state)
{
	int today = day_from_iso(TODAY);
	char out[24];

	(void)state;
	day_long(today, out);
	assert_string_equal(out, "Fri 20 Nov 2026");
	day_short(day_from_iso("2027-08-31"), today, out);
	assert_string_equal(out, "Tue 31 Aug");
	day_short(day_from_iso("2027-09-01"), today, out);
	assert_string_equal(out, "Wed 1 Sep 2027");
	day_short(day_from_iso("2026-08-31"), today, out);
	assert_string_equal(out, "Mon 31 Aug 2026");
	day_long(DAY_NONE, out);
	assert_string_equal(out, "");
}

static void
adding_months_stays_within_the_month(void **state)
{
	static const struct {
		const char *from;
		int	    n;
		const char *to;
	} rows[] = {
		{ "2026-01-31", 1, "2026-02-28" },
		{ "2028-01-31", 1, "2028-02-29" },
		{ "2026-03-31", -1, "2026-02-28" },
		{ "2026-12-15", 1, "2027-01-15" },
		{ "2026-01-15", -1, "2025-12-15" },
		{ "2026-05-31", 13, "2027-06-30" },
		{ "2199-12-01", 1, "" },
		{ "1800-01-01", -1, "" },
		{ "2026-01-01", INT_MAX, "" },
		{ "2026-01-01", INT_MIN, "" },
	};
	char out[11];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		day_iso(day_add_months(day_from_iso(rows[i].from), rows[i].n),
		    out);
		assert_string_equal(out, rows[i].to);
	}
}

static void
academic_years_begin_in_september(void **state)
{
	char out[8];

	(void)state;
	assert_int_equal(year_of_day(day_from_iso("2026-08-31")), 2025);
	assert_int_equal(year_of_day(day_from_iso("2026-09-01")), 2026);
	assert_int_equal(year_first_day(2026), day_from_iso("2026-09-01"));
	assert_int_equal(year_last_day(2026), day_from_iso("2027-08-31"));
	assert_int_equal(year_as_at(2026, day_from_iso("2026-11-20")),
	    day_from_iso("2026-11-20"));
	assert_int_equal(year_as_at(2025, day_from_iso("2026-11-20")),
	    day_from_iso("2026-08-31"));
	assert_int_equal(year_as_at(2027, day_from_iso("2026-11-20")),
	    day_from_iso("2027-09-01"));
	year_format(2026, out);
	assert_string_equal(out, "2026/27");
	year_format(1999, out);
	assert_string_equal(out, "1999/00");
}

static void
academic_years_are_typed_in_four_ways(void **state)
{
	static const char *const good[] = {
		"2026/27", "2026-27", "26/27", "2026/2027", " 2026/27 ",
	};
	static const char *const bad[] = {
		"", "2026", "2026/28", "2026/2028", "27/26", "26/2027",
		"2026/7", "2026/27x", "2026//27", "1799/00", "x026/27",
	};
	int y = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		assert_true(year_parse(good[i], &y));
		assert_int_equal(y, 2026);
	}
	assert_true(year_parse("99/00", &y));
	assert_int_equal(y, 1999);
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_false(year_parse(bad[i], &y));
	assert_int_equal(y, 1999);
}

/* What each text means: looking back, forward, and for the last such day. */
static const struct {
	const char *typed, *back, *forward, *last;
} dates[] = {
	{ "2026-03-12", "2026-03-12", "2026-03-12", "2026-03-12" },
	{ "12/3", "2027-03-12", "2027-03-12", "2026-03-12" },
	{ "12/3 ", "2027-03-12", "2027-03-12", "2026-03-12" },
	{ "2/9", "2026-09-02", "2026-09-02", "2026-09-02" },
	{ "31/7", "2027-07-31", "2027-07-31", "2026-07-31" },
	{ "20/11", "2026-11-20", "2026-11-20", "2026-11-20" },
	{ "12/3/26", "2026-03-12", "2026-03-12", "2026-03-12" },
	{ "12/03/2026", "2026-03-12", "2026-03-12", "2026-03-12" },
	{ "12.3.2026", "2026-03-12", "2026-03-12", "2026-03-12" },
	{ "12-03-2026", "2026-03-12", "2026-03-12", "2026-03-12" },
	{ "1/1/70", "1970-01-01", "1970-01-01", "1970-01-01" },
	{ "12 mar", "2027-03-12", "2027-03-12", "2026-03-12" },
	{ "12 mar 2026", "2026-03-12", "2026-03-12", "2026-03-12" },
	{ "12th March", "2027-03-12", "2027-03-12", "2026-03-12" },
	{ "1st sept", "2026-09-01", "2026-09-01", "2026-09-01" },
	{ "3rd oct 26", "2026-10-03", "2026-10-03", "2026-10-03" },
	{ "today", TODAY, TODAY, TODAY },
	{ "T", TODAY, TODAY, TODAY },
	{ "yesterday", "2026-11-19", "2026-11-19", "2026-11-19" },
	{ "y", "2026-11-19", "2026-11-19", "2026-11-19" },
	{ "tomorrow", "2026-11-21", "2026-11-21", "2026-11-21" },
	{ "mon", "2026-11-16", "2026-11-23", "2026-11-16" },
	{ "Fri", "2026-11-13", "2026-11-27", "2026-11-13" },
	{ "saturday", "2026-11-14", "2026-11-21", "2026-11-14" },
	{ "thurs", "2026-11-19", "2026-11-26", "2026-11-19" },
	{ "weds", "2026-11-18", "2026-11-25", "2026-11-18" },
	{ "+3", "2026-11-23", "2026-11-23", "2026-11-23" },
	{ "+3d", "2026-11-23", "2026-11-23", "2026-11-23" },
	{ "-2", "2026-11-18", "2026-11-18", "2026-11-18" },
	{ "+2w", "2026-12-04", "2026-12-04", "2026-12-04" },
	{ "+1m", "2026-12-20", "2026-12-20", "2026-12-20" },
	{ "-1M", "2026-10-20", "2026-10-20", "2026-10-20" },
	{ "Thu 12 Mar 2026", "2026-03-12", "2026-03-12", "2026-03-12" },
	{ "wed 2/12", "2026-12-02", "2026-12-02", NULL },
	{ "29/2", NULL, NULL, "2024-02-29" },
	{ "29/2/2028", "2028-02-29", "2028-02-29", "2028-02-29" },
	{ "31/11", NULL, NULL, NULL },
	{ "12.3", NULL, NULL, NULL },
	{ "9-11", NULL, NULL, NULL },
	{ "mar 12", NULL, NULL, NULL },
	{ "12 mar 202", NULL, NULL, NULL },
	{ "+3i Group", NULL, NULL, NULL },
	{ "mo", NULL, NULL, NULL },
	{ "24", NULL, NULL, NULL },
	{ "", NULL, NULL, NULL },
};

static void
people_type_days_in_many_ways(void **state)
{
	int today = day_from_iso(TODAY);

	(void)state;
	for (size_t i = 0; i < COUNT(dates); i++) {
		const char *want[] = {
			[DATE_BACK] = dates[i].back,
			[DATE_FORWARD] = dates[i].forward,
			[DATE_LAST] = dates[i].last,
		};

		for (size_t k = 0; k < COUNT(want); k++) {
			int day = DAY_NONE;
			char got[11];
			enum status st = date_parse(dates[i].typed, today,
			    (enum date_dir)k, &day, NULL);

			day_iso(day, got);
			assert_string_equal(got, want[k] ? want[k] : "");
			assert_int_equal(st, want[k] ? ST_OK : ST_INVALID);
		}
	}
}

static void
an_impossible_day_is_refused_in_words(void **state)
{
	static const struct {
		const char *typed, *says;
		bool	    like;
	} rows[] = {
		{ "31/11", "no 31 November", true },
		{ "31 nov", "no 31 November", true },
		{ "30/2", "no 30 February", true },
		{ "29/2", "no 29 February 2027", true },
		{ "29 feb 2026", "no 29 February 2026", true },
		{ "2026-04-31", "no 31 April", true },
		{ "0/1", "no 0 January", true },
		{ "3/13", "no month 13: the day comes before the month, 13/3",
		  true },
		{ "40/40", "no month 40", true },
		{ "fri 12/3/26", "12 March 2026 is a Thursday, not a Friday",
		  true },
		{ "1/1/2200", "the year 2200 is out of range: 1800 to 2199",
		  true },
		{ "+999999", "\"+999999\" is out of range: days run from 1800 "
		  "to 2199", true },
		{ "soon", "cannot read \"soon\" as a date: write 12/3, 12 mar "
		  "or 2026-03-12", false },
		{ "barclays", "cannot read \"barclays\" as a date: write 12/3, "
		  "12 mar or 2026-03-12", false },
	};
	int day;
	struct err e;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_int_equal(date_parse(rows[i].typed,
		    day_from_iso(TODAY), DATE_BACK, &day, &e), ST_INVALID);
		assert_string_equal(e.text, rows[i].says);
		assert_int_equal(date_like(rows[i].typed), rows[i].like);
	}
}

static void
files_hold_days_in_three_forms(void **state)
{
	static const char *const good[] = {
		"2026-03-02", "02-03-2026", "02/03/2026", "2/3/2026",
		" 2/3/2026",
	};
	static const char *const bad[] = {
		"", "2/3", "2/3/26", "2-3-2026", "today", "2 mar 2026", "+3",
		"31-11-2026", "02-03/2026", "2026-3-2", "02.03.2026",
		"-/-/2026",
	};
	int day;

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		assert_true(date_parse_file(good[i], &day));
		assert_int_equal(day, day_from_iso("2026-03-02"));
	}
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_false(date_parse_file(bad[i], &day));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    every_day_of_four_centuries_survives_the_round_trip),
		cmocka_unit_test(iso_days_are_read_strictly),
		cmocka_unit_test(
		    days_are_written_with_weekday_and_year_when_needed),
		cmocka_unit_test(adding_months_stays_within_the_month),
		cmocka_unit_test(academic_years_begin_in_september),
		cmocka_unit_test(academic_years_are_typed_in_four_ways),
		cmocka_unit_test(people_type_days_in_many_ways),
		cmocka_unit_test(an_impossible_day_is_refused_in_words),
		cmocka_unit_test(files_hold_days_in_three_forms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
