/* refs.c - look through every reference of every entity for a record.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/refs.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/row.h"
#include "db/store.h"

struct look {
	struct db	*db;
	const struct entity *to;
	int64_t		 id;
	size_t		 limit;		/* records of one column; 0: all */
	struct refs	*out;
};

static void
add(struct refs *l, const struct entity *ent, int64_t id)
{
	for (size_t i = l->n; i > 0 && l->v[i - 1].ent == ent; i--)
		if (l->v[i - 1].id == id)
			return;
	if ((l->n & (l->n + 1)) == 0)	/* grow at 0, 1, 3, 7, ... */
		l->v = xreallocarray(l->v, 2 * l->n + 2, sizeof *l->v);
	l->v[l->n++] = (struct ref_by){ ent, id };
}

void
refs_clear(struct refs *l)
{
	free(l->v);
	*l = (struct refs){ 0 };
}

/* Records of FROM that hold the id in COLUMN of TABLE. */
static enum status
find(struct look *l, const struct entity *from, const char *id_col,
    const char *table, const char *column, struct err *e)
{
	struct buf sql;
	struct stmt *st;
	enum status s;
	bool more;

	buf_init(&sql, BUF_LINE);
	buf_addf(&sql, "SELECT %s FROM %s WHERE %s = ?1 LIMIT ?2", id_col,
	    table, column);
	s = db_made(l->db, sql.p, &st, e);
	buf_clear(&sql);
	if (s != ST_OK || (s = db_bind_int(st, 1, l->id, e)) != ST_OK ||
	    (s = db_bind_int(st, 2, l->limit > 0 ? (int64_t)l->limit : -1,
	    e)) != ST_OK)
		return s;
	while ((s = db_step(st, &more, e)) == ST_OK && more)
		add(l->out, from, db_int(st, 0));
	return s;
}

/* Members of sets of references; lines by school within an encounter follow
 * its schools and have no index of their own. */
static enum status
in_set(struct look *l, const struct entity *from, const struct field *f,
    struct err *e)
{
	const struct field *key = &f->set->cols[0];

	if (f->set->shape != SET_REFS || !str_in(l->to->id, key->ref))
		return ST_OK;
	return find(l, from, entity_table(from), f->set->table,
	    field_col(key), e);
}

static enum status
in_columns(struct look *l, const struct entity *from, const struct field *f,
    struct err *e)
{
	struct buf word, name;
	enum status st = ST_OK;

	buf_init(&word, BUF_LINE);
	buf_init(&name, BUF_LINE);
	for (size_t k = 0; k < columns_of(f) && st == ST_OK; k++) {
		buf_reset(&word);
		buf_reset(&name);
		ref_word(f->ref, k, &word);
		column_name(f, k, &name);
		if (str_eq(word.p, l->to->id))
			st = find(l, from, "id", entity_table(from), name.p,
			    e);
	}
	buf_clear(&word);
	buf_clear(&name);
	return st;
}

static enum status
look_through(struct look *l, struct err *e)
{
	enum status st = ST_OK;

	for (int i = 0; i < ENT_MAX; i++) {
		const struct entity *from = entities[i];

		for (size_t k = 0; k < from->nfields && st == ST_OK; k++) {
			const struct field *f = &from->fields[k];

			if (f->type == FT_SET)
				st = in_set(l, from, f, e);
			else if (f->type == FT_REF || f->type == FT_ANY)
				st = in_columns(l, from, f, e);
			if (st == ST_OK && l->limit > 0 &&
			    l->out->n >= l->limit)
				return ST_OK;
		}
	}
	return st;
}

static int
in_order(const void *a, const void *b)
{
	const struct ref_by *x = a, *y = b;

	if (x->ent != y->ent)
		return x->ent->no < y->ent->no ? -1 : 1;
	return x->id < y->id ? -1 : x->id > y->id;
}

enum status
refs_to(struct db *db, const struct entity *to, int64_t id, struct refs *out,
    struct err *e)
{
	struct look l = { db, to, id, 0, out };
	enum status st;

	*out = (struct refs){ 0 };
	if ((st = look_through(&l, e)) != ST_OK)
		refs_clear(out);
	else if (out->n > 1)
		qsort(out->v, out->n, sizeof *out->v, in_order);
	return st;
}

static enum status
refuse(struct db *db, const struct entity *from, int64_t by, struct err *e)
{
	struct buf ref, title;
	enum status st;

	buf_init(&ref, BUF_LINE);
	buf_init(&title, BUF_LINE);
	if ((st = store_ref(db, from, by, &ref, e)) == ST_OK &&
	    (st = store_title(db, from, by, &title, e)) == ST_OK)
		st = err_set(e, ST_CONFLICT, "%s, %s, refers to it", ref.p,
		    title.p);
	buf_clear(&ref);
	buf_clear(&title);
	return st;
}

enum status
refs_none(struct db *db, const struct entity *to, int64_t id, struct err *e)
{
	struct refs by = { 0 };
	struct look l = { db, to, id, 1, &by };
	enum status st = look_through(&l, e);

	if (st == ST_OK && by.n > 0)
		st = refuse(db, by.v[0].ent, by.v[0].id, e);
	refs_clear(&by);
	return st;
}
