/* today_since.c - a block of the first screen: what others did meanwhile.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/today_lines.h"

#include "ui/menus.h"
#include "ui/statusbar.h"

#define ENTER	"Enter shows"

bool
today_is_since(const struct today *t, size_t line)
{
	return line < t->n && t->line[line].item == SINCE;
}

bool
today_since_idle(struct today *t)
{
	struct err e = {0};

	if (t->since.done || t->since_failed)
		return false;
	t->since_failed = since_more(&t->since, &e) != ST_OK;
	if (t->since_failed && e.st != ST_BUSY)
		say_err(t->s.ui, &e);
	return true;
}

void
today_since_draw(const struct today *t, int y, size_t line)
{
	const struct paint *p = &t->s.p;
	int cols = t->s.cols, x;
	struct buf b;

	buf_init(&b, BUF_LINE);
	since_words(&t->since, cols < 76, &b);
	x = 1 + draw_text(p, y, 1, cols - 2, line == t->at ? ROLE_CHOSEN :
	    ROLE_MUTED, b.p);
	if (cols >= 76 && x + 3 + (int)sizeof ENTER <= cols)
		draw_right(p, y, cols - (int)sizeof ENTER,
		    (int)sizeof ENTER - 1, ROLE_MUTED, ENTER);
	buf_clear(&b);
}

/* They are seen now; the line stays until the next start. */
void
today_since_open(struct today *t)
{
	struct history_query q = since_query(&t->since);
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_add(&b, "Since ");
	since_when(&t->since, &b);
	if (history_narrow(t->s.ui, &q, b.p))
		since_seen(t->s.app);
	buf_clear(&b);
}
