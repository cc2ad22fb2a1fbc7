/* rules_task.c - rules of tasks: whose they are, what they belong to, and the
 * next of those that repeat.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/rules_week.h"

#include <stdio.h>

#include "app/record.h"
#include "app/terms.h"
#include "app/text.h"
#include "app/users.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/str.h"
#include "db/rules.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/repeat.h"
#include "model/tables.h"

enum { PLACES = 16 };		/* of one person, looked at */

/* The school in field F of a record. */
static enum status
school_in(struct app *app, enum entity_no ent, int64_t id, int f,
    int64_t *out, struct err *e)
{
	struct row *r;
	enum status st = store_load(app->db, entities[ent], id, false, &r, e);

	if (st == ST_OK) {
		*out = row_ref(r, f);
		row_free(r);
	}
	return st;
}

/* Of an encounter of one school. */
static enum status
school_of_encounter(struct app *app, int64_t id, int64_t *out, struct err *e)
{
	const struct set *schools;
	struct row *r;
	enum status st;

	st = store_load(app->db, entities[ENT_encounter], id, false, &r, e);
	if (st != ST_OK)
		return st;
	schools = row_members(r, F_encounter_schools);
	*out = schools->n == 1 ? member_ref(&schools->m[0], 0) : 0;
	row_free(r);
	return ST_OK;
}

/* Of a person who is at one school today. */
static enum status
school_of_contact(struct app *app, int64_t id, int64_t *out, struct err *e)
{
	struct place v[PLACES];
	char today[11];
	size_t n, found = 0;
	enum status st;

	day_iso(app->today, today);
	st = rules_places(app->db, id, today, v, PLACES, &n, e);
	for (size_t i = 0; st == ST_OK && i < n; i++)
		if (v[i].ent == ENT_school) {
			found++;
			*out = v[i].id;
		}
	if (found != 1)
		*out = 0;
	return st;
}

enum status
rule_school_of(struct app *app, const char *about, int64_t id, int64_t *out,
    struct err *e)
{
	*out = 0;
	if (str_starts(about, "school/"))
		*out = id;
	else if (str_starts(about, "visit/"))
		return school_in(app, ENT_visit, id, F_visit_school, out, e);
	else if (str_starts(about, "case/"))
		return school_in(app, ENT_case, id, F_case_school, out, e);
	else if (str_starts(about, "encounter/"))
		return school_of_encounter(app, id, out, e);
	else if (str_starts(about, "contact/"))
		return school_of_contact(app, id, out, e);
	return ST_OK;
}

static bool
differs(const struct row *old, const struct row *row, int f)
{
	return old == NULL || !row_same(old, row, f);
}

/* Was another school given than HERE, that of the plan or of what it is about? */
static enum status
check_school(struct app *app, const struct row *row, int64_t here,
    struct err *e)
{
	struct buf title;
	enum status st;

	if (here == row_ref(row, F_task_school))
		return ST_OK;
	buf_init(&title, BUF_LINE);
	title_text(app, entities[ENT_school], here, &title);
	st = err_field(e, ST_INVALID, "school", "What it is about or the plan"
	    " it belongs to is of %s: leave the school out.", title.p);
	buf_clear(&title);
	return st;
}

/* The school of the plan or of what it is about, when that is new. */
static enum status
give_school(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	int64_t plan = row_ref(row, F_task_plan), id = 0;
	bool given = !row_is_empty(row, F_task_school) &&
	    differs(old, row, F_task_school);
	enum status st = ST_OK;

	if (plan != 0 && differs(old, row, F_task_plan))
		st = school_in(app, ENT_plan, plan, F_plan_school, &id, e);
	if (st == ST_OK && id == 0 && differs(old, row, F_task_about))
		st = rule_school_of(app, row_get(row, F_task_about),
		    row_ref(row, F_task_about), &id, e);
	/* One that is taken back keeps its own: what happened before a school
	 * was taken over stays with the old one, its tasks went on. */
	if (given && old == NULL && row->id != 0)
		return st;
	/* A person has to do with several schools. */
	if (st != ST_OK || id == 0 || (!row_is_empty(row, F_task_school) &&
	    str_starts(row_get(row, F_task_about), "contact/")))
		return st;
	if (given)
		return check_school(app, row, id, e);
	row_set_ref(row, F_task_school, "school", id);
	return ST_OK;
}

static enum status
number_taken(struct app *app, const struct row *row, int64_t other,
    struct err *e)
{
	struct buf ref;
	enum status st;

	buf_init(&ref, BUF_LINE);
	ref_text(app, entities[ENT_task], other, &ref);
	st = err_field(e, ST_CONFLICT, "number", "Action %s of this plan is %s"
	    " already.", row_get(row, F_task_number), ref.p);
	buf_clear(&ref);
	return st;
}

/* An action of a plan gets the next number, and keeps it. */
static enum status
give_number(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	int64_t plan = row_ref(row, F_task_plan), n;
	bool moved = old != NULL && !row_same(old, row, F_task_plan);
	char text[24];
	enum status st;

	if (plan == 0 || (!moved && !differs(old, row, F_task_number)))
		return ST_OK;
	if (row_is_empty(row, F_task_number) ||
	    (moved && row_same(old, row, F_task_number))) {
		st = rules_action_next(app->db, plan, &n, e);
		snprintf(text, sizeof text, "%lld", (long long)n);
		if (st == ST_OK)
			row_set(row, F_task_number, text);
		return st;
	}
	st = rules_action_of(app->db, plan, row_int(row, F_task_number, 0),
	    row->id, &n, e);
	return st != ST_OK || n == 0 ? st : number_taken(app, row, n, e);
}

/* Who gave it to somebody else of us; not who ticked the last one of what
 * repeats, or prepared the year. */
static enum status
give_asked_by(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	bool said = old == NULL ? !row_is_empty(row, F_task_asked_by) :
	    !row_same(old, row, F_task_asked_by);
	int64_t owner = row_ref(row, F_task_owner), me;
	enum status st;

	if (said || app->step.goes_on || !differs(old, row, F_task_owner) ||
	    (old == NULL && row->id != 0) ||
	    !str_starts(row_get(row, F_task_owner), "user/"))
		return ST_OK;
	if ((st = users_me(app, &me, e)) != ST_OK)
		return st;
	if (owner != me)
		row_set_ref(row, F_task_asked_by, "user", me);
	else if (row_ref(row, F_task_asked_by) == me)
		row_set(row, F_task_asked_by, "");
	return ST_OK;
}

enum status
task_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	enum status st;

	if (old != NULL && row_is(row, F_task_status, "dropped") &&
	    differs(old, row, F_task_status) &&
	    row_is_empty(row, F_task_reason))
		return field_refuse(e, "reason", "a task is dropped for a"
		    " reason: say why");
	if ((st = give_school(app, old, row, e)) != ST_OK ||
	    (st = rule_mine(app, old, row, F_task_owner, e)) != ST_OK ||
	    (st = give_asked_by(app, old, row, e)) != ST_OK)
		return st;
	return give_number(app, old, row, e);
}

/* The next one: the same, open, and with nothing of what came of this one;
 * MEANT is the day from which months are counted. */
static struct row *
next_of(const struct row *row, int meant, int due)
{
	static const int fresh[] = { F_task_done, F_task_reason,
	    F_task_waiting_for, F_task_expected, F_task_attempt,
	    F_task_number, F_task_checklist, F_task_offset };
	struct row *next = row_copy(row);
	char day[11];

	next->id = 0;
	for (size_t i = 0; i < COUNT_OF(fresh); i++)
		row_set(next, fresh[i], "");
	set_clear(row_members(next, F_task_encounters),
	    next->ent->fields[F_task_encounters].set);
	day_iso(due, day);
	row_set(next, F_task_due, day);
	row_set(next, F_task_status, "open");
	row_set_ref(next, F_task_follows, "task", row->id);
	day_iso(meant, day);
	row_set(next, F_task_meant,
	    repeat_by_months(row_get(row, F_task_repeat)) ? day : "");
	return next;
}

static enum status
make_next(struct app *app, const struct row *row, struct err *e)
{
	int due = row_day(row, F_task_due), meant = row_day(row, F_task_meant);
	int to;
	struct calendar *cal;
	bool was = app->step.goes_on;
	struct row *next;
	enum status st;

	st = terms_calendar(app, row_ref(row, F_task_school), &cal, e);
	if (st != ST_OK)
		return st;
	if (due == DAY_NONE)
		due = app->today;
	if (meant == DAY_NONE)
		meant = due;
	to = repeat_next(cal, row_get(row, F_task_repeat), meant,
	    due > app->today ? due : app->today);
	cal_free(cal);
	if (to == DAY_NONE)
		return ST_OK;
	next = next_of(row, meant, to);
	app->step.goes_on = true;
	st = record_add(app, next, e);
	app->step.goes_on = was;
	row_free(next);
	return st;
}

/* Done a second time, there is a next one already. */
enum status
task_after(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	int64_t next;
	enum status st;

	if (old == NULL || row_is(old, F_task_status, "done") ||
	    !row_is(row, F_task_status, "done") ||
	    row_is_empty(row, F_task_repeat) ||
	    !row_is_empty(row, F_task_archived))
		return ST_OK;
	st = rules_task_after(app->db, row->id, &next, e);
	return st != ST_OK || next != 0 ? st : make_next(app, row, e);
}
