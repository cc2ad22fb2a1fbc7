/* list_view.c - rows of one list in a window: reading and moving.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/list_view.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "ui/cursor.h"
#include "ui/list_paint.h"
#include "ui/list_rows.h"
#include "ui/statusbar.h"
#include "ui/ui.h"
#include "ui/years.h"

#define TYPING_MS 150		/* a count waits until typing pauses */

/* --- the cursor ---------------------------------------------------------- */

/* Bring the cursor's row into the window, reading what is missing. */
void
list_view_scroll(struct list_view *v)
{
	size_t rows = v->rows > 0 ? (size_t)v->rows : 1;

	if (!v->held.n) {
		v->top = v->at = 0;
		return;
	}
	if (v->at >= v->held.n)
		v->at = v->held.n - 1;
	v->top = cursor_top(v->top, v->at, SIZE_MAX, v->rows);
	if (v->top + rows > v->held.n && !v->below.key)
		rows_below(v);
	if (v->top + rows > v->held.n && !v->below.key) {
		if (v->held.n < rows && !v->above.key)
			rows_above(v);	/* a short end: fill above */
		v->top = v->held.n > rows ? v->held.n - rows : 0;
	}
	rows_forget(v);
}

/* A row that matches no more leaves when the cursor does. */
static void
drop_gone(struct list_view *v)
{
	size_t i;

	for (i = 0; v->gone && i < v->held.n; i++) {
		if (v->held.row[i].id != v->gone)
			continue;
		rows_free_one(&v->held.row[i], v->held.ncols);
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

		rows_below(v);
		if (v->held.n == had || v->below.key)
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

		rows_above(v);
		if (v->held.n == had || v->above.key)
			break;
	}
	v->at = v->at > n ? v->at - n : 0;
}

/* Is R answered whole by the rows held? */
static bool
waits_for_none(const struct list_view *v, enum request r)
{
	bool down = r == REQ_DOWN || r == REQ_PAGE_DOWN;

	return r == REQ_HOME || r == REQ_END ||
	    (down ? !v->below.key : !v->above.key);
}

bool
list_view_move(struct list_view *v, enum request r)
{
	size_t page = v->rows > 2 ? (size_t)v->rows - 1 : 1;
	size_t from = v->at;
	int64_t gone = v->gone;

	rows_pause(v);
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
			rows_edge(v, true, false);
		break;
	case REQ_END:
		if (v->whole_end)
			v->at = v->held.n ? v->held.n - 1 : 0;
		else
			rows_edge(v, false, false);
		break;
	default:
		return false;
	}
	if (v->at == from && rows_short(v) && !waits_for_none(v, r))
		say(v->ui, "Still looking: more rows come by themselves.");
	if (gone && v->gone && v->at < v->held.n &&
	    v->held.row[v->at].id != gone)
		drop_gone(v);
	list_view_scroll(v);
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
void
list_view_count_later(struct list_view *v)
{
	v->count = -1;
	v->count_at = clock_monotonic_ms() + (v->ui->opts->script ? 0 :
	    TYPING_MS);
}

void
list_view_restart(struct list_view *v, bool stop)
{
	list_view_count_later(v);
	if (rows_edge(v, true, stop))
		list_view_scroll(v);
}

enum status
list_view_open(struct list_view *v, struct ui *ui, const struct entity *ent,
    const char *filter, struct err *e)
{
	enum status st;
	int was;

	memset(v, 0, sizeof *v);
	v->ui = ui;
	v->count = v->total = -1;
	v->rows = ui->rows - 4;
	was = years_look(ui);
	st = lister_open(&v->l, ui->app, ent, filter, e);
	app_look_back(ui->app, was);
	if (st)
		return st;
	lister_day(&v->l, years_day(ui));
	lister_slice(&v->l, ui->opts->script ? 0 : LIST_SLICE_MS);
	list_view_restart(v, false);
	return ST_OK;
}

void
list_view_close(struct list_view *v)
{
	list_clear(&v->held);
	if (v->l.app)
		lister_close(&v->l);
	rows_settled(v);
	free(v->mark);
	free(v->typing);
	free(v->begun);
}

bool
list_view_filter(struct list_view *v, const char *text)
{
	struct err e = {0};

	if (lister_filter(&v->l, text, &e)) {
		say_err(v->ui, &e);
		return false;
	}
	free(v->begun);
	v->begun = NULL;
	list_view_restart(v, true);
	return true;
}

void
list_view_typing(struct list_view *v, const char *text)
{
	free(v->typing);
	v->typing = xstrdup(text);
}

void
list_view_begun(struct list_view *v)
{
	char *text = v->begun, *more;

	if (!text || v->stale || rows_short(v))
		return;
	v->begun = NULL;
	if (!v->held.n) {
		more = xasprintf("%s*", text);
		if (list_view_filter(v, more) && !v->held.n && !v->stale &&
		    !rows_short(v))
			list_view_filter(v, text);
		free(more);
	}
	free(text);
}

/* A value of which only the beginning is typed finds what begins so. */
void
list_view_flush(struct list_view *v)
{
	char *text = v->typing, *word;
	size_t n;

	if (!text)
		return;
	v->typing = NULL;
	n = strlen(text);
	word = strrchr(text, ' ');
	word = word ? word + 1 : text;
	if (list_view_filter(v, text) && strchr(word, ':') &&
	    !strchr(":*\" ", text[n - 1]))
		v->begun = xstrdup(text);
	free(text);
	list_view_begun(v);
}

void
list_view_sort(struct list_view *v, int field, bool desc)
{
	int old = v->l.spec.sort;
	bool old_desc = v->l.spec.desc;

	lister_sort(&v->l, field, desc);
	if (!rows_edge(v, true, false))
		lister_sort(&v->l, old, old_desc);
	list_view_scroll(v);
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
	list_view_scroll(v);
}
