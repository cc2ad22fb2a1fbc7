/* stack.c - the screens on top of each other: push, pop, resize.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/stack.h"

#include <stdlib.h>

#include "base/mem.h"
#include "ui/others.h"
#include "ui/statusbar.h"
#include "ui/years.h"

#define TITLE_ROWS	1
#define STATUS_ROWS	2

static bool
is_popup(const struct screen *s)
{
	return s->ops->flags & SF_POPUP;
}

static void
find_place(struct screen *s, struct place *at)
{
	const struct ui *ui = s->ui;

	*at = (struct place){.rows = ui->rows - TITLE_ROWS - STATUS_ROWS,
	    .cols = ui->cols, .y = TITLE_ROWS, .x = 0};
	if (is_popup(s) && s->ops->place)
		s->ops->place(s, ui->rows, ui->cols, at);
	if (at->rows > ui->rows)
		at->rows = ui->rows;
	if (at->cols > ui->cols)
		at->cols = ui->cols;
	if (at->rows < 1)
		at->rows = 1;
	if (at->cols < 1)
		at->cols = 1;
	if (at->y + at->rows > ui->rows)
		at->y = ui->rows - at->rows;
	if (at->x + at->cols > ui->cols)
		at->x = ui->cols - at->cols;
	if (at->y < 0)
		at->y = 0;
	if (at->x < 0)
		at->x = 0;
}

/* A new window each time: one that had to shrink or move in the wrong order
 * would be refused by curses. */
static void
lay_out(struct screen *s)
{
	struct place at;
	WINDOW *old = s->p.win;

	find_place(s, &at);
	s->p.win = newwin(at.rows, at.cols, at.y, at.x);
	if (s->panel)
		replace_panel(s->panel, s->p.win);
	else
		s->panel = new_panel(s->p.win);
	s->rows = at.rows;
	s->cols = at.cols;
	if (s->ops->layout)
		s->ops->layout(s);
	if (old)
		delwin(old);	/* after layout, which frees what lay in it */
	s->laid_out = true;
}

static void
screen_free(struct screen *s)
{
	years_left(s);
	if (s->ops->close)
		s->ops->close(s);
	if (s->panel)
		del_panel(s->panel);
	if (s->p.win)
		delwin(s->p.win);
	free(s);
}

enum status
stack_push(struct ui *ui, const struct screen_ops *ops, const void *arg,
    struct screen **out, struct err *e)
{
	struct screen *s = xcalloc(1, ops->size);
	enum status st;

	s->ops = ops;
	s->ui = ui;
	s->app = ui->app;
	s->p.theme = &ui->theme;
	s->seen = ui->changed;
	st = ops->open ? ops->open(s, arg, e) : ST_OK;
	if (st) {
		screen_free(s);
		return st;
	}
	others_begin(s);
	s->below = ui->top;
	ui->top = s;
	lay_out(s);
	if (ui->small)
		top_panel(ui->status_panel);	/* it covers the screens */
	if (out)
		*out = s;
	return ST_OK;
}

bool
stack_show(struct ui *ui, const struct screen_ops *ops, const void *arg)
{
	struct err e = {0};

	if (!stack_push(ui, ops, arg, NULL, &e))
		return true;
	say_err(ui, &e);
	return false;
}

void
stack_pop(struct screen *s)
{
	struct ui *ui = s->ui;
	struct screen *top;

	do {
		top = ui->top;
		ui->top = top->below;
		screen_free(top);
	} while (top != s && ui->top);
}

bool
stack_to_first(struct ui *ui)
{
	struct screen *s;

	while (ui->top && ui->top->below) {
		s = ui->top;
		if (s->ops->may_leave && !s->ops->may_leave(s))
			return false;
		if (ui->top == s)
			stack_pop(s);
	}
	return true;
}

void
stack_clear(struct ui *ui)
{
	while (ui->top)
		stack_pop(ui->top);
}

static void
resize_from(struct screen *s)
{
	if (!s)
		return;
	resize_from(s->below);
	lay_out(s);
	top_panel(s->panel);
}

void
stack_resize(struct ui *ui, int rows, int cols)
{
	ui->rows = rows;
	ui->cols = cols;
	ui->small = rows < 15 || cols < 60;
	statusbar_resize(ui);
	if (!ui->small)
		resize_from(ui->top);
}

void
stack_place(struct screen *s)
{
	if (!s->ui->small)
		lay_out(s);
}

struct screen *
stack_main(const struct ui *ui)
{
	struct screen *s = ui->top;

	while (s && s->below && is_popup(s))
		s = s->below;
	return s;
}

/* It may be gone after. A question over what is edited here may hold what would
 * be read again: that waits until it is answered. */
static void
read_again(struct screen *s)
{
	if (!s->stale || (s != s->ui->top && s->ops->flags & SF_EDITS))
		return;
	s->stale = false;
	if (s->ops->data_changed)
		s->ops->data_changed(s);
}

/* Only what can be seen is read again; the others when they are seen. */
void
stack_refresh(struct ui *ui)
{
	struct screen *s, *next;

	for (s = ui->top; s; s = next) {
		next = is_popup(s) ? s->below : NULL;
		if (s->seen == ui->changed && !s->stale)
			continue;
		ui->was_busy = false;
		ui->own_account = ui->own != ui->changed;
		if (s->seen != ui->changed) {
			s->seen = ui->changed;
			s->stale = true;
			others_saved(s);
		}
		read_again(s);
		ui->own_account = false;
		if (ui->was_busy)	/* again with the next second */
			return;
	}
}

static void
draw_from(struct screen *s)
{
	if (!s)
		return;
	if (is_popup(s))
		draw_from(s->below);
	draw_clear(&s->p);
	wmove(s->p.win, 0, 0);
	if (s->ops->draw)
		s->ops->draw(s);
}

static void
draw_small(struct ui *ui)
{
	/* The status window covers the whole terminal then. */
	draw_clear(&ui->status);
	draw_wrap(&ui->status, 0, 0, ui->rows, ui->cols, ROLE_WARN,
	    "Please make the window at least 60 columns wide and 15 rows "
	    "high; nothing is lost.");
}

void
stack_draw(struct ui *ui)
{
	WINDOW *win = ui->status.win;

	if (ui->small) {
		draw_small(ui);
	} else {
		draw_from(ui->top);
		statusbar_draw(ui);
		win = ui->top->p.win;
	}
	if (ui->repaint)
		clearok(curscr, TRUE);
	ui->repaint = false;
	update_panels();
	wnoutrefresh(win);		/* the cursor is this window's */
	doupdate();
}
