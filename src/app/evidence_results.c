/* evidence_results.c - the evidence page's eight benchmarks: the official
 * results over time and what the school says of itself, side by side.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/evidence_page.h"
#include "app/record.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/report.h"
#include "model/fields.h"
#include "model/snapshot.h"

enum {
	OFFICIAL = 3,		/* years shown; one claimed result beside them */
	COLUMNS = OFFICIAL + 1,
	LOOKED_AT = 24		/* results read for them */
};

/* A column: one assessment. */
struct results {
	struct row	*col[COLUMNS];	/* oldest official first, claimed last */
	size_t		 n, official;
	struct evidence_log log;
};

/* Two frameworks ask other questions. */
static void
note_break(struct evidence_making *m, const struct results *r)
{
	for (size_t i = 1; i < r->n; i++)
		if (!row_same(r->col[i - 1], r->col[i],
		    F_assessment_framework))
			report_note(m->r, "Results of different frameworks"
			    " cannot be compared.");
}

/* What our own result is, and how much of it is answered. */
static enum status
note_own(struct evidence_making *m, const struct results *r, struct err *e)
{
	struct assess as;
	struct buf b;
	enum status st;

	if (r->n == r->official)
		return ST_OK;
	st = assess_load(m->app, r->col[r->n - 1]->id, &as, e);
	if (st != ST_OK)
		return st;
	buf_init(&b, BUF_LINE);
	buf_add(&b, "Own: Caseload self-assessment, ");
	score_answered_format(&as.score, &b);
	buf_addc(&b, '.');
	report_note(m->r, b.p);
	buf_clear(&b);
	assess_clear(&as);
	return ST_OK;
}

static bool
same_year(const struct row *a, const struct row *b)
{
	return year_of_day(row_day(a, F_assessment_date)) ==
	    year_of_day(row_day(b, F_assessment_date));
}

/* The newest of each academic year, at most MAX of them. */
static enum status
read_results(struct evidence_making *m, const char *source, size_t max,
    struct results *r, struct err *e)
{
	struct row *a, *kept[OFFICIAL];
	int64_t id[LOOKED_AT];
	size_t n, i, k = 0;
	char today[11];
	enum status st;

	day_iso(m->app->today, today);
	st = report_results(m->app->db, m->school->id, source, today, id,
	    LOOKED_AT, &n, e);
	for (i = 0; st == ST_OK && i < n && k < max; i++) {
		st = record_load(m->app, entity_find("assessment"), id[i], &a,
		    e);
		if (st != ST_OK)
			break;
		if (k > 0 && same_year(kept[k - 1], a))
			row_free(a);
		else
			kept[k++] = a;
	}
	while (k > 0)
		r->col[r->n++] = kept[--k];
	return st;
}

/* "G2014:>Jul 25": of which framework, of when; our own says so. */
static void
add_head(const struct row *a, struct buf *out)
{
	char text[24];

	buf_addf(out, "|%s%s:>", row_is(a, F_assessment_source, "compass") ?
	    "" : "Own ", row_get(a, F_assessment_framework));
	day_long(row_day(a, F_assessment_date), text);	/* Fri 31 Jul 2026 */
	buf_addf(out, "%.3s %s", strchr(text + 4, ' ') + 1,
	    text + strlen(text) - 2);
}

static void
put_benchmark(struct evidence_making *m, const struct results *r, int bm)
{
	const struct framework *f = r->log.asked.framework;

	report_cellf(m->r, "%d %s", bm, f != NULL ? f->bm[bm - 1] : "");
	for (size_t i = 0; i < r->n; i++) {
		const char *v = row_get(r->col[i], F_assessment_bm1 + bm - 1);

		report_cell(m->r, *v != '\0' ? v : "?");
		report_opens(m->r, r->col[i]->ent, r->col[i]->id);
	}
}

static void
put_achieved(struct evidence_making *m, const struct results *r)
{
	report_cell(m->r, "Achieved, of 8");
	for (size_t i = 0; i < r->n; i++) {
		const char *v = row_get(r->col[i], F_assessment_achieved);

		report_cell(m->r, *v != '\0' ? v : "?");
		report_opens(m->r, r->col[i]->ent, r->col[i]->id);
	}
	report_cell(m->r, ".");
}

/* One official result belongs to each snapshot. */
static void
find_gaps(struct evidence_making *m, const struct results *r)
{
	int day, snapshot = snapshot_before(m->app->today + 1);
	char text[24], since[24];

	if (r->official == 0) {
		if (m->asked)
			strs_add(&m->gaps,
			    "No official result of the benchmarks.");
		return;
	}
	day = row_day(r->col[r->official - 1], F_assessment_date);
	if (day > snapshot_before(snapshot))
		return;
	day_long(day, text);
	day_long(snapshot, since);
	strs_take(&m->gaps, xasprintf("No official result for the snapshot of"
	    " %s; the last is of %s.", since + 4, text + 4));
}

static void
put_table(struct evidence_making *m, const struct results *r)
{
	struct buf heads;

	buf_init(&heads, BUF_ROW);
	buf_add(&heads, "Benchmark, per cent");
	for (size_t i = 0; i < r->n; i++)
		add_head(r->col[i], &heads);
	buf_add(&heads, "|Log:>shows");
	report_table(m->r, "Benchmarks: official results (Compass), own"
	    " answers, what the log shows", heads.p);
	buf_clear(&heads);
	for (int bm = 1; bm <= 8; bm++) {
		put_benchmark(m, r, bm);
		evidence_log_cell(m, &r->log, bm);
	}
	if (r->n > 0)
		put_achieved(m, r);
	note_break(m, r);
}

enum status
evidence_results(struct evidence_making *m, struct err *e)
{
	struct results r = { .n = 0 };
	enum status st;

	st = read_results(m, "compass", OFFICIAL, &r, e);
	r.official = r.n;
	if (st == ST_OK)
		st = read_results(m, "self-assessment", 1, &r, e);
	if (st == ST_OK)
		st = evidence_log_read(m, &r.log, e);
	if (st == ST_OK) {
		put_table(m, &r);
		evidence_log_groups(m, &r.log);
		find_gaps(m, &r);
		st = note_own(m, &r, e);
	}
	evidence_log_clear(&r.log);
	for (size_t i = 0; i < r.n; i++)
		row_free(r.col[i]);
	return st;
}
