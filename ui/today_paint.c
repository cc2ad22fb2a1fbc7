/* today_paint.c - the first screen's lines painted.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/today_lines.h"

#include <string.h>

#include "base/date.h"
#include "ui/cursor.h"
#include "ui/list_view.h"

const char *
today_heading(enum agenda_block b)
{
	static const char *const words[AG_BLOCKS] = {
		[AG_TODAY] = "Today", [AG_TOCLOSE] = "To close",
		[AG_WEEK] = "Next 7 days", [AG_COMING] = "Coming",
	};

	return words[b];
}

static void
draw_heading(const struct today *t, int y, size_t i)
{
	const struct paint *p = &t->s.p;
	enum agenda_block b = t->line[i].block;
	bool cpd = i == t->at && t->on_cpd && t->a.cpd[b];
	struct buf n;
	int x;

	buf_init(&n, BUF_LINE);
	buf_addf(&n, "%s ", today_heading(b));
	if (t->counted || t->a.count[b])
		count_text(t->a.count[b] > 1000 ? 1000 : t->a.count[b], &n);
	if (t->a.count[b] > 1000)
		buf_addc(&n, '+');
	x = 1 + draw_text(p, y, 1, t->s.cols - 2,
	    i == t->at && !cpd ? ROLE_CHOSEN : ROLE_TITLE, n.p);
	if (t->a.cpd[b])
		x += 3 + draw_fmt(p, y, x + 3, 9, cpd ? ROLE_CHOSEN :
		    ROLE_TITLE, t->a.cpd[b] < MOST ? "CPD %lld" : "CPD %lld+",
		    (long long)t->a.cpd[b]);
	if (b == AG_TOCLOSE)
		draw_text(p, y, x + 3 > 26 ? x + 3 : 26, t->s.cols - x - 3,
		    ROLE_MUTED, "planned, and the day has passed");
	buf_clear(&n);
}

static void
day_text(const struct today *t, const struct agenda_item *it, char out[24])
{
	int y, m, d;

	if (it->day == t->s.app->today) {
		snprintf(out, 24, "%s", *it->time ? it->time : "today");
	} else if (it->day > t->s.app->today - 7 &&
	    it->day < t->s.app->today + 7) {
		day_long(it->day, out);
		out[strcspn(out + 4, " ") + 4] = '\0';	/* "Thu 19" */
	} else {
		day_to_ymd(it->day, &y, &m, &d);
		day_long(it->day, out);
		snprintf(out, 24, "%2d %.3s", d, strchr(out + 4, ' ') + 1);
	}
}

static void
draw_item(const struct today *t, int y, size_t i)
{
	const struct agenda_item *it = &t->a.v[t->line[i].item];
	const struct paint *p = &t->s.p;
	int cols = t->s.cols, kind = cols < 76 ? 12 : 16;
	int title = 9 + kind + 1, name = cols < 76 ? 22 : 26, who, state;
	char day[24];

	day_text(t, it, day);
	draw_text(p, y, 1, 7, it->block == AG_TOCLOSE ? ROLE_WARN :
	    ROLE_MUTED, day);
	draw_text(p, y, 9, kind, i == t->at ? ROLE_CHOSEN : ROLE_TEXT,
	    it->kind);
	draw_text(p, y, title, name, ROLE_TEXT, it->title);
	who = title + name + 1;
	state = draw_width(p, it->state);
	if (state > cols - who - 1)
		state = cols - who - 1;
	draw_right(p, y, cols - state - 1, state, ROLE_TEXT, it->state);
	if (cols - state - 3 - who >= 6)
		draw_text(p, y, who, cols - state - 3 - who, ROLE_MUTED,
		    it->who);
}

static void
draw_nothing(const struct today *t)
{
	static const char *const lines[] = {
		"Nothing is planned, and nothing waits to be closed.", "",
		"l    log an encounter in one line",
		"g s  the schools: n adds one, I reads the official list",
		"g    where else one can go",
		"o    open any record by words",
		"?    what can be done here",
	};
	size_t i;

	for (i = 0; i < sizeof lines / sizeof lines[0]; i++)
		draw_text(&t->s.p, 1 + (int)i, 2, t->s.cols - 2, i ? ROLE_TEXT
		    : ROLE_MUTED, lines[i]);
	draw_cursor(&t->s.p, 0, 0);
}

void
today_draw(struct screen *s)
{
	struct today *t = (struct today *)s;
	size_t i;
	int y;

	if (!t->n) {
		draw_nothing(t);
		return;
	}
	t->top = cursor_top(t->top, t->at, s->rows);
	if (t->at <= 1)
		t->top = 0;
	for (y = 0; y < s->rows; y++) {
		i = t->top + (size_t)y;
		if (i >= t->n)
			break;
		if (t->line[i].item >= 0)
			draw_item(t, y, i);
		else if (t->line[i].item == HEADING)
			draw_heading(t, y, i);
		else if (today_is_since(t, i))
			today_since_draw(t, y, i);
		else if (today_is_mine(t, i))
			today_mine_draw(t, y, i);
		if (i == t->at)
			draw_text(&s->p, y, 0, 1, ROLE_TEXT, ">");
	}
	draw_cursor(&s->p, (int)(t->at - t->top), 0);
}
