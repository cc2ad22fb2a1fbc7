/* refs.c - look through every reference of every entity for a record.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/refs.h"

#include "base/buf.h"
#include "base/str.h"
#include "db/row.h"
#include "db/store.h"

/* A record of ENT that holds ID in COLUMN of TABLE; 0 when there is none. */
static enum status
find_one(struct db *db, const char *id_col, const char *table,
    const char *column, int64_t id, int64_t *out, struct err *e)
{
	struct buf sql;
	struct stmt *st;
	enum status s;
	bool more;

	buf_init(&sql, BUF_LINE);
	buf_addf(&sql, "SELECT %s FROM %s WHERE %s = ?1 LIMIT 1", id_col,
	    table, column);
	s = db_made(db, sql.p, &st, e);
	buf_clear(&sql);
	if (s != ST_OK || (s = db_bind_int(st, 1, id, e)) != ST_OK ||
	    (s = db_step(st, &more, e)) != ST_OK)
		return s;
	*out = more ? db_int(st, 0) : 0;
	db_done(st);
	return ST_OK;
}

/* Members of sets of references; lines by school within an encounter follow
 * its schools and have no index of their own. */
static enum status
in_set(struct db *db, const struct entity *from, const struct field *f,
    const struct entity *to, int64_t id, int64_t *out, struct err *e)
{
	const struct field *key = &f->set->cols[0];

	if (f->set->shape != SET_REFS || !str_in(to->id, key->ref))
		return ST_OK;
	return find_one(db, entity_table(from), f->set->table, field_col(key), id, out,
	    e);
}

static enum status
in_columns(struct db *db, const struct entity *from, const struct field *f,
    const struct entity *to, int64_t id, int64_t *out, struct err *e)
{
	struct buf word, name;
	enum status st = ST_OK;

	buf_init(&word, BUF_LINE);
	buf_init(&name, BUF_LINE);
	for (size_t k = 0; k < columns_of(f) && st == ST_OK && *out == 0; k++) {
		buf_reset(&word);
		buf_reset(&name);
		ref_word(f->ref, k, &word);
		column_name(f, k, &name);
		if (str_eq(word.p, to->id))
			st = find_one(db, "id", entity_table(from), name.p, id, out, e);
	}
	buf_clear(&word);
	buf_clear(&name);
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
	for (int i = 0; i < ENT_MAX; i++) {
		const struct entity *from = entities[i];

		for (size_t k = 0; k < from->nfields; k++) {
			const struct field *f = &from->fields[k];
			enum status st = ST_OK;
			int64_t by = 0;

			if (f->type == FT_SET)
				st = in_set(db, from, f, to, id, &by, e);
			else if (f->type == FT_REF || f->type == FT_ANY)
				st = in_columns(db, from, f, to, id, &by, e);
			if (st != ST_OK)
				return st;
			if (by != 0)
				return refuse(db, from, by, e);
		}
	}
	return ST_OK;
}
