/* brief_ask.c - the brief's questions: what is missing at the school, each with
 * its reason.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/brief.h"
#include "app/standing.h"
#include "base/date.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/snapshot.h"

#define POLICY	"provider policy page"

/* --- year groups --------------------------------------------------------- */

/* "No roll yet: Y9, Y13"; false when there are none. */
static bool
put_groups(struct brief_making *m, const char *words,
    bool (*fits)(const struct ov_group *))
{
	struct strs found = { 0 };
	bool any;
	char *names;

	for (size_t i = 0; i < m->now.ngroups; i++)
		if (fits(&m->now.group[i]))
			strs_add(&found, m->now.group[i].head);
	any = found.n > 0;
	names = strs_join(&found, ", ");
	if (any)
		report_cellf(m->r, "%s: %s", words, names);
	free(names);
	strs_clear(&found);
	return any;
}

static bool
no_employer(const struct ov_group *g)
{
	return g->has && str_eq(g->cell[OV_EMPLOYER].text, "0");
}

static bool
no_roll(const struct ov_group *g)
{
	return str_eq(g->cell[OV_ROLL].text, "?");
}

static bool
unconfirmed(const struct ov_group *g)
{
	return g->unconfirmed;
}

static void
put_rolls(struct brief_making *m)
{
	char year[8];

	year_format(m->year, year);
	(void)put_groups(m, "No roll yet", no_roll);
	if (put_groups(m, "Roll to confirm", unconfirmed))
		brief_lists(m, ENT_roll, "school:%s year:%s is:unconfirmed",
		    m->ref, year);
}

/* --- benchmarks ---------------------------------------------------------- */

/* "BM5 of Y10: 75 % claimed, the log shows 30 % at least" */
static void
put_gap(struct brief_making *m, const struct standing *s, int bm)
{
	const struct standing_bm *b = &s->bm[bm - 1];
	struct buf filter;

	report_cellf(m->r, "BM%d, %s: %d %% claimed, the log shows %d %% at"
	    " least", bm, b->shown->group, b->claimed_share, b->at_least);
	if (b->shown->used.most <= 0) {
		report_opens(m->r, entities[ENT_assessment],
		    s->claimed.base->id);
		return;
	}
	buf_init(&filter, BUF_ROW);
	evidenced_filter(m->app, m->school, b->shown, &filter);
	report_lists(m->r, entities[ENT_encounter], filter.p);
	buf_clear(&filter);
}

static enum status
put_gaps(struct brief_making *m, struct err *e)
{
	struct standing s;
	enum status st = standing_of(m->app, m->school->id, &s, e);

	if (st != ST_OK)
		return st;
	for (int bm = 1; bm <= BENCHMARKS; bm++)
		if (s.bm[bm - 1].has_gap && s.bm[bm - 1].gap > 0)
			put_gap(m, &s, bm);
	standing_clear(&s);
	return ST_OK;
}

/* "Compass for 31 Dec: the last result is of 31 Jul 2026" */
static void
put_compass(struct brief_making *m)
{
	const struct ov_result *last = &m->now.official;
	int next = snapshot_from(m->app->today);
	char due[24], was[24];

	if (!overview_assessed(&m->now) ||
	    (last->id != 0 && last->day > snapshot_before(next)))
		return;
	brief_day(m, next, due);
	brief_day(m, last->id != 0 ? last->day : DAY_NONE, was);
	report_cellf(m->r, "Compass for %s: %s%s", due, last->id != 0 ?
	    "the last result is of " : "there is no result yet", was);
	report_opens(m->r, entities[ENT_assessment], last->id);
}

/* --- people and pages ---------------------------------------------------- */

static void
put_vacancies(struct brief_making *m)
{
	for (size_t i = 0; i < m->now.npeople; i++) {
		const struct ov_person *p = &m->now.person[i];

		if (p->contact != 0 || !p->required)
			continue;
		report_cellf(m->r, "%s: nobody named%s%s", p->role,
		    p->more[0] != '\0' ? " " : "", p->more);
		brief_lists(m, ENT_role, "organisation:%s role:\"%s\"",
		    m->ref, p->role);
	}
}

/* Worth asking when it was not looked at this academic year, or not found. */
static void
on_policy(void *arg, const struct brief_row *f)
{
	struct brief_making *m = arg;
	int day = day_from_iso(f->day);
	bool no = str_ieq(f->title, "no");
	char text[24];

	if (!no && day != DAY_NONE && day >= year_first_day(m->year))
		return;
	brief_day(m, day, text);
	report_cellf(m->r, "Provider policy page: %slast checked %s",
	    no ? "no; " : "", day != DAY_NONE ? text : "on no day known");
	report_opens(m->r, entities[ENT_fact], f->id);
}

static enum status
put_policy(struct brief_making *m, struct err *e)
{
	enum status st;

	m->ask.word = POLICY;
	st = brief_rows(m, BRIEF_FACT, 1, on_policy, e);
	m->ask.word = NULL;
	if (st == ST_OK && m->n == 0)
		report_cell(m->r, "Provider policy page: never checked");
	return st;
}

/* "Waiting for Ms Bell: placement list, expected 12 Nov" */
static void
on_waiting(void *arg, const struct brief_row *k)
{
	struct brief_making *m = arg;
	char day[24];

	brief_day(m, day_from_iso(k->day), day);
	report_cellf(m->r, "Waiting%s%s: %s%s%s", *k->who != '\0' ? " for " :
	    "", k->who, k->title, day[0] != '\0' ? ", expected " : "", day);
	report_opens(m->r, entities[ENT_task], k->id);
}

enum status
brief_questions(struct brief_making *m, struct err *e)
{
	enum status st;

	report_text(m->r, "Ask");
	(void)put_groups(m, "No employer encounter this year", no_employer);
	if ((st = put_gaps(m, e)) != ST_OK)
		return st;
	put_vacancies(m);
	put_rolls(m);
	put_compass(m);
	if ((st = put_policy(m, e)) != ST_OK)
		return st;
	st = brief_rows(m, BRIEF_WAITING, BRIEF_MOST, on_waiting, e);
	if (st == ST_OK && brief_more(m, BRIEF_MOST)) {
		report_cell(m->r, "Waiting: more");
		brief_lists(m, ENT_task, "school:%s is:waiting", m->ref);
	}
	return st;
}
