/* quick_plan.c - an encounter line: what is asked and written.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/encounter.h"
#include "model/fields.h"

#define WHO	(KIND(NK_SCHOOL) | KIND(NK_PROVIDER) | KIND(NK_EMPLOYER) | \
		KIND(NK_CLUSTER) | KIND(NK_TYPE) | KIND(NK_MODE))

/* --- names --------------------------------------------------------------- */

static enum status
add_new(struct reading *r, size_t part, const char *name, size_t from,
    struct err *e)
{
	struct item *it;
	struct row *row;
	bool settled;
	enum status st;

	st = names_item(r, part, from, name, 0, &it, e);
	if (st != ST_OK)
		return st;
	it->kind = NK_EMPLOYER;
	if ((st = names_known(r, it, &settled, e)) != ST_OK || settled)
		return st;
	row = fresh_row(r, ENT_employer);
	row_set(row, F_employer_name, name);
	it->new_id = plan_add(r->q->plan, row);
	return ST_OK;
}

enum status
names_new(struct reading *r, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < r->parts.n && st == ST_OK; i++) {
		const struct part *p = &r->parts.v[i];

		if (p->kind == PK_NEW && p->fault == NULL)
			st = add_new(r, i, p->value, p->from, e);
	}
	return st;
}

enum status
names_encounter(struct reading *r, unsigned needs, struct err *e)
{
	enum status st;

	if ((st = names_find(r, WHO, e)) != ST_OK ||
	    (st = names_settle(r, r->opts->nschools > 0, needs, e)) != ST_OK ||
	    (st = names_new(r, e)) != ST_OK)
		return st;
	return apply_schools(r, e);
}

/* --- one that was planned ------------------------------------------------ */

struct found {
	struct row	**v;		/* planned encounters */
	size_t		  n;
};

static void
found_clear(struct found *f)
{
	for (size_t i = 0; i < f->n; i++)
		row_free(f->v[i]);
	free(f->v);
}

static enum status
find_planned(struct reading *r, const struct row *row, struct found *out,
    struct err *e)
{
	int day = row_day(row, F_encounter_date);
	int monday = day - day_weekday(day);

	for (size_t i = 0; i < r->schools.n; i++) {
		struct ids ids = { 0 };
		enum status st = r->look->ids(r->look->arg, LOOK_PLANNED,
		    r->schools.v[i].id, monday, monday + 6, &ids, e);

		for (size_t k = 0; st == ST_OK && k < ids.n; k++) {
			struct row *other;
			bool known = false;

			for (size_t j = 0; j < out->n; j++)
				known = known || out->v[j]->id == ids.v[k];
			if (known)
				continue;
			st = r->look->load(r->look->arg,
			    entities[ENT_encounter], ids.v[k], &other, e);
			if (st != ST_OK)
				break;
			if (!row_is(other, F_encounter_type,
			    row_get(row, F_encounter_type))) {
				row_free(other);
				continue;
			}
			out->v = xreallocarray(out->v, out->n + 1,
			    sizeof *out->v);
			out->v[out->n++] = other;
		}
		ids_clear(&ids);
		if (st != ST_OK)
			return st;
	}
	return ST_OK;
}

static long
pupils_came(const struct row *row)
{
	const struct set *years = row_members(row, F_encounter_years);
	long sum = 0;

	for (size_t i = 0; i < years->n; i++)
		sum += strtol(years->m[i].v[EY_ATTENDED], NULL, 10);
	return sum;
}

static bool
ask_planned(struct reading *r, const struct row *row, const struct found *f,
    size_t *out)
{
	struct strs choices = { 0 };
	long n = pupils_came(row);
	char *lead, day[24];
	bool good;

	for (size_t i = 0; i < f->n; i++) {
		day_long(row_day(f->v[i], F_encounter_date), day);
		if (f->n > 1)
			strs_take(&choices, xasprintf("the one of %s happened",
			    day));
		else if (n > 0)
			strs_take(&choices, xasprintf(
			    "that one happened (adds %ld)", n));
		else
			strs_add(&choices, "that one happened");
	}
	strs_add(&choices, "another one");
	lead = planned_lead(r, f->n, row_day(f->v[0], F_encounter_date));
	good = read_ask(r, lead, &choices, NULL, out);
	strs_clear(&choices);
	free(lead);
	return good;
}

/* Delivered, and one like it was planned that week: that one, or another? */
static enum status
settle_planned(struct reading *r, struct row *row, bool *taken, struct err *e)
{
	struct found f = { 0 };
	size_t picked;
	enum status st;

	*taken = false;
	if (!read_is_fine(r) || !row_is(row, F_encounter_status, "delivered"))
		return ST_OK;
	st = find_planned(r, row, &f, e);
	if (st == ST_OK && f.n > 0 && ask_planned(r, row, &f, &picked) &&
	    picked < f.n) {
		struct row *base = f.v[picked], *mine = row_copy(base);

		f.v[picked] = NULL;
		r->stored = true;
		st = apply_said(r, mine, e);
		plan_change(r->q->plan, base, mine);
		r->q->plan->main = r->q->plan->n - 1;
		r->q->plan->did = "Closed";
		*taken = true;
	}
	found_clear(&f);
	return st;
}

/* --- the line ------------------------------------------------------------ */

/* Is one of the names KIND, or may one that nobody understood yet be it? */
static bool
has_kind(const struct reading *r, enum name_kind kind)
{
	for (size_t i = 0; i < r->items.n; i++) {
		const struct item *it = &r->items.v[i];

		if (it->kind == kind || it->kind == NK_MAX ||
		    (!it->done && it->new_id == 0))
			return true;
	}
	return false;
}

/* No school: what the first name was taken for may be the reason. */
static void
which_school(struct reading *r)
{
	for (size_t i = 0; i < r->items.n; i++) {
		const struct cand *c = item_cand(&r->items.v[i]);

		if (c == NULL || (c->kind != NK_EMPLOYER &&
		    c->kind != NK_PROVIDER))
			continue;
		read_fault(r, "which school? \"%s\" is the %s %s",
		    r->items.v[i].text, kind_word(c->kind), c->title);
		return;
	}
	read_fault(r, "which school? Write it first: %s",
	    verbs[0].told.example);
}

static void
check_kinds(struct reading *r)
{
	if (r->schools.n == 0 && !has_kind(r, NK_SCHOOL))
		which_school(r);
	if (!has_kind(r, NK_TYPE))
		read_fault(r, "what kind of encounter? talk, fair, mock, "
		    "workplace visit, ... (Tab completes)");
	if (items_count(r, NK_TYPE) > 1)
		read_fault(r, "two types: write two lines");
	if (items_count(r, NK_CLUSTER) > 1)
		read_fault(r, "two clusters: an encounter belongs to one");
}

enum status
plan_encounter(struct reading *r, struct err *e)
{
	struct row *row;
	bool taken;
	enum status st;

	st = names_encounter(r, KIND(NK_TYPE) | (r->opts->nschools > 0 ? 0 :
	    KIND(NK_SCHOOL)), e);
	if (st != ST_OK)
		return st;
	check_kinds(r);
	row = fresh_row(r, ENT_encounter);
	st = apply_said(r, row, e);
	if (st == ST_OK)
		st = settle_planned(r, row, &taken, e);
	if (st != ST_OK || taken) {
		if (st == ST_OK)
			tell_encounter(r, r->q->plan->op[r->q->plan->main]
			    .mine);
		row_free(row);
		return st;
	}
	tell_encounter(r, row);
	r->q->plan->did = "Logged";
	(void)plan_add(r->q->plan, row);
	r->q->plan->main = r->q->plan->n - 1;
	return ST_OK;
}
