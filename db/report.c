/* report.c - figures that reports print; for src/app.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/report.h"

#include <stdlib.h>

static int64_t
known(struct stmt *s, int col)
{
	return db_null(s, col) ? -1 : db_int(s, col);
}

enum status
report_years(struct db *db, int64_t school, const char *first,
    const char *last, void (*fn)(void *, const struct report_year *),
    void *arg, struct err *e)
{
	struct report_year y;
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_REPORT_YEARS, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "lss", school, first, last)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		y.encounter = db_int(s, 0);
		y.group = db_text(s, 1);
		y.attended = known(s, 2);
		y.disadvantaged = known(s, 3);
		y.send = known(s, 4);
		y.provider = db_int(s, 5) != 0;
		fn(arg, &y);
	}
	return st;
}

enum status
report_providers(struct db *db, int64_t school, const char *first,
    const char *last, void (*fn)(void *, const char *, const char *),
    void *arg, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_REPORT_PROVIDERS, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "lss", school, first, last)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, db_text(s, 0), db_text(s, 1));
	return st;
}

enum status
report_since(struct db *db, int64_t school, int *day, struct err *e)
{
	char *text = NULL;
	enum status st;

	st = db_get_text(db, Q_REPORT_SINCE, &text, e, "l", school);
	if (st == ST_OK)
		*day = text != NULL ? day_from_iso(text) : DAY_NONE;
	free(text);
	return st;
}
