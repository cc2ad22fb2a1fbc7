/* list_sort.c - the order of a list.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A day that nobody has set comes last both ways. Other empty values come first
 * going up and last going down, as SQLite has them: a school that was never visited
 * or has no result yet stands before those that need less. One index gives both
 * directions: list_page.c reads what is empty apart.
 */
#include "db/list_impl.h"

bool
list_sort_indexed(const struct entity *ent, int field)
{
	return field >= 0 && (ent->fields[field].flags & FF_SORT) &&
	    !(ent->fields[field].flags & FF_DERIVED);
}

/* The entity's own order: its main date, else its name. */
static int
own_order(const struct entity *ent, bool *desc)
{
	size_t i;

	*desc = ent->main_date >= 0 && !ent->soonest;
	if (ent->main_date >= 0)
		return ent->main_date;
	if (entity_field(ent, "name") >= 0)
		return entity_field(ent, "name");
	for (i = 0; i < ent->nfields; i++)
		if (list_sort_indexed(ent, (int)i))
			return (int)i;
	return 0;
}

static bool
empty_last(const struct field *f)
{
	return f->type == FT_DATE && !(f->flags & FF_DERIVED);
}

/* What rows are compared by for a field without its index. */
static void
key_expr(const struct entity *ent, const struct field *f, int today,
    struct sql *out)
{
	if (f->type == FT_INT || f->type == FT_NUM) {
		if (f->flags & FF_DERIVED)
			derived_expr(ent, f, today, out);
		else
			sql_add(out, "t.%s", field_col(f));
		return;
	}
	sql_add(out, empty_last(f) ? "nullif(" : "ifnull(");
	cell_expr(ent, f, today, out);
	sql_add(out, empty_last(f) ? ", '')" : ", '') COLLATE NOCASE");
}

void
order_of(const struct list_spec *spec, struct order *o)
{
	const struct entity *ent = spec->ent;
	const struct field *f;

	o->desc = spec->desc;
	o->field = spec->sort >= 0 ? spec->sort : own_order(ent, &o->desc);
	f = &ent->fields[o->field];
	o->indexed = list_sort_indexed(ent, o->field) && spec->nmore == 0;
	o->number = f->type == FT_INT || f->type == FT_NUM;
	o->last = empty_last(f);
	o->null = o->number || o->last;
	sql_init(&o->key);
	if (o->indexed)
		sql_add(&o->key, "t.%s", field_col(f));
	else
		key_expr(ent, f, spec->today, &o->key);
}

void
order_by(const struct order *o, struct sql *out)
{
	if (o->last && !o->desc) {
		sql_join(out, &o->key);
		sql_add(out, " IS NULL, ");
	}
	sql_join(out, &o->key);
	sql_add(out, "%s", o->desc ? " DESC" : "");
}

void
order_more(const struct list_spec *spec, struct sql *out)
{
	int i;

	for (i = 0; i < spec->nmore; i++) {
		const struct field *f = &spec->ent->fields[spec->more[i].field];

		sql_add(out, ", ");
		if (empty_last(f) && !spec->more[i].desc) {
			key_expr(spec->ent, f, spec->today, out);
			sql_add(out, " IS NULL, ");
		}
		key_expr(spec->ent, f, spec->today, out);
		sql_add(out, "%s", spec->more[i].desc ? " DESC" : "");
	}
}

void
order_clear(struct order *o)
{
	sql_clear(&o->key);
}
