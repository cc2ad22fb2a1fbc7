/* list_rows.c - the rows a list holds: pages read after and before them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/list_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "ui/statusbar.h"
#include "ui/term.h"
#include "ui/ui.h"

#define PAUSE_MS	150	/* what was not found at once is looked for
				 * when keys pause … */
#define LONG_SLICE_MS	40	/* … and shown so often */

bool
rows_key_waits(void *arg)
{
	(void)arg;
	return term_wait(0);
}

size_t
rows_page(const struct list_view *v)
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

void
rows_free_one(struct list_row *r, size_t ncols)
{
	struct list_page one = {.n = 1, .ncols = ncols};

	one.row = xmalloc(sizeof *one.row);
	one.row[0] = *r;
	list_clear(&one);
}

void
rows_pause(struct list_view *v)
{
	int64_t then;

	if (v->ui->opts->script)
		return;
	then = clock_monotonic_ms() + PAUSE_MS;
	v->more_at = then;
	if (v->count_at < then)
		v->count_at = then;
}

static void
forget_reached(struct list_row *r)
{
	free(r->key);
	memset(r, 0, sizeof *r);
}

void
rows_settled(struct list_view *v)
{
	forget_reached(&v->below);
	forget_reached(&v->above);
}

/* Where reading PAGE stopped short, if it did. */
static void
take_reached(struct list_view *v, struct list_row *r, struct list_page *page)
{
	forget_reached(r);
	*r = page->reached;
	memset(&page->reached, 0, sizeof page->reached);
	rows_pause(v);
}

void
rows_reached(struct list_view *v, struct list_page *page)
{
	rows_settled(v);
	take_reached(v, &v->below, page);
}

/* Hold no more than some pages: those far from the cursor go. */
void
rows_forget(struct list_view *v)
{
	size_t keep = 4 * rows_page(v), cut, i;

	if (v->held.n > v->top + keep) {
		for (i = v->top + keep; i < v->held.n; i++)
			rows_free_one(&v->held.row[i], v->held.ncols);
		v->held.n = v->top + keep;
		v->whole_end = false;
		forget_reached(&v->below);
	}
	if (v->top > keep) {
		cut = v->top - keep;
		for (i = 0; i < cut; i++)
			rows_free_one(&v->held.row[i], v->held.ncols);
		memmove(v->held.row, v->held.row + cut,
		    (v->held.n - cut) * sizeof *v->held.row);
		v->held.n -= cut;
		v->top -= cut;
		v->at -= cut;
		v->whole_start = false;
		forget_reached(&v->above);
	}
}

/* The page after (or before) those held, or from where looking stopped. */
static void
read_on(struct list_view *v, bool down)
{
	struct list_page page = {0};
	struct list_row *reached = down ? &v->below : &v->above, *at = reached;
	struct err e = {0};
	enum status st;

	if (down ? v->whole_end : v->whole_start)
		return;
	if (!at->key && !v->held.n)
		return;
	if (!at->key)
		at = &v->held.row[down ? v->held.n - 1 : 0];
	st = lister_page(&v->l, at, down, 2 * rows_page(v), &page, &e);
	if (st) {
		if (st != ST_INTERRUPTED)
			say_err(v->ui, &e);
		return;
	}
	if (down)
		v->whole_end = !page.more;
	else
		v->whole_start = !page.more;
	take_reached(v, reached, &page);
	join(v, &page, !down);
}

void
rows_below(struct list_view *v)
{
	read_on(v, true);
}

void
rows_above(struct list_view *v)
{
	read_on(v, false);
}

bool
rows_short(const struct list_view *v)
{
	return v->below.key || v->above.key;
}

/* A page beyond those in the window is wanted, so that the next key has it. */
static bool
wants_below(const struct list_view *v)
{
	return v->below.key && v->held.n < v->top + 2 * rows_page(v);
}

bool
rows_wanted(const struct list_view *v)
{
	return wants_below(v) || (v->above.key && v->top < rows_page(v));
}

void
rows_look_on(struct list_view *v)
{
	lists_stop(v->l.app, rows_key_waits, NULL);
	lister_slice(&v->l, LONG_SLICE_MS);
	read_on(v, wants_below(v));
	lister_slice(&v->l, LIST_SLICE_MS);
	lists_stop(v->l.app, NULL, NULL);
	v->more_at = 0;
	list_view_scroll(v);
}

/* From the start, or from the end. A key that waits stops it: idle reads then
 * and the old rows stay meanwhile. */
bool
rows_edge(struct list_view *v, bool start, bool stop)
{
	struct list_page page = {0};
	struct err e = {0};
	enum status st;

	if (stop)
		lists_stop(v->l.app, rows_key_waits, NULL);
	st = lister_page(&v->l, NULL, start, rows_page(v), &page, &e);
	lists_stop(v->l.app, NULL, NULL);
	v->stale = st == ST_INTERRUPTED;
	if (st) {
		list_clear(&page);
		if (st != ST_INTERRUPTED)
			say_err(v->ui, &e);
		return false;
	}
	list_clear(&v->held);
	rows_settled(v);
	take_reached(v, start ? &v->below : &v->above, &page);
	v->whole_start = start || !page.more;
	v->whole_end = !start || !page.more;
	v->gone = 0;
	v->held = page;
	v->top = 0;
	v->at = start || !page.n ? 0 : page.n - 1;
	return true;
}
