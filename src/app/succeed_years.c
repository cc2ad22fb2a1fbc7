/* succeed_years.c - stages, careers plans, rolls and facts of a school that
 * another takes over from.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/succeed_int.h"

#include <stdlib.h>

#include "app/record.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/db.h"
#include "db/rules.h"
#include "db/store.h"
#include "model/fields.h"

/* --- stages -------------------------------------------------------------- */

#define NO_MEMBER	"prospect|waiting|invited|left"

struct rows {
	struct row	**v;
	size_t		  n;
};

static void
rows_clear(struct rows *l)
{
	for (size_t i = 0; i < l->n; i++)
		row_free(l->v[i]);
	free(l->v);
	*l = (struct rows){ 0 };
}

static enum status
read_rows(struct app *app, const struct entity *ent, enum query q,
    int64_t school, struct rows *out, struct err *e)
{
	struct rows l = { 0 };
	struct db_ids ids = { 0 };
	enum status st = db_get_ids(app->db, q, &ids, e, "l", school);

	if (ids.n > 0)
		l.v = xcalloc(ids.n, sizeof(struct row *));
	for (size_t i = 0; i < ids.n && st == ST_OK; i++) {
		st = store_load(app->db, ent, ids.v[i], false, &l.v[l.n], e);
		l.n += st == ST_OK;
	}
	db_ids_clear(&ids);
	if (st != ST_OK)
		rows_clear(&l);
	else
		*out = l;
	return st;
}

/* The one that holds the day before DAY; NULL none. */
static const struct row *
stage_before(const struct rows *l, int day)
{
	const struct row *r = NULL;

	for (size_t i = 0; i < l->n; i++)
		if (row_day(l->v[i], F_membership_from) < day)
			r = l->v[i];	/* DAY_NONE is the least of all */
	return r;
}

static bool
is_member(const struct row *stage)
{
	struct strs no = { 0 };
	bool out;

	if (stage == NULL)
		return false;
	str_split(&no, NO_MEMBER, '|');
	out = !strs_has(&no, row_get(stage, F_membership_stage));
	strs_clear(&no);
	return out;
}

/* As LIKE from the day of the succession, of SCHOOL. */
static enum status
add_stage(struct succeeding *s, const struct row *like, int64_t school,
    const char *stage, const char *did, struct err *e)
{
	struct row *r = record_new(s->app, entities[ENT_membership]);
	enum status st;

	row_set_ref(r, F_membership_school, "school", school);
	row_set(r, F_membership_stage, stage);
	row_set(r, F_membership_from, s->on);
	row_set(r, F_membership_network, row_get(like, F_membership_network));
	row_set(r, F_membership_reason, s->reason);
	if (school == s->to && !s->again)
		row_set(r, F_membership_place,
		    row_get(like, F_membership_place));
	if ((st = record_add(s->app, r, e)) == ST_OK)
		told_add(s->app, &s->told->did, did, r, NULL);
	row_free(r);
	return st;
}

/* The old school leaves, unless somebody wrote that already. What it was to
 * become later the new one becomes. */
static enum status
leave(struct succeeding *s, const struct rows *old, const struct row *held,
    bool has_own, struct err *e)
{
	bool left = false;
	enum status st = ST_OK;

	for (size_t i = 0; i < old->n && st == ST_OK; i++) {
		const struct row *r = old->v[i];

		if (row_day(r, F_membership_from) < s->day)
			continue;
		if (row_is(r, F_membership_stage, "left"))
			left = left || row_day(r, F_membership_from) == s->day;
		else if (has_own)
			st = record_archive(s->app, r->ent, r->id, s->reason,
			    e);
		else
			st = succeed_move(s, r->ent, r->id, e);
	}
	if (st == ST_OK && !left && held != NULL &&
	    !row_is(held, F_membership_stage, "left"))
		st = add_stage(s, held, s->from, "left", "left", e);
	return st;
}

/* As it is, from its own day; a limited place is had from the day of the
 * succession on (hold_place). */
static enum status
copy_stage(struct succeeding *s, const struct row *r, struct err *e)
{
	struct row *next = row_copy(r);
	enum status st;

	next->id = 0;
	row_set_ref(next, F_membership_school, "school", s->to);
	row_set(next, F_membership_place, "");
	if ((st = record_add(s->app, next, e)) == ST_OK)
		told_add(s->app, &s->told->did, "copied", next, NULL);
	row_free(next);
	return st;
}

/* From the day on it is as LIKE is then and holds the place that the old one
 * held, which one part of a split does. Until then the old one has it. */
static enum status
hold_place(struct succeeding *s, const struct row *like,
    const struct row *held, struct err *e)
{
	struct row *next;
	enum status st;

	if (s->again || !row_is(held, F_membership_place, "yes") ||
	    row_is(like, F_membership_place, "yes") ||
	    !row_same(like, held, F_membership_network))
		return ST_OK;
	next = row_copy(like);
	row_set(next, F_membership_place, "yes");
	if (row_day(like, F_membership_from) == s->day) {
		st = record_change(s->app, like, next, NULL, e);
	} else {
		next->id = 0;
		row_set(next, F_membership_from, s->on);
		row_set(next, F_membership_reason, s->reason);
		st = record_add(s->app, next, e);
	}
	if (st == ST_OK)
		told_add(s->app, &s->told->did, "holds the place", next, NULL);
	row_free(next);
	return st;
}

/* The newest stage of the new school that began by the day gets the place. */
static enum status
give_place(struct succeeding *s, const struct row *held, struct err *e)
{
	struct rows now = { 0 };
	const struct row *has;
	enum status st = read_rows(s->app, entities[ENT_membership],
	    Q_SUCCEED_STAGES, s->to, &now, e);

	has = st == ST_OK ? stage_before(&now, s->day + 1) : NULL;
	if (has != NULL)
		st = hold_place(s, has, held, e);
	rows_clear(&now);
	return st;
}

/* A school that has stages of its own keeps them; it gets those before its
 * first, and goes on as the old one was where it was no member itself. */
static enum status
take_stages(struct succeeding *s, const struct rows *old,
    const struct rows *own, const struct row *held, struct err *e)
{
	const struct row *has = stage_before(own, s->day + 1);
	enum status st = ST_OK;

	for (size_t i = 0; i < old->n && st == ST_OK; i++) {
		int from = row_day(old->v[i], F_membership_from);

		if (from < s->day && (own->n == 0 ||
		    from < row_day(own->v[0], F_membership_from)))
			st = copy_stage(s, old->v[i], e);
	}
	if (st == ST_OK && own->n > 0 && !is_member(has) && is_member(held))
		st = add_stage(s, held, s->to,
		    row_get(held, F_membership_stage), "copied", e);
	return st != ST_OK || (own->n > 0 && !is_member(has)) ? st :
	    give_place(s, held, e);
}

enum status
succeed_membership(struct succeeding *s, struct err *e)
{
	const struct entity *ent = entities[ENT_membership];
	struct rows old = { 0 }, own = { 0 };
	const struct row *held;
	enum status st;

	st = read_rows(s->app, ent, Q_SUCCEED_STAGES, s->from, &old, e);
	if (st == ST_OK)
		st = read_rows(s->app, ent, Q_SUCCEED_STAGES, s->to, &own, e);
	held = stage_before(&old, s->day);
	if (st == ST_OK && !s->again)
		st = leave(s, &old, held, own.n > 0, e);
	if (st == ST_OK && held != NULL &&
	    !row_is(held, F_membership_stage, "left"))
		st = take_stages(s, &old, &own, held, e);
	rows_clear(&old);
	rows_clear(&own);
	return st;
}

/* --- careers plans ------------------------------------------------------- */

/* The open actions of PLAN join the plan that is there, and get its next
 * numbers (rules_task.c). */
static enum status
join_plan(struct succeeding *s, int64_t plan, int64_t there, struct err *e)
{
	struct app *app = s->app;
	struct db_ids ids = { 0 };
	enum status st = db_get_ids(app->db, Q_PLAN_OPEN, &ids, e, "l", plan);

	for (size_t i = 0; i < ids.n && st == ST_OK; i++) {
		struct row *base, *mine;

		st = store_load(app->db, entities[ENT_task], ids.v[i], false,
		    &base, e);
		if (st != ST_OK)
			break;
		mine = row_copy(base);
		row_set_ref(mine, F_task_plan, "plan", there);
		succeed_repoint(s, mine);
		st = record_change(app, base, mine, NULL, e);
		if (st == ST_OK)
			told_add(s->app, &s->told->did,
			    "joined the plan there", mine,
			    row_get(mine, F_task_number));
		row_free(mine);
		row_free(base);
	}
	db_ids_clear(&ids);
	return st;
}

/* Of the year of the day, at the latest of the present one, and later. */
enum status
succeed_plans(struct succeeding *s, struct err *e)
{
	struct app *app = s->app;
	struct db_ids ids = { 0 };
	char year[8];
	enum status st;

	year_format(year_of_day(s->day < app->today ? s->day : app->today),
	    year);
	st = db_get_ids(app->db, Q_SUCCEED_PLANS, &ids, e, "ls", s->from,
	    year);
	for (size_t i = 0; i < ids.n && st == ST_OK; i++) {
		struct row *plan;
		int64_t there = 0;

		st = store_load(app->db, entities[ENT_plan], ids.v[i], false,
		    &plan, e);
		if (st != ST_OK)
			break;
		st = rules_plan_of(app->db, s->to, row_get(plan, F_plan_year),
		    0, &there, e);
		if (st == ST_OK)
			st = there == 0 ? succeed_move(s, plan->ent, plan->id,
			    e) : join_plan(s, plan->id, there, e);
		row_free(plan);
	}
	db_ids_clear(&ids);
	return st;
}

/* --- rolls and facts ----------------------------------------------------- */

static enum status
copy_roll(struct succeeding *s, const struct row *roll, struct err *e)
{
	struct row *next = row_copy(roll);
	enum status st;

	next->id = 0;
	row_set_ref(next, F_roll_school, "school", s->to);
	row_set(next, F_roll_source, "taken over");
	row_set(next, F_roll_confirmed, "no");
	if ((st = record_add(s->app, next, e)) == ST_OK)
		told_add(s->app, &s->told->did, "copied", next,
		    row_get(next, F_roll_pupils));
	row_free(next);
	return st;
}

/* A number that one of them does not know is not known of both. */
static enum status
add_roll(struct succeeding *s, const struct row *roll, int64_t there,
    struct err *e)
{
	static const int numbers[] = { F_roll_pupils, F_roll_disadvantaged,
	    F_roll_send };
	struct row *base, *mine;
	char sum[24];
	enum status st;

	st = store_load(s->app->db, entities[ENT_roll], there, false, &base,
	    e);
	if (st != ST_OK)
		return st;
	mine = row_copy(base);
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		long a = row_int(base, numbers[i], -1);
		long b = row_int(roll, numbers[i], -1);

		snprintf(sum, sizeof sum, "%ld", a + b);
		row_set(mine, numbers[i], a < 0 || b < 0 ? "" : sum);
	}
	row_set(mine, F_roll_confirmed, "no");
	st = record_change(s->app, base, mine, NULL, e);
	if (st == ST_OK)
		told_add(s->app, &s->told->did, "added up", mine, row_get(mine,
		    F_roll_pupils));
	row_free(mine);
	row_free(base);
	return st;
}

static enum status
take_roll(struct succeeding *s, const struct row *roll, struct err *e)
{
	const char *year = row_get(roll, F_roll_year);
	int64_t own = 0, there = 0;
	enum status st;

	st = db_get_int(s->app->db, Q_SUCCEED_OWN_ROLLS, 0, &own, e, "ls",
	    s->to, year);
	if (st == ST_OK)
		st = rules_roll_of(s->app->db, s->to, year,
		    row_get(roll, F_roll_group), &there, e);
	if (st != ST_OK || own > 0)
		return st;
	if (there == 0)
		return copy_roll(s, roll, e);
	return str_eq(s->kind, "merged") ? add_roll(s, roll, there, e) :
	    ST_OK;
}

static enum status
take_fact(struct succeeding *s, const struct row *fact, struct err *e)
{
	struct row *next;
	int64_t there = 0;
	enum status st;

	st = rules_fact_of(s->app->db, s->to, row_get(fact, F_fact_year),
	    row_get(fact, F_fact_fact), 0, &there, e);
	if (st != ST_OK || there != 0)
		return st;
	next = row_copy(fact);
	next->id = 0;
	row_set_ref(next, F_fact_school, "school", s->to);
	if ((st = record_add(s->app, next, e)) == ST_OK)
		told_add(s->app, &s->told->did, "copied", next, NULL);
	row_free(next);
	return st;
}

/* Of the academic year of the day and later. */
static enum status
each_of_year(struct succeeding *s, const struct entity *ent, enum query q,
    enum status (*take)(struct succeeding *, const struct row *, struct err *),
    struct err *e)
{
	struct db_ids ids = { 0 };
	char year[8];
	enum status st;

	year_format(year_of_day(s->day), year);
	st = db_get_ids(s->app->db, q, &ids, e, "ls", s->from, year);
	for (size_t i = 0; i < ids.n && st == ST_OK; i++) {
		struct row *r;

		st = store_load(s->app->db, ent, ids.v[i], false, &r, e);
		if (st != ST_OK)
			break;
		st = take(s, r, e);
		row_free(r);
	}
	db_ids_clear(&ids);
	return st;
}

/* Which pupils of a split go where nobody knows. */
enum status
succeed_rolls(struct succeeding *s, struct err *e)
{
	return str_eq(s->kind, "split") ? ST_OK :
	    each_of_year(s, entities[ENT_roll], Q_SUCCEED_ROLLS, take_roll, e);
}

enum status
succeed_facts(struct succeeding *s, struct err *e)
{
	return each_of_year(s, entities[ENT_fact], Q_SUCCEED_FACTS, take_fact,
	    e);
}
