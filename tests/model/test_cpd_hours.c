/* test_cpd_hours.c - hours of an academic year and of the register's. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"
#include "model/cpd_hours.h"
#include "tests/lib/test.h"

static int
day(const char *iso)
{
	return day_from_iso(iso);
}

/* Tenths of an hour, so that they compare. */
static long
tenths(double h)
{
	return (long)(h * 10 + 0.5);
}

static void
everybody_has_hours_of_the_academic_year(void **state)
{
	const struct cpd_attended v[] = { { day("2026-08-31"), 4 },
		{ day("2026-09-01"), 1.5 }, { day("2026-11-20"), 2 },
		{ day("2026-11-21"), 8 }, { DAY_NONE, 3 } };
	struct cpd_hours h = cpd_hours_of(v, 5, DAY_NONE, day("2026-11-20"));

	(void)state;
	assert_int_equal(tenths(h.year), 35);
	assert_false(h.registered);
	assert_int_equal(tenths(h.left), 0);
	assert_false(cpd_short(&h, day("2026-11-20")));
}

static void
the_register_counts_from_its_anniversary(void **state)
{
	static const struct {
		const char *reg, *today, *from, *to;
	} cases[] = {
		{ "2024-03-02", "2026-11-20", "2026-03-02", "2027-03-01" },
		{ "2024-11-20", "2026-11-20", "2026-11-20", "2027-11-19" },
		{ "2024-11-21", "2026-11-20", "2025-11-21", "2026-11-20" },
		{ "2026-11-20", "2026-11-20", "2026-11-20", "2027-11-19" },
		{ "2024-02-29", "2026-02-28", "2026-02-28", "2027-02-27" },
		{ "2024-02-29", "2028-02-28", "2027-02-28", "2028-02-28" },
		{ "2024-02-29", "2028-02-29", "2028-02-29", "2029-02-27" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct cpd_hours h = cpd_hours_of(NULL, 0, day(cases[i].reg),
		    day(cases[i].today));

		assert_true(h.registered);
		assert_int_equal(h.from, day(cases[i].from));
		assert_int_equal(h.to, day(cases[i].to));
		assert_int_equal(tenths(h.left), 250);
	}
}

static void
a_day_to_come_is_not_yet(void **state)
{
	struct cpd_hours h = cpd_hours_of(NULL, 0, day("2026-11-21"),
	    day("2026-11-20"));

	(void)state;
	assert_false(h.registered);
}

static void
only_the_registers_year_counts_towards_it(void **state)
{
	const struct cpd_attended v[] = { { day("2026-03-01"), 20 },
		{ day("2026-03-02"), 10 }, { day("2026-10-01"), 14.5 } };
	struct cpd_hours h = cpd_hours_of(v, 3, day("2020-03-02"),
	    day("2026-11-20"));

	(void)state;
	assert_int_equal(tenths(h.counted), 245);
	assert_int_equal(tenths(h.left), 5);
	assert_int_equal(tenths(h.year), 145);
}

static void
short_is_said_when_the_end_is_near(void **state)
{
	const struct cpd_attended enough = { day("2026-06-01"), 25 };
	struct cpd_hours h = cpd_hours_of(NULL, 0, day("2020-03-02"),
	    day("2026-11-30"));

	(void)state;
	assert_int_equal(h.to - day("2026-12-01"), 90);
	assert_false(cpd_short(&h, day("2026-11-30")));	/* 91 days */
	assert_true(cpd_short(&h, day("2026-12-01")));
	h = cpd_hours_of(&enough, 1, day("2020-03-02"), day("2027-02-20"));
	assert_false(cpd_short(&h, day("2027-02-20")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everybody_has_hours_of_the_academic_year),
		cmocka_unit_test(the_register_counts_from_its_anniversary),
		cmocka_unit_test(a_day_to_come_is_not_yet),
		cmocka_unit_test(only_the_registers_year_counts_towards_it),
		cmocka_unit_test(short_is_said_when_the_end_is_near),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
