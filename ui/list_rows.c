/* list_rows.c - the rows a list holds: pages read after and before them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/list_rows.h"

#include <string.h>

#include "base/mem.h"
#include "ui/statusbar.h"
#include "ui/term.h"

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
	}
}

void
rows_below(struct list_view *v)
{
	struct list_page page = {0};
	struct err e = {0};

	if (v->whole_end || !v->held.n)
		return;
	if (lister_page(&v->l, &v->held.row[v->held.n - 1], true,
	    2 * rows_page(v), &page, &e)) {
		say_err(v->ui, &e);
		return;
	}
	v->whole_end = !page.more;
	join(v, &page, false);
}

void
rows_above(struct list_view *v)
{
	struct list_page page = {0};
	struct err e = {0};

	if (v->whole_start || !v->held.n)
		return;
	if (lister_page(&v->l, &v->held.row[0], false, 2 * rows_page(v),
	    &page, &e)) {
		say_err(v->ui, &e);
		return;
	}
	v->whole_start = !page.more;
	join(v, &page, true);
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
	st = lister_page(&v->l, NULL, start, 2 * rows_page(v), &page, &e);
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
