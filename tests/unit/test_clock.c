/* test_clock.c - instants, times of day and spans of time. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/date.h"

static void
instants_survive_the_round_trip(void **state)
{
	static const struct {
		const char *in, *out;
	} good[] = {
		{ "1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z" },
		{ "2026-11-20T10:00:00Z", "2026-11-20T10:00:00.000Z" },
		{ "2026-11-20T23:59:59.999Z", "2026-11-20T23:59:59.999Z" },
		{ "1969-12-31T00:00:00.500Z", "1969-12-31T00:00:00.500Z" },
	};
	static const char *const bad[] = {
		"", "2026-11-20", "2026-11-20T10:00Z", "2026-11-20 10:00:00Z",
		"2026-11-20T10:00:00", "2026-11-20T24:00:00Z",
		"2026-11-20T10:60:00Z", "2026-11-31T10:00:00Z",
		"2026-11-20T10:00:00.5Z", "2026-11-20T10:00:00.5000Z",
		"2026-11-20T10:00:00Zx",
	};
	char out[25];

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		clock_iso(clock_from_iso(good[i].in), out);
		assert_string_equal(out, good[i].out);
	}
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_int_equal(clock_from_iso(bad[i]), -1);
	clock_iso(INT64_MAX, out);
	assert_string_equal(out, "");
	clock_iso(INT64_MIN, out);
	assert_string_equal(out, "");
}

static void
caseload_now_fixes_the_clock(void **state)
{
	(void)state;
	setenv("CASELOAD_NOW", "2026-11-20T10:00:00Z", 1);
	clock_reset();
	assert_true(clock_is_fixed());
	assert_int_equal(clock_ms(), clock_from_iso("2026-11-20T10:00:00Z"));
	setenv("CASELOAD_NOW", "half past ten", 1);
	assert_true(clock_is_fixed());	/* it is read once */
	clock_reset();
	assert_false(clock_is_fixed());
	assert_true(clock_ms() > clock_from_iso("2024-01-01T00:00:00Z"));
	unsetenv("CASELOAD_NOW");
	clock_reset();
	assert_true(clock_monotonic_ms() >= 0);
}

static void
the_day_depends_on_the_zone(void **state)
{
	static const struct {
		const char *at, *zone, *day, *time;
	} rows[] = {
		{ "2026-07-01T23:30:00Z", "Europe/London", "2026-07-02",
		  "00:30" },
		{ "2026-01-01T23:30:00Z", "Europe/London", "2026-01-01",
		  "23:30" },
		{ "2026-07-01T23:30:00Z", "UTC", "2026-07-01", "23:30" },
		{ "2026-07-01T23:30:00Z", "Asia/Tokyo", "2026-07-02", "08:30" },
		{ "2026-07-01T23:30:00Z", "", "2026-07-01", "20:30" },
		{ "2026-07-01T23:30:00Z", NULL, "2026-07-02", "00:30" },
		{ "1965-07-01T12:00:00.500Z", "UTC", "1965-07-01", "12:00" },
	};
	char day[11], time[6];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t ms = clock_from_iso(rows[i].at);

		day_iso(clock_day(ms, rows[i].zone), day);
		clock_hhmm(ms, rows[i].zone, time);
		assert_string_equal(day, rows[i].day);
		assert_string_equal(time, rows[i].time);
	}
}

static void
zones_are_known_by_their_names(void **state)
{
	(void)state;
	assert_true(clock_zone_known(""));
	if (!clock_zone_known("Etc/UTC"))
		skip();		/* no tzdata here */
	assert_true(clock_zone_known(CLOCK_ZONE));
	assert_false(clock_zone_known("Europe/Londno"));
	assert_false(clock_zone_known("Europe"));
	assert_false(clock_zone_known("/etc/passwd"));
	assert_false(clock_zone_known("../../../etc/passwd"));
}

static void
times_of_day_are_typed_in_many_ways(void **state)
{
	static const struct {
		const char *s;
		int	    minutes;
	} rows[] = {
		{ "9:30", 570 }, { "930", 570 }, { "0930", 570 },
		{ "09.30", 570 }, { "2pm", 840 }, { "2:15pm", 855 },
		{ "2 PM", 840 }, { "14:00", 840 }, { "12am", 0 },
		{ "12pm", 720 }, { "12:30am", 30 }, { "0:00", 0 },
		{ "23:59", 1439 }, { " 9:30 ", 570 }, { "215pm", 855 },
		{ "", -1 }, { "9", -1 }, { "24:00", -1 }, { "9:60", -1 },
		{ "9:3", -1 }, { "9:300", -1 }, { "13pm", -1 }, { "0am", -1 },
		{ "2400", -1 }, { "12345", -1 }, { "9:30x", -1 }, { "x", -1 },
		{ "-930", -1 },
	};
	char out[6];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(time_parse(rows[i].s), rows[i].minutes);
	for (int m = 0; m < 24 * 60; m++) {
		time_format(m, out);
		assert_int_equal(time_parse(out), m);
	}
	time_format(-1, out);
	assert_string_equal(out, "");
	time_format(1440, out);
	assert_string_equal(out, "");
}

static void
spans_are_typed_in_many_ways(void **state)
{
	static const struct {
		const char *s;
		int	    minutes;
	} rows[] = {
		{ "60m", 60 }, { "1h", 60 }, { "1h30", 90 }, { "1h30m", 90 },
		{ "1h 30", 90 }, { "90 min", 90 }, { "90mins", 90 },
		{ "1.5h", 90 }, { "1.25 hours", 75 }, { "2 Hours", 120 },
		{ "0m", 0 }, { "99999m", 99999 },
		{ "", -1 }, { "60", -1 }, { "h", -1 }, { "1h60", -1 },
		{ "1.5m", -1 }, { "1.5h30", -1 }, { "1d", -1 }, { "-1h", -1 },
		{ "1h30x", -1 }, { "100000m", -1 }, { "99999h", -1 },
		{ "1.h", -1 }, { "1m30", -1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(span_parse(rows[i].s), rows[i].minutes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(instants_survive_the_round_trip),
		cmocka_unit_test(caseload_now_fixes_the_clock),
		cmocka_unit_test(the_day_depends_on_the_zone),
		cmocka_unit_test(zones_are_known_by_their_names),
		cmocka_unit_test(times_of_day_are_typed_in_many_ways),
		cmocka_unit_test(spans_are_typed_in_many_ways),
	};

	/* "" must mean the zone the process began with. */
	setenv("TZ", "America/Sao_Paulo", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
