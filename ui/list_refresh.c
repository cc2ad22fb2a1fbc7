/* list_refresh.c - a list read again after a change; its work while idle.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row under the cursor never jumps or vanishes for what others did.
 */
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "ui/list_rows.h"
#include "ui/statusbar.h"
#include "ui/years.h"

#define COUNT_TO 1000

static size_t
find(const struct list_page *p, int64_t id)
{
	size_t i;

	for (i = 0; i < p->n; i++)
		if (p->row[i].id == id)
			break;
	return i;
}

/* Few of many rows fit: only those held are read again. */
static enum status
reread_held(struct list_view *v, struct list_page *out, struct err *e)
{
	int64_t *ids = xreallocarray(NULL, v->held.n + 1, sizeof *ids);
	enum status st;
	size_t i;

	for (i = 0; i < v->held.n; i++)
		ids[i] = v->held.row[i].id;
	st = lister_these(&v->l, ids, v->held.n, out, e);
	free(ids);
	out->more = !v->whole_end;
	return st;
}

/* The rows round the window again, read from the one before it. */
static bool
reread(struct list_view *v, struct list_page *out)
{
	struct list_page first = {0};
	struct err e = {0};
	size_t n = v->held.n > 2 * rows_page(v) ? v->held.n :
	    2 * rows_page(v);
	bool found = false;
	enum status st;

	if (rows_short(v) && v->held.n) {
		st = reread_held(v, out, &e);
	} else if (v->whole_start || !v->held.n) {
		st = lister_page(&v->l, NULL, true, n, out, &e);
		v->whole_start = true;
	} else {
		st = lister_page(&v->l, &v->held.row[0], true, n, out, &e);
		if (!st)
			st = lister_one(&v->l, v->held.row[0].id, &first,
			    &found, &e);
		if (!st && found && first.n) {
			out->row = xreallocarray(out->row, out->n + 1,
			    sizeof *out->row);
			memmove(out->row + 1, out->row,
			    out->n * sizeof *out->row);
			out->row[0] = first.row[0];
			out->n++;
			out->ncols = first.ncols;
			first.n = 0;
		}
		list_clear(&first);
	}
	if (!st && out->stopped && v->held.n)
		st = reread_held(v, out, &e);
	else if (!st && !v->held.n)
		rows_reached(v, out);
	if (st && st != ST_BUSY)
		say_err(v->ui, &e);
	return st == ST_OK;
}

/* Put the cursor's old row back among the new ones, where it stood. */
static void
keep_row(struct list_view *v, struct list_page *now)
{
	struct list_page *h = &v->held;
	size_t i = v->at, to = 0, k;

	while (i-- > 0) {
		k = find(now, h->row[i].id);
		if (k < now->n) {
			to = k + 1;
			break;
		}
	}
	now->row = xreallocarray(now->row, now->n + 1, sizeof *now->row);
	memmove(now->row + to + 1, now->row + to,
	    (now->n - to) * sizeof *now->row);
	now->row[to] = h->row[v->at];
	now->n++;
	now->ncols = h->ncols;
	h->n--;
	memmove(h->row + v->at, h->row + v->at + 1,
	    (h->n - v->at) * sizeof *h->row);
	v->gone = now->row[to].id;
	v->at = to;
}

/* The record just added is where one looks next; where the filter hides it the
 * cursor stays. */
static void
to_fresh(struct list_view *v)
{
	struct list_page one = {0};
	struct err e = {0};
	bool found = false;
	int64_t id = v->ui->fresh;

	v->ui->fresh = 0;
	if (find(&v->held, id) == v->held.n) {
		if (lister_one(&v->l, id, &one, &found, &e) || !found) {
			list_clear(&one);
			return;
		}
		list_clear(&v->held);
		rows_settled(v);
		v->held = one;
		v->whole_start = v->whole_end = false;
		v->top = 0;
		rows_below(v);
		rows_above(v);
	}
	v->at = find(&v->held, id);
	list_view_scroll(v);
}

/* The cursor stays on its row when that is among the first. */
void
list_view_year(struct list_view *v, const char *text)
{
	int64_t id = v->at < v->held.n ? v->held.row[v->at].id : 0;
	size_t at;

	lister_day(&v->l, years_day(v->ui));
	v->gone = 0;
	v->total = -1;
	if (!list_view_filter(v, text) || v->stale)
		return;
	at = find(&v->held, id);
	if (at < v->held.n)
		v->at = at;
	list_view_scroll(v);
}

void
list_view_refresh(struct list_view *v, bool own)
{
	struct list_page now = {0};
	size_t line = v->at >= v->top ? v->at - v->top : 0, at;
	int64_t id = v->at < v->held.n ? v->held.row[v->at].id : 0;

	if (v->l.spec.today != years_day(v->ui)) {
		list_view_year(v, v->l.text);
		return;
	}
	if (!reread(v, &now))
		return;
	list_view_count_later(v);
	v->total = -1;
	v->whole_end = !now.more;
	v->gone = 0;
	at = find(&now, id);
	if (at < now.n)
		v->at = at;
	else if (id && !own && now.ncols == v->held.ncols)
		keep_row(v, &now);
	list_clear(&v->held);
	v->held = now;
	if (v->at >= v->held.n)
		v->at = v->held.n ? v->held.n - 1 : 0;
	v->top = v->at > line ? v->at - line : 0;
	list_view_scroll(v);
	if (own && v->ui->fresh && v->ui->fresh_at == v->ui->changed)
		to_fresh(v);
}

bool
list_view_idle(struct list_view *v)
{
	struct lister *l = &v->l;
	const struct filter *filter = l->spec.filter;
	struct err e = {0};
	enum status st;
	int64_t n = 0, wait;

	if (v->typing) {
		list_view_flush(v);
		return true;
	}
	if (v->stale) {
		list_view_restart(v, true);
		return true;
	}
	if (rows_wanted(v)) {
		wait = v->more_at - clock_monotonic_ms();
		if (wait <= 0)
			rows_look_on(v);
		else
			v->ui->idle_ms = (int)wait;
		return wait <= 0;
	}
	list_view_begun(v);
	if (v->count >= 0 && v->total >= 0)
		return false;
	wait = v->count_at - clock_monotonic_ms();
	if (wait > 0) {
		v->ui->idle_ms = (int)wait;
		return false;
	}
	lists_stop(l->app, rows_key_waits, NULL);
	if (v->count >= 0)
		l->spec.filter = NULL;
	st = lister_count(l, COUNT_TO, &n, &e);
	l->spec.filter = filter;
	lists_stop(l->app, NULL, NULL);
	if (st == ST_INTERRUPTED)
		return false;		/* after the key, again */
	if (st)
		n = 0;
	if (v->count < 0)
		v->count = n;
	else
		v->total = n;
	return v->total < 0;
}
