/* list_plan.c - what a list is read along.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each term that an index can find is asked how many rows it may give, no
 * further than LIST_BOUND. One organisation's encounters in order of date need
 * no sorting; else the fewest candidates drive and are sorted; when there are
 * too many of each, the rows that fit are so dense that walking along the
 * order and checking finds a page soon. The plan never hangs on SQLite's
 * guesses: NOT INDEXED and INDEXED BY say what is meant.
 */
#include "db/list_impl.h"

#include "db/inner.h"

enum { FLAT_MAX = 4 * FILTER_MAX_TERMS };

struct choice_of {
	int		 best;		/* of the needs; -1 none */
	int64_t		 rows;
	struct sql	 ids;		/* … its candidates */
	int		 pin;		/* -1 none */
	int64_t		 pin_rows;
};

static enum status
probe(struct db *db, const struct sql *ids, int64_t *rows, struct err *e)
{
	struct sql s;
	enum status rc;

	if (db->list_walks) {
		*rows = LIST_BOUND + 1;
		return ST_OK;
	}
	sql_init(&s);
	sql_add(&s, "SELECT count(*) FROM (SELECT 1 FROM (");
	sql_join(&s, ids);
	sql_add(&s, ") LIMIT %d)", LIST_BOUND + 1);
	rc = sql_get_int(db, &s, 0, rows, e);
	sql_clear(&s);
	return rc;
}

/* References with an index that goes on by the main date: entity, field. */
static const char *const dated[][2] = {
	{ "encounter", "cluster" },
};

static bool
is_dated(const struct entity *ent, const struct field *f)
{
	size_t i;

	for (i = 0; i < sizeof dated / sizeof dated[0]; i++)
		if (str_eq(dated[i][0], ent->id) && str_eq(dated[i][1], f->id))
			return true;
	return false;
}

/* Does the need hold for the rows of one record, which an index gives in order
 * of the main date? */
static bool
is_pin(const struct entity *ent, const struct need *n)
{
	const struct field *f;

	if (n->term->op != OP_EQ || n->term->not || n->nvalue != 1 ||
	    n->value[0].wide != 0 || n->value[0].nref != 1)
		return false;
	f = &ent->fields[n->term->field];
	return is_dated(ent, f) ||
	    (f->type == FT_SET && f->set->shape == SET_REFS &&
	    f->set->carry != NULL && ent->main_date >= 0 &&
	    str_eq(f->set->carry, ent->fields[ent->main_date].id));
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

static enum status
choose(struct db *db, const struct list_spec *spec, const struct need **need,
    size_t n, struct choice_of *c, struct err *e)
{
	struct sql ids;
	enum status rc = ST_OK;
	int64_t rows;
	size_t i;

	sql_init(&ids);
	for (i = 0; i < n && rc == ST_OK; i++) {
		sql_reset(&ids);
		if (!need_candidates(spec->ent, need[i], &ids))
			continue;
		if ((rc = probe(db, &ids, &rows, e)) != ST_OK)
			break;
		if (is_pin(spec->ent, need[i]) &&
		    (c->pin < 0 || rows < c->pin_rows)) {
			c->pin = (int)i;
			c->pin_rows = rows;
		}
		if (rows <= LIST_BOUND && (c->best < 0 || rows < c->rows)) {
			c->best = (int)i;
			c->rows = rows;
			sql_reset(&c->ids);
			sql_join(&c->ids, &ids);
		}
	}
	sql_clear(&ids);
	return rc;
}

/* planned and confirmed encounters have an index of their own. */
static bool
is_open(const struct entity *ent, const struct need **need, size_t n)
{
	size_t i, v;
	int status = entity_field(ent, "status");

	for (i = 0; ent->no == ENT_encounter && i < n; i++) {
		const struct filter_term *t = need[i]->term;

		if (t->op != OP_EQ || t->not || t->field != status)
			continue;
		for (v = 0; v < t->values.n; v++)
			if (!str_in(t->values.v[v], "planned confirmed"))
				break;
		if (v == t->values.n)
			return true;
	}
	return false;
}

static void
drive_pin(const struct list_spec *spec, const struct need *need,
    struct plan *p)
{
	const struct entity *ent = spec->ent;
	const struct field *f = &ent->fields[need->term->field];

	const char *date = field_col(&ent->fields[ent->main_date]);

	p->drive = DRIVE_PIN;
	if (f->type != FT_SET) {
		snprintf(p->key, sizeof p->key, "t.%s", date);
		sql_add(&p->from, " FROM %s t INDEXED BY %s_%s WHERE t.%s = ",
		    ent->id, ent->id, field_col(f), field_col(f));
		sql_int(&p->from, need->value[0].ref[0].id);
		return;
	}
	snprintf(p->key, sizeof p->key, "d.%s", date);
	snprintf(p->id, sizeof p->id, "d.%s", ent->id);
	sql_add(&p->from, " FROM %s d CROSS JOIN %s t ON t.id = d.%s WHERE "
	    "d.%s = ", f->set->table, ent->id, ent->id,
	    field_col(&f->set->cols[0]));
	sql_int(&p->from, need->value[0].ref[0].id);
}

static void
drive_walk(const struct list_spec *spec, const struct order *o, bool open,
    struct plan *p)
{
	const struct entity *ent = spec->ent;

	p->drive = DRIVE_WALK;
	snprintf(p->id, sizeof p->id, "t.id");
	sql_add(&p->from, " FROM %s t", ent->id);
	open = open && (spec->filter == NULL || spec->filter->archived == 0) &&
	    (o == NULL || o->field == ent->main_date);
	if (o != NULL && o->indexed) {
		const char *col = field_col(&ent->fields[o->field]);

		snprintf(p->key, sizeof p->key, "t.%s", col);
		sql_add(&p->from, " INDEXED BY %s_%s", ent->id,
		    open ? "open" : col);
	} else if (open) {
		sql_add(&p->from, " INDEXED BY %s_open", ent->id);
	}
	sql_add(&p->from, " WHERE 1%s", open ?
	    " AND t.status IN ('planned', 'confirmed')" : "");
}

/* A bound on what the rows come in order of is said of that column itself,
 * and by list.c only where it is needed. */
static bool
take_bound(const struct need *n, const struct order *o, struct plan *p)
{
	const struct filter_term *t = n->term;
	struct sql *side = t->op == OP_LT || t->op == OP_LE ? &p->most :
	    &p->least;

	if (o == NULL || p->key[0] == '\0' || t->not ||
	    t->field != o->field || t->op < OP_LT || t->op > OP_GE)
		return false;
	sql_add(side, " AND %s %s ", p->key, t->op == OP_LT ? "<" :
	    t->op == OP_LE ? "<=" : t->op == OP_GT ? ">" : ">=");
	sql_text(side, n->value[0].text);
	return true;
}

static void
drive(const struct list_spec *spec, const struct order *o,
    const struct need **flat, size_t nflat, const struct choice_of *c,
    struct plan *p)
{
	const char *table = spec->ent->id;
	bool sorted = o != NULL && !o->indexed;

	snprintf(p->id, sizeof p->id, "t.id");
	if (c->pin >= 0 && !sorted && (o == NULL ||
	    o->field == spec->ent->main_date) &&
	    (c->best < 0 || c->pin_rows <= 8 * c->rows + 100)) {
		drive_pin(spec, flat[c->pin], p);
	} else if (c->best >= 0) {
		p->drive = DRIVE_BOUND;
		sql_add(&p->from, " FROM %s t NOT INDEXED", table);
		if (sorted)
			sql_add(&p->from, " CROSS JOIN %s o ON o.id = t.id",
			    table);
		sql_add(&p->from, " WHERE t.id IN (");
		sql_join(&p->from, &c->ids);
		sql_add(&p->from, ")");
	} else if (sorted) {
		p->drive = DRIVE_WALK;
		sql_add(&p->from, " FROM %s t CROSS JOIN %s o ON o.id = t.id "
		    "WHERE 1", table, table);
	} else {
		drive_walk(spec, o, is_open(spec->ent, flat, nflat), p);
	}
}

static void
add_checks(const struct list_spec *spec, const struct order *o,
    const struct need **flat, size_t nflat, struct plan *p)
{
	int archived = spec->filter != NULL ? spec->filter->archived : 0;
	size_t i;

	if (archived < 2)
		sql_add(&p->from, " AND t.archived IS %sNULL",
		    archived == 1 ? "NOT " : "");
	for (i = 0; i < nflat; i++) {
		if (take_bound(flat[i], o, p))
			continue;
		sql_add(&p->from, " AND ");
		need_check(spec->ent, flat[i], spec->today, &p->from);
	}
}

static void
plan_init(struct plan *p)
{
	memset(p, 0, sizeof *p);
	sql_init(&p->from);
	sql_init(&p->least);
	sql_init(&p->most);
}

enum status
plan_make(struct db *db, const struct list_spec *spec, const struct order *o,
    struct plan *p, struct err *e)
{
	const struct need *flat[FLAT_MAX];
	struct need *needs;
	struct choice_of c = { .best = -1, .pin = -1 };
	size_t n, nflat;
	enum status rc;

	if ((rc = needs_make(db, spec->filter, &needs, &n, e)) != ST_OK)
		return rc;
	nflat = flatten(needs, n, flat, FLAT_MAX);
	sql_init(&c.ids);
	if ((rc = choose(db, spec, flat, nflat, &c, e)) == ST_OK) {
		plan_init(p);
		drive(spec, o, flat, nflat, &c, p);
		add_checks(spec, o, flat, nflat, p);
	}
	sql_clear(&c.ids);
	needs_free(needs, n);
	return rc;
}

enum status
plan_one(struct db *db, const struct list_spec *spec, int64_t id,
    struct plan *p, struct err *e)
{
	const struct need *flat[FLAT_MAX];
	struct need *needs;
	size_t n, nflat;
	enum status rc;

	if ((rc = needs_make(db, spec->filter, &needs, &n, e)) != ST_OK)
		return rc;
	nflat = flatten(needs, n, flat, FLAT_MAX);
	plan_init(p);
	p->drive = DRIVE_BOUND;
	snprintf(p->id, sizeof p->id, "t.id");
	sql_add(&p->from, " FROM %s t NOT INDEXED CROSS JOIN %s o ON "
	    "o.id = t.id WHERE t.id = ", spec->ent->id, spec->ent->id);
	sql_int(&p->from, id);
	add_checks(spec, NULL, flat, nflat, p);
	needs_free(needs, n);
	return ST_OK;
}

void
plan_clear(struct plan *p)
{
	sql_clear(&p->from);
	sql_clear(&p->least);
	sql_clear(&p->most);
}
