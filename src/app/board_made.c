/* board_made.c - figures of the board that are worked out: evidenced, access,
 * the return, need.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <inttypes.h>
#include <stdlib.h>

#include "app/access.h"
#include "app/board_impl.h"
#include "app/evidenced.h"
#include "app/monthend.h"
#include "app/needs.h"
#include "app/options.h"
#include "app/schools.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

/* Of a hundred, at least; -1 not known. */
static int
shown(const struct evidenced *f)
{
	struct range r = evidenced_share(f);

	return r.most < 0 && r.least == 0 ? -1 : (int)r.least;
}

enum status
board_make_bm5(const struct board_school *s, const struct board_col *col,
    struct board_cell *c, struct err *e)
{
	static const char *const each[] = { "5 1 each" };
	struct evidenced_all all;
	const struct evidenced *f;
	struct buf filter;
	int n;
	enum status st;

	(void)col;
	if (school_is_primary(s->row)) {
		cell_set(c, ".", "");
		return ST_OK;
	}
	st = evidenced_of(s->app, s->row, year_of_day(s->day), each, 1, &all,
	    e);
	if (st != ST_OK)
		return st;
	if ((f = evidenced_weakest(&all, 5)) == NULL) {
		cell_set(c, ".", "");
	} else if ((n = shown(f)) < 0) {
		cell_set(c, "?", "");
	} else {
		c->text = xasprintf("%d", n);
		c->data = xstrdup(c->text);
		c->tone = n >= 100 ? TONE_GOOD : n == 0 ? TONE_BAD : TONE_WARN;
	}
	if (f != NULL) {
		buf_init(&filter, BUF_ROW);
		evidenced_filter(s->app, s->row, f, &filter);
		cell_lists(c, "encounter", buf_take(&filter));
	}
	evidenced_clear(&all);
	return ST_OK;
}

/* "Y9, phase 1: one more, …", a line each. */
static char *
why_access(const struct access *a)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < a->n; i++) {
		if (a->v[i].state == ACCESS_TWO)
			continue;
		if (b.n > 0)
			buf_addc(&b, '\n');
		year_group_shown(year_groups[a->v[i].group].word, &b);
		buf_addf(&b, ", phase %d: ", a->v[i].phase);
		access_missing_said(&a->v[i], &b);
		buf_addc(&b, '.');
	}
	return buf_take(&b);
}

/* Cohorts that lack meetings with providers by a day of this year; "ok" where
 * none lacks any by a later one either. */
enum status
board_make_access(const struct board_school *s, const struct board_col *col,
    struct board_cell *c, struct err *e)
{
	struct access_one a;
	char iso[11];
	int n, due;
	enum status st = access_one(s->app, s->row->id, s->day, &a, e);

	(void)col;
	if (st != ST_OK)
		return st;
	switch (access_standing(&a.all, s->day, &n, &due)) {
	case STANDING_NOT:
		c->text = xstrdup(".");
		break;
	case STANDING_UNKNOWN:
		c->text = xstrdup("?");
		break;
	case STANDING_MISSED:
		c->text = xstrdup("!");
		c->tone = TONE_BAD;
		break;
	case STANDING_OK:
		c->text = xstrdup("ok");
		c->tone = TONE_GOOD;
		break;
	default:
		c->text = xasprintf("%d", n);
		c->tone = n > 0 ? TONE_WARN : TONE_PLAIN;
		break;
	}
	day_iso(due, iso);
	c->data = xstrdup(iso);
	c->said = a.all.applies == ACCESS_YES ? why_access(&a.all) :
	    xstrdup(a.all.why);
	access_one_clear(&a);
	return ST_OK;
}

/* What the register asks for and we lack: of it, its matches, their
 * volunteers. */
enum status
board_make_return(const struct board_school *s, const struct board_col *col,
    struct board_cell *c, struct err *e)
{
	int64_t n;
	enum status st = monthend_school(s->app, s->row->id, s->day, &n, e);

	(void)col;
	if (st != ST_OK)
		return st;
	if (n < 0) {
		cell_set(c, ".", "");
		c->said = xstrdup("The return has nothing of it: its stage is"
		    " none, prospect or left, and nobody looks after it, or it"
		    " is a primary school.");
		return ST_OK;
	}
	c->text = xstrdup(n > 0 ? "!" : "0");
	c->data = xasprintf("%" PRId64, n);
	c->tone = n > 0 ? TONE_WARN : TONE_PLAIN;
	c->report = "return";
	c->words = xasprintf("%.7s %s", s->iso, s->ref);
	return ST_OK;
}

static char *
why_need(const struct board_school *s)
{
	struct need_facts f;
	struct need_score n;
	struct buf b;

	needs_of_row(s->app, s->row, s->day, &f, &n);
	buf_init(&b, BUF_LINE);
	need_said(&f, &n, "\n", &b);
	return buf_take(&b);
}

enum status
board_make_need(const struct board_school *s, const struct board_col *col,
    struct board_cell *c, struct err *e)
{
	const char *v = row_get(s->row, F_school_need);

	(void)col;
	(void)e;
	cell_set(c, *v != '\0' ? v : "?", v);
	c->said = why_need(s);
	return ST_OK;
}
