/* benchmarks_page.c - how a school stands on the eight benchmarks: official,
 * claimed and evidenced side by side, and what would lift it most.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The three figures are never mixed (domain.md 3). It is a school's tab too.
 */
#include "app/benchmarks_page.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/record.h"
#include "app/report_out.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/report.h"
#include "model/fields.h"

#define NARROW	76	/* columns below which less is shown */

/* --- reading ------------------------------------------------------------- */

static enum status
read_source(struct benchmarks_making *m, const char *source, struct row **out,
    size_t *n, struct err *e)
{
	int64_t id[BENCHMARKS_LISTED];
	char today[11];
	size_t found;
	enum status st;

	day_iso(m->app->today, today);
	*n = 0;
	st = report_results(m->app->db, m->school->id, source, today, id,
	    BENCHMARKS_LISTED, &found, e);
	while (st == ST_OK && *n < found) {
		st = record_load(m->app, entities[ENT_assessment], id[*n],
		    &out[*n], e);
		*n += st == ST_OK;
	}
	return st;
}

static void
forget(struct benchmarks_making *m)
{
	while (m->nofficial > 0)
		row_free(m->official[--m->nofficial]);
	while (m->nown > 0)
		row_free(m->own[--m->nown]);
}

/* "31 Jul 2026" */
void
benchmarks_day(const struct row *a, char out[24])
{
	char text[24];

	day_long(row_day(a, F_assessment_date), text);
	snprintf(out, 24, "%s", text[0] != '\0' ? text + 4 : "");
}

/* "Jul 26" */
void
benchmarks_month(const struct row *a, char out[24])
{
	char day[24];
	int at;

	benchmarks_day(a, day);			/* "31 Jul 2026", "2 May 2025" */
	at = day[0] != '\0' && day[1] == ' ' ? 2 : 3;
	snprintf(out, 24, "%.3s %.2s", day + at, day + at + 6);
}

bool
benchmarks_break(const struct row *older, const struct row *newer)
{
	return !row_same(older, newer, F_assessment_framework);
}

/* --- the eight ----------------------------------------------------------- */

static void
put_heads(struct benchmarks_making *m)
{
	struct buf b;
	char day[24];

	buf_init(&b, BUF_ROW);
	buf_add(&b, "Benchmark");
	for (size_t i = m->shown; i-- > 0;) {
		const struct row *a = m->official[i];

		benchmarks_month(a, day);
		buf_addf(&b, "|%s:>%s", row_get(a, F_assessment_framework),
		    day);
		if (i > 0 && benchmarks_break(a, m->official[i - 1]))
			buf_add(&b, "|");
	}
	buf_add(&b, "|>Own|The log, pupils:>all|The log, pupils:>ticked"
	    "|The log, pupils:>of|>Gap");
	report_table(m->r, "", b.p);
	buf_clear(&b);
}

static void
put_official(struct benchmarks_making *m, int i)
{
	for (size_t k = m->shown; k-- > 0;) {
		const struct row *a = m->official[k];
		const char *v = row_get(a, F_assessment_bm1 + i);

		report_cell(m->r, *v != '\0' ? v : "?");
		report_opens(m->r, a->ent, a->id);
		if (k > 0 && benchmarks_break(a, m->official[k - 1]))
			report_cell(m->r, "|");
	}
}

void
benchmarks_opens(struct benchmarks_making *m, const struct evidenced *f,
    bool ticked)
{
	struct buf b;

	buf_init(&b, BUF_ROW);
	if (ticked)
		evidenced_filter(m->app, m->school, f, &b);
	else
		evidenced_logged_filter(m->app, m->school, f, &b);
	report_lists(m->r, entities[ENT_encounter], b.p);
	buf_clear(&b);
}

static void
put_range(struct benchmarks_making *m, const struct evidenced *f,
    struct range r)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (f == NULL || !f->applies)
		buf_addc(&b, '.');
	else
		range_format(r, &b);
	report_cell(m->r, b.p);
	buf_clear(&b);
}

/* The weakest item: all that was logged and what is meaningful, apart. */
static void
put_log(struct benchmarks_making *m, const struct evidenced *f)
{
	static const struct range none = { 0, -1 };

	put_range(m, f, f != NULL ? f->n.logged : none);
	if (f != NULL && f->applies && f->n.events > 0)
		benchmarks_opens(m, f, false);
	if (f != NULL && !f->by_ticks)
		report_cell(m->r, ".");	/* no ticks are asked for */
	else
		put_range(m, f, f != NULL ? f->n.meaningful : none);
	if (f != NULL && f->applies && f->by_ticks &&
	    f->n.meaningful_events > 0)
		benchmarks_opens(m, f, true);
	if (f == NULL || !f->applies)
		report_cell(m->r, ".");
	else if (f->roll < 0)
		report_cellf(m->r, "%s ?", f->group);
	else
		report_cellf(m->r, "%s %ld%s", f->group, f->roll,
		    f->confirmed ? "" : "~");
	if (f != NULL && f->applies && f->roll >= 0 && !f->confirmed)
		report_note(m->r, "~ a roll that is not confirmed.");
}

static void
put_benchmarks(struct benchmarks_making *m)
{
	const struct standing *s = &m->now;

	m->shown = m->narrow ? 1 : BENCHMARKS_SHOWN;
	if (m->shown > m->nofficial)
		m->shown = m->nofficial;
	if (m->shown == BENCHMARKS_SHOWN &&
	    benchmarks_break(m->official[m->shown - 1], m->official[0]))
		m->shown--;
	put_heads(m);
	for (int i = 0; i < BENCHMARKS; i++) {
		const struct standing_bm *b = &s->bm[i];

		report_cellf(m->r, "%d %s", i + 1, benchmark_short[i]);
		put_official(m, i);
		if (b->claimed >= 0)
			report_cellf(m->r, "%d", b->claimed);
		else
			report_cell(m->r, "?");
		if (s->has_claimed)
			report_opens(m->r, entities[ENT_assessment],
			    s->claimed.base->id);
		put_log(m, b->shown);
		if (b->has_gap)
			report_cellf(m->r, "%d", b->gap);
		else
			report_cell(m->r, b->shown == NULL ? "." : "?");
	}
	for (size_t i = 1; i < m->shown; i++)
		if (benchmarks_break(m->official[i], m->official[i - 1]))
			report_note(m->r, "| another framework: results before"
			    " and after cannot be compared.");
}

/* --- the page ------------------------------------------------------------ */

static enum status
put_page(struct benchmarks_making *m, struct err *e)
{
	enum status st;

	put_benchmarks(m);
	if ((st = benchmarks_said(m, e)) != ST_OK)
		return st;
	benchmarks_lifts(m);
	st = benchmarks_results(m, e);
	report_note(m->r, "Official is what Compass reported, own what is"
	    " answered here, in per cent; the log counts pupils of the weakest"
	    " year or kind, 51-74: at least, at most. Gap: points of per cent"
	    " claimed there beyond what the log shows at least.");
	report_note(m->r, ". does not apply, 0 none, ? not known.");
	return st;
}

enum status
benchmarks_make(struct app *app, const struct row *school, int cols,
    struct report *r, struct err *e)
{
	struct benchmarks_making m = { .app = app, .r = r, .school = school,
	    .narrow = cols < NARROW };
	char *title = xasprintf("Benchmarks: %s",
	    row_get(school, F_school_name));
	enum status st;

	report_begin(r, title, app->today);
	free(title);
	if ((st = standing_of(app, school->id, &m.now, e)) != ST_OK)
		return st;
	st = read_source(&m, "compass", m.official, &m.nofficial, e);
	if (st == ST_OK)
		st = read_source(&m, "self-assessment", m.own, &m.nown, e);
	if (st == ST_OK)
		st = put_page(&m, e);
	forget(&m);
	standing_clear(&m.now);
	return st;
}

enum status
benchmarks_page(struct app *app, const struct report_args *args,
    struct report *r, struct err *e)
{
	return benchmarks_make(app, args->school, REPORT_COLS, r, e);
}
