/* list_plan.c - what a list is read along.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each term that an index can find is asked how many rows it may give, no
 * further than a bound. The fewest candidates drive; or the rows of few
 * organisations, each in order of date, which need no sorting; when there are
 * too many of all, the rows that fit are so dense that walking along the order
 * and checking finds a page soon. The plan never hangs on SQLite's guesses:
 * NOT INDEXED and INDEXED BY say what is meant.
 */
#include "db/list_impl.h"

#include <stdlib.h>

#include "db/inner.h"

enum { FLAT_MAX = 4 * FILTER_MAX_TERMS };

struct choice_of {
	int		 best;		/* of the needs; -1 none */
	int64_t		 cost;
	bool		 feed;		/* … by its organisations */
	struct sql	 ids;		/* … else its candidates */
};

static enum status
probe(struct db *db, const struct sql *ids, int64_t bound, int64_t *rows,
    struct err *e)
{
	struct sql s;
	enum status rc;

	if (db->list_walks) {
		*rows = bound + 1;
		return ST_OK;
	}
	sql_init(&s);
	sql_add(&s, "SELECT count(*) FROM (SELECT 1 FROM (");
	sql_join(&s, ids);
	sql_add(&s, ") LIMIT ");
	sql_int(&s, bound + 1);
	sql_add(&s, ")");
	rc = sql_get_int(db, &s, 0, rows, e);
	sql_clear(&s);
	return rc;
}

/* The needs that must all hold, one by one: a positive is: is its terms. */
static size_t
flatten(const struct need *needs, size_t n, const struct need **out,
    size_t max)
{
	size_t count = 0, i;

	for (i = 0; i < n; i++) {
		if (needs[i].term->op == OP_IS && !needs[i].term->not)
			count += flatten(needs[i].sub, needs[i].nsub,
			    out + count, max - count);
		else if (count < max)
			out[count++] = &needs[i];
	}
	return count;
}

/* Does the need bound what the rows come in order of? */
static bool
is_bound(const struct need *n, const struct order *o)
{
	const struct filter_term *t = n->term;

	return o != NULL && o->indexed && !t->not && t->field == o->field &&
	    t->op >= OP_LT && t->op <= OP_GE;
}

static enum status
choose(struct db *db, const struct list_spec *spec, const struct order *o,
    const struct need **need, size_t n, struct choice_of *c, struct err *e)
{
	bool indexed = o != NULL && o->indexed;
	bool dated = indexed && o->field == spec->ent->main_date;
	int64_t bound = indexed ? LIST_POOL : LIST_BOUND, cost;
	struct sql ids;
	enum status rc = ST_OK;
	size_t i;

	sql_init(&ids);
	for (i = 0; i < n && rc == ST_OK; i++) {
		bool feed = dated && (cost = source_cost(spec->ent,
		    need[i])) >= 0;

		sql_reset(&ids);
		if (!feed) {	/* rows within a bound are a walk anyway */
			if (is_bound(need[i], o) ||
			    !need_candidates(spec->ent, need[i], &ids))
				continue;
			rc = probe(db, &ids, bound, &cost, e);
			if (rc != ST_OK || cost > bound)
				continue;
		}
		if (c->best < 0 || cost < c->cost) {
			c->best = (int)i;
			c->cost = cost;
			c->feed = feed;
			sql_reset(&c->ids);
			sql_join(&c->ids, &ids);
		}
	}
	sql_clear(&ids);
	return rc;
}

/* Is the list, in this order or counted, one along what is open? */
static const struct open_rows *
open_of(const struct list_spec *spec, const struct order *o,
    const struct need **need, size_t n)
{
	const struct open_rows *open = open_find(spec->ent, need, n);
	bool archived = spec->filter != NULL && spec->filter->archived != 0;

	return open == NULL || archived || (o != NULL && o->field !=
	    entity_field(spec->ent, open->key)) ? NULL : open;
}

/* What is open may be less than the best of the others. */
static enum status
choose_open(struct db *db, const struct entity *ent,
    const struct open_rows *open, struct choice_of *c, struct err *e)
{
	struct sql ids;
	int64_t rows;
	enum status rc;

	if (open == NULL || c->best < 0)
		return ST_OK;
	sql_init(&ids);
	sql_add(&ids, "SELECT t.id FROM %s t INDEXED BY %s_open WHERE %s",
	    entity_table(ent), entity_table(ent), open->terms);
	rc = probe(db, &ids, c->cost, &rows, e);
	sql_clear(&ids);
	if (rc == ST_OK && rows <= c->cost)
		c->best = -1;
	return rc;
}

static void
drive_walk(const struct list_spec *spec, const struct order *o,
    const struct open_rows *open, struct plan *p)
{
	const struct entity *ent = spec->ent;

	p->drive = DRIVE_WALK;
	snprintf(p->id, sizeof p->id, "t.id");
	sql_add(&p->from, " FROM %s t", entity_table(ent));
	if (o != NULL && o->indexed) {
		const char *col = field_col(&ent->fields[o->field]);

		snprintf(p->key, sizeof p->key, "t.%s", col);
		sql_add(&p->from, " INDEXED BY %s_%s", entity_table(ent),
		    open != NULL ? "open" : col);
	} else if (open != NULL) {
		sql_add(&p->from, " INDEXED BY %s_open", entity_table(ent));
	}
	sql_add(&p->from, " WHERE %s", open != NULL ? open->terms : "1");
}

/* A bound on what the rows come in order of is said of that column itself,
 * and by list.c only where it is needed. */
static bool
take_bound(const struct need *n, const struct order *o, struct plan *p)
{
	const struct filter_term *t = n->term;
	struct sql *side = t->op == OP_LT || t->op == OP_LE ? &p->most :
	    &p->least;

	if (!is_bound(n, o))
		return false;
	sql_add(side, " AND %s %s ", p->key, t->op == OP_LT ? "<" :
	    t->op == OP_LE ? "<=" : t->op == OP_GT ? ">" : ">=");
	sql_text(side, n->value[0].text);
	return true;
}

static void
drive_feed(const struct list_spec *spec, const struct order *o,
    const struct need **flat, const struct choice_of *c, struct plan *p)
{
	const struct entity *ent = spec->ent;

	p->drive = DRIVE_FEED;
	snprintf(p->key, sizeof p->key, "d.%s",
	    field_col(&ent->fields[o->field]));
	if (c->feed)
		source_add(ent, flat[c->best], p);
	else
		source_pool(ent, &c->ids, p);
	sql_add(&p->from, " FROM %s t NOT INDEXED WHERE t.id = ", entity_table(ent));
	sql_int(&p->from, 0);
}

static void
drive(const struct list_spec *spec, const struct order *o,
    const struct need **flat, const struct open_rows *open,
    const struct choice_of *c, struct plan *p)
{
	const char *table = entity_table(spec->ent);
	bool sorted = o != NULL && !o->indexed;

	snprintf(p->id, sizeof p->id, "t.id");
	if (c->best >= 0 && o != NULL && !sorted) {
		drive_feed(spec, o, flat, c, p);
	} else if (c->best >= 0) {
		p->drive = DRIVE_SORT;
		sql_add(&p->from, " FROM %s t NOT INDEXED", table);
		if (sorted)
			sql_add(&p->from, " CROSS JOIN %s o ON o.id = t.id",
			    table);
		sql_add(&p->from, " WHERE t.id IN (");
		sql_join(&p->from, &c->ids);
		sql_add(&p->from, ")");
	} else if (sorted) {
		p->drive = DRIVE_SORT;
		sql_add(&p->from, " FROM %s t CROSS JOIN %s o ON o.id = t.id "
		    "WHERE 1", table, table);
	} else {
		drive_walk(spec, o, open, p);
	}
}

/* The row itself is read last: whom it is about is told by its sets. */
static void
add_checks(const struct list_spec *spec, const struct order *o,
    const struct need **flat, size_t nflat, struct plan *p, struct sql *out)
{
	int archived = spec->filter != NULL ? spec->filter->archived : 0;
	size_t i;

	for (i = 0; i < nflat; i++) {
		if (take_bound(flat[i], o, p))
			continue;
		sql_add(out, " AND ");
		need_check(spec->ent, flat[i], spec->today, out);
	}
	if (archived < 2)
		sql_add(out, " AND t.archived IS %sNULL",
		    archived == 1 ? "NOT " : "");
}

static void
plan_init(struct plan *p)
{
	memset(p, 0, sizeof *p);
	sql_init(&p->from);
	sql_init(&p->checks);
	sql_init(&p->least);
	sql_init(&p->most);
}

enum status
plan_make(struct db *db, const struct list_spec *spec, const struct order *o,
    struct plan *p, struct err *e)
{
	const struct need *flat[FLAT_MAX];
	const struct open_rows *open;
	struct need *needs;
	struct choice_of c = { .best = -1 };
	size_t n, nflat;
	enum status rc;

	if ((rc = needs_make(db, spec->filter, spec->today,
	    &needs, &n, e)) != ST_OK)
		return rc;
	nflat = flatten(needs, n, flat, FLAT_MAX);
	sql_init(&c.ids);
	open = open_of(spec, o, flat, nflat);
	if ((rc = choose(db, spec, o, flat, nflat, &c, e)) == ST_OK &&
	    (rc = choose_open(db, spec->ent, open, &c, e)) == ST_OK) {
		plan_init(p);
		drive(spec, o, flat, open, &c, p);
		add_checks(spec, o, flat, nflat, p,
		    p->drive == DRIVE_WALK && o != NULL ? &p->checks : &p->from);
	}
	sql_clear(&c.ids);
	needs_free(needs, n);
	return rc;
}

enum status
plan_these(struct db *db, const struct list_spec *spec, const int64_t *ids,
    size_t n, struct plan *p, struct err *e)
{
	const struct need *flat[FLAT_MAX];
	struct need *needs;
	size_t nneeds, nflat;
	enum status rc;

	if ((rc = needs_make(db, spec->filter, spec->today,
	    &needs, &nneeds, e)) != ST_OK)
		return rc;
	nflat = flatten(needs, nneeds, flat, FLAT_MAX);
	plan_init(p);
	p->drive = DRIVE_SORT;
	snprintf(p->id, sizeof p->id, "t.id");
	sql_add(&p->from, " FROM %s t NOT INDEXED CROSS JOIN %s o ON "
	    "o.id = t.id WHERE t.id IN (", entity_table(spec->ent), entity_table(spec->ent));
	if (n == 1)
		sql_int(&p->from, ids[0]);
	else
		sql_select_ints(&p->from, ids, n);
	sql_add(&p->from, ")");
	add_checks(spec, NULL, flat, nflat, p, &p->from);
	needs_free(needs, nneeds);
	return ST_OK;
}

void
plan_clear(struct plan *p)
{
	size_t i;

	for (i = 0; i < p->nsrc; i++) {
		sql_clear(&p->src[i].from);
		free(p->src[i].org);
	}
	free(p->src);
	sql_clear(&p->from);
	sql_clear(&p->checks);
	sql_clear(&p->least);
	sql_clear(&p->most);
}
