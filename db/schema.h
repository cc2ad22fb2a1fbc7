/* schema.h - are the tables, indexes and triggers those this program makes?
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_SCHEMA_H
#define DB_SCHEMA_H

#include "db/db.h"

enum schema_fault {
	SCHEMA_MISSING,
	SCHEMA_OTHER,		/* not as it was made */
	SCHEMA_STRANGE,		/* not one of ours */
};
/* TYPE "table", "index", "trigger" or "view". SQL: how this program makes it, NULL
 * of a strange one. All are borrowed. */
typedef enum status schema_fn(void *arg, enum schema_fault, const char *type,
    const char *name, const char *sql, struct err *);
/* FN is told each part in which the database differs from a new one, in no
 * order that matters; ends with what it returns other than ST_OK. */
enum status	schema_compare(struct db *, schema_fn *fn, void *arg, struct err *) MUST_CHECK;
/* ST_CORRUPT, with a sentence, when that is a fault of a table: then records may
 * be missing. */
enum status	schema_refuse(const struct db *, enum schema_fault, const char *type,
		    const char *name, struct err *) MUST_CHECK;
/* Within the caller's transaction: indexes and triggers that are missing or
 * otherwise are made anew, strange triggers and views taken out. *ANY says that
 * something was done. ST_CORRUPT as schema_refuse; ST_CONFLICT when two records
 * have what an index lets only one have. */
enum status	schema_mend(struct db *, bool *any, struct err *) MUST_CHECK;

#endif
