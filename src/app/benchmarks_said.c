/* benchmarks_said.c - under a school's eight benchmarks: in words, what would
 * lift it most, every result.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/benchmarks_page.h"
#include "app/rulebook.h"
#include "base/date.h"
#include "base/mem.h"
#include "model/fields.h"

#define LIFTS	6

/* --- in words ------------------------------------------------------------ */

static void
put_official(struct benchmarks_making *m)
{
	const struct row *a = m->nofficial > 0 ? m->official[0] : NULL;
	const struct row *was = m->nofficial > 1 ? m->official[1] : NULL;
	char day[24];

	report_cell(m->r, "Official");
	if (a == NULL) {
		report_cell(m->r, "no result of Compass yet");
		return;
	}
	benchmarks_day(a, day);
	report_cellf(m->r, "%s of 8 achieved, Compass, %s",
	    row_get(a, F_assessment_achieved), day);
	report_opens(m->r, a->ent, a->id);
	if (was == NULL)
		return;
	benchmarks_day(was, day);
	report_cell(m->r, "before");
	report_cellf(m->r, "%s of 8 on %s%s%s%s", row_get(was,
	    F_assessment_achieved), day, benchmarks_break(was, a) ? ", " : "",
	    benchmarks_break(was, a) ? row_get(was, F_assessment_framework) : "",
	    benchmarks_break(was, a) ? ": not comparable" : "");
	report_opens(m->r, was->ent, was->id);
}

static void
put_own(struct benchmarks_making *m)
{
	const struct standing *s = &m->now;
	struct buf b;
	char day[24];

	report_cell(m->r, "Own answers");
	if (!s->has_claimed) {
		report_cell(m->r, "none yet");
		return;
	}
	benchmarks_day(s->claimed.mine, day);
	buf_init(&b, BUF_LINE);
	score_answered_format(&s->claimed.score, &b);
	report_cellf(m->r, "Caseload self-assessment, %s: %s", day, b.p);
	report_opens(m->r, entities[ENT_assessment], s->claimed.base->id);
	buf_clear(&b);
}

/* Beside results of the same framework only, and a count, never a share. */
static enum status
put_average(struct benchmarks_making *m, struct err *e)
{
	const struct row *a = m->nofficial > 0 ? m->official[0] : NULL;
	const struct national *n;
	struct nationals all;
	struct buf b;
	enum status st;

	if (a == NULL || row_is_empty(a, F_assessment_achieved))
		return ST_OK;
	if ((st = rulebook_nationals(m->app->opt, &all, e)) != ST_OK)
		return st;
	n = national_average(&all, row_get(a, F_assessment_framework),
	    year_of_day(row_day(a, F_assessment_date)));
	if (n != NULL) {
		buf_init(&b, BUF_LINE);
		national_average_format(n->average, &b);
		report_cell(m->r, "England");
		report_cellf(m->r, "%s of 8 on average, %s", b.p, n->label);
		buf_clear(&b);
	}
	nationals_clear(&all);
	return ST_OK;
}

enum status
benchmarks_said(struct benchmarks_making *m, struct err *e)
{
	report_pairs(m->r, "");
	put_official(m);
	put_own(m);
	return put_average(m, e);
}

/* --- what would lift it -------------------------------------------------- */

static void
put_lift(struct benchmarks_making *m, const struct assess_lift *l)
{
	const struct item *it = l->gain.scored->item;

	report_cellf(m->r, "%s %s", it->id, it->text);
	report_opens(m->r, entities[ENT_assessment],
	    m->now.claimed.base->id);
	report_cellf(m->r, "+%d", l->gain.gain);
	report_cell(m->r, l->gain.together > 1 ? "with the other years" :
	    item_state_words[l->gain.scored->state]);
	if (l->shown == NULL || l->at_least < 0) {
		report_cell(m->r, l->shown == NULL ? "." : "?");
		return;
	}
	report_cellf(m->r, "%s %d %%", l->shown->group, l->at_least);
	if (l->shown->used.most > 0)
		benchmarks_opens(m, l->shown, true);
}

void
benchmarks_lifts(struct benchmarks_making *m)
{
	struct standing *s = &m->now;
	struct assess_lift *v;
	size_t n;

	if (!s->has_claimed || s->claimed.n == 0)
		return;
	v = assess_lifts(&s->claimed, standing_same_questions(s) ? &s->ev :
	    NULL, &n);
	if (n > 0)
		report_table(m->r, "What would lift this school most",
		    "Item|>Per cent|Now|>Log, at least");
	for (size_t i = 0; i < n && i < LIFTS; i++)
		put_lift(m, &v[i]);
	free(v);
}

/* --- all of them --------------------------------------------------------- */

/* "41 of 65" */
static enum status
put_answered(struct benchmarks_making *m, const struct row *a, struct err *e)
{
	struct assess as;
	enum status st;

	if (row_is_empty(a, F_assessment_items)) {
		report_cell(m->r, ".");
		return ST_OK;
	}
	if ((st = assess_load(m->app, a->id, &as, e)) != ST_OK)
		return st;
	report_cellf(m->r, "%d of %d", as.score.answered, as.score.items);
	assess_clear(&as);
	return ST_OK;
}

static enum status
put_one(struct benchmarks_making *m, const struct row *a, struct err *e)
{
	bool official = row_is(a, F_assessment_source, "compass");
	char day[24];

	if (m->narrow)
		benchmarks_month(a, day);
	else
		benchmarks_day(a, day);
	report_cell(m->r, day);
	report_opens(m->r, a->ent, a->id);
	report_cell(m->r, official ? "Compass" : "own");
	for (int i = 0; i < BENCHMARKS; i++) {
		const char *v = row_get(a, F_assessment_bm1 + i);

		report_cell(m->r, *v != '\0' ? v : "?");
	}
	if (m->narrow)
		return ST_OK;
	report_cell(m->r, row_is_empty(a, F_assessment_achieved) ? "?" :
	    row_get(a, F_assessment_achieved));
	return put_answered(m, a, e);
}

/* A table for each framework, since figures of two are not comparable. */
static void
begin_results(struct benchmarks_making *m, const struct row *a, bool first)
{
	char *title = xasprintf("Results, %s%s", row_get(a,
	    F_assessment_framework), first ? "" :
	    ": not comparable with those above");

	report_table(m->r, title, m->narrow ?
	    "Date|Source|>1|>2|>3|>4|>5|>6|>7|>8" :
	    "Date|Source|>1|>2|>3|>4|>5|>6|>7|>8|>of 8|>Answered");
	free(title);
}

/* Newest first, of both sources together. */
enum status
benchmarks_results(struct benchmarks_making *m, struct err *e)
{
	const struct row *before = NULL;
	size_t i = 0, k = 0;
	enum status st = ST_OK;

	while (st == ST_OK && (i < m->nofficial || k < m->nown)) {
		bool own = k < m->nown && (i == m->nofficial ||
		    row_day(m->own[k], F_assessment_date) >=
		    row_day(m->official[i], F_assessment_date));
		const struct row *a = own ? m->own[k] : m->official[i];

		if (before == NULL || benchmarks_break(before, a))
			begin_results(m, a, before == NULL);
		st = put_one(m, a, e);
		before = a;
		i += !own;
		k += own;
	}
	if (i == BENCHMARKS_LISTED || k == BENCHMARKS_LISTED)
		report_note(m->r, "Older results are in the list of"
		    " assessments.");
	return st;
}
