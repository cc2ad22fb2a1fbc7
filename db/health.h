/* health.h - a database looked at and not touched, for caseload doctor.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_HEALTH_H
#define DB_HEALTH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "db/db.h"

struct db_health {
	bool		 there;		/* there is a file, and not an empty one */
	enum status	 st;		/* whether it could be read; below, what
					 * was read until then */
	struct err	 err;
	bool		 hot;		/* a writer was killed: its journal waits to
					 * be rolled back by the next who opens */
	bool		 ours;		/* a Caseload database */
	int		 version;
	int64_t		 bytes;
	char		 journal[16];	/* of a file that is not open here "wal", or
					 * "" any other */
	struct strs	 user, role;	/* who there is, and what they may; "" */
	struct strs	 disabled;	/* … and from which day not, "" never */
	int64_t		 newest_ms;	/* time of the newest step; -1 none */
	bool		 looked;	/* the quick check came to its end */
	char		 fault[256];	/* … with this; "" whole */
};

/* Look at the file PATH, or at OPEN, which the session has open, when it is not
 * NULL. Nothing is written or rolled back. At most MS milliseconds are spent on
 * the quick check of all pages. OUT is for db_health_clear. */
void		 db_health(const char *path, struct db *open, int ms,
		    struct db_health *out);
void		 db_health_clear(struct db_health *);
int		 db_newest_version(void);	/* of this program's databases */

/* SQLite itself: its version; was it built with what we need, NULL or what is
 * missing; may it write a database in WAL mode (design.md 4)? */
const char	*db_sqlite(void);
const char	*db_sqlite_lacks(void);
bool		 db_sqlite_wal(void);

#endif
