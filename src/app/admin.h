/* admin.h - care of the database: its name, its health.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_ADMIN_H
#define APP_ADMIN_H

#include "app/app.h"

const char	*admin_path(const struct app *);	/* of the database file */
/* Name the hub; shown in titles. */
enum status	admin_set_name(struct app *, const char *name, struct err *) MUST_CHECK;
/* Integrity and our own rules; FN is told each finding: level "error",
 * "warning" or "ok". */
enum status	admin_check(struct app *, void (*fn)(void *arg, const char *level,
		    const char *what, const char *ref), void *arg, struct err *) MUST_CHECK;

/* Indexes, kept totals, days kept with members and search words made anew, after
 * a copy in FILE.backups. FN is told what was done, a sentence each. */
enum status	admin_repair(struct app *, void (*fn)(void *arg, const char *done),
		    void *arg, struct err *) MUST_CHECK;
/* Of a database FILE that is damaged: what can be saved goes to a new file,
 * whose name is *OUT for the caller to free; FILE stays as it is. *WHOLE: it is
 * known that nothing is missing. FN as above. */
enum status	admin_rescue(const char *file, char **out, bool *whole,
		    void (*fn)(void *arg, const char *done), void *arg,
		    struct err *) MUST_CHECK;

#endif
