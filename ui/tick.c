/* tick.c - t: a planned encounter is closed with its numbers, a booking came, a
 * task is done.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/tick.h"

#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/numbers.h"
#include "model/tables.h"
#include "ui/dialog.h"
#include "ui/grid_screen.h"
#include "ui/statusbar.h"

const char *
tick_refused(const struct entity *ent, enum request r)
{
	bool held = ent->no == ENT_encounter || ent->no == ENT_cpd;

	if (r == REQ_NUMBERS)
		return held ? NULL : "";
	if (r == REQ_SNOOZE)
		return held ? NULL :
		    "Only what has a day still to come can be moved.";
	return held || ent->no == ENT_booking || ent->no == ENT_task ? NULL :
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
	buf_addf(&title, ": %s", word);
	say_done(ui, title.p);
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
	struct row	*base;
};

static void
closing_free(struct closing *c)
{
	row_free(c->base);
	free(c);
}

static bool
on_numbers(struct ui *ui, void *arg, const char *text)
{
	struct closing *c = arg;
	struct row *mine;
	struct err e = {0};
	enum status st;

	if (!text) {
		say(ui, "It stays planned.");
		closing_free(c);
		return true;
	}
	mine = row_copy(c->base);
	row_set(mine, F_encounter_status, "delivered");
	st = take_numbers(ui->app, mine, text, &e);
	if (!st)
		st = record_save(ui->app, c->base, mine, NULL, &e);
	if (!st)
		say_saved(ui, mine, "delivered");
	row_free(mine);
	if (st) {
		say_err(ui, &e);
		return false;
	}
	closing_free(c);
	return true;
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
	dialog_prompt(ui, label.p, "", on_numbers, c);
	buf_clear(&label);
}

/* The other state of one record; false when it has none. */
static bool
flip(struct row *r)
{
	if (r->ent->no == ENT_encounter) {
		if (!is_open(r) && !row_is(r, F_encounter_status, "delivered"))
			return false;
		row_set(r, F_encounter_status, is_open(r) ? "delivered" :
		    "planned");
		return true;
	}
	if (r->ent->no == ENT_task) {
		row_set(r, F_task_status, row_is(r, F_task_status, "done") ?
		    "open" : "done");
		return true;
	}
	row_set(r, F_booking_status, row_is(r, F_booking_status, "attended") ?
	    "booked" : "attended");
	return true;
}

static void
flip_one(struct ui *ui, struct row *base)
{
	struct row *mine = row_copy(base);
	struct err e = {0};

	if (!flip(mine))
		say(ui, "A %s encounter cannot be ticked.",
		    row_get(base, F_encounter_status));
	else if (record_save(ui->app, base, mine, NULL, &e))
		say_err(ui, &e);
	else
		say_saved(ui, mine, row_get(mine,
		    entity_field(mine->ent, "status")));
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

void
tick_records(struct ui *ui, const struct entity *ent, const int64_t *id,
    size_t n)
{
	struct app *app = ui->app;
	struct row *base = NULL, *mine = NULL;
	struct err e = {0};
	enum status st;
	char *label;
	size_t i;

	if (ent->no == ENT_cpd) {
		attendance_open(ui, id[0]);
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
	label = xasprintf("ticked %zu %s", n, ent->ids);
	st = step_end(app, st, label, &e);
	free(label);
	if (st) {
		say_err(ui, &e);
		return;
	}
	say(ui, "Ticked %zu %s. u takes it back.", n, ent->ids);
	ui_changed(ui);
}
