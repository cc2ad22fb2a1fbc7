/* check.h - is the database whole: SQLite's own checks and ours.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_CHECK_H
#define DB_CHECK_H

#include "db/db.h"

/* FN is told each finding: LEVEL "error", "warning" or "ok", WHAT a sentence,
 * REF entity/CODE or "". ST_OK also when there are errors to tell. */
enum status	db_check(struct db *, void (*fn)(void *arg, const char *level,
		    const char *what, const char *ref), void *arg, struct err *) MUST_CHECK;

#endif
