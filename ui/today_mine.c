/* today_mine.c - a block of the first screen: how my schools stand.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/today_lines.h"

#include <stdio.h>
#include <string.h>

#include "model/tables.h"
#include "ui/command.h"
#include "ui/report_screen.h"

bool
today_is_mine(const struct today *t, size_t line)
{
	return line < t->n && t->line[line].item <= MINE;
}

/* "rolls unconfirmed 6"; figures of nothing are left out. */
int
today_mine_lay(struct today *t)
{
	struct mine_figure *g = t->fig;
	int gap = t->s.cols < 76 ? 2 : 3, x = 1, line = 0, f;
	struct buf b;

	buf_init(&b, BUF_LINE);
	for (f = 0; f < MINE_FIGURES; f++) {
		if (!t->mine.n[f])
			continue;
		buf_reset(&b);
		mine_said(&t->mine, (enum mine_is)f, &b);
		g->is = (enum mine_is)f;
		g->cols = snprintf(g->text, sizeof g->text, "%s", b.p);
		if (x > 1 && x + g->cols > t->s.cols - 1) {
			line++;
			x = 1 + t->fig[0].cols + gap;
		}
		g->line = line;
		g->x = x;
		x += g->cols + gap;
		g++;
	}
	buf_clear(&b);
	t->nfig = (size_t)(g - t->fig);
	if (t->fig_at >= t->nfig)
		t->fig_at = 0;
	return t->nfig ? line + 1 : 0;
}

void
today_mine_draw(const struct today *t, int y, size_t line)
{
	int mine = MINE - t->line[line].item;
	const struct mine_figure *g;
	size_t i;

	for (i = 0; i < t->nfig; i++) {
		g = &t->fig[i];
		if (g->line != mine)
			continue;
		draw_text(&t->s.p, y, g->x, t->s.cols - g->x,
		    line == t->at && i == t->fig_at ? ROLE_CHOSEN :
		    g->is == MINE_ALL ? ROLE_TITLE : ROLE_ACCENT, g->text);
	}
}

/* The line of the screen that the chosen figure is on. */
static void
follow(struct today *t)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (t->line[i].item == MINE - t->fig[t->fig_at].line)
			t->at = i;
}

void
today_mine_aside(struct today *t, int dir)
{
	if (!today_is_mine(t, t->at))
		return;
	if (dir < 0 ? t->fig_at > 0 : t->fig_at + 1 < t->nfig)
		t->fig_at += (size_t)dir;
	follow(t);
}

void
today_mine_come(struct today *t)
{
	int line;
	size_t i;

	if (!today_is_mine(t, t->at))
		return;
	line = MINE - t->line[t->at].item;
	if (t->fig[t->fig_at].line == line)
		return;
	for (i = t->nfig; i-- > 0; )
		if (t->fig[i].line == line)
			t->fig_at = i;
}

void
today_mine_open(struct today *t)
{
	const struct mine_figure *g = &t->fig[t->fig_at];
	struct buf filter, name;

	if (g->is == MINE_RETURN) {
		report_named(t->s.ui, "return", NULL);
		return;
	}
	buf_init(&filter, BUF_LINE);
	buf_init(&name, BUF_LINE);
	mine_filter(&t->mine, g->is, &filter);
	if (g->is == MINE_ALL)
		buf_add(&name, "mine");
	else
		mine_words(&t->mine, g->is, &name);
	command_drill(t->s.ui, entities[ENT_school], filter.p, name.p);
	buf_clear(&filter);
	buf_clear(&name);
}
