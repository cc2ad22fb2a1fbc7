/* today_screen.c - the first screen: the day, what is to close, what comes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/today_screen.h"

#include <stdlib.h>

#include "app/agenda.h"
#include "base/date.h"
#include "base/mem.h"
#include "ui/command.h"
#include "ui/cursor.h"
#include "ui/dialog.h"
#include "ui/form_screen.h"
#include "ui/grid_screen.h"
#include "ui/list_actions.h"
#include "ui/list_view.h"
#include "ui/menus.h"
#include "ui/stack.h"
#include "ui/statusbar.h"
#include "ui/tick.h"
#include "ui/today_lines.h"

#define AHEAD	28	/* days that count as coming */

/* --- reading ------------------------------------------------------------- */

static void
add_line(struct today *t, enum agenda_block block, int item)
{
	t->line = xreallocarray(t->line, t->n + 1, sizeof *t->line);
	t->line[t->n++] = (struct line_of){block, item};
}

static bool
is_blank(const struct today *t, size_t i)
{
	return t->line[i].item == BLANK;
}

/* Lines of a block: as many as let the others be seen without moving. */
static int
lines_of(const struct today *t, int block)
{
	int most = t->s.rows / 4;

	if (t->s.rows == 0 || (block == AG_TODAY && t->s.rows >= 18))
		return MOST;
	return most < 4 ? 4 : most > MOST ? MOST : most;
}

/* What others did since, and how my schools stand. */
static void
add_standing(struct today *t)
{
	bool since = t->since.done && t->since.steps;
	int mine = today_mine_lay(t);

	if ((since || mine) && t->n && t->s.rows >= 18)
		add_line(t, AG_TODAY, BLANK);
	if (since)
		add_line(t, AG_TODAY, SINCE);
	for (int i = 0; i < mine; i++)
		add_line(t, AG_TODAY, MINE - i);
}

/* Blocks with nothing are left out; the day itself needs no heading. What is
 * further off than a week comes last. */
static void
make_lines(struct today *t)
{
	int block = -1, n = 0;
	bool stood = false;
	size_t i;

	t->n = 0;
	for (i = 0; i < t->a.n; i++) {
		if ((int)t->a.v[i].block != block) {
			block = (int)t->a.v[i].block;
			n = 0;
			if (block == AG_COMING) {
				add_standing(t);
				stood = true;
			}
			if (t->n && t->s.rows >= 18)
				add_line(t, t->a.v[i].block, BLANK);
			if (block != AG_TODAY)
				add_line(t, t->a.v[i].block, HEADING);
		}
		if (n++ < lines_of(t, block))
			add_line(t, t->a.v[i].block, (int)i);
	}
	if (!stood)
		add_standing(t);
}

/* The same record, or the line where it was. */
static void
find_cursor(struct today *t, int64_t id)
{
	size_t i;

	for (i = 0; id && i < t->n; i++)
		if (t->line[i].item >= 0 && t->a.v[t->line[i].item].id == id)
			t->at = i;
	if (t->at >= t->n)
		t->at = t->n ? t->n - 1 : 0;
	while (t->n && is_blank(t, t->at) && t->at + 1 < t->n)
		t->at++;
}

/* The cursor begins on the first thing that waits to be closed. */
static void
begin_cursor(struct today *t)
{
	size_t i;

	for (i = t->n; i-- > 0; )
		if (t->line[i].item >= 0 && t->line[i].block == AG_TOCLOSE)
			t->at = i;
}

static enum status
read_agenda(struct today *t, struct err *e)
{
	struct agenda a = {0};
	bool empty = t->a.n == 0;
	enum status st;
	int64_t id = 0;
	int b;

	if (t->at < t->n && t->line[t->at].item >= 0)
		id = t->a.v[t->line[t->at].item].id;
	st = agenda_read(t->s.app, AHEAD, MOST, &a, e);
	if (st)
		return st;
	for (b = 0; b < AG_BLOCKS; b++)		/* until they are counted */
		a.count[b] = t->a.count[b];
	agenda_clear(&t->a);
	t->a = a;
	t->counted = t->mine_read = t->since_failed = false;
	t->day = t->s.app->today;
	make_lines(t);
	find_cursor(t, id);
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
}

static void
today_changed(struct screen *s)
{
	struct err e = {0};

	if (read_agenda((struct today *)s, &e) && e.st != ST_BUSY)
		say_err(s->ui, &e);
}

static void
today_tick(struct screen *s)
{
	if (((struct today *)s)->day != s->app->today)
		today_changed(s);
}

static int64_t
chosen_id(const struct today *t)
{
	return t->at < t->n && t->line[t->at].item >= 0 ?
	    t->a.v[t->line[t->at].item].id : 0;
}

/* One reading at a time: a key may wait. */
static bool
today_idle(struct screen *s)
{
	struct today *t = (struct today *)s;
	int64_t id = chosen_id(t);
	struct err e = {0};

	if (!t->counted) {
		t->counted = true;
		if (agenda_counts(s->app, AHEAD, &t->a, &e) &&
		    e.st != ST_BUSY)
			say_err(s->ui, &e);
	} else if (!t->mine_read) {
		t->mine_read = true;
		if (mine_read(s->app, &t->mine, &e) && e.st != ST_BUSY)
			say_err(s->ui, &e);
	} else if (!today_since_idle(t)) {
		return false;
	}
	make_lines(t);
	find_cursor(t, id);
	return true;
}

static void
today_layout(struct screen *s)
{
	struct today *t = (struct today *)s;
	int64_t id = chosen_id(t);

	make_lines(t);
	find_cursor(t, id);
}

/* Is the cursor on a heading that counts CPD sessions? */
static bool
has_cpd(const struct today *t)
{
	const struct line_of *l = t->at < t->n ? &t->line[t->at] : NULL;

	return l && l->item == HEADING && t->a.cpd[l->block];
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
today_hint(const struct screen *s, struct buf *out)
{
	const struct today *t = (const struct today *)s;
	const struct agenda_item *it = item(s);

	if (it && it->block == AG_TOCLOSE)
		buf_add(out, it->ent->no == ENT_cpd ?
		    "t opens its attendance list." :
		    "t closes it with its numbers; z moves it to another day.");
	else if (today_is_since(t, t->at))
		buf_add(out, "In records of my schools. Enter shows them.");
	else if (today_is_mine(t, t->at))
		buf_add(out, "Schools I coordinate. Enter opens those of the "
		    "figure.");
	else if (!it && t->n)
		buf_addf(out, "Enter opens them all as a list%s.",
		    !has_cpd(t) ? "" : t->on_cpd ? "; Left goes back" :
		    "; Right goes to CPD");
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
	case REQ_TICK: case REQ_SNOOZE: case REQ_EDIT: case REQ_ARCHIVE:
	case REQ_COPY: case REQ_DUPLICATE: case REQ_NUMBERS:
		return it ? NULL : "Put the cursor on one of them first.";
	case REQ_LEFT: case REQ_RIGHT:
		return has_cpd((const struct today *)s) || today_is_mine(
		    (const struct today *)s, ((const struct today *)s)->at) ?
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
	if (t->n && is_blank(t, at))
		at += at > t->at ? 1 : (size_t)-1;
	t->at = at;
	t->on_cpd = false;
	today_mine_come(t);
	return true;
}

struct sessions {
	struct agenda	 a;
	enum agenda_block block;
};

static void
on_session(struct ui *ui, void *arg, int n)
{
	struct sessions *c = arg;

	if (n >= 0 && c->block == AG_TOCLOSE)
		attendance_open(ui, c->a.v[n].id);
	else if (n >= 0)
		command_open(ui, c->a.v[n].ent, c->a.v[n].id);
	agenda_clear(&c->a);
	free(c);
}

/* The sessions a heading counts, to choose from. */
static void
open_sessions(struct today *t, enum agenda_block block)
{
	struct sessions *c = xcalloc(1, sizeof *c);
	struct strs choices = {0};
	struct err e = {0};
	char day[24], *title;
	size_t i;

	c->block = block;
	if (agenda_sessions(t->s.app, block, AHEAD, 100, &c->a, &e)) {
		say_err(t->s.ui, &e);
		free(c);
		return;
	}
	for (i = 0; i < c->a.n; i++) {
		day_short(c->a.v[i].day, t->s.app->today, day);
		strs_take(&choices, xasprintf("%s  %s, %s", day,
		    c->a.v[i].title, c->a.v[i].state));
	}
	title = xasprintf("CPD, %s", today_heading(block));
	dialog_choose(t->s.ui, title, "", &choices, 0, on_session, c);
	free(title);
	strs_clear(&choices);
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
	else if (has_cpd(t) && (t->on_cpd || (t->counted &&
	    !t->a.count[t->line[t->at].block])))
		open_sessions(t, t->line[t->at].block);
	else if (t->n)
		command_drill(t->s.ui, entities[ENT_encounter],
		    agenda_filter(t->line[t->at].block),
		    today_heading(t->line[t->at].block));
}

static enum request
today_request(struct screen *s, enum request r)
{
	struct today *t = (struct today *)s;
	const struct agenda_item *it = item(s);
	int64_t id = it ? it->id : 0;

	if (move_cursor(t, r))
		return REQ_NONE;
	switch (r) {
	case REQ_OPEN:
		open_line(t);
		return REQ_NONE;
	case REQ_LEFT: case REQ_RIGHT:
		t->on_cpd = r == REQ_RIGHT;
		today_mine_aside(t, r == REQ_LEFT ? -1 : 1);
		return REQ_NONE;
	case REQ_NEW:
		form_open(s->ui, entities[ENT_encounter], 0, NULL);
		return REQ_NONE;
	case REQ_TICK:
		tick_records(s->ui, it->ent, &id, 1);
		return REQ_NONE;
	case REQ_NUMBERS:
		numbers_open(s->ui, it->ent, id);
		return REQ_NONE;
	case REQ_SNOOZE:
		snooze_records(s->ui, it->ent, &id, 1);
		return REQ_NONE;
	case REQ_EDIT:
		form_open(s->ui, it->ent, id, NULL);
		return REQ_NONE;
	case REQ_DUPLICATE:
		duplicate_record(s->ui, it->ent, id);
		return REQ_NONE;
	case REQ_ARCHIVE:
		archive_records(s->ui, it->ent, &id, 1);
		return REQ_NONE;
	case REQ_COPY:
		copy_records(s->ui, it->ent, &id, 1);
		return REQ_NONE;
	default:
		return r;
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
