/* test_encounter.c - what follows from an encounter, and what may not be. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#include "model/fields.h"
#include "tests/model/fake.h"

static void
derive(const struct row *old, struct row *r)
{
	r->ent->derive(old, r, day_from_iso(FAKE_TODAY));
}

static void
check_text(const struct row *r, int field, const char *want)
{
	char *got = fake_text(r, field);

	assert_string_equal(got, want);
	free(got);
}

/* The rules' sentence, "" when they are kept. */
static void
check_says(const struct row *r, const char *field, const char *want)
{
	struct err e = { 0 };
	enum status st = r->ent->check(r, &e);

	if (*want == '\0') {
		if (st != ST_OK)
			fail_msg("%s", e.text);
		return;
	}
	assert_int_equal(st, ST_INVALID);
	assert_string_equal(e.field, field);
	if (strstr(e.text, want) == NULL)
		fail_msg("\"%s\" lacks \"%s\"", e.text, want);
}

static void
a_new_one_is_planned_when_it_lies_ahead(void **state)
{
	static const struct { const char *date, *status; } v[] = {
		{ "2026-11-21", "planned" }, { FAKE_TODAY, "delivered" },
		{ "2026-11-19", "delivered" }, { "", "delivered" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct row *r = fake_encounter("");

		row_set(r, F_encounter_date, v[i].date);
		derive(NULL, r);
		check_text(r, F_encounter_status, v[i].status);
		row_free(r);
	}
}

static void
a_status_that_was_given_stays(void **state)
{
	struct row *r = fake_encounter("cancelled");

	(void)state;
	row_set(r, F_encounter_date, "2026-12-01");
	derive(NULL, r);
	check_text(r, F_encounter_status, "cancelled");
	row_free(r);
}

static void
minutes_follow_from_the_times_when_empty(void **state)
{
	struct row *r = fake_encounter("delivered");

	(void)state;
	fake_set(r, F_encounter_start, "9:30");
	derive(NULL, r);
	check_text(r, F_encounter_minutes, "");
	fake_set(r, F_encounter_finish, "14:00");
	derive(NULL, r);
	check_text(r, F_encounter_minutes, "270");
	fake_set(r, F_encounter_finish, "15:00");
	derive(NULL, r);
	check_text(r, F_encounter_minutes, "270");
	row_free(r);
}

static void
benchmarks_follow_the_type_until_somebody_changes_them(void **state)
{
	struct row *old = fake_encounter("delivered"), *r;

	(void)state;
	fake_set(old, F_encounter_type, "mock");
	derive(NULL, old);
	check_text(old, F_encounter_benchmarks, "5");
	r = row_copy(old);
	fake_set(r, F_encounter_type, "work experience");
	derive(old, r);
	check_text(r, F_encounter_benchmarks, "6");
	fake_set(r, F_encounter_benchmarks, "6, 4");
	row_free(old);
	old = row_copy(r);
	fake_set(r, F_encounter_type, "talk");
	derive(old, r);
	check_text(r, F_encounter_benchmarks, "4, 6");
	row_free(old);
	row_free(r);
}

static void
benchmarks_that_were_given_or_cleared_stay(void **state)
{
	struct row *old = fake_encounter("delivered"), *r;

	(void)state;
	fake_set(old, F_encounter_type, "talk");
	fake_set(old, F_encounter_benchmarks, "8");
	derive(NULL, old);
	check_text(old, F_encounter_benchmarks, "8");
	fake_set(old, F_encounter_benchmarks, "5");
	r = row_copy(old);
	fake_set(r, F_encounter_benchmarks, "");
	derive(old, r);
	check_text(r, F_encounter_benchmarks, "");
	row_free(old);
	row_free(r);
}

static void
a_provider_adds_benchmark_seven(void **state)
{
	struct row *old = fake_encounter("delivered"), *r;

	(void)state;
	fake_set(old, F_encounter_type, "careers fair");
	derive(NULL, old);
	r = row_copy(old);
	fake_set(r, F_encounter_providers, "partner/4 (came)");
	derive(old, r);
	check_text(r, F_encounter_benchmarks, "5, 7");
	row_free(old);
	old = row_copy(r);
	fake_set(r, F_encounter_providers, "");
	derive(old, r);
	check_text(r, F_encounter_benchmarks, "5");
	fake_set(r, F_encounter_type, "world of work");
	fake_set(r, F_encounter_benchmarks, "");
	derive(NULL, r);
	check_text(r, F_encounter_benchmarks, "");
	row_free(old);
	row_free(r);
}

static void
a_school_that_goes_takes_its_numbers_along(void **state)
{
	struct row *r = fake_encounter("delivered");

	(void)state;
	fake_set(r, F_encounter_schools, "136578, 136579");
	fake_set(r, F_encounter_years, "136578: y9 4, y10 5; 136579: y9 6");
	fake_set(r, F_encounter_groups, "136578: EAL 4; 136579: EAL 1");
	fake_set(r, F_encounter_schools, "136579");
	derive(NULL, r);
	check_text(r, F_encounter_years, "y9 6");
	check_text(r, F_encounter_groups, "EAL 1");
	row_free(r);
}

static void
adult_lines_add_up_to_the_adults(void **state)
{
	struct row *r = fake_encounter("delivered");

	(void)state;
	fake_set(r, F_encounter_adults, "9");
	fake_set(r, F_encounter_years, "y9 4");
	derive(NULL, r);
	check_text(r, F_encounter_adults, "9");
	fake_set(r, F_encounter_schools, "136578, 136579");
	fake_set(r, F_encounter_years, "136578: adult 12; 136579: adult 3");
	derive(NULL, r);
	check_text(r, F_encounter_adults, "15");
	row_free(r);
}

static void
times_and_days_must_follow_each_other(void **state)
{
	struct row *r = fake_encounter("delivered");

	(void)state;
	check_says(r, "", "");
	fake_set(r, F_encounter_start, "10:00");
	fake_set(r, F_encounter_finish, "9:30");
	check_says(r, "finish", "09:30 is not after the start, 10:00");
	fake_set(r, F_encounter_end, "2026-11-21");
	check_says(r, "", "");
	fake_set(r, F_encounter_end, "2026-11-19");
	check_says(r, "end", "2026-11-19 is before 2026-11-20");
	fake_set(r, F_encounter_end, "2101-01-01");
	check_says(r, "end", "between 1990 and 2100");
	fake_set(r, F_encounter_end, "");
	fake_set(r, F_encounter_date, "1989-12-31");
	check_says(r, "date", "between 1990 and 2100");
	row_free(r);
}

static void
parts_may_not_exceed_the_pupils(void **state)
{
	static const struct { const char *group, *e, *a, *d, *s, *want; } v[] = {
		{ "y9", "", "24", "24", "24", "" },
		{ "y9", "30", "24", "25", "", "y9: 25 disadvantaged of 24" },
		{ "y9", "", "24", "", "25", "y9: 25 SEND of 24" },
		{ "y9", "30", "", "30", "", "" },
		{ "y9", "30", "", "31", "", "31 disadvantaged of 30" },
		{ "y9", "", "", "3", "", "" },
		{ "y19", "", "3", "", "", "no year group \"y19\"" },
	};
	struct row *r = fake_encounter("delivered");
	struct set *s = row_members(r, F_encounter_years);
	const struct setdef *def = r->ent->fields[F_encounter_years].set;

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		set_clear(s, def);
		set_put(s, def, (const char *[]){ "00000000045C2", v[i].group,
		    v[i].e, v[i].a, v[i].d, v[i].s, "" });
		check_says(r, "years", v[i].want);
	}
	row_free(r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_one_is_planned_when_it_lies_ahead),
		cmocka_unit_test(a_status_that_was_given_stays),
		cmocka_unit_test(minutes_follow_from_the_times_when_empty),
		cmocka_unit_test(
		    benchmarks_follow_the_type_until_somebody_changes_them),
		cmocka_unit_test(benchmarks_that_were_given_or_cleared_stay),
		cmocka_unit_test(a_provider_adds_benchmark_seven),
		cmocka_unit_test(a_school_that_goes_takes_its_numbers_along),
		cmocka_unit_test(adult_lines_add_up_to_the_adults),
		cmocka_unit_test(times_and_days_must_follow_each_other),
		cmocka_unit_test(parts_may_not_exceed_the_pupils),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
