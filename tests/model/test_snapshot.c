/* test_snapshot.c - the days on which the official results are counted. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"
#include "model/snapshot.h"
#include "tests/lib/test.h"

static void
the_snapshots_round_a_day_are_found(void **state)
{
	static const char *const known[][3] = {
		/* day, last before, first on or after */
		{ "2026-11-20", "2026-07-31", "2026-12-31" },
		{ "2026-12-31", "2026-07-31", "2026-12-31" },
		{ "2027-01-01", "2026-12-31", "2027-03-31" },
		{ "2027-03-31", "2026-12-31", "2027-03-31" },
		{ "2027-04-01", "2027-03-31", "2027-07-31" },
		{ "2027-07-31", "2027-03-31", "2027-07-31" },
		{ "2027-08-01", "2027-07-31", "2027-12-31" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(known); i++) {
		int day = day_from_iso(known[i][0]);

		assert_int_equal(snapshot_before(day),
		    day_from_iso(known[i][1]));
		assert_int_equal(snapshot_from(day),
		    day_from_iso(known[i][2]));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_snapshots_round_a_day_are_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
