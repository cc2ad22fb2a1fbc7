/* grid_paint.c - how the numbers of one encounter look.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "app/text.h"
#include "base/str.h"
#include "model/fields.h"
#include "ui/grid_inner.h"

#define NAME_X	3
#define NAME_WIDE 19
#define NAME_SLIM 14

#define IN_WIDE	4

/* Where the columns stand: all of them when they fit, else from LEFT on; the
 * last one, whether the numbers are in, always. */
struct shape {
	int	 name, wide;
	size_t	 fit;		/* how many of the others are shown */
};

static int
col_width(const struct grid_col *c, int wide)
{
	return c->kind == GRID_IN ? IN_WIDE : c->kind == GRID_ADULTS ? 7 :
	    c->kind == GRID_SEND ? 5 : wide;
}

static void
cell_text(const struct grid_screen *gs, size_t i, size_t j, char out[16])
{
	enum grid_mark mark;
	long n;

	if (gs->g.col[j].kind == GRID_IN) {
		snprintf(out, 16, "%s", grid_is_in(&gs->g, i) ? "yes" : "no");
		return;
	}
	if (i == gs->row && j == gs->col && gs->typed[0]) {
		snprintf(out, 16, "%s", gs->typed);
		return;
	}
	n = grid_value(&gs->g, i, j, &mark);
	snprintf(out, 16, mark == MARK_NA ? "." : mark == MARK_UNKNOWN ? "?" :
	    mark == MARK_DUE ? "~%ld" : "%ld", n);
}

/* Columns the figures need, with a blank before them. */
static int
widest(const struct grid_screen *gs)
{
	char text[16];
	size_t i, j;
	int most = 3, n;

	for (i = 0; i < gs->g.nschools; i++)
		for (j = 0; j + 1 < gs->g.ncols; j++) {
			cell_text(gs, i, j, text);
			n = (int)strlen(text);
			most = n > most ? n : most;
		}
	return most + 1;
}

static struct shape
shape(struct grid_screen *gs)
{
	struct shape sh = {.name = NAME_WIDE, .wide = 5};
	const struct grid *g = &gs->g;
	int x;

	if (gs->s.cols < 76) {
		sh.name = NAME_SLIM;
		sh.wide = widest(gs);
	}
	if (gs->left > gs->col)
		gs->left = gs->col;
	for (;;) {
		x = NAME_X + sh.name + 1;
		for (sh.fit = 0; gs->left + sh.fit + 1 < g->ncols; sh.fit++) {
			x += col_width(&g->col[gs->left + sh.fit], sh.wide);
			if (x > gs->s.cols - IN_WIDE)
				break;
		}
		if (gs->col < gs->left + sh.fit || !sh.fit)
			return sh;
		gs->left++;
	}
}

/* The column shown at place K: after the last that fits comes "in". */
static size_t
col_at(const struct grid_screen *gs, const struct shape *sh, size_t k)
{
	return k < sh->fit ? gs->left + k : gs->g.ncols - 1;
}

static void
draw_row(struct grid_screen *gs, const struct shape *sh, size_t i, int y,
    int *cur_x)
{
	const struct grid *g = &gs->g;
	const struct paint *p = &gs->s.p;
	bool here = i == gs->row && !gs->employers;
	int x = NAME_X + sh->name + 1, w;
	char text[16];
	enum role role;
	size_t k, j;

	draw_text(p, y, 1, 1, ROLE_TITLE, here ? ">" : " ");
	draw_text(p, y, NAME_X, sh->name, here ? ROLE_TITLE : ROLE_TEXT,
	    g->school[i].name);
	for (k = 0; k <= sh->fit; k++) {
		j = col_at(gs, sh, k);
		w = col_width(&g->col[j], sh->wide);
		cell_text(gs, i, j, text);
		role = here && j == gs->col ? (gs->typed[0] ? ROLE_TYPED :
		    ROLE_CHOSEN) : strcmp(text, ".") == 0 ||
		    strcmp(text, "0") == 0 ? ROLE_MUTED : ROLE_TEXT;
		draw_right(p, y, x, w, role, text);
		x += w;
		if (here && j == gs->col)
			*cur_x = x - 1;
	}
}

static void
draw_heads(struct grid_screen *gs, const struct shape *sh)
{
	int x = NAME_X + sh->name + 1, w;
	char head[8];
	size_t k, j;

	draw_text(&gs->s.p, 0, 1, sh->name + 2, ROLE_TITLE,
	    "Pupils that came");
	for (k = 0; k <= sh->fit; k++) {
		j = col_at(gs, sh, k);
		w = col_width(&gs->g.col[j], sh->wide);
		grid_head(&gs->g.col[j], head);
		draw_right(&gs->s.p, 0, x, w, ROLE_MUTED, head);
		x += w;
	}
}

static void
draw_totals(struct grid_screen *gs, const struct shape *sh, int y)
{
	const struct grid *g = &gs->g;
	int x = NAME_X + sh->name + 1, w;
	char text[40];
	size_t k, j;

	draw_fmt(&gs->s.p, y, 1, sh->name + 2, ROLE_TITLE, "%zu school%s",
	    g->nschools, g->nschools == 1 ? "" : "s");
	for (k = 0; k <= sh->fit; k++) {
		j = col_at(gs, sh, k);
		w = col_width(&g->col[j], sh->wide);
		if (g->col[j].kind == GRID_IN) {
			snprintf(text, sizeof text, "%zu/%zu",
			    grid_schools_in(g), g->nschools);
			draw_text(&gs->s.p, y, x + 1, gs->s.cols - x - 1,
			    ROLE_TITLE, text);
		} else {
			snprintf(text, sizeof text, "%ld",
			    grid_total(g, j));
			draw_right(&gs->s.p, y, x, w, ROLE_TITLE, text);
		}
		x += w;
	}
}

/* "Counts for BM5, BM7   meaningful: purpose, two-way". */
static int
draw_counts(struct grid_screen *gs, int y)
{
	const struct row *r = gs->g.row;
	const struct set *bm = &r->sets[F_encounter_benchmarks];
	const struct set *tick = &r->sets[F_encounter_ticks];
	struct buf b;
	size_t i;

	buf_init(&b, BUF_LINE);
	for (i = 0; i < bm->n; i++)
		buf_addf(&b, "%sBM%s", i ? ", " : "Counts for ",
		    bm->m[i].v[0]);
	buf_add(&b, b.n ? "   meaningful: " : "Meaningful: ");
	for (i = 0; i < tick->n; i++)
		buf_addf(&b, "%s%s", i ? ", " : "", tick->m[i].v[0]);
	if (!tick->n)
		buf_add(&b, "nothing ticked yet");
	y += draw_wrap(&gs->s.p, y, 1, 2, gs->s.cols - 2, ROLE_MUTED, b.p);
	buf_clear(&b);
	return y;
}

void
grid_draw(struct screen *s)
{
	struct grid_screen *gs = (struct grid_screen *)s;
	struct shape sh = shape(gs);
	int rows = s->rows - 2, y, cur_y = 1, cur_x = 0;
	size_t i, n = gs->g.nschools;

	if (rows > 6 && n > (size_t)rows - 4)
		rows -= 4;		/* the employers below */
	if (gs->row < gs->top)
		gs->top = gs->row;
	if (gs->row >= gs->top + (size_t)rows)
		gs->top = gs->row - (size_t)rows + 1;
	draw_heads(gs, &sh);
	for (y = 1, i = gs->top; i < n && y <= rows; i++, y++) {
		draw_row(gs, &sh, i, y, &cur_x);
		if (i == gs->row)
			cur_y = y;
	}
	draw_totals(gs, &sh, y++);
	draw_cursor(&s->p, cur_y, cur_x);
	if (y + 2 < s->rows)
		y = draw_counts(gs, y + 1);
	if (y + 1 < s->rows)
		grid_employer_draw(gs, y + 1);
	if (!gs->employers)
		draw_cursor(&s->p, cur_y, cur_x);
}

void
grid_where(const struct screen *s, struct buf *out)
{
	const struct grid_screen *gs = (const struct grid_screen *)s;
	const struct row *r = gs->g.row;
	char day[24];

	day_short(row_day(r, F_encounter_date), s->app->today, day);
	buf_addf(out, "Numbers  %s", day);
	if (*row_get(r, F_encounter_start))
		buf_addf(out, " %s", row_get(r, F_encounter_start));
	if (*row_get(r, F_encounter_finish))
		buf_addf(out, "-%s", row_get(r, F_encounter_finish));
	if (*row_get(r, F_encounter_venue))
		buf_addf(out, "  %s", row_get(r, F_encounter_venue));
}

void
grid_right(const struct screen *s, struct buf *out)
{
	const struct grid_screen *gs = (const struct grid_screen *)s;

	buf_addf(out, "%zu of %zu in", grid_schools_in(&gs->g),
	    gs->g.nschools);
}

/* "Roll of Harbour UTC Y10 is 60. 45 is 75 %." */
void
grid_hint(const struct screen *s, struct buf *out)
{
	const struct grid_screen *gs = (const struct grid_screen *)s;
	const struct grid *g = &gs->g;
	long roll = grid_roll(g, gs->row, gs->col), n;
	enum grid_mark mark;
	int64_t typed;
	char head[8];

	grid_head(&g->col[gs->col], head);
	if (gs->employers)
		return;
	if (g->col[gs->col].kind == GRID_DIS ||
	    g->col[gs->col].kind == GRID_SEND)
		buf_add(out, "Of all year groups of the school together.");
	if (g->col[gs->col].kind != GRID_GROUP)
		return;
	if (roll < 0) {
		buf_addf(out, "The roll of %s %s is not known.",
		    g->school[gs->row].name, head);
		return;
	}
	buf_addf(out, "Roll of %s %s is %ld.", g->school[gs->row].name, head,
	    roll);
	n = grid_value(g, gs->row, gs->col, &mark);
	if (gs->typed[0] && str_int(gs->typed, 0, 99999, &typed)) {
		n = (long)typed;
		mark = MARK_COUNT;
	}
	if (mark == MARK_COUNT && roll > 0)
		buf_addf(out, " %ld is %ld %%.", n, (n * 100 + roll / 2) /
		    roll);
}
