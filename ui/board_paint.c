/* board_paint.c - columns, rows and foot of the board.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/board_inner.h"

#include "base/date.h"
#include "base/str.h"
#include "ui/list_rows.h"
#include "ui/years.h"

#define MARKS	2		/* columns before the first */
#define FOOT_ROWS 3		/* at most, of one sentence */
#define WIDE	44		/* the widest the first column grows */

/* --- columns ------------------------------------------------------------- */

static int
sum(const struct board_screen *b)
{
	int width = MARKS - b->k->gap;
	size_t i;

	for (i = 0; i < b->nshown; i++)
		width += b->shown[i].width + b->k->gap;
	return width;
}

static bool
drop_one(struct board_screen *b)
{
	size_t i, go = 0;
	int keep = 0;

	for (i = 0; i < b->nshown; i++)
		if (b->k->col[b->shown[i].col].keep > keep) {
			keep = b->k->col[b->shown[i].col].keep;
			go = i;
		}
	if (!keep)
		return false;
	for (i = go; i + 1 < b->nshown; i++)
		b->shown[i] = b->shown[i + 1];
	b->nshown--;
	return true;
}

void
board_place(struct board_screen *b)
{
	size_t col = b->fig < b->nshown ? b->shown[b->fig].col : 0, i;
	int x = MARKS, more;

	b->nshown = 0;
	for (i = 0; i < b->k->ncols && i < BOARD_COLS; i++)
		b->shown[b->nshown++] = (struct board_shown){.col = i,
		    .width = b->k->col[i].width};
	while (sum(b) > b->s.cols && drop_one(b))
		continue;
	more = b->s.cols - sum(b);
	if (more > WIDE - b->shown[0].width)
		more = WIDE - b->shown[0].width;
	b->shown[0].width += more;
	if (b->shown[0].width < 8)
		b->shown[0].width = 8;
	b->fig = 0;
	for (i = 0; i < b->nshown; i++) {
		b->shown[i].x = x;
		x += b->shown[i].width + b->k->gap;
		if (b->shown[i].col == col)
			b->fig = i;
	}
}

/* --- rows ---------------------------------------------------------------- */

static void
draw_cell(const struct board_screen *b, int y, const struct board_shown *c,
    enum role role, const char *text)
{
	if (b->k->col[c->col].right)
		draw_right(&b->s.p, y, c->x, c->width, role, text);
	else
		draw_text(&b->s.p, y, c->x, c->width, role, text);
}

static enum role
role_of(const struct board_screen *b, const struct list_row *r,
    const struct board_cell *c)
{
	static const enum role tones[] = {
		[TONE_PLAIN] = ROLE_TEXT, [TONE_GOOD] = ROLE_GOOD,
		[TONE_WARN] = ROLE_WARN, [TONE_BAD] = ROLE_BAD,
	};

	if (r->archived || (b->v.gone && r->id == b->v.gone))
		return ROLE_MUTED;
	return tones[c->tone];
}

static void
draw_row(const struct board_screen *b, int y, size_t at)
{
	const struct list_row *r = &b->v.held.row[at];
	const struct board_cell *cell = board_cached(b, r->id);
	bool here = at == b->v.at;
	size_t i;

	if (here)
		draw_text(&b->s.p, y, 0, 1, ROLE_TEXT, ">");
	for (i = 0; i < b->nshown; i++) {
		const struct board_shown *c = &b->shown[i];

		if (!cell) {
			if (i == 0)
				draw_cell(b, y, c, ROLE_TEXT, r->cell[0]);
			continue;
		}
		draw_cell(b, y, c, here && i == b->fig ? ROLE_CHOSEN :
		    role_of(b, r, &cell[c->col]), cell[c->col].text);
	}
}

/* The text of a line that has one alone: it goes over all columns, and over
 * lines of the screen when it is long. Else NULL. */
static const char *
foot_alone(const struct board_screen *b, size_t line)
{
	char *const *text = &b->foot.v[line * b->k->ncols];

	for (size_t i = 1; i < b->k->ncols; i++)
		if (*text[i])
			return NULL;
	return text[0];
}

int
board_foot_rows(const struct board_screen *b)
{
	size_t n = b->foot.n / b->k->ncols;
	int rows = 0;

	for (size_t i = 0; i < n; i++) {
		const char *alone = foot_alone(b, i);

		rows += alone ? draw_wrap_rows(&b->s.p, FOOT_ROWS,
		    b->s.cols - MARKS, alone) : 1;
	}
	return rows;
}

/* Returns the rows used. */
static int
draw_foot(const struct board_screen *b, int y, size_t line)
{
	const char *alone = foot_alone(b, line);

	if (alone)
		return draw_wrap(&b->s.p, y, MARKS, FOOT_ROWS,
		    b->s.cols - MARKS, ROLE_MUTED, alone);
	for (size_t i = 0; i < b->nshown; i++)
		draw_cell(b, y, &b->shown[i], ROLE_MUTED, b->foot.v[line *
		    b->k->ncols + b->shown[i].col]);
	return 1;
}

/* Nobody chose the filter a board begins with: it is empty for want of stages
 * and coordinators. */
static const char *
why_empty(const struct board_screen *b)
{
	if (rows_short(&b->v))
		return "looking...";
	if (!*b->v.l.text)
		return "No schools yet. : import reads the official list.";
	if (b->named && str_eq(b->v.l.text, b->named) &&
	    !years_other(b->s.ui))
		return "No school has a stage yet, and you coordinate none. "
		    "Open a school (g s): 9 and Network there, and n, give it "
		    "a stage, 9 and Coordinators those who look after it.";
	return "No school fits. / takes another filter, Esc takes it off.";
}

static void
draw_empty(const struct board_screen *b)
{
	draw_wrap(&b->s.p, 2, MARKS, 3, b->s.cols - MARKS, ROLE_TEXT,
	    why_empty(b));
	draw_cursor(&b->s.p, 2, 0);
}

void
board_paint(struct board_screen *b)
{
	struct list_view *v = &b->v;
	size_t nfoot = b->foot.n / b->k->ncols, i;
	int y;

	for (i = 0; i < b->nshown; i++)
		draw_cell(b, 0, &b->shown[i], ROLE_MUTED,
		    b->k->col[b->shown[i].col].head);
	for (y = 0; y < v->rows && v->top + (size_t)y < v->held.n; y++)
		draw_row(b, y + 1, v->top + (size_t)y);
	y = b->s.rows - board_foot_rows(b);
	for (i = 0; i < nfoot && v->held.n; i++)
		y += draw_foot(b, y, i);
	if (!v->held.n)
		draw_empty(b);
	else
		draw_cursor(&b->s.p, 1 + (int)(v->at - v->top),
		    b->nshown ? b->shown[b->fig].x : 0);
}
