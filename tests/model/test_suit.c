/* test_suit.c - reasons for and against a volunteer at a school. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "model/suit.h"
#include "tests/lib/test.h"

static int today;

struct pair {
	struct suit_volunteer v;
	struct suit_school s;
	struct suit_before b;
};

/* All that can be good is. */
static void
begin(struct pair *p)
{
	memset(p, 0, sizeof *p);
	today = day_from_iso("2026-11-20");
	p->v = (struct suit_volunteer){ .id = 1, .name = "Tom Adeyemi",
		.sector = "construction", .capacity = 2, .inducted = true,
		.dbs = DBS_SEEN, .dbs_day = day_from_iso("2026-03-02"),
		.contact = true, .not_before = DAY_NONE, .stage = SUIT_ACTIVE };
	strs_add(&p->v.boroughs, "Newham");
	strs_add(&p->v.boroughs, "Havering");
	strs_add(&p->v.interests, "mentoring");
	strs_add(&p->v.interests, "BM5");
	p->s = (struct suit_school){ .id = 2, .name = "Harbour UTC",
		.borough = "Newham", .need = 60, .wait = 120, .most = 2 };
	strs_add(&p->s.wanted, "Construction");
	strs_add(&p->s.wants, "BM5");
	p->b = (struct suit_before){ SUIT_NEVER, -1, DAY_NONE, "" };
}

static void
end(struct pair *p)
{
	strs_clear(&p->v.boroughs);
	strs_clear(&p->v.interests);
	strs_clear(&p->s.wanted);
	strs_clear(&p->s.seen);
	strs_clear(&p->s.wants);
	strs_clear(&p->s.advisers);
}

static struct reasons
look(const struct pair *p)
{
	struct suit_weights w;

	assert_true(suit_weights(SUIT_DEFAULT, &w));
	return suit_of(&p->v, &p->s, &p->b, &w, today);
}

static void
says(const struct pair *p, enum reason_side side, const char *want)
{
	struct reasons s = look(p);
	struct buf b;

	buf_init(&b, BUF_LINE);
	reasons_said(&s, side, &b);
	assert_string_equal(b.p, want);
	buf_clear(&b);
	reasons_clear(&s);
}

static bool
has(const struct pair *p, enum suit_why why)
{
	struct reasons s = look(p);
	bool any = false;

	for (size_t i = 0; i < s.n; i++)
		any = any || s.v[i].why == (int)why;
	reasons_clear(&s);
	return any;
}

static bool
ready(const struct pair *p)
{
	struct reasons s = look(p);
	bool is = suit_ready(&s);

	reasons_clear(&s);
	return is;
}

static int
points(const struct pair *p)
{
	struct reasons s = look(p);
	int score = s.score;

	reasons_clear(&s);
	return score;
}

static void
every_reason_for_is_said(void **state)
{
	struct pair p;

	(void)state;
	begin(&p);
	p.v.matched = 1;
	p.b = (struct suit_before){ SUIT_ENDED, SUIT_LASTED,
	    day_from_iso("2025-07-18"),
	    "school's careers leader left" };
	says(&p, REASON_FOR, "willing to go to Newham; wanted there: construction; "
	    "interested in what it needs: BM5; 1 of 2 places left; inducted; "
	    "DBS seen clear on Mon 2 Mar 2026; was there before, until "
	    "Fri 18 Jul 2025: school's careers leader left; the school's need "
	    "is 60; the school has waited 120 d");
	says(&p, REASON_AGAINST, "");
	/* 25+15+10 of 100, 10 of 50, 30 of 100, 5 of 60, 5 of 32 */
	assert_int_equal(points(&p), 90);
	end(&p);
}

static void
every_reason_against_is_said(void **state)
{
	struct pair p;

	(void)state;
	begin(&p);
	p.s.borough = "Bexley";
	p.v.sector = "finance";
	p.s.wants.v[0][2] = '6';
	p.v.inducted = false;
	p.v.dbs = DBS_RENEW;
	p.v.dbs_day = today - 1;
	p.b = (struct suit_before){ SUIT_ENDED, 40, DAY_NONE, "no time" };
	says(&p, REASON_AGAINST, "has not named Bexley; it wants another sector: "
	    "Construction; interested in other things; not inducted; DBS to be "
	    "renewed by Thu 19 Nov 2026; was there for only 40 "
	    "d: no time");
	end(&p);
	begin(&p);
	strs_clear(&p.v.boroughs);
	p.v.sector = "";
	p.v.dbs = DBS_UNKNOWN;
	p.v.stage = SUIT_ENQUIRY;
	says(&p, REASON_AGAINST, "has not signed up; sector not known; DBS not "
	    "known");
	assert_true(has(&p, WHY_ANYWHERE));
	end(&p);
}

static void
a_check_holds_until_its_day(void **state)
{
	static const struct {
		enum suit_dbs dbs;
		int days;
		enum suit_why why;
	} v[] = {
		{ DBS_RENEW, 0, WHY_DBS_HOLDS }, { DBS_RENEW, -1, WHY_DBS_OLD },
		{ DBS_RENEW, 1, WHY_DBS_HOLDS }, { DBS_SEEN, -900, WHY_DBS_SEEN },
		{ DBS_ASKED, -3, WHY_DBS_ASKED },
		{ DBS_NOT_NEEDED, 0, WHY_DBS_NOT_NEEDED },
	};
	struct pair p;

	(void)state;
	begin(&p);
	for (size_t i = 0; i < COUNT(v); i++) {
		p.v.dbs = v[i].dbs;
		p.v.dbs_day = today + v[i].days;
		if (!has(&p, v[i].why))
			fail_msg("%zu", i);
	}
	p.v.dbs = DBS_RENEW;
	p.v.dbs_day = DAY_NONE;		/* by when is not known */
	assert_true(has(&p, WHY_DBS_OLD));
	end(&p);
}

/* Each bars alone; its opposite does not. */
static void
bars_bar(void **state)
{
	struct pair p;
	struct reasons s;

	(void)state;
	for (int i = 0; i <= 9; i++) {
		static const enum suit_why why[] = { WHY_CLOSED, WHY_RESTING,
			WHY_NO_CONTACT, WHY_NOT_BEFORE, WHY_FULL, WHY_MATCHED,
			WHY_SCHOOL_FULL, WHY_MAX, WHY_MAX, WHY_ENQUIRY };

		begin(&p);
		strs_add(&p.s.advisers, "Jo Khan");
		p.v.stage = i == 0 ? SUIT_CLOSED : i == 1 ? SUIT_RESTING :
		    i == 9 ? SUIT_ENQUIRY : SUIT_ACTIVE;
		p.v.contact = i != 2;
		p.v.not_before = i == 3 ? today + 1 : i == 7 ? today :
		    DAY_NONE;
		p.v.matched = i == 4 ? 2 : 1;
		p.b.ended = i == 5 ? SUIT_NOW : SUIT_NEVER;
		if (i == 6)
			strs_add(&p.s.advisers, "Ros Mensah");
		s = look(&p);
		assert_int_equal(s.barred, i < 7 || i == 9);
		if (s.barred)
			assert_int_equal(s.v[s.n - 1].why, why[i]);
		reasons_clear(&s);
		end(&p);
	}
	begin(&p);
	p.v.matched = 2;
	strs_add(&p.s.advisers, "Jo Khan");
	strs_add(&p.s.advisers, "Ros Mensah");
	says(&p, REASON_AGAINST, "no place left: 2 of 2 taken; the school has 2: "
	    "Jo Khan, Ros Mensah");
	end(&p);
}

/* A sector that nobody asked for is still worth something where it is new. */
static void
a_sector_the_school_has_not_met(void **state)
{
	struct pair p;
	int asked, fresh, met;

	(void)state;
	begin(&p);
	asked = points(&p);
	strs_clear(&p.s.wanted);
	assert_true(has(&p, WHY_NEW_SECTOR));
	fresh = points(&p);
	strs_add(&p.s.seen, "construction");
	assert_false(has(&p, WHY_NEW_SECTOR));
	met = points(&p);
	assert_true(asked > fresh && fresh > met);
	end(&p);
}

/* What the school needs says nothing of the volunteer. */
static void
something_of_the_volunteer_speaks_for_it(void **state)
{
	struct pair p;
	struct reasons s;

	(void)state;
	begin(&p);
	strs_clear(&p.v.interests);
	p.v.boroughs.v[0][0] = 'B';
	p.v.sector = "";
	p.v.inducted = false;
	p.v.dbs = DBS_UNKNOWN;
	p.v.matched = 2;
	s = look(&p);
	assert_false(suit_suggests(&s));
	assert_true(s.n > 0 && suit_texts[s.v[0].why].side == REASON_FOR);
	reasons_clear(&s);
	p.v.matched = 1;
	s = look(&p);
	assert_true(suit_suggests(&s));
	reasons_clear(&s);
	end(&p);
}

/* What is to be done before somebody goes there keeps them out of proposals. */
static void
a_proposal_takes_who_could_go_as_things_are(void **state)
{
	static const enum suit_dbs dbs[] = { DBS_ASKED, DBS_RENEW };
	struct pair p;

	(void)state;
	begin(&p);
	assert_true(ready(&p));
	p.v.inducted = false;
	assert_false(ready(&p));
	p.v.inducted = true;
	for (size_t i = 0; i < COUNT(dbs); i++) {
		p.v.dbs = dbs[i];
		p.v.dbs_day = DAY_NONE;
		assert_false(ready(&p));
	}
	p.v.dbs = DBS_NOT_NEEDED;
	assert_true(ready(&p));
	p.v.boroughs.v[0][0] = 'B';
	assert_false(ready(&p));
	end(&p);
}

static void
the_best_come_first_and_the_barred_last(void **state)
{
	struct reasons a = { .score = 40 }, b = { .score = 41 };

	(void)state;
	assert_true(reasons_cmp(&a, &b) > 0);
	assert_true(reasons_cmp(&b, &a) < 0);
	assert_int_equal(reasons_cmp(&a, &a), 0);
	b.barred = true;
	assert_true(reasons_cmp(&a, &b) < 0);
}

static void
weights_count(void **state)
{
	struct suit_weights w;
	struct reasons s;
	struct pair p;

	(void)state;
	assert_false(suit_weights("borough 0", &w));
	assert_false(suit_weights("nearness 3", &w));
	assert_true(suit_weights("DBS 3", &w));
	begin(&p);
	p.v.dbs = DBS_ASKED;
	p.v.dbs_day = DAY_NONE;
	s = suit_of(&p.v, &p.s, &p.b, &w, today);
	assert_int_equal(s.score, 50);
	reasons_clear(&s);
	says(&p, REASON_AGAINST, "DBS asked for, not seen");
	end(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_reason_for_is_said),
		cmocka_unit_test(every_reason_against_is_said),
		cmocka_unit_test(a_check_holds_until_its_day),
		cmocka_unit_test(bars_bar),
		cmocka_unit_test(a_sector_the_school_has_not_met),
		cmocka_unit_test(something_of_the_volunteer_speaks_for_it),
		cmocka_unit_test(
		    a_proposal_takes_who_could_go_as_things_are),
		cmocka_unit_test(the_best_come_first_and_the_barred_last),
		cmocka_unit_test(weights_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
