/* test_national.c - national figures, beside results of their framework. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <string.h>

#include "model/national.h"

static void
the_figures_are_the_published_ones(void **state)
{
	static const struct { const char *label; int year; const char *want; }
	    v[] = {
		{ "2014", 2014, "1.34" }, { "2016/17", 2016, "1.87" },
		{ "2017/18", 2017, "2.13" }, { "2018/19", 2018, "3.0" },
		{ "2023/24", 2023, "5.83" }, { "2024/25", 2024, "5.96" },
	};
	static const char *const shares[][BENCHMARKS] = {
		{ "6.1", "31.8", "13.1", "25.9", "38.3", "36.6", "12.5",
		  "49" },
		{ "21", "45", "20", "38", "52", "47", "21", "57" },
	};
	struct nationals ns;
	struct err e = { 0 };
	struct buf b;

	(void)state;
	buf_init(&b, BUF_LINE);
	assert_int_equal(nationals_load(NULL, &ns, &e), ST_OK);
	assert_int_equal(ns.n, COUNT(v));
	for (size_t i = 0; i < COUNT(v); i++) {
		assert_string_equal(ns.v[i].label, v[i].label);
		assert_int_equal(ns.v[i].year, v[i].year);
		assert_string_equal(ns.v[i].framework, "G2014");
		assert_string_not_equal(ns.v[i].source, "");
		buf_reset(&b);
		national_average_format(ns.v[i].average, &b);
		assert_string_equal(b.p, v[i].want);
		for (int k = 0; k < BENCHMARKS; k++) {
			bool has = i == 2 || i == 3;

			buf_reset(&b);
			national_share_format(ns.v[i].share[k], &b);
			assert_string_equal(b.p, has ? shares[i - 2][k] : "?");
		}
	}
	buf_clear(&b);
	nationals_clear(&ns);
}

static void
only_those_of_the_framework_are_given(void **state)
{
	struct nationals ns;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(nationals_load(NULL, &ns, &e), ST_OK);
	assert_string_equal(national_average(&ns, "G2014", 2020)->label,
	    "2018/19");
	assert_string_equal(national_average(&ns, "G2014", 2026)->label,
	    "2024/25");
	assert_string_equal(national_shares(&ns, "G2014", 2026)->label,
	    "2018/19");
	assert_string_equal(national_shares(&ns, "G2014", 2017)->label,
	    "2017/18");
	assert_null(national_shares(&ns, "G2014", 2016));
	assert_null(national_average(&ns, "G2014", 2013));
	assert_null(national_average(&ns, "G2024", 2026));
	nationals_clear(&ns);
}

static enum status
load_hub(const char *rows, struct nationals *ns, struct err *e)
{
	struct csv_source src = { .name = "national.csv" };
	enum status st;
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_addf(&b, "year,framework,average,bm1,source\n%s\n", rows);
	src.text = b.p;
	src.size = b.n;
	st = nationals_load(&src, ns, e);
	buf_clear(&b);
	return st;
}

static void
a_hub_adds_and_mends(void **state)
{
	struct nationals ns;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(load_hub("2025/26,G2024,4.5,,A letter\n"
	    "2018/19,G2014,3.01,,Corrected", &ns, &e), ST_OK);
	assert_int_equal(national_average(&ns, "g2024", 2026)->average, 450);
	assert_int_equal(national_average(&ns, "G2014", 2019)->average, 301);
	nationals_clear(&ns);
}

static void
wrong_figures_are_named_with_their_line(void **state)
{
	static const struct { const char *row, *why; } v[] = {
		{ "soon,G2014,1,,", "national.csv:2: year: \"soon\"" },
		{ "2019/20,,1,,", "national.csv:2: framework: " },
		{ "2019/20,G2014,8.5,,", "national.csv:2: average: " },
		{ "2019/20,G2014,1.,,", "national.csv:2: average: " },
		{ "2019/20,G2014,1.234,,", "national.csv:2: average: " },
		{ "2019/20,G2014,-1,,", "national.csv:2: average: " },
		{ "2019/20,G2014,1,100.1,", "national.csv:2: bm1: " },
		{ "2019/20,G2014,1,99999999999,", "national.csv:2: bm1: " },
		{ "2019/20,G2014,1,50%,", "national.csv:2: bm1: " },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct nationals ns;
		struct err e = { 0 };

		if (load_hub(v[i].row, &ns, &e) == ST_OK)
			fail_msg("taken: %s", v[i].row);
		if (strstr(e.text, v[i].why) == NULL)
			fail_msg("%s: \"%s\"", v[i].row, e.text);
		assert_int_equal(ns.n, 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_figures_are_the_published_ones),
		cmocka_unit_test(only_those_of_the_framework_are_given),
		cmocka_unit_test(a_hub_adds_and_mends),
		cmocka_unit_test(wrong_figures_are_named_with_their_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
