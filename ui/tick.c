/* tick.c - t: a planned encounter is closed with its numbers, a booking came, a
 * visit was made, a task is done, a commitment is kept.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/tick.h"

#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/tasks.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/numbers.h"
#include "model/tables.h"
#include "ui/both_values.h"
#include "ui/claim_deeds.h"
#include "ui/dialog.h"
#include "ui/grid_screen.h"
#include "ui/letters.h"
#include "ui/return_deeds.h"
#include "ui/statusbar.h"

const char *
tick_refused(const struct entity *ent, enum request r)
{
	bool held = ent->no == ENT_encounter || ent->no == ENT_cpd;
	bool asked = ent->no == ENT_notice || ent->no == ENT_recipient;
	bool moved = held || asked || ent->no == ENT_visit ||
	    ent->no == ENT_task;

	if (r == REQ_NUMBERS)
		return held ? NULL : "";
	if (r == REQ_SNOOZE)
		return moved || ent->no == ENT_case || ent->no == ENT_plan ||
		    ent->no == ENT_event || ent->no == ENT_checklist ||
		    ent->no == ENT_commitment ? NULL :
		    "Only what has a day still to come can be moved.";
	if (ent->no == ENT_case)
		return "A case is closed in its form, with the reason.";
	if (ent->no == ENT_target)
		return "A target is reached by its figures; e types one in.";
	return moved || ent->no == ENT_commitment || ent->no == ENT_booking || ent->no == ENT_claim ||
	    ent->no == ENT_return ||
	    ent->no == ENT_pilot || ent->no == ENT_approach ? NULL :
	    "There is nothing to tick here.";
}

void
numbers_open(struct ui *ui, const struct entity *ent, int64_t id)
{
	if (ent->no == ENT_cpd)
		attendance_open(ui, id);
	else
		grid_open(ui, id);
}

static bool
is_open(const struct row *r)
{
	return row_is(r, F_encounter_status, "planned") ||
	    row_is(r, F_encounter_status, "confirmed");
}

static void
say_saved(struct ui *ui, const struct row *r, const char *word)
{
	struct buf title;

	buf_init(&title, BUF_LINE);
	title_text(ui->app, r->ent, r->id, &title);
	say_done_to(ui, title.p, word);
	buf_clear(&title);
	ui_changed(ui);
}

/* One figure for the one line of numbers there is. */
static void
set_came(struct row *r, const char *number)
{
	const struct field *f = &r->ent->fields[F_encounter_years];
	const struct member *m = &row_members(r, F_encounter_years)->m[0];
	const char *v[16];
	size_t i;

	for (i = 0; i < f->set->ncols && i < 16; i++)
		v[i] = m->v[i];
	v[EY_ATTENDED] = number;
	v[EY_ESTIMATED] = NULL;
	set_put(row_members(r, F_encounter_years), f->set, v);
}

static enum status
take_numbers(struct app *app, struct row *r, const char *text, struct err *e)
{
	const struct set *years = row_members(r, F_encounter_years);
	int64_t n;

	if (str_empty(text))
		return ST_OK;		/* delivered, numbers not known yet */
	if (years->n == 1 && str_int(text, 0, 9999, &n)) {
		set_came(r, text);
		return ST_OK;
	}
	return value_parse(app, r, F_encounter_years, text, 0, true, e);
}

struct closing {
	struct row	*base, *mine;	/* MINE: NULL before something is typed */
	char		*label, *text;	/* of the question; what was typed */
};

static void
closing_free(struct closing *c)
{
	row_free(c->base);
	row_free(c->mine);
	free(c->label);
	free(c->text);
	free(c);
}

static bool on_numbers(struct ui *, void *arg, const char *text);
static enum status close_it(struct ui *, struct closing *, struct err *);

static void
ask_again(struct ui *ui, struct closing *c)
{
	dialog_prompt(ui, c->label, c->text ? c->text : "", on_numbers, c);
}

static void
on_both(struct ui *ui, void *arg, bool save)
{
	struct closing *c = arg;
	struct err e = {0};

	if (save && !close_it(ui, c, &e))
		return;
	ask_again(ui, c);
	if (save)
		say_err(ui, &e);
}

/* Saved, or somebody else's numbers are asked about; C is taken over then. */
static enum status
close_it(struct ui *ui, struct closing *c, struct err *e)
{
	struct clashes clashes = {NULL, 0};
	enum status st = record_save(ui->app, c->base, c->mine, &clashes, e);

	if (st == ST_CONFLICT && clashes.n) {
		both_values(ui, "", c->base, c->mine, &clashes, on_both, c);
		st = ST_OK;
	} else if (!st) {
		say_saved(ui, c->mine, "delivered");
		closing_free(c);
	}
	clashes_clear(&clashes);
	return st;
}

static bool
on_numbers(struct ui *ui, void *arg, const char *text)
{
	struct closing *c = arg;
	struct err e = {0};
	enum status st;

	if (!text) {
		say(ui, "It stays planned.");
		closing_free(c);
		return true;
	}
	free(c->text);
	c->text = xstrdup(text);
	row_free(c->mine);
	c->mine = row_copy(c->base);
	row_set(c->mine, F_encounter_status, "delivered");
	st = take_numbers(ui->app, c->mine, c->text, &e);
	if (!st)
		st = close_it(ui, c, &e);
	if (st)
		say_err(ui, &e);
	return !st;
}

/* "Y10 of 90 came: " */
static void
ask_numbers(struct ui *ui, struct row *take_row)
{
	const struct set *years = row_members(take_row, F_encounter_years);
	struct closing *c = xcalloc(1, sizeof *c);
	struct buf label;
	long expected = numbers_pupils(take_row, ui->app->today);

	c->base = take_row;
	buf_init(&label, BUF_LINE);
	if (years->n == 1) {
		buf_add(&label, "How many of ");
		if (expected > 0)
			buf_addf(&label, "the %ld in ", expected);
		year_group_shown(years->m[0].v[EY_GROUP], &label);
		buf_add(&label, " came? Enter alone: not known yet. ");
	} else {
		buf_add(&label, "Who came (Y10 24, Y11 30)? Enter alone: not "
		    "known yet. ");
	}
	c->label = buf_take(&label);
	ask_again(ui, c);
}

/* The field that t changes, and its two states. */
static const struct flip {
	enum entity_no	 ent;
	int		 field;
	const char	*undone, *done;
	const char	*also;		/* counts as not done */
} flips[] = {
	{ ENT_encounter, F_encounter_status, "planned", "delivered",
	    "confirmed" },
	{ ENT_booking, F_booking_status, "booked", "attended",
	    "waiting absent cancelled" },
	{ ENT_visit, F_visit_status, "planned", "done", "" },
	{ ENT_pilot, F_pilot_status, "running", "completed", "" },
	{ ENT_approach, F_approach_status, "asked", "agreed", "no answer" },
	{ ENT_commitment, F_commitment_status, "open", "kept",
	    "under way" },
};

static const struct flip *
flip_of(const struct row *r)
{
	size_t i;

	for (i = 0; i < sizeof flips / sizeof flips[0]; i++)
		if (flips[i].ent == r->ent->no)
			return &flips[i];
	return NULL;
}

/* The other state of one record; false when it has none. */
static bool
flip(struct row *r)
{
	const struct flip *f = flip_of(r);
	const char *now = f ? row_get(r, f->field) : "";

	if (!f)
		return false;
	if (strcmp(now, f->done) == 0)
		row_set(r, f->field, f->undone);
	else if (strcmp(now, f->undone) == 0 || str_in(now, f->also))
		row_set(r, f->field, f->done);
	else
		return false;
	return true;
}

/* "A cancelled encounter cannot be ticked." */
static void
say_refused(struct ui *ui, const struct row *r)
{
	const struct flip *f = flip_of(r);

	if (f)
		say(ui, "A %s %s cannot be ticked.", row_get(r, f->field),
		    r->ent->id);
	else
		say(ui, "There is nothing to tick here.");
}

static void
flip_one(struct ui *ui, struct row *base)
{
	struct row *mine = row_copy(base);
	struct err e = {0};

	if (!flip(mine))
		say_refused(ui, base);
	else if (record_save(ui->app, base, mine, NULL, &e))
		say_err(ui, &e);
	else
		say_saved(ui, mine, row_get(mine, flip_of(mine)->field));
	row_free(mine);
}

static void
tick_one(struct ui *ui, const struct entity *ent, int64_t id)
{
	struct row *r;
	struct err e = {0};

	if (record_load(ui->app, ent, id, &r, &e)) {
		say_err(ui, &e);
		return;
	}
	if (ent->no == ENT_approach) {
		approach_answer(ui, r);
		row_free(r);
		return;
	}
	if (ent->no == ENT_encounter && is_open(r)) {
		if (row_day(r, F_encounter_date) != DAY_NONE &&
		    row_day(r, F_encounter_date) > ui->app->today) {
			say(ui, "It is still to come; N takes the numbers "
			    "that are known.");
			row_free(r);
			return;
		}
		if (row_members(r, F_encounter_schools)->n == 1) {
			ask_numbers(ui, r);
			return;
		}
		row_free(r);
		grid_open(ui, id);
		return;
	}
	flip_one(ui, r);
	row_free(r);
}

/* Done, or, when all of them are over, to be done again. */
static void
tick_tasks(struct ui *ui, const int64_t *id, size_t n)
{
	struct row *r;
	struct buf b;
	struct err e = {0};
	enum status st = ST_OK;
	bool open = false;
	size_t i;

	for (i = 0; i < n && !st && !open; i++) {
		st = record_load(ui->app, entities[ENT_task], id[i], &r, &e);
		if (st)
			break;
		open = !row_is(r, F_task_status, "done") &&
		    !row_is(r, F_task_status, "dropped");
		row_free(r);
	}
	if (!st)
		st = open ? task_tick(ui->app, id, n, &e) :
		    task_untick(ui->app, id, n, &e);
	if (st) {
		say_err(ui, &e);
		return;
	}
	buf_init(&b, BUF_LINE);
	if (n == 1)
		title_text(ui->app, entities[ENT_task], id[0], &b);
	else
		entity_counted(entities[ENT_task], n, &b);
	say_done_to(ui, b.p, open ? "done" : "to do again");
	buf_clear(&b);
	ui_changed(ui);
}

void
tick_records(struct ui *ui, const struct entity *ent, const int64_t *id,
    size_t n)
{
	struct app *app = ui->app;
	struct row *base = NULL, *mine = NULL;
	struct err e = {0};
	enum status st;
	struct buf label;
	size_t i;

	if (ent->no == ENT_cpd) {
		attendance_open(ui, id[0]);
		return;
	}
	if (ent->no == ENT_task) {
		tick_tasks(ui, id, n);
		return;
	}
	if (ent->no == ENT_notice || ent->no == ENT_recipient) {
		letters_tick(ui, ent, id, n);
		return;
	}
	if (ent->no == ENT_return) {
		return_tick(ui, id[0]);
		return;
	}
	if (ent->no == ENT_claim) {
		claim_tick(ui, id[0]);
		return;
	}
	if (n == 1) {
		tick_one(ui, ent, id[0]);
		return;
	}
	st = step_begin(app, &e);
	if (st) {
		say_err(ui, &e);
		return;
	}
	for (i = 0; i < n && !st; i++) {
		st = record_load(app, ent, id[i], &base, &e);
		if (st)
			break;
		mine = row_copy(base);
		if (flip(mine))
			st = record_change(app, base, mine, NULL, &e);
		row_free(base);
		row_free(mine);
	}
	buf_init(&label, BUF_LINE);
	buf_add(&label, "ticked ");
	entity_counted(ent, n, &label);
	st = step_end(app, st, label.p, &e);
	label.p[0] = 'T';
	if (st) {
		say_err(ui, &e);
	} else {
		say(ui, "%s. u takes it back.", label.p);
		ui_changed(ui);
	}
	buf_clear(&label);
}
