/* check_rows.c - records against their history and the search index.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each record is looked at as of one moment, and others may save in between.
 */
#include "db/check_rows.h"

#include "base/buf.h"
#include "db/replay.h"
#include "db/search.h"
#include "db/store.h"
#include "model/differ.h"

enum { SAMPLE = 5000 };		/* records of an entity that are looked at */

static void
compare(struct check *c, const struct row *is, const struct row *said)
{
	const struct field *field;
	struct buf what;

	if (said == NULL) {
		check_tell(c, "error", "the history does not know it",
		    is->ent, is->id);
		return;
	}
	if ((field = differ_first(is, said)) == NULL)
		return;
	buf_init(&what, BUF_LINE);
	buf_addf(&what, "%s is not what the history says", field->id);
	check_tell(c, "error", what.p, is->ent, is->id);
	buf_clear(&what);
}

static enum status
one_record(struct check *c, const struct entity *ent, int64_t id,
    struct err *e)
{
	struct row *is = NULL, *said = NULL;
	enum status st = store_load(c->db, ent, id, false, &is, e);
	bool whole = true;

	if (st == ST_OK)
		st = replay_record(c->db, ent, id, &said, e);
	if (st == ST_OK)
		compare(c, is, said);
	if (st == ST_OK)
		st = search_holds(c->db, is, &whole, e);
	if (st == ST_OK && !whole)
		check_tell(c, "error", "search does not know all its words",
		    ent, id);
	row_free(is);
	row_free(said);
	return st;
}

static enum status
as_of_one_moment(struct check *c, const struct entity *ent, int64_t id,
    struct err *e)
{
	enum status st;

	if (db_in_transaction(c->db))
		return one_record(c, ent, id, e);
	if ((st = db_read_begin(c->db, e)) != ST_OK)
		return st;
	st = one_record(c, ent, id, e);
	db_read_end(c->db);
	if (st == ST_CORRUPT) {
		check_tell(c, "error", "it cannot be read", ent, id);
		st = ST_OK;
	}
	return st == ST_NOT_FOUND ? ST_OK : st;	/* undone meanwhile */
}

/* The first id of ENT that is at least AT; 0 when there is none. */
static enum status
next_id(struct db *db, const struct entity *ent, int64_t at, int64_t *out,
    struct err *e)
{
	struct buf sql;
	struct stmt *st;
	enum status s;
	bool more;

	buf_init(&sql, BUF_LINE);
	buf_addf(&sql, "SELECT id FROM %s WHERE id >= ?1 ORDER BY id LIMIT 1",
	    entity_table(ent));
	s = db_made(db, sql.p, &st, e);
	buf_clear(&sql);
	if (s != ST_OK || (s = db_bind_int(st, 1, at, e)) != ST_OK ||
	    (s = db_step(st, &more, e)) != ST_OK)
		return s;
	*out = more ? db_int(st, 0) : 0;
	db_done(st);
	return ST_OK;
}

enum status
check_each(struct db *db, const struct entity *ent, enum status (*fn)(void *arg,
    const struct entity *, int64_t id, struct err *), void *arg, struct err *e)
{
	int64_t at = INT64_MIN, id;
	enum status st;

	while ((st = next_id(db, ent, at, &id, e)) == ST_OK && id != 0) {
		if ((st = fn(arg, ent, id, e)) != ST_OK || id == INT64_MAX)
			break;
		at = id + 1;
	}
	return st;
}

static enum status
last_id(struct db *db, const struct entity *ent, int64_t *out, struct err *e)
{
	struct buf sql;
	struct stmt *st;
	enum status s;
	bool more;

	buf_init(&sql, BUF_LINE);
	buf_addf(&sql, "SELECT max(id) FROM %s", entity_table(ent));
	s = db_made(db, sql.p, &st, e);
	buf_clear(&sql);
	if (s != ST_OK || (s = db_step(st, &more, e)) != ST_OK)
		return s;
	*out = db_int(st, 0);
	db_done(st);
	return ST_OK;
}

/* The first SAMPLE one by one; what is left in as many even strides. */
static enum status
records_of(struct check *c, const struct entity *ent, struct err *e)
{
	int64_t at = INT64_MIN, id, last = 0, stride = 1;
	enum status st = last_id(c->db, ent, &last, e);

	for (int n = 0; st == ST_OK; n++) {
		if (n == SAMPLE)
			stride = (last - at) / SAMPLE + 1;
		if ((st = next_id(c->db, ent, at, &id, e)) != ST_OK || id == 0)
			break;
		st = as_of_one_moment(c, ent, id, e);
		if (id > INT64_MAX - stride)
			break;
		at = id + stride;
	}
	return st;
}

/* --- the other way: what the history has ------------------------------------- */

enum status
check_lacking(struct db *db, const struct entity *ent, struct db_ids *out,
    struct err *e)
{
	enum status st = db_get_ids(db, Q_KNOWN_RECORDS, out, e, "s", ent->id);
	size_t n = 0;

	for (size_t i = 0; i < out->n && st == ST_OK; i++)
		if (!store_exists(db, ent, out->v[i]))
			out->v[n++] = out->v[i];
	out->n = n;
	return st;
}

static enum status
one_lacking(struct check *c, const struct entity *ent, int64_t id,
    struct err *e)
{
	struct row *said = NULL;
	enum status st = db_read_begin(c->db, e);

	if (st != ST_OK)
		return st;
	st = replay_record(c->db, ent, id, &said, e);
	if (st == ST_CORRUPT)
		check_tell(c, "error", "its history cannot be read", ent, id);
	else if (st == ST_OK && said != NULL && !store_exists(c->db, ent, id))
		check_tell(c, "error", "the history has it, but it is not "
		    "there", ent, id);
	db_read_end(c->db);
	row_free(said);
	return st == ST_CORRUPT ? ST_OK : st;
}

static enum status
lacking_of(struct check *c, const struct entity *ent, struct err *e)
{
	struct db_ids ids = { 0 };
	enum status st = check_lacking(c->db, ent, &ids, e);

	for (size_t i = 0; i < ids.n && st == ST_OK; i++)
		st = one_lacking(c, ent, ids.v[i], e);
	db_ids_clear(&ids);
	return st;
}

enum status
check_records(struct check *c, struct err *e)
{
	enum status st = ST_OK;

	for (int i = 0; i < ENT_MAX && st == ST_OK; i++)
		if ((st = records_of(c, entities[i], e)) == ST_OK)
			st = lacking_of(c, entities[i], e);
	return st;
}
