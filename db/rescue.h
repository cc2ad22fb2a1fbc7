/* rescue.h - a new database from what is left of a damaged one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQLite's own recovery interface is not in the library that Debian ships, so
 * rows are read round what is broken (salvage.h). What cannot be read there is
 * taken from the newest backup, and what neither has is made again from the
 * history, of which both give what they have. Where the history is whole it
 * decides: then nothing is lost. Else what was read stands, and sets of a table
 * that was not read whole are filled from the other two.
 */
#ifndef DB_RESCUE_H
#define DB_RESCUE_H

#include "db/db.h"

struct rescued {
	int64_t		 read;		/* records read from the damaged file */
	int64_t		 backup;	/* … taken from the backup */
	int64_t		 history;	/* … made again from the history */
	int64_t		 filled;	/* … that lacked parts, which these had */
	int64_t		 emptied;	/* references to records that are lost */
	int64_t		 holes;		/* places that could not be read */
	bool		 whole;		/* the history is, to the newest step that
					 * was ever made: nothing is lost */
};
/* Make OUT, a file that is not there yet, from FILE and from BACKUP (NULL: there
 * is none). FILE and BACKUP are only read. ST_CORRUPT when there is nothing to
 * be had; then no OUT is left. */
enum status	db_rescue(const char *file, const char *backup, const char *out,
		    struct rescued *, struct err *) MUST_CHECK;

#endif
