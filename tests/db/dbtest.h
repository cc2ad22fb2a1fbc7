/* dbtest.h - what the tests of db/ share: a database, and raw SQL on it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_DB_DBTEST_H
#define TESTS_DB_DBTEST_H

#include "tests/lib/test.h"

#include "base/mem.h"
#include "base/str.h"
#include "db/db.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/id.h"

/* Fail with the sentence when ST is not what was expected. */
static inline void
expect_status(enum status want, enum status st, const struct err *e)
{
	if (st != want)
		fail_msg("status %d, not %d: %s (%s)", st, want, e->text,
		    e->detail);
}

#define OK(call) do { \
	struct err e_ = { 0 }, *E = &e_; \
	(void)E; \
	expect_status(ST_OK, (call), &e_); \
} while (0)
#define REFUSED(want, call) do { \
	struct err e_ = { 0 }, *E = &e_; \
	(void)E; \
	expect_status((want), (call), &e_); \
	if (e_.text[0] == '\0') \
		fail_msg("refused without a word"); \
} while (0)

/* Prepare and run any statement. */
static inline enum status
try_sql(struct db *db, const char *sql, struct err *e)
{
	struct stmt *st;
	enum status s = db_made(db, sql, &st, e);
	bool more = true;

	while (s == ST_OK && more)
		s = db_step(st, &more, e);
	return s;
}

static inline int64_t
sql_int(struct db *db, const char *sql)
{
	struct stmt *st;
	bool more;
	int64_t n;

	OK(db_made(db, sql, &st, E));
	OK(db_step(st, &more, E));
	n = more ? db_int(st, 0) : -1;
	db_done(st);
	return n;
}

/* The first column; the caller frees it. "-" when there is no row. */
static inline char *
sql_text(struct db *db, const char *sql)
{
	struct stmt *st;
	bool more;
	char *s;

	OK(db_made(db, sql, &st, E));
	OK(db_step(st, &more, E));
	s = xstrdup(more ? db_text(st, 0) : "-");
	db_done(st);
	return s;
}

/* An empty database in memory that shows a missing ORDER BY. */
static inline struct db *
fresh(void)
{
	struct db *db = NULL;

	OK(db_open(":memory:", DB_CREATE, &db, E));
	OK(try_sql(db, "PRAGMA reverse_unordered_selects = ON", E));
	return db;
}

static inline int
setup_fresh(void **state)
{
	*state = fresh();
	return 0;
}

static inline int
teardown_db(void **state)
{
	db_close(*state);
	return 0;
}

/* DIR/NAME in a new folder; the caller frees it. */
static inline char *
place(const char *name)
{
	char *dir = test_tmpdir(), *path = test_path(dir, name);

	free(dir);
	return path;
}

static inline struct db *
must_open(const char *path, unsigned flags)
{
	struct db *db = NULL;

	OK(db_open(path, flags, &db, E));
	return db;
}

/* A school, employer, ...: id and name, stored. In a transaction of its own. */
static inline int64_t
add_named(struct db *db, const struct entity *ent, int64_t id,
    const char *name)
{
	struct row *r = row_new(ent);
	int f = entity_field(ent, "name");

	r->id = id;
	row_set(r, f, name);
	OK(db_begin(db, E));
	OK(db_end(db, store_insert(db, r, E), E));
	row_free(r);
	return id;
}

#endif
