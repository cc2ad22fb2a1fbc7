/* backup.h - copies of the database: at will, each day, and one put back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups lie in FILE.backups beside the database FILE: one a day, called
 * 2026-11-20.db, 7 days and after these 5 weeks (the newest of each), within
 * [backup] max; none but the newest is kept longer than 35 days, as erase
 * promises. What is kept before a migration, a repair and restore-backup lies
 * there under other names, as long.
 */
#ifndef APP_BACKUP_H
#define APP_BACKUP_H

#include "app/app.h"
#include "base/str.h"
#include "db/backup.h"

enum { BACKUP_DAYS = 35 };	/* how long any but the newest is kept */

/* A copy in the file PATH. ST_DENIED for a role that may not. */
enum status	backup_to(struct app *, const char *path, bool force, backup_fn fn,
		    void *arg, struct err *) MUST_CHECK;
/* Today's, unless it is there and nothing was saved since; then what is too
 * old or too much goes. Sentences of what was done are added to TOLD. ST_BUSY
 * while another makes it. */
enum status	backup_daily(struct app *, struct strs *told, backup_fn fn,
		    void *arg, struct err *) MUST_CHECK;
/* After the commit of a step: when today has no backup yet, a child process
 * makes it, and nobody waits. [backup] daily = no switches it off, and for
 * tests CASELOAD_BACKUP=no in the environment. */
void		backup_after_save(struct app *);
/* What the file PATH holds becomes the database; what it replaces is kept in
 * *KEPT, which the caller frees. It is no step and undo does not reach it.
 * ST_CORRUPT with *KEPT set when the database is too damaged for this. */
enum status	backup_restore(struct app *, const char *path, char **kept,
		    backup_fn fn, void *arg, struct err *) MUST_CHECK;
/* The same for a database FILE that cannot be opened: it is moved aside, to
 * *KEPT, which is NULL when there is none. */
enum status	backup_replace(const char *file, const char *path, char **kept,
		    struct err *) MUST_CHECK;
/* Why the last backup of the day failed, "2026-11-20: the disk is full"; NULL
 * when it did not. Caller frees. */
char		*backup_failed(const char *file);
/* The newest backup of the day in FILE.backups, DAY_NONE for none. */
int		backup_newest(const char *file);
/* The paths of FILE's backups of every kind, newest first. */
void		backup_list(const char *file, struct strs *out);
/* What is too old on day TODAY, or too much by [backup] max, goes; sentences of
 * it are added to TOLD. */
void		backup_tidy(const char *file, const char *max, int today,
		    struct strs *told);

/* Is TEXT a size that [backup] max takes: "", "500 MB", "2 GB", "10 x"? What it
 * means in bytes for a database of SIZE and so much FREE on the disk. */
bool		backup_room(const char *text, int64_t size, int64_t spare,
		    int64_t *out);

#endif
