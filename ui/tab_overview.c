/* tab_overview.c - a school now: people, the figures of a year, its days.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text is laid out as pieces once; those that open something are spots
 * between which the cursor moves. Drawing only paints the pieces.
 */
#include "ui/tab_overview.h"

#include <stdlib.h>

#include "ui/command.h"
#include "ui/statusbar.h"
#include "ui/years.h"

/* --- the cursor ---------------------------------------------------------- */

static bool
is_spot(const struct overview_tab *o, size_t i)
{
	return i < o->n && o->v[i].opens != OPENS_NOTHING;
}

static void
first_spot(struct overview_tab *o)
{
	size_t i;

	if (is_spot(o, o->at))
		return;
	for (i = 0; i < o->n; i++)
		if (is_spot(o, i)) {
			o->at = i;
			return;
		}
	o->at = 0;
}

static void
sideways(struct overview_tab *o, int dir)
{
	size_t i = o->at;

	while (dir < 0 ? i > 0 : i + 1 < o->n) {
		i = dir < 0 ? i - 1 : i + 1;
		if (is_spot(o, i)) {
			o->at = i;
			return;
		}
	}
}

/* The nearest spot of the nearest row above or below. */
static void
upwards(struct overview_tab *o, int dir)
{
	const struct piece *p, *from = &o->v[o->at];
	int best_y = 0, best_x = 0, dy, dx;
	int mid = from->x + from->cols / 2;
	size_t i, best = o->at;

	for (i = 0; i < o->n; i++) {
		p = &o->v[i];
		dy = (p->y - from->y) * dir;
		dx = abs(p->x + p->cols / 2 - mid);
		if (!is_spot(o, i) || dy <= 0)
			continue;
		if (best == o->at || dy < best_y ||
		    (dy == best_y && dx < best_x)) {
			best = i;
			best_y = dy;
			best_x = dx;
		}
	}
	if (best != o->at)
		o->at = best;
	else if (dir > 0 && o->height > o->top + o->t.rows)
		o->top++;
}

/* --- the tab ------------------------------------------------------------- */

static enum status
read_year(struct overview_tab *o, struct err *e)
{
	struct overview now;
	enum status st = overview_of(o->t.ui->app, o->t.row,
	    years_chosen(o->t.ui), &now, e);

	if (st)
		return st;
	overview_clear(&o->o);
	o->o = now;
	return ST_OK;
}

static enum status
overview_start(struct tab *t, struct err *e)
{
	return read_year((struct overview_tab *)t, e);
}

static void
overview_close(struct tab *t)
{
	struct overview_tab *o = (struct overview_tab *)t;

	overview_forget(o);
	overview_clear(&o->o);
}

static void
overview_layout(struct tab *t)
{
	overview_lay_out((struct overview_tab *)t);
	first_spot((struct overview_tab *)t);
}

static void
keep_in_view(struct overview_tab *o)
{
	int y = is_spot(o, o->at) ? o->v[o->at].y : 0;

	if (y >= o->top + o->t.rows)
		o->top = y - o->t.rows + 1;
	if (y < o->top)
		o->top = y;
	if (o->top + o->t.rows > o->height && o->top > 0)
		o->top = o->height > o->t.rows ? o->height - o->t.rows : 0;
}

static void
overview_draw(struct tab *t, int y)
{
	struct overview_tab *o = (struct overview_tab *)t;
	const struct piece *p;
	size_t i;

	keep_in_view(o);
	for (i = 0; i < o->n; i++) {
		p = &o->v[i];
		if (p->y < o->top || p->y >= o->top + t->rows)
			continue;
		draw_text(&t->s->p, y + p->y - o->top, p->x, t->cols - p->x,
		    i == o->at && is_spot(o, i) ? ROLE_CHOSEN : p->role,
		    p->text);
	}
	if (is_spot(o, o->at))
		draw_cursor(&t->s->p, y + o->v[o->at].y - o->top,
		    o->v[o->at].x);
}

static bool
overview_has_row(const struct tab *t)
{
	const struct overview_tab *o = (const struct overview_tab *)t;

	return is_spot(o, o->at);
}

static enum request
overview_request(struct tab *t, enum request r)
{
	struct overview_tab *o = (struct overview_tab *)t;
	const struct piece *p = is_spot(o, o->at) ? &o->v[o->at] : NULL;
	int i;

	switch (r) {
	case REQ_LEFT: case REQ_RIGHT:
		sideways(o, r == REQ_LEFT ? -1 : 1);
		return REQ_NONE;
	case REQ_UP: case REQ_DOWN:
		if (p)
			upwards(o, r == REQ_UP ? -1 : 1);
		return REQ_NONE;
	case REQ_PAGE_UP: case REQ_PAGE_DOWN: case REQ_HOME: case REQ_END:
		for (i = 0; p && i < (r == REQ_PAGE_UP || r == REQ_PAGE_DOWN ?
		    t->rows / 2 : 1000); i++)
			upwards(o, r == REQ_PAGE_UP || r == REQ_HOME ? -1 : 1);
		return REQ_NONE;
	case REQ_OPEN:
		if (p && p->opens == OPENS_RECORD)
			command_open(t->ui, p->ent, p->id);
		else if (p && p->opens == OPENS_LIST)
			command_drill(t->ui, p->ent, p->filter, p->name);
		return REQ_NONE;
	default:
		return r;
	}
}

/* The figure nearest to Y, X: one goes from year to year by a figure. */
static void
figure_near(struct overview_tab *o, int y, int x)
{
	size_t i;
	int far, least = -1;

	for (i = 0; i < o->n; i++) {
		if (o->v[i].opens != OPENS_LIST)
			continue;
		far = abs(o->v[i].y - y) * 1000 +
		    abs(o->v[i].x + o->v[i].cols - x);
		if (least >= 0 && far >= least)
			continue;
		least = far;
		o->at = i;
	}
}

static void
overview_refresh(struct tab *t, bool own)
{
	struct overview_tab *o = (struct overview_tab *)t;
	const struct piece *p = is_spot(o, o->at) ? &o->v[o->at] : NULL;
	int y = p ? p->y : 0, x = p ? p->x + p->cols : 0, year = o->o.year;
	struct err e = {0};

	(void)own;
	if (read_year(o, &e)) {
		if (e.st != ST_BUSY)
			say_err(t->ui, &e);
		return;
	}
	overview_lay_out(o);
	first_spot(o);
	if (o->o.year != year)
		figure_near(o, y, x);
}

static void
overview_hint(const struct tab *t, struct buf *out)
{
	buf_add(out, t->cols < 76 ?
	    "\"51-74\": least, most. . does not apply, 0 none, ? unknown." :
	    "\"51-74\": at least, at most. . does not apply, 0 none, ? not "
	    "known. Enter opens.");
}

static void
overview_right(const struct tab *t, struct buf *out)
{
	const struct overview_tab *o = (const struct overview_tab *)t;

	if (o->height > o->top + t->rows)
		buf_add(out, "v more");
}

const struct tab_ops tab_overview = {
	.size = sizeof(struct overview_tab),
	.groups = G_ROW | G_MOVE | G_FIGURE,
	.open = overview_start, .close = overview_close,
	.layout = overview_layout, .draw = overview_draw,
	.has_row = overview_has_row, .request = overview_request,
	.refresh = overview_refresh, .hint = overview_hint,
	.right = overview_right,
};
