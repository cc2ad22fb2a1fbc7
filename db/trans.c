/* trans.c - transactions: begun with a place, ended with a status.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <assert.h>
#include <fcntl.h>
#include <unistd.h>

#include "db/inner.h"

bool
db_in_transaction(const struct db *db)
{
	return !sqlite3_get_autocommit(db->s3);
}

/* SQLite has rolled back by itself after a full disk or a failed write. */
static void
roll_back(struct db *db)
{
	bool (*progress)(void *arg) = db->progress;

	marks_forget(db);
	if (!db_in_transaction(db))
		return;
	db->progress = NULL;	/* this one may not be stopped */
	if (db_run(db, Q_ROLLBACK, NULL, "") != ST_OK)
		assert(!db_in_transaction(db));
	db->progress = progress;
}

/* SQLite begins to read where it may not write, and says so at the first
 * write: too late for those who look first. It never looks again whether it
 * may: a disk may have been mounted anew meanwhile. */
static enum status
may_be_written(struct db *db, struct err *e)
{
	enum status st = ST_OK;

	if (sqlite3_db_readonly(db->s3, "main") == 1 &&
	    !(db->flags & DB_READONLY) &&
	    faccessat(AT_FDCWD, db->path, W_OK, AT_EACCESS) == 0)
		st = db_connect_again(db, e);
	if (st != ST_OK || sqlite3_db_readonly(db->s3, "main") != 1)
		return st;
	return db_fail(db, SQLITE_READONLY, "BEGIN", e);
}

enum status
db_begin_at(struct db *db, const char *file, int line, struct err *e)
{
	enum status st;

	assert(!db_in_transaction(db));
	marks_forget(db);
	db->saving = true;
	if ((st = may_be_written(db, e)) != ST_OK ||
	    (st = db_run(db, Q_BEGIN, e, "")) != ST_OK ||
	    (st = journal_may_write(db, e)) != ST_OK) {
		roll_back(db);
		db->saving = false;
		return st;
	}
	db->file = file;
	db->line = line;
	return ST_OK;
}

/* Before the flush at its end a transaction is not stored; if that fails, or
 * what the journal is made void by, it may be. */
static bool
is_at_end(const struct db *db)
{
	switch (sqlite3_extended_errcode(db->s3)) {
	case SQLITE_IOERR_FSYNC:
	case SQLITE_IOERR_DIR_FSYNC:
	case SQLITE_IOERR_TRUNCATE:
	case SQLITE_IOERR_DELETE:
		return true;
	default:
		return false;
	}
}

bool
db_end_unsure(const struct db *db)
{
	return db->unsure;
}

enum status
db_end(struct db *db, enum status st, struct err *e)
{
	if (st == ST_OK && marks_any(db))
		st = totals_write(db, e);
	db->unsure = false;
	if (st == ST_OK) {
		st = db_run(db, Q_COMMIT, e, "");
		db->unsure = st == ST_IO && is_at_end(db);
	}
	if (st != ST_OK)
		roll_back(db);	/* also after a COMMIT that failed */
	db->erasing = false;
	db->saving = false;
	db->file = NULL;
	db->line = 0;
	return st;
}

enum status
db_read_begin(struct db *db, struct err *e)
{
	assert(!db_in_transaction(db));
	return db_run(db, Q_BEGIN_READ, e, "");
}

void
db_read_end(struct db *db)
{
	roll_back(db);
}
