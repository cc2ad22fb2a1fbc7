/* official_screen.c - the eight percentages of an official result, typed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made for copying the results of many schools: digits and Tab or a blank,
 * Ctrl-N saves and goes on to the next school of the list, with the same day.
 */
#include "ui/official_screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/may.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "model/fields.h"
#include "ui/both_values.h"
#include "ui/dialog.h"
#include "ui/keymap.h"
#include "ui/menus.h"
#include "ui/official_inner.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

struct official_arg {
	int64_t		 school, id;
	struct screen	*from;
};

static struct official_screen *
self(struct screen *s)
{
	return (struct official_screen *)s;
}

/* --- the cell ------------------------------------------------------------ */

void
official_go_to(struct official_screen *os, int cell)
{
	char text[24];

	os->cell = cell;
	os->fresh = true;
	official_cell_text(os, cell, text);
	line_set(&os->line, cell == DAY_CELL ? text + 4 : text);
}

enum status
official_read(struct official_screen *os, int64_t school, int day,
    struct err *e)
{
	struct official now;
	enum status st = official_of(os->s.app, school, day, &now, e);
	struct buf b;

	if (st)
		return st;
	official_clear(&os->o);
	os->o = now;
	os->school = school;
	os->day = day;
	buf_init(&b, BUF_LINE);
	title_text(os->s.app, entities[ENT_school], school, &b);
	free(os->name);
	os->name = buf_take(&b);
	return ST_OK;
}

bool
official_is_changed(const struct official_screen *os)
{
	int f;

	if (os->o.now.base)
		return assess_changed(&os->o.now);
	for (f = 1; f <= BENCHMARKS; f++)
		if (os->o.now.percent[f - 1] >= 0)
			return true;
	return false;
}

/* Another day is another result: what was typed goes with it. */
static enum status
take_day(struct official_screen *os, const char *text, struct err *e)
{
	char typed[BENCHMARKS + 1][16] = {""};
	bool carry = official_is_changed(os);
	enum status st;
	int day, bm;

	st = date_parse(text, os->s.app->today, DATE_LAST, &day, e);
	if (st || day == os->day)
		return st;
	for (bm = 1; bm <= BENCHMARKS; bm++)
		if (carry && os->o.now.percent[bm - 1] >= 0)
			snprintf(typed[bm], sizeof typed[bm], "%d",
			    os->o.now.percent[bm - 1]);
	st = official_read(os, os->school, day, e);
	for (bm = 1; bm <= BENCHMARKS && !st; bm++)
		if (*typed[bm])
			st = official_put(&os->o, bm, typed[bm], e);
	return st;
}

/* What stands in the cell; false when it cannot be (said). */
static bool
take(struct official_screen *os)
{
	struct err e = {0};
	enum status st;

	if (os->fresh)
		return true;
	st = os->cell == DAY_CELL ? take_day(os, os->line.text, &e) :
	    official_put(&os->o, os->cell, os->line.text, &e);
	if (st)
		say_err(os->s.ui, &e);
	else
		os->fresh = true;
	return !st;
}

static void
move_by(struct official_screen *os, int dir)
{
	int n = BENCHMARKS + 1;

	if (take(os))
		official_go_to(os, (os->cell + n + dir) % n);
}

/* --- saving, leaving ----------------------------------------------------- */

static void save(struct official_screen *, bool on);

static void
on_both(struct ui *ui, void *arg, bool yes)
{
	struct official_screen *os = arg;

	if (!yes) {
		say(ui, "Nothing was saved; what you typed is still here.");
		return;
	}
	assess_again(&os->o.now);
	save(os, os->on);
}

static void
next_school(struct official_screen *os, const char *done)
{
	struct ui *ui = os->s.ui;
	struct err e = {0};
	int64_t id;

	id = os->from->ops->neighbour(os->from, os->school, 1);
	if (!id) {
		say_good(ui, "%s That was the last of the list.", done);
		stack_pop(&os->s);
	} else if (official_read(os, id, os->day, &e)) {
		say_err(ui, &e);
		stack_pop(&os->s);
	} else {
		official_go_to(os, 1);
		say_good(ui, "%s", done);
		official_draft_offer(os);
	}
}

static void
saved(struct official_screen *os)
{
	struct ui *ui = os->s.ui;
	char *done;

	done = xasprintf("%s: %s, %d of %d achieved.", step_last(ui->app) ?
	    "Saved" : "Unchanged", os->name, os->o.now.achieved, BENCHMARKS);
	official_draft_drop(os);
	ui_changed(ui);
	if (os->on) {
		next_school(os, done);
	} else {
		say_done(ui, done);
		stack_pop(&os->s);
	}
	free(done);
}

/* Somebody made the result of that day meanwhile: what is typed here stands
 * beside theirs, as if it had been there empty. */
static bool
beside_theirs(struct official_screen *os)
{
	struct official now;
	struct err e = {0};
	int bm;

	if (os->o.now.base || official_of(os->s.app, os->school, os->day, &now,
	    &e))
		return false;
	for (bm = 0; bm < BENCHMARKS && now.now.base; bm++) {
		int f = F_assessment_bm1 + bm;
		const char *typed = row_get(os->o.now.mine, f);

		if (!*typed)
			continue;
		row_set(now.now.base, f, "");
		row_set(now.now.mine, f, typed);
	}
	if (!now.now.base) {
		official_clear(&now);
		return false;
	}
	assess_again(&now.now);
	official_clear(&os->o);
	os->o = now;
	return true;
}

static void
save(struct official_screen *os, bool on)
{
	struct clashes clashes = {NULL, 0};
	struct ui *ui = os->s.ui;
	struct err e = {0};
	enum status st;

	os->on = on && os->from;
	if (!take(os))
		return;
	st = official_save(&os->o, &clashes, &e);
	if (st == ST_CONFLICT && !clashes.n && beside_theirs(os))
		st = official_save(&os->o, &clashes, &e);
	if (st == ST_CONFLICT && clashes.n)
		both_values(ui, os->name, os->o.now.base, os->o.now.mine,
		    &clashes, on_both, os);
	else if (st)
		say_err(ui, &e);
	else
		saved(os);
	clashes_clear(&clashes);
}

static void
on_leave(struct ui *ui, void *arg, int n)
{
	struct official_screen *os = arg;

	(void)ui;
	if (n == 0)
		save(os, false);
	if (n != 1)
		return;
	official_draft_drop(os);
	stack_pop(&os->s);
}

static void
leave(struct official_screen *os)
{
	struct strs choices = {0};

	if (!take(os))
		return;
	if (!official_is_changed(os)) {
		stack_pop(&os->s);
		return;
	}
	strs_add(&choices, "save them");
	strs_add(&choices, "throw them away");
	strs_add(&choices, "go on typing");
	dialog_choose(os->s.ui, "Not saved", "These percentages are not saved "
	    "yet.", &choices, 0, on_leave, os);
	strs_clear(&choices);
}

/* --- keys ---------------------------------------------------------------- */

static bool
official_key(struct screen *s, int key)
{
	struct official_screen *os = self(s);

	if (key == KEY_CODE(KEY_LEFT) && os->fresh && os->cell) {
		move_by(os, -1);
		return true;
	}
	if (key == ' ' && os->cell != DAY_CELL) {
		move_by(os, 1);
		return true;
	}
	if (os->cell != DAY_CELL && key_is_text(key) &&
	    !(key >= '0' && key <= '9') && key != '-' && key != '?') {
		say(s->ui, "Only digits stand here; - when it is not known.");
		return true;
	}
	if (os->fresh && key_is_text(key))
		line_set(&os->line, "");
	if (!line_key(&os->line, key))
		return false;
	os->fresh = false;
	keep_typed(&os->keep);
	return true;
}

static enum request
official_request(struct screen *s, enum request r)
{
	struct official_screen *os = self(s);

	switch (r) {
	case REQ_FORM_NEXT: case REQ_FORM_DOWN:
		move_by(os, 1);
		break;
	case REQ_FORM_PREV: case REQ_FORM_UP:
		move_by(os, -1);
		break;
	case REQ_FORM_ENTER:
		if (os->cell == BENCHMARKS)
			save(os, false);
		else
			move_by(os, 1);
		break;
	case REQ_FORM_CLEAR:
		line_set(&os->line, "");
		os->fresh = false;
		break;
	case REQ_FORM_SAVE:
		save(os, false);
		break;
	case REQ_FORM_AGAIN:
		save(os, true);
		break;
	case REQ_FORM_HELP:
		help_open(s->ui);
		break;
	case REQ_FORM_LEAVE:
		leave(os);
		break;
	default:
		return r;
	}
	return REQ_NONE;
}

static const char *
official_why_not(const struct screen *s, enum request r)
{
	if (r == REQ_FORM_AGAIN &&
	    !((const struct official_screen *)s)->from)
		return "It was not opened from a list of schools.";
	return r == REQ_FORM_BREAK || r == REQ_FORM_PGDN ||
	    r == REQ_FORM_PGUP ? "" : NULL;
}

/* --- the screen ---------------------------------------------------------- */

static enum status
official_start(struct screen *s, const void *arg, struct err *e)
{
	const struct official_arg *a = arg;
	struct official_screen *os = self(s);
	enum status st = app_may_write(s->app, e);
	int64_t school = a->school;
	struct row *row;
	int day = official_day(s->app);

	line_init(&os->line, 32, "");
	os->from = a->from;
	if (!st && a->id) {
		st = record_load(s->app, entities[ENT_assessment], a->id,
		    &row, e);
		if (st)
			return st;
		school = row_ref(row, F_assessment_school);
		day = row_day(row, F_assessment_date);
		row_free(row);
	}
	if (!st)
		st = official_read(os, school, day, e);
	if (!st)
		st = may_edit(s->app, os->o.now.mine, e);
	if (!st)
		official_go_to(os, 1);
	return st;
}

static void
official_close(struct screen *s)
{
	struct official_screen *os = self(s);

	official_clear(&os->o);
	line_clear(&os->line);
	free(os->name);
}

static void
official_tick(struct screen *s)
{
	struct official_screen *os = self(s);

	if (keep_due(&os->keep))
		official_draft_keep(os);
}

static void
official_hangup(struct screen *s)
{
	if (take(self(s)) && official_is_changed(self(s)))
		official_draft_keep(self(s));
}

static bool
official_may_leave(struct screen *s)
{
	official_hangup(s);
	return true;
}

/* Others saved: theirs is shown while nothing is typed here. */
static void
official_changed(struct screen *s)
{
	struct official_screen *os = self(s);
	struct err e = {0};

	if (!os->fresh || official_is_changed(os))
		return;
	if (!official_read(os, os->school, os->day, &e))
		official_go_to(os, os->cell);
	else if (e.st != ST_BUSY)
		say_err(s->ui, &e);
}

/* The result of that day; before there is one, the school. */
static bool
official_record(const struct screen *s, const struct entity **ent,
    int64_t *id)
{
	const struct official_screen *os = (const struct official_screen *)s;
	const struct row *base = os->o.now.base;

	*ent = base ? base->ent : entities[ENT_school];
	*id = base ? base->id : os->school;
	return true;
}

static const struct screen_ops official_ops = {
	.name = "Compass result", .size = sizeof(struct official_screen),
	.groups = G_FORM, .flags = SF_TYPES | SF_EDITS,
	.record = official_record,
	.open = official_start, .close = official_close,
	.draw = official_draw, .where = official_where,
	.hint = official_hint, .why_not = official_why_not,
	.request = official_request, .key = official_key,
	.data_changed = official_changed, .tick = official_tick, .hangup = official_hangup,
	.may_leave = official_may_leave,
};

static void
show(struct ui *ui, const struct official_arg *a)
{
	struct screen *s;
	struct err e = {0};

	if (stack_push(ui, &official_ops, a, &s, &e))
		say_err(ui, &e);
	else
		official_draft_offer(self(s));
}

void
official_open(struct ui *ui, int64_t school, struct screen *from)
{
	struct official_arg a = {.school = school, .from = from};

	show(ui, &a);
}

void
official_edit(struct ui *ui, int64_t id, struct screen *from)
{
	struct official_arg a = {.id = id, .from = from};

	show(ui, &a);
}
