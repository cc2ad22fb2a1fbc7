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

#include "app/may.h"
#include "base/mem.h"
#include "model/fields.h"
#include "ui/assess_inner.h"
#include "ui/command.h"
#include "ui/form_screen.h"
#include "ui/menus.h"
#include "ui/official_screen.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

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

/* A new one that takes ROW, or the stored one of that school and day. */
static enum status
begin(struct assess_screen *as, struct row *take_row, struct err *e)
{
	struct app *app = as->s.app;
	int64_t id = 0;
	enum status st = assess_start(app, take_row, &as->a, e);

	if (!st)
		st = assess_same(app, as->a.mine, &id, e);
	if (!st && id) {
		assess_clear(&as->a);
		st = assess_load(app, id, &as->a, e);
	}
	return st;
}

static struct row *
new_row(struct app *app, int64_t school, const char *framework)
{
	struct row *row = record_new(app, entities[ENT_assessment]);

	row_set_ref(row, F_assessment_school, "school", school);
	row_set(row, F_assessment_source, "self-assessment");
	if (framework)
		row_set(row, F_assessment_framework, framework);
	return row;
}

enum status
ask_begin(struct assess_screen *as, const char *date, const char *framework,
    struct err *e)
{
	struct assess was = as->a;
	struct row *row = new_row(as->s.app, row_ref(was.mine,
	    F_assessment_school), framework);
	enum status st;

	if (date)
		row_set(row, F_assessment_date, date);
	st = begin(as, row, e);
	if (!st && !(st = read_log(as, e))) {
		assess_clear(&was);
		ask_stand(as, NULL);
		return ST_OK;
	}
	assess_clear(&as->a);
	as->a = was;
	return st;
}

static enum status
ask_start(struct screen *s, const void *arg, struct err *e)
{
	const struct ask_arg *a = arg;
	struct assess_screen *as = self(s);
	enum status st;

	as->at = -1;
	as->begun = a->take != NULL;
	st = a->take ? begin(as, a->take, e) :
	    assess_load(s->app, a->id, &as->a, e);
	if (!st && as->begun && !as->a.base)
		st = may_edit(s->app, as->a.mine, e);
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
enum status
ask_read_again(struct assess_screen *as, struct err *e)
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
	if (!ask_read_again(as, &e))
		return;
	if (e.st == ST_NOT_FOUND && s->ui->top == s) {
		say_warn(s->ui, "This assessment was taken back meanwhile.");
		stack_pop(s);
	} else if (e.st != ST_BUSY && e.st != ST_NOT_FOUND)
		say_err(s->ui, &e);
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
		ask_leave(as);
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
	if (!ask_draft_offer(as) && as->a.score.answered == 0 &&
	    !app_may_write(ui->app, &e))
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
	show(ui, &(struct ask_arg){.take = new_row(ui->app, school,
	    framework)});
}
