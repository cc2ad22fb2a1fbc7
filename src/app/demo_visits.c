/* demo_visits.c - visits, calls, e-mails and meetings of the demonstration.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First those of the examples, then some of every school over two years.
 */
#include "app/demo_int.h"

enum { NONE = -1, L = 1, H = 2, S = 4 };	/* leader, head, SLT sponsor */

static const struct known_visit {
	int		 day;
	short		 school, employer;	/* one of them NONE */
	const char	*kind, *status, *start;
	int		 minutes;		/* 0: not known yet */
	int		 people;
	const char	*benchmarks, *result;
	int		 next;			/* 0, or a day */
	short		 owner, about;		/* NONE: the school's; a case */
	const char	*venue, *summary, *note, *reason;
} visits[] = {
	/* Today and to come. */
	{ 0, NORTHGATE, NONE, "visit", "planned", "09:30", 60, S, "1 8", "", 0,
	  NONE, CASE_INSPECTION, "", "", "", "" },
	{ MON, NORTHGATE, NONE, "visit", "planned", "09:30", 45, L, "5", "", 0,
	  PRIYA, NONE, "", "", "", "" },
	{ WED + NEXT_WEEK, SANDMERE, NONE, "visit", "planned", "10:00", 60,
	  L | H, "5 6 7", "", 0, NONE, NONE, "", "",
	  "Sign in at the east gate.", "" },
	{ WED + NEXT_WEEK, HARBOUR, NONE, "visit", "planned", "14:00", 45, L,
	  "3", "", 0, NONE, CASE_ADVISER, "", "", "", "" },
	{ 19, EASTFIELD, NONE, "meeting", "planned", "11:00", 60, H, "7", "", 0,
	  NONE, NONE, "Town Hall, room 2", "", "", "" },
	{ 24, ASHDOWN, NONE, "visit", "planned", "13:30", 45, L, "", "", 0,
	  NONE, NONE, "", "", "", "" },
	/* Planned, and past: to close. */
	{ -3, PARK_HIGH, NONE, "visit", "planned", "15:15", 45, L, "4", "", 0,
	  NONE, NONE, "", "", "", "" },
	/* Done. */
	{ -39, SANDMERE, NONE, "visit", "done", "10:15", 50, L, "2 3 5", "",
	  WED + NEXT_WEEK, NONE, CASE_SPEAKER, "",
	  "Wants labour market information for Y9.",
	  "The new head came in for five minutes.", "" },
	{ -12, SANDMERE, NONE, "call", "done", "", 10, L, "5", "spoke", 0, NONE,
	  NONE, "", "Two employers for Y9 are being asked.", "", "" },
	{ -48, HARBOUR, NONE, "visit", "done", "09:00", 60, L | H, "1 6", "",
	  WED + NEXT_WEEK, NONE, CASE_ADVISER, "",
	  "The adviser's post is empty; placements go well.", "", "" },
	{ -17, HARBOUR, NONE, "call", "done", "11:20", 2, 0, "", "no answer",
	  -10, NONE, NONE, "", "", "", "" },
	{ -10, HARBOUR, NONE, "call", "done", "16:05", 3, 0, "",
	  "left message", -3, NONE, NONE, "", "", "Teaches until four.", "" },
	{ -11, ASHDOWN, NONE, "visit", "done", "13:30", 40, L, "5 6", "", 24,
	  NONE, CASE_GARAGE, "", "Placements are safe again.", "", "" },
	{ -17, CRANMERE, NONE, "meeting", "done", "15:00", 75, L, "4 7", "", 0,
	  NONE, NONE, "Cranmere College, boardroom",
	  "Will host the spring forum.", "", "" },
	{ -25, EASTFIELD, NONE, "visit", "done", "10:00", 55, H, "7", "", 19,
	  NONE, NONE, "", "Will see all Y9 of the cluster.", "", "" },
	{ -69, BROOKVALE, NONE, "visit", "done", "09:45", 80, L | H, "3 6", "",
	  -20, NONE, CASE_TRANSPORT, "",
	  "Four leavers want supported internships.",
	  "The deputy decides, not the head.", "" },
	{ -34, NORTHGATE, NONE, "e-mail", "done", "", 0, L, "8", "answered", 0,
	  NONE, NONE, "", "Asked for the governors' report.", "", "" },
	{ -6, BROOKVALE, NONE, "visit", "cancelled", "09:45", 0, L, "", "", 0,
	  NONE, NONE, "", "", "", "Heating of the school failed" },
	/* With employers. */
	{ -21, NONE, ARUP, "call", "done", "12:10", 15, 0, "5", "spoke", MON,
	  ME, NONE, "", "Two engineers for the mock interviews.", "", "" },
	{ -9, NONE, CITY_CRANES, "meeting", "done", "08:30", 45, 0, "6", "",
	  0, DAN, CASE_SPEAKER, "Site office, Ferry Lane",
	  "Could speak in January; needs a projector.", "", "" },
};

static void
put_people(struct demo *d, struct row *r, const struct demo_school *s,
    int people)
{
	const int64_t who[] = { s->leader, s->head, s->sponsor };

	for (int i = 0; i < (int)COUNT_OF(who); i++)
		if ((people >> i & 1) != 0 && who[i] != 0)
			demo_word(r, F_visit_people, demo_code(d, who[i]));
}

static void
add_known(struct demo *d, const struct known_visit *k)
{
	struct row *r = row_new(entities[ENT_visit]);
	const struct demo_school *s = k->school != NONE ?
	    &d->school[k->school] : NULL;

	if (s != NULL) {
		demo_ref(r, F_visit_school, "school", s->id);
		put_people(d, r, s, k->people);
	} else
		demo_ref(r, F_visit_employer, "employer",
		    d->employer[k->employer]);
	row_set(r, F_visit_kind, k->kind);
	row_set(r, F_visit_status, k->status);
	demo_day(r, F_visit_date, demo_when(d, k->day));
	row_set(r, F_visit_start, k->start);
	if (k->minutes > 0)
		demo_int(r, F_visit_minutes, k->minutes);
	demo_numbers(r, F_visit_benchmarks, k->benchmarks);
	row_set(r, F_visit_result, k->result);
	if (k->next != 0)
		demo_day(r, F_visit_next_contact, demo_when(d, k->next));
	demo_ref(r, F_visit_owner, "user", k->owner != NONE || s == NULL ?
	    d->user[k->owner] : s->owner);
	if (k->about != NONE && d->known_case[k->about] != 0)
		demo_ref(r, F_visit_case, "case", d->known_case[k->about]);
	row_set(r, F_visit_venue, k->venue);
	row_set(r, F_visit_summary, k->summary);
	row_set(r, F_visit_note, k->note);
	row_set(r, F_visit_reason, k->reason);
	demo_add(d, r);
}

/* --- of every school ----------------------------------------------------- */

static const char *const said[] = {
	"Went through the plan; two actions are done.",
	"Asked for employers from health and care.",
	"The careers page of the website is new.",
	"Options evening moves to the spring.",
	"Would host the next forum.",
	"Tutors want ready-made lessons.",
	"Half of the staff has seen the programme.",
	"The governors ask for figures by year group.",
};
static const struct {		/* what a visit leaves to do */
	const char	*title;
	short		 owner;
} promised[] = {
	{ "Send the list of employers", NONE },
	{ "Send the numbers of the autumn", LEADER },
	{ "Introduce an apprenticeship provider", NONE },
	{ "Say which year groups may travel", LEADER },
	{ "Ask the governors for a link governor", HEAD },
};

/* Of a visit of the last months: one thing, mostly done. */
static void
add_promise(struct demo *d, int s, int64_t visit, int day)
{
	int k = demo_below(d, (int)COUNT_OF(promised));
	int due = demo_school_day(d, day + 7, day + 21);
	struct row *r = demo_task(d, s, promised[k].title, due);

	demo_ref(r, F_task_about, "visit", visit);
	if (promised[k].owner != NONE)
		demo_whose(d, r, F_task_owner, s, promised[k].owner);
	if (due < d->today - 4 || demo_chance(d, 50))
		demo_tick(r, due < d->today ? due : d->today);
	demo_add(d, r);
}

/* A call: who answered was there. */
static void
put_call(struct demo *d, struct row *r, const struct demo_school *s)
{
	int n = demo_below(d, 100);

	row_set(r, F_visit_result, n < 60 ? "spoke" : n < 80 ? "no answer" :
	    "left message");
	demo_int(r, F_visit_minutes, n < 60 ? demo_between(d, 4, 25) : 2);
	if (n < 60) {
		put_people(d, r, s, L);
		row_set(r, F_visit_summary,
		    said[demo_below(d, (int)COUNT_OF(said))]);
	}
}

static void
put_meeting(struct demo *d, struct row *r, const struct demo_school *s)
{
	int people = demo_chance(d, 30) ? L | H : L;
	char bms[3] = { (char)('1' + demo_below(d, 8)),
	    (char)('1' + demo_below(d, 8)), '\0' };

	put_people(d, r, s, people);
	demo_time(r, F_visit_start, 9 * 60 + 15 * demo_below(d, 26));
	demo_int(r, F_visit_minutes, 5 * demo_between(d, 7, 18));
	demo_numbers(r, F_visit_benchmarks, bms);
	row_set(r, F_visit_summary, said[demo_below(d, (int)COUNT_OF(said))]);
}

static void
make_visit(struct demo *d, int s, int k)
{
	const struct demo_school *school = &d->school[s];
	struct row *r;
	int kind, day, last = s < DEMO_CAST ? 75 : 6;
	int64_t id;

	demo_stream(d, S_VISIT, s, k);
	day = demo_school_day(d, d->today - 730, d->today - last);
	kind = demo_below(d, 100);
	if (!demo_open(d, s, day))
		return;
	r = row_new(entities[ENT_visit]);
	demo_ref(r, F_visit_school, "school", school->id);
	row_set(r, F_visit_kind, kind < 50 ? "visit" : kind < 78 ? "call" :
	    kind < 90 ? "e-mail" : "meeting");
	row_set(r, F_visit_status, "done");
	demo_day(r, F_visit_date, day);
	demo_ref(r, F_visit_owner, "user", school->owner);
	if (kind >= 50 && kind < 78)
		put_call(d, r, school);
	else if (kind >= 78 && kind < 90)
		put_people(d, r, school, L);
	else
		put_meeting(d, r, school);
	if (demo_chance(d, 25))
		demo_day(r, F_visit_next_contact,
		    day + demo_between(d, 20, 60));
	id = demo_add(d, r);
	if (day > d->today - 200 && (kind < 50 || kind >= 90))
		add_promise(d, s, id, day);
}

/* Schools nobody looks after are rung now and then. */
void
demo_visits(struct demo *d)
{
	for (size_t i = 0; i < COUNT_OF(visits) && d->st == ST_OK; i++)
		if (visits[i].school < d->nschools)
			add_known(d, &visits[i]);
	for (int s = 0; s < d->nschools && d->st == ST_OK; s++) {
		demo_stream(d, S_VISIT, s, -1);
		for (int n = demo_between(d, s < 66 ? 4 : 1, s < 66 ? 8 : 3);
		    n > 0; n--)
			make_visit(d, s, n);
	}
}
