/* demo_cases.c - the demonstration's cases.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/demo_int.h"

enum { NONE = -1 };

/* Days count from today; due and closed 0: none. */
static const struct known_case {
	short		 school;
	const char	*type, *title, *status, *reason, *priority;
	short		 owner;		/* a user, or NONE: the school's */
	int		 opened, due, closed;
	short		 linked;	/* row of this table */
	const char	*summary, *note;
} cases[DEMO_CASES] = {
	[CASE_SPEAKER] = { SANDMERE, "support request",
	  "Construction speaker for Y9",
	  "in progress", "City Cranes asked", "normal", NONE, -39, 85, 0, NONE,
	  "Asked for at the visit; before the options are chosen.", "" },
	[CASE_PLACES] = { SANDMERE, "benchmark plan",
	  "Benchmark 6: too few workplaces",
	  "open", "", "high", NONE, -24, 60, 0, CASE_SPEAKER,
	  "Half of Y11 had no placement; the plan has two actions on it.",
	  "The deputy would like a second opinion." },
	[CASE_TRANSPORT] = { BROOKVALE, "send",
	  "Supported internships for four leavers",
	  "waiting", "The borough decides about transport", "high", NONE, -69,
	  12, 0, NONE, "Employer found; transport is not.", "" },
	[CASE_ADVISER] = { HARBOUR, "volunteer match",
	  "New Enterprise Adviser",
	  "in progress", "Two names proposed", "normal", NONE, -48, -6, 0,
	  NONE, "The last one moved abroad in the summer.", "" },
	[CASE_GARAGE] = { ASHDOWN, "work experience problem",
	  "Placement ended after two days",
	  "closed", "Another employer took the pupil", "urgent", NONE, -33,
	  -28, -29, NONE, "The site had closed; a garage near by helped.", "" },
	[CASE_INSPECTION] = { NORTHGATE, "inspection",
	  "Inspection: what follows from it",
	  "in progress", "Report expected", "urgent", NONE, -8, 20, 0, NONE,
	  "The governors ask for a page of evidence.", "" },
	[CASE_CLOSING] = { PARK_HOUSE, "closure or conversion",
	  "Proposed to close",
	  "open", "", "high", NONE, -52, 240, 0, NONE,
	  "The trust decides in the summer term.",
	  "Nothing is public before the governors meet." },
	[CASE_ACADEMY] = { DEMO_SUCCESSOR, "closure or conversion",
	  "Became an academy",
	  "closed", "All that goes on was moved", "normal", NONE, -480, -440,
	  -446, NONE, "New number, same people.", "" },
	[CASE_FORUM] = { CRANMERE, "other",
	  "Who speaks for the college at the forum",
	  "in progress", "Principal asked", "low", DAN, -17, 0, 0, NONE, "",
	  "" },
	[CASE_ACCESS] = { DOCKSIDE, "support request",
	  "Help with the provider access policy",
	  "waiting", "Governors meet in December", "low", NONE, -20, 31, 0,
	  NONE, "A model statement was sent.", "" },
	[CASE_STAFF] = { HARBOUR, "support request",
	  "Introduce the new adviser to staff",
	  "open", "", "low", NONE, -12, 45, 0, CASE_ADVISER, "", "" },
};

static int64_t
add_case(struct demo *d, const struct known_case *k)
{
	struct row *r = row_new(entities[ENT_case]);

	demo_ref(r, F_case_school, "school", d->school[k->school].id);
	row_set(r, F_case_type, k->type);
	row_set(r, F_case_title, k->title);
	row_set(r, F_case_status, k->status);
	row_set(r, F_case_reason, k->reason);
	row_set(r, F_case_priority, k->priority);
	demo_ref(r, F_case_owner, "user", k->owner == NONE ?
	    d->school[k->school].owner : d->user[k->owner]);
	demo_day(r, F_case_opened, demo_when(d, k->opened));
	if (k->due != 0)
		demo_day(r, F_case_due, demo_when(d, k->due));
	if (k->closed != 0)
		demo_day(r, F_case_closed, demo_when(d, k->closed));
	if (k->linked != NONE && d->known_case[k->linked] != 0)
		demo_word(r, F_case_linked,
		    demo_code(d, d->known_case[k->linked]));
	row_set(r, F_case_summary, k->summary);
	row_set(r, F_case_note, k->note);
	return demo_add(d, r);
}

/* --- of other schools --- */

static const struct {
	const char *type, *title, *reason;
} usual[] = {
	{ "support request", "Employers for the careers week",
	  "Four employers came" },
	{ "work experience problem", "Ten pupils without a placement",
	  "All were placed" },
	{ "volunteer match", "Asks for a volunteer from health",
	  "Matched" },
	{ "benchmark plan", "Plan for benchmark 3", "Agreed with the head" },
	{ "send", "Accessible workplace visits", "List of employers sent" },
	{ "support request", "Labour market data for parents",
	  "Slides were sent" },
};

static void
make_case(struct demo *d, int s)
{
	static const char *const priorities[] = { "low", "normal", "normal",
	    "normal", "high" };
	struct row *r;
	int opened, k;

	demo_stream(d, S_CASE, s, 0);
	opened = d->today - demo_between(d, 5, 500);
	k = demo_below(d, (int)COUNT_OF(usual));
	if (!demo_open(d, s, opened) || !demo_open(d, s, d->today))
		return;
	r = row_new(entities[ENT_case]);
	demo_ref(r, F_case_school, "school", d->school[s].id);
	row_set(r, F_case_type, usual[k].type);
	row_set(r, F_case_title, usual[k].title);
	row_set(r, F_case_priority, priorities[demo_below(d, 5)]);
	demo_ref(r, F_case_owner, "user", d->school[s].owner);
	demo_day(r, F_case_opened, opened);
	row_set(r, F_case_status, "open");
	if (opened < d->today - 90 || demo_chance(d, 40)) {
		row_set(r, F_case_status, "closed");
		row_set(r, F_case_reason, usual[k].reason);
		demo_day(r, F_case_closed,
		    opened + demo_between(d, 3, 60) < d->today ?
		    opened + demo_between(d, 3, 5) : d->today);
	} else
		demo_day(r, F_case_due, d->today + demo_between(d, 6, 50));
	demo_add(d, r);
}

void
demo_cases(struct demo *d)
{
	for (int i = 0; i < DEMO_CASES && d->st == ST_OK; i++)
		if (cases[i].school < d->nschools)
			d->known_case[i] = add_case(d, &cases[i]);
	for (int s = DEMO_CAST; s < d->nschools && d->st == ST_OK; s += 2)
		make_case(d, s);
}
