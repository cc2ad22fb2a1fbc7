/* brief_open.c - the brief's promises of both sides, hand-over notes, cases
 * and careers plan: what is not done.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/brief.h"
#include "app/record.h"
#include "base/date.h"
#include "base/mem.h"
#include "model/fields.h"

/* --- promises ------------------------------------------------------------ */

/* "NOT YET", "open", "done 15 Oct" */
static void
put_state(struct brief_making *m, const struct brief_row *k)
{
	int day = day_from_iso(k->day);
	char text[24];

	brief_day(m, day, text);
	if (str_eq(k->word, "done"))
		report_cellf(m->r, "done %s", text);
	else if (day != DAY_NONE && day < m->app->today)
		report_cell(m->r, "NOT YET");
	else
		report_cell(m->r, "open");
}

/* "Ms Grace Bell: placement list, by 9 Nov" */
static void
put_promise(struct brief_making *m, const struct brief_row *k,
    const char *who)
{
	char day[24];

	put_state(m, k);
	brief_day(m, day_from_iso(k->day), day);
	if (str_eq(k->word, "done"))
		day[0] = '\0';
	report_cellf(m->r, "%s: %s%s%s", who, k->title,
	    day[0] != '\0' ? ", by " : "", day);
	report_opens(m->r, entities[ENT_task], k->id);
}

/* Of ours by the name one writes under. */
static const char *
whose(const struct brief_making *m, const char *who)
{
	return *who == '\0' ? "We" : str_ieq(who, m->app->user) ? "You" : who;
}

static void
on_theirs(void *arg, const struct brief_row *k)
{
	put_promise(arg, k, k->who);
}

static void
on_ours(void *arg, const struct brief_row *k)
{
	put_promise(arg, k, whose(arg, k->who));
}

/* What of the tasks is not on the page. */
static void
put_more(struct brief_making *m)
{
	if (!brief_more(m, BRIEF_MOST))
		return;
	report_cell(m->r, "more");
	report_cell(m->r, "all tasks that are open");
	brief_lists(m, ENT_task, "school:%s is:open", m->ref);
}

static void
on_note(void *arg, const struct brief_row *h)
{
	struct brief_making *m = arg;
	struct buf text;
	char day[24];

	buf_init(&text, BUF_ROW);
	brief_begin(h->title, &text);
	brief_day(m, day_from_iso(h->day), day);
	report_cell(m->r, day);
	report_cellf(m->r, "%s%s%s", text.p, *h->who != '\0' ? " - " : "",
	    h->who);
	report_opens(m->r, entities[ENT_handover], h->id);
	buf_clear(&text);
}

enum status
brief_promised(struct brief_making *m, struct err *e)
{
	enum status st;

	report_pairs(m->r, "Promised");
	st = brief_rows(m, BRIEF_THEIRS, BRIEF_MOST, on_theirs, e);
	if (st != ST_OK)
		return st;
	put_more(m);
	st = brief_rows(m, BRIEF_OURS, BRIEF_MOST, on_ours, e);
	if (st != ST_OK)
		return st;
	put_more(m);
	report_pairs(m->r, "Hand-over");
	report_ours(m->r);
	return brief_rows(m, BRIEF_NOTES, BRIEF_OFFERS, on_note, e);
}

/* --- cases --------------------------------------------------------------- */

/* ", due 3 Dec"; ", LATE: it was due 3 Dec" */
static char *
due(const struct brief_making *m, const char *iso)
{
	int day = day_from_iso(iso);
	char text[24];

	brief_day(m, day, text);
	return day == DAY_NONE ? xstrdup("") : xasprintf(", %s%s",
	    day < m->app->today ? "LATE: it was due " : "due ", text);
}

static void
on_case(void *arg, const struct brief_row *c)
{
	struct brief_making *m = arg;
	const struct choice *status = field_choice(
	    &entities[ENT_case]->fields[F_case_status], c->word);
	char *by = due(m, c->day);
	struct buf why;

	report_cell(m->r, status != NULL && status->label != NULL ?
	    status->label : c->word);
	buf_init(&why, BUF_ROW);
	brief_begin(c->who, &why);
	report_cellf(m->r, "%s%s%s%s", c->title, why.n > 0 ? ": " : "", why.p,
	    by);
	report_opens(m->r, entities[ENT_case], c->id);
	buf_clear(&why);
	free(by);
}

/* --- the careers plan ---------------------------------------------------- */

static void
on_action(void *arg, const struct brief_row *k)
{
	struct brief_making *m = arg;
	int day = day_from_iso(k->day);
	char text[24], number[24] = "";

	brief_day(m, day, text);
	if (k->n > 0)
		snprintf(number, sizeof number, "%lld. ", (long long)k->n);
	report_cellf(m->r, "%s %s", day < m->app->today ? "LATE" : "due",
	    text);
	report_cellf(m->r, "%s%s: %s", number, whose(m, k->who), k->title);
	report_opens(m->r, entities[ENT_task], k->id);
}

static void
on_plan(void *arg, const struct brief_row *p)
{
	int64_t *found = arg;

	*found = p->id;
}

/* "3 of 9 actions done, 1 late" */
static enum status
put_plan(struct brief_making *m, int64_t plan, struct err *e)
{
	long actions, done, late;
	struct row *p;
	enum status st = record_load(m->app, entities[ENT_plan], plan, &p, e);

	if (st != ST_OK)
		return st;
	actions = row_int(p, F_plan_actions, 0);
	done = row_int(p, F_plan_done, 0);
	late = row_int(p, F_plan_late, 0);
	report_cell(m->r, row_get(p, F_plan_year));
	if (actions == 0)
		report_cell(m->r, "no actions yet");
	else
		report_cellf(m->r, "%ld of %ld action%s done, %ld late", done,
		    actions, actions == 1 ? "" : "s", late);
	report_opens(m->r, p->ent, plan);
	row_free(p);
	return ST_OK;
}

static enum status
put_actions(struct brief_making *m, int64_t plan, struct err *e)
{
	struct brief_ask school = m->ask;
	enum status st;

	m->ask.id = plan;
	st = brief_rows(m, BRIEF_ACTIONS, BRIEF_MOST, on_action, e);
	m->ask = school;
	if (st == ST_OK && brief_more(m, BRIEF_MOST)) {
		report_cell(m->r, "more");
		report_cell(m->r, "all actions that are open");
		brief_lists(m, ENT_task, "school:%s is:action is:open",
		    m->ref);
	}
	return st;
}

enum status
brief_open(struct brief_making *m, struct err *e)
{
	int64_t plan = 0;
	char year[8];
	enum status st;

	report_pairs(m->r, "Open cases");
	st = brief_rows(m, BRIEF_CASES, BRIEF_MOST, on_case, e);
	if (st != ST_OK)
		return st;
	if (brief_more(m, BRIEF_MOST)) {
		report_cell(m->r, "more");
		report_cell(m->r, "all cases that are open");
		brief_lists(m, ENT_case, "school:%s is:open", m->ref);
	}
	year_format(m->year, year);
	m->ask.word = year;
	st = brief_read(m->app->db, BRIEF_PLAN, &m->ask, on_plan, &plan, e);
	m->ask.word = NULL;
	if (st != ST_OK || plan == 0)
		return st;
	report_pairs(m->r, "Careers plan");
	st = put_plan(m, plan, e);
	return st == ST_OK ? put_actions(m, plan, e) : st;
}
