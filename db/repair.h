/* repair.h - a database whose pages are whole, made whole in itself.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_REPAIR_H
#define DB_REPAIR_H

#include "db/db.h"

struct repaired {
	bool		 parts;		/* indexes or triggers were not as they are made */
	int64_t		 made;		/* records made again from the history */
	int64_t		 emptied;	/* references to records that are not there */
	int64_t		 noted;		/* records that the history said otherwise */
};
/* Indexes and triggers; records that the history has and the tables lack; what
 * stands otherwise than the history says is noted there; kept totals, days kept
 * with members, search words. All or none, in one transaction. FN is told each as
 * it is done; what stands in a record stays. For a file whose pages are whole:
 * ST_CORRUPT, and nothing is done, when a table is missing. */
enum status	db_repair(struct db *, void (*fn)(void *arg, const char *done), void *arg,
		    struct repaired *, struct err *) MUST_CHECK;
/* What follows from the records, without the indexes, within the caller's
 * transaction. */
enum status	repair_follow(struct db *, void (*fn)(void *arg, const char *done),
		    void *arg, struct err *) MUST_CHECK;

#endif
