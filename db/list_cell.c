/* list_cell.c - the display text of one field of a record.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/list_impl.h"

#include <assert.h>

#include "base/mem.h"

void
derived_expr(const struct entity *ent, const struct field *f, int today,
    struct sql *out)
{
	const char *fragment = db_fragment("DERIVED", ent->id, f->id);

	assert(fragment != NULL);
	sql_add(out, "(");
	sql_fragment(out, fragment, today);
	sql_add(out, ")");
}

/* What the record of ENT with the id in ID is called. */
static void
title_of(const struct entity *ent, const char *id, struct sql *out)
{
	const char *title = db_fragment("TITLE", ent->id, NULL);

	assert(title != NULL);
	sql_add(out, "(SELECT %s FROM %s t WHERE t.id = %s)", title, entity_table(ent),
	    id);
}

static void
refs_cell(const struct field *f, struct sql *out)
{
	struct ref_col cols[LIST_KINDS];
	size_t n = ref_cols(f, cols, LIST_KINDS), i;

	sql_add(out, "coalesce(");
	for (i = 0; i < n; i++) {
		char *id = xasprintf("o.%s", cols[i].col);

		title_of(cols[i].ent, id, out);
		sql_add(out, ", ");
		free(id);
	}
	sql_add(out, "'')");
}

/* One: its name; several: "4 schools". */
static void
records_cell(const struct entity *ent, const struct field *f, struct sql *out)
{
	struct ref_col col;
	const char *name = ref_cols(f, &col, 1) == 1 ? col.ent->ids : "";
	char *id = xasprintf("(SELECT m.%s FROM %s m WHERE m.%s = o.id)",
	    col.col, f->set->table, entity_table(ent));

	if (str_eq(f->id, "providers"))
		name = f->id;
	sql_add(out, "(SELECT CASE count(*) WHEN 0 THEN '' WHEN 1 THEN ");
	title_of(col.ent, id, out);
	sql_add(out, " ELSE count(*) || ' %s' END FROM %s k WHERE k.%s = o.id)",
	    name, f->set->table, entity_table(ent));
	free(id);
}

static void
set_cell(const struct entity *ent, const struct field *f, struct sql *out)
{
	const struct setdef *set = f->set;
	const char *a = field_col(&set->cols[0]);

	switch (set->shape) {
	case SET_REFS:
		records_cell(ent, f, out);
		break;
	case SET_YEARS:
		sql_add(out, "(SELECT group_concat(x, ', ') FROM (SELECT "
		    "m.grp || coalesce(' ' || sum(m.attended), ' ~' || "
		    "sum(m.expected), ' ?') AS x FROM %s m WHERE m.%s = o.id "
		    "GROUP BY m.grp ORDER BY length(m.grp), m.grp))",
		    set->table, entity_table(ent));
		break;
	case SET_COUNTS:
		sql_add(out, "(SELECT group_concat(x, ', ') FROM (SELECT "
		    "m.%s || coalesce(' ' || sum(m.%s), '') AS x FROM %s m "
		    "WHERE m.%s = o.id GROUP BY m.%s ORDER BY m.%s))",
		    field_col(&set->cols[1]), field_col(&set->cols[2]),
		    set->table, entity_table(ent), field_col(&set->cols[1]),
		    field_col(&set->cols[1]));
		break;
	case SET_ANSWERS:
		sql_add(out, "(SELECT group_concat(x, ', ') FROM (SELECT "
		    "m.%s || '=' || coalesce(nullif(m.%s, ''), '?') AS x "
		    "FROM %s m WHERE m.%s = o.id "
		    "ORDER BY CAST(m.%s AS INTEGER), "
		    "CAST(substr(m.%s, 3) AS INTEGER)))", a,
		    field_col(&set->cols[1]), set->table, entity_table(ent), a, a);
		break;
	case SET_WORDS:
	case SET_INTS:
	case SET_MAP:
		sql_add(out, "(SELECT group_concat(x, ', ') FROM (SELECT "
		    "m.%s AS x FROM %s m WHERE m.%s = o.id ORDER BY m.%s))",
		    a, set->table, entity_table(ent), a);
		break;
	}
}

void
cell_expr(const struct entity *ent, const struct field *f, int today,
    struct sql *out)
{
	struct sql plain;

	if (f->type == FT_SET) {
		set_cell(ent, f, out);
		return;
	}
	if (f->type == FT_REF || f->type == FT_ANY) {
		refs_cell(f, out);
		return;
	}
	sql_init(&plain);
	if (f->flags & FF_DERIVED)
		derived_expr(ent, f, today, &plain);
	else
		sql_add(&plain, "t.%s", field_col(f));
	if (f->type == FT_NUM) {
		sql_add(out, "CASE WHEN (");
		sql_join(out, &plain);
		sql_add(out, ") IS NOT NULL THEN printf('%%.15g', ");
		sql_join(out, &plain);
		sql_add(out, ") END");
	} else if (f->type == FT_NOTE) {
		sql_add(out, "replace(");
		sql_join(out, &plain);
		sql_add(out, ", char(10), ' ')");
	} else {
		sql_join(out, &plain);
	}
	sql_clear(&plain);
}

char *
cell_text(const struct field *f, const char *text)
{
	const struct choice *c;

	if (f->type == FT_CHOICE && *text != '\0' &&
	    (c = field_choice(f, text)) != NULL && c->label != NULL)
		return xstrdup(c->label);
	return xstrdup(text);
}
