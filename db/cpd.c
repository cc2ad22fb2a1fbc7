/* cpd.c - what schools covered by the CPD of their people.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/cpd.h"

enum status
cpd_cover(struct db *db, int64_t school, const char *first, const char *last,
    void (*fn)(void *, int, int64_t), void *arg, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_CPD_COVER, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "lss", school, first, last)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, (int)db_int(s, 0), db_int(s, 1));
	return st;
}
