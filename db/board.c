/* board.c - what the board shows of a school besides its fields.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/board.h"

#include <stdio.h>

#include "base/date.h"

enum status
board_facts(struct db *db, int64_t school, const char *day,
    struct board_facts *out, struct err *e)
{
	struct board_facts f = { .date = DAY_NONE };
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_BOARD_SCHOOL, &s, e)) ||
	    (st = db_bindf(s, e, "ls", school, day)) ||
	    (st = db_step(s, &more, e)))
		return st;
	if (more) {
		f.membership = db_int(s, 0);
		f.result = db_int(s, 1);
		f.date = day_from_iso(db_text(s, 2));
		snprintf(f.framework, sizeof f.framework, "%s", db_text(s, 3));
	}
	for (int i = 0; i < BENCHMARKS; i++)
		f.bm[i] = !more || db_null(s, 4 + i) ? -1 :
		    (int)db_int(s, 4 + i);
	if (more)
		db_done(s);
	*out = f;
	return ST_OK;
}
