/* checklist_make.c - a new checklist: its template, its anchor and its tasks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/checklist_int.h"

#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/rules_week.h"
#include "app/terms.h"
#include "app/text.h"
#include "app/users.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/rules.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

/* --- before it is stored ------------------------------------------------- */

/* The day of what ROW is about. */
static enum status
day_of_about(struct app *app, const struct row *row,
    const struct template *t, int *out, struct err *e)
{
	const char *about = row_get(row, F_checklist_about);
	char *ent = xstrndup(about, strcspn(about, "/"));
	bool counts = *ent != '\0' && str_eq(t->about, ent) &&
	    checklist_day_of(entity_find(ent)) >= 0;
	struct row *r;
	enum status st = ST_OK;

	*out = DAY_NONE;
	if (counts)
		st = store_load(app->db, entity_find(ent),
		    row_ref(row, F_checklist_about), false, &r, e);
	if (st == ST_OK && counts) {
		*out = row_day(r, checklist_day_of(r->ent));
		row_free(r);
	}
	free(ent);
	return st;
}

/* A template for one kind of record counts from the day of that record: a
 * fair's from the fair, unless another day than today was given. */
static enum status
give_anchor(struct app *app, struct row *row, const struct template *t,
    struct err *e)
{
	int day;
	char iso[11];
	enum status st;

	if (row_day(row, F_checklist_anchor) != app->today)
		return ST_OK;
	st = day_of_about(app, row, t, &day, e);
	if (st == ST_OK && day != DAY_NONE) {
		day_iso(day, iso);
		row_set(row, F_checklist_anchor, iso);
	}
	return st;
}

static enum status
give_school(struct app *app, struct row *row, struct err *e)
{
	int64_t id;
	enum status st = ST_OK;

	if (!row_is_empty(row, F_checklist_school))
		return ST_OK;
	st = rule_school_of(app, row_get(row, F_checklist_about),
	    row_ref(row, F_checklist_about), &id, e);
	if (st == ST_OK)
		row_set_ref(row, F_checklist_school, "school", id);
	return st;
}

enum status
checklist_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	const struct template *t;
	struct templates *all;
	enum status st;

	if (old != NULL && !row_same(old, row, F_checklist_template))
		return err_field(e, ST_INVALID, "template", "The tasks of this"
		    " checklist were made from \"%s\": add another checklist"
		    " for another template.", row_get(old,
		    F_checklist_template));
	if (old != NULL || row->id != 0 ||
	    row_is_empty(row, F_checklist_template))
		return ST_OK;
	if ((st = checklist_templates(app, &all, e)) != ST_OK)
		return st;
	st = template_find(all, row_get(row, F_checklist_template), &t, e);
	if (st != ST_OK) {
		(void)field_blame(e, "template");
	} else {
		row_set(row, F_checklist_template, t->name);
		st = give_anchor(app, row, t, e);
	}
	templates_free(all);
	return st == ST_OK ? give_school(app, row, e) : st;
}

/* --- its tasks ----------------------------------------------------------- */

/* Who is asked when nobody holds the role. */
static const struct {
	const char *role, *other;
} stand_ins[] = {
	{ "slt sponsor", "head" },
};

static enum status
give_holder(struct app *app, struct row *task, const char *role,
    struct err *e)
{
	int64_t school = row_ref(task, F_task_school), contact = 0;
	char today[11];
	enum status st;

	day_iso(app->today, today);
	st = rules_holder(app->db, school, role, today, &contact, e);
	for (size_t i = 0; i < COUNT_OF(stand_ins); i++)
		if (st == ST_OK && contact == 0 &&
		    str_ieq(stand_ins[i].role, role))
			st = rules_holder(app->db, school, stand_ins[i].other,
			    today, &contact, e);
	if (st == ST_OK && contact != 0)
		row_set_ref(task, F_task_owner, "contact", contact);
	return st;
}

/* Me, when I am one of the school's coordinators. */
static enum status
give_coordinator(struct app *app, struct row *task, struct err *e)
{
	int64_t school = row_ref(task, F_task_school), me, row = 0, user = 0;
	char today[11];
	enum status st;

	day_iso(app->today, today);
	if ((st = users_find(app, app->user, &me, e)) != ST_OK)
		return st;
	if (me != 0)
		st = rules_coordinator_of(app->db, school, me, today, today, 0,
		    &row, e);
	if (st == ST_OK && row == 0)
		st = rules_coordinator_on(app->db, school, today, &user, e);
	if (st == ST_OK && (row != 0 || user != 0))
		row_set_ref(task, F_task_owner, "user", row != 0 ? me : user);
	return st;
}

/* By the word of the template; where nobody is found it is mine (rules). */
static enum status
give_owner(struct app *app, struct row *task, const char *owner,
    struct err *e)
{
	if (*owner == '\0' || row_is_empty(task, F_task_school))
		return ST_OK;
	return str_ieq(owner, TEMPLATE_OWNER_COORDINATOR) ?
	    give_coordinator(app, task, e) :
	    give_holder(app, task, owner, e);
}

static enum status
make_task(struct app *app, const struct row *list,
    const struct template_row *from, int due, struct err *e)
{
	struct row *task = record_new(app, entities[ENT_task]);
	char day[11], offset[16];
	enum status st;

	day_iso(due, day);
	offset_format(from->offset, offset);
	row_set(task, F_task_title, from->task);
	row_set(task, F_task_due, day);
	row_set(task, F_task_offset, offset);
	row_set_ref(task, F_task_checklist, "checklist", list->id);
	row_set(task, F_task_school, row_get(list, F_checklist_school));
	row_set(task, F_task_about, row_get(list, F_checklist_about));
	if (row_is_empty(task, F_task_about))
		row_set_ref(task, F_task_about, "school",
		    row_ref(list, F_checklist_school));
	st = value_parse(app, task, F_task_benchmarks, from->benchmarks, 0,
	    false, e);
	if (st == ST_OK)
		st = give_owner(app, task, from->owner, e);
	if (st == ST_OK)
		st = record_add(app, task, e);
	row_free(task);
	return st;
}

enum status
checklist_calendar(struct app *app, const struct row *list,
    struct calendar **out, struct err *e)
{
	int64_t school = row_ref(list, F_checklist_school);
	const char *about = row_get(list, F_checklist_about);
	enum status st = terms_calendar(app, school, out, e);

	if (st == ST_OK && (school != 0 || str_starts(about, "encounter/") ||
	    str_starts(about, "cpd/")))
		cal_keep_to_terms(*out);
	return st;
}

static enum status
make_tasks(struct app *app, const struct row *list, const struct template *t,
    struct err *e)
{
	struct template_due *due = xcalloc(t->n, sizeof *due);
	struct calendar *cal;
	enum status st;

	st = checklist_calendar(app, list, &cal, e);
	if (st == ST_OK) {
		template_plan(t, cal, row_day(list, F_checklist_anchor), due);
		cal_free(cal);
	}
	for (size_t i = 0; i < t->n && st == ST_OK; i++)
		st = make_task(app, list, &t->v[i], due[i].due, e);
	free(due);
	return st;
}

enum status
checklist_make(struct app *app, const struct row *list, struct err *e)
{
	const struct template *t;
	struct templates *all;
	enum status st = checklist_templates(app, &all, e);

	if (st != ST_OK)
		return st;
	st = template_find(all, row_get(list, F_checklist_template), &t, e);
	if (st == ST_OK)
		st = make_tasks(app, list, t, e);
	templates_free(all);
	return st;
}
