/* rescue_copy.h - a damaged file as something SQLite opens. Only for db/.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_RESCUE_COPY_H
#define DB_RESCUE_COPY_H

#include "db/inner.h"

/* A copy of a file and of its journal, beside another file. */
struct rescue_copy {
	sqlite3		*s3;
	char		*path;
};
/* Copy FILE beside OUT, a whole and empty database, and open it. Where its head
 * is destroyed it gets that of OUT; where its list of tables is, the first page
 * of LIKE, a backup of the same file, or NULL. FILE is only read. */
enum status	rescue_copy_open(struct rescue_copy *, const char *file,
		    const char *out, const char *like, struct err *) MUST_CHECK;
/* The copy goes with it. */
void		rescue_copy_close(struct rescue_copy *);
/* The newest step that was ever given in this file; -1 when that cannot be
 * read. */
int64_t		rescue_last_step(sqlite3 *);

#endif
