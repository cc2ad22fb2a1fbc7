/* sets.c - the members of a record's sets, in and out of their tables.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/sets.h"

#include <stdlib.h>

#include "base/mem.h"
#include "db/row.h"

enum { COLS_MAX = 16 };		/* of one set; the widest has seven */

static const struct setdef *
def_of(const struct row *r, int field)
{
	return r->ent->fields[field].set;
}

enum status
sets_load(struct db *db, struct row *r, int field, struct err *e)
{
	const struct setdef *def = def_of(r, field);
	struct set *set = row_members(r, field);
	struct buf value[COLS_MAX];
	const char *v[COLS_MAX];
	struct stmt *st;
	enum status s;
	bool more;

	if ((s = set_stmt(db, r->ent, field, SET_LOAD, &st, e)) != ST_OK ||
	    (s = db_bind_int(st, 1, r->id, e)) != ST_OK)
		return s;
	for (size_t i = 0; i < def->ncols; i++)
		buf_init(&value[i], BUF_ROW);
	while ((s = db_step(st, &more, e)) == ST_OK && more) {
		int at = 0;

		for (size_t i = 0; i < def->ncols; i++) {
			buf_reset(&value[i]);
			columns_read(st, &at, &def->cols[i], &value[i]);
			v[i] = value[i].p;
		}
		set_put(set, def, v);
	}
	for (size_t i = 0; i < def->ncols; i++)
		buf_clear(&value[i]);
	return s;
}

static enum status
put(struct db *db, const struct row *r, int field, enum set_op op,
    const struct member *m, struct err *e)
{
	const struct setdef *def = def_of(r, field);
	int carried = set_carried(r->ent, def), at = 2;
	struct stmt *st;
	enum status s;

	if ((s = set_stmt(db, r->ent, field, op, &st, e)) != ST_OK ||
	    (s = db_bind_int(st, 1, r->id, e)) != ST_OK)
		return s;
	for (size_t i = 0; i < def->ncols && s == ST_OK; i++)
		s = columns_bind(st, &at, &def->cols[i], m->v[i], e);
	if (s == ST_OK && carried >= 0)
		s = columns_bind(st, &at, &r->ent->fields[carried],
		    row_get(r, carried), e);
	return s == ST_OK ? db_to_end(st, e) : s;
}

static enum status
drop(struct db *db, const struct row *r, int field, const struct member *m,
    struct err *e)
{
	const struct setdef *def = def_of(r, field);
	struct stmt *st;
	enum status s;
	int at = 2;

	if ((s = set_stmt(db, r->ent, field, SET_DROP, &st, e)) != ST_OK ||
	    (s = db_bind_int(st, 1, r->id, e)) != ST_OK)
		return s;
	for (size_t i = 0; i < def->nkeys && s == ST_OK; i++)
		s = columns_bind(st, &at, &def->cols[i], m->v[i], e);
	return s == ST_OK ? db_to_end(st, e) : s;
}

static enum status
carry(struct db *db, const struct row *r, int field, int carried,
    struct err *e)
{
	struct stmt *st;
	enum status s;
	int at = 2;

	if ((s = set_stmt(db, r->ent, field, SET_CARRY, &st, e)) != ST_OK ||
	    (s = db_bind_int(st, 1, r->id, e)) != ST_OK ||
	    (s = columns_bind(st, &at, &r->ent->fields[carried],
	    row_get(r, carried), e)) != ST_OK)
		return s;
	return db_to_end(st, e);
}

/* Both sets are sorted by key: walk them side by side. */
static enum status
write_differences(struct db *db, const struct row *old, const struct row *new,
    int field, struct err *e)
{
	static const struct set none;
	const struct setdef *def = def_of(new, field);
	const struct set *a = old != NULL ? row_members(old, field) : &none;
	const struct set *b = row_members(new, field);
	size_t i = 0, k = 0;
	enum status st = ST_OK;

	while (st == ST_OK && (i < a->n || k < b->n)) {
		int c = i == a->n ? 1 : k == b->n ? -1 :
		    member_cmp_key(&a->m[i], &b->m[k], def);

		if (c < 0)
			st = drop(db, new, field, &a->m[i], e);
		else if (c > 0 || !member_same(&a->m[i], &b->m[k], def))
			st = put(db, new, field, old != NULL ? SET_PUT :
			    SET_INSERT, &b->m[k], e);
		i += c <= 0;
		k += c >= 0;
	}
	return st;
}

enum status
sets_write(struct db *db, const struct row *old, const struct row *new,
    int field, struct err *e)
{
	int carried = set_carried(new->ent, def_of(new, field));
	enum status st = write_differences(db, old, new, field, e);

	if (st == ST_OK && old != NULL && carried >= 0 &&
	    !row_same(old, new, carried))
		st = carry(db, new, field, carried, e);
	return st;
}

enum status
sets_empty(struct db *db, const struct row *r, int field, struct err *e)
{
	struct stmt *st;
	enum status s;

	if ((s = set_stmt(db, r->ent, field, SET_EMPTY, &st, e)) != ST_OK ||
	    (s = db_bind_int(st, 1, r->id, e)) != ST_OK)
		return s;
	return db_to_end(st, e);
}
