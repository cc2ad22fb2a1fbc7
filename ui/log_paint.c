/* log_paint.c - how the quick-entry line shows what it understands.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "ui/log_inner.h"

#define PROMPT	"log> "
#define MOST_ROWS 6

/* One part as it stands in the echo: "(today)", "Acme NEW". */
static char *
part_text(const struct quick_part *p)
{
	return xasprintf("%s%s%s%s", p->assumed ? "(" : "", p->shown,
	    p->assumed ? ")" : "", p->is_new ? " NEW" : "");
}

static enum role
part_role(const struct quick_part *p)
{
	return p->is_new || str_eq(p->kind, QUICK_WARNING) ? ROLE_WARN : !*p->kind ? ROLE_BAD :
	    p->assumed ? ROLE_MUTED : ROLE_TEXT;
}

/* What is understood so far, part by part; PAINT false only measures. */
static int
parts(const struct log_screen *l, int y, int cols, bool paint)
{
	const struct paint *p = &l->s.p;
	int x = 0, row = 0, width;
	size_t i;
	char *text;

	for (i = 0; i < l->q.nparts; i++) {
		text = part_text(&l->q.part[i]);
		width = draw_width(p, text);
		if (x > 0 && x + 3 + width > cols) {
			x = 0;
			row++;
		}
		if (x > 0) {
			if (paint)
				draw_text(p, y + row, x, 3, ROLE_MUTED, " | ");
			x += 3;
		}
		if (paint)
			draw_text(p, y + row, x, cols - x,
			    part_role(&l->q.part[i]), text);
		x += width;
		free(text);
	}
	return row + (x > 0);
}

static bool
says(const struct log_screen *l)
{
	return l->q.say && *l->q.say && l->q.state != QUICK_READY;
}

/* Rows of a sentence broken at blanks, as draw_wrap breaks it. */
static int
sentence_rows(const struct log_screen *l, const char *text, int cols)
{
	int width = draw_width(&l->s.p, text);

	return width <= cols ? 1 : 1 + width / (cols - 10);
}

int
log_rows(const struct log_screen *l, int cols)
{
	int rows = parts(l, 0, cols, false);

	if (says(l))
		rows += sentence_rows(l, l->q.say, cols);
	return rows < 1 ? 1 : rows > MOST_ROWS ? MOST_ROWS : rows;
}

void
log_draw(struct screen *s)
{
	struct log_screen *l = (struct log_screen *)s;
	int x, y = 1, at;

	x = draw_text(&s->p, 0, 0, s->cols, ROLE_TITLE, PROMPT);
	if (*l->schools) {
		x += draw_fmt(&s->p, 0, x, s->cols / 2, ROLE_MUTED, "[%s]",
		    l->schools);
		x++;
	}
	at = line_draw(&l->line, &s->p, 0, x, s->cols - x, ROLE_TYPED);
	if (l->q.nparts)
		y += parts(l, y, s->cols, true);
	else if (!*l->line.text)
		draw_text(&s->p, 1, 0, s->cols, ROLE_MUTED, l->nschools ?
		    "employer; type; y10 24; 60m; yesterday" :
		    "school; employer; type; y10 24; 60m; yesterday");
	if (says(l) && y < s->rows)
		draw_wrap(&s->p, y, 0, s->rows - y, s->cols,
		    l->q.state == QUICK_REFUSED ? ROLE_MUTED : ROLE_WARN,
		    l->q.say);
	draw_cursor(&s->p, 0, x + at);
}
