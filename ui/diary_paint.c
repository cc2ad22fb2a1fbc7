/* diary_paint.c - the lines of a week painted.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "base/date.h"
#include "ui/cursor.h"
#include "ui/diary_inner.h"

enum { NARROW = 76, X_TIME = 8, X_KIND = 14, LEAST = 6 };

static int
title_x(const struct diary_screen *d)
{
	return d->s.cols < NARROW ? X_KIND + 13 : X_KIND + 15;
}

/* "Wed 25" */
static void
draw_day(const struct diary_screen *d, int y, const struct diary_line *l)
{
	char day[24];

	if (!l->first)
		return;
	day_long(l->day, day);
	day[strcspn(day + 4, " ") + 4] = '\0';
	draw_text(&d->s.p, y, 1, 7, l->day == d->s.app->today ? ROLE_TITLE :
	    ROLE_MUTED, day);
}

static void
draw_clash(const struct diary_screen *d, int y, const struct diary_item *it,
    bool chosen)
{
	const struct paint *p = &d->s.p;
	int x = title_x(d);

	draw_text(p, y, X_TIME, 5, ROLE_BAD, diary_time(it, true));
	draw_text(p, y, X_KIND, x - X_KIND - 1, chosen ? ROLE_CHOSEN :
	    ROLE_BAD, it->kind);
	draw_text(p, y, x, d->s.cols - x - 1, ROLE_WARN, it->title);
}

static void
draw_item(const struct diary_screen *d, int y, const struct diary_item *it,
    bool chosen)
{
	const struct paint *p = &d->s.p;
	int cols = d->s.cols, x = title_x(d);
	int name = cols < NARROW ? 20 : 26, who = x + name + 1, state;

	draw_text(p, y, X_TIME, 5, it->cls == DIARY_DUE ? ROLE_WARN :
	    ROLE_MUTED, diary_time(it, true));
	draw_text(p, y, X_KIND, x - X_KIND - 1, chosen ? ROLE_CHOSEN :
	    ROLE_TEXT, it->kind);
	state = draw_width(p, it->state);
	if (state > cols - who - 1)
		state = cols - who - 1;
	if (!*it->who && !state)
		name = cols - x - 1;
	draw_text(p, y, x, name, ROLE_TEXT, it->title);
	draw_right(p, y, cols - state - 1, state, ROLE_TEXT, it->state);
	state += state ? 2 : 0;
	if (cols - state - 1 - who >= LEAST)
		draw_text(p, y, who, cols - state - 1 - who, ROLE_MUTED,
		    it->who);
}

static void
draw_gap(const struct diary_screen *d, int y, size_t i)
{
	const struct paint *p = &d->s.p;
	const struct diary_gap *g = diary_gap_at(d, i);
	enum role role = i == d->at ? ROLE_CHOSEN : ROLE_TEXT;
	struct buf b;

	if (d->line[i].first)
		draw_text(p, y, 1, 10, ROLE_TITLE, "Unplanned");
	buf_init(&b, BUF_LINE);
	if (g)
		diary_gap_words(g, &b);
	else
		buf_addf(&b, "and %d more", d->d.all_gaps - d->d.ngaps);
	draw_text(p, y, 12, d->s.cols - 13, role, b.p);
	buf_clear(&b);
}

void
diary_draw(struct screen *s)
{
	struct diary_screen *d = (struct diary_screen *)s;
	const struct diary_item *it;
	size_t i;
	int y;

	d->top = cursor_top(d->top, d->at, d->n, s->rows);
	for (y = 0; y < s->rows; y++) {
		i = d->top + (size_t)y;
		if (i >= d->n)
			break;
		it = diary_item_at(d, i);
		if (d->line[i].item <= LINE_MORE)
			draw_gap(d, y, i);
		else if (d->line[i].item != LINE_BLANK)
			draw_day(d, y, &d->line[i]);
		if (it && it->clash)
			draw_clash(d, y, it, i == d->at);
		else if (it)
			draw_item(d, y, it, i == d->at);
		else if (d->line[i].item == LINE_FREE)
			draw_text(&s->p, y, X_TIME, 5, i == d->at ?
			    ROLE_CHOSEN : ROLE_MUTED, "-");
		if (i == d->at)
			draw_text(&s->p, y, 0, 1, ROLE_TEXT, ">");
	}
	draw_cursor(&s->p, (int)(d->at - d->top), 0);
}
