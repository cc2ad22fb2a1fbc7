/* fail.c - SQLite's result codes as a status and a sentence.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <stdio.h>

#include "db/inner.h"

static enum status
constraint(struct db *db, int rc, struct err *e)
{
	switch (rc) {
	case SQLITE_CONSTRAINT_FOREIGNKEY:
		return err_set(e, ST_CONFLICT,
		    "a record it names is not there, or another names it");
	case SQLITE_CONSTRAINT_TRIGGER:
		return err_set(e, ST_DENIED, "%s", sqlite3_errmsg(db->s3));
	case SQLITE_CONSTRAINT_PRIMARYKEY:
	case SQLITE_CONSTRAINT_ROWID:
	case SQLITE_CONSTRAINT_UNIQUE:
		return err_set(e, ST_CONFLICT, "that is there already");
	default:
		return err_set(e, ST_INVALID,
		    "the database does not take this value");
	}
}

static enum status
waiting(struct db *db, struct err *e)
{
	if (db->busy.stopped) {
		db->busy.stopped = false;
		return err_set(e, ST_INTERRUPTED,
		    "stopped while waiting; nothing was saved");
	}
	return err_set(e, ST_BUSY, "somebody else is saving; "
	    "nothing was saved; try again in a moment");
}

static enum status
unreadable(struct db *db, int rc, struct err *e)
{
	if (rc == SQLITE_IOERR_WRITE || rc == SQLITE_IOERR_FSYNC ||
	    rc == SQLITE_IOERR_TRUNCATE)
		return err_set(e, ST_IO, "cannot write %s: the disk is full or "
		    "fails; nothing was saved", db->path);
	errno = sqlite3_system_errno(db->s3);
	return errno != 0 ?
	    err_errno(e, "cannot read or write %s", db->path) :
	    err_set(e, ST_IO, "cannot read or write %s", db->path);
}

static enum status
sentence(struct db *db, int rc, struct err *e)
{
	const char *path = db->path;

	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return waiting(db, e);
	case SQLITE_FULL:
		return err_set(e, ST_IO, "the disk is full; nothing was saved");
	case SQLITE_READONLY:
		if (rc == SQLITE_READONLY_DBMOVED)
			return err_set(e, ST_IO, "%s was moved or deleted "
			    "since it was opened; nothing was saved", path);
		return err_set(e, ST_DENIED, db->flags & DB_READONLY ?
		    "the database was opened to look only" :
		    "%s may not be written by this user", path);
	case SQLITE_AUTH:
		return err_set(e, ST_DENIED,
		    "the database refuses this: its history stays whole");
	case SQLITE_PERM:
	case SQLITE_CANTOPEN:
		return err_set(e, ST_IO, "cannot open %s", path);
	case SQLITE_NOTADB:
		return err_set(e, ST_CORRUPT,
		    "%s is not a Caseload database", path);
	case SQLITE_CORRUPT:
		return err_set(e, ST_CORRUPT,
		    "%s is damaged: keep a copy of it as it is, then put "
		    "your newest backup in its place; caseload export may "
		    "still save some kinds of records", path);
	case SQLITE_INTERRUPT:
		return err_set(e, ST_INTERRUPTED, "stopped");
	case SQLITE_CONSTRAINT:
		return constraint(db, rc, e);
	case SQLITE_TOOBIG:
		return err_set(e, ST_INVALID, "the text is too long");
	case SQLITE_NOMEM:
		return err_set(e, ST_IO, "there is not enough memory");
	default:
		return unreadable(db, rc, e);
	}
}

enum status
db_fail(struct db *db, int rc, const char *what, struct err *e)
{
	const char *message = sqlite3_errmsg(db->s3);
	int full = sqlite3_extended_errcode(db->s3);
	enum status st;

	if ((full & 0xff) == (rc & 0xff))
		rc = full;
	st = sentence(db, rc, e);
	if (e != NULL)
		snprintf(e->detail, sizeof e->detail, "%d %s: %s", rc, message,
		    what);
	return st;
}
