/* rollover_year.c - rolls, plan and facts of one school for the next year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/rollover_int.h"

#include "app/record.h"
#include "base/date.h"
#include "db/db.h"
#include "db/rules.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

/* FN for each record of ENT that Q finds for SCHOOL in the present year. */
static enum status
each(struct rolling *w, const struct entity *ent, enum query q,
    const struct row *school, enum status (*fn)(struct rolling *,
    const struct row *school, const struct row *, struct err *), struct err *e)
{
	struct db_ids ids = { 0 };
	enum status st = db_get_ids(w->app->db, q, &ids, e, "ls", school->id,
	    w->from);

	for (size_t i = 0; i < ids.n && st == ST_OK; i++) {
		struct row *r;

		st = store_load(w->app->db, ent, ids.v[i], false, &r, e);
		if (st != ST_OK)
			break;
		st = fn(w, school, r, e);
		row_free(r);
	}
	db_ids_clear(&ids);
	return st;
}

/* --- rolls --------------------------------------------------------------- */

/* Is GROUP taught there, by the ages of the register? Without them, Y7 to Y11. */
static bool
has_ages(const struct row *school, int group)
{
	long low = row_int(school, F_school_low_age, -1);
	long high = row_int(school, F_school_high_age, -1);
	long age = group + 4;		/* at the start of the year */

	if (group >= YG_Y12 && row_is(school, F_school_sixth_form, "no"))
		return false;
	if (low < 0 || high < 0)
		return group >= YG_Y7 && group <= YG_Y11;
	return age >= low && age < high;
}

/* … or because it has a roll of that group now. */
static enum status
teaches(struct rolling *w, const struct row *school, int group, bool *out,
    struct err *e)
{
	int64_t now = 0;
	enum status st;

	*out = group < YG_KS3 && has_ages(school, group);
	if (*out || group >= YG_KS3)
		return ST_OK;
	st = rules_roll_of(w->app->db, school->id, w->from,
	    year_groups[group].word, &now, e);
	*out = st == ST_OK && now != 0;
	return st;
}

static enum status
move_up(struct rolling *w, const struct row *school, const struct row *roll,
    struct err *e)
{
	int group = year_group(row_get(roll, F_roll_group)) + 1;
	struct row *next;
	int64_t there = 0;
	bool has;
	enum status st = teaches(w, school, group, &has, e);

	if (st != ST_OK || !has)
		return st;
	st = rules_roll_of(w->app->db, school->id, w->to,
	    year_groups[group].word, &there, e);
	if (st != ST_OK || there != 0)
		return st;
	next = record_new(w->app, roll->ent);
	row_set_ref(next, F_roll_school, "school", school->id);
	row_set(next, F_roll_year, w->to);
	row_set(next, F_roll_group, year_groups[group].word);
	row_set(next, F_roll_pupils, row_get(roll, F_roll_pupils));
	row_set(next, F_roll_disadvantaged,
	    row_get(roll, F_roll_disadvantaged));
	row_set(next, F_roll_send, row_get(roll, F_roll_send));
	row_set(next, F_roll_source, "rolled forward");
	st = rolling_add(w, next, e);
	row_free(next);
	return st;
}

enum status
roll_rolls(struct rolling *w, const struct row *school, struct err *e)
{
	return each(w, entities[ENT_roll], Q_QUICK_ROLLS, school, move_up, e);
}

/* --- the careers plan ---------------------------------------------------- */

/* What an action is, not how far it came. */
static const int kept[] = {
	F_task_title, F_task_owner, F_task_school, F_task_benchmarks,
	F_task_item, F_task_employers,
};

static enum status
copy_action(struct rolling *w, const struct row *task, int64_t plan,
    struct err *e)
{
	struct row *next = record_new(w->app, task->ent);
	int due = row_day(task, F_task_due);
	char day[11];
	enum status st;

	for (size_t i = 0; i < COUNT_OF(kept); i++) {
		const struct field *f = &task->ent->fields[kept[i]];

		if (f->type == FT_SET)
			set_copy(row_members(next, kept[i]),
			    row_members(task, kept[i]), f->set);
		else
			row_set(next, kept[i], row_get(task, kept[i]));
	}
	if (due != DAY_NONE) {
		day_iso(day_add_months(due, 12), day);
		row_set(next, F_task_due, day);
	}
	row_set_ref(next, F_task_plan, "plan", plan);
	st = rolling_add(w, next, e);	/* and gets the plan's next number */
	row_free(next);
	return st;
}

static enum status
copy_plan(struct rolling *w, const struct row *plan, struct err *e)
{
	struct row *next = record_new(w->app, plan->ent);
	struct db_ids ids = { 0 };
	enum status st;

	row_set(next, F_plan_school, row_get(plan, F_plan_school));
	row_set(next, F_plan_owner, row_get(plan, F_plan_owner));
	row_set(next, F_plan_summary, row_get(plan, F_plan_summary));
	row_set(next, F_plan_year, w->to);
	st = rolling_add(w, next, e);
	if (st == ST_OK)
		st = db_get_ids(w->app->db, Q_PLAN_OPEN, &ids, e, "l",
		    plan->id);
	for (size_t i = 0; i < ids.n && st == ST_OK; i++) {
		struct row *task;

		st = store_load(w->app->db, entities[ENT_task], ids.v[i],
		    false, &task, e);
		if (st != ST_OK)
			break;
		st = copy_action(w, task, next->id, e);
		row_free(task);
	}
	db_ids_clear(&ids);
	row_free(next);
	return st;
}

enum status
roll_plan(struct rolling *w, const struct row *school, struct err *e)
{
	int64_t now = 0, there = 0;
	struct row *plan;
	enum status st;

	st = rules_plan_of(w->app->db, school->id, w->from, 0, &now, e);
	if (st == ST_OK)
		st = rules_plan_of(w->app->db, school->id, w->to, 0, &there,
		    e);
	if (st != ST_OK || now == 0 || there != 0)
		return st;
	st = store_load(w->app->db, entities[ENT_plan], now, false, &plan, e);
	if (st != ST_OK)
		return st;
	st = copy_plan(w, plan, e);
	row_free(plan);
	return st;
}

/* --- facts --------------------------------------------------------------- */

static bool
lasts(const char *fact)
{
	for (size_t i = 0; lasting_facts[i] != NULL; i++)
		if (str_eq(lasting_facts[i], fact))
			return true;
	return false;
}

/* Nobody has looked yet. */
static enum status
carry_fact(struct rolling *w, const struct row *school, const struct row *fact,
    struct err *e)
{
	struct row *next;
	int64_t there = 0;
	enum status st;

	if (!lasts(row_get(fact, F_fact_fact)))
		return ST_OK;
	st = rules_fact_of(w->app->db, school->id, w->to,
	    row_get(fact, F_fact_fact), 0, &there, e);
	if (st != ST_OK || there != 0)
		return st;
	next = record_new(w->app, fact->ent);
	row_set_ref(next, F_fact_school, "school", school->id);
	row_set(next, F_fact_year, w->to);
	row_set(next, F_fact_fact, row_get(fact, F_fact_fact));
	row_set(next, F_fact_value, row_get(fact, F_fact_value));
	row_set(next, F_fact_source, row_get(fact, F_fact_source));
	row_set(next, F_fact_checked, "");
	st = rolling_add(w, next, e);
	row_free(next);
	return st;
}

enum status
roll_facts(struct rolling *w, const struct row *school, struct err *e)
{
	return each(w, entities[ENT_fact], Q_ROLLOVER_FACTS, school,
	    carry_fact, e);
}
