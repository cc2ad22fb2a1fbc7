/* report_view.c - a report's document in a window: its figures open records.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cursor stands on what opens something; between such places the page
 * scrolls.
 */
#include "ui/report_view.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "ui/command.h"
#include "ui/form_screen.h"

void
report_view_take(struct report_view *p, struct report *take)
{
	report_lines_clear(&p->l);	/* its spots borrow from the report */
	report_clear(&p->r);
	p->r = *take;
	*take = (struct report){0};
}

void
report_view_clear(struct report_view *p)
{
	report_lines_clear(&p->l);
	report_clear(&p->r);
}

static int
line_of(const struct report_view *p, size_t spot)
{
	return (int)p->l.spot[spot].line;
}

bool
report_view_has_spot(const struct report_view *p)
{
	return p->at < p->l.nspots && line_of(p, p->at) >= p->top &&
	    line_of(p, p->at) < p->top + p->rows;
}

static void
keep_top(struct report_view *p, int top)
{
	int most = (int)p->l.n - p->rows;

	p->top = top > most ? most : top;
	if (p->top < 0)
		p->top = 0;
}

void
report_view_layout(struct report_view *p, int rows, int cols)
{
	const struct theme *t = p->s->p.theme;

	p->rows = rows;
	p->cols = cols;
	report_lines_clear(&p->l);
	report_lay(&p->r, cols, t->utf8 && !t->ascii, &p->l);
	if (p->at >= p->l.nspots)
		p->at = 0;
	if (p->at < p->l.nspots && line_of(p, p->at) >= p->top + rows)
		p->top = line_of(p, p->at) - rows + 1;
	keep_top(p, p->top);
}

static const enum role role_of[] = {
	[RL_TITLE] = ROLE_TITLE, [RL_HEADING] = ROLE_TITLE,
	[RL_HEADS] = ROLE_MUTED, [RL_PLAIN] = ROLE_TEXT,
	[RL_MUTED] = ROLE_MUTED,
};

/* COLS columns of line I from X on, over the line. */
static void
draw_part(const struct report_view *p, int y0, size_t i, int x, int cols,
    enum role role)
{
	const char *line = p->l.line[i].text;
	size_t from = utf8_fit(line, x, NULL);
	size_t n = utf8_fit(line + from, cols, NULL);
	char *part = xstrndup(line + from, n);

	draw_text(&p->s->p, y0 + (int)i - p->top, x, cols, role, part);
	free(part);
}

static void
draw_spot(const struct report_view *p, size_t i, int y0, enum role role)
{
	const struct report_spot *o = &p->l.spot[i];

	draw_part(p, y0, o->line, o->x, o->cols, role);
}

void
report_view_draw(struct report_view *p, int y0)
{
	const struct paint *paint = &p->s->p;
	int y;
	size_t i;

	for (y = 0; y < p->rows && p->top + y < (int)p->l.n; y++) {
		const struct report_line *l = &p->l.line[p->top + y];

		draw_text(paint, y0 + y, 0, p->cols, role_of[l->role],
		    l->text);
		if (l->head > 0)
			draw_part(p, y0, (size_t)(p->top + y), 0, l->head,
			    ROLE_TITLE);
	}
	for (i = 0; i < p->l.nspots; i++)
		if (line_of(p, i) >= p->top && line_of(p, i) < p->top + p->rows)
			draw_spot(p, i, y0, i == p->at ? ROLE_CHOSEN :
			    ROLE_ACCENT);
	if (report_view_has_spot(p))
		draw_cursor(paint, y0 + line_of(p, p->at) - p->top,
		    p->l.spot[p->at].x);
	else
		draw_cursor(paint, y0, 0);
}

void
report_view_more(const struct report_view *p, struct buf *out)
{
	if (p->top + p->rows < (int)p->l.n)
		buf_add(out, "v more");
}

/* --- moving -------------------------------------------------------------- */

static void
to_spot(struct report_view *p, size_t i)
{
	int y = line_of(p, i);

	p->at = i;
	if (y < p->top)
		keep_top(p, y);
	else if (y >= p->top + p->rows)
		keep_top(p, y - p->rows + 1);
}

/* The spot of another line nearest to the cursor's column. */
static void
vertical(struct report_view *p, int dir)
{
	const struct report_spot *from = &p->l.spot[p->at];
	int mid = from->x + from->cols / 2, dy, dx, best_y = 0, best_x = 0;
	size_t i, best = p->at;

	for (i = 0; i < p->l.nspots; i++) {
		dy = (line_of(p, i) - (int)from->line) * dir;
		dx = abs(p->l.spot[i].x + p->l.spot[i].cols / 2 - mid);
		if (dy <= 0 || (best != p->at &&
		    (dy > best_y || (dy == best_y && dx >= best_x))))
			continue;
		best = i;
		best_y = dy;
		best_x = dx;
	}
	/* what lies between is to be read, not jumped over */
	if (best != p->at && best_y < p->rows)
		to_spot(p, best);
	else
		keep_top(p, p->top + dir);
}

/* After scrolling the cursor is on the first spot in view, if any. */
static void
scroll_to(struct report_view *p, int top)
{
	size_t i;

	keep_top(p, top);
	if (report_view_has_spot(p))
		return;
	for (i = 0; i < p->l.nspots; i++)
		if (line_of(p, i) >= p->top) {
			p->at = i;
			return;
		}
}

bool
report_view_move(struct report_view *p, enum request r)
{
	bool back = r == REQ_UP || r == REQ_LEFT || r == REQ_PAGE_UP;

	switch (r) {
	case REQ_UP: case REQ_DOWN:
		if (report_view_has_spot(p))
			vertical(p, back ? -1 : 1);
		else
			scroll_to(p, p->top + (back ? -1 : 1));
		return true;
	case REQ_LEFT: case REQ_RIGHT:
		if (back ? p->at > 0 : p->at + 1 < p->l.nspots)
			to_spot(p, back ? p->at - 1 : p->at + 1);
		return true;
	case REQ_PAGE_UP: case REQ_PAGE_DOWN:
		scroll_to(p, p->top + (back ? 1 - p->rows : p->rows - 1));
		return true;
	case REQ_HOME: case REQ_END:
		scroll_to(p, r == REQ_HOME ? 0 : (int)p->l.n);
		return true;
	default:
		return false;
	}
}

/* Is it a field that can be typed now? */
static bool
mends(const struct report_view *p, const struct report_cell *c)
{
	struct err e = {0};

	return c->field && form_takes(c->ent, entity_field(c->ent,
	    c->field->id)) && !app_may_write(p->s->app, &e);
}

void
report_view_open(struct report_view *p)
{
	const struct report_cell *c = p->l.spot[p->at].cell;
	struct buf name;

	buf_init(&name, BUF_LINE);
	report_names(&p->r, c, &name);
	if (mends(p, c))
		form_open_at(p->s->ui, c->ent, c->id, entity_field(c->ent,
		    c->field->id));
	else if (c->id)
		command_open(p->s->ui, c->ent, c->id);
	else
		command_drill(p->s->ui, c->ent, c->filter, name.p);
	buf_clear(&name);
}
