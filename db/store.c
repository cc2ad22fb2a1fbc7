/* store.c - load, insert, update and take out one record with all it keeps.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/store.h"

#include <assert.h>

#include "db/inner.h"
#include "db/refs.h"
#include "db/row.h"
#include "db/search.h"
#include "db/sets.h"
#include "db/totals.h"

static bool
is_set(const struct row *r, int i)
{
	return r->ent->fields[i].type == FT_SET;
}

/* The statement OP of ENT, bound to ID. */
static enum status
by_id(struct db *db, const struct entity *ent, enum row_op op, int64_t id,
    struct stmt **st, struct err *e)
{
	enum status s = row_stmt(db, ent, op, st, e);

	return s == ST_OK ? db_bind_int(*st, 1, id, e) : s;
}

static enum status
load_columns(struct db *db, struct row *r, struct err *e)
{
	struct buf value;
	struct stmt *st;
	enum status s;
	bool more;
	int at = 1;

	if ((s = by_id(db, r->ent, ROW_LOAD, r->id, &st, e)) != ST_OK ||
	    (s = db_step(st, &more, e)) != ST_OK)
		return s;
	if (!more)
		return err_set(e, ST_NOT_FOUND, "there is no such %s",
		    r->ent->id);
	buf_init(&value, BUF_ROW);
	for (int i = 0; (size_t)i < r->ent->nfields; i++) {
		if (columns_of(&r->ent->fields[i]) == 0)
			continue;
		buf_reset(&value);
		columns_read(st, &at, &r->ent->fields[i], &value);
		row_set(r, i, value.p);
	}
	buf_clear(&value);
	db_done(st);
	return ST_OK;
}

static enum status
some_derived(struct db *db, const struct row *r, const bool *only,
    struct stmt **st, struct err *e)
{
	struct buf sql;
	enum status s;

	buf_init(&sql, BUF_ROW);
	row_derived(r->ent, only, &sql);
	s = db_made(db, sql.p, st, e);
	buf_clear(&sql);
	return s == ST_OK ? db_bind_int(*st, 1, r->id, e) : s;
}

/* All of them when ONLY is NULL. */
static enum status
load_derived(struct db *db, struct row *r, const bool *only, struct err *e)
{
	struct stmt *st;
	enum status s;
	bool more;
	int at = 1;

	if ((s = only == NULL ? by_id(db, r->ent, ROW_DERIVED, r->id, &st, e) :
	    some_derived(db, r, only, &st, e)) != ST_OK ||
	    (s = db_bind_today(st, db->today, e)) != ST_OK ||
	    (s = db_step(st, &more, e)) != ST_OK)
		return s;
	for (int i = 0; more && (size_t)i < r->ent->nfields; i++)
		if ((r->ent->fields[i].flags & FF_DERIVED) != 0 &&
		    (only == NULL || only[i]))
			row_set(r, i, db_text(st, at++));
	db_done(st);
	return ST_OK;
}

/* Does a record of ENT have derived fields that are asked for? */
static bool
any_derived(const struct entity *ent, const bool *only)
{
	for (size_t i = 0; i < ent->nfields; i++)
		if ((ent->fields[i].flags & FF_DERIVED) != 0 && only[i])
			return true;
	return false;
}

static enum status
load(struct db *db, const struct entity *ent, int64_t id, bool derived,
    const bool *only, struct row **out, struct err *e)
{
	struct row *r = row_new(ent);
	enum status st;

	r->id = id;
	st = load_columns(db, r, e);
	for (int i = 0; (size_t)i < ent->nfields && st == ST_OK; i++)
		if (is_set(r, i))
			st = sets_load(db, r, i, e);
	if (st == ST_OK && derived)
		st = load_derived(db, r, only, e);
	if (st == ST_OK)
		*out = r;
	else
		row_free(r);
	return st;
}

enum status
store_load(struct db *db, const struct entity *ent, int64_t id, bool derived,
    struct row **out, struct err *e)
{
	return load(db, ent, id, derived, NULL, out, e);
}

enum status
store_load_some(struct db *db, const struct entity *ent, int64_t id,
    const bool *derived, struct row **out, struct err *e)
{
	return load(db, ent, id, any_derived(ent, derived), derived, out, e);
}

bool
store_exists(struct db *db, const struct entity *ent, int64_t id)
{
	struct stmt *st;
	bool more;

	if (by_id(db, ent, ROW_EXISTS, id, &st, NULL) != ST_OK ||
	    db_step(st, &more, NULL) != ST_OK)
		return false;
	db_done(st);
	return more;
}

enum status
store_insert(struct db *db, const struct row *r, struct err *e)
{
	struct stmt *st;
	enum status s;
	int at = 2;

	assert(db_in_transaction(db));
	if ((s = by_id(db, r->ent, ROW_INSERT, r->id, &st, e)) != ST_OK)
		return s;
	for (int i = 0; (size_t)i < r->ent->nfields && s == ST_OK; i++)
		if (columns_of(&r->ent->fields[i]) > 0)
			s = columns_bind(st, &at, &r->ent->fields[i],
			    row_get(r, i), e);
	if (s == ST_OK)
		s = db_to_end(st, e);
	for (int i = 0; (size_t)i < r->ent->nfields && s == ST_OK; i++)
		if (is_set(r, i) && !row_is_empty(r, i))
			s = sets_write(db, NULL, r, i, e);
	if (s == ST_OK)
		s = search_update(db, NULL, r, e);
	if (s == ST_OK)
		totals_mark(db, NULL, r);
	return s;
}

/* "UPDATE t SET a = ?, b = ? WHERE id = ?"; false when no column differs. */
static bool
make_update(const struct row *old, const struct row *new, struct buf *sql)
{
	bool any = false;

	buf_addf(sql, "UPDATE %s SET ", entity_table(new->ent));
	for (int i = 0; (size_t)i < new->ent->nfields; i++) {
		const struct field *f = &new->ent->fields[i];

		if (columns_of(f) == 0 || row_same(old, new, i))
			continue;
		for (size_t k = 0; k < columns_of(f); k++, any = true) {
			buf_add(sql, any ? ", " : "");
			column_name(f, k, sql);
			buf_add(sql, " = ?");
		}
	}
	buf_add(sql, " WHERE id = ?");
	return any;
}

static enum status
update_columns(struct db *db, const struct row *old, const struct row *new,
    const char *sql, struct err *e)
{
	struct stmt *st;
	enum status s = db_made(db, sql, &st, e);
	int at = 1;

	for (int i = 0; (size_t)i < new->ent->nfields && s == ST_OK; i++)
		if (columns_of(&new->ent->fields[i]) > 0 &&
		    !row_same(old, new, i))
			s = columns_bind(st, &at, &new->ent->fields[i],
			    row_get(new, i), e);
	if (s != ST_OK || (s = db_bind_int(st, at, new->id, e)) != ST_OK ||
	    (s = db_to_end(st, e)) != ST_OK)
		return s;
	return db_changes(db) == 1 ? ST_OK : err_set(e, ST_CONFLICT,
	    "this %s is no longer there", new->ent->id);
}

/* Do they differ in a field that has one of these flags? */
static bool
differ_in(const struct row *old, const struct row *new, unsigned flags)
{
	for (int i = 0; (size_t)i < new->ent->nfields; i++)
		if ((new->ent->fields[i].flags & flags) != 0 &&
		    !row_same(old, new, i))
			return true;
	return false;
}

enum status
store_update(struct db *db, const struct row *old, const struct row *new,
    struct err *e)
{
	struct buf sql;
	enum status st = ST_OK;

	assert(db_in_transaction(db));
	assert(old->ent == new->ent && old->id == new->id);
	buf_init(&sql, BUF_ROW);
	if (make_update(old, new, &sql))
		st = update_columns(db, old, new, sql.p, e);
	buf_clear(&sql);
	for (int i = 0; (size_t)i < new->ent->nfields && st == ST_OK; i++)
		if (is_set(new, i))
			st = sets_write(db, old, new, i, e);
	if (st == ST_OK && differ_in(old, new, FF_NAME | FF_SEARCH | FF_KEY))
		st = search_update(db, old, new, e);
	if (st == ST_OK)
		totals_mark(db, old, new);
	return st;
}

enum status
store_delete(struct db *db, const struct row *r, struct err *e)
{
	struct stmt *st;
	enum status s;

	assert(db_in_transaction(db));
	if ((s = refs_none(db, r->ent, r->id, e)) != ST_OK ||
	    (s = search_update(db, r, NULL, e)) != ST_OK ||
	    (s = totals_forget(db, r, e)) != ST_OK)
		return s;
	for (int i = 0; (size_t)i < r->ent->nfields && s == ST_OK; i++)
		if (is_set(r, i))
			s = sets_empty(db, r, i, e);
	if (s != ST_OK ||
	    (s = by_id(db, r->ent, ROW_DROP, r->id, &st, e)) != ST_OK ||
	    (s = db_to_end(st, e)) != ST_OK)
		return s;
	if (db_changes(db) != 1)
		return err_set(e, ST_NOT_FOUND, "there is no such %s",
		    r->ent->id);
	totals_mark(db, r, NULL);
	return ST_OK;
}
