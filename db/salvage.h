/* salvage.h - rows of a damaged file read round the pages that cannot be read.
 * Only for db/.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_SALVAGE_H
#define DB_SALVAGE_H

#include "db/inner.h"

struct salvaged {
	int64_t		 rows;		/* read and taken */
	int64_t		 holes;		/* places where rows could not be read */
};
/* The rows of table NAME of FROM that can be read into the table of this name in
 * TO, those columns that both have; rows that are there already stay. A table
 * that FROM lacks, or that cannot be read at all, is a hole. */
enum status	salvage_table(sqlite3 *from, struct db *to, const char *name,
		    struct salvaged *out, struct err *) MUST_CHECK;

#endif
