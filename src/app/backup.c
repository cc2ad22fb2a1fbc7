/* backup.c - a copy of the database at will, and one put back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/backup.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/may.h"
#include "base/mem.h"
#include "base/path.h"
#include "db/db.h"

enum status
backup_to(struct app *app, const char *path, bool force, backup_fn fn,
    void *arg, struct err *e)
{
	enum status st = may_do(app, DO_BACKUP, NULL, e);

	return st != ST_OK ? st :
	    backup_make(app->db, path, force, fn, arg, e);
}

enum status
backup_restore(struct app *app, const char *path, char **kept, backup_fn fn,
    void *arg, struct err *e)
{
	enum status st;

	*kept = NULL;
	if ((st = app_may_write(app, e)) != ST_OK ||
	    (st = may_do(app, DO_PUT_BACK, NULL, e)) != ST_OK ||
	    (st = backup_look(path, NULL, e)) != ST_OK)
		return st;
	if ((st = backup_aside(app->db, "replaced", kept, e)) != ST_OK) {
		if (st == ST_CORRUPT)
			*kept = xstrdup(db_path(app->db));
		return err_prefix(e, "What is there could not be kept, so "
		    "nothing was put back: ");
	}
	return backup_put(app->db, path, fn, arg, e);
}

enum status
backup_replace(const char *file, const char *path, char **kept,
    struct err *e)
{
	char *before, *aside, *journal, *its;
	enum status st = backup_look(path, NULL, e);
	bool there;

	*kept = NULL;
	if (st != ST_OK)
		return st;
	before = xasprintf("%s.damaged", file);
	aside = backup_stamped(before);
	free(before);
	journal = xasprintf("%s-journal", file);
	its = xasprintf("%s-journal", aside);
	there = link(file, aside) == 0;
	if (!there && errno != ENOENT) {
		st = err_errno(e, "cannot keep %s as %s", file, aside);
	} else if ((st = backup_copy(path, file, e)) == ST_OK) {
		/* Its journal is of the pages that went. */
		(void)rename(journal, its);
		*kept = there ? aside : NULL;
		aside = there ? NULL : aside;
	} else {
		(void)unlink(aside);
	}
	free(aside);
	free(journal);
	free(its);
	return st;
}
