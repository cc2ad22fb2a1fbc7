/* today_paint.c - the first screen's lines painted.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/today_lines.h"

#include <string.h>

#include "base/date.h"
#include "model/tables.h"
#include "ui/cursor.h"

static void
day_text(const struct today *t, const struct agenda_item *it, char out[24])
{
	int y, m, d;

	bool ahead = it->block == AG_LATE && !it->late;

	if (it->day == DAY_NONE || ahead) {	/* behind, with a day to come */
		out[0] = '\0';
	} else if (it->day == t->s.app->today) {
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

/* Tasks, cases, reviews, placements, pilots, commitments and targets have a
 * title of their own, which takes the place of kind and school. */
static bool
has_title(const struct agenda_item *it)
{
	return it->ent->no == ENT_task || it->ent->no == ENT_case ||
	    it->ent->no == ENT_plan || it->ent->no == ENT_placement ||
	    it->ent->no == ENT_pilot || it->ent->no == ENT_commitment ||
	    it->ent->no == ENT_target;
}

/* What is said at the right: the key that helps, on a visit to come. */
static const char *
state_of(const struct today *t, const struct agenda_item *it, size_t i)
{
	bool visit = it->ent->no == ENT_visit && !*it->state;

	return visit && i == t->at ? "b brief" : it->state;
}

static void
draw_item(const struct today *t, int y, size_t i)
{
	const struct agenda_item *it = &t->a.v[t->line[i].item];
	const struct paint *p = &t->s.p;
	const char *said = state_of(t, it, i);
	int cols = t->s.cols, kind = cols < 76 ? 12 : 16;
	int title = 9 + kind + 1, name = cols < 76 ? 22 : 26, who, state;
	enum role role = i == t->at ? ROLE_CHOSEN : ROLE_TEXT;
	char day[24];

	day_text(t, it, day);
	draw_text(p, y, 1, 7, it->block == AG_TOCLOSE || it->late ?
	    ROLE_WARN : ROLE_MUTED, day);
	if (has_title(it)) {
		draw_text(p, y, 9, kind + 1 + name, role, it->title);
	} else {
		draw_text(p, y, 9, kind, role, it->kind);
		draw_text(p, y, title, name, ROLE_TEXT, it->title);
	}
	who = title + name + 1;
	state = draw_width(p, said);
	if (state > cols - who - 1)
		state = cols - who - 1;
	draw_right(p, y, cols - state - 1, state, it->late ? ROLE_WARN :
	    ROLE_TEXT, said);
	if (cols - state - 3 - who >= 6)
		draw_text(p, y, who, cols - state - 3 - who, ROLE_MUTED,
		    it->who);
}

static void
draw_nothing(const struct today *t)
{
	static const char *const lines[] = {
		"Nothing is planned, late or due.", "",
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
	t->top = cursor_top(t->top, t->at, t->n, s->rows);
	if (t->at <= 1)
		t->top = 0;
	for (y = 0; y < s->rows; y++) {
		i = t->top + (size_t)y;
		if (i >= t->n)
			break;
		if (t->line[i].item >= 0)
			draw_item(t, y, i);
		else if (today_is_head(t, i))
			today_head_draw(t, y, i);
		else if (today_is_since(t, i))
			today_since_draw(t, y, i);
		else if (today_is_mine(t, i))
			today_mine_draw(t, y, i);
		if (i == t->at)
			draw_text(&s->p, y, 0, 1, ROLE_TEXT, ">");
	}
	draw_cursor(&s->p, (int)(t->at - t->top), 0);
}
