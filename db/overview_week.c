/* overview_week.c - one school's visits, promises, cases and notes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/overview_week.h"

static const enum query parts[WEEK_PARTS] = {
	[WEEK_VISIT] = Q_OVERVIEW_VISIT,
	[WEEK_NEXT_VISIT] = Q_OVERVIEW_NEXT_VISIT,
	[WEEK_PROMISED] = Q_OVERVIEW_PROMISED,
	[WEEK_CASES] = Q_OVERVIEW_CASES,
	[WEEK_PINNED] = Q_OVERVIEW_PINNED,
};

enum status
overview_week_read(struct db *db, enum week_part part, int64_t school,
    const char *today, int limit, void (*fn)(void *, const struct week_row *),
    void *arg, struct err *e)
{
	struct week_row r;
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, parts[part], &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "lsi", school, today, limit)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		r.id = db_int(s, 0);
		r.word = db_text(s, 1);
		r.day = db_text(s, 2);
		r.who = db_text(s, 3);
		r.title = db_text(s, 4);
		r.n = db_int(s, 5);
		fn(arg, &r);
	}
	return st;
}
