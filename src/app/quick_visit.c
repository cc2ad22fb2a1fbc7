/* quick_visit.c - a visit, call, e-mail or meeting as it is said.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The school is the one named, else where the person works, else the one on
 * screen. What is to come of it is quick_follow.c and quick_again.c.
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/fields.h"
#include "model/id.h"
#include "model/tables.h"

bool
verb_is_visit(const struct verb *v)
{
	return v != NULL && v->plan == plan_visit;
}

/* --- names --------------------------------------------------------------- */

/* "no answer" is what came of it and no name. */
static void
take_results(struct reading *r)
{
	const struct field *f = &entities[ENT_visit]->fields[F_visit_result];

	for (size_t i = 0; i < r->parts.n; i++) {
		struct part *p = &r->parts.v[i];
		const struct choice *c = p->kind == PK_NAME ?
		    field_choice(f, p->text) : NULL;

		if (c == NULL)
			continue;
		p->kind = PK_TEXT;
		p->word = c->word;
	}
}

enum status
visit_names(struct reading *r, struct err *e)
{
	enum status st;

	take_results(r);
	if ((st = names_find(r, KIND(NK_SCHOOL) | KIND(NK_EMPLOYER) |
	    KIND(NK_CONTACT), e)) != ST_OK ||
	    (st = people_find(r, e)) != ST_OK ||
	    (st = names_settle(r, false, 0, e)) != ST_OK ||
	    (st = apply_schools(r, e)) != ST_OK)
		return st;
	return people_choose(r, e);
}

static const struct cand *
first_cand(const struct reading *r, enum name_kind kind)
{
	for (size_t i = 0; i < r->items.n; i++) {
		const struct cand *c = item_cand(&r->items.v[i]);

		if (c != NULL && c->kind == kind)
			return c;
	}
	return NULL;
}

/* --- where --------------------------------------------------------------- */

/* The place whose people ask for it: one on screen, else the only one. */
static struct work *
choose_place(struct reading *r, struct works *ps)
{
	struct strs choices = { 0 };
	const struct cand *who = first_cand(r, NK_CONTACT);
	size_t picked = 0;
	char *lead;

	for (size_t i = 0; i < ps->n; i++)
		for (size_t k = 0; k < r->schools.n; k++)
			if (ps->v[i].id == r->schools.v[k].id)
				return &ps->v[i];
	for (size_t i = 0; i < ps->n && i < QUESTION_MAX; i++)
		strs_add(&choices, ps->v[i].title);
	lead = xasprintf("%s has roles at %zu places: ", who->title, ps->n);
	if (ps->n > 1 && !read_ask(r, lead, &choices, NULL, &picked))
		picked = ps->n;
	free(lead);
	strs_clear(&choices);
	return picked < ps->n ? &ps->v[picked] : NULL;
}

/* No organisation is named, but somebody: where they work. */
static enum status
where_by_person(struct reading *r, struct row *row, struct err *e)
{
	const struct cand *who = first_cand(r, NK_CONTACT);
	struct works ps = { 0 };
	const struct work *p;
	enum status st = person_places(r, who->id, row_day(row, F_visit_date),
	    &ps, e);

	if (st == ST_OK && ps.n == 0)	/* their role may only have begun */
		st = person_places(r, who->id, r->look->today, &ps, e);
	if (st == ST_OK && ps.n > 0 && (p = choose_place(r, &ps)) != NULL) {
		int f = p->no == ENT_school ? F_visit_school :
		    F_visit_employer;

		row_set_ref(row, f, entities[p->no]->id, p->id);
		schools_clear(&r->schools);
		read_tell(r, entities[p->no]->id, xstrdup(p->title), NULL)
		    ->assumed = true;
	} else if (st == ST_OK && ps.n == 0 && r->schools.n == 0) {
		read_fault(r, "which school? %s has no role at one today",
		    who->title);
	}
	works_clear(&ps);
	return st;
}

/* Put the school or employer on ROW and tell it. */
static enum status
visit_where(struct reading *r, struct row *row, struct err *e)
{
	const struct cand *employer = first_cand(r, NK_EMPLOYER);
	bool named = items_count(r, NK_SCHOOL) + items_count(r, NK_EMPLOYER) >
	    0;
	enum status st = ST_OK;

	if (items_count(r, NK_EMPLOYER) > 1)
		read_fault(r, "one employer a line: write two lines");
	if (!named && first_cand(r, NK_CONTACT) != NULL &&
	    (st = where_by_person(r, row, e)) != ST_OK)
		return st;
	if (r->schools.n > 1)
		read_fault(r, "one school a line: write two lines");
	else if (r->schools.n == 1)
		row_set_ref(row, F_visit_school, "school",
		    r->schools.v[0].id);
	if (employer != NULL)
		row_set_ref(row, F_visit_employer, "employer", employer->id);
	if (row_is_empty(row, F_visit_school) &&
	    row_is_empty(row, F_visit_employer) && read_is_fine(r))
		read_fault(r, "which school? Write %s",
		    r->verb->told.example);
	if (r->schools.n == 1)
		tell_school(r);
	for (size_t i = 0; i < r->items.n; i++)
		if (r->items.v[i].kind == NK_EMPLOYER && r->items.v[i].done)
			read_tell_item(r, &r->items.v[i], NULL);
	return ST_OK;
}

/* --- one that was planned ------------------------------------------------ */

static char *
planned_choice(const struct row *row, size_t n)
{
	char day[24];

	if (n == 1)
		return xstrdup("that planned one happened");
	day_long(row_day(row, F_visit_date), day);
	return xasprintf("the one of %s happened", day);
}

/* Ask which of the N planned visits V took place; true with *OUT, which is N
 * for none of them. */
static bool
ask_planned(struct reading *r, struct row *const *v, size_t n, size_t *out)
{
	struct strs choices = { 0 };
	char *lead;
	bool good;

	for (size_t i = 0; i < n; i++)
		strs_take(&choices, planned_choice(v[i], n));
	strs_add(&choices, "a new one");
	lead = planned_lead(r, n, row_day(v[0], F_visit_date));
	good = read_ask(r, lead, &choices, NULL, out);
	strs_clear(&choices);
	free(lead);
	return good;
}

/* Planned, of the week of ROW, its place and its kind; the caller frees all. */
static enum status
planned_like(struct reading *r, const struct row *row, struct row ***out,
    size_t *n, struct err *e)
{
	int day = row_day(row, F_visit_date);
	int monday = day - day_weekday(day);
	int64_t of = row_is_empty(row, F_visit_school) ?
	    row_ref(row, F_visit_employer) : row_ref(row, F_visit_school);
	struct ids ids = { 0 };
	enum status st = r->look->ids(r->look->arg, LOOK_VISITS, of, monday,
	    monday + 6, &ids, e);

	*n = 0;
	*out = xcalloc(ids.n + 1, sizeof **out);
	for (size_t i = 0; i < ids.n && i < QUESTION_MAX && st == ST_OK; i++) {
		struct row *other;

		st = r->look->load(r->look->arg, entities[ENT_visit],
		    ids.v[i], &other, e);
		if (st == ST_OK && row_same(other, row, F_visit_kind))
			(*out)[(*n)++] = other;
		else if (st == ST_OK)
			row_free(other);
	}
	ids_clear(&ids);
	return st;
}

static enum status
settle_planned(struct reading *r, const struct row *row, bool *taken,
    struct err *e)
{
	struct row **v;
	size_t n, picked;
	enum status st;

	*taken = false;
	if (!read_is_fine(r) || !row_is(row, F_visit_status, "done"))
		return ST_OK;
	st = planned_like(r, row, &v, &n, e);
	if (st == ST_OK && n > 0 && ask_planned(r, v, n, &picked) &&
	    picked < n) {
		struct row *base = v[picked];
		int day = row_day(base, F_visit_date);

		v[picked] = NULL;
		*taken = true;
		st = visit_happened(r, base, day > r->look->today ?
		    r->look->today : day, e);
	}
	for (size_t i = 0; i < n; i++)
		row_free(v[i]);
	free(v);
	return st;
}

enum status
visit_happened(struct reading *r, struct row *take_base, int day, struct err *e)
{
	struct row *mine = row_copy(take_base);

	r->stored = true;
	if (day != DAY_NONE)
		put_date(mine, F_visit_date, day);
	plan_change(r->q->plan, take_base, mine);
	r->q->plan->main = r->q->plan->n - 1;
	r->q->plan->did = "Closed";
	return visit_said(r, mine, e);
}

/* --- the line ------------------------------------------------------------ */

/* The day comes first: who worked where follows from it. */
static void
first_day(const struct reading *r, struct row *row)
{
	for (size_t i = 0; i < r->parts.n; i++)
		if (r->parts.v[i].kind == PK_WHEN &&
		    r->parts.v[i].day != DAY_NONE)
			put_date(row, F_visit_date, r->parts.v[i].day);
}

/* Read the line into ROW, which becomes the plan's or is freed; *OUT is what
 * the plan holds. */
static enum status
make_visit(struct reading *r, struct row *take_row, struct row **out,
    struct err *e)
{
	struct row *row = take_row;
	bool taken = false;
	enum status st;

	if ((st = visit_names(r, e)) != ST_OK ||
	    (st = visit_where(r, row, e)) != ST_OK ||
	    (st = visit_said(r, row, e)) != ST_OK ||
	    (st = settle_planned(r, row, &taken, e)) != ST_OK || taken) {
		row_free(row);
		if (st == ST_OK)
			*out = r->q->plan->op[r->q->plan->main].mine;
		return st;
	}
	(void)plan_add(r->q->plan, row);
	r->q->plan->main = r->q->plan->n - 1;
	r->q->plan->did = "Logged";
	*out = row;
	return ST_OK;
}

enum status
plan_visit(struct reading *r, struct err *e)
{
	const struct choice *kind = field_choice(
	    &entities[ENT_visit]->fields[F_visit_kind], r->verb->told.word);
	struct row *row = fresh_row(r, ENT_visit);
	enum status st;

	row_set(row, F_visit_kind, kind->word);
	first_day(r, row);
	if ((st = make_visit(r, row, &row, e)) != ST_OK)
		return st;
	tell_visit(r, row);
	return visit_tries(r, row, e);
}

enum status
plan_next(struct reading *r, struct err *e)
{
	struct row *row;
	struct part *p = NULL;
	enum status st;

	for (size_t i = r->follow.n; i-- > 0; )
		if (r->follow.v[i].kind == PK_NEXT)
			p = &r->follow.v[i];
	if (p == NULL) {
		read_fault(r, "next when? Write %s", r->verb->told.example);
		return ST_OK;
	}
	if (p->fault != NULL)
		return ST_OK;
	p->kind = PK_WHEN;		/* it is the line's own day */
	parts_push(&r->parts, *p);
	(void)parts_remove(&r->follow, (size_t)(p - r->follow.v));
	r->plan_word = true;
	row = fresh_row(r, ENT_visit);
	first_day(r, row);
	if ((st = make_visit(r, row, &row, e)) == ST_OK)
		tell_visit(r, row);
	return st;
}
