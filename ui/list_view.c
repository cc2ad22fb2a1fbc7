/* list_view.c - rows of one list in a window: reading and moving.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/list_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "ui/list_paint.h"
#include "ui/statusbar.h"
#include "ui/term.h"
#include "ui/ui.h"

#define COUNT_TO 1000
#define TYPING_MS 150		/* a count waits until typing pauses */

/* --- reading ------------------------------------------------------------- */

static bool
key_waits(void *arg)
{
	(void)arg;
	return term_wait(0);
}

static size_t
page_rows(const struct list_view *v)
{
	return v->rows > 4 ? (size_t)v->rows : 4;
}

/* The rows of PAGE before (FRONT) or behind those held; PAGE is left empty. */
static void
join(struct list_view *v, struct list_page *page, bool front)
{
	struct list_page *h = &v->held;

	if (page->n) {
		h->row = xreallocarray(h->row, h->n + page->n, sizeof *h->row);
		if (front)
			memmove(h->row + page->n, h->row, h->n * sizeof *h->row);
		memcpy(front ? h->row : h->row + h->n, page->row,
		    page->n * sizeof *h->row);
		h->n += page->n;
		h->ncols = page->ncols;
	}
	if (front) {
		v->top += page->n;
		v->at += page->n;
	}
	page->n = 0;
	list_clear(page);
}

static void
free_row(struct list_row *r, size_t ncols)
{
	struct list_page one = {.n = 1, .ncols = ncols};

	one.row = xmalloc(sizeof *one.row);
	one.row[0] = *r;
	list_clear(&one);
}

/* Hold no more than some pages: those far from the cursor go. */
static void
forget(struct list_view *v)
{
	size_t keep = 4 * page_rows(v), cut, i;

	if (v->held.n > v->top + keep) {
		for (i = v->top + keep; i < v->held.n; i++)
			free_row(&v->held.row[i], v->held.ncols);
		v->held.n = v->top + keep;
		v->whole_end = false;
	}
	if (v->top > keep) {
		cut = v->top - keep;
		for (i = 0; i < cut; i++)
			free_row(&v->held.row[i], v->held.ncols);
		memmove(v->held.row, v->held.row + cut,
		    (v->held.n - cut) * sizeof *v->held.row);
		v->held.n -= cut;
		v->top -= cut;
		v->at -= cut;
		v->whole_start = false;
	}
}

static void
more_below(struct list_view *v)
{
	struct list_page page = {0};
	struct err e = {0};

	if (v->whole_end || !v->held.n)
		return;
	if (lister_page(&v->l, &v->held.row[v->held.n - 1], true,
	    2 * page_rows(v), &page, &e)) {
		say_err(v->ui, &e);
		return;
	}
	v->whole_end = !page.more;
	join(v, &page, false);
}

static void
more_above(struct list_view *v)
{
	struct list_page page = {0};
	struct err e = {0};

	if (v->whole_start || !v->held.n)
		return;
	if (lister_page(&v->l, &v->held.row[0], false, 2 * page_rows(v),
	    &page, &e)) {
		say_err(v->ui, &e);
		return;
	}
	v->whole_start = !page.more;
	join(v, &page, true);
}

/* From the start, or from the end. A key that waits stops it: idle reads then
 * and the old rows stay meanwhile. */
static bool
read_edge(struct list_view *v, bool start, bool stop)
{
	struct list_page page = {0};
	struct err e = {0};
	enum status st;

	if (stop)
		lists_stop(v->l.app, key_waits, NULL);
	st = lister_page(&v->l, NULL, start, 2 * page_rows(v), &page, &e);
	lists_stop(v->l.app, NULL, NULL);
	v->stale = st == ST_INTERRUPTED;
	if (st) {
		list_clear(&page);
		if (st != ST_INTERRUPTED)
			say_err(v->ui, &e);
		return false;
	}
	list_clear(&v->held);
	v->whole_start = start || !page.more;
	v->whole_end = !start || !page.more;
	v->gone = 0;
	v->held = page;
	v->top = 0;
	v->at = start || !page.n ? 0 : page.n - 1;
	return true;
}

/* --- the cursor ---------------------------------------------------------- */

/* Bring the cursor's row into the window, reading what is missing. */
static void
keep_in_view(struct list_view *v)
{
	size_t rows = v->rows > 0 ? (size_t)v->rows : 1;

	if (!v->held.n) {
		v->top = v->at = 0;
		return;
	}
	if (v->at >= v->held.n)
		v->at = v->held.n - 1;
	if (v->at < v->top)
		v->top = v->at;
	if (v->at >= v->top + rows)
		v->top = v->at - rows + 1;
	if (v->top + rows > v->held.n)
		more_below(v);
	if (v->top + rows > v->held.n) {	/* a short end: fill above */
		if (v->held.n < rows)
			more_above(v);
		v->top = v->held.n > rows ? v->held.n - rows : 0;
	}
	forget(v);
}

/* A row that matches no more leaves when the cursor does. */
static void
drop_gone(struct list_view *v)
{
	size_t i;

	for (i = 0; v->gone && i < v->held.n; i++) {
		if (v->held.row[i].id != v->gone)
			continue;
		free_row(&v->held.row[i], v->held.ncols);
		v->held.n--;
		memmove(&v->held.row[i], &v->held.row[i + 1],
		    (v->held.n - i) * sizeof *v->held.row);
		if (v->at > i)
			v->at--;
		if (v->top > i)
			v->top--;
		break;
	}
	v->gone = 0;
}

static void
down(struct list_view *v, size_t n)
{
	while (v->at + n >= v->held.n && !v->whole_end) {
		size_t had = v->held.n;

		more_below(v);
		if (v->held.n == had)
			break;
	}
	v->at = v->at + n < v->held.n ? v->at + n :
	    v->held.n ? v->held.n - 1 : 0;
}

static void
up(struct list_view *v, size_t n)
{
	while (v->at < n && !v->whole_start) {
		size_t had = v->held.n;

		more_above(v);
		if (v->held.n == had)
			break;
	}
	v->at = v->at > n ? v->at - n : 0;
}

bool
list_view_move(struct list_view *v, enum request r)
{
	size_t page = v->rows > 2 ? (size_t)v->rows - 1 : 1;
	int64_t gone = v->gone;

	switch (r) {
	case REQ_UP:
		up(v, 1);
		break;
	case REQ_DOWN:
		down(v, 1);
		break;
	case REQ_PAGE_UP:
		up(v, page);
		v->top = v->top > page ? v->top - page : 0;
		break;
	case REQ_PAGE_DOWN:
		down(v, page);
		if (v->top + page < v->held.n)
			v->top += page;
		break;
	case REQ_HOME:
		if (v->whole_start)
			v->at = 0;
		else
			read_edge(v, true, false);
		break;
	case REQ_END:
		if (v->whole_end)
			v->at = v->held.n ? v->held.n - 1 : 0;
		else
			read_edge(v, false, false);
		break;
	default:
		return false;
	}
	if (gone && v->gone && v->at < v->held.n &&
	    v->held.row[v->at].id != gone)
		drop_gone(v);
	keep_in_view(v);
	return true;
}

const struct list_row *
list_view_row(const struct list_view *v)
{
	return v->at < v->held.n ? &v->held.row[v->at] : NULL;
}

int64_t
list_view_neighbour(struct list_view *v, int64_t id, int dir)
{
	size_t i;

	for (i = 0; i < v->held.n; i++)
		if (v->held.row[i].id == id)
			break;
	if (i < v->held.n)
		v->at = i;
	i = v->at;
	list_view_move(v, dir < 0 ? REQ_UP : REQ_DOWN);
	if (v->at >= v->held.n || v->held.row[v->at].id == id)
		return 0;
	return v->held.row[v->at].id;
}

/* --- opening, changing --------------------------------------------------- */

/* A count that a key would stop is not begun before typing pauses. */
static void
count_later(struct list_view *v)
{
	v->count = -1;
	v->count_at = clock_monotonic_ms() + (v->ui->opts->script ? 0 :
	    TYPING_MS);
}

static void
restart(struct list_view *v, bool stop)
{
	count_later(v);
	if (read_edge(v, true, stop))
		keep_in_view(v);
}

enum status
list_view_open(struct list_view *v, struct ui *ui, const struct entity *ent,
    const char *filter, struct err *e)
{
	enum status st;

	memset(v, 0, sizeof *v);
	v->ui = ui;
	v->count = v->total = -1;
	v->rows = ui->rows - 4;
	st = lister_open(&v->l, ui->app, ent, filter, e);
	if (!st)
		restart(v, false);
	return st;
}

void
list_view_close(struct list_view *v)
{
	list_clear(&v->held);
	if (v->l.app)
		lister_close(&v->l);
	free(v->mark);
	free(v->typing);
}

bool
list_view_filter(struct list_view *v, const char *text)
{
	struct err e = {0};

	if (lister_filter(&v->l, text, &e)) {
		say_err(v->ui, &e);
		return false;
	}
	restart(v, true);
	return true;
}

void
list_view_typing(struct list_view *v, const char *text)
{
	free(v->typing);
	v->typing = xstrdup(text);
}

/* A value of which only the beginning is typed finds what begins so. */
void
list_view_flush(struct list_view *v)
{
	char *text = v->typing, *more, *word;
	size_t n;

	if (!text)
		return;
	v->typing = NULL;
	n = strlen(text);
	word = strrchr(text, ' ');
	word = word ? word + 1 : text;
	if (list_view_filter(v, text) && !v->stale && !v->held.n &&
	    strchr(word, ':') && !strchr(":*\" ", text[n - 1])) {
		more = xasprintf("%s*", text);
		if (list_view_filter(v, more) && !v->held.n && !v->stale)
			list_view_filter(v, text);
		free(more);
	}
	free(text);
}

void
list_view_sort(struct list_view *v, int field, bool desc)
{
	int old = v->l.spec.sort;
	bool old_desc = v->l.spec.desc;

	lister_sort(&v->l, field, desc);
	if (!read_edge(v, true, false))
		lister_sort(&v->l, old, old_desc);
	keep_in_view(v);
}

void
list_view_columns(struct list_view *v, const int *cols, size_t n)
{
	lister_columns(&v->l, cols, n);
	list_view_refresh(v, true);
	list_view_layout(v, v->rows, v->cols);
}

void
list_view_layout(struct list_view *v, int rows, int cols)
{
	v->rows = rows < 1 ? 1 : rows;
	v->cols = cols;
	list_paint_columns(v);
	keep_in_view(v);
}

/* --- others' changes ----------------------------------------------------- */

static size_t
find(const struct list_page *p, int64_t id)
{
	size_t i;

	for (i = 0; i < p->n; i++)
		if (p->row[i].id == id)
			break;
	return i;
}

/* The rows round the window again, read from the one before it. */
static bool
reread(struct list_view *v, struct list_page *out)
{
	struct list_page first = {0};
	struct err e = {0};
	size_t n = v->held.n > 2 * page_rows(v) ? v->held.n :
	    2 * page_rows(v);
	bool found = false;
	enum status st;

	if (v->whole_start || !v->held.n) {
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
		v->held = one;
		v->whole_start = v->whole_end = false;
		v->top = 0;
		more_below(v);
		more_above(v);
	}
	v->at = find(&v->held, id);
	keep_in_view(v);
}

void
list_view_refresh(struct list_view *v, bool own)
{
	struct list_page now = {0};
	size_t line = v->at >= v->top ? v->at - v->top : 0, at;
	int64_t id = v->at < v->held.n ? v->held.row[v->at].id : 0;

	v->l.spec.today = v->l.app->today;
	if (!reread(v, &now))
		return;
	count_later(v);
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
	keep_in_view(v);
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
		restart(v, true);
		return true;
	}
	if (v->count >= 0 && v->total >= 0)
		return false;
	wait = v->count_at - clock_monotonic_ms();
	if (wait > 0) {
		v->ui->idle_ms = (int)wait;
		return false;
	}
	lists_stop(l->app, key_waits, NULL);
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
