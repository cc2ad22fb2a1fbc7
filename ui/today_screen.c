/* today_screen.c - the first screen: the day, what is to close, what comes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/today_screen.h"

#include <stdlib.h>

#include "app/agenda.h"
#include "app/lists.h"
#include "base/date.h"
#include "model/fields.h"
#include "ui/command.h"
#include "ui/cursor.h"
#include "ui/dialog.h"
#include "ui/form_screen.h"
#include "ui/grid_screen.h"
#include "ui/list_actions.h"
#include "ui/list_rows.h"
#include "ui/list_view.h"
#include "ui/menus.h"
#include "ui/stack.h"
#include "ui/statusbar.h"
#include "ui/tick.h"
#include "ui/today_lines.h"

#define AHEAD	28	/* days that count as coming */

/* --- reading ------------------------------------------------------------- */

/* The cursor begins on the first thing that waits to be closed, else on what
 * is late. */
static void
begin_cursor(struct today *t)
{
	static const enum agenda_block first[] = { AG_LATE, AG_TOCLOSE };
	size_t i, k;

	for (k = 0; k < 2; k++)
		for (i = t->n; i-- > 0; )
			if (t->line[i].item >= 0 &&
			    t->line[i].block == first[k])
				t->at = i;
}

static enum status
read_agenda(struct today *t, struct err *e)
{
	struct agenda a = {0};
	bool empty = t->a.n == 0;
	int64_t id = today_id(t);
	enum status st = agenda_read(t->s.app, AHEAD, MOST, &a, e);

	if (st)
		return st;
	agenda_clear(&t->a);
	t->a = a;
	t->counted = t->mine_read = t->since_failed = t->unread = false;
	t->day = t->s.app->today;
	today_lay(t, id);
	if (empty)
		begin_cursor(t);
	return ST_OK;
}

static enum status
today_start(struct screen *s, const void *arg, struct err *e)
{
	struct today *t = (struct today *)s;

	(void)arg;
	since_open(&t->since, s->app);
	return read_agenda(t, e);
}

static void
today_close(struct screen *s)
{
	struct today *t = (struct today *)s;

	agenda_clear(&t->a);
	since_clear(&t->since);
	free(t->line);
	free(t->head);
}

/* A save is painted at once; what it changes here is read after. */
static void
today_changed(struct screen *s)
{
	((struct today *)s)->unread = true;
}

static void
today_tick(struct screen *s)
{
	struct today *t = (struct today *)s;

	t->was_busy = false;
	if (t->day != s->app->today)
		today_changed(s);
}

/* While no key waits, and for no other's save. */
static void
read_again(struct today *t)
{
	struct ui *ui = t->s.ui;
	struct err e = {0};

	lists_stop(t->s.app, rows_key_waits, NULL);
	ui->own_account = true;
	if (read_agenda(t, &e) == ST_BUSY)
		t->was_busy = true;
	else if (e.st && e.st != ST_INTERRUPTED) {
		t->unread = false;
		say_err(ui, &e);
	}
	ui->own_account = false;
	lists_stop(t->s.app, NULL, NULL);
}

/* R is of what the cursor is on: that must be as it is now. */
static bool
is_current(struct today *t, enum request r)
{
	enum req_group g = request_info[r].group;
	struct err e = {0};

	if (!t->unread || g == GROUP_EVERY || g == GROUP_MOVE ||
	    !read_agenda(t, &e))
		return true;
	say_err(t->s.ui, &e);
	return false;
}

/* One reading at a time: a key may wait. */
static bool
today_idle(struct screen *s)
{
	struct today *t = (struct today *)s;
	int64_t id = today_id(t);
	struct err e = {0};
	bool more = false;

	if (t->unread) {
		if (!t->was_busy)
			read_again(t);
		return !t->unread;
	}
	if (!t->counted) {
		if (agenda_count(s->app, &t->a, &more, &e) &&
		    e.st != ST_BUSY)
			say_err(s->ui, &e);
		t->counted = !more || e.st;
	} else if (!t->mine_read) {
		t->mine_read = true;
		if (mine_read(s->app, &t->mine, &e) && e.st != ST_BUSY)
			say_err(s->ui, &e);
	} else if (!today_since_idle(t)) {
		return false;
	}
	today_lay(t, id);
	return true;
}

static void
today_layout(struct screen *s)
{
	struct today *t = (struct today *)s;
	int64_t id = today_id(t);

	today_lay(t, id);
}

/* --- title and hint ---------------------------------------------------- */

static void
today_where(const struct screen *s, struct buf *out)
{
	(void)s;
	buf_add(out, "Today");
}

static void
today_right(const struct screen *s, struct buf *out)
{
	char day[24], year[8];

	day_long(s->app->today, day);
	year_format(year_of_day(s->app->today), year);
	buf_addf(out, "%s  %s  %s", day, s->app->user, year);
}

static const struct agenda_item *
item(const struct screen *s)
{
	const struct today *t = (const struct today *)s;

	return t->at < t->n && t->line[t->at].item >= 0 ?
	    &t->a.v[t->line[t->at].item] : NULL;
}

static void
item_hint(const struct agenda_item *it, struct buf *out)
{
	bool close = it->block == AG_TOCLOSE;

	if (it->ent->no == ENT_cpd)
		buf_add(out, close ? "t opens its attendance list." : "");
	else if (it->ent->no == ENT_encounter)
		buf_add(out, close ? "t closes it with its numbers; z moves "
		    "it to another day." : "");
	else if (it->ent->no == ENT_task)
		buf_add(out, "t: it is done; z moves it to another day.");
	else if (it->ent->no == ENT_notice)
		buf_add(out, it->field == F_notice_date ? "t: it is sent; z "
		    "moves it." : "r asks those who have not answered; z "
		    "moves the day.");
	else if (it->ent->no == ENT_recipient)
		buf_add(out, "t: they have answered; z moves the day.");
	else if (close)
		buf_add(out, "t: it was made; Enter opens it, for minutes "
		    "and a summary.");
	else if (it->field == F_visit_next_contact)
		buf_add(out, "To be in touch again; z moves the day.");
}

static void
today_hint(const struct screen *s, struct buf *out)
{
	const struct today *t = (const struct today *)s;
	const struct agenda_item *it = item(s);

	if (it && app_may_write(s->app, NULL) != ST_OK)
		return;			/* they are what one may not do */
	if (it)
		item_hint(it, out);
	else if (today_is_since(t, t->at))
		buf_add(out, "In records of my schools. Enter shows them.");
	else if (today_is_mine(t, t->at))
		buf_add(out, "Schools I coordinate. Enter opens those of the "
		    "figure.");
	else if (t->n)
		buf_addf(out, "Enter %s%s.", t->sums ? "says of what kinds" :
		    "opens them all as a list", today_head_many(t) ?
		    "; Left and Right choose" : "");
}

/* --- requests ------------------------------------------------------------ */

static bool
today_has_row(const struct screen *s)
{
	return ((const struct today *)s)->n > 0;
}

static const char *
today_why_not(const struct screen *s, enum request r)
{
	const struct agenda_item *it = item(s);

	switch (r) {
	case REQ_OPEN: case REQ_NEW:
		return NULL;
	case REQ_TICK:
		if (it && it->ent->no == ENT_notice &&
		    it->field == F_notice_due)
			return "r asks those who have not answered; t notes "
			    "an answer on its page.";
		if (it && it->ent->no == ENT_visit &&
		    it->field == F_visit_next_contact)
			return "Log the contact with l when it was made; z "
			    "moves the day.";
		/* FALLTHROUGH */
	case REQ_SNOOZE: case REQ_NUMBERS:
		if (it)
			return tick_refused(it->ent, r);
		/* FALLTHROUGH */
	case REQ_EDIT: case REQ_ARCHIVE: case REQ_COPY: case REQ_DUPLICATE:
		return it ? NULL : "Put the cursor on one of them first.";
	case REQ_LEFT: case REQ_RIGHT:
		return today_head_many((const struct today *)s) ||
		    today_is_mine((const struct today *)s,
		    ((const struct today *)s)->at) ?
		    NULL : "There is one figure here.";
	default:
		return NULL;
	}
}

static bool
move_cursor(struct today *t, enum request r)
{
	size_t at = t->at;

	if (!cursor_move(&at, t->n, t->s.rows, r))
		return false;
	at = cursor_within(at, t->n);
	if (t->n && t->line[at].item == BLANK)
		at += at > t->at ? 1 : (size_t)-1;
	t->at = at;
	today_head_come(t);
	today_mine_come(t);
	return true;
}

static void
open_line(struct today *t)
{
	const struct agenda_item *it = item(&t->s);

	if (it)
		command_open(t->s.ui, it->ent, it->id);
	else if (today_is_mine(t, t->at))
		today_mine_open(t);
	else if (today_is_since(t, t->at))
		today_since_open(t);
	else if (today_is_head(t, t->at))
		today_head_open(t);
}

static enum request
today_request(struct screen *s, enum request r)
{
	struct today *t = (struct today *)s;
	const struct agenda_item *it;

	if (!is_current(t, r) || move_cursor(t, r))
		return REQ_NONE;
	it = item(s);
	switch (r) {
	case REQ_OPEN:
		open_line(t);
		return REQ_NONE;
	case REQ_LEFT: case REQ_RIGHT:
		today_head_aside(t, r == REQ_LEFT ? -1 : 1);
		today_mine_aside(t, r == REQ_LEFT ? -1 : 1);
		return REQ_NONE;
	case REQ_NEW:
		form_open(s->ui, entities[ENT_encounter], 0, NULL);
		return REQ_NONE;
	case REQ_SNOOZE:
		if (it)			/* the day it stands there with */
			snooze_records(s->ui, it->ent, &it->id, 1, it->field);
		return REQ_NONE;
	default:
		return it && record_action(s->ui, it->ent, it->id, r) ?
		    REQ_NONE : r;
	}
}

static bool
today_here(const struct screen *s, const struct entity **ent, int64_t *id)
{
	const struct agenda_item *it = item(s);

	if (!it)
		return false;
	*ent = it->ent;
	*id = it->id;
	return true;
}

static const struct screen_ops today_ops = {
	.name = "Today", .size = sizeof(struct today),
	.groups = G_TODAY | G_ROW | G_FIGURE | G_MOVE | G_EVERY,
	.open = today_start, .close = today_close, .layout = today_layout,
	.draw = today_draw, .where = today_where, .right = today_right,
	.hint = today_hint, .why_not = today_why_not,
	.has_row = today_has_row, .request = today_request,
	.data_changed = today_changed, .tick = today_tick,
	.idle = today_idle, .here = today_here,
};

enum status
today_open(struct ui *ui, struct err *e)
{
	return stack_push(ui, &today_ops, NULL, NULL, e);
}
