/* deeds.c - a school goes on as another, the next year is prepared, somebody is
 * covered for.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/deeds.h"

#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/rollover.h"
#include "app/succeed.h"
#include "app/text.h"
#include "app/users.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"
#include "ui/dialog.h"
#include "ui/form_screen.h"
#include "ui/pick_screen.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

bool
deeds_are(enum request r)
{
	return r == REQ_SUCCEED || r == REQ_ROLLOVER || r == REQ_COVER ||
	    r == REQ_PROPOSE;
}

/* A try is a step like any, rolled back. */
static enum status
end_try(struct app *app, enum status st, struct err *e)
{
	if (st)
		return step_end(app, st, "", e);
	st = step_end(app, ST_INTERRUPTED, "", e);
	return st == ST_INTERRUPTED ? ST_OK : st;
}

/* --- a school goes on as another ----------------------------------------- */

struct succeeding {
	struct succeed_ask ask;
	char		*old, *new;	/* what they are called */
};

static void
succeeding_free(struct succeeding *s)
{
	free(s->old);
	free(s->new);
	free(s);
}

static char *
school_name(struct ui *ui, int64_t id)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	title_text(ui->app, &school_entity, id, &b);
	return buf_take(&b);
}

static enum status
do_succeed(struct ui *ui, const struct succeeding *s, struct err *e)
{
	struct succeed_told told = {0};
	struct buf label;
	enum status st = step_begin(ui->app, e);

	if (st)
		return st;
	buf_init(&label, BUF_LINE);
	st = succeed(ui->app, &s->ask, &told, e);
	if (!st)
		succeed_label(ui->app, &s->ask, &told, &label);
	st = step_end(ui->app, st, label.p, e);
	buf_clear(&label);
	succeed_told_clear(&told);
	return st;
}

static void
on_succeed(struct ui *ui, void *arg, bool yes)
{
	struct succeeding *s = arg;
	struct err e = {0};
	char *said;

	if (!yes) {
		say(ui, "Nothing was changed.");
	} else if (do_succeed(ui, s, &e)) {
		say_err(ui, &e);
	} else {
		said = xasprintf("%s goes on as %s", s->old, s->new);
		say_done(ui, said);
		free(said);
		ui_changed(ui);
	}
	succeeding_free(s);
}

/* What it would do, on the day it would be. */
static enum status
try_succeed(struct ui *ui, struct succeeding *s, struct strs *lines,
    struct err *e)
{
	struct succeed_told told = {0};
	char day[24];
	enum status st = step_begin(ui->app, e);

	if (st)
		return st;
	st = succeed(ui->app, &s->ask, &told, e);
	if (!st) {
		day_long(told.day, day);
		strs_take(lines, xasprintf("%s goes on as %s from %s (%s).",
		    s->old, s->new, day, told.kind));
		if (!told.did.n)
			strs_add(lines, "Nothing is going on that would "
			    "move.");
		told_lines(&told.did, NULL, lines);
	}
	succeed_told_clear(&told);
	return end_try(ui->app, st, e);
}

static bool
on_first_day(struct ui *ui, void *arg, const char *text)
{
	struct succeeding *s = arg;
	struct strs lines = {0};
	struct err e = {0};

	if (!text) {
		succeeding_free(s);
		return true;
	}
	s->ask.day = DAY_NONE;
	if ((!str_empty(text) && date_parse(text, ui->app->today,
	    DATE_FORWARD, &s->ask.day, &e)) ||
	    try_succeed(ui, s, &lines, &e)) {
		strs_clear(&lines);
		say_err(ui, &e);
		return false;
	}
	dialog_preview(ui, "What goes on moves", &lines, on_succeed, s);
	strs_clear(&lines);
	return true;
}

static void
on_kind(struct ui *ui, void *arg, int n)
{
	struct succeeding *s = arg;

	if (n < 0) {
		succeeding_free(s);
		return;
	}
	s->ask.kind = succession_kinds[n].word;
	dialog_prompt(ui, "First day (empty: as it opened): ",
	    "", on_first_day, s);
}

static void
on_successor(struct ui *ui, void *arg, const struct pick *chosen)
{
	struct succeeding *s = arg;
	struct strs kinds = {0};
	char *title;

	if (!chosen) {
		succeeding_free(s);
		return;
	}
	s->ask.to = chosen->id;
	s->new = xstrdup(chosen->name);
	for (size_t i = 0; succession_kinds[i].word; i++)
		strs_add(&kinds, succession_kinds[i].label);
	title = xasprintf("%s to %s", s->old, s->new);
	dialog_choose(ui, title, "Same: only its number is new. A split is "
	    "done for each part.", &kinds, 0, on_kind, s);
	free(title);
	strs_clear(&kinds);
}

static const struct field a_school = { .id = "school", .type = FT_REF,
	.label = "School", .ref = "school",
	.help = "Its words, its place or its number." };

static void
ask_successor(struct ui *ui, int64_t old)
{
	struct succeeding *s = xcalloc(1, sizeof *s);
	char *title;

	s->ask.from = old;
	s->old = school_name(ui, old);
	title = xasprintf("%s goes on as", s->old);
	pick_open(ui, title, &a_school, on_successor, s);
	free(title);
}

static void
on_old(struct ui *ui, void *arg, const struct pick *chosen)
{
	(void)arg;
	if (chosen)
		ask_successor(ui, chosen->id);
}

void
deeds_succeed(struct ui *ui)
{
	const struct screen *s = stack_main(ui);
	const struct entity *ent;
	int64_t id, of[2];

	if (s->ops->here && s->ops->here(s, &ent, &id) &&
	    ent->no == ENT_school)
		ask_successor(ui, id);
	else if (s->ops->schools && s->ops->schools(s, of, 2) == 1)
		ask_successor(ui, of[0]);
	else
		pick_open(ui, "Which school goes on as another?", &a_school,
		    on_old, NULL);
}

/* --- the next academic year ---------------------------------------------- */

static void
rollover_lines(const struct rollover_told *t, const char *year,
    struct strs *lines)
{
	strs_take(lines, xasprintf("%s, for %zu school%s of the caseload. "
	    "Nothing of this year changes.", year, t->schools,
	    t->schools == 1 ? "" : "s"));
	for (int i = 0; i < ENT_MAX; i++)
		if (t->added[i])
			strs_take(lines, xasprintf("%s: %zu added",
			    entities[i]->plural, t->added[i]));
	for (size_t i = 0; i < t->lines.n; i++)
		told_named(t->lines.v[i], lines);
}

/* Prepare NEXT, or, with LINES, only tell what would be added. *ALL: records. */
static enum status
run_rollover(struct ui *ui, int next, struct strs *lines, size_t *all,
    struct err *e)
{
	struct rollover_told told = {0};
	char year[8], *label;
	enum status st = step_begin(ui->app, e);

	if (st)
		return st;
	year_format(next, year);
	st = rollover(ui->app, next, &told, e);
	*all = told.all;
	label = xasprintf("%s prepared for %zu school%s", year, told.schools,
	    told.schools == 1 ? "" : "s");
	if (!st && lines)
		rollover_lines(&told, year, lines);
	st = lines ? end_try(ui->app, st, e) :
	    step_end(ui->app, st, label, e);
	if (!st && !lines)
		say_done(ui, label);
	free(label);
	rollover_told_clear(&told);
	return st;
}

static int
next_year(const struct ui *ui)
{
	return year_of_day(ui->app->today) + 1;
}

static void
on_rollover(struct ui *ui, void *arg, bool yes)
{
	struct err e = {0};
	size_t all;

	(void)arg;
	if (!yes)
		say(ui, "Nothing was changed.");
	else if (run_rollover(ui, next_year(ui), NULL, &all, &e))
		say_err(ui, &e);
	else
		ui_changed(ui);
}

void
deeds_rollover(struct ui *ui)
{
	struct strs lines = {0};
	struct err e = {0};
	char year[8];
	size_t all;

	year_format(next_year(ui), year);
	if (run_rollover(ui, next_year(ui), &lines, &all, &e))
		say_err(ui, &e);
	else if (!all)
		say(ui, "%s is prepared: there is nothing to add.", year);
	else
		dialog_preview(ui, "Prepare the next academic year", &lines,
		    on_rollover, NULL);
	strs_clear(&lines);
}

/* --- somebody is covered for --------------------------------------------- */

void
deeds_cover(struct ui *ui)
{
	struct row *preset = record_new(ui->app, entities[ENT_cover]);
	struct err e = {0};
	int64_t me;

	if (users_known(ui->app, ui->app->user, &me, &e) == ST_OK)
		row_set_ref(preset, F_cover_by, "user", me);
	form_open(ui, preset->ent, 0, preset);
	row_free(preset);
}
