/* test_access.c - provider access: both sides of every window. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "model/access.h"
#include "tests/lib/test.h"

/* A meeting. */
struct line {
	const char *day, *group, *providers;
	long attended;
	const char *but;		/* what is not as it should be; NULL nothing */
};

static struct access_law *
shipped(void)
{
	struct csv_source src = csv_shipped("access-types.csv");
	struct access_law *l = access_law_new();
	struct err e = { 0 };

	if (access_law_add(l, &src, &e) != ST_OK)
		fail_msg("%s", e.text);
	access_law_minutes(l, 20);
	return l;
}

static void
add(struct access_school *s, const struct line *l)
{
	struct strs who = { 0 };
	struct access_meeting *m;

	s->meeting = xreallocarray(s->meeting, s->n + 1, sizeof *s->meeting);
	m = &s->meeting[s->n++];
	*m = (struct access_meeting){
		.id = (int64_t)s->n, .day = day_from_iso(l->day),
		.group = year_group(l->group), .in_hours = 1, .minutes = 40,
		.covered = 15, .attended = l->attended,
	};
	str_split(&who, l->providers, ',');
	m->provider = xcalloc(who.n, sizeof *m->provider);
	for (size_t i = 0; i < who.n; i++)
		m->nproviders += str_int(who.v[i], 1, 99,
		    &m->provider[m->nproviders]);
	strs_clear(&who);
	if (str_eq(l->but, "out of hours"))
		m->in_hours = 0;
	else if (str_eq(l->but, "hours not said"))
		m->in_hours = -1;
	else if (str_eq(l->but, "short"))
		m->minutes = 19;
	else if (str_eq(l->but, "length not known"))
		m->minutes = -1;
	else if (str_eq(l->but, "no careers"))
		m->covered = 13;
	else if (str_eq(l->but, "refused"))
		m->refused = true;
	else if (str_eq(l->but, "planned"))
		m->planned = true;
	else if (str_eq(l->but, "shared"))
		m->shared = true;
	else
		assert_null(l->but);
}

static struct access_school
school(const char *type, long low, long high, long roll)
{
	struct access_school s = { .type_code = type, .type = "", .low = low,
		.high = high };

	for (int i = 0; i < YG_MAX; i++)
		s.roll[i] = i >= YG_Y7 && i <= YG_Y13 && i + 4 >= low &&
		    i + 4 < high ? roll : -1;
	return s;
}

static const struct access_phase *
of_group(const struct access *a, const char *group)
{
	for (size_t i = 0; i < a->n; i++)
		if (a->v[i].group == year_group(group))
			return &a->v[i];
	return NULL;
}

/* --- states and windows -------------------------------------------------- */

#define MEETINGS 4
struct state_case {
	const char *what, *today, *group;
	struct line m[MEETINGS];
	const char *said;
};
/* A community school to age 18 with 60 pupils in each year. */
static const struct state_case states[] = {
	{ "nothing", "2026-11-20", "y9", { { 0 } }, "0 of 2" },
	{ "one, early in Y8", "2026-11-20", "y9",
	  { { "2025-09-01", "y8", "1", 60, NULL } }, "1 of 2" },
	{ "in Y7 does not count", "2026-11-20", "y9",
	  { { "2025-08-31", "y7", "1", 60, NULL } }, "0 of 2" },
	{ "the last day of Y8 counts", "2026-11-20", "y9",
	  { { "2026-08-31", "y8", "1", 60, NULL },
	    { "2026-09-01", "y9", "2", 60, NULL } }, "2 of 2" },
	{ "28 Feb counts", "2027-03-31", "y9",
	  { { "2025-10-06", "y8", "1", 60, NULL },
	    { "2027-02-28", "y9", "2", 60, NULL } }, "2 of 2" },
	{ "1 Mar does not", "2027-03-31", "y9",
	  { { "2025-10-06", "y8", "1", 60, NULL },
	    { "2027-03-01", "y9", "2", 60, NULL } }, "1 of 2" },
	{ "28 Feb of a leap year", "2028-03-31", "y9",
	  { { "2026-10-06", "y8", "1", 60, NULL },
	    { "2028-02-28", "y9", "2", 60, NULL } }, "2 of 2" },
	{ "29 Feb does not", "2028-03-31", "y9",
	  { { "2026-10-06", "y8", "1", 60, NULL },
	    { "2028-02-29", "y9", "2", 60, NULL } }, "1 of 2" },
	{ "March of Y8 is any time in Y8", "2026-11-20", "y9",
	  { { "2026-03-01", "y8", "1", 60, NULL },
	    { "2026-07-01", "y8", "2", 60, NULL } }, "2 of 2" },
	{ "another cohort's Y9", "2026-11-20", "y9",
	  { { "2025-10-06", "y9", "1", 60, NULL },
	    { "2026-10-06", "y8", "2", 60, NULL } }, "0 of 2" },
	{ "phase 2: 1 Sep of Y10 to 28 Feb of Y11", "2027-03-31", "y11",
	  { { "2025-09-01", "y10", "1", 60, NULL },
	    { "2027-02-28", "y11", "2", 60, NULL } }, "2 of 2" },
	{ "phase 2: Y9 belongs to phase 1", "2026-11-20", "y10",
	  { { "2026-08-31", "y9", "1", 60, NULL },
	    { "2026-09-01", "y10", "2", 60, NULL } }, "1 of 2" },
	{ "phase 2: 1 Mar of Y11", "2027-03-31", "y11",
	  { { "2025-09-01", "y10", "1", 60, NULL },
	    { "2027-03-01", "y11", "2", 60, NULL } }, "1 of 2" },
	{ "phase 3: offered, whoever came, to whomever", "2027-03-31", "y13",
	  { { "2025-09-01", "y12", "1", 0, NULL },
	    { "2027-02-28", "y13", "1", 3, NULL } }, "2 of 2" },
	{ "phase 3: 1 Mar", "2027-03-31", "y13",
	  { { "2025-09-01", "y12", "1", 60, NULL },
	    { "2027-03-01", "y13", "2", 60, NULL } }, "1 of 2" },
	{ "phase 2: 28 Feb of a leap year", "2028-03-31", "y11",
	  { { "2026-09-01", "y10", "1", 60, NULL },
	    { "2028-02-28", "y11", "2", 60, NULL } }, "2 of 2" },
	{ "phase 2: 29 Feb", "2028-03-31", "y11",
	  { { "2026-09-01", "y10", "1", 60, NULL },
	    { "2028-02-29", "y11", "2", 60, NULL } }, "1 of 2" },
	{ "phase 2: the last day of Y10 and the first of Y11", "2026-11-20",
	  "y11",
	  { { "2026-08-31", "y10", "1", 60, NULL },
	    { "2026-09-01", "y11", "2", 60, NULL } }, "2 of 2" },
	{ "phase 2: the same two in another order", "2026-11-20", "y11",
	  { { "2025-10-06", "y10", "2,1", 60, NULL },
	    { "2026-10-06", "y11", "1,2", 60, NULL } },
	  "2, the same provider" },
	{ "phase 2: one, then that and another", "2026-11-20", "y11",
	  { { "2025-10-06", "y10", "1", 60, NULL },
	    { "2026-10-06", "y11", "2,1", 60, NULL } }, "2 of 2" },
	{ "phase 2: some of them", "2026-11-20", "y11",
	  { { "2025-10-06", "y10", "1", 60, NULL },
	    { "2026-10-06", "y11", "2", 40, NULL } }, "2, at least 40 of 60" },
	{ "phase 3: Y11 belongs to phase 2", "2026-11-20", "y12",
	  { { "2026-08-31", "y11", "1", 60, NULL },
	    { "2026-09-01", "y12", "2", 60, NULL } }, "1 of 2" },
	{ "phase 3: 28 Feb of a leap year", "2028-03-31", "y13",
	  { { "2026-09-01", "y12", "1", 60, NULL },
	    { "2028-02-28", "y13", "1", 60, NULL } }, "2 of 2" },
	{ "phase 3: 29 Feb", "2028-03-31", "y13",
	  { { "2026-09-01", "y12", "1", 60, NULL },
	    { "2028-02-29", "y13", "2", 60, NULL } }, "1 of 2" },
	{ "not yet", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1", 60, NULL },
	    { "2026-11-21", "y9", "2", 60, NULL } }, "1 of 2" },

	{ "the same provider twice", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1", 60, NULL },
	    { "2026-10-06", "y9", "1", 60, NULL } }, "2, the same provider" },
	{ "the same two in another order", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "2,1", 60, NULL },
	    { "2026-10-06", "y9", "1,2", 60, NULL } },
	  "2, the same provider" },
	{ "one, then that and another", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1", 60, NULL },
	    { "2026-10-06", "y9", "1,2", 60, NULL } }, "2 of 2" },
	{ "two, then one of them", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1,2", 60, NULL },
	    { "2026-10-06", "y9", "2", 60, NULL } }, "2 of 2" },
	{ "two, then those and another", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1,2", 60, NULL },
	    { "2026-10-06", "y9", "3,2,1", 60, NULL } }, "2 of 2" },
	{ "the same two thrice", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1,2", 60, NULL },
	    { "2026-02-06", "y8", "2,1", 60, NULL },
	    { "2026-10-06", "y9", "1,2", 60, NULL } },
	  "2, the same provider" },
	{ "the third is another", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1", 60, NULL },
	    { "2025-11-06", "y8", "1", 60, NULL },
	    { "2026-10-06", "y9", "3", 60, NULL } }, "2 of 2" },
	{ "two at one day", "2026-11-20", "y9",
	  { { "2026-10-06", "y9", "1", 60, NULL },
	    { "2026-10-06", "y9", "2", 60, NULL } }, "2 of 2" },

	{ "some of them", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1", 60, NULL },
	    { "2026-10-06", "y9", "2", 40, NULL } }, "2, at least 40 of 60" },
	{ "some of them both times", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1", 50, NULL },
	    { "2026-10-06", "y9", "2", 40, NULL } }, "2, at least 30 of 60" },
	{ "perhaps nobody was at both", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1", 20, NULL },
	    { "2026-10-06", "y9", "2", 30, NULL } }, "2, at least 0 of 60" },
	{ "more than are on roll now", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1", 66, NULL },
	    { "2026-10-06", "y9", "2", 60, NULL } }, "2 of 2" },
	{ "the two that show the most", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1", 10, NULL },
	    { "2025-11-06", "y8", "2", 60, NULL },
	    { "2026-10-06", "y9", "3", 59, NULL } }, "2, at least 59 of 60" },
	{ "another provider before more pupils", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1", 60, NULL },
	    { "2025-11-06", "y8", "1", 60, NULL },
	    { "2026-10-06", "y9", "2", 6, NULL } }, "2, at least 6 of 60" },
	{ "numbers not known", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1", -1, NULL },
	    { "2026-10-06", "y9", "2", 60, NULL } },
	  "2, how many of 60 is not known" },
	{ "some may be at another school", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1", 90, "shared" },
	    { "2026-10-06", "y9", "2", 60, NULL } },
	  "2, how many of 60 is not known" },

	{ "out of hours", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1", 60, "out of hours" } }, "0 of 2" },
	{ "hours not said", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1", 60, "hours not said" } }, "0 of 2" },
	{ "too short", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1", 60, "short" } }, "0 of 2" },
	{ "its length is not known", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1", 60, "length not known" } }, "1 of 2" },
	{ "a content is not covered", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1", 60, "no careers" } }, "0 of 2" },
	{ "nobody was there", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "", 60, NULL } }, "0 of 2" },
	{ "only one that is not approved", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "", 60, "refused" } }, "0 of 2" },
	{ "one that is not approved, and another", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1", 60, "refused" } }, "1 of 2" },
	{ "no pupil came", "2026-11-20", "y9",
	  { { "2025-10-06", "y8", "1", 0, NULL } }, "0 of 2" },
	{ "planned", "2026-11-20", "y9",
	  { { "2026-12-01", "y9", "1", -1, "planned" } }, "0 of 2" },
};

static void
states_by_hand(void **state)
{
	struct access_law *l = shipped();

	(void)state;
	for (size_t i = 0; i < COUNT(states); i++) {
		const struct state_case *c = &states[i];
		struct access_school s = school("1", 11, 18, 60);
		const struct access_phase *p;
		struct access a;
		struct buf b;

		for (size_t k = 0; k < MEETINGS && c->m[k].day != NULL; k++)
			add(&s, &c->m[k]);
		access_of(l, &s, day_from_iso(c->today), &a);
		p = of_group(&a, c->group);
		assert_non_null(p);
		buf_init(&b, BUF_LINE);
		access_state_said(p, &b);
		if (!str_eq(b.p, c->said))
			fail_msg("%s: \"%s\", not \"%s\"", c->what, b.p,
			    c->said);
		assert_int_equal(p->state == ACCESS_TWO, p->missing == 0);
		buf_clear(&b);
		access_school_clear(&s);
	}
	access_law_free(l);
}

static void
the_two_chosen_stand_in_order_and_the_rest_is_counted(void **state)
{
	static const struct line m[] = {
		{ "2026-10-06", "y9", "2", 40, NULL },
		{ "2025-10-06", "y8", "1", 60, NULL },
		{ "2025-10-07", "y8", "1", 30, "short" },
		{ "2026-12-09", "y9", "1", -1, "planned" },
		{ "2026-12-02", "y9", "3", -1, "planned" },
		{ "2026-11-02", "y9", "3", -1, "planned" },
	};
	struct access_law *l = shipped();
	struct access_school s = school("1", 11, 18, 60);
	const struct access_phase *p;
	struct access a;

	(void)state;
	for (size_t i = 0; i < COUNT(m); i++)
		add(&s, &m[i]);
	access_of(l, &s, day_from_iso("2026-11-20"), &a);
	p = of_group(&a, "y9");
	assert_int_equal(p->first, 1);
	assert_int_equal(p->second, 0);
	assert_int_equal(p->counted, 2);
	assert_int_equal(p->lacking, 1);
	assert_int_equal(p->next, 4);
	assert_int_equal(p->shown.least, 40);
	assert_int_equal(p->shown.most, 40);
	assert_int_equal(p->missing, MISSING_PUPILS);
	assert_int_equal(access_lacks(l, &s.meeting[2], 1), LACKS_TIME);
	assert_true(access_within(p, &s.meeting[2]));
	access_school_clear(&s);
	access_law_free(l);
}

/* --- which cohorts ------------------------------------------------------- */

static void
phases_of_the_years_a_school_has(void **state)
{
	static const struct {
		const char *type;
		long low, high;
		const char *today, *said;
	} v[] = {
		{ "1", 11, 16, "2026-11-20",
		  "y8 1 2026-09-01 2028-02-28; y9 1 2025-09-01 2027-02-28; "
		  "y10 2 2026-09-01 2028-02-28; y11 2 2025-09-01 2027-02-28" },
		{ "40", 14, 19, "2026-11-20",
		  "y10 2 2026-09-01 2028-02-28; y11 2 2025-09-01 2027-02-28; "
		  "y12 3 2026-09-01 2028-02-28; y13 3 2025-09-01 2027-02-28" },
		{ "34", 3, 18, "2026-11-20",
		  "y8 1 2026-09-01 2028-02-28; y9 1 2025-09-01 2027-02-28; "
		  "y10 2 2026-09-01 2028-02-28; y11 2 2025-09-01 2027-02-28; "
		  "y12 3 2026-09-01 2028-02-28; y13 3 2025-09-01 2027-02-28" },
		/* to Y8, and from Y9 */
		{ "1", 9, 13, "2026-11-20", "y8 1 2026-09-01 2027-08-31" },
		{ "2", 13, 16, "2026-11-20",
		  "y9 1 2026-09-01 2027-02-28; y10 2 2026-09-01 2028-02-28; "
		  "y11 2 2025-09-01 2027-02-28" },
		/* both sides of an academic year */
		{ "1", 14, 16, "2026-08-31",
		  "y10 2 2025-09-01 2027-02-28; y11 2 2024-09-01 2026-02-28 "
		  "past" },
		{ "1", 14, 16, "2026-09-01",
		  "y10 2 2026-09-01 2028-02-28; y11 2 2025-09-01 2027-02-28" },
		/* … and of the last day */
		{ "1", 15, 16, "2027-02-28", "y11 2 2026-09-01 2027-02-28" },
		{ "1", 15, 16, "2027-03-01",
		  "y11 2 2026-09-01 2027-02-28 past" },
		{ "1", 15, 16, "2028-02-28", "y11 2 2027-09-01 2028-02-28" },
		{ "1", 15, 16, "2028-02-29",
		  "y11 2 2027-09-01 2028-02-28 past" },
		/* not in force when it ended */
		{ "1", 15, 16, "2022-12-31", "y11 2 2022-09-01 2023-02-28" },
		{ "1", 15, 16, "2022-08-31", "no: it has none of Y8 to Y13" },
		/* special and alternative provision */
		{ "7", 11, 19, "2026-09-01",
		  "y8 1 2026-09-01 2028-02-28; y9 1 2025-09-01 2027-02-28; "
		  "y10 2 2026-09-01 2028-02-28; y11 2 2025-09-01 2027-02-28; "
		  "y12 3 2026-09-01 2028-02-28; y13 3 2025-09-01 2027-02-28" },
		{ "7", 11, 16, "2026-08-31",
		  "y8 1 2025-09-01 2027-02-28; y9 1 2024-09-01 2026-02-28 past;"
		  " y10 2 2025-09-01 2027-02-28; y11 2 2024-09-01 2026-02-28 "
		  "past" },
		{ "42", 14, 16, "2026-11-20",
		  "y10 2 2026-09-01 2028-02-28; y11 2 2025-09-01 2027-02-28" },
		{ "14", 14, 16, "2026-11-20",
		  "y10 2 2026-09-01 2028-02-28; y11 2 2025-09-01 2027-02-28" },
		/* by no age: Y7 to Y11 */
		{ "1", -1, -1, "2026-08-31",
		  "y8 1 2025-09-01 2027-02-28; y9 1 2024-09-01 2026-02-28 past;"
		  " y10 2 2025-09-01 2027-02-28; y11 2 2024-09-01 2026-02-28 "
		  "past" },
		{ "1", 4, 11, "2026-11-20", "no: it has none of Y8 to Y13" },
		{ "18", 16, 99, "2026-11-20", "no: further education" },
		{ "11", 11, 18, "2026-11-20", "no: independent school" },
		{ "10", 11, 18, "2026-11-20",
		  "no: other independent special school" },
		{ "8", 11, 18, "2026-11-20",
		  "no: non-maintained special school" },
		{ "31", 16, 19, "2026-11-20", "no: sixth form centres" },
		{ "", 11, 18, "2026-11-20",
		  "?: its type is not known; give the type code" },
		{ "77", 11, 18, "2026-11-20",
		  "?: its type is not known; give the type code" },
	};
	struct access_law *l = shipped();

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct access_school s = school(v[i].type, v[i].low, v[i].high,
		    60);
		struct access a;
		struct buf b;

		access_of(l, &s, day_from_iso(v[i].today), &a);
		buf_init(&b, BUF_LINE);
		if (a.applies != ACCESS_YES)
			buf_addf(&b, "%s: %s", a.applies == ACCESS_NO ? "no" :
			    "?", a.why);
		for (size_t k = 0; k < a.n; k++) {
			const struct access_phase *p = &a.v[k];
			char from[11], to[11];

			day_iso(p->from, from);
			day_iso(p->to, to);
			buf_addf(&b, "%s%s %d %s %s%s", k > 0 ? "; " : "",
			    year_groups[p->group].word, p->phase, from, to,
			    p->past ? " past" : "");
		}
		if (!str_eq(b.p, v[i].said))
			fail_msg("%zu: \"%s\", not \"%s\"", i, b.p, v[i].said);
		buf_clear(&b);
	}
	access_law_free(l);
}

static void
a_cohort_that_joined_at_14_owes_nothing_of_before(void **state)
{
	static const struct line m[] = {
		{ "2025-10-06", "y9", "1", 60, NULL },
		{ "2026-10-06", "y10", "2", 60, NULL },
	};
	struct access_law *l = shipped();
	struct access_school s = school("41", 14, 19, 60);
	const struct access_phase *p;
	struct access a;

	(void)state;
	for (size_t i = 0; i < COUNT(m); i++)
		add(&s, &m[i]);
	access_of(l, &s, day_from_iso("2026-11-20"), &a);
	assert_null(of_group(&a, "y9"));
	p = of_group(&a, "y10");
	assert_int_equal(p->entry, 2023);
	assert_int_equal(p->state, ACCESS_ONE);
	access_school_clear(&s);
	access_law_free(l);
}

static void
rolls_say_which_years_there_are(void **state)
{
	struct access_law *l = shipped();
	struct access_school s = school("1", 11, 16, 60);
	struct access a;

	(void)state;
	s.roll[YG_Y9] = 0;		/* nobody */
	s.roll[YG_Y12] = 5;
	access_of(l, &s, day_from_iso("2026-11-20"), &a);
	assert_null(of_group(&a, "y9"));
	assert_non_null(of_group(&a, "y12"));
	assert_non_null(of_group(&a, "y8"));
	access_law_free(l);
}

/* --- a school ------------------------------------------------------------ */

static enum access_standing
standing(const char *type, const char *today, const struct line *m, size_t n,
    int *short_of, int *due)
{
	struct access_law *l = shipped();
	struct access_school s = school(type, 14, 16, 60);
	struct access a;
	enum access_standing st;

	for (size_t i = 0; i < n; i++)
		add(&s, &m[i]);
	access_of(l, &s, day_from_iso(today), &a);
	st = access_standing(&a, day_from_iso(today), short_of, due);
	access_school_clear(&s);
	access_law_free(l);
	return st;
}

static void
a_school_in_one_word(void **state)
{
	static const struct line m[] = {
		{ "2025-10-06", "y10", "1", 60, NULL },
		{ "2026-10-06", "y11", "2", 60, NULL },
		{ "2026-10-06", "y10", "1", 60, NULL },
		{ "2026-10-07", "y10", "2", 60, NULL },
	};
	int n, due;

	(void)state;
	assert_int_equal(standing("1", "2026-11-20", m, 1, &n, &due),
	    STANDING_DUE);
	assert_int_equal(n, 1);
	assert_int_equal(due, day_from_iso("2027-02-28"));
	assert_int_equal(standing("1", "2027-03-01", m, 1, &n, &due),
	    STANDING_MISSED);
	assert_int_equal(n, 1);
	assert_int_equal(due, day_from_iso("2028-02-28"));
	assert_int_equal(standing("1", "2026-11-20", m, 2, &n, &due),
	    STANDING_LATER);
	assert_int_equal(n, 0);
	assert_int_equal(due, day_from_iso("2028-02-28"));
	assert_int_equal(standing("1", "2026-11-20", m, 4, &n, &due),
	    STANDING_OK);
	assert_int_equal(due, DAY_NONE);
	assert_int_equal(standing("18", "2026-11-20", m, 4, &n, &due),
	    STANDING_NOT);
	assert_int_equal(standing("", "2026-11-20", m, 4, &n, &due),
	    STANDING_UNKNOWN);
}

/* --- the hub's own ------------------------------------------------------- */

static void
settings_of_the_law(void **state)
{
	static const char *const bad[] = { "", "28", "feb", "30 feb", "0 mar",
		"31 nov", "28 feb 2027", "28 febr" };
	static const struct line on_29 = { "2028-02-29", "y11", "1", 60, NULL };
	struct access_law *l = shipped();
	struct access_school s = school("31", 15, 16, 60);
	struct err e = { 0 };
	struct access a;

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		if (access_law_last(l, bad[i], &e) == ST_OK)
			fail_msg("\"%s\" was taken", bad[i]);
	access_law_ask(l, true);
	assert_int_equal(access_law_last(l, "29 Feb", &e), ST_OK);
	add(&s, &on_29);
	access_of(l, &s, day_from_iso("2028-03-01"), &a);
	assert_int_equal(a.n, 1);
	assert_int_equal(a.v[0].state, ACCESS_ONE);
	access_of(l, &s, day_from_iso("2027-03-01"), &a);
	assert_int_equal(a.v[0].to, day_from_iso("2027-02-28"));
	assert_int_equal(access_law_last(l, "31 dec", &e), ST_OK);
	access_of(l, &s, day_from_iso("2027-03-01"), &a);
	assert_int_equal(a.v[0].to, day_from_iso("2026-12-31"));
	access_school_clear(&s);
	access_law_free(l);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(states_by_hand),
		cmocka_unit_test(
		    the_two_chosen_stand_in_order_and_the_rest_is_counted),
		cmocka_unit_test(phases_of_the_years_a_school_has),
		cmocka_unit_test(
		    a_cohort_that_joined_at_14_owes_nothing_of_before),
		cmocka_unit_test(rolls_say_which_years_there_are),
		cmocka_unit_test(a_school_in_one_word),
		cmocka_unit_test(settings_of_the_law),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
