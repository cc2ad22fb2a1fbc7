/* salvage.c - rows of a damaged file read round the pages that cannot be read.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows are read in the order of their key. Where a page fails, the next key
 * that can be read is looked for by doubled steps, then by halving: what is
 * lost is what the page held. Names of tables and columns are those of our own
 * new file.
 */
#include "db/salvage.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"

enum { STEPS_MAX = 62 };	/* doubled from 1 they pass every key */

struct salvage {
	sqlite3		*from;
	struct db	*to;
	const char	*name;
	struct strs	 cols;		/* that both have; quoted */
	char		*key;		/* the integer by which rows are ordered */
	sqlite3_stmt	*put, *unpack;
	struct salvaged	*out;
};

/* --- what there is --------------------------------------------------------- */

static void
columns(sqlite3 *db, const char *table, struct strs *out, char **key)
{
	sqlite3_stmt *st = NULL;

	if (sqlite3_prepare_v2(db, "SELECT name, pk FROM pragma_table_info(?1)"
	    " ORDER BY cid", -1, &st, NULL) == SQLITE_OK) {
		sqlite3_bind_text(st, 1, table, -1, SQLITE_STATIC);
		while (sqlite3_step(st) == SQLITE_ROW) {
			const char *name =
			    (const char *)sqlite3_column_text(st, 0);

			strs_add(out, name != NULL ? name : "");
			if (key != NULL && sqlite3_column_int(st, 1) == 1 &&
			    *key == NULL && name != NULL)
				*key = xstrdup(name);
		}
	}
	sqlite3_finalize(st);
}

static void
common_columns(struct salvage *s)
{
	struct strs theirs = { 0 }, ours = { 0 };

	columns(s->to->s3, s->name, &ours, &s->key);
	columns(s->from, s->name, &theirs, NULL);
	for (size_t i = 0; i < ours.n; i++)
		if (strs_has(&theirs, ours.v[i]))
			strs_take(&s->cols, xasprintf("\"%s\"", ours.v[i]));
	strs_clear(&theirs);
	strs_clear(&ours);
}

static enum status
prepare_put(struct salvage *s, struct err *e)
{
	char *names = strs_join(&s->cols, ", ");
	struct buf sql;
	int rc;

	buf_init(&sql, BUF_ROW);
	buf_addf(&sql, "INSERT OR IGNORE INTO \"%s\" (%s) VALUES (", s->name,
	    names);
	for (size_t i = 0; i < s->cols.n; i++)
		buf_add(&sql, i == 0 ? "?" : ", ?");
	buf_addc(&sql, ')');
	rc = sqlite3_prepare_v2(s->to->s3, sql.p, -1, &s->put, NULL);
	free(names);
	buf_clear(&sql);
	return rc == SQLITE_OK ? ST_OK : db_fail(s->to, rc, s->name, e);
}

/* --- reading ----------------------------------------------------------------- */

static sqlite3_stmt *
reader(const struct salvage *s, bool first_only)
{
	char *names = strs_join(&s->cols, ", ");
	sqlite3_stmt *st = NULL;
	struct buf sql;

	buf_init(&sql, BUF_ROW);
	buf_addf(&sql, "SELECT \"%s\", %s FROM \"%s\" NOT INDEXED "
	    "WHERE \"%s\" >= ?1 ORDER BY \"%s\"%s", s->key, names,
	    s->name, s->key, s->key, first_only ? " LIMIT 1" : "");
	if (sqlite3_prepare_v2(s->from, sql.p, -1, &st, NULL) != SQLITE_OK) {
		sqlite3_finalize(st);
		st = NULL;
	}
	free(names);
	buf_clear(&sql);
	return st;
}

/* The only blobs are packed texts of the history (pack.h). */
static bool
unpacks(struct salvage *s, sqlite3_value *v)
{
	int rc;

	if (sqlite3_value_type(v) != SQLITE_BLOB)
		return true;
	if (s->unpack == NULL && sqlite3_prepare_v2(s->to->s3,
	    "SELECT unpack(?1)", -1, &s->unpack, NULL) != SQLITE_OK)
		return false;
	sqlite3_bind_value(s->unpack, 1, v);
	rc = sqlite3_step(s->unpack);
	sqlite3_reset(s->unpack);
	return rc == SQLITE_ROW;
}

/* Keys are above 0: others are a page of noughts. */
static bool
is_sound(struct salvage *s, sqlite3_stmt *row)
{
	if (sqlite3_column_type(row, 0) == SQLITE_INTEGER &&
	    sqlite3_column_int64(row, 0) < 1)
		return false;
	for (size_t i = 0; i < s->cols.n; i++)
		if (!unpacks(s, sqlite3_column_value(row, (int)i + 1)))
			return false;
	return true;
}

static enum status
put(struct salvage *s, sqlite3_stmt *row, struct err *e)
{
	int rc;

	if (!is_sound(s, row)) {
		s->out->holes++;
		return ST_OK;
	}
	for (size_t i = 0; i < s->cols.n; i++)
		sqlite3_bind_value(s->put, (int)i + 1,
		    sqlite3_column_value(row, (int)i + 1));
	rc = sqlite3_step(s->put);
	sqlite3_reset(s->put);
	if (rc == SQLITE_DONE) {
		s->out->rows += sqlite3_changes64(s->to->s3);
		return ST_OK;
	}
	/* A value that no table of ours takes: damaged, though it was read. */
	if ((rc & 0xff) == SQLITE_CONSTRAINT || (rc & 0xff) == SQLITE_MISMATCH) {
		s->out->holes++;
		return ST_OK;
	}
	return db_fail(s->to, rc, s->name, e);
}

/* All rows from key *AT on, until a page fails; then *AT is the key after the
 * last that was read, and *FAILED true. */
static enum status
read_on(struct salvage *s, int64_t *at, bool *failed, struct err *e)
{
	sqlite3_stmt *st = reader(s, false);
	enum status status = ST_OK;
	int rc = SQLITE_ERROR;

	if (st != NULL) {
		sqlite3_bind_int64(st, 1, *at);
		while ((rc = sqlite3_step(st)) == SQLITE_ROW &&
		    (status = put(s, st, e)) == ST_OK)
			*at = sqlite3_column_int64(st, 0);
	}
	*failed = rc != SQLITE_DONE && rc != SQLITE_ROW;
	sqlite3_finalize(st);
	return status;
}

/* Can the first row from KEY on be read (or is there none)? */
static bool
readable(const struct salvage *s, int64_t key)
{
	sqlite3_stmt *st = reader(s, true);
	int rc = SQLITE_ERROR;

	if (st != NULL) {
		sqlite3_bind_int64(st, 1, key);
		rc = sqlite3_step(st);
	}
	sqlite3_finalize(st);
	return rc == SQLITE_ROW || rc == SQLITE_DONE;
}

static int64_t
plus(int64_t at, int64_t step)
{
	return at > INT64_MAX - step ? INT64_MAX : at + step;
}

/* The least key after AT from which one can read; false when there is none. */
static bool
beyond(const struct salvage *s, int64_t at, int64_t *out)
{
	int64_t step = 1, bad, good;
	int n = 0;

	while (n < STEPS_MAX && !readable(s, plus(at, step))) {
		step *= 2;
		n++;
	}
	if (n == STEPS_MAX)
		return false;
	bad = plus(at, step / 2);
	good = plus(at, step);
	while (good - bad > 1) {
		int64_t mid = bad + (good - bad) / 2;

		if (readable(s, mid))
			good = mid;
		else
			bad = mid;
	}
	*out = good;
	return true;
}

static enum status
read_all(struct salvage *s, struct err *e)
{
	int64_t at = INT64_MIN, next;
	bool failed;
	enum status st;

	while ((st = read_on(s, &at, &failed, e)) == ST_OK && failed) {
		s->out->holes++;
		if (at == INT64_MIN)
			at = 0;		/* keys are above 0 */
		if (!beyond(s, at, &next) || next == INT64_MAX)
			break;
		at = next;
	}
	return st;
}

enum status
salvage_table(sqlite3 *from, struct db *to, const char *name,
    struct salvaged *out, struct err *e)
{
	struct salvage s = { .from = from, .to = to, .name = name,
		.out = out };
	enum status st = ST_OK;

	common_columns(&s);
	if (s.cols.n == 0 || s.key == NULL)
		out->holes++;
	else if ((st = prepare_put(&s, e)) == ST_OK)
		st = read_all(&s, e);
	sqlite3_finalize(s.put);
	sqlite3_finalize(s.unpack);
	strs_clear(&s.cols);
	free(s.key);
	return st;
}
