/* schema.c - are the tables, indexes and triggers those this program makes?
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A new database in memory is what this one is compared with.
 */
#include "db/schema.h"

#include <string.h>

#include "base/buf.h"
#include "base/str.h"
#include "db/inner.h"

struct parts {
	struct strs type, name, sql;	/* sorted by type, then name */
};

static void
parts_clear(struct parts *p)
{
	strs_clear(&p->type);
	strs_clear(&p->name);
	strs_clear(&p->sql);
}

static enum status
parts_of(struct db *db, struct parts *p, struct err *e)
{
	struct stmt *st;
	enum status s = db_stmt(db, Q_SCHEMA_PARTS, &st, e);
	bool more;

	while (s == ST_OK && (s = db_step(st, &more, e)) == ST_OK && more) {
		strs_add(&p->type, db_text(st, 0));
		strs_add(&p->name, db_text(st, 1));
		strs_add(&p->sql, db_text(st, 2));
	}
	return s;
}

static enum status
parts_of_new(struct parts *p, struct err *e)
{
	struct db *model;
	enum status st = db_open(":memory:", DB_CREATE, &model, e);

	if (st != ST_OK)
		return st;
	st = parts_of(model, p, e);
	db_close(model);
	return st;
}

/* Of part I of A and part K of B, which is first? */
static int
order(const struct parts *a, size_t i, const struct parts *b, size_t k)
{
	int c;

	if (i == a->name.n || k == b->name.n)
		return (i == a->name.n) - (k == b->name.n);
	c = strcmp(a->type.v[i], b->type.v[k]);
	return c != 0 ? c : strcmp(a->name.v[i], b->name.v[k]);
}

static enum status
compare(const struct parts *ours, const struct parts *is, schema_fn *fn,
    void *arg, struct err *e)
{
	size_t i = 0, k = 0;
	enum status st = ST_OK;

	while (st == ST_OK && (i < ours->name.n || k < is->name.n)) {
		int c = order(ours, i, is, k);

		if (c < 0)
			st = fn(arg, SCHEMA_MISSING, ours->type.v[i],
			    ours->name.v[i], ours->sql.v[i], e);
		else if (c > 0)
			st = fn(arg, SCHEMA_STRANGE, is->type.v[k],
			    is->name.v[k], NULL, e);
		else if (!str_eq(ours->sql.v[i], is->sql.v[k]))
			st = fn(arg, SCHEMA_OTHER, ours->type.v[i],
			    ours->name.v[i], ours->sql.v[i], e);
		i += c <= 0;
		k += c >= 0;
	}
	return st;
}

enum status
schema_compare(struct db *db, schema_fn *fn, void *arg, struct err *e)
{
	struct parts ours = { 0 }, is = { 0 };
	enum status st = parts_of_new(&ours, e);

	if (st == ST_OK)
		st = parts_of(db, &is, e);
	if (st == ST_OK)
		st = compare(&ours, &is, fn, arg, e);
	parts_clear(&ours);
	parts_clear(&is);
	return st;
}

enum status
schema_refuse(const struct db *db, enum schema_fault fault, const char *type,
    const char *name, struct err *e)
{
	if (!str_eq(type, "table") || fault == SCHEMA_STRANGE)
		return ST_OK;
	return err_set(e, ST_CORRUPT, "%s is damaged: its table %s is %s; keep "
	    "a copy of it as it is; then caseload check --repair, or caseload "
	    "restore-backup FILE", db->path, name, fault == SCHEMA_MISSING ?
	    "missing" : "not as Caseload makes it");
}

struct mending {
	struct db	*db;
	bool		 any;
};

static enum status
drop(struct db *db, const char *type, const char *name, struct err *e)
{
	struct buf sql;
	enum status st;

	buf_init(&sql, BUF_LINE);
	buf_addf(&sql, "DROP %s \"", type);
	for (; *name != '\0'; name++) {
		if (*name == '"')
			buf_addc(&sql, '"');
		buf_addc(&sql, *name);
	}
	buf_addc(&sql, '"');
	st = db_exec(db, sql.p, e);
	buf_clear(&sql);
	return st;
}

static enum status
mend(void *arg, enum schema_fault fault, const char *type, const char *name,
    const char *sql, struct err *e)
{
	struct mending *m = arg;
	enum status st = schema_refuse(m->db, fault, type, name, e);

	/* A strange table or index takes part in nothing. */
	if (st != ST_OK || str_eq(type, "table") ||
	    (fault == SCHEMA_STRANGE && str_eq(type, "index")))
		return st;
	m->any = true;
	if (fault != SCHEMA_MISSING)
		st = drop(m->db, type, name, e);
	if (st == ST_OK && sql != NULL && (st = db_exec(m->db, sql, e)) ==
	    ST_CONFLICT)
		st = err_set(e, st, "two records have what only one may: the "
		    "index %s cannot be made anew", name);
	return st;
}

enum status
schema_mend(struct db *db, bool *any, struct err *e)
{
	struct mending m = { .db = db };
	bool guard = db->open_guard;
	enum status st;

	db->open_guard = true;		/* tables change only here and by migration */
	st = schema_compare(db, mend, &m, e);
	db->open_guard = guard;
	*any = m.any;
	return st;
}
