/* demo_tasks.c - tasks of the demonstration that belong to no plan, visit or
 * checklist: those of the examples.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/demo_int.h"

#include "base/str.h"

enum { NONE = -1, NO_DAY = 999 };
enum { ABOUT_SCHOOL, ABOUT_CASE, ABOUT_EMPLOYER, ABOUT_PARTNER, ABOUT_LEADER,
	ABOUT_CLUSTER, ABOUT_NOTHING };

static const struct known_task {
	int		 due;		/* or NO_DAY */
	short		 school, owner;
	const char	*title, *status;
	short		 about, i;	/* which of its table */
	const char	*waiting_for;
	int		 expected;	/* or NO_DAY */
	const char	*repeat;
	int		 attempt, done;	/* 0 none; done: a day before today */
	short		 asked_by;
	const char	*reason, *note;
} tasks[] = {
	/* Late. */
	{ -17, BROOKVALE, ME, "Send SEND toolkit", "open", ABOUT_SCHOOL, 0, "",
	  NO_DAY, "", 0, 0, NONE, "", "The large print one." },
	{ -11, SANDMERE, ME, "Confirm Y10 placement list", "open",
	  ABOUT_CASE, CASE_PLACES, "", NO_DAY, "", 0, 0, NONE, "", "" },
	{ -3, HARBOUR, ME, "Call Ms Okoro back", "open", ABOUT_LEADER, 0, "",
	  NO_DAY, "", 3, 0, NONE, "", "Not before four." },
	/* Promised by the school. */
	{ -11, SANDMERE, LEADER, "Send the placement list", "open",
	  ABOUT_CASE, CASE_PLACES, "", NO_DAY, "", 0, 0, NONE, "", "" },
	{ MON, NORTHGATE, SPONSOR, "Name a governor for careers", "open",
	  ABOUT_SCHOOL, 0, "", NO_DAY, "", 0, 0, NONE, "", "" },
	/* This week. */
	{ 0, NORTHGATE, ME, "Governors' report", "open", ABOUT_CASE,
	  CASE_INSPECTION, "", NO_DAY, "", 0, 0, NONE, "", "" },
	{ MON, NONE, ME, "Chase autumn assessments", "open", ABOUT_NOTHING, 0,
	  "", NO_DAY, "", 2, 0, DAN, "", "" },
	{ TUE, HARBOUR, ME, "Propose two names for Enterprise Adviser", "open",
	  ABOUT_CASE, CASE_ADVISER, "", NO_DAY, "", 0, 0, NONE, "", "" },
	{ FRI, NORTHGATE, ME, "Governors' report, final", "open",
	  ABOUT_SCHOOL, 0, "", NO_DAY, "", 0, 0, PRIYA, "", "" },
	/* Waiting for others. */
	{ TUE, SANDMERE, ME, "Book the speaker for Y9", "waiting",
	  ABOUT_CASE, CASE_SPEAKER, "City Cranes", MON, "", 0, 0, NONE, "",
	  "" },
	{ THU + NEXT_WEEK, BROOKVALE, ME, "Supported internships: start dates",
	  "waiting", ABOUT_CASE, CASE_TRANSPORT, "the borough's transport team",
	  12, "", 0, 0, NONE, "", "" },
	{ 18, NONE, ME, "Room for the spring forum", "waiting", ABOUT_PARTNER,
	  HAVERING_COUNCIL, "Havering Council", WED, "", 0, 0, NONE, "", "" },
	{ 30, DOCKSIDE, ME, "Provider access policy on the website", "waiting",
	  ABOUT_CASE, CASE_ACCESS, "governors", 20, "", 0, 0, NONE, "", "" },
	/* Given to others, and by others. */
	{ MON, NONE, SAM, "Badges for the fair", "open", ABOUT_CLUSTER, 0, "",
	  NO_DAY, "", 0, 0, ME, "", "" },
	{ WED, EASTFIELD, SAM, "Numbers of the open day", "open",
	  ABOUT_SCHOOL, 0, "", NO_DAY, "", 0, 0, NONE, "", "" },
	{ THU, NONE, DAN, "Thank the employers of the autumn", "open",
	  ABOUT_EMPLOYER, ARUP, "", NO_DAY, "", 0, 0, ME, "", "" },
	/* Again and again. */
	{ MON + NEXT_WEEK, NONE, ME, "Month's return", "open", ABOUT_NOTHING, 0,
	  "", NO_DAY, "monthly", 0, 0, NONE, "", "" },
	{ FRI, NONE, ME, "Close the week's encounters", "open", ABOUT_NOTHING,
	  0, "", NO_DAY, "weekly", 0, 0, NONE, "", "" },
	{ 1, NONE, DAN, "Look into the shared mailbox", "open", ABOUT_NOTHING,
	  0, "", NO_DAY, "daily", 0, 0, NONE, "", "" },
	{ 11, NONE, PRIYA, "Call with the careers company", "open",
	  ABOUT_NOTHING, 0, "", NO_DAY, "fortnightly", 0, 0, NONE, "", "" },
	{ 48, NONE, ME, "Ask who is new at the schools", "open",
	  ABOUT_NOTHING, 0, "", NO_DAY, "termly", 0, 0, NONE, "", "" },
	{ 140, CRANMERE, ME, "Look at the offers of the college", "open",
	  ABOUT_SCHOOL, 0, "", NO_DAY, "yearly", 0, 0, NONE, "", "" },
	/* Some day, done and dropped. */
	{ NO_DAY, NONE, ME, "Read the new guidance for colleges", "open",
	  ABOUT_NOTHING, 0, "", NO_DAY, "", 0, 0, NONE, "", "" },
	{ -36, SANDMERE, ME, "Send SEND toolkit", "done", ABOUT_SCHOOL, 0, "",
	  NO_DAY, "", 0, -36, NONE, "", "" },
	{ -30, ASHDOWN, ME, "Find another garage", "done", ABOUT_CASE,
	  CASE_GARAGE, "", NO_DAY, "", 0, -29, NONE,
	  "Took the pupil the same week", "" },
	{ -40, PARK_HOUSE, ME, "Match a volunteer", "dropped", ABOUT_SCHOOL, 0,
	  "", NO_DAY, "", 0, 0, NONE, "The school may close", "" },
};

struct row *
demo_task(struct demo *d, int s, const char *title, int due)
{
	struct row *r = row_new(entities[ENT_task]);

	row_set(r, F_task_title, title);
	row_set(r, F_task_status, "open");
	if (due != DAY_NONE)
		demo_day(r, F_task_due, due);
	if (s >= 0) {
		demo_ref(r, F_task_school, "school", d->school[s].id);
		demo_ref(r, F_task_owner, "user", d->school[s].owner);
	}
	return r;
}

void
demo_tick(struct row *task, int day)
{
	row_set(task, F_task_status, "done");
	demo_day(task, F_task_done, day);
}

static void
put_about(struct demo *d, struct row *r, const struct known_task *k)
{
	const struct demo_school *s = k->school != NONE ?
	    &d->school[k->school] : NULL;

	if (k->about == ABOUT_CASE && d->known_case[k->i] != 0)
		demo_ref(r, F_task_about, "case", d->known_case[k->i]);
	else if (k->about == ABOUT_EMPLOYER)
		demo_ref(r, F_task_about, "employer", d->employer[k->i]);
	else if (k->about == ABOUT_PARTNER)
		demo_ref(r, F_task_about, "partner", d->partner[k->i]);
	else if (k->about == ABOUT_CLUSTER)
		demo_ref(r, F_task_about, "cluster", d->cluster[k->i]);
	else if (k->about == ABOUT_LEADER && s != NULL && s->leader != 0)
		demo_ref(r, F_task_about, "contact", s->leader);
	else if (s != NULL)
		demo_ref(r, F_task_about, "school", s->id);
}

/* Last week's one of a weekly task, which is done. */
static int64_t
add_last(struct demo *d, const struct known_task *k)
{
	int due = demo_when(d, k->due) - 7;
	struct row *r = demo_task(d, k->school, k->title, due);

	demo_whose(d, r, F_task_owner, k->school, k->owner);
	row_set(r, F_task_repeat, k->repeat);
	demo_tick(r, due);
	return demo_add(d, r);
}

static void
add_task(struct demo *d, const struct known_task *k)
{
	int64_t last = str_eq(k->repeat, "weekly") ? add_last(d, k) : 0;
	struct row *r = demo_task(d, k->school, k->title, k->due == NO_DAY ?
	    DAY_NONE : demo_when(d, k->due));

	demo_whose(d, r, F_task_owner, k->school, k->owner);
	row_set(r, F_task_status, k->status);
	put_about(d, r, k);
	row_set(r, F_task_waiting_for, k->waiting_for);
	if (k->expected != NO_DAY)
		demo_day(r, F_task_expected, demo_when(d, k->expected));
	row_set(r, F_task_repeat, k->repeat);
	if (last != 0)
		demo_ref(r, F_task_follows, "task", last);
	if (str_eq(k->repeat, "monthly"))
		demo_day(r, F_task_meant, demo_when(d, k->due));
	if (k->attempt > 0)
		demo_int(r, F_task_attempt, k->attempt);
	if (k->done != 0)
		demo_tick(r, demo_when(d, k->done));
	if (k->asked_by != NONE)
		demo_ref(r, F_task_asked_by, "user", d->user[k->asked_by]);
	row_set(r, F_task_reason, k->reason);
	row_set(r, F_task_note, k->note);
	demo_add(d, r);
}

void
demo_tasks(struct demo *d)
{
	for (size_t i = 0; i < COUNT_OF(tasks) && d->st == ST_OK; i++)
		if (tasks[i].school < d->nschools)
			add_task(d, &tasks[i]);
}
