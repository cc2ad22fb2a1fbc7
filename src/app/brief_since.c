/* brief_since.c - the brief's middle: what happened since the last visit.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/brief.h"
#include "app/timeline.h"
#include "base/date.h"
#include "db/report.h"
#include "model/fields.h"
#include "model/tables.h"

#define LOOKED_AT	40	/* newest of each kind */

/* --- encounters ---------------------------------------------------------- */

struct since {
	long	 encounters;
	int64_t	 last;			/* counted last */
	struct {
		long	came;
		bool	seen, unknown;
	} group[YG_MAX];
};

static void
on_year(void *arg, const struct report_year *y)
{
	struct since *s = arg;
	int g = year_group(y->group);

	if (s->encounters == 0 || s->last != y->encounter)
		s->encounters++;
	s->last = y->encounter;
	if (g < 0 || g == YG_ADULT)
		return;
	s->group[g].seen = true;
	if (y->attended < 0)
		s->group[g].unknown = true;
	else
		s->group[g].came += (long)y->attended;
}

/* "3: Y8 182, Y10 24+, Y11 ?" */
static void
put_encounters(struct brief_making *m, const struct since *s)
{
	const char *gap = ": ";
	struct buf b;

	if (s->encounters == 0)
		return;
	buf_init(&b, BUF_ROW);
	buf_addf(&b, "%ld", s->encounters);
	for (int g = 0; g < YG_MAX; g++) {
		if (!s->group[g].seen)
			continue;
		buf_add(&b, gap);
		year_group_shown(year_groups[g].word, &b);
		if (s->group[g].came > 0 || !s->group[g].unknown)
			buf_addf(&b, " %ld%s", s->group[g].came,
			    s->group[g].unknown ? "+" : "");
		else
			buf_add(&b, " ?");
		gap = ", ";
	}
	report_cell(m->r, "Encounters");
	report_cell(m->r, b.p);
	brief_lists(m, ENT_encounter,
	    "schools:%s status:delivered since:%s until:%s", m->ref,
	    m->ask.first, m->ask.today);
	buf_clear(&b);
}

/* --- calls --------------------------------------------------------------- */

/* "2 calls, 1 e-mail" */
static void
on_calls(void *arg, const struct brief_row *v)
{
	struct buf *b = arg;

	buf_addf(b, "%s%lld %s%s", b->n > 0 ? ", " : "", (long long)v->n,
	    v->word, v->n == 1 ? "" : "s");
}

static enum status
put_calls(struct brief_making *m, struct err *e)
{
	struct buf b;
	enum status st;

	buf_init(&b, BUF_LINE);
	st = brief_read(m->app->db, BRIEF_CALLS, &m->ask, on_calls, &b, e);
	if (st == ST_OK && b.n > 0) {
		report_cell(m->r, "Contact");
		report_cell(m->r, b.p);
		brief_lists(m, ENT_visit, "school:%s kind:call,e-mail"
		    " status:done since:%s until:%s", m->ref, m->ask.first,
		    m->ask.today);
	}
	buf_clear(&b);
	return st;
}

/* --- people, stages, results --------------------------------------------- */

/* What of the timeline changes what one has to know; encounters are counted
 * above. */
static bool
matters(const struct event *v)
{
	switch (v->ent->no) {
	case ENT_role: case ENT_coordinator: case ENT_membership:
	case ENT_assessment:
		return true;
	case ENT_booking:
		return str_eq(v->state, "attended");
	default:
		return false;
	}
}

static void
put_event(struct brief_making *m, const struct event *v)
{
	bool person = v->ent->no == ENT_role || v->ent->no == ENT_coordinator;
	char day[24];

	brief_day(m, v->day, day);
	report_cell(m->r, day);
	report_cellf(m->r, "%s%s%s%s%s", person ? "" : v->kind,
	    person ? "" : ": ", v->text, *v->state != '\0' ? ", " : "",
	    v->state);
	report_opens(m->r, v->ent, v->id);
}

static enum status
put_events(struct brief_making *m, struct err *e)
{
	struct timeline_ask ask = { .first = m->first,
	    .last = m->app->today, .limit = LOOKED_AT };
	struct timeline t;
	size_t i, shown = 0;
	enum status st = timeline_of(m->app, m->school->ent,
	    m->school->id, &ask, &t, e);

	if (st != ST_OK)
		return st;
	for (i = 0; i < t.n; i++)
		if (matters(&t.v[i]) && shown++ < BRIEF_MOST)
			put_event(m, &t.v[i]);
	if (shown > BRIEF_MOST) {
		report_cell(m->r, "more");
		report_cellf(m->r, "%zu in the timeline of the school",
		    shown - BRIEF_MOST);
		report_opens(m->r, m->school->ent, m->school->id);
	}
	timeline_clear(&t);
	return ST_OK;
}

enum status
brief_since(struct brief_making *m, struct err *e)
{
	struct since s = { 0 };
	enum status st;

	report_pairs(m->r, m->visited ? "Since then" : "This year");
	st = report_years(m->app->db, m->school->id, m->ask.first,
	    m->ask.today, on_year, &s, e);
	if (st != ST_OK)
		return st;
	put_encounters(m, &s);
	st = put_calls(m, e);
	return st == ST_OK ? put_events(m, e) : st;
}
