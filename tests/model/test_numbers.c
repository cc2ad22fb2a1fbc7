/* test_numbers.c - totals, ranges, and cohorts over the years. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#include "model/cohort.h"
#include "model/fields.h"
#include "model/numbers.h"
#include "tests/model/fake.h"

static void
pupils_are_those_expected_while_it_is_planned(void **state)
{
	static const struct { const char *status, *years; long want; } v[] = {
		{ "delivered", "y9 24 of 30, y10 6, ks4 10, adult 5", 40 },
		{ "planned", "y9 24 of 30, y10 6, adult 5", 36 },
		{ "delivered", "y9 ~30", -1 }, { "delivered", "", -1 },
		{ "planned", "y9 ?", -1 }, { "delivered", "y9 0", 0 },
		{ "cancelled", "y9 ~30, y10 4", 4 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct row *r = fake_encounter(v[i].status);

		fake_set(r, F_encounter_years, v[i].years);
		assert_int_equal(numbers_pupils(r, 0), v[i].want);
		row_free(r);
	}
}

static void
evidence_is_a_range_within_the_roll(void **state)
{
	static const struct {
		long		 v[4];
		size_t		 n;
		long		 roll;
		int		 times;
		const char	*want;
	} v[] = {
		{ { 51, 23 }, 2, 180, 1, "51-74" },
		{ { 51 }, 1, 180, 1, "51" },
		{ { 0 }, 0, 180, 1, "0" },
		{ { 120, 100, 60 }, 3, 180, 1, "120-180" },
		{ { 200, 10 }, 2, 180, 1, "180" },
		{ { 200, 10 }, 2, -1, 1, "200-210" },
		{ { 7 }, 1, 0, 1, "0" },
		/* two of them: 120 + 100 - 180, and the smaller */
		{ { 120, 100 }, 2, 180, 2, "40-100" },
		{ { 51, 23 }, 2, 180, 2, "0-23" },
		{ { 51 }, 1, 180, 2, "0" },
		{ { 120, 100 }, 2, -1, 2, "0-100" },
		/* half of 90 + 60 + 50, at most the roll */
		{ { 60, 90, 50 }, 3, 100, 2, "50-100" },
		{ { 60, 90, 50 }, 3, 200, 2, "0-100" },
		/* no more than 20 + 10 */
		{ { 20, 90, 10 }, 3, 200, 2, "0-30" },
		/* 200 of a roll of 180 are 180: who came twice is one of 10 */
		{ { 200, 10 }, 2, 180, 2, "10" },
		/* not known */
		{ { -1, 10 }, 2, 180, 1, "10-180" },
		{ { -1, 10 }, 2, -1, 1, "10-?" },
		{ { -1 }, 1, 180, 1, "?" },
		{ { -1 }, 1, -1, 1, "?" },
		{ { -1, 10 }, 2, 180, 2, "0-10" },
		{ { -1, 10 }, 2, -1, 2, "0-10" },
		{ { -1, -1, 5 }, 3, -1, 2, "?" },
		{ { -1 }, 1, 180, 2, "0" },
		{ { -1 }, 1, 0, 1, "0" },
	};
	struct buf b;

	(void)state;
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < COUNT(v); i++) {
		buf_reset(&b);
		range_format(range_of(v[i].v, v[i].n, v[i].roll,
		    v[i].times), &b);
		assert_string_equal(b.p, v[i].want);
	}
	buf_clear(&b);
}

static void
hours_have_two_places_at_most(void **state)
{
	static const struct { long minutes; const char *want; } v[] = {
		{ 0, "0" }, { 1, "0.02" }, { 30, "0.5" }, { 59, "0.98" },
		{ 60, "1" }, { 63, "1.05" }, { 100, "1.67" }, { 600, "10" },
	};
	struct buf b;

	(void)state;
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < COUNT(v); i++) {
		buf_reset(&b);
		numbers_hours(v[i].minutes, &b);
		assert_string_equal(b.p, v[i].want);
	}
	buf_clear(&b);
}

static void
a_cohort_keeps_its_entry_year(void **state)
{
	static const struct { const char *group; int year, entry; } v[] = {
		{ "y7", 2026, 2026 }, { "y9", 2026, 2024 },
		{ "y8", 2025, 2024 }, { "y13", 2026, 2020 },
		{ "r", 2026, 2033 }, { "y6", 2025, 2026 },
	};
	int entry;

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		assert_true(cohort_entry(v[i].group, v[i].year, &entry));
		assert_int_equal(entry, v[i].entry);
		assert_string_equal(cohort_group(entry, v[i].year),
		    v[i].group);
	}
	assert_false(cohort_entry("ks3", 2026, &entry));
	assert_false(cohort_entry("adult", 2026, &entry));
	assert_false(cohort_entry("", 2026, &entry));
	assert_null(cohort_group(2026, 2034));
	assert_null(cohort_group(2026, 2018));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    pupils_are_those_expected_while_it_is_planned),
		cmocka_unit_test(evidence_is_a_range_within_the_roll),
		cmocka_unit_test(hours_have_two_places_at_most),
		cmocka_unit_test(a_cohort_keeps_its_entry_year),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
