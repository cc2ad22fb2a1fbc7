/* list_source.c - the rows of the organisations a need names, in order of the
 * main date.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/list_impl.h"

#include <stdlib.h>

#include "base/mem.h"

enum { ORG_COST = 50 };		/* as many rows of a pool cost one organisation */

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

/* Does an index of the set go on by the main date? */
static bool
is_carried(const struct entity *ent, const struct field *f)
{
	return f->type == FT_SET && f->set->shape == SET_REFS &&
	    f->set->carry != NULL && ent->main_date >= 0 &&
	    str_eq(f->set->carry, ent->fields[ent->main_date].id);
}

static bool
has_through(const struct entity *ent, bool carried)
{
	size_t i;

	for (i = 0; i < ent->nfields; i++)
		if (is_through(&ent->fields[i]) &&
		    is_carried(ent, &ent->fields[i]) == carried)
			return true;
	return false;
}

static int64_t
word_cost(const struct entity *ent, const struct need *n)
{
	int64_t orgs = 0, held = 0;
	size_t v;

	if (has_names(ent) || !has_through(ent, true) ||
	    has_through(ent, false))
		return -1;
	for (v = 0; v < n->nvalue; v++) {
		if (n->value[v].wide != 0 || n->value[v].text_wide ||
		    n->value[v].kinds.n > 0)
			return -1;
		orgs += (int64_t)n->value[v].nref;
		held += (int64_t)n->value[v].nheld;
	}
	return orgs > LIST_FEEDS || held > LIST_POOL ? -1 :
	    ORG_COST * orgs + held;
}

int64_t
source_cost(const struct entity *ent, const struct need *n)
{
	const struct field *f;
	size_t v;

	if (n->term->not)
		return -1;
	if (n->term->op == OP_WORD)
		return word_cost(ent, n);
	if ((n->term->op != OP_EQ && n->term->op != OP_MINE) ||
	    n->term->field < 0)
		return -1;
	f = &ent->fields[n->term->field];
	if (filter_kind(f) != FK_REF ||
	    (!is_dated(ent, f) && !is_carried(ent, f)))
		return -1;
	for (v = 0; v < n->nvalue; v++)
		if (n->value[v].wide != 0)
			return -1;
	return n->named.nref > LIST_FEEDS ? -1 :
	    ORG_COST * (int64_t)n->named.nref;
}

static struct source *
source_new(struct plan *p)
{
	struct source *s;

	p->src = xreallocarray(p->src, p->nsrc + 1, sizeof *p->src);
	s = &p->src[p->nsrc++];
	memset(s, 0, sizeof *s);
	sql_init(&s->from);
	return s;
}

void
source_pool(const struct entity *ent, const struct sql *ids, struct plan *p)
{
	struct source *s = source_new(p);

	snprintf(s->id, sizeof s->id, "d.id");
	sql_add(&s->from, " FROM %s d NOT INDEXED WHERE d.id IN (", entity_table(ent));
	sql_join(&s->from, ids);
	sql_add(&s->from, ")");
}

/* Rows of the records of field F that V names. */
static void
add_field(const struct entity *ent, const struct field *f,
    const struct need_value *v, struct plan *p)
{
	struct ref_col col;
	struct source *s;
	int64_t *ids;
	size_t n;

	if (ref_cols(f, &col, 1) == 0)
		return;
	if ((n = refs_of(v, col.ent, &ids)) == 0) {
		free(ids);
		return;
	}
	s = source_new(p);
	s->org = ids;
	s->norg = n;
	if (f->type == FT_SET) {
		snprintf(s->id, sizeof s->id, "d.%s", entity_table(ent));
		sql_add(&s->from, " FROM %s d WHERE d.%s = ", f->set->table,
		    col.col);
	} else {
		snprintf(s->id, sizeof s->id, "d.id");
		sql_add(&s->from, " FROM %s d INDEXED BY %s_%s WHERE d.%s = ",
		    entity_table(ent), entity_table(ent), col.col, col.col);
	}
	sql_int(&s->from, 0);
}

void
source_add(const struct entity *ent, const struct need *n, struct plan *p)
{
	struct need_value all = { 0 };
	struct sql ids;
	size_t v, i, held = 0;

	if (n->term->op != OP_WORD) {
		add_field(ent, &ent->fields[n->term->field], &n->named, p);
		return;
	}
	sql_init(&ids);
	for (v = 0; v < n->nvalue; v++) {
		const struct need_value *value = &n->value[v];

		all.ref = xreallocarray(all.ref, all.nref + value->nref + 1,
		    sizeof *all.ref);
		if (value->nref > 0)
			memcpy(all.ref + all.nref, value->ref,
			    value->nref * sizeof *all.ref);
		all.nref += value->nref;
		if (value->nheld == 0)
			continue;
		sql_add(&ids, "%s", held > 0 ? " UNION ALL " : "");
		sql_select_ints(&ids, value->held, value->nheld);
		held += value->nheld;
	}
	refs_sort(&all);
	for (i = 0; i < ent->nfields; i++)
		if (is_through(&ent->fields[i]))
			add_field(ent, &ent->fields[i], &all, p);
	if (held > 0)
		source_pool(ent, &ids, p);
	sql_clear(&ids);
	free(all.ref);
}
