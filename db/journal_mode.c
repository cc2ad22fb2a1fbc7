/* journal_mode.c - TRUNCATE or WAL: who may write which, and the change.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The mode is a property of the file. Before its "WAL-reset" fix SQLite may
 * lose commits in a WAL database on which several programs write.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"
#include "db/inner.h"

#define FIXED	"3.51.3 or later (or 3.50.7, 3.44.6 of their lines)"

int db_sqlite_version;

/* The lines that have the fix; 3.52.0 was withdrawn. */
bool
db_may_write_wal(int v)
{
	if (v == 3052000)
		return false;
	return v >= 3051003 || (v >= 3050007 && v < 3051000) ||
	    (v >= 3044006 && v < 3045000);
}

static int
version(void)
{
	return db_sqlite_version ? db_sqlite_version :
	    sqlite3_libversion_number();
}

static enum status
refuse(const struct db *db, bool is_wal, struct err *e)
{
	int v = version();

	return err_set(e, ST_DENIED, "%s %s in WAL mode, which SQLite "
	    "%d.%d.%d may damage: it needs " FIXED, db->path,
	    is_wal ? "is" : "cannot be", v / 1000000, v / 1000 % 1000,
	    v % 1000);
}

enum status
db_journal_mode(struct db *db, char **out, struct err *e)
{
	return db_get_text(db, Q_JOURNAL_MODE, out, e, "");
}

/* Set MODE and see whether SQLite obeyed: it answers with the mode there is. */
static enum status
change(struct db *db, const char *mode, struct err *e)
{
	struct stmt st = { 0 };
	char *sql = xasprintf("PRAGMA journal_mode = %s", mode);
	enum status s;
	bool more = false, obeyed = false;

	if ((s = db_prepare(db, sql, "journal mode", &st, e)) == ST_OK &&
	    (s = db_step(&st, &more, e)) == ST_OK)
		obeyed = more && str_eq(db_text(&st, 0), mode);
	db_finish(&st);
	free(sql);
	if (s == ST_BUSY || s == ST_INTERRUPTED || (s == ST_OK && !obeyed))
		s = err_set(e, ST_BUSY, "somebody else has %s open; its "
		    "journal mode stays as it is", db->path);
	return s;
}

enum status
db_set_journal(struct db *db, const char *mode, struct err *e)
{
	char *now = NULL;
	enum status st;

	if (!str_in(mode, "wal truncate"))
		return err_set(e, ST_USAGE, "the journal mode is wal or "
		    "truncate, not \"%s\"", mode);
	if (db->flags & DB_READONLY)
		return err_set(e, ST_DENIED,
		    "the database was opened to look only");
	if (str_eq(mode, "wal") && !db_may_write_wal(version()))
		return refuse(db, false, e);
	if ((st = db_journal_mode(db, &now, e)) != ST_OK)
		return st;
	if (!str_eq(now, mode)) {
		db->open_guard = true;
		st = change(db, mode, e);
		db->open_guard = false;
	}
	free(now);
	return st;
}

enum status
journal_start(struct db *db, struct err *e)
{
	char *mode = NULL;
	enum status st = db_journal_mode(db, &mode, e);

	if (st != ST_OK)
		return st;
	if (!str_eq(mode, "wal")) {
		if (!str_eq(mode, "memory"))
			st = db_exec(db, "PRAGMA journal_mode = TRUNCATE", e);
	} else if (!db_may_write_wal(version())) {
		/* Nor may the last one that looks write as it closes. */
		sqlite3_db_config(db->s3, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1,
		    NULL);
		if (!(db->flags & DB_READONLY))
			st = refuse(db, true, e);
	}
	free(mode);
	return st;
}

enum status
journal_may_write(struct db *db, struct err *e)
{
	char *mode = NULL;
	enum status st;

	if (db_may_write_wal(version()))
		return ST_OK;
	if ((st = db_journal_mode(db, &mode, e)) == ST_OK &&
	    str_eq(mode, "wal"))
		st = refuse(db, true, e);
	free(mode);
	return st;
}
