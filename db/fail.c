/* fail.c - SQLite's result codes as a status and a sentence.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <sys/statvfs.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/path.h"
#include "base/str.h"
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

/* Only of a save is it worth saying; of all else nothing was to be saved. */
static const char *
unsaved(const struct db *db)
{
	return db->saving ? "; nothing was saved" : "";
}

static enum status
waiting(struct db *db, struct err *e)
{
	if (db->busy.stopped) {
		db->busy.stopped = false;
		return err_set(e, ST_INTERRUPTED, "stopped while waiting%s",
		    unsaved(db));
	}
	return err_set(e, ST_BUSY, "somebody else is saving%s; try again in a "
	    "moment", unsaved(db));
}

static bool
may(const char *path, int how)
{
	return faccessat(AT_FDCWD, path, how, AT_EACCESS) == 0;
}

static bool
disk_only_read(const char *path)
{
	struct statvfs vfs;

	return statvfs(path, &vfs) == 0 && (vfs.f_flag & ST_RDONLY) != 0;
}

/* Each save keeps one in the folder of the file. */
static enum status
no_journal(struct db *db, struct err *e)
{
	return err_set(e, ST_DENIED, "this user may not write the folder of the "
	    "database%s: look with --readonly, or ask whoever keeps %s",
	    unsaved(db), db->path);
}

static enum status
not_written(struct db *db, int rc, struct err *e)
{
	const char *path = db->path;

	if (rc == SQLITE_READONLY_DBMOVED)
		return err_set(e, ST_IO, "the database was moved, deleted "
		    "or replaced; nothing was saved: put %s back, or start "
		    "Caseload again", path);
	if (rc == SQLITE_READONLY_ROLLBACK || rc == SQLITE_READONLY_RECOVERY)
		return err_set(e, ST_DENIED, "a save of %s was cut off and must "
		    "be undone before anybody reads it, which this user may "
		    "not: open it once where it may be written", path);
	if (db->flags & DB_READONLY)
		return err_set(e, ST_DENIED,
		    "the database was opened to look only");
	if (disk_only_read(path))
		return err_set(e, ST_DENIED, "the disk may only be read%s: look "
		    "with --readonly, or mount that of %s to be "
		    "written and try again", unsaved(db), path);
	if (rc == SQLITE_READONLY_DIRECTORY)
		return no_journal(db, e);
	return err_set(e, ST_DENIED, "this user may not write the database%s: "
	    "look with --readonly, or ask whoever keeps %s", unsaved(db),
	    path);
}

/* The file itself, or the journal beside it. */
static enum status
not_opened(struct db *db, struct err *e)
{
	const char *path = db->path;
	char *journal = xasprintf("%s-journal", path), *dir = path_dir(path);
	int why = sqlite3_system_errno(db->s3);
	enum status st;

	errno = why;
	if (access(path, F_OK) != 0 && errno == ENOENT)
		st = err_set(e, ST_IO, "the database was moved or deleted%s: "
		    "put %s back, or start Caseload again", unsaved(db), path);
	else if (!may(path, R_OK) && errno == EACCES)
		st = err_set(e, ST_DENIED, "%s may not be read by this user%s: "
		    "ask whoever keeps it", path, unsaved(db));
	else if (!may(journal, R_OK) && errno == EACCES)
		st = err_set(e, ST_DENIED, "%s, of a save that was cut off, may "
		    "not be read by this user%s: ask whoever keeps it",
		    journal, unsaved(db));
	else if (!may(dir, W_OK | X_OK))
		st = no_journal(db, e);
	else if ((errno = why) != 0)
		st = err_errno(e, "cannot open %s%s", path, unsaved(db));
	else
		st = err_set(e, ST_IO, "cannot open %s%s", path, unsaved(db));
	free(journal);
	free(dir);
	return st;
}

static enum status
no_memory(struct db *db, struct err *e)
{
	return err_set(e, ST_IO, "there is not enough memory%s: close other "
	    "programs, then try again", unsaved(db));
}

static enum status
unreadable(struct db *db, int rc, struct err *e)
{
	int why = sqlite3_system_errno(db->s3);

	switch (rc) {
	case SQLITE_IOERR_NOMEM:
		return no_memory(db, e);
	case SQLITE_IOERR_WRITE:
	case SQLITE_IOERR_FSYNC:
	case SQLITE_IOERR_DIR_FSYNC:
	case SQLITE_IOERR_TRUNCATE:
		return err_set(e, ST_IO, why == EDQUOT ?
		    "your quota of the disk is used up; nothing was saved: "
		    "make room for %s, then try again" :
		    "the disk is full or fails; nothing was saved: make room "
		    "for %s, then try again", db->path);
	case SQLITE_IOERR_DELETE:
		if (db->saving)
			break;
		return err_set(e, ST_DENIED, "a save of %s was cut off and must "
		    "be undone before anybody reads it, but its journal cannot "
		    "be taken away: open it once where its folder may be "
		    "written", db->path);
	}
	errno = why;
	return why != 0 ?
	    err_errno(e, "cannot read or write %s%s", db->path, unsaved(db)) :
	    err_set(e, ST_IO, "cannot read or write %s%s", db->path,
	    unsaved(db));
}

/* Also when a table or a column is not there: each statement is tried by a test
 * on a whole one. */
static enum status
damaged(struct db *db, struct err *e)
{
	return err_set(e, ST_CORRUPT,
	    "%s is damaged%s: keep a copy of it as it is; then caseload check "
	    "--repair, or caseload restore-backup FILE", db->path,
	    unsaved(db));
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
		return err_set(e, ST_IO, "the disk is full; nothing was "
		    "saved: make room, then try again");
	case SQLITE_READONLY:
		return not_written(db, rc, e);
	case SQLITE_AUTH:
		return err_set(e, ST_DENIED,
		    "the database refuses this: its history stays whole");
	case SQLITE_PERM:
	case SQLITE_CANTOPEN:
		return not_opened(db, e);
	case SQLITE_NOTADB:
		return err_set(e, ST_CORRUPT,
		    "%s is not a Caseload database: if it was one, keep a copy "
		    "of it as it is; then caseload check --repair, or caseload "
		    "restore-backup FILE", path);
	case SQLITE_ERROR:
		return str_starts(sqlite3_errmsg(db->s3), "no such ") ?
		    damaged(db, e) : unreadable(db, rc, e);
	case SQLITE_FORMAT:		/* a text of the history, pack.c */
	case SQLITE_CORRUPT:
		return damaged(db, e);
	case SQLITE_INTERRUPT:
		return err_set(e, ST_INTERRUPTED, "stopped");
	case SQLITE_CONSTRAINT:
		return constraint(db, rc, e);
	case SQLITE_TOOBIG:
		return err_set(e, ST_INVALID, "the text is too long");
	case SQLITE_NOMEM:
		return no_memory(db, e);
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
