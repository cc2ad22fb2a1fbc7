/* backup.c - a whole copy of the database, and one put back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQLite's own backup: between its steps nothing is locked, and another
 * process's save begins it anew. The files beside the database have
 * connections of their own, without what struct db adds.
 */
#include "db/backup.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/str.h"
#include "db/inner.h"
#include "db/search.h"

enum {
	PAGES = 64,		/* of a step, between two looks at the clock */
	RUN_MS = 250,		/* then others may save … */
	REST_MS = 30,		/* … for so long */
	ANEW = 5,		/* so often begun anew: the rest in one run */
	WAIT_MS = 10000		/* for another's save */
};

/* --- files beside the database ------------------------------------------- */

/* A connection for this file, told as struct db only for db_fail. */
static enum status
beside_open(struct db *b, const char *path, int flags, struct err *e)
{
	/* A relative name must not be read as a URI. */
	char *name = xasprintf("%s%s", path[0] == '/' ? "" : "./", path);
	int rc;

	*b = (struct db){ .path = xstrdup(path) };
	rc = sqlite3_open_v2(name, &b->s3, flags | SQLITE_OPEN_NOMUTEX |
	    SQLITE_OPEN_PRIVATECACHE, NULL);
	free(name);
	if (rc != SQLITE_OK)
		return db_fail(b, rc, "open", e);
	sqlite3_busy_timeout(b->s3, WAIT_MS);
	sqlite3_db_config(b->s3, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	return ST_OK;
}

static void
beside_close(struct db *b)
{
	sqlite3_close(b->s3);
	free(b->path);
	*b = (struct db){ 0 };
}

static enum status
number(struct db *b, const char *sql, int64_t *out, struct err *e)
{
	sqlite3_stmt *st = NULL;
	int rc = sqlite3_prepare_v2(b->s3, sql, -1, &st, NULL);

	if (rc == SQLITE_OK && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		*out = sqlite3_column_int64(st, 0);
		rc = SQLITE_OK;
	}
	sqlite3_finalize(st);
	return rc == SQLITE_OK || rc == SQLITE_DONE ? ST_OK :
	    db_fail(b, rc, sql, e);
}

static enum status
not_whole(const struct db *b, struct err *e)
{
	return err_set(e, ST_CORRUPT, "%s is damaged: choose another backup",
	    b->path);
}

static enum status
not_ours(const struct db *b, struct err *e)
{
	return err_set(e, ST_CORRUPT, "%s is not a Caseload database", b->path);
}

/* SQLite's own words for what is wrong are of no use to users. */
static enum status
look_whole(struct db *b, struct err *e)
{
	sqlite3_stmt *st = NULL;
	int rc = sqlite3_prepare_v2(b->s3, "PRAGMA quick_check(1)", -1, &st,
	    NULL);
	bool whole = false;

	if (rc == SQLITE_OK && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		whole = str_eq((const char *)sqlite3_column_text(st, 0), "ok");
		rc = whole ? SQLITE_OK : SQLITE_CORRUPT;
	}
	sqlite3_finalize(st);
	switch (rc & 0xff) {
	case SQLITE_OK:
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return whole ? ST_OK : not_whole(b, e);
	default:		/* the disk fails, and not the file */
		return db_fail(b, rc, "quick_check", e);
	}
}

static enum status
look(struct db *b, int *version, struct err *e)
{
	int64_t app = 0, v = 0;
	enum status st;

	if ((st = number(b, "PRAGMA application_id", &app, e)) != ST_OK ||
	    (st = number(b, "PRAGMA user_version", &v, e)) != ST_OK)
		switch (sqlite3_errcode(b->s3) & 0xff) {
		case SQLITE_CORRUPT:
			return not_whole(b, e);
		case SQLITE_NOTADB:
			return not_ours(b, e);
		default:
			return st;
		}
	if (app != APPLICATION_ID || v < 1)
		return not_ours(b, e);
	if (v > migration_count)
		return err_set(e, ST_DENIED, "%s was written by a newer "
		    "Caseload: its version is %d, this program knows %d; "
		    "install the newer program", b->path, (int)v,
		    migration_count);
	if (version != NULL)
		*version = (int)v;
	return look_whole(b, e);
}

enum status
backup_look(const char *path, int *version, struct err *e)
{
	struct db b;
	struct stat sb;
	enum status st;

	if (stat(path, &sb) != 0) {
		st = err_errno(e, "cannot read %s", path);
		return errno == ENOENT ? ST_NOT_FOUND : st;
	}
	if (!S_ISREG(sb.st_mode))
		return err_set(e, ST_INVALID, "%s is not a file", path);
	if ((st = beside_open(&b, path, SQLITE_OPEN_READONLY, e)) == ST_OK)
		st = look(&b, version, e);
	beside_close(&b);
	return st;
}

/* --- copying --------------------------------------------------------------- */

struct copy {
	sqlite3_backup	*b;
	backup_fn	 fn;
	void		*arg;
	bool		 at_once;	/* nobody saves meanwhile */
	int		 anew;		/* how often it was begun anew */
	int		 left;		/* pages, after the last run */
	bool		 stopped;
};

static bool
tell(struct copy *c)
{
	int total = sqlite3_backup_pagecount(c->b);
	int left = sqlite3_backup_remaining(c->b);

	c->anew += left > c->left;
	c->left = left;
	c->stopped = c->fn != NULL && !c->fn(c->arg, total - left, total);
	return !c->stopped;
}

/* One run, in one reading: a step by itself would let go of the file, and a save
 * between two steps begin the copy anew. */
static int
run(struct db *from, struct copy *c)
{
	bool ours = !db_in_transaction(from);
	int64_t end, version;
	int rc = SQLITE_OK;

	if (ours && (db_exec(from, "BEGIN", NULL) != ST_OK || number(from,
	    "PRAGMA schema_version", &version, NULL) != ST_OK))
		rc = sqlite3_extended_errcode(from->s3);
	end = clock_monotonic_ms() + RUN_MS;
	while (rc == SQLITE_OK) {
		rc = sqlite3_backup_step(c->b, PAGES);
		if (rc != SQLITE_OK || !(c->at_once || c->anew >= ANEW ||
		    clock_monotonic_ms() < end) || !tell(c))
			break;
	}
	if (ours && db_in_transaction(from) &&
	    db_exec(from, "ROLLBACK", NULL) != ST_OK && rc == SQLITE_OK)
		rc = sqlite3_extended_errcode(from->s3);
	return rc;
}

static enum status
copy(struct db *to, struct db *from, struct copy *c, struct err *e)
{
	static const struct timespec rest = { .tv_nsec = REST_MS * 1000000L };
	int rc, end;

	c->left = INT32_MAX;
	c->b = sqlite3_backup_init(to->s3, "main", from->s3, "main");
	if (c->b == NULL)
		return db_fail(to, sqlite3_extended_errcode(to->s3), "backup",
		    e);
	while ((rc = run(from, c)) == SQLITE_OK && !c->stopped && tell(c))
		if (!c->at_once)
			nanosleep(&rest, NULL);
	end = sqlite3_backup_finish(c->b);
	if (c->stopped)
		return err_set(e, ST_INTERRUPTED, "stopped; no backup was "
		    "made");
	if (rc == SQLITE_DONE)
		rc = end;
	return rc == SQLITE_OK ? ST_OK : db_fail(rc == SQLITE_CORRUPT ||
	    rc == SQLITE_NOTADB ? from : to, rc, "backup", e);
}

/* The copy in a file that is not in its place yet: no journal beside it. */
static enum status
fill(struct db *db, const char *beside, const char *path, struct copy *c,
    struct err *e)
{
	struct db to;
	enum status st = beside_open(&to, beside, SQLITE_OPEN_READWRITE, e);

	free(to.path);
	to.path = xstrdup(path);	/* what errors speak of */
	if (st == ST_OK && (st = db_exec(&to, "PRAGMA journal_mode = OFF;"
	    " PRAGMA synchronous = OFF", e)) == ST_OK)
		st = copy(&to, db, c, e);
	/* That of a database in WAL mode would ask for its log. */
	if (st == ST_OK)
		st = db_exec(&to, "PRAGMA journal_mode = DELETE", e);
	if (st == ST_OK)
		st = look(&to, NULL, e);
	beside_close(&to);
	return st;
}

enum status
backup_make(struct db *db, const char *path, bool force, backup_fn fn,
    void *arg, struct err *e)
{
	struct copy c = { .fn = fn, .arg = arg };
	struct path_file *file;
	char *beside;
	enum status st = path_begin(path, force, &file, e);

	if (st != ST_OK)
		return st;
	beside = path_beside(file);
	st = fill(db, beside, path, &c, e);
	free(beside);
	return path_end(file, st, e);
}

enum status
backup_copy(const char *path, const char *to, struct err *e)
{
	struct db from;
	enum status st = beside_open(&from, path, SQLITE_OPEN_READONLY, e);

	if (st == ST_OK && (st = look(&from, NULL, e)) == ST_OK)
		st = backup_make(&from, to, true, NULL, NULL, e);
	beside_close(&from);
	return st;
}

char *
backup_folder(const char *file)
{
	return xasprintf("%s.backups", file);
}

enum status
backup_make_folder(const char *folder, struct err *e)
{
	struct stat sb;

	if (lstat(folder, &sb) == 0 && S_ISLNK(sb.st_mode) &&
	    sb.st_uid != geteuid() && sb.st_uid != 0)
		return err_set(e, ST_DENIED, "%s is a link that belongs to "
		    "another account, which is not followed: make it anew as "
		    "the account that runs caseload.", folder);
	return path_make_dir(folder, e);
}

char *
backup_stamped(const char *before)
{
	char at[25], more[16] = "", *path;
	struct stat sb;
	int n = 1;

	clock_iso(clock_ms(), at);	/* 2026-11-20T10:15:00.000Z */
	for (;;) {
		path = xasprintf("%s-%.4s%.2s%.2s-%.2s%.2s%.2s%s.db", before,
		    at, at + 5, at + 8, at + 11, at + 14, at + 17, more);
		if (lstat(path, &sb) != 0)
			return path;
		free(path);
		snprintf(more, sizeof more, "-%d", ++n);
	}
}

enum status
backup_aside(struct db *db, const char *words, char **out, struct err *e)
{
	char *folder = backup_folder(db->path);
	char *before = path_join(folder, words), *path;
	enum status st = backup_make_folder(folder, e);

	path = backup_stamped(before);
	free(before);
	if (st == ST_OK)
		st = backup_make(db, path, false, NULL, NULL, e);
	if (st == ST_OK && out != NULL)
		*out = path;
	else
		free(path);
	free(folder);
	return st;
}

/* --- putting back ---------------------------------------------------------- */

static enum status
up_to_date(struct db *db, struct err *e)
{
	int64_t version = 0;
	enum status st = number(db, "PRAGMA user_version", &version, e);

	if (st != ST_OK || version >= migration_count)
		return st;
	db->open_guard = true;
	st = migrate_run(db, e);
	db->open_guard = false;
	return st;
}

enum status
backup_put(struct db *db, const char *path, backup_fn fn, void *arg,
    struct err *e)
{
	struct copy c = { .fn = fn, .arg = arg, .at_once = true };
	struct db from, to = { 0 };
	enum status st;

	if ((st = beside_open(&from, path, SQLITE_OPEN_READONLY, e)) ==
	    ST_OK && (st = look(&from, NULL, e)) == ST_OK &&
	    (st = beside_open(&to, db->path, SQLITE_OPEN_READWRITE, e)) ==
	    ST_OK)
		st = db_exec(&to, "PRAGMA synchronous = FULL;"
		    " PRAGMA secure_delete = ON;"
		    " PRAGMA cache_size = -8000", e);
	if (st == ST_OK)
		st = copy(&to, &from, &c, e);
	beside_close(&to);
	beside_close(&from);
	search_near_release(db);
	return st == ST_OK ? up_to_date(db, e) : st;
}
