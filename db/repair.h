/* repair.h - what follows from the records is made anew.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_REPAIR_H
#define DB_REPAIR_H

#include "db/db.h"

/* Indexes, kept totals, days kept with members, search words: all or none, in
 * one transaction. FN is told each as it is done; records and history stay as
 * they are. For a file whose pages are whole. */
enum status	db_repair(struct db *, void (*fn)(void *arg, const char *done),
		    void *arg, struct err *) MUST_CHECK;
/* The same within the caller's transaction, without the indexes. */
enum status	repair_follow(struct db *, void (*fn)(void *arg, const char *done),
		    void *arg, struct err *) MUST_CHECK;

#endif
