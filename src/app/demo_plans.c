/* demo_plans.c - careers plans of a third of the schools, last year's and this
 * year's, and their actions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/demo_int.h"

enum { ANYBODY = -1 };		/* the school's coordinator */

/* Items of the 2024 framework (src/data/framework-items.csv); colleges have
 * other numbers from benchmark 2 on and take the first rows only. */
static const struct {
	const char	*title, *item;
	short		 bm, owner;
	const char	*and;		/* another benchmark it serves */
} actions[] = {
	{ "Name a link governor", "1.5", 1, HEAD, "" },
	{ "Put the programme on the website", "1.11", 1, LEADER, "" },
	{ "Ask pupils what they thought of it", "1.16", 1, LEADER, "" },
	{ "Show diverse role models in assemblies", "3.3", 3, LEADER, "5" },
	{ "Record who took part in what", "3.5", 3, LEADER, "" },
	{ "Let pupils see their own records", "3.8", 3, LEADER, "" },
	{ "Careers training for staff", "4.2", 4, ANYBODY, "" },
	{ "Employers from more sectors", "5.8", 5, ANYBODY, "" },
	{ "An employer for every Y9", "5.3", 5, ANYBODY, "" },
	{ "An employer for every Y8", "5.2", 5, LEADER, "" },
	{ "Placements for all of Y10", "6.1", 6, LEADER, "" },
	{ "A workplace visit for Y12", "6.2", 6, ANYBODY, "5" },
	{ "An apprenticeship provider for Y11", "7.3", 7, ANYBODY, "" },
	{ "A college for Y9", "7.2", 7, LEADER, "" },
	{ "Guidance meeting for every Y11", "8.1", 8, LEADER, "" },
	{ "Tell parents how to see the adviser", "8.4", 8, LEADER, "" },
	{ "Labour market data at parents' evenings", "2.4", 2, LEADER, "" },
};
enum { ACTIONS = COUNT_OF(actions), OF_COLLEGES = 7 };

struct plan {
	int64_t		 id;
	int		 school, year;
	bool		 last;		/* of last year */
	bool		 draft;		/* nothing is done yet */
};

static void
put_partners(struct demo *d, struct row *r, const struct plan *p, int bm,
    int which)
{
	int64_t met = d->school[p->school].met[which][bm].id;

	if (bm == 5 || bm == 6)
		demo_word(r, F_task_employers,
		    demo_code(d, demo_some_employer(d, p->school)));
	if (met != 0)
		demo_word(r, F_task_encounters, demo_code(d, met));
}

/* What is past is done or dropped; late is only what was due these days. */
static void
put_state(struct demo *d, struct row *r, const struct plan *p, int bm,
    int due)
{
	int n = demo_below(d, 100), which = p->last ? 0 : 1, day;

	if (due >= d->today - 9 && !(due < d->today && n < 50)) {
		put_partners(d, r, p, bm, 2);
		if (n >= 50 && n < 62 && due > d->today) {
			row_set(r, F_task_status, "waiting");
			row_set(r, F_task_waiting_for, "the head's answer");
			demo_day(r, F_task_expected, due - 7 > d->today ?
			    due - 7 : due);
		}
		return;
	}
	if (n >= 88) {
		row_set(r, F_task_status, "dropped");
		row_set(r, F_task_reason, n < 94 ? "No money for it" :
		    "Next year's leader should decide");
		return;
	}
	put_partners(d, r, p, bm, which);
	day = demo_school_day(d, due - 12, due);
	if (!row_is_empty(r, F_task_encounters))
		day = d->school[p->school].met[which][bm].day;
	demo_tick(r, day);
}

static void
add_action(struct demo *d, const struct plan *p, int k, int number, int due)
{
	struct row *r = demo_task(d, p->school, actions[k].title, due);
	char bm[3] = { (char)('0' + actions[k].bm), actions[k].and[0], '\0' };

	demo_ref(r, F_task_plan, "plan", p->id);
	demo_int(r, F_task_number, number);
	demo_numbers(r, F_task_benchmarks, bm);
	row_set(r, F_task_item, actions[k].item);
	if (actions[k].owner != ANYBODY)
		demo_whose(d, r, F_task_owner, p->school, actions[k].owner);
	put_state(d, r, p, actions[k].bm, due);
	demo_add(d, r);
}

/* Five to ten, each another, over the year or what is left of it. */
static void
add_actions(struct demo *d, const struct plan *p)
{
	int kind = d->school[p->school].kind, n = demo_between(d, 5, 10);
	int all = kind == K_FE || kind == K_SIXTH ? OF_COLLEGES : ACTIONS;
	/* This year takes up where last year may have ended. */
	int at = (int)(demo_hash(d, S_PLAN, p->school, 0) % 97) +
	    (p->last ? 0 : 5 * 10);
	int first = year_first_day(p->year) + 45;
	int days;

	if (p->draft && first < d->today + 14)
		first = d->today + 14;
	days = year_first_day(p->year) + 275 - first;
	if (n > all)
		n = all;
	for (int i = 0; i < n && days > n; i++)
		add_action(d, p, (at + 5 * i) % all, i + 1,
		    demo_school_day(d, first + i * days / n,
		    first + (i + 1) * days / n));
}

static void
put_progress(struct demo *d, struct row *r, struct plan *p)
{
	static const char *const now[] = { "under way", "agreed", "under way",
	    "draft" };
	int first = year_first_day(p->year);
	int agreed = demo_school_day(d, first + 14, first + 60);
	const char *status = p->last ? "finished" : now[p->school / 3 % 4];

	if (agreed > d->today)
		status = "draft";
	row_set(r, F_plan_status, status);
	p->draft = row_is(r, F_plan_status, "draft");
	if (!p->draft)
		demo_day(r, F_plan_agreed, agreed);
	demo_day(r, F_plan_review, p->last ?
	    demo_school_day(d, first + 290, first + 315) :
	    demo_school_day(d, first + 140, first + 170));
}

static void
make_plan(struct demo *d, int s, int year)
{
	static const char *const aims[] = {
		"Every pupil meets an employer this year.",
		"Benchmarks 3 and 6 are achieved by the summer.",
		"Staff know the programme and take part.",
		"Nobody leaves without a guidance meeting.",
	};
	struct plan p = { .school = s, .year = year, .last = year < d->year };
	struct row *r = row_new(entities[ENT_plan]);
	char text[8];

	year_format(year, text);
	demo_stream(d, S_PLAN, s, year);
	demo_ref(r, F_plan_school, "school", d->school[s].id);
	row_set(r, F_plan_year, text);
	demo_ref(r, F_plan_owner, "user", d->school[s].owner);
	row_set(r, F_plan_summary, aims[demo_below(d, 4)]);
	if (demo_chance(d, 25))
		row_set(r, F_plan_note, "The leader would like fewer actions.");
	put_progress(d, r, &p);
	p.id = demo_add(d, r);
	add_actions(d, &p);
}

void
demo_plans(struct demo *d)
{
	for (int s = 0; s < d->nschools && d->st == ST_OK; s += 3) {
		if (d->school[s].low < YG_Y7)
			continue;
		for (int y = d->year - 1; y <= d->year; y++)
			if (demo_open(d, s, year_first_day(y) + 60))
				make_plan(d, s, y);
	}
}
