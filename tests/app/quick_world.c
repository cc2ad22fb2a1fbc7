/* quick_world.c - the schools and people of the quick-entry page, in memory.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same answers the database gives (quick_db.c), from rows.
 */
#include "tests/app/quick_world.h"

#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/fitting.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "model/encounter.h"
#include "model/fields.h"
#include "model/id.h"
#include "model/name.h"
#include "model/set.h"

/* --- answers ------------------------------------------------------------- */

static int
name_class_of(const struct world *w, size_t i, const char *query)
{
	char *const *f = &w->folded[3 * i];
	struct name name = { .folded = f[0],
	    .also = (const char *const *)&f[1], .key = f[2],
	    .nalso = *f[1] != '\0' };

	return (int)name_match(query, &name);
}

/* The name, other name and key of every row that has a name. */
static void
fold_names(struct world *w)
{
	w->folded = xcalloc(3 * w->n, sizeof *w->folded);
	for (size_t i = 0; i < w->n; i++) {
		const struct row *row = w->rows[i];
		const struct entity *ent = row->ent;
		char **f = &w->folded[3 * i];
		int name = entity_field(ent, ent->no == ENT_cpd ? "title" :
		    "name"), also = entity_field(ent, "also");

		f[0] = utf8_fold(name >= 0 ? row_get(row, name) : "");
		f[1] = utf8_fold(also >= 0 && row_members(row, also)->n > 0 ?
		    row_members(row, also)->m[0].v[0] :
		    ent->no == ENT_cluster ?
		    row_get(row, F_cluster_short_name) : "");
		f[2] = utf8_fold(ent->key >= 0 ? row_get(row, ent->key) : "");
	}
}

/* Where a person works; NULL when it is not known. */
static char *
works_at(const struct world *w, int64_t contact)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->rows[i]->ent == entities[ENT_role] &&
		    row_ref(w->rows[i], F_role_contact) == contact)
			return w->rows[row_ref(w->rows[i],
			    F_role_organisation) - FIRST_ID]->v[F_school_name];
	return NULL;
}

static enum status
names_between(const struct world *w, enum name_kind kind, const char *text,
    int most, int least, struct cands *out)
{
	char *query = utf8_fold(text);

	for (int class = most; class >= least; class--)
		for (size_t i = 0; i < w->n; i++) {
			const struct row *row = w->rows[i];
			struct cand c = { .kind = kind, .id = row->id,
			    .class = class };

			if (row->ent != kind_entity(kind) ||
			    name_class_of(w, i, query) != class)
				continue;
			c.title = row->v[entity_field(row->ent,
			    kind == NK_CPD ? "title" : "name")];
			if (kind == NK_CONTACT)
				c.where = works_at(w, row->id);
			if (kind == NK_SCHOOL) {
				c.where = row->v[F_school_la];
				c.closed = row_is(row, F_school_status,
				    "Closed");
			}
			cand_push(out, &c);
		}
	free(query);
	return ST_OK;
}

static enum status
world_names(void *arg, enum name_kind kind, const char *text,
    struct cands *out, struct err *e)
{
	(void)e;
	return names_between(arg, kind, text, NAME_KEY, NAME_BEGINNINGS, out);
}

static enum status
world_weak(void *arg, unsigned kinds, const char *text, struct cands *out,
    struct err *e)
{
	(void)e;
	for (int k = 0; k < NK_RECORDS; k++)
		if ((kinds & KIND(k)) != 0)
			(void)names_between(arg, (enum name_kind)k, text,
			    NAME_SUBSTRING, NAME_TYPO, out);
	return ST_OK;
}

static enum status
world_near(void *arg, enum name_kind kind, const char *name,
    struct cands *out, struct err *e)
{
	const struct world *w = arg;
	char *want = utf8_fold_company(name), *plain = utf8_fold(name);

	(void)e;
	for (size_t i = 0; i < w->n; i++) {
		const struct row *row = w->rows[i];
		char *have, *whole;

		if (row->ent != kind_entity(kind))
			continue;
		have = utf8_fold_company(row_get(row, entity_field(row->ent,
		    "name")));
		whole = utf8_fold(row_get(row, entity_field(row->ent,
		    "name")));
		if (str_eq(want, have))
			cand_push(out, &(struct cand){ .kind = kind,
			    .id = row->id, .title = row->v[entity_field(
			    row->ent, "name")], .class = str_eq(plain, whole) ?
			    NAME_EXACT : NAME_WORDS });
		free(have);
		free(whole);
	}
	free(want);
	free(plain);
	return ST_OK;
}

static bool
between(int day, int a, int b)
{
	return day >= a && day <= b;
}

static bool
is_open(const struct row *row)
{
	return row->ent == entities[ENT_task] &&
	    row_is(row, F_task_status, "open");
}

/* Of the lists of the working week. */
static bool
is_of_week(const struct world *w, const struct row *row, enum look_list list,
    int64_t of, int a, int b)
{
	char code[ID_CODE], year[8];
	const char *key[] = { code };
	const struct row *plan;

	id_code(of, code);
	switch (list) {
	case LOOK_VISITS:
		return row->ent == entities[ENT_visit] &&
		    row_is(row, F_visit_status, "planned") &&
		    between(row_day(row, F_visit_date), a, b) &&
		    (row_ref(row, F_visit_school) == of ||
		    row_ref(row, F_visit_employer) == of);
	case LOOK_CALLS:
		return row->ent == entities[ENT_visit] &&
		    row_is(row, F_visit_status, "done") &&
		    set_find(row_members(row, F_visit_people),
		    row->ent->fields[F_visit_people].set, key) != NULL;
	case LOOK_TASKS:
		return is_open(row) && (of == 0 ||
		    row_ref(row, F_task_school) == of);
	case LOOK_ABOUT:
		return is_open(row) && row_ref(row, F_task_about) == of;
	case LOOK_ASKED:
		return row->ent == entities[ENT_recipient] &&
		    row_is(row, F_recipient_status, "sent") &&
		    (row_ref(row, F_recipient_organisation) == of ||
		    row_ref(row, F_recipient_contact) == of);
	case LOOK_PLACEMENTS:
		return row->ent == entities[ENT_placement] &&
		    row_ref(row, F_placement_school) == of &&
		    row_is(row, F_placement_status, "planned");
	case LOOK_FACTS:
		year_format(a, year);
		return row->ent == entities[ENT_fact] &&
		    row_ref(row, F_fact_school) == of &&
		    row_is(row, F_fact_year, year);
	case LOOK_ACTIONS:
		year_format(a, year);
		if (row->ent != entities[ENT_task] ||
		    row_is_empty(row, F_task_plan))
			return false;
		plan = w->rows[row_ref(row, F_task_plan) - FIRST_ID];
		return row_ref(plan, F_plan_school) == of &&
		    row_is(plan, F_plan_year, year);
	default:
		return false;
	}
}

static bool
is_listed(const struct world *w, const struct row *row, enum look_list list,
    int64_t of, int a, int b)
{
	char code[ID_CODE], year[8];
	const char *key[] = { code };

	id_code(of, code);
	switch (list) {
	case LOOK_PLANNED:
		return row->ent == entities[ENT_encounter] &&
		    row_is(row, F_encounter_status, "planned") &&
		    between(row_day(row, F_encounter_date), a, b) &&
		    set_find(row_members(row, F_encounter_schools),
		    &encounter_schools_set, key) != NULL;
	case LOOK_SESSIONS:
		return row->ent == entities[ENT_cpd] &&
		    between(row_day(row, F_cpd_date), a, b);
	case LOOK_BOOKINGS:
		return row->ent == entities[ENT_booking] &&
		    row_ref(row, F_booking_cpd) == of;
	case LOOK_ROLES:
		return row->ent == entities[ENT_role] &&
		    row_ref(row, F_role_organisation) == of &&
		    (row_day(row, F_role_to) == DAY_NONE ||
		    row_day(row, F_role_to) >= a);
	case LOOK_ROLLS:
		year_format(a, year);
		return row->ent == entities[ENT_roll] &&
		    row_ref(row, F_roll_school) == of &&
		    row_is(row, F_roll_year, year);
	case LOOK_COMPASS:
		return row->ent == entities[ENT_assessment] &&
		    row_ref(row, F_assessment_school) == of &&
		    row_day(row, F_assessment_date) == a;
	case LOOK_LAST:
		return row->ent == entities[ENT_encounter];
	case LOOK_VOLUNTEERS:
		return row->ent == entities[ENT_volunteer] &&
		    row_ref(row, F_volunteer_contact) == of;
	case LOOK_MATCHES:
		return row->ent == entities[ENT_match] &&
		    row_ref(row, F_match_volunteer) == of &&
		    !row_is(row, F_match_status, "ended");
	case LOOK_ROLES_OF:
		return row->ent == entities[ENT_role] &&
		    row_ref(row, F_role_contact) == of &&
		    (row_day(row, F_role_to) == DAY_NONE ||
		    row_day(row, F_role_to) >= a);
	default:
		return is_of_week(w, row, list, of, a, b);
	}
}

static enum status
world_ids(void *arg, enum look_list list, int64_t of, int a, int b,
    struct ids *out, struct err *e)
{
	const struct world *w = arg;

	(void)e;
	for (size_t i = 0; i < w->n; i++)
		if (is_listed(w, w->rows[i], list, of, a, b))
			ids_add(out, w->rows[i]->id);
	return ST_OK;
}

static long
world_roll(void *arg, int64_t school, int year, const char *group)
{
	const struct world *w = arg;

	for (size_t i = 0; i < w->n; i++)
		if (is_listed(w, w->rows[i], LOOK_ROLLS, school, year, 0) &&
		    row_is(w->rows[i], F_roll_group, group))
			return row_int(w->rows[i], F_roll_pupils, -1);
	return -1;
}

static enum status
world_load(void *arg, const struct entity *ent, int64_t id, struct row **out,
    struct err *e)
{
	const struct world *w = arg;

	if (id < FIRST_ID || id - FIRST_ID >= (int64_t)w->n ||
	    w->rows[id - FIRST_ID]->ent != ent)
		return err_set(e, ST_NOT_FOUND, "no such %s", ent->id);
	*out = row_copy(w->rows[id - FIRST_ID]);
	return ST_OK;
}

static enum status
world_span(void *arg, int64_t school, int *first, int *last, struct buf *next,
    struct err *e)
{
	struct row *row;
	enum status st = world_load(arg, entities[ENT_school], school, &row,
	    e);

	(void)next;
	if (st != ST_OK)
		return st;
	*first = row_day(row, F_school_opened);
	*last = row_day(row, F_school_closed);
	row_free(row);
	return ST_OK;
}

/* As model/framework.h, of which this world knows two. */
static enum status
world_framework(void *arg, const char *word, int day, const char **out,
    struct err *e)
{
	(void)arg;
	(void)e;
	if (word == NULL)
		*out = day < day_from_ymd(2025, 9, 1) ? "G2014" : "G2024";
	else
		*out = str_ieq(word, "G2014") ? "G2014" :
		    str_ieq(word, "G2024") ? "G2024" : "";
	return ST_OK;
}

static struct row *
world_fresh(void *arg, const struct entity *ent)
{
	const struct world *w = arg;
	struct app app = { .today = w->look.today };

	return record_new(&app, ent);
}

static enum status
world_field(void *arg, struct row *row, int field, const char *text,
    struct err *e)
{
	const struct world *w = arg;
	const struct field *f = &row->ent->fields[field];
	struct parse p = { .today = w->look.today, .dir = DATE_BACK };
	struct buf b;
	enum status st;

	if (f->type == FT_SET)
		return set_parse(row, field, text, 0, &p, e);
	if (f->type == FT_REF || f->type == FT_ANY)
		return err_set(e, ST_NOT_FOUND, "no such record");
	buf_init(&b, BUF_ROW);
	st = field_parse(f, text, &p, &b, e);
	if (st == ST_OK)
		row_set(row, field, b.p);
	buf_clear(&b);
	return st;
}

static enum status
world_mine(void *arg, int64_t school, bool *out, struct err *e)
{
	struct world *w = arg;

	(void)e;
	*out = false;
	for (size_t i = 0; i < w->nmine; i++)
		*out = *out || w->mine[i] == school;
	return ST_OK;
}

static enum status
world_user(void *arg, const char *name, int64_t *out, struct err *e)
{
	const struct world *w = arg;

	(void)e;
	*out = 0;
	for (size_t i = 0; i < w->n; i++)
		if (w->rows[i]->ent->no == ENT_user &&
		    str_ieq(row_get(w->rows[i], F_user_name), name))
			*out = w->rows[i]->id;
	return ST_OK;
}

/* Every open offer of the kind fits, in the order in which they were made. */
static enum status
world_fits(void *arg, const struct row *request, struct buf *out,
    struct err *e)
{
	const struct world *w = arg;
	struct fittings all = { 0 };

	(void)e;
	all.v = xcalloc(w->n + 1, sizeof *all.v);
	for (size_t i = 0; i < w->n; i++) {
		const struct row *r = w->rows[i];

		if (r->ent->no != ENT_offer || !row_is(r, F_offer_kind,
		    row_get(request, F_request_kind)))
			continue;
		all.v[all.n++] = (struct fitting){ .fits = true,
		    .name = xstrdup(row_get(w->rows[row_ref(r,
		    F_offer_organisation) - FIRST_ID], F_employer_name)) };
	}
	fittings_said(&all, out);
	fittings_clear(&all);
	return ST_OK;
}

void
world_init(struct world *w)
{
	*w = (struct world){ 0 };
	w->look = (struct look){
		.arg = w, .today = day_from_ymd(2026, 11, 20),
		.hours_per_day = 5, .names = world_names,
		.weak = world_weak, .near = world_near,
		.ids = world_ids, .roll = world_roll,
		.framework = world_framework, .load = world_load,
		.span = world_span, .mine = world_mine, .user = world_user,
		.fresh = world_fresh, .field = world_field,
		.fits = world_fits,
	};
	world_fill(w);
	fold_names(w);
}

void
world_clear(struct world *w)
{
	for (size_t i = 0; i < w->n; i++)
		row_free(w->rows[i]);
	for (size_t i = 0; i < 3 * w->n; i++)
		free(w->folded[i]);
	free(w->folded);
	free(w->rows);
	*w = (struct world){ 0 };
}
