/* grid_screen.c - numbers of one encounter for its schools, typed as a table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/grid_screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "base/str.h"
#include "model/fields.h"
#include "ui/dialog.h"
#include "ui/grid_inner.h"
#include "ui/menus.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

/* --- opening, leaving ---------------------------------------------------- */

static bool
can_stand(const struct grid *g, size_t row, size_t col)
{
	enum grid_mark mark;

	if (g->col[col].kind == GRID_IN)
		return false;
	grid_value(g, row, col, &mark);
	return mark != MARK_NA;
}

/* The first cell that waits: expected or not known, else the first there is. */
static void
first_cell(struct grid_screen *gs)
{
	const struct grid *g = &gs->g;
	enum grid_mark mark;
	size_t i, j;

	for (i = 0; i < g->nschools; i++)
		for (j = 0; j < g->ncols; j++) {
			if (!can_stand(g, i, j))
				continue;
			grid_value(g, i, j, &mark);
			if (mark != MARK_DUE && mark != MARK_UNKNOWN)
				continue;
			gs->row = i;
			gs->col = gs->start = j;
			return;
		}
	for (j = 0; j < g->ncols && !can_stand(g, 0, j); j++)
		continue;
	gs->col = gs->start = j < g->ncols ? j : 0;
}

static enum status
grid_start(struct screen *s, const void *arg, struct err *e)
{
	struct grid_screen *gs = (struct grid_screen *)s;
	enum status st = app_may_write(s->app, e);

	if (!st)
		st = grid_load(&gs->g, s->app, *(const int64_t *)arg, e);
	if (!st)
		first_cell(gs);
	return st;
}

static void
grid_close(struct screen *s)
{
	grid_clear(&((struct grid_screen *)s)->g);
}

static void
leave(struct grid_screen *gs)
{
	struct err e = {0};

	if (!grid_take(gs))
		return;
	if (grid_is_changed(gs))
		keep_leave(&gs->s, NULL, grid_draft_keep(gs, &e), &e);
	else
		stack_pop(&gs->s);
}

/* --- keys ---------------------------------------------------------------- */

static void
changed(struct grid_screen *gs)
{
	gs->typed[0] = '\0';
	keep_typed(&gs->keep);
}

bool
grid_take(struct grid_screen *gs)
{
	struct err e = {0};
	int64_t n;
	long roll;

	if (!gs->typed[0])
		return true;
	if (!str_int(gs->typed, 0, 99999, &n) ||
	    grid_put(&gs->g, gs->row, gs->col, (long)n, &e)) {
		say_err(gs->s.ui, &e);
		gs->typed[0] = '\0';
		return false;
	}
	changed(gs);
	roll = grid_roll(&gs->g, gs->row, gs->col);
	if (roll >= 0 && n > roll)
		say_warn(gs->s.ui, "%s has %ld on roll there; %lld is more.",
		    gs->g.school[gs->row].name, roll, (long long)n);
	return true;
}

/* Tab: the next cell where a number can stand; after the last of a school the
 * next school begins where this one began. */
static void
go_on(struct grid_screen *gs, int dir)
{
	size_t n = gs->g.nschools * gs->g.ncols, i;
	size_t at = gs->row * gs->g.ncols + gs->col;

	if (!grid_take(gs))
		return;
	for (i = 0; i < n; i++) {
		at = (at + (dir > 0 ? 1 : n - 1)) % n;
		gs->row = at / gs->g.ncols;
		gs->col = at % gs->g.ncols;
		if (can_stand(&gs->g, gs->row, gs->col))
			break;
	}
}

static void
down(struct grid_screen *gs, int dir, bool to_start)
{
	size_t n = gs->g.nschools, j;

	if (!grid_take(gs))
		return;
	if (dir > 0 ? gs->row + 1 >= n : gs->row == 0) {
		if (to_start)
			say(gs->s.ui, "That was the last school; Ctrl-S "
			    "saves.");
		return;
	}
	gs->row += dir > 0 ? 1 : (size_t)-1;
	if (to_start)
		gs->col = gs->start;
	for (j = 0; to_start && j < gs->g.ncols &&
	    !can_stand(&gs->g, gs->row, gs->col); j++)
		gs->col = (gs->col + 1) % gs->g.ncols;
}

static void
side(struct grid_screen *gs, int dir)
{
	size_t last = gs->g.ncols - 2;	/* not the column "in" */

	if (!grid_take(gs))
		return;
	if (dir > 0 && gs->col < last)
		gs->col++;
	else if (dir < 0 && gs->col)
		gs->col--;
	gs->start = gs->col;
}

static void
all_on_roll(struct grid_screen *gs)
{
	long roll = grid_roll(&gs->g, gs->row, gs->col);
	struct err e = {0};

	gs->typed[0] = '\0';
	if (gs->g.col[gs->col].kind != GRID_GROUP)
		say(gs->s.ui, "All on roll is for year groups.");
	else if (roll < 0)
		say(gs->s.ui, "The roll of that year group is not known; "
		    "type the number.");
	else if (grid_put(&gs->g, gs->row, gs->col, roll, &e))
		say_err(gs->s.ui, &e);
	else
		go_on(gs, 1);
}

static void
back(struct grid_screen *gs)
{
	size_t n = strlen(gs->typed);

	if (n) {
		gs->typed[n - 1] = '\0';
		return;
	}
	changed(gs);
	grid_drop(&gs->g, gs->row, gs->col);
}

static void
toggle_in(struct grid_screen *gs)
{
	if (!grid_take(gs))
		return;
	changed(gs);
	grid_toggle_in(&gs->g, gs->row);
}

/* Digits are the number; all else is a request. */
static bool
grid_key(struct screen *s, int key)
{
	struct grid_screen *gs = (struct grid_screen *)s;
	size_t n = strlen(gs->typed);

	if (gs->employers || key < '0' || key > '9')
		return false;
	if (n < sizeof gs->typed - 1) {
		gs->typed[n] = (char)key;
		gs->typed[n + 1] = '\0';
		keep_typed(&gs->keep);
	}
	return true;
}

static const char *
grid_why_not(const struct screen *s, enum request r)
{
	const struct grid_screen *gs = (const struct grid_screen *)s;
	bool of_employers = r == REQ_NUM_CAME || r == REQ_NUM_ABSENT ||
	    r == REQ_NUM_INVITED;

	if (of_employers && !gs->employers)
		return "Go to the employers first.";
	if (gs->employers && (r == REQ_NUM_ALL || r == REQ_NUM_UNKNOWN ||
	    r == REQ_NUM_IN || r == REQ_NUM_BACK || r == REQ_NUM_CLEAR ||
	    r == REQ_GRID_ENTER))
		return "The cursor is among the employers; leave them first.";
	return r == REQ_GRID_PGUP || r == REQ_GRID_PGDN ? "" : NULL;
}

static bool
move_request(struct grid_screen *gs, enum request r)
{
	switch (r) {
	case REQ_GRID_NEXT:
		go_on(gs, 1);
		return true;
	case REQ_GRID_PREV:
		go_on(gs, -1);
		return true;
	case REQ_GRID_ENTER:
		down(gs, 1, true);
		return true;
	case REQ_GRID_DOWN:
		down(gs, 1, false);
		return true;
	case REQ_GRID_UP:
		down(gs, -1, false);
		return true;
	case REQ_NUM_LEFT:
		side(gs, -1);
		return true;
	case REQ_NUM_RIGHT:
		side(gs, 1);
		return true;
	default:
		return false;
	}
}

static enum request
grid_request(struct screen *s, enum request r)
{
	struct grid_screen *gs = (struct grid_screen *)s;

	if ((gs->employers && grid_employer_request(gs, r)) ||
	    move_request(gs, r))
		return REQ_NONE;
	switch (r) {
	case REQ_GRID_SAVE:
		grid_save(gs);
		break;
	case REQ_GRID_LEAVE:
		leave(gs);
		break;
	case REQ_GRID_HELP:
		help_open(s->ui);
		break;
	case REQ_NUM_ALL:
		all_on_roll(gs);
		break;
	case REQ_NUM_UNKNOWN:
		changed(gs);
		grid_unknown(&gs->g, gs->row, gs->col);
		go_on(gs, 1);
		break;
	case REQ_NUM_IN:
		toggle_in(gs);
		break;
	case REQ_NUM_WHO:
		if (grid_take(gs))
			grid_employer_open(gs);
		break;
	case REQ_NUM_BACK:
		back(gs);
		break;
	case REQ_NUM_CLEAR:
		changed(gs);
		grid_drop(&gs->g, gs->row, gs->col);
		break;
	default:
		return r;
	}
	return REQ_NONE;
}

/* The number being typed is kept as far as it stands. */
static void
grid_tick(struct screen *s)
{
	struct grid_screen *gs = (struct grid_screen *)s;
	struct row *shown;
	int64_t n;

	if (!keep_due(&gs->keep))
		return;
	shown = row_copy(gs->g.row);
	if ((!str_int(gs->typed, 0, 99999, &n) || !grid_put(&gs->g, gs->row,
	    gs->col, (long)n, NULL)) && grid_is_changed(gs))
		grid_draft_now(gs);
	row_free(gs->g.row);
	gs->g.row = shown;
}

static void
grid_hangup(struct screen *s)
{
	struct grid_screen *gs = (struct grid_screen *)s;

	if (grid_take(gs) && grid_is_changed(gs))
		grid_draft_now(gs);
}

static bool
grid_may_leave(struct screen *s)
{
	grid_hangup(s);
	return true;
}

/* To the cell of WAS's that CELL was, where it is still there. */
static void
same_cell(struct grid_screen *gs, const struct grid *was)
{
	size_t i, j;

	for (i = 0; i < gs->g.nschools; i++)
		for (j = 0; j < gs->g.ncols; j++)
			if (str_eq(gs->g.school[i].code,
			    was->school[gs->row].code) &&
			    gs->g.col[j].kind == was->col[gs->col].kind &&
			    gs->g.col[j].group == was->col[gs->col].group) {
				gs->row = i;
				gs->col = j;
				return;
			}
	gs->top = gs->left = 0;
	first_cell(gs);
}

/* Others saved: theirs is shown while nothing is typed here. */
static void
grid_changed(struct screen *s)
{
	struct grid_screen *gs = (struct grid_screen *)s;
	struct grid was = gs->g;
	struct err e = {0};

	if (gs->typed[0] || gs->employers || grid_is_changed(gs))
		return;
	memset(&gs->g, 0, sizeof gs->g);
	if (grid_load(&gs->g, s->app, was.base->id, &e)) {
		grid_clear(&gs->g);
		gs->g = was;
		if (e.st != ST_BUSY)
			say_err(s->ui, &e);
		return;
	}
	same_cell(gs, &was);
	grid_clear(&was);
}

static bool
grid_record(const struct screen *s, const struct entity **ent, int64_t *id)
{
	const struct row *base = ((const struct grid_screen *)s)->g.base;

	*ent = base->ent;
	*id = base->id;
	return true;
}

static const struct screen_ops grid_ops = {
	.name = "Numbers", .size = sizeof(struct grid_screen),
	.groups = G_GRID | G_NUMS, .flags = SF_TYPES | SF_EDITS,
	.record = grid_record,
	.open = grid_start, .close = grid_close, .draw = grid_draw,
	.where = grid_where, .right = grid_right, .hint = grid_hint,
	.why_not = grid_why_not, .request = grid_request,
	.key = grid_key, .data_changed = grid_changed, .tick = grid_tick,
	.hangup = grid_hangup, .may_leave = grid_may_leave,
};

void
grid_open(struct ui *ui, int64_t encounter)
{
	struct screen *s;
	struct err e = {0};

	if (stack_push(ui, &grid_ops, &encounter, &s, &e))
		say_err(ui, &e);
	else
		grid_draft_offer((struct grid_screen *)s);
}
