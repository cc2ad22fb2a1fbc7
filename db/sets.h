/* sets.h - the members of a record's sets, in and out. Only for db/.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_SETS_H
#define DB_SETS_H

#include "db/db.h"
#include "model/row.h"

/* Fill the row's set FIELD from its table. */
enum status	sets_load(struct db *, struct row *, int field, struct err *)
		    MUST_CHECK;
/* Write the members in which NEW differs from OLD (NULL: from nothing), and
 * what the rows carry from their owner when that changed. */
enum status	sets_write(struct db *, const struct row *old,
		    const struct row *new, int field, struct err *) MUST_CHECK;
enum status	sets_empty(struct db *, const struct row *, int field,
		    struct err *) MUST_CHECK;

#endif
