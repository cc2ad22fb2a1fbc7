/* quick_placement.c - "placement sandm; city cranes; y10 6; 12/7 to 16/7; risk
 * ok": places that an employer gives a school's pupils, and what was checked.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line without days adds to the placement there is of that school, employer,
 * kind and year group: "placement sandm; city cranes; consent; 4 filled".
 */
#include "app/quick_placement.h"

#include <stdlib.h>

#include "base/mem.h"
#include "model/fields.h"
#include "model/tables.h"

struct placements {
	struct row	**v;
	size_t		 n;
};

static void
placements_clear(struct placements *all)
{
	for (size_t i = 0; i < all->n; i++)
		row_free(all->v[i]);
	free(all->v);
}

/* --- those there are ----------------------------------------------------- */

/* With days it makes one; without it adds to the one there is. */
static bool
is_new(const struct row *said)
{
	return !row_is_empty(said, F_placement_from);
}

/* May SAID be about ROW? One with days only if it begins that day too. */
static bool
may_be(const struct row *row, const struct row *said)
{
	static const int same[] = { F_placement_employer, F_placement_kind,
	    F_placement_group };

	for (size_t i = 0; i < COUNT_OF(same); i++)
		if (!row_is_empty(said, same[i]) &&
		    !row_same(row, said, same[i]))
			return false;
	return !is_new(said) || (!row_is_empty(said, F_placement_employer) &&
	    row_same(row, said, F_placement_from));
}

/* Of the school of SAID, planned or going on. */
static enum status
find_there(struct reading *r, const struct row *said, struct placements *out,
    struct err *e)
{
	struct ids ids = { 0 };
	enum status st = r->look->ids(r->look->arg, LOOK_PLACEMENTS,
	    row_ref(said, F_placement_school), 0, 0, &ids, e);

	out->v = xcalloc(ids.n + 1, sizeof *out->v);
	for (size_t i = 0; i < ids.n && st == ST_OK && out->n < QUESTION_MAX;
	    i++) {
		struct row *row;

		st = r->look->load(r->look->arg, entities[ENT_placement],
		    ids.v[i], &row, e);
		if (st == ST_OK && may_be(row, said))
			out->v[out->n++] = row;
		else if (st == ST_OK)
			row_free(row);
	}
	ids_clear(&ids);
	return st;
}

/* "City Cranes, work experience, Mon 12 Jul 2027" */
static enum status
choice_of(struct reading *r, const struct row *row, struct strs *out,
    struct err *e)
{
	int64_t employer = row_ref(row, F_placement_employer);
	char *name = NULL, day[24] = "?";
	enum status st = employer == 0 ? ST_OK : record_name(r, ENT_employer,
	    employer, &name, e);

	if (st != ST_OK)
		return st;
	if (row_day(row, F_placement_from) != DAY_NONE)
		day_long(row_day(row, F_placement_from), day);
	strs_take(out, xasprintf("%s, %s, %s", name != NULL ? name : "?",
	    row_get(row, F_placement_kind), day));
	free(name);
	return ST_OK;
}

/* Which of ALL? *AT is its number; that of ALL for a new one. */
static enum status
choose(struct reading *r, const struct placements *all, bool fresh, size_t *at,
    bool *chosen, struct err *e)
{
	struct strs choices = { 0 };
	enum status st = ST_OK;

	*at = 0;
	for (size_t i = 0; i < all->n && st == ST_OK; i++)
		st = choice_of(r, all->v[i], &choices, e);
	if (fresh)
		strs_add(&choices, "another one");
	*chosen = st == ST_OK && (choices.n == 1 || read_ask(r, fresh ?
	    "there already: " : "which placement? ", &choices, NULL, at));
	strs_clear(&choices);
	return st;
}

/* --- what is written ----------------------------------------------------- */

/* A school that is closed on the day gives nobody a placement. */
static enum status
check_row(struct reading *r, const struct row *row, struct err *e)
{
	struct err why = { 0 };

	if (row->ent->check(row, &why) != ST_OK)
		read_fault(r, "%s", why.text);
	return apply_closed(r, row_day(row, F_placement_from), e);
}

static enum status
add_new(struct reading *r, const struct row *said, struct err *e)
{
	struct row *row = fresh_row(r, ENT_placement);

	placement_put(row, said);
	placement_tell(r, row);
	r->q->plan->did = "Added";
	(void)plan_add(r->q->plan, row);
	r->q->plan->main = r->q->plan->n - 1;
	return check_row(r, row, e);
}

/* Is nothing of SAID another than ROW has? */
static bool
is_same(const struct row *row, const struct row *said)
{
	for (int f = 0; (size_t)f < row->ent->nfields; f++)
		if (row->ent->fields[f].type != FT_SET &&
		    !row_is_empty(said, f) && !row_same(row, said, f))
			return false;
	return true;
}

static enum status
change(struct reading *r, struct row *take_base, const struct row *said,
    struct err *e)
{
	struct row *mine = row_copy(take_base);
	char *name;
	enum status st = ST_OK;

	if (is_same(take_base, said))
		read_fault(r, "nothing new is said of the placement: write "
		    "what was checked or how many are filled, as in %s",
		    r->verb->told.example);
	placement_put(mine, said);
	if (row_is_empty(said, F_placement_employer) &&
	    !row_is_empty(mine, F_placement_employer) &&
	    (st = record_name(r, ENT_employer, row_ref(mine,
	    F_placement_employer), &name, e)) == ST_OK)
		read_tell(r, "employer", name, NULL)->assumed = true;
	placement_tell(r, mine);
	r->q->plan->did = "Changed";
	plan_change(r->q->plan, take_base, mine);
	r->q->plan->main = r->q->plan->n - 1;
	return st == ST_OK ? check_row(r, mine, e) : st;
}

static enum status
write_said(struct reading *r, const struct row *said, struct err *e)
{
	struct placements all = { 0 };
	bool fresh = is_new(said), chosen = false;
	size_t at = 0;
	enum status st = find_there(r, said, &all, e);

	if (st == ST_OK && all.n == 0 && !fresh)
		read_fault(r, "no such placement of %s is planned or going "
		    "on: for a new one write its days, %s",
		    r->schools.v[0].title, r->verb->told.example);
	else if (st == ST_OK)
		st = choose(r, &all, fresh, &at, &chosen, e);
	if (st == ST_OK && chosen && at == all.n) {
		st = add_new(r, said, e);
	} else if (st == ST_OK && chosen) {
		struct row *base = all.v[at];

		all.v[at] = NULL;
		st = change(r, base, said, e);
	}
	placements_clear(&all);
	return st;
}

/* --- the line ------------------------------------------------------------ */

static enum status
find_names(struct reading *r, struct err *e)
{
	enum status st;

	if ((st = names_find(r, KIND(NK_SCHOOL) | KIND(NK_EMPLOYER) |
	    KIND(NK_CLUSTER), e)) != ST_OK ||
	    (st = names_settle(r, r->opts->nschools > 0, r->opts->nschools >
	    0 ? 0 : KIND(NK_SCHOOL), e)) != ST_OK ||
	    (st = names_new(r, e)) != ST_OK)
		return st;
	return apply_schools(r, e);
}

/* Employer and cluster; the school is told first. */
static void
put_names(struct reading *r, struct row *said)
{
	if (items_count(r, NK_EMPLOYER) > 1)
		read_fault(r, "one employer a line: write two lines");
	for (size_t i = 0; i < r->items.n; i++) {
		const struct item *it = &r->items.v[i];
		const struct cand *c = item_cand(it);
		int64_t id = c != NULL ? c->id : it->new_id;

		if (id == 0 || it->kind == NK_SCHOOL)
			continue;
		if (it->kind == NK_EMPLOYER)
			row_set_ref(said, F_placement_employer, "employer",
			    id);
		else
			row_set_ref(said, F_placement_cluster, "cluster", id);
		read_tell_item(r, it, NULL);
	}
}

static enum status
understand(struct reading *r, struct row *said, struct err *e)
{
	int64_t school;
	enum status st;

	placement_words(r, said);
	if ((st = find_names(r, e)) != ST_OK)
		return st;
	placement_parts(r, said);
	apply_twice(r);
	apply_strict(r);
	if ((school = verb_one_school(r)) == 0)
		return ST_OK;
	row_set_ref(said, F_placement_school, "school", school);
	tell_school(r);
	put_names(r, said);
	return read_is_fine(r) ? write_said(r, said, e) : ST_OK;
}

enum status
plan_placement(struct reading *r, struct err *e)
{
	struct row *said = row_new(entities[ENT_placement]);
	enum status st = understand(r, said, e);

	row_free(said);
	return st;
}
