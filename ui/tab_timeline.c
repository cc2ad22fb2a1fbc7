/* tab_timeline.c - everything that happened with a school or in a case, by day.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A filter looks at the words of what was read; older days are read while no
 * key waits until the screen is full of what fits.
 */
#include <stdlib.h>
#include <string.h>

#include "app/timeline.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "ui/command.h"
#include "ui/cursor.h"
#include "ui/dialog.h"
#include "ui/keymap.h"
#include "ui/statusbar.h"
#include "ui/tabs.h"
#include "ui/years.h"

#define PAGE 80			/* encounters read at first */

struct timeline_tab {
	struct tab	 t;
	struct timeline	 line;
	size_t		*fits;		/* events that the filter shows */
	size_t		 n;		/* so many */
	size_t		 at, top, limit;
	bool		 whole;		/* all there are were read */
	int		 year;		/* that is looked at */
	char		*filter;	/* as typed, "" none */
};

/* --- reading and filtering ----------------------------------------------- */

/* Does each word stand somewhere in what the line shows? */
static bool
fits(const struct event *v, const struct strs *words)
{
	char day[24] = "", *all, *plain;
	bool good = true;
	size_t i;

	if (v->day != DAY_NONE)
		day_long(v->day, day);
	all = xasprintf("%s %s %s %s", day, v->kind, v->text, v->state);
	plain = utf8_fold(all);
	for (i = 0; i < words->n && good; i++)
		good = strstr(plain, words->v[i]) != NULL;
	free(plain);
	free(all);
	return good;
}

static void
apply(struct timeline_tab *l)
{
	struct strs words = {0};
	char *plain = utf8_fold(l->filter);
	size_t i;

	str_words(&words, plain);
	free(plain);
	free(l->fits);
	l->fits = xcalloc(l->line.n + 1, sizeof *l->fits);
	for (l->n = i = 0; i < l->line.n; i++)
		if (!words.n || fits(&l->line.v[i], &words))
			l->fits[l->n++] = i;
	strs_clear(&words);
	l->at = cursor_within(l->at, l->n);
}

static enum status
timeline_read_all(struct timeline_tab *l, struct err *e)
{
	struct timeline_ask ask = {*l->t.info->extra, DAY_NONE, DAY_NONE,
	    l->limit};
	struct timeline now;
	enum status st;

	if (years_other(l->t.ui))
		ask.last = year_last_day(years_chosen(l->t.ui));
	if (years_other(l->t.ui) && ask.only_cpd)
		ask.first = year_first_day(years_chosen(l->t.ui));
	st = timeline_of(l->t.ui->app, l->t.row->ent, l->t.row->id, &ask, &now,
	    e);
	if (st)
		return st;
	timeline_clear(&l->line);
	l->line = now;
	l->whole = now.n < l->limit;
	apply(l);
	return ST_OK;
}

static enum status
timeline_open(struct tab *t, struct err *e)
{
	struct timeline_tab *l = (struct timeline_tab *)t;

	l->limit = PAGE;
	l->year = years_chosen(t->ui);
	l->filter = xstrdup("");
	return timeline_read_all(l, e);
}

static void
timeline_close(struct tab *t)
{
	struct timeline_tab *l = (struct timeline_tab *)t;

	timeline_clear(&l->line);
	free(l->fits);
	free(l->filter);
}

/* Twice as much as before; false when that is all or cannot be read. */
static bool
read_on(struct timeline_tab *l)
{
	struct err e = {0};

	if (l->whole)
		return false;
	l->limit *= 2;
	if (!timeline_read_all(l, &e))
		return true;
	if (e.st != ST_BUSY)
		say_err(l->t.ui, &e);
	l->limit /= 2;
	return false;
}

/* --- painting ------------------------------------------------------------ */

static void
draw_event(const struct timeline_tab *l, int y, size_t i)
{
	const struct event *v = &l->line.v[l->fits[i]];
	const struct paint *p = &l->t.s->p;
	int cols = l->t.cols;
	char day[24] = "?";

	if (v->day != DAY_NONE)
		day_long(v->day, day);
	if (i == l->at)
		draw_text(p, y, 0, 1, ROLE_TEXT, ">");
	draw_text(p, y, 2, 15, i == l->at ? ROLE_CHOSEN : ROLE_MUTED, day);
	draw_text(p, y, 19, 9, ROLE_MUTED, v->kind);
	draw_text(p, y, 30, cols - 30 - (cols < 76 ? 0 : 12), ROLE_TEXT,
	    v->text);
	if (cols >= 76)
		draw_right(p, y, cols - 11, 11, ROLE_MUTED, v->state);
}

static const char *
why_empty(const struct timeline_tab *l)
{
	bool cpd = *l->t.info->extra, other = years_other(l->t.ui);

	if (*l->filter)
		return "Nothing fits the filter. Esc takes it off.";
	if (other)
		return cpd ? "Nobody of this school was booked on a session "
		    "of that year." : "Nothing was logged here by the end of "
		    "that year.";
	return cpd ? "Nobody of this school is booked on a session; g p shows "
	    "the sessions." : "Nothing has happened here yet; l logs the "
	    "first.";
}

static void
draw_none(const struct timeline_tab *l, int y)
{
	draw_text(&l->t.s->p, y + 1, 2, l->t.cols - 4, ROLE_TEXT,
	    why_empty(l));
	draw_cursor(&l->t.s->p, y + 1, 0);
}

static void
timeline_draw(struct tab *t, int y)
{
	struct timeline_tab *l = (struct timeline_tab *)t;
	size_t i;
	int row;

	if (!l->n) {
		draw_none(l, y);
		return;
	}
	l->top = cursor_top(l->top, l->at, l->n, t->rows);
	for (row = 0; row < t->rows; row++) {
		i = l->top + (size_t)row;
		if (i < l->n)
			draw_event(l, y + row, i);
	}
	draw_cursor(&t->s->p, y + (int)(l->at - l->top), 0);
}

static void
timeline_right(const struct tab *t, struct buf *out)
{
	const struct timeline_tab *l = (const struct timeline_tab *)t;

	if (*l->filter)
		buf_addf(out, "/%s  %zu of %zu%s", l->filter, l->n,
		    l->line.n, l->whole ? "" : "+");
}

static bool
timeline_has_row(const struct tab *t)
{
	return ((const struct timeline_tab *)t)->n > 0;
}

/* --- requests ------------------------------------------------------------ */

static void
walk(struct timeline_tab *l, enum request r)
{
	size_t rows = l->t.rows > 0 ? (size_t)l->t.rows : 1;

	if (r == REQ_END)		/* of all, not of what was read */
		while (read_on(l))
			continue;
	cursor_move(&l->at, l->n, l->t.rows, r);
	while (l->at + rows >= l->n && !*l->filter && read_on(l))
		continue;
	l->at = cursor_within(l->at, l->n);
}

static void
on_typing(struct ui *ui, void *arg, const char *text)
{
	struct timeline_tab *l = arg;

	(void)ui;
	free(l->filter);
	l->filter = xstrdup(text);
	l->at = l->top = 0;
	apply(l);
}

static bool
on_filter(struct ui *ui, void *arg, const char *text)
{
	struct timeline_tab *l = arg;

	if (!text || !str_eq(text, l->filter))
		on_typing(ui, arg, text ? text : "");
	return true;
}

static enum request
timeline_request(struct tab *t, enum request r)
{
	struct timeline_tab *l = (struct timeline_tab *)t;
	const struct event *v;

	switch (r) {
	case REQ_UP: case REQ_DOWN: case REQ_PAGE_UP: case REQ_PAGE_DOWN:
	case REQ_HOME: case REQ_END:
		walk(l, r);
		return REQ_NONE;
	case REQ_OPEN:
		if (!l->n)
			return REQ_NONE;
		v = &l->line.v[l->fits[l->at]];
		if (!v->id)
			say(t->ui, "This is of the case itself; %s changes it.",
			    keymap_shown(t->ui->keymap, REQ_EDIT));
		else if (v->filter)
			command_drill(t->ui, v->ent, v->filter, v->text);
		else
			command_open(t->ui, v->ent, v->id);
		return REQ_NONE;
	case REQ_FILTER:
		dialog_filter(t->ui, l->filter, on_filter, on_typing, l);
		return REQ_NONE;
	case REQ_ESCAPE:
		if (!*l->filter)
			return r;
		on_typing(t->ui, l, "");
		return REQ_NONE;
	default:
		return r;
	}
}

static void
timeline_refresh(struct tab *t, bool own)
{
	struct timeline_tab *l = (struct timeline_tab *)t;
	struct err e = {0};

	(void)own;
	if (l->year != years_chosen(t->ui))
		l->at = l->top = 0;
	l->year = years_chosen(t->ui);
	if (timeline_read_all(l, &e) &&
	    e.st != ST_BUSY)
		say_err(t->ui, &e);
}

/* With a filter: older days until the screen is full or nothing is left. */
static bool
timeline_idle(struct tab *t)
{
	struct timeline_tab *l = (struct timeline_tab *)t;

	return *l->filter && l->at + (size_t)t->rows >= l->n && read_on(l);
}

const struct tab_ops tab_timeline = {
	.size = sizeof(struct timeline_tab), .groups = G_ROW | G_MOVE,
	.filters = true, .open = timeline_open, .close = timeline_close,
	.draw = timeline_draw, .has_row = timeline_has_row,
	.request = timeline_request, .refresh = timeline_refresh,
	.idle = timeline_idle, .right = timeline_right,
};
