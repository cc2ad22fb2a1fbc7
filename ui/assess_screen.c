/* assess_screen.c - an assessment answered by one key an item.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * There is no save key: what was answered is saved as one step two seconds
 * after the last key, when a benchmark is left, and with the screen. Coming
 * back one stands on the first item without an answer.
 */
#include "ui/assess_screen.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "model/fields.h"
#include "ui/assess_inner.h"
#include "ui/both_values.h"
#include "ui/command.h"
#include "ui/dialog.h"
#include "ui/form_screen.h"
#include "ui/menus.h"
#include "ui/official_screen.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

#define REST_MS		1000	/* ticks come each second: saved within two */
#define BUSY_MS		10000	/* keys that never rest are saved too */

static struct assess_screen *
self(struct screen *s)
{
	return (struct assess_screen *)s;
}

/* --- reading ------------------------------------------------------------- */

struct ask_arg {
	int64_t		 id;		/* 0: a new one, */
	struct row	*take;		/* … which this row begins */
};

/* What stands beside the items, for the assessment as it is now. */
static enum status
read_log(struct assess_screen *as, struct err *e)
{
	struct assess_log log;
	enum status st = assess_log_read(&as->a, &log, e);

	if (st)
		return st;
	assess_log_clear(&as->log);
	as->log = log;
	ask_make_lines(as);
	return ST_OK;
}

static enum status
ask_start(struct screen *s, const void *arg, struct err *e)
{
	const struct ask_arg *a = arg;
	struct assess_screen *as = self(s);
	int64_t id = a->id;
	enum status st;

	as->at = -1;
	st = a->take ? assess_start(s->app, a->take, &as->a, e) : ST_OK;
	if (!st && a->take)
		st = assess_same(s->app, as->a.mine, &id, e);
	if (!st && id) {
		assess_clear(&as->a);
		st = assess_load(s->app, id, &as->a, e);
	}
	if (!st)
		st = read_log(as, e);
	if (!st)
		ask_stand(as, NULL);
	return st;
}

static void
ask_close(struct screen *s)
{
	struct assess_screen *as = self(s);

	ask_forget(as);
	free(as->line);
	assess_log_clear(&as->log);
	assess_clear(&as->a);
	row_free(as->both_base);
	row_free(as->both_mine);
}

/* As it is stored now, on the same item. */
static enum status
read_again(struct assess_screen *as, struct err *e)
{
	char id[ITEM_NUMBER] = "";
	struct assess now;
	enum status st;

	if (as->at >= 0)
		memcpy(id, ask_item(as)->item->id, sizeof id);
	if (as->a.base) {
		st = assess_load(as->s.app, as->a.base->id, &now, e);
		if (st)
			return st;
		assess_clear(&as->a);
		as->a = now;
		as->at = -1;
		ask_stand(as, id);
		ask_make_lines(as);
	}
	as->stale = false;
	return read_log(as, e);
}

/* What others did meanwhile; what is not saved yet comes first. */
static void
ask_changed(struct screen *s)
{
	struct assess_screen *as = self(s);
	struct err e = {0};

	if (as->own == s->ui->changed)
		return;
	if (as->dirty || as->both_mine) {
		as->stale = true;
		return;
	}
	if (!read_again(as, &e))
		return;
	if (e.st == ST_NOT_FOUND && s->ui->top == s) {
		say_warn(s->ui, "This assessment was taken back meanwhile.");
		stack_pop(s);
	} else if (e.st != ST_BUSY && e.st != ST_NOT_FOUND)
		say_err(s->ui, &e);
}

/* --- saving -------------------------------------------------------------- */

/* Others have chosen other questions: none of those here is meant. */
static void
look_whether_same(struct assess_screen *as)
{
	if (assess_log_fits(&as->log, &as->a))
		return;
	as->stale = true;
	ask_stand(as, NULL);
	ask_make_lines(as);
}

static void
saved(struct assess_screen *as)
{
	struct ui *ui = as->s.ui;
	struct err e = {0};

	as->dirty = as->due = false;
	ui_changed(ui);
	as->own = ui->changed;
	look_whether_same(as);
	if (as->stale && read_again(as, &e) && e.st != ST_BUSY)
		say_err(ui, &e);
	if (as->leaving)
		stack_pop(&as->s);
}

/* Both values were settled in copies, since painting goes on meanwhile. */
static void
on_both(struct ui *ui, void *arg, bool save)
{
	struct assess_screen *as = arg;

	if (save) {
		row_free(as->a.base);
		row_free(as->a.mine);
		as->a.base = as->both_base;
		as->a.mine = as->both_mine;
		assess_again(&as->a);
		look_whether_same(as);
	} else {
		row_free(as->both_base);
		row_free(as->both_mine);
		as->leaving = false;
		say(ui, "Not saved yet; what you answered is still here.");
	}
	as->both_base = as->both_mine = NULL;
	as->typed_at = as->dirty_at = clock_monotonic_ms();
	if (save)
		ask_save(as);
}

bool
ask_save(struct assess_screen *as)
{
	struct clashes clashes = {NULL, 0};
	struct ui *ui = as->s.ui;
	struct err e = {0};
	enum status st;

	as->due = false;
	if (as->both_mine)
		return false;
	if (!as->dirty)
		return true;
	st = assess_save(&as->a, &clashes, &e);
	if (st == ST_CONFLICT && clashes.n) {
		as->both_base = row_copy(as->a.base);
		as->both_mine = row_copy(as->a.mine);
		both_values(ui, "", as->both_base, as->both_mine, &clashes,
		    on_both, as);
	} else if (st) {
		as->typed_at = as->dirty_at = clock_monotonic_ms();
		say_err(ui, &e);
	} else {
		saved(as);
	}
	clashes_clear(&clashes);
	return !st;
}

static void
on_leave(struct ui *ui, void *arg, bool yes)
{
	struct assess_screen *as = arg;

	(void)ui;
	if (yes)
		stack_pop(&as->s);
}

static void
leave(struct assess_screen *as)
{
	if (!ask_take(as))
		return;
	if (!as->dirty) {
		stack_pop(&as->s);
		return;
	}
	as->leaving = true;
	if (ask_save(as) || as->both_mine)
		return;		/* gone, or as soon as both values are settled */
	as->leaving = false;
	dialog_confirm(as->s.ui, "It could not be saved. Leave without what "
	    "is not saved? y n", on_leave, as);
}

static bool
ask_may_leave(struct screen *s)
{
	return ask_take(self(s)) && ask_save(self(s));
}

static void
ask_hangup(struct screen *s)
{
	struct err e = {0};

	if (ask_take(self(s)) && self(s)->dirty &&
	    assess_save(&self(s)->a, NULL, &e))
		log_line("%s", e.text);
}

/* Something lies over this screen: what would have to be asked or said waits
 * until it is gone. */
static void
save_below(struct assess_screen *as)
{
	struct clashes clashes = {NULL, 0};
	struct err e = {0};

	if (as->both_mine)
		return;
	if (assess_save(&as->a, &clashes, &e))
		as->typed_at = as->dirty_at = clock_monotonic_ms();
	else
		saved(as);
	clashes_clear(&clashes);
}

static void
ask_tick(struct screen *s)
{
	struct assess_screen *as = self(s);
	int64_t now = clock_monotonic_ms();

	if (!as->dirty || (now - as->typed_at < REST_MS &&
	    now - as->dirty_at < BUSY_MS))
		return;
	if (s->ui->top == s)
		ask_save(as);
	else
		save_below(as);
}

/* A benchmark was left: saved while no key waits. */
static bool
ask_idle(struct screen *s)
{
	if (self(s)->due && s->ui->top == s)
		ask_save(self(s));
	return false;
}

/* --- requests ------------------------------------------------------------ */

static void
enter(struct assess_screen *as)
{
	if (as->at < 0)
		return;
	if (as->typed[0]) {
		if (ask_take(as))
			ask_go_on(as);
	} else if (!ask_open(as)) {
		ask_go_on(as);
	}
}

/* To the form of eight percentages in place of this screen. */
static void
eight(struct assess_screen *as)
{
	struct ui *ui = as->s.ui;
	int64_t school = as->log.school->id;

	if (!ask_take(as) || !ask_save(as))
		return;
	stack_pop(&as->s);
	official_open(ui, school, NULL);
}

/* What is no question: date, cohort, summary, note. */
static void
record(struct assess_screen *as)
{
	if (!ask_take(as) || !ask_save(as))
		return;
	if (as->a.base)
		form_open(as->s.ui, entities[ENT_assessment], as->a.base->id,
		    NULL);
	else
		say(as->s.ui, "Answer an item first; then there is a record.");
}

static enum request
ask_request(struct screen *s, enum request r)
{
	struct assess_screen *as = self(s);

	if (ask_move(as, r) || ask_answer(as, r))
		return REQ_NONE;
	switch (r) {
	case REQ_ASK_ENTER:
		enter(as);
		break;
	case REQ_ASK_EIGHT:
		eight(as);
		break;
	case REQ_ASK_RECORD:
		record(as);
		break;
	case REQ_ASK_HELP:
		ask_help(as);
		break;
	case REQ_ASK_KEYS:
		help_open(s->ui);
		break;
	case REQ_ASK_LEAVE:
		leave(as);
		break;
	default:
		return r;
	}
	return REQ_NONE;
}

static bool
ask_has_row(const struct screen *s)
{
	return ((const struct assess_screen *)s)->at >= 0;
}

static size_t
ask_schools(const struct screen *s, int64_t *out, size_t max)
{
	if (!max)
		return 0;
	out[0] = ((const struct assess_screen *)s)->log.school->id;
	return 1;
}

static bool
ask_record(const struct screen *s, const struct entity **ent, int64_t *id)
{
	const struct row *base = ((const struct assess_screen *)s)->a.base;

	*ent = base ? base->ent : NULL;
	*id = base ? base->id : 0;
	return base != NULL;
}

static const struct screen_ops ask_ops = {
	.name = "An assessment", .size = sizeof(struct assess_screen),
	.groups = G_ASSESS, .flags = SF_TYPES | SF_EDITS,
	.record = ask_record,
	.open = ask_start, .close = ask_close, .draw = ask_draw,
	.where = ask_where, .right = ask_right, .hint = ask_hint,
	.why_not = ask_why_not, .has_row = ask_has_row,
	.request = ask_request, .key = ask_key, .data_changed = ask_changed,
	.idle = ask_idle, .tick = ask_tick, .may_leave = ask_may_leave,
	.hangup = ask_hangup, .schools = ask_schools,
};

/* Nothing is answered yet and there is one before: is it to be copied? */
static void
show(struct ui *ui, struct ask_arg *a)
{
	struct assess_screen *as;
	struct screen *s;
	struct err e = {0};

	if (stack_push(ui, &ask_ops, a, &s, &e)) {
		say_err(ui, &e);
		return;
	}
	as = self(s);
	if (as->a.score.answered == 0 && !app_may_write(ui->app, &e))
		ask_offer_copy(as);
}

void
assess_open(struct ui *ui, int64_t id)
{
	show(ui, &(struct ask_arg){.id = id});
}

void
assess_new(struct ui *ui, int64_t school, const char *framework)
{
	struct row *row = record_new(ui->app, entities[ENT_assessment]);

	row_set_ref(row, F_assessment_school, "school", school);
	row_set(row, F_assessment_source, "self-assessment");
	if (framework)
		row_set(row, F_assessment_framework, framework);
	show(ui, &(struct ask_arg){.take = row});
}
