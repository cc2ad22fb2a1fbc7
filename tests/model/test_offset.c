/* test_offset.c - distances: read, written, and the days they give. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <string.h>

#include "base/date.h"
#include "model/offset.h"

static void
what_is_typed_becomes_canonical(void **state)
{
	static const struct { const char *text, *want; } v[] = {
		{ "+5 wd", "+5 wd" }, { "5wd", "+5 wd" },
		{ " 5  Working   Days ", "+5 wd" },
		{ "1 working day", "+1 wd" }, { "-2 sw", "-2 sw" },
		{ "- 2 school weeks", "-2 sw" }, { "\xe2\x88\x92" "2sw", "-2 sw" },
		{ "+10 d", "+10 d" }, { "10", "+10 d" }, { "-3", "-3 d" },
		{ "2w", "+14 d" }, { "-1 week", "-7 d" },
		{ "0", "0" }, { "+0 d", "0" }, { "-0", "0" },
		{ "0 wd", "0 wd" }, { "-0 sw", "0 sw" },
		{ "999 wd", "+999 wd" }, { "-999", "-999 d" },
		{ "142 weeks", "+994 d" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct offset o, again;
		struct err e = { 0 };
		char text[16];

		if (offset_parse(v[i].text, &o, &e) != ST_OK)
			fail_msg("%s", e.text);
		offset_format(o, text);
		assert_string_equal(text, v[i].want);
		assert_int_equal(offset_parse(text, &again, &e), ST_OK);
		assert_int_equal(again.n, o.n);
		assert_int_equal(again.unit, o.unit);
	}
}

static void
what_is_no_distance_is_refused(void **state)
{
	static const char *const v[] = {
		"", " ", "wd", "+", "-", "+ wd", "five wd", "5 x", "5 wd 3",
		"--5 wd", "+-5", "5.5 d", "5 wdd", "\xc3\xa9", "5 w d", "0x5",
	};
	static const char *const far[] = {
		"1000", "-1000 wd", "143 w", "99999999999999999999 d",
	};
	struct offset o = { 7, OFFSET_WORKING };
	struct err e = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++)
		assert_int_equal(offset_parse(v[i], &o, &e), ST_INVALID);
	assert_int_equal(offset_parse("soon", &o, &e), ST_INVALID);
	assert_string_equal(e.text, "\"soon\" is no distance: write +5 wd "
	    "(working days), -2 sw (school weeks), +10 d (days) or 0");
	for (size_t i = 0; i < COUNT(far); i++)
		assert_int_equal(offset_parse(far[i], &o, &e), ST_INVALID);
	assert_int_equal(offset_parse("1000 wd", &o, &e), ST_INVALID);
	assert_string_equal(e.text, "\"1000 wd\" is too far: 999 is the most");
	assert_int_equal(o.n, 7);
	assert_int_equal(o.unit, OFFSET_WORKING);
}

static void
they_give_days(void **state)
{
	static const struct { const char *anchor, *offset, *want; } v[] = {
		{ "2026-11-20", "0", "2026-11-20" },
		{ "2026-11-21", "0", "2026-11-21" },	/* a Saturday stays */
		{ "2026-11-21", "0 wd", "2026-11-23" },
		{ "2026-11-21", "0 sw", "2026-11-23" },
		{ "2026-11-20", "+10 d", "2026-11-30" },
		{ "2026-11-20", "-1 d", "2026-11-19" },
		{ "2026-11-20", "+1 wd", "2026-11-23" },
		{ "2026-12-24", "+1 wd", "2026-12-29" },
		{ "2026-12-24", "+1 sw", "2027-01-07" },
		{ "2027-01-07", "-2 sw", "2026-12-10" },
	};
	struct calendar *c = cal_new(NULL, 0, NULL);

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct offset o;
		struct err e = { 0 };
		char got[11];

		assert_int_equal(offset_parse(v[i].offset, &o, &e), ST_OK);
		day_iso(offset_day(c, day_from_iso(v[i].anchor), o), got);
		assert_string_equal(got, v[i].want);
	}
	cal_free(c);
}

static void
without_a_day_there_is_none(void **state)
{
	static const struct offset v[] = {
		{ 5, OFFSET_DAYS }, { -5, OFFSET_WORKING },
		{ 0, OFFSET_WORKING }, { -2, OFFSET_SCHOOL_WEEKS },
		{ 0, OFFSET_SCHOOL_WEEKS },
	};
	struct calendar *c = cal_new(NULL, 0, NULL);
	int last = day_from_iso("2101-08-31");

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++)
		assert_int_equal(offset_day(c, DAY_NONE, v[i]), DAY_NONE);
	assert_int_equal(offset_day(c, last, (struct offset){ 0 }), last);
	assert_int_equal(offset_day(c, last, (struct offset){ 1, OFFSET_DAYS }),
	    DAY_NONE);
	assert_int_equal(offset_day(c, last,
	    (struct offset){ 1, OFFSET_WORKING }), DAY_NONE);
	assert_int_equal(offset_day(c, last,
	    (struct offset){ 1, OFFSET_SCHOOL_WEEKS }), DAY_NONE);
	cal_free(c);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_typed_becomes_canonical),
		cmocka_unit_test(what_is_no_distance_is_refused),
		cmocka_unit_test(they_give_days),
		cmocka_unit_test(without_a_day_there_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
