/* tab_timeline.c - everything that happened with a school, by day.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/timeline.h"
#include "base/date.h"
#include "ui/command.h"
#include "ui/statusbar.h"
#include "ui/tabs.h"

#define PAGE 80			/* encounters read at first */

struct timeline_tab {
	struct tab	 t;
	struct timeline	 line;
	size_t		 at, top, limit;
};

static enum status
timeline_read_all(struct timeline_tab *l, struct err *e)
{
	struct timeline now;
	enum status st = timeline_of(l->t.ui->app, l->t.row->id,
	    *l->t.info->extra, l->limit, &now, e);

	if (st)
		return st;
	timeline_clear(&l->line);
	l->line = now;
	if (l->at >= now.n)
		l->at = now.n ? now.n - 1 : 0;
	return ST_OK;
}

static enum status
timeline_open(struct tab *t, struct err *e)
{
	struct timeline_tab *l = (struct timeline_tab *)t;

	l->limit = PAGE;
	return timeline_read_all(l, e);
}

static void
timeline_close(struct tab *t)
{
	timeline_clear(&((struct timeline_tab *)t)->line);
}

static void
draw_event(const struct timeline_tab *l, int y, size_t i)
{
	const struct event *v = &l->line.v[i];
	const struct paint *p = &l->t.s->p;
	int cols = l->t.cols;
	char day[24] = "?";

	if (v->day != DAY_NONE)
		day_long(v->day, day);
	if (i == l->at)
		draw_text(p, y, 0, 1, ROLE_TEXT, ">");
	draw_text(p, y, 2, 15, i == l->at ? ROLE_CHOSEN : ROLE_MUTED, day);
	draw_text(p, y, 19, 9, ROLE_MUTED, v->kind);
	draw_text(p, y, 30, cols - 30 - (cols < 76 ? 0 : 12), ROLE_TEXT,
	    v->text);
	if (cols >= 76)
		draw_right(p, y, cols - 11, 11, ROLE_MUTED, v->state);
}

static void
timeline_draw(struct tab *t, int y)
{
	struct timeline_tab *l = (struct timeline_tab *)t;
	size_t rows = (size_t)t->rows, i;
	int row;

	if (!l->line.n) {
		draw_text(&t->s->p, y + 1, 2, t->cols - 4, ROLE_TEXT,
		    *t->info->extra ? "Nobody of this school is booked on "
		    "a session; g p shows the sessions." :
		    "Nothing has happened here yet; l logs the first.");
		draw_cursor(&t->s->p, y + 1, 0);
		return;
	}
	if (l->at >= l->top + rows)
		l->top = l->at - rows + 1;
	if (l->at < l->top)
		l->top = l->at;
	for (row = 0; row < t->rows; row++) {
		i = l->top + (size_t)row;
		if (i < l->line.n)
			draw_event(l, y + row, i);
	}
	draw_cursor(&t->s->p, y + (int)(l->at - l->top), 0);
}

static bool
timeline_has_row(const struct tab *t)
{
	return ((const struct timeline_tab *)t)->line.n > 0;
}

/* Near the end of what was read: read twice as much. */
static void
grow(struct timeline_tab *l)
{
	struct err e = {0};

	if (l->at + (size_t)l->t.rows < l->line.n || l->line.n < l->limit)
		return;
	l->limit *= 2;
	if (timeline_read_all(l, &e))
		say_err(l->t.ui, &e);
}

/* To the last of all, not of what was read so far. */
static void
to_end(struct timeline_tab *l)
{
	size_t had;

	do {
		had = l->line.n;
		l->at = had ? had - 1 : 0;
		grow(l);
	} while (l->line.n > had);
}

static enum request
timeline_request(struct tab *t, enum request r)
{
	struct timeline_tab *l = (struct timeline_tab *)t;
	size_t page = t->rows > 2 ? (size_t)t->rows - 1 : 1;

	switch (r) {
	case REQ_UP:
		l->at -= l->at ? 1 : 0;
		break;
	case REQ_DOWN:
		l->at++;
		break;
	case REQ_PAGE_UP:
		l->at = l->at > page ? l->at - page : 0;
		break;
	case REQ_PAGE_DOWN:
		l->at += page;
		break;
	case REQ_HOME:
		l->at = 0;
		break;
	case REQ_END:
		to_end(l);
		break;
	case REQ_OPEN:
		command_open(t->ui, l->line.v[l->at].ent,
		    l->line.v[l->at].id);
		return REQ_NONE;
	default:
		return r;
	}
	if (l->at >= l->line.n)
		l->at = l->line.n ? l->line.n - 1 : 0;
	grow(l);
	return REQ_NONE;
}

static void
timeline_refresh(struct tab *t, bool own)
{
	struct err e = {0};

	(void)own;
	if (timeline_read_all((struct timeline_tab *)t, &e) &&
	    e.st != ST_BUSY)
		say_err(t->ui, &e);
}

const struct tab_ops tab_timeline = {
	.size = sizeof(struct timeline_tab), .groups = G_ROW | G_MOVE,
	.open = timeline_open, .close = timeline_close,
	.draw = timeline_draw, .has_row = timeline_has_row,
	.request = timeline_request, .refresh = timeline_refresh,
};
