/* test_repeat.c - when a task that repeats is due again. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include "base/date.h"
#include "base/str.h"
#include "model/repeat.h"
#include "model/tables.h"

static void
each_rhythm_finds_its_next_day_after_today(void **state)
{
	static const struct {
		const char *word, *due, *today, *want;
	} v[] = {
		{ "daily", "2026-11-20", "2026-11-20", "2026-11-23" },
		{ "daily", "2026-12-01", "2026-11-20", "2026-12-02" },
		{ "daily", "2026-01-05", "2026-12-24", "2026-12-29" },
		{ "weekly", "2026-11-20", "2026-11-20", "2026-11-27" },
		{ "weekly", "2026-10-02", "2026-11-20", "2026-11-27" },
		/* Good Friday and New Year's Day are left out */
		{ "weekly", "2027-03-19", "2027-03-19", "2027-04-02" },
		{ "fortnightly", "2026-12-18", "2026-12-18", "2027-01-15" },
		{ "weekly", "2026-11-21", "2026-11-21", "2026-11-28" },
		{ "monthly", "2026-10-31", "2026-11-20", "2026-11-30" },
		{ "monthly", "2026-08-31", "2026-11-20", "2026-11-30" },
		{ "yearly", "2024-02-29", "2024-03-01", "2025-02-28" },
		/* the third working day of the autumn term, and of the next */
		{ "termly", "2026-09-03", "2026-11-20", "2027-01-06" },
		{ "termly", "2026-01-07", "2026-11-20", "2027-01-06" },
	};
	struct calendar *cal = cal_new(NULL, 0, NULL);

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		char got[11];

		day_iso(repeat_next(cal, v[i].word, day_from_iso(v[i].due),
		    day_from_iso(v[i].today)), got);
		if (!str_eq(got, v[i].want))
			fail_msg("%s from %s on %s: %s, not %s", v[i].word,
			    v[i].due, v[i].today, got, v[i].want);
	}
	cal_free(cal);
}

static void
every_choice_has_a_rhythm_and_no_other_word_has(void **state)
{
	struct calendar *cal = cal_new(NULL, 0, NULL);
	int today = day_from_iso("2026-11-20");

	(void)state;
	for (const struct choice *c = task_repeats; c->word != NULL; c++)
		assert_int_not_equal(repeat_next(cal, c->word, today, today),
		    DAY_NONE);
	assert_int_equal(repeat_next(cal, "", today, today), DAY_NONE);
	assert_int_equal(repeat_next(cal, "hourly", today, today), DAY_NONE);
	assert_int_equal(repeat_next(cal, "weekly",
	    day_from_iso("2150-01-01"), today), DAY_NONE);
	cal_free(cal);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rhythm_finds_its_next_day_after_today),
		cmocka_unit_test(every_choice_has_a_rhythm_and_no_other_word_has),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
