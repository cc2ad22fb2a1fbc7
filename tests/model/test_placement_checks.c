/* test_placement_checks.c - what runs out, what nobody checked, hours. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"
#include "base/str.h"
#include "model/placement_checks.h"
#include "tests/lib/test.h"

static int
day(const char *iso)
{
	return day_from_iso(iso);	/* "" is DAY_NONE */
}

static struct placement_facts
all_seen(void)
{
	return (struct placement_facts){
		.status = "confirmed", .to = day("2027-02-05"),
		.liability = day("2027-06-01"),
		.public_liability = day("2027-07-01"),
		.risk = day("2026-10-01"), .safety = day("2026-10-02"),
		.consent = "yes", .agreement = "yes", .emergency = "yes",
		.dbs_status = "not needed", .dbs_date = DAY_NONE,
	};
}

static void
expiring(const struct placement_facts *f, int days, const char *want)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	placement_expiring(f, day("2026-11-20"), days, &b);
	assert_string_equal(b.p, want);
	buf_clear(&b);
}

static void
what_runs_out_within_the_days(void **state)
{
	struct placement_facts f = all_seen();

	(void)state;
	expiring(&f, 30, "");
	assert_int_equal(placement_expires(&f, day("2026-11-20")),
	    day("2027-06-01"));
	f.liability = day("2026-12-20");
	expiring(&f, 30, "employers' liability 20 Dec 2026");
	expiring(&f, 29, "");
	f.public_liability = day("2026-11-19");
	expiring(&f, 30, "employers' liability 20 Dec 2026; public liability"
	    " ran out 19 Nov 2026");
	f.public_liability = day("2026-11-20");	/* its last day */
	expiring(&f, 0, "public liability 20 Nov 2026");
	assert_int_equal(placement_expires(&f, day("2026-11-20")),
	    day("2026-11-20"));
}

static void
a_dbs_check_runs_out_only_where_it_is_to_be_renewed(void **state)
{
	struct placement_facts f = all_seen();

	(void)state;
	f.dbs_status = "seen clear";
	f.dbs_date = day("2026-11-25");
	expiring(&f, 30, "");
	f.dbs_status = "renew by";
	expiring(&f, 30, "DBS 25 Nov 2026");
}

static void
unchecked(const struct placement_facts *f, const char *want)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	placement_unchecked(f, day("2026-11-20"), &b);
	assert_string_equal(b.p, want);
	buf_clear(&b);
}

static void
what_nobody_checked(void **state)
{
	struct placement_facts f = all_seen();

	(void)state;
	unchecked(&f, "");
	f.risk = DAY_NONE;
	f.consent = "no";
	f.emergency = "";
	unchecked(&f, "risk assessment, consent, emergency contact");
	f = all_seen();
	f.liability = f.public_liability = f.safety = DAY_NONE;
	f.agreement = "";
	f.dbs_status = "asked";
	unchecked(&f, "employers' liability, public liability, safety check,"
	    " agreement, DBS");
}

static void
what_is_over_needs_nothing(void **state)
{
	static const struct { const char *status, *to; bool open; } v[] = {
		{ "planned", "", true }, { "planned", "2026-11-20", true },
		{ "planned", "2026-11-19", false },
		{ "confirmed", "2026-11-19", false },
		/* until somebody says that it is finished */
		{ "under way", "2026-11-19", true },
		{ "finished", "2027-01-01", false },
		{ "cancelled", "", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct placement_facts f = all_seen();

		f.status = v[i].status;
		f.to = day(v[i].to);
		f.risk = DAY_NONE;
		f.liability = day("2026-11-01");
		unchecked(&f, v[i].open ? "risk assessment" : "");
		expiring(&f, 30, v[i].open ? "employers' liability ran out 1"
		    " Nov 2026" : "");
		assert_int_equal(placement_expires(&f, day("2026-11-20")),
		    v[i].open ? day("2026-11-01") : DAY_NONE);
	}
}

static void
hours_of_a_t_level(void **state)
{
	(void)state;
	assert_int_equal(placement_hours("t level placement", ""), 315);
	assert_int_equal(placement_hours("t level placement", "no"), 315);
	assert_int_equal(placement_hours("t level placement", "yes"), 750);
	assert_int_equal(placement_hours("work experience", "yes"), 0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_runs_out_within_the_days),
		cmocka_unit_test(
		    a_dbs_check_runs_out_only_where_it_is_to_be_renewed),
		cmocka_unit_test(what_nobody_checked),
		cmocka_unit_test(what_is_over_needs_nothing),
		cmocka_unit_test(hours_of_a_t_level),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
