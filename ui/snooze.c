/* snooze.c - z: what is planned moves to another day.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/checklist.h"
#include "app/record.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "ui/dialog.h"
#include "ui/statusbar.h"
#include "ui/tick.h"

struct moving {
	const struct entity *ent;
	int64_t		*id;
	size_t		 n;
	int		 field;		/* the day that is shown; -1 each one's own */
	char		*text;		/* typed */
	int		 day;		/* of the record moved last */
};

/* The day that counts as its own: a case's due day, a plan's review, of a visit
 * that was made when to be in touch again, of a task without a day when what it
 * waits for should come. */
static int
moved_field(const struct moving *m, const struct row *r)
{
	if (m->field >= 0)
		return m->field;
	switch (r->ent->no) {
	case ENT_case:
		return F_case_due;
	case ENT_plan:
		return F_plan_review;
	case ENT_notice:
		return row_is(r, F_notice_status, "sent") ? F_notice_due :
		    F_notice_date;
	case ENT_recipient:
		return F_recipient_next;
	case ENT_visit:
		return row_is(r, F_visit_status, "done") ?
		    F_visit_next_contact : F_visit_date;
	case ENT_task:
		return row_day(r, F_task_due) == DAY_NONE &&
		    row_is(r, F_task_status, "waiting") &&
		    row_day(r, F_task_expected) != DAY_NONE ?
		    F_task_expected : F_task_due;
	default:
		return r->ent->main_date;
	}
}

/* As many days as before, where there is a last one. */
static void
move_end(const struct row *base, struct row *mine, int day)
{
	int f = entity_field(base->ent, "end");
	int end = f >= 0 ? row_day(base, f) : DAY_NONE;
	char last[11];

	if (end == DAY_NONE)
		return;
	day_iso(end + day - row_day(base, base->ent->main_date), last);
	row_set(mine, f, last);
}

/* A copy of BASE with FIELD on DAY. */
static struct row *
moved(const struct row *base, int field, int day)
{
	struct row *mine = row_copy(base);
	char iso[11];

	day_iso(day, iso);
	if (field == base->ent->main_date)
		move_end(base, mine, day);
	if (base->ent->no == ENT_encounter &&
	    row_is(base, F_encounter_status, "postponed"))
		row_set(mine, F_encounter_status, "planned");
	row_set(mine, field, iso);
	return mine;
}

/* "+1w" and "-2" count from the record's own day when that is to come. */
static bool
counts_on(const char *text)
{
	return *text == '+' || *text == '-';
}

static enum status
new_day(struct app *app, struct moving *m, const struct row *base, int field,
    struct err *e)
{
	int from = app->today;

	if (counts_on(m->text) && row_day(base, field) != DAY_NONE &&
	    row_day(base, field) > from)
		from = row_day(base, field);
	return date_parse(m->text, from, DATE_FORWARD, &m->day, e);
}

/* Move the record, or, with LINES, only tell what would go with it. */
static enum status
move_one(struct app *app, struct moving *m, int64_t id, struct strs *lines,
    struct err *e)
{
	struct row *base, *mine;
	enum status st = record_load(app, m->ent, id, &base, e);
	int field;

	if (st)
		return st;
	field = moved_field(m, base);
	st = new_day(app, m, base, field, e);
	if (!st) {
		mine = moved(base, field, m->day);
		st = lines ? checklist_shown(app, base, mine, lines, e) :
		    record_change(app, base, mine, NULL, e);
		row_free(mine);
	}
	row_free(base);
	return st;
}

static enum status
move_all(struct app *app, struct moving *m, struct err *e)
{
	enum status st = step_begin(app, e);
	struct buf label;
	size_t i;

	if (st)
		return st;
	for (i = 0; i < m->n && !st; i++)
		st = move_one(app, m, m->id[i], NULL, e);
	buf_init(&label, BUF_LINE);
	buf_add(&label, "moved ");
	if (m->n == 1)
		ref_text(app, m->ent, m->id[0], &label);
	else
		entity_counted(m->ent, m->n, &label);
	st = step_end(app, st, label.p, e);
	buf_clear(&label);
	return st;
}

static void
moving_free(struct moving *m)
{
	free(m->id);
	free(m->text);
	free(m);
}

static void
say_moved(struct ui *ui, const struct moving *m)
{
	char words[24];

	day_long(m->day, words);
	if (m->n == 1)
		say(ui, "Moved to %s. u takes it back.", words);
	else if (counts_on(m->text))
		say(ui, "Moved %zu, each from its own day. u takes it back.",
		    m->n);
	else
		say(ui, "Moved %zu to %s. u takes it back.", m->n, words);
	ui_changed(ui);
}

static void
on_yes(struct ui *ui, void *arg, bool yes)
{
	struct moving *m = arg;
	struct err e = {0};

	if (!yes)
		say(ui, "Nothing was moved.");
	else if (move_all(ui->app, m, &e))
		say_err(ui, &e);
	else
		say_moved(ui, m);
	moving_free(m);
}

/* Follow-ups that go with it are shown first. */
static enum status
ask_or_move(struct ui *ui, struct moving *m, struct err *e)
{
	struct strs lines = {0};
	enum status st = ST_OK;
	size_t i;

	for (i = 0; i < m->n && !st; i++)
		st = move_one(ui->app, m, m->id[i], &lines, e);
	if (!st && lines.n) {
		dialog_preview(ui, "Follow-ups move with it", &lines, on_yes,
		    m);
	} else if (!st) {
		st = move_all(ui->app, m, e);
		if (!st) {
			say_moved(ui, m);
			moving_free(m);
		}
	}
	strs_clear(&lines);
	return st;
}

static bool
on_day(struct ui *ui, void *arg, const char *text)
{
	struct moving *m = arg;
	struct err e = {0};

	if (str_empty(text)) {
		moving_free(m);
		return true;
	}
	free(m->text);
	m->text = xstrdup(text + strspn(text, " "));
	if (ask_or_move(ui, m, &e)) {
		say_err(ui, &e);
		return false;
	}
	return true;
}

void
snooze_records(struct ui *ui, const struct entity *ent, const int64_t *id,
    size_t n, int field)
{
	struct moving *m = xcalloc(1, sizeof *m);

	m->ent = ent;
	m->n = n;
	m->field = field;
	m->id = xcalloc(n, sizeof *m->id);
	memcpy(m->id, id, n * sizeof *id);
	dialog_prompt(ui, "To which day (fri, +1w, 12/3)? ", "", on_day, m);
}
