/* terms.c - term dates and holidays.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/terms.h"

enum status
terms_for(struct db *db, int64_t school,
    void (*fn)(void *arg, const struct term_row *), void *arg, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_TERMS_FOR, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "l", school)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		struct term_row r = { db_text(s, 0), db_text(s, 1),
		    db_text(s, 2), db_text(s, 3), (int)db_int(s, 4) };

		fn(arg, &r);
	}
	return st;
}
