/* diary_screen.c - a week of the diary: what is on, what is due, what clashes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/diary_screen.h"

#include <stdlib.h>

#include "base/date.h"
#include "base/mem.h"
#include "model/tables.h"
#include "ui/command.h"
#include "ui/cursor.h"
#include "ui/diary_inner.h"
#include "ui/list_actions.h"
#include "ui/stack.h"
#include "ui/statusbar.h"
#include "ui/tick.h"

static struct diary_screen *
of(struct screen *s)
{
	return (struct diary_screen *)s;
}

/* --- lines --------------------------------------------------------------- */

const struct diary_item *
diary_item_at(const struct diary_screen *d, size_t at)
{
	return at < d->n && d->line[at].item >= 0 ?
	    &d->d.v[d->line[at].item] : NULL;
}

const struct diary_gap *
diary_gap_at(const struct diary_screen *d, size_t at)
{
	return at < d->n && d->line[at].item <= LINE_GAP ?
	    &d->d.gap[LINE_GAP - d->line[at].item] : NULL;
}

static void
add_line(struct diary_screen *d, int day, int item, bool first)
{
	d->line = xreallocarray(d->line, d->n + 1, sizeof *d->line);
	d->line[d->n++] = (struct diary_line){ day, item, first };
}

static void
make_lines(struct diary_screen *d)
{
	size_t i = 0;

	d->n = 0;
	for (int day = d->d.first; day < d->d.first + DIARY_WEEK; day++) {
		bool first = true;

		for (; i < d->d.n && d->d.v[i].day == day; i++) {
			add_line(d, day, (int)i, first);
			first = false;
		}
		if (first && diary_shows(&d->d, day))
			add_line(d, day, LINE_FREE, true);
	}
	if (d->d.ngaps && d->s.rows >= 18)
		add_line(d, DAY_NONE, LINE_BLANK, false);
	for (int g = 0; g < d->d.ngaps; g++)
		add_line(d, DAY_NONE, LINE_GAP - g, g == 0);
	if (d->d.all_gaps > d->d.ngaps)
		add_line(d, DAY_NONE, LINE_MORE, false);
}

/* The first line of DAY, or the last before. */
static void
to_day(struct diary_screen *d, int day)
{
	d->at = 0;
	for (size_t i = 0; i < d->n; i++)
		if (d->line[i].first && d->line[i].day != DAY_NONE &&
		    d->line[i].day <= day)
			d->at = i;
}

static struct stand
stand_of(const struct diary_screen *d)
{
	const struct diary_item *it = diary_item_at(d, d->at);
	struct stand w = { .at = d->at };

	w.day = d->at < d->n ? d->line[d->at].day : DAY_NONE;
	if (it) {
		w.ent = it->ent;
		w.id = it->id;
		w.clash = it->clash;
	}
	return w;
}

/* The line of that record on its day, else wherever it is now; D->n: none. */
static size_t
stand_find(const struct diary_screen *d, const struct stand *w)
{
	size_t found = d->n;

	for (size_t i = 0; w->id && i < d->n; i++) {
		const struct diary_item *it = diary_item_at(d, i);

		if (it && it->id == w->id && it->ent == w->ent &&
		    it->clash == w->clash &&
		    (found == d->n || it->day == w->day))
			found = i;
	}
	return found;
}

/* The same record, else the same line; a record that left the week has the
 * cursor again when it comes back to it before the cursor was moved. */
static void
stand_again(struct diary_screen *d, const struct stand *w)
{
	size_t found = stand_find(d, &d->gone);

	if (found < d->n)
		d->gone = (struct stand){ 0 };
	else if ((found = stand_find(d, w)) == d->n && w->id)
		d->gone = *w;
	d->at = cursor_within(found < d->n ? found : w->at, d->n);
	if (d->line[d->at].item == LINE_BLANK)
		d->at--;
}

/* --- reading ------------------------------------------------------------- */

static enum status
read_week(struct diary_screen *d, int day, enum diary_layer layer,
    struct err *e)
{
	struct diary now;
	enum status st = diary_read(d->s.app, day, layer, &now, e);

	if (st)
		return st;
	diary_clear(&d->d);
	d->d = now;
	d->today = d->s.app->today;
	make_lines(d);
	return ST_OK;
}

static enum status
screen_open(struct screen *s, const void *arg, struct err *e)
{
	struct diary_screen *d = of(s);
	enum status st = read_week(d, s->app->today, DIARY_BOROUGH, e);

	(void)arg;
	if (!st)
		to_day(d, s->app->today);
	return st;
}

static void
screen_close(struct screen *s)
{
	diary_clear(&of(s)->d);
	free(of(s)->line);
}

static void
screen_changed(struct screen *s)
{
	struct diary_screen *d = of(s);
	struct stand w = stand_of(d);
	struct err e = {0};

	if (!read_week(d, d->d.first, d->d.layer, &e))
		stand_again(d, &w);
	else if (e.st != ST_BUSY)
		say_err(s->ui, &e);
}

static void
screen_tick(struct screen *s)
{
	if (of(s)->today != s->app->today)
		screen_changed(s);
}

static void
screen_layout(struct screen *s)
{
	struct diary_screen *d = of(s);
	struct stand w = stand_of(d);

	make_lines(d);
	stand_again(d, &w);
}

static void
screen_right(const struct screen *s, struct buf *out)
{
	const struct diary *d = &((const struct diary_screen *)s)->d;

	buf_addf(out, "%s: %s", diary_layers[d->layer], d->whose);
}

/* In short words where the long ones leave no room for whose week it is. */
static void
screen_where(const struct screen *s, struct buf *out)
{
	const struct diary *d = &((const struct diary_screen *)s)->d;
	struct buf line;

	buf_add(out, "Diary");
	if (stack_main(s->ui) != s)
		return;
	buf_init(&line, BUF_LINE);
	buf_add(&line, out->p);
	buf_add(&line, "   ");
	diary_heading(d, false, &line);
	buf_add(&line, " ");
	screen_right(s, &line);
	if (draw_width(&s->p, line.p) <= s->cols) {
		buf_add(out, "   ");
		diary_heading(d, false, out);
	} else {
		buf_add(out, "  ");
		diary_heading(d, true, out);
	}
	buf_clear(&line);
}

static void
screen_hint(const struct screen *s, struct buf *out)
{
	const struct diary_screen *d = (const struct diary_screen *)s;
	const struct diary_item *it = diary_item_at(d, d->at);
	const struct diary_gap *g = diary_gap_at(d, d->at);

	if (it && it->clash)
		buf_add(out, "Enter opens what it clashes with; z on either "
		    "moves it.");
	else if (g && !g->school)
		buf_add(out, "Nobody was in touch since. Enter opens them.");
	else if (g)
		buf_add(out, "No visit for long and none planned: v plans "
		    "one.");
	else if (d->at < d->n && d->line[d->at].item == LINE_MORE)
		buf_add(out, "Enter opens them all as a list.");
	else if (d->d.cut)
		buf_add(out, "More is on than is shown here; L shows less.");
	else if (!it)
		buf_add(out, "Nothing is on this day; n adds something.");
}

/* --- requests ------------------------------------------------------------ */

static bool
screen_has_row(const struct screen *s)
{
	const struct diary_screen *d = (const struct diary_screen *)s;

	return d->at < d->n && d->line[d->at].item != LINE_FREE;
}

/* Of records that can be ticked and moved, why not this line of it. */
static const char *
why_not_item(const struct diary_item *it, enum request r)
{
	bool next = it->cls == DIARY_DUE && it->ent->no == ENT_visit;

	if (it->clash)
		return "Put the cursor on one of the two first.";
	if (r == REQ_SNOOZE && it->field < 0)
		return it->ent->no == ENT_term ?
		    "Term dates are changed in their form: e." :
		    "It is over; its day is changed in its form: e.";
	if (r == REQ_TICK && next)
		return "A call or visit logged settles it: l or v.";
	return tick_refused(it->ent, r);
}

static const char *
screen_why_not(const struct screen *s, enum request r)
{
	const struct diary_screen *d = (const struct diary_screen *)s;
	const struct diary_item *it = diary_item_at(d, d->at);

	switch (r) {
	case REQ_TICK: case REQ_SNOOZE: case REQ_NUMBERS:
		if (it && it->id)
			return why_not_item(it, r);
		return "Put the cursor on one of them first.";
	case REQ_EDIT: case REQ_ARCHIVE: case REQ_COPY: case REQ_DUPLICATE:
		return it && it->id ? NULL :
		    "Put the cursor on one of them first.";
	default:
		return NULL;
	}
}

static bool
move_cursor(struct diary_screen *d, enum request r)
{
	size_t at = d->at;

	if (!cursor_move(&at, d->n, d->s.rows, r))
		return false;
	at = cursor_within(at, d->n);
	if (d->line[at].item == LINE_BLANK)
		at += at > d->at ? 1 : (size_t)-1;
	d->at = at;
	d->gone = (struct stand){ 0 };
	return true;
}

/* The week BY weeks on, the cursor on the same day of it; 0: this week. */
static void
move_week(struct diary_screen *d, int by)
{
	int today = d->s.app->today, day = today;
	struct err e = {0};

	if (by) {
		day = d->at < d->n && d->line[d->at].day != DAY_NONE ?
		    d->line[d->at].day : d->d.first;
		day += by * DIARY_WEEK;
	}
	if (year_of_day(day) < 1990 || year_of_day(day) > 2099)
		say(d->s.ui, "There is nothing further off.");
	else if (read_week(d, day, d->d.layer, &e))
		say_err(d->s.ui, &e);
	else
		to_day(d, day);
	d->gone = (struct stand){ 0 };
}

static void
next_layer(struct diary_screen *d)
{
	static const char *const says[DIARY_LAYERS] = {
		[DIARY_MINE] = "Mine: my schools and what I own.",
		[DIARY_TEAM] = "The team: all who share a school with me.",
		[DIARY_BOROUGH] = "The boroughs' and everybody's events too.",
	};
	enum diary_layer layer = (d->d.layer + 1) % DIARY_LAYERS;
	struct stand w = stand_of(d);
	struct err e = {0};

	if (read_week(d, d->d.first, layer, &e)) {
		say_err(d->s.ui, &e);
		return;
	}
	stand_again(d, &w);
	say(d->s.ui, "%s", says[layer]);
}

static void
open_line(struct diary_screen *d)
{
	const struct diary_item *it = diary_item_at(d, d->at);
	const struct diary_gap *g = diary_gap_at(d, d->at);
	struct ui *ui = d->s.ui;
	struct buf b;

	if (it && it->id) {
		command_open(ui, it->ent, it->id);
	} else if (it) {
		command_drill(ui, it->ent, NULL, NULL);
	} else if (g && !g->school) {
		command_drill(ui, entities[ENT_visit], DIARY_OVERDUE,
		    "late contacts");
	} else if (g) {
		command_open(ui, entities[ENT_school], g->school);
	} else {
		buf_init(&b, BUF_LINE);
		diary_gap_filter(d->s.app, &b);
		command_drill(ui, entities[ENT_school], b.p, "unplanned");
		buf_clear(&b);
	}
}

static enum request
screen_request(struct screen *s, enum request r)
{
	struct diary_screen *d = of(s);
	const struct diary_item *it = diary_item_at(d, d->at);

	switch (r) {
	case REQ_EARLIER: case REQ_PAGE_UP:
		move_week(d, -1);
		return REQ_NONE;
	case REQ_LATER: case REQ_PAGE_DOWN:
		move_week(d, 1);
		return REQ_NONE;
	case REQ_HOME:
		move_week(d, 0);
		return REQ_NONE;
	case REQ_PLAN_VISIT:
		diary_plan_visit(d);
		return REQ_NONE;
	case REQ_LAYERS:
		next_layer(d);
		return REQ_NONE;
	case REQ_WEEK_FILE:
		diary_write_file(d);
		return REQ_NONE;
	case REQ_OPEN:
		open_line(d);
		return REQ_NONE;
	case REQ_NEW:
		diary_ask_new(d);
		return REQ_NONE;
	case REQ_SNOOZE:
		if (it)
			snooze_records(s->ui, it->ent, &it->id, 1, it->field);
		return REQ_NONE;
	default:
		return move_cursor(d, r) || (it && record_action(s->ui,
		    it->ent, it->id, r)) ? REQ_NONE : r;
	}
}

static bool
screen_here(const struct screen *s, const struct entity **ent, int64_t *id)
{
	const struct diary_screen *d = (const struct diary_screen *)s;
	const struct diary_item *it = diary_item_at(d, d->at);
	const struct diary_gap *g = diary_gap_at(d, d->at);

	if (g ? !g->school : !it || !it->id)
		return false;
	*ent = g ? entities[ENT_school] : it->ent;
	*id = g ? g->school : it->id;
	return true;
}

static const struct screen_ops diary_ops = {
	.name = "Diary", .size = sizeof(struct diary_screen),
	.groups = G_DIARY | G_ROW | G_TIME | G_MOVE | G_EVERY,
	.open = screen_open, .close = screen_close, .layout = screen_layout,
	.draw = diary_draw, .where = screen_where, .right = screen_right,
	.hint = screen_hint, .why_not = screen_why_not,
	.has_row = screen_has_row, .request = screen_request,
	.data_changed = screen_changed, .tick = screen_tick,
	.here = screen_here,
};

void
diary_open(struct ui *ui)
{
	stack_show(ui, &diary_ops, NULL);
}
