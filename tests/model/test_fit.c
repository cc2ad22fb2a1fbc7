/* test_fit.c - reasons for and against an offer for what a school wants. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "model/fit.h"
#include "tests/lib/test.h"

#define COUNT(a) (sizeof (a) / sizeof (a)[0])

static int today;

struct pair {
	struct fit_request r;
	struct fit_offer o;
	struct fit_asked a;
};

static int
day(const char *iso)
{
	return day_from_iso(iso);
}

/* All that can be good is. */
static struct pair
good(void)
{
	struct pair p = { 0 };

	today = day("2026-11-20");
	p.r = (struct fit_request){ .kind = "talks",
		.title = "Construction speaker", .sector = "construction",
		.borough = "Havering", .pupils = 180,
		.by = day("2027-02-13") };
	fit_group_add(&p.r.groups, "y9");
	p.o = (struct fit_offer){ .source = FIT_OFFER, .kind = "talks",
		.title = "Talks about construction", .sector = "construction",
		.places = 6, .taken = 2, .term = "", .date = DAY_NONE,
		.from = day("2026-10-01"), .to = day("2027-03-31"),
		.status = "open", .person = "Ms Kit Rowe", .person_ok = true,
		.person_not_before = DAY_NONE, .not_before = DAY_NONE,
		.last = DAY_NONE, .where = "" };
	fit_group_add(&p.o.groups, "ks3");
	strs_add(&p.o.boroughs, "Newham");
	strs_add(&p.o.boroughs, "havering");
	p.a = (struct fit_asked){ .status = "", .day = DAY_NONE, .who = "",
		.reason = "", .lately = DAY_NONE, .lately_who = "" };
	return p;
}

static void
end(struct pair *p)
{
	strs_clear(&p->o.boroughs);
}

static void
look(const struct pair *p, struct reasons *out)
{
	struct fit_weights w;

	assert_true(fit_weights(FIT_DEFAULT, &w));
	fit_of(&p->r, &p->o, &p->a, &w, today, out);
}

static void
says(const struct pair *p, enum reason_side side, const char *want)
{
	struct reasons all;
	struct buf b;

	look(p, &all);
	buf_init(&b, BUF_LINE);
	reasons_said(&all, side, &b);
	assert_string_equal(b.p, want);
	buf_clear(&b);
	reasons_clear(&all);
}

static int
points(const struct pair *p)
{
	struct reasons all;
	int score;

	look(p, &all);
	score = all.score;
	reasons_clear(&all);
	return score;
}

static bool
fits(const struct pair *p)
{
	struct reasons all;
	bool is;

	look(p, &all);
	is = fit_fits(&p->o, &all);
	reasons_clear(&all);
	return is;
}

static void
every_reason_for_is_said(void **state)
{
	struct pair p = good();

	(void)state;
	says(&p, REASON_FOR, "offers it: Talks about construction; of the "
	    "sector wanted: construction; both speak of construction; for Y9; "
	    "in Havering; 4 of 6 places left; holds until Wed 31 Mar 2027");
	says(&p, REASON_AGAINST, "");
	assert_int_equal(points(&p), 100);
	assert_true(fits(&p));
	end(&p);
}

/* One thing wrong at a time: what is said, and whether it fits all the same. */
static void no_title(struct pair *p) { p->o.title = ""; }
static void other_sector(struct pair *p)
{
	p->o.title = "A day in the theatre";
	p->o.sector = "creative and media";
}
static void no_sector(struct pair *p)
{
	p->o.title = "";
	p->o.sector = "";
}
static void of_college(struct pair *p)
{
	p->o.title = "";
	p->o.sector = NULL;
}
static void said_sector(struct pair *p) { p->o.sector = "government"; }
static void other_years(struct pair *p)
{
	p->o.groups = 0;
	fit_group_add(&p->o.groups, "ks4");
}
static void any_year(struct pair *p) { p->o.groups = 0; }
static void elsewhere(struct pair *p) { p->r.borough = "Bexley"; }
static void nowhere(struct pair *p) { strs_clear(&p->o.boroughs); }
static void full(struct pair *p) { p->o.taken = 6; }
static void no_limit(struct pair *p) { p->o.places = -1; }
static void late(struct pair *p) { p->o.from = day("2027-02-14"); }
static void in_time(struct pair *p) { p->o.from = day("2027-02-13"); }
static void over(struct pair *p) { p->o.to = day("2026-11-19"); }
static void last_day(struct pair *p) { p->o.to = today; }
static void past(struct pair *p) { p->r.by = day("2026-11-19"); }
static void paused(struct pair *p) { p->o.status = "paused"; }
static void not_before(struct pair *p) { p->o.not_before = today + 1; }
static void again_today(struct pair *p) { p->o.not_before = today; }
static void no_contact(struct pair *p) { p->o.person_ok = false; }
static void not_her(struct pair *p) { p->o.person_not_before = today + 1; }
static void nobody(struct pair *p)
{
	p->o.person = "";
	p->o.person_ok = false;
}
static void said_no(struct pair *p)
{
	p->a = (struct fit_asked){ "said no", day("2026-11-12"), "priya",
		"no staff", DAY_NONE, "" };
}
static void asked(struct pair *p)
{
	p->a = (struct fit_asked){ "asked", day("2026-11-12"), "priya", "",
		DAY_NONE, "" };
}
static void agreed(struct pair *p)
{
	p->a = (struct fit_asked){ "agreed", day("2026-11-12"), "priya", "",
		DAY_NONE, "" };
}
static void silent(struct pair *p)
{
	p->a = (struct fit_asked){ "no answer", day("2026-10-12"), "", "",
		DAY_NONE, "" };
}
static void lately(struct pair *p)
{
	p->a.lately = day("2026-11-18");
	p->a.lately_who = "dan";
}
static void summer(struct pair *p)
{
	p->o.from = p->o.to = DAY_NONE;
	p->o.term = "Summer";
	p->o.date = day("2026-10-01");
}
static void spring(struct pair *p)
{
	p->o.from = p->o.to = DAY_NONE;
	p->o.term = "spring";
}

static void
what_is_wrong_is_said(void **state)
{
	static const struct {
		void (*change)(struct pair *);
		const char *against;
		bool fits;
		int score;
	} v[] = {
	{ no_title, "", true, 100 },
	{ other_sector, "of another sector: creative and media", false, 70 },
	{ no_sector, "sector not known", true, 78 },
	{ of_college, "", true, 100 },
	{ said_sector, "", true, 100 },
	{ other_years, "only for Y10, Y11", false, 85 },
	{ any_year, "", true, 93 },
	{ elsewhere, "not in Bexley", false, 85 },
	{ nowhere, "boroughs not known", true, 85 },
	{ full, "no place left: 6 of 6 taken", false, 95 },
	{ no_limit, "", true, 100 },
	{ late, "only from Sun 14 Feb 2027", false, 95 },
	{ in_time, "", true, 100 },
	{ over, "held until Thu 19 Nov 2026", false, 95 },
	{ last_day, "", true, 100 },
	{ past, "wanted by Thu 19 Nov 2026, which is past", true, 100 },
	{ paused, "the offer is paused", false, 100 },
	{ not_before, "not to be contacted before Sat 21 Nov 2026", false,
	    100 },
	{ again_today, "", true, 100 },
	{ no_contact, "Ms Kit Rowe is not to be contacted", false, 100 },
	{ not_her, "Ms Kit Rowe is not to be contacted before Sat 21 Nov "
	    "2026", false, 100 },
	{ nobody, "", true, 100 },
	{ said_no, "said no on Thu 12 Nov 2026: no staff", false, 100 },
	{ asked, "asked already on Thu 12 Nov 2026 by priya", false, 100 },
	{ agreed, "agreed already, asked on Thu 12 Nov 2026", false, 100 },
	{ silent, "did not answer, asked on Mon 12 Oct 2026", true, 100 },
	{ lately, "asked for something else on Wed 18 Nov 2026 by dan", true,
	    100 },
	{ summer, "only from Thu 1 Apr 2027", false, 95 },
	{ spring, "", true, 100 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct pair p = good();

		v[i].change(&p);
		says(&p, REASON_AGAINST, v[i].against);
		assert_int_equal(points(&p), v[i].score);
		assert_int_equal(fits(&p), v[i].fits);
		end(&p);
	}
}

static void
all_that_is_against_is_said_bars_first(void **state)
{
	struct pair p = good();
	struct reasons all;

	(void)state;
	other_sector(&p);
	other_years(&p);
	elsewhere(&p);
	full(&p);
	paused(&p);
	lately(&p);
	says(&p, REASON_FOR, "offers it: A day in the theatre; holds until "
	    "Wed 31 Mar 2027");
	says(&p, REASON_AGAINST, "no place left: 6 of 6 taken; the offer is "
	    "paused; of another sector: creative and media; only for Y10, Y11; "
	    "not in Bexley; asked for something else on Wed 18 Nov 2026 by "
	    "dan");
	look(&p, &all);
	assert_true(all.barred);
	reasons_clear(&all);
	end(&p);
}

static void
places_of_pupils_are_counted_in_pupils(void **state)
{
	struct pair p = good();

	(void)state;
	p.r.kind = p.o.kind = "work experience";
	p.r.pupils = 5;
	p.o.taken_pupils = 2;
	says(&p, REASON_AGAINST, "4 places left, wanted for 5");
	assert_false(fits(&p));
	p.r.pupils = 4;
	says(&p, REASON_AGAINST, "");
	p.r.pupils = -1;
	p.o.taken_pupils = 6;
	says(&p, REASON_AGAINST, "no place left: 6 of 6 taken");
	end(&p);
}

static void
who_made_no_offer_comes_after_who_did(void **state)
{
	struct pair p = good();
	struct reasons offer, listed, did;

	(void)state;
	look(&p, &offer);
	p.o.source = FIT_LISTED;
	p.o.title = "";
	look(&p, &listed);
	says(&p, REASON_FOR, "talks among what it offers; of the sector "
	    "wanted: construction; in Havering; holds until Wed 31 Mar 2027");
	says(&p, REASON_AGAINST, "has made no offer of it");
	assert_false(fits(&p));
	p.o.source = FIT_DID;
	p.o.times = 2;
	p.o.last = day("2026-03-12");
	p.o.where = "Harbour UTC";
	p.o.from = p.o.to = DAY_NONE;
	strs_clear(&p.o.boroughs);
	look(&p, &did);
	says(&p, REASON_FOR, "did it near there, 2 in all, last on Thu 12 Mar "
	    "2026 at Harbour UTC; of the sector wanted: construction");
	says(&p, REASON_AGAINST, "has made no offer of it");
	assert_true(reasons_cmp(&offer, &listed) < 0);
	assert_true(reasons_cmp(&listed, &did) < 0);
	assert_int_equal(reasons_cmp(&did, &did), 0);
	reasons_clear(&offer);
	reasons_clear(&listed);
	reasons_clear(&did);
	end(&p);
}

static void
what_is_barred_comes_last(void **state)
{
	struct pair p = good();
	struct reasons barred, weak;

	(void)state;
	paused(&p);
	look(&p, &barred);
	p.o.status = "open";
	elsewhere(&p);
	look(&p, &weak);
	assert_true(barred.score > weak.score);
	assert_true(reasons_cmp(&weak, &barred) < 0);
	reasons_clear(&barred);
	reasons_clear(&weak);
	end(&p);
}

static void
terms_have_days(void **state)
{
	static const struct {
		const char *term, *on, *from, *to;
	} v[] = {
		{ "summer", "2026-11-20", "2027-04-01", "2027-07-31" },
		{ "Summer term", "2027-05-01", "2027-04-01", "2027-07-31" },
		{ "summer", "2027-08-01", "2028-04-01", "2028-07-31" },
		{ "autumn", "2026-11-20", "2026-09-01", "2026-12-31" },
		{ "spring", "2026-11-20", "2027-01-01", "2027-03-31" },
		{ "spring 2028", "2026-11-20", "2028-01-01", "2028-03-31" },
		{ "Fridays", "2026-11-20", NULL, NULL },
		{ "", "2026-11-20", NULL, NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		int from = DAY_NONE, to = DAY_NONE;
		bool found = fit_term(v[i].term, day(v[i].on), &from, &to);

		assert_int_equal(found, v[i].from != NULL);
		if (!found)
			continue;
		assert_int_equal(from, day(v[i].from));
		assert_int_equal(to, day(v[i].to));
	}
}

static void
kinds_become_types(void **state)
{
	(void)state;
	assert_string_equal(fit_type("talks", false), "talk");
	assert_string_equal(fit_type("talks", true), "apprenticeship talk");
	assert_string_equal(fit_type("taster days", true),
	    "college taster day");
	assert_string_equal(fit_type("governors", false), "");
	assert_true(fit_of_pupils("work experience"));
	assert_false(fit_of_pupils("talks"));
}

static void
weights_are_of_its_parts(void **state)
{
	struct fit_weights w;

	(void)state;
	assert_true(fit_weights("kind 10 years 90", &w));
	assert_int_equal(w.part[FIT_P_GROUPS], 90);
	assert_int_equal(w.part[FIT_P_SECTOR], 0);
	assert_false(fit_weights("kind 10 need 90", &w));
	assert_false(fit_weights("kind 0", &w));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_reason_for_is_said),
		cmocka_unit_test(what_is_wrong_is_said),
		cmocka_unit_test(all_that_is_against_is_said_bars_first),
		cmocka_unit_test(places_of_pupils_are_counted_in_pupils),
		cmocka_unit_test(who_made_no_offer_comes_after_who_did),
		cmocka_unit_test(what_is_barred_comes_last),
		cmocka_unit_test(terms_have_days),
		cmocka_unit_test(kinds_become_types),
		cmocka_unit_test(weights_are_of_its_parts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
