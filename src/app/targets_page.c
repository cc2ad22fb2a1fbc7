/* targets_page.c - the report targets: all of them, or one with its way there.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/lists.h"
#include "app/report.h"
#include "app/targets.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/snapshot.h"
#include "model/tables.h"

#define PAST	4		/* snapshots before today */

struct making {
	struct app	*app;
	struct report	*r;
	int		 day[PAST + 1];	/* oldest first, then today */
};

/* "412", "4.78"; "?" */
static void
figure_said(const struct target_figure *f, struct buf *out)
{
	if (f->known)
		goal_figure_said(f->n, out);
	else
		buf_add(out, "?");
}

static void
put_figure(struct making *m, const struct target_figure *f, bool now)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	figure_said(f, &b);
	report_cell(m->r, b.p);
	if (now && f->known && f->ent != NULL)
		report_lists(m->r, f->ent, f->filter);
	buf_clear(&b);
}

/* "Jul 26" */
static void
month_said(int day, struct buf *out)
{
	char text[24];

	day_long(day, text);		/* Fri 31 Jul 2026 */
	buf_addf(out, "%.3s %.2s", text + strlen(text) - 8,
	    text + strlen(text) - 2);
}

/* "31 Jul 2026" */
static void
day_said(int day, struct buf *out)
{
	char text[24];

	day_long(day, text);
	buf_add(out, text + 4);
}

/* --- all of them ------------------------------------------------------------ */

/* People read one column, files two; then how far that is. */
static void
put_wanted(struct making *m, const struct row *t,
    const struct target_figure *f)
{
	struct goal g = target_goal(t, m->app->today, f);
	int by = row_day(t, F_target_by);
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_add(&b, row_get(t, F_target_target));
	if (by != DAY_NONE) {
		buf_add(&b, " by ");
		month_said(by, &b);
	}
	report_cell(m->r, b.p);
	report_cell(m->r, row_get(t, F_target_target));
	report_cell(m->r, row_get(t, F_target_by));
	report_cellf(m->r, g.share < 0 ? "?" : "%d %%", g.share);
	report_cell(m->r, goal_word(g.course));
	buf_reset(&b);
	if (g.has_line)
		goal_figure_said(g.line, &b);
	report_cell(m->r, b.p);
	buf_clear(&b);
}

static enum status
put_target(void *arg, int64_t id, struct err *e)
{
	struct making *m = arg;
	struct target_figure f = { 0 };
	struct row *t;
	enum status st = store_load(m->app->db, &target_entity, id, false, &t,
	    e);

	if (st != ST_OK)
		return st;
	report_cell(m->r, row_get(t, F_target_title));
	report_opens(m->r, &target_entity, id);
	report_cell(m->r, row_get(t, F_target_measure));
	for (size_t i = 0; i <= PAST && st == ST_OK; i++) {
		target_figure_clear(&f);
		st = target_figure_at(m->app, t, m->day[i], &f, e);
		if (st == ST_OK)
			put_figure(m, &f, i == PAST);
	}
	put_wanted(m, t, &f);
	target_figure_clear(&f);
	row_free(t);
	return st;
}

static void
put_heads(struct making *m)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_add(&b, "Target|@Measure");
	for (int i = 0; i < PAST; i++) {
		buf_add(&b, i + 1 < PAST ? "|@>" : "|>");
		month_said(m->day[i], &b);
	}
	buf_add(&b, "|>Now|#Wanted|@>Wanted|@By|>Reached|Course|@>Line");
	report_table(m->r, "", b.p);
	buf_clear(&b);
}

/* --- one -------------------------------------------------------------------- */

static void
put_pair(struct making *m, const char *word, const char *text)
{
	if (*text == '\0')
		return;
	report_cell(m->r, word);
	report_cell(m->r, text);
}

/* "down 1 since 31 Jul 2026" */
static void
trend_said(const struct making *m, const struct target_now *t,
    struct buf *out)
{
	if (!t->now.known || !t->before.known)
		return;
	goal_trend_said(t->before.n, t->now.n, out);
	buf_add(out, " since ");
	day_said(m->day[PAST - 1], out);
}

static void
put_now(struct making *m, const struct target_now *t)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	figure_said(&t->now, &b);
	put_pair(m, "Now", b.p);
	if (t->now.ent != NULL)
		report_lists(m->r, t->now.ent, t->now.filter);
	buf_reset(&b);
	trend_said(m, t, &b);
	put_pair(m, "Trend", b.p);
	buf_reset(&b);
	buf_add(&b, goal_word(t->goal.course));
	if (t->goal.has_line && t->goal.course != GOAL_REACHED) {
		buf_add(&b, "; a straight line is at ");
		goal_figure_said(t->goal.line, &b);
		buf_add(&b, " today");
	}
	put_pair(m, "Course", b.p);
	buf_reset(&b);
	if (t->goal.share >= 0)
		buf_addf(&b, "%d %% of the way", t->goal.share);
	put_pair(m, "Reached", b.p);
	buf_clear(&b);
}

/* "36 by 28 Jul 2027", "20 on 16 Oct 2025" */
static void
put_end(struct making *m, const struct row *t, const char *word, int figure,
    const char *on, int day)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (!row_is_empty(t, figure))
		buf_add(&b, row_get(t, figure));
	if (b.n > 0 && !row_is_empty(t, day)) {
		buf_add(&b, on);
		day_said(row_day(t, day), &b);
	}
	put_pair(m, word, b.p);
	buf_clear(&b);
}

static void
put_facts(struct making *m, const struct target_now *t)
{
	const struct choice *measure = field_choice(
	    &target_entity.fields[F_target_measure],
	    row_get(t->row, F_target_measure));
	struct buf b;

	report_pairs(m->r, "");
	put_now(m, t);
	put_end(m, t->row, "Wanted", F_target_target, " by ", F_target_by);
	put_end(m, t->row, "Baseline", F_target_baseline, " on ",
	    F_target_from);
	buf_init(&b, BUF_LINE);
	put_pair(m, "Measure", measure != NULL ? measure->label : "");
	value_shown(m->app, t->row, F_target_network, &b);
	put_pair(m, "Network", b.p);
	if (b.n > 0)
		report_opens(m->r, &network_entity,
		    row_ref(t->row, F_target_network));
	buf_reset(&b);
	value_shown(m->app, t->row, F_target_owner, &b);
	put_pair(m, "Owner", b.p);
	put_pair(m, "Source", row_get(t->row, F_target_source));
	buf_clear(&b);
}

static void
put_day(struct making *m, int day, const struct target_figure *f,
    struct target_figure *last)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	day_said(day, &b);
	report_cell(m->r, b.p);
	buf_reset(&b);
	figure_said(f, &b);
	report_cell(m->r, b.p);
	buf_reset(&b);
	if (last->known && f->known)
		goal_trend_said(last->n, f->n, &b);
	report_cell(m->r, b.p);
	last->known = f->known;
	last->n = f->n;
	buf_clear(&b);
}

/* Days as text sort as days. */
static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The figures that were typed in, oldest first: "2026-10-31 412". */
static void
put_readings(struct making *m, const struct row *t)
{
	const struct set *s = row_members(t, F_target_readings);
	struct target_figure last = { 0 };
	struct strs v = { 0 };

	for (size_t i = 0; i < s->n; i++)
		strs_add(&v, s->m[i].v[0]);
	if (v.n > 1)
		qsort(v.v, v.n, sizeof *v.v, by_text);
	report_table(m->r, "Readings", "Day|>Figure|Change");
	for (size_t i = 0; i < v.n; i++) {
		struct target_figure f = { .known = strlen(v.v[i]) > 11 };
		char *iso = xstrndup(v.v[i], 10);
		int day = day_from_iso(iso);

		if (f.known && day != DAY_NONE) {
			f.n = strtod(v.v[i] + 11, NULL);
			put_day(m, day, &f, &last);
		}
		free(iso);
	}
	strs_clear(&v);
}

static enum status
put_past(struct making *m, const struct row *t, struct err *e)
{
	struct target_figure f, last = { 0 };
	enum status st = ST_OK;

	report_table(m->r, "Figures", "Day|>Figure|Change");
	for (size_t i = 0; i <= PAST && st == ST_OK; i++) {
		st = target_figure_at(m->app, t, m->day[i], &f, e);
		if (st == ST_OK)
			put_day(m, m->day[i], &f, &last);
		target_figure_clear(&f);
	}
	return st;
}

static enum status
one_page(struct making *m, int64_t id, struct err *e)
{
	struct target_now t;
	enum status st = target_now_read(m->app, id, &t, e);
	char *title;

	if (st != ST_OK)
		return st;
	title = xasprintf("Target: %s", row_get(t.row, F_target_title));
	report_begin(m->r, title, m->app->today);
	free(title);
	put_facts(m, &t);
	if (row_members(t.row, F_target_readings)->n > 0)
		put_readings(m, t.row);
	if (!row_is(t.row, F_target_measure, "typed in"))
		st = put_past(m, t.row, e);
	target_now_clear(&t);
	return st;
}

static void
find_days(struct making *m)
{
	int at = m->app->today;

	m->day[PAST] = at;
	for (int i = PAST; i-- > 0; )
		m->day[i] = at = snapshot_before(at);
}

enum status
targets_report(struct app *app, const struct report_args *args,
    struct report *r, struct err *e)
{
	struct making m = { .app = app, .r = r };
	struct lister l;
	const char *ent;
	int64_t id;
	enum status st;

	find_days(&m);
	if (args->words->n == 1 && str_istarts(args->words->v[0], "target/")) {
		st = ref_resolve_in(app, "target", args->words->v[0], true,
		    &ent, &id, e);
		return st != ST_OK ? st : one_page(&m, id, e);
	}
	report_begin(r, "Targets", app->today);
	r->flat = true;
	put_heads(&m);
	if ((st = lister_open(&l, app, &target_entity, "", e)) != ST_OK)
		return st;
	if (args->words->n > 0)
		st = lister_args(&l, args->words, e);
	if (st == ST_OK)
		st = lister_each(&l, put_target, &m, e);
	lister_close(&l);
	report_note(r, "As our dated records show it on the last days of"
	    " snapshots and now; of volunteers those of today who had signed up"
	    " by then; typed in: the reading of that day or before. On course is"
	    " by a straight line from the baseline to what is wanted. Of a"
	    " target that names a network, schools are those in it, shares are"
	    " of its area, volunteers would go there or anywhere, cornerstone"
	    " employers work there; encounters and pupils are all there are.");
	return st;
}
