/* evidence_logged.c - the evidence page's third figure of a benchmark: what
 * logged encounters show, beside the official and the claimed one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The questions are those of the framework of today. A benchmark stands where
 * its weakest item stands.
 */
#include <stdio.h>
#include <stdlib.h>

#include "app/evidence_page.h"
#include "app/wex.h"
#include "base/date.h"
#include "model/fields.h"
#include "model/wex.h"

enum status
evidence_log_read(struct evidence_making *m, struct evidence_log *out,
    struct err *e)
{
	struct row *row = row_new(entities[ENT_assessment]);
	char today[11];
	enum status st;

	*out = (struct evidence_log){ .any = false };
	day_iso(m->app->today, today);
	row_set_ref(row, F_assessment_school, "school", m->school->id);
	row_set(row, F_assessment_date, today);
	if ((st = assess_start(m->app, row, &out->asked, e)) != ST_OK)
		return st;
	out->any = true;
	return assess_evidence(&out->asked, assess_year(&out->asked),
	    &out->shown, e);
}

void
evidence_log_clear(struct evidence_log *l)
{
	if (!l->any)
		return;
	assess_evidence_clear(&l->shown);
	assess_clear(&l->asked);
}

/* Per cent of the roll, "28-41": at least, at most. */
static void
add_share(const struct evidenced *f, struct buf *out)
{
	if (f == NULL || !f->applies)
		buf_addc(out, '.');
	else
		range_format(evidenced_share(f), out);
}

/* The last cell opens what the figure counts. */
static void
opens(struct evidence_making *m, const struct evidenced *f)
{
	struct buf b;

	if (f == NULL || !f->applies || f->before || f->used.most <= 0)
		return;
	buf_init(&b, BUF_ROW);
	evidenced_filter(m->app, m->school, f, &b);
	report_lists(m->r, entity_find("encounter"), b.p);
	buf_clear(&b);
}

void
evidence_log_cell(struct evidence_making *m, const struct evidence_log *l,
    int bm)
{
	const struct evidenced *f = evidenced_weakest(&l->shown.all, bm);
	struct buf b;

	buf_init(&b, BUF_LINE);
	add_share(f, &b);
	report_cell(m->r, b.p);
	opens(m, f);
	buf_clear(&b);
}

/* --- by year group ------------------------------------------------------- */

/* Of several items of a benchmark about one year group, such as the kinds of
 * provider, the one that shows the fewest; NULL when none is about it. */
static const struct evidenced *
least_of(const struct evidence_log *l, int bm, const char *group)
{
	const struct evidenced *least = NULL;

	for (size_t i = 0; i < l->shown.all.n; i++) {
		const struct evidenced *f = &l->shown.all.v[i];

		if (f->ask.bm == bm && f->applies && str_eq(f->group, group) &&
		    (least == NULL || f->used.least < least->used.least))
			least = f;
	}
	return least;
}

static void
put_row(struct evidence_making *m, const struct evidence_log *l, int bm,
    bool logged)
{
	struct buf b;

	report_cellf(m->r, logged ? "  ticks or not" : "Benchmark %d", bm);
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < m->now.ngroups; i++) {
		const struct evidenced *f = least_of(l, bm,
		    m->now.group[i].head);

		buf_reset(&b);
		if (f == NULL)
			buf_addc(&b, '.');
		else if (f->before)
			buf_addc(&b, '?');
		else
			range_format(logged ? f->n.logged : f->used, &b);
		report_cell(m->r, b.p);
		if (!logged)
			opens(m, f);
	}
	buf_clear(&b);
}

/* Do encounters that lack only ticks make a difference? */
static bool
ticks_matter(const struct evidence_making *m, const struct evidence_log *l,
    int bm)
{
	for (size_t i = 0; i < m->now.ngroups; i++) {
		const struct evidenced *f = least_of(l, bm,
		    m->now.group[i].head);

		if (f != NULL && !f->before &&
		    (f->used.least != f->n.logged.least ||
		    f->used.most != f->n.logged.most))
			return true;
	}
	return false;
}

static void
put_rolls(struct evidence_making *m)
{
	report_cell(m->r, "On roll");
	for (size_t i = 0; i < m->now.ngroups; i++)
		report_cell(m->r, m->now.group[i].cell[OV_ROLL].text);
}

/* What stands before the first logged year is not known: say so once. */
static void
note_since(struct evidence_making *m, const struct evidence_log *l)
{
	for (size_t i = 0; i < l->shown.all.n; i++)
		if (l->shown.all.v[i].since != 0) {
			char text[64], year[8];

			year_format(l->shown.all.v[i].since, year);
			snprintf(text, sizeof text, "The log begins in %s.",
			    year);
			report_note(m->r, text);
			return;
		}
}

void
evidence_log_groups(struct evidence_making *m, const struct evidence_log *l)
{
	struct buf heads;

	if (m->now.ngroups == 0)
		return;
	buf_init(&heads, BUF_ROW);
	buf_add(&heads, "Pupils");
	for (size_t i = 0; i < m->now.ngroups; i++)
		buf_addf(&heads, "|>%s", m->now.group[i].head);
	report_table(m->r, "Pupils the log shows, by year group now", heads.p);
	buf_clear(&heads);
	for (int bm = 5; bm <= 8; bm++) {
		put_row(m, l, bm, false);
		if (ticks_matter(m, l, bm))
			put_row(m, l, bm, true);
	}
	put_rolls(m);
	note_since(m, l);
	report_note(m->r, "51-74: at least, at most; of several kinds of"
	    " provider the one met least. Log shows: the lowest year, per cent"
	    " of its roll.");
}

/* Asked for from this academic year on. */
#define WEX_SINCE	2026

enum status
evidence_days(struct evidence_making *m, struct err *e)
{
	struct buf days;
	enum status st = ST_OK;

	buf_init(&days, BUF_LINE);
	if (m->year >= WEX_SINCE)
		st = wex_said(m->app, m->school, &days, e);
	if (st == ST_OK && days.n > 0) {
		report_text(m->r, "");
		report_cellf(m->r, "Work experience, days of %d a pupil, in "
		    "person + virtual: %s", WEX_DAYS, days.p);
	}
	buf_clear(&days);
	return st;
}
