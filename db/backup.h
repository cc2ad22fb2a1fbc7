/* backup.h - a whole copy of the database, and one put back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_BACKUP_H
#define DB_BACKUP_H

#include "db/db.h"

/* Told how much is done, in pages; false stops with ST_INTERRUPTED. */
typedef bool	(*backup_fn)(void *arg, int done, int total);

/* A copy of the database as of one moment in the new file PATH, 0600. It is
 * made beside PATH, looked through and then put in its place: an older file
 * there is refused without FORCE, a symbolic link always. Others save between
 * its runs of 250 ms; when they do so again and again, the last run takes all
 * that is left. FN may be NULL. */
enum status	backup_make(struct db *, const char *path, bool force,
		    backup_fn fn, void *arg, struct err *) MUST_CHECK;
/* Is PATH a whole Caseload database that this program can read? Its version to
 * *VERSION, which may be NULL. ST_CORRUPT, ST_DENIED (a newer one), ST_NOT_FOUND
 * otherwise. */
enum status	backup_look(const char *path, int *version, struct err *) MUST_CHECK;
/* What the file PATH holds becomes what this database holds, in one
 * transaction: a kill leaves the one or the other. Sessions that are open see
 * it as any other save. An older version is brought up to date. */
enum status	backup_put(struct db *, const char *path, backup_fn fn,
		    void *arg, struct err *) MUST_CHECK;
/* The file PATH, looked through, in the place of the file TO, whatever is
 * there; for a database that cannot be opened. */
enum status	 backup_copy(const char *path, const char *to, struct err *) MUST_CHECK;
/* The folder FILE.backups of the database FILE; caller frees. */
char		*backup_folder(const char *file);
/* FOLDER is there, made if need be. It may be a link to another disk, of this
 * account or root; ST_DENIED for a link of anybody else. */
enum status	backup_make_folder(const char *folder, struct err *) MUST_CHECK;
/* BEFORE-20261120-101500.db, which is not there yet: a second one within the
 * second gets a number. Caller frees. */
char		*backup_stamped(const char *before);
/* A copy into that folder, which is made, named WORDS and the second it is:
 * before-version-7-20261120-101500.db. *OUT, for the caller to free, may be
 * NULL. */
enum status	backup_aside(struct db *, const char *words, char **out,
		    struct err *) MUST_CHECK;

#endif
