/* stmt.c - prepared statements: borrowed by name, bound, stepped.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "db/inner.h"

enum status
db_prepare(struct db *db, const char *sql, const char *what, struct stmt *st,
    struct err *e)
{
	int rc = sqlite3_prepare_v3(db->s3, sql, -1, SQLITE_PREPARE_PERSISTENT,
	    &st->s3, NULL);

	if (rc != SQLITE_OK)
		return db_fail(db, rc, what, e);
	st->db = db;
	st->what = what;
	st->live = false;
	return ST_OK;
}

void
db_ready(struct stmt *st)
{
	assert(!st->live);	/* its last user forgot db_done() */
	sqlite3_clear_bindings(st->s3);
}

void
db_finish(struct stmt *st)
{
	sqlite3_finalize(st->s3);
	st->s3 = NULL;
	st->live = false;
}

enum status
db_stmt(struct db *db, enum query q, struct stmt **out, struct err *e)
{
	struct stmt *st = &db->stmts[q];
	enum status s;

	if (st->s3 == NULL && (s = db_prepare(db, query_table[q].sql,
	    query_table[q].name, st, e)) != ST_OK)
		return s;
	db_ready(st);
	*out = st;
	return ST_OK;
}

static uint32_t
hash_text(const char *s)
{
	uint32_t h = 2166136261u;

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	return h;
}

/* The place of SQL, or the one that makes room for it. */
static struct made *
made_place(struct db *db, const char *sql, uint32_t hash)
{
	struct made *old = NULL;

	for (size_t i = 0; i < DB_MADE; i++) {
		struct made *m = &db->made[i];

		if (m->st.live)
			continue;
		if (m->sql != NULL && m->hash == hash && str_eq(m->sql, sql))
			return m;
		if (old == NULL || m->used < old->used)
			old = m;
	}
	assert(old != NULL);	/* 64 walks within each other */
	return old;
}

enum status
db_made(struct db *db, const char *sql, struct stmt **out, struct err *e)
{
	uint32_t hash = hash_text(sql);
	struct made *m = made_place(db, sql, hash);
	enum status st;

	if (m->sql == NULL || m->hash != hash || !str_eq(m->sql, sql)) {
		db_finish(&m->st);
		free(m->sql);
		m->sql = xstrdup(sql);
		m->hash = hash;
		if ((st = db_prepare(db, m->sql, m->sql, &m->st, e)) != ST_OK) {
			free(m->sql);
			m->sql = NULL;
			m->used = 0;
			return st;
		}
	}
	m->used = ++db->clock;
	db_ready(&m->st);
	*out = &m->st;
	return ST_OK;
}

static int
bind_one(sqlite3_stmt *s3, int i, char kind, va_list *ap)
{
	const char *s;
	int64_t n;

	switch (kind) {
	case 'i':
		return sqlite3_bind_int(s3, i, va_arg(*ap, int));
	case 'l':
		return sqlite3_bind_int64(s3, i, va_arg(*ap, int64_t));
	case 'z':
		n = va_arg(*ap, int64_t);
		return n == 0 ? sqlite3_bind_null(s3, i) :
		    sqlite3_bind_int64(s3, i, n);
	case 's':
		s = va_arg(*ap, const char *);
		return s == NULL ? sqlite3_bind_null(s3, i) :
		    sqlite3_bind_text(s3, i, s, -1, SQLITE_TRANSIENT);
	case 'd':
		return sqlite3_bind_double(s3, i, va_arg(*ap, double));
	default:
		assert(kind == 'n');
		return sqlite3_bind_null(s3, i);
	}
}

static enum status
bind_all(struct stmt *st, struct err *e, const char *fmt, va_list *ap)
{
	int rc = SQLITE_OK;

	assert((int)strlen(fmt) == sqlite3_bind_parameter_count(st->s3));
	for (int i = 0; fmt[i] != '\0' && rc == SQLITE_OK; i++)
		rc = bind_one(st->s3, i + 1, fmt[i], ap);
	return rc == SQLITE_OK ? ST_OK : db_fail(st->db, rc, st->what, e);
}

enum status
db_bindf(struct stmt *st, struct err *e, const char *fmt, ...)
{
	enum status s;
	va_list ap;

	va_start(ap, fmt);
	s = bind_all(st, e, fmt, &ap);
	va_end(ap);
	return s;
}

enum status
db_bind_text(struct stmt *st, int i, const char *s, struct err *e)
{
	int rc = s == NULL ? sqlite3_bind_null(st->s3, i) :
	    sqlite3_bind_text(st->s3, i, s, -1, SQLITE_TRANSIENT);

	return rc == SQLITE_OK ? ST_OK : db_fail(st->db, rc, st->what, e);
}

enum status
db_bind_int(struct stmt *st, int i, int64_t n, struct err *e)
{
	int rc = sqlite3_bind_int64(st->s3, i, n);

	return rc == SQLITE_OK ? ST_OK : db_fail(st->db, rc, st->what, e);
}

enum status
db_bind_bytes(struct stmt *st, int i, const void *bytes, size_t n,
    struct err *e)
{
	int rc = sqlite3_bind_blob64(st->s3, i, bytes, n, SQLITE_TRANSIENT);

	return rc == SQLITE_OK ? ST_OK : db_fail(st->db, rc, st->what, e);
}

enum status
db_step(struct stmt *st, bool *more, struct err *e)
{
	enum status s = ST_OK;
	int rc;

	st->live = true;	/* our functions may use others meanwhile */
	rc = sqlite3_step(st->s3);
	if (rc == SQLITE_ROW) {
		*more = true;
		return ST_OK;
	}
	if (rc == SQLITE_DONE)
		*more = false;
	else
		s = db_fail(st->db, rc, st->what, e);
	db_done(st);
	return s;
}

int64_t
db_int(struct stmt *st, int col)
{
	return sqlite3_column_int64(st->s3, col);
}

bool
db_null(struct stmt *st, int col)
{
	return sqlite3_column_type(st->s3, col) == SQLITE_NULL;
}

const char *
db_text(struct stmt *st, int col)
{
	const unsigned char *s = sqlite3_column_text(st->s3, col);

	return s != NULL ? (const char *)s : "";
}

int
db_cols(struct stmt *st)
{
	return sqlite3_column_count(st->s3);
}

void
db_done(struct stmt *st)
{
	sqlite3_reset(st->s3);
	st->live = false;
}

enum status
db_to_end(struct stmt *st, struct err *e)
{
	enum status s = ST_OK;
	bool more = true;

	while (s == ST_OK && more)
		s = db_step(st, &more, e);
	return s;
}

/* The statement of Q with its values. */
static enum status
bound(struct db *db, enum query q, struct stmt **out, struct err *e,
    const char *fmt, va_list *ap)
{
	enum status s = db_stmt(db, q, out, e);

	return s == ST_OK ? bind_all(*out, e, fmt, ap) : s;
}

enum status
db_run(struct db *db, enum query q, struct err *e, const char *fmt, ...)
{
	struct stmt *st;
	enum status s;
	va_list ap;

	va_start(ap, fmt);
	s = bound(db, q, &st, e, fmt, &ap);
	va_end(ap);
	return s == ST_OK ? db_to_end(st, e) : s;
}

enum status
db_get_int(struct db *db, enum query q, int64_t none, int64_t *out,
    struct err *e, const char *fmt, ...)
{
	struct stmt *st;
	enum status s;
	bool more;
	va_list ap;

	va_start(ap, fmt);
	s = bound(db, q, &st, e, fmt, &ap);
	va_end(ap);
	if (s != ST_OK || (s = db_step(st, &more, e)) != ST_OK)
		return s;
	*out = more ? db_int(st, 0) : none;
	db_done(st);
	return ST_OK;
}

enum status
db_get_text(struct db *db, enum query q, char **out, struct err *e,
    const char *fmt, ...)
{
	struct stmt *st;
	enum status s;
	bool more;
	va_list ap;

	va_start(ap, fmt);
	s = bound(db, q, &st, e, fmt, &ap);
	va_end(ap);
	if (s != ST_OK || (s = db_step(st, &more, e)) != ST_OK)
		return s;
	*out = more ? xstrdup(db_text(st, 0)) : NULL;
	db_done(st);
	return ST_OK;
}

enum status
db_get_ids(struct db *db, enum query q, struct db_ids *out, struct err *e,
    const char *fmt, ...)
{
	struct db_ids got = { 0 };
	struct stmt *st;
	enum status s;
	bool more;
	va_list ap;

	va_start(ap, fmt);
	s = bound(db, q, &st, e, fmt, &ap);
	va_end(ap);
	while (s == ST_OK && (s = db_step(st, &more, e)) == ST_OK && more) {
		got.v = xreallocarray(got.v, got.n + 1, sizeof *got.v);
		got.v[got.n++] = db_int(st, 0);
	}
	if (s != ST_OK)
		db_ids_clear(&got);
	else
		*out = got;
	return s;
}

void
db_ids_clear(struct db_ids *l)
{
	free(l->v);
	*l = (struct db_ids){ 0 };
}
