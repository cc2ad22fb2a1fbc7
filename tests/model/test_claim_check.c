/* test_claim_check.c - what is wrong with a claim, both sides of every rule. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/date.h"
#include "model/claim_check.h"
#include "tests/lib/test.h"

enum { SD01, SD02, SD03, SD04, SD05, SD06, SD07 };

/* A claim of October 2026 in which nothing is wrong. */
struct made {
	struct claim_facts f;
	struct claim_line line[3];
	struct claim_party party[3][2];
	struct claim_member member[7];
	struct claim_counted counted[1];
	struct claim_target target[1];
};

static int
day(const char *iso)
{
	int d = day_from_iso(iso);

	assert_int_not_equal(d, DAY_NONE);
	return d;
}

static void
begin(struct made *m)
{
	memset(m, 0, sizeof *m);
	for (int i = 0; i < 7; i++)
		m->member[i] = (struct claim_member){ i >= 4, 10 + i,
		    day("2026-01-01"), DAY_NONE };
	m->party[0][0] = (struct claim_party){ false, 10, "Harbour UTC" };
	m->party[0][1] = (struct claim_party){ true, 14, "City Cranes" };
	m->line[0] = (struct claim_line){ .id = 1, .deed = SD05,
	    .about = CLAIM_ENCOUNTER, .about_id = 100, .quantity = 1,
	    .evidence = true, .first = day("2026-10-05"),
	    .last = day("2026-10-05"), .done = true, .party = m->party[0],
	    .nparties = 2 };
	m->party[1][0] = m->party[0][1];
	m->line[1] = (struct claim_line){ .id = 2, .deed = SD04,
	    .about = CLAIM_PILOT, .about_id = 200, .quantity = 1,
	    .evidence = true, .first = day("2026-04-01"),
	    .last = day("2026-10-31"), .done = true, .weeks = 26,
	    .party = m->party[1], .nparties = 1 };
	m->line[2] = (struct claim_line){ .id = 3, .deed = SD01,
	    .about = CLAIM_NOTHING, .quantity = 1, .evidence = true,
	    .first = DAY_NONE, .last = DAY_NONE };
	m->f = (struct claim_facts){ .payer = { 0, { "European Social Fund" } },
	    .from = day("2026-10-01"), .to = day("2026-10-31"),
	    .day = day("2026-11-06"),
	    .line = m->line, .n = 3, .counted = m->counted,
	    .member = m->member, .nmembers = 7, .target = m->target };
}

/* All that is said, with "; " between. */
static void
says(const struct made *m, const char *want)
{
	struct claim_faults all;
	struct buf b;

	claim_check(&m->f, &all);
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < all.n; i++) {
		buf_addf(&b, "%s%zu ", i > 0 ? "; " : "", all.v[i].line);
		claim_fault_said(&m->f, &all.v[i], &b);
	}
	assert_string_equal(b.p, want);
	buf_clear(&b);
	claim_faults_clear(&all);
}

static void
a_good_claim_has_no_fault(void **state)
{
	struct made m;

	(void)state;
	begin(&m);
	says(&m, "");
}

static void
a_line_says_what_and_what_shows_it(void **state)
{
	struct made m;

	(void)state;
	begin(&m);
	m.line[0].evidence = false;
	m.line[0].about = CLAIM_NOTHING;
	m.line[1].about = CLAIM_ENCOUNTER;
	m.line[1].last = DAY_NONE;
	m.line[1].first = day("2026-10-02");
	says(&m, "0 no evidence is named; 0 it does not say what was "
	    "delivered: an encounter, a CPD session or a member; 1 SD04 is "
	    "about an employer pilot");
}

static void
an_encounter_counts_once_for_one_funder(void **state)
{
	struct made m;

	(void)state;
	begin(&m);
	m.line[2] = m.line[0];
	m.line[2].id = 3;
	m.line[2].deed = SD06;
	says(&m, "2 counted twice in this claim");

	begin(&m);
	m.f.ncounted = 1;
	m.counted[0] = (struct claim_counted){ SD06, CLAIM_ENCOUNTER, 100, 9,
	    { 0, { "EUROPEAN  social f\xC3\xBCnd" } }, "Tech East, Sep 2026" };
	says(&m, "0 counted already in the claim Tech East, Sep 2026");
	m.counted[0].payer.name[0] = "Mayor's Fund";	/* another may count it too */
	says(&m, "");
	m.counted[0].payer = m.f.payer;
	m.counted[0].about_id = 101;
	says(&m, "");
}

/* One grant is one, whatever it is called; so is any of the names. */
static void
a_funder_has_a_grant_and_names(void **state)
{
	struct claim_payer esf = { 0, { "E.S.F." } }, gla = { 5, { "GLA" } },
	    was = { 5, { "ESF ", "GLA", "ESF" } }, other = { 6, { "Mayor" } },
	    none = { 0, { "", NULL, "-" } }, copy;

	(void)state;
	assert_true(claim_one_funder("E.S.F.", "esf."));
	assert_false(claim_one_funder("ESF", "ESFA"));
	assert_true(claim_one_payer(&was, &gla));
	assert_true(claim_one_payer(&esf, &was));
	assert_false(claim_one_payer(&esf, &gla));
	assert_false(claim_one_payer(&other, &was));
	assert_true(claim_one_payer(&other, &none));
	assert_true(claim_one_payer(&none, &none));
	assert_false(claim_payer_known(&none));
	copy = claim_payer_copy(&was);
	assert_true(claim_one_payer(&copy, &esf));
	claim_payer_clear(&copy);
	assert_false(claim_payer_known(&copy));
}

static void
who_pays_nobody_knows_pays_twice(void **state)
{
	struct made m;

	(void)state;
	begin(&m);
	m.f.ncounted = 1;
	m.counted[0] = (struct claim_counted){ SD05, CLAIM_ENCOUNTER, 100, 9,
	    { 0, { NULL } }, "earlier" };
	says(&m, "0 counted already in the claim earlier; who pays that one is"
	    " not known");
	m.counted[0].payer = m.f.payer;
	m.f.payer.name[0] = "";
	says(&m, "0 counted already in the claim earlier; who pays this claim "
	    "is not known");
}

static void
a_grant_is_its_clusters_and_has_an_end(void **state)
{
	struct made m;

	(void)state;
	begin(&m);
	m.f.payer.grant = 5;
	m.f.amount = 300;
	m.f.grant = (struct claim_grant){ NULL, 500, 200 };
	says(&m, "");
	m.f.grant.others = 200.01;
	says(&m, "0 over its grant: 500.01 of 500 pounds with what was claimed"
	    " of it");
	m.f.grant = (struct claim_grant){ "Riverside", -1, 200 };
	says(&m, "0 its grant is of the cluster Riverside");
	m.f.payer.grant = 0;
	says(&m, "");
}

static void
a_pilot_counts_once_for_each_deliverable(void **state)
{
	struct made m;

	(void)state;
	begin(&m);
	m.f.ncounted = 1;
	m.counted[0] = (struct claim_counted){ SD03, CLAIM_PILOT, 200, 9,
	    m.f.payer, "earlier" };
	says(&m, "");
	m.counted[0].deed = SD04;
	says(&m, "1 counted already in the claim earlier");
}

static void
support_to_a_member_counts_each_time(void **state)
{
	struct made m;

	(void)state;
	begin(&m);
	m.line[0].about = CLAIM_SCHOOL;
	m.line[0].about_id = 10;
	m.line[0].nparties = 1;
	m.line[1] = m.line[0];
	says(&m, "");
	m.line[0].deed = m.line[1].deed = SD07;	/* one strategy each */
	says(&m, "1 counted twice in this claim");
}

static void
it_took_place_in_the_period(void **state)
{
	struct made m;

	(void)state;
	begin(&m);
	m.line[0].first = day("2026-10-01");
	says(&m, "");
	m.line[0].first = day("2026-09-30");
	says(&m, "0 outside the period: Wed 30 Sep 2026");
	m.line[0].first = day("2026-10-31");
	says(&m, "");
	m.line[0].first = day("2026-11-01");
	says(&m, "0 outside the period: Sun 1 Nov 2026");
	m.line[0].first = day("2026-10-31");
	m.line[0].done = false;
	says(&m, "0 the encounter is not delivered");
}

static void
members_are_so_on_that_day(void **state)
{
	struct made m;

	(void)state;
	begin(&m);
	m.member[0].to = day("2026-10-05");
	says(&m, "");
	m.member[0].to = day("2026-10-04");
	says(&m, "0 Harbour UTC was not a member on Mon 5 Oct 2026");
	m.party[0][1].id = 11;		/* another school that is one: the
					 * first was a guest */
	m.party[0][1].employer = false;
	says(&m, "");
	begin(&m);
	m.member[4].from = day("2026-10-06");	/* any employer may come */
	m.line[1].about = CLAIM_NOTHING;
	m.line[1].deed = SD02;
	says(&m, "");
	m.party[0][0].employer = true;		/* no school was there */
	m.party[0][0].id = 99;
	m.party[0][0].name = "Ash Works";
	says(&m, "0 Ash Works was not a member on Mon 5 Oct 2026");
}

static void
placements_are_finished(void **state)
{
	struct made m;

	(void)state;
	begin(&m);
	m.line[0].about = CLAIM_PLACEMENT;
	m.line[0].deed = SD06;
	m.line[0].first = day("2026-09-28");
	m.line[0].last = day("2026-10-02");
	says(&m, "");
	m.line[0].done = false;
	says(&m, "0 the placement is not finished");
	m.line[0].done = true;
	m.f.n = 1;
	m.member[0].to = day("2026-10-01");
	says(&m, "0 Harbour UTC was not a member on Fri 2 Oct 2026");
}

static void
pilots_begin_and_run_26_weeks(void **state)
{
	struct made m;

	(void)state;
	begin(&m);
	m.line[1].weeks = 25;
	says(&m, "1 25 of 26 weeks of the pilot");
	m.line[1].done = false;
	says(&m, "1 the pilot is not completed");
	m.line[1].deed = SD03;
	m.line[1].first = day("2026-10-12");
	says(&m, "1 the pilot has not begun");
	m.line[1].done = true;
	m.line[1].weeks = 2;
	says(&m, "");
	m.line[1].first = day("2026-09-12");
	says(&m, "1 outside the period: Sat 12 Sep 2026");
}

static void
a_cluster_has_six_members(void **state)
{
	struct made m;

	(void)state;
	begin(&m);
	m.member[6].to = day("2026-10-30");	/* six on the last day */
	says(&m, "");
	m.member[5].to = day("2026-10-30");
	says(&m, "2 5 of 6 members on Sat 31 Oct 2026");
}

static void
all_claims_together_keep_to_the_target(void **state)
{
	struct made m;

	(void)state;
	begin(&m);
	m.f.ntargets = 1;
	m.target[0] = (struct claim_target){ SD05, 3, 2 };
	says(&m, "");
	m.line[0].quantity = 1.5;
	says(&m, "0 SD05 over target: 3.5 of 3 with all claims of the "
	    "cluster");
	m.target[0].deed = SD06;	/* this claim adds nothing to it */
	says(&m, "");
}

static void
it_is_submitted_when_its_period_is_over(void **state)
{
	struct made m;

	(void)state;
	begin(&m);
	m.f.day = m.f.to;
	says(&m, "");
	m.f.day = m.f.to - 1;
	says(&m, "0 early: its period ends on Sat 31 Oct 2026");
	m.f.to = DAY_NONE;
	m.f.n = 1;
	says(&m, "");
	m.f.to = day("2026-12-31");
	m.f.n = 0;
	says(&m, "");
}

static void
words_of_references_are_known(void **state)
{
	(void)state;
	assert_int_equal(claim_about("encounter/1J8Q2M7K9QZ4V"),
	    CLAIM_ENCOUNTER);
	assert_int_equal(claim_about("plan"), CLAIM_PLAN);
	assert_int_equal(claim_about("planet/1"), CLAIM_NOTHING);
	assert_int_equal(claim_about(""), CLAIM_NOTHING);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_good_claim_has_no_fault),
		cmocka_unit_test(a_line_says_what_and_what_shows_it),
		cmocka_unit_test(an_encounter_counts_once_for_one_funder),
		cmocka_unit_test(a_funder_has_a_grant_and_names),
		cmocka_unit_test(who_pays_nobody_knows_pays_twice),
		cmocka_unit_test(a_grant_is_its_clusters_and_has_an_end),
		cmocka_unit_test(a_pilot_counts_once_for_each_deliverable),
		cmocka_unit_test(support_to_a_member_counts_each_time),
		cmocka_unit_test(it_took_place_in_the_period),
		cmocka_unit_test(members_are_so_on_that_day),
		cmocka_unit_test(placements_are_finished),
		cmocka_unit_test(pilots_begin_and_run_26_weeks),
		cmocka_unit_test(a_cluster_has_six_members),
		cmocka_unit_test(all_claims_together_keep_to_the_target),
		cmocka_unit_test(it_is_submitted_when_its_period_is_over),
		cmocka_unit_test(words_of_references_are_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
