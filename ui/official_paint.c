/* official_paint.c - how the eight percentages look while they are typed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "base/date.h"
#include "model/fields.h"
#include "ui/official_inner.h"

#define FIGURE_WIDE	3

void
official_cell_text(const struct official_screen *os, int cell, char out[24])
{
	int percent = cell ? os->o.now.percent[cell - 1] : 0;

	out[0] = '\0';
	if (cell == DAY_CELL)
		day_long(os->day, out);
	else if (percent >= 0)
		snprintf(out, 24, "%d", percent);
}

/* --- the screen ---------------------------------------------------------- */

static void
draw_bm(struct official_screen *os, int bm, int y, int *cur_x)
{
	const struct screen *s = &os->s;
	const struct assess *now = &os->o.now;
	int x = s->cols - 24;
	char text[24];

	draw_text(&s->p, y, 1, 1, ROLE_TITLE, bm == os->cell ? ">" : " ");
	draw_fmt(&s->p, y, 3, 3, ROLE_MUTED, "%d", bm);
	draw_text(&s->p, y, 6, x - 8, bm == os->cell ? ROLE_TITLE : ROLE_TEXT,
	    now->framework ? now->framework->bm[bm - 1] : "");
	official_cell_text(os, bm, text);
	if (bm == os->cell) {
		draw_right(&s->p, y, x, FIGURE_WIDE, os->fresh ? ROLE_CHOSEN :
		    ROLE_TYPED, *os->line.text ? os->line.text : "__");
		*cur_x = x + FIGURE_WIDE - 1;
	} else {
		draw_right(&s->p, y, x, FIGURE_WIDE, ROLE_TEXT, *text ? text :
		    "?");
	}
	draw_text(&s->p, y, x + FIGURE_WIDE + 1, 1, ROLE_MUTED, "%");
	if (os->o.has_before && os->o.before.percent[bm - 1] >= 0)
		draw_fmt(&s->p, y, x + 9, 14, ROLE_MUTED, "was %d",
		    os->o.before.percent[bm - 1]);
}

static void
draw_day(struct official_screen *os, int *cur_x)
{
	const struct screen *s = &os->s;
	char text[24];
	int x = 19;

	draw_text(&s->p, 0, 1, x - 1, ROLE_TITLE, "Compass result of");
	if (os->cell == DAY_CELL) {
		*cur_x = x + line_draw(&os->line, &s->p, 0, x, 16, os->fresh ?
		    ROLE_CHOSEN : ROLE_TYPED);
	} else {
		day_long(os->day, text);
		draw_text(&s->p, 0, x, 16, ROLE_TEXT, text + 4);
	}
	draw_text(&s->p, 0, s->cols - 24, 23, ROLE_MUTED,
	    os->o.now.framework ? os->o.now.framework->title : "");
}

void
official_draw(struct screen *s)
{
	struct official_screen *os = (struct official_screen *)s;
	const struct assess *was = &os->o.before;
	int cur_x = 0, bm, y;
	char day[24];

	draw_day(os, &cur_x);
	for (bm = 1; bm <= BENCHMARKS; bm++)
		draw_bm(os, bm, bm + 1, &cur_x);
	y = BENCHMARKS + (s->rows > BENCHMARKS + 4 ? 3 : 2);
	draw_fmt(&s->p, y, 6, s->cols - 31, ROLE_TITLE, "%d of %d achieved",
	    os->o.now.achieved, BENCHMARKS);
	if (os->o.has_before) {
		day_long(row_day(was->mine, F_assessment_date), day);
		draw_fmt(&s->p, y, s->cols - 30, 30, ROLE_MUTED, "was %d of %d "
		    "on %s%s", was->achieved, BENCHMARKS, day + 4,
		    row_same(was->mine, os->o.now.mine,
		    F_assessment_framework) ? "" : "*");
	}
	draw_cursor(&s->p, os->cell ? os->cell + 1 : 0, cur_x);
}

void
official_where(const struct screen *s, struct buf *out)
{
	buf_addf(out, "%s > Compass result",
	    ((const struct official_screen *)s)->name);
}

/* Figures of two frameworks are not to be compared. */
void
official_hint(const struct screen *s, struct buf *out)
{
	const struct official_screen *os = (const struct official_screen *)s;

	if (os->o.has_before && !row_same(os->o.before.mine, os->o.now.mine,
	    F_assessment_framework))
		buf_addf(out, "* %s: not comparable. ", row_get(
		    os->o.before.mine, F_assessment_framework));
	buf_add(out, "Digits, Tab or a blank; - when it is not known.");
}
