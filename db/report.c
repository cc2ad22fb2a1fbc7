/* report.c - figures that reports print; for src/app.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/report.h"

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
report_stage(struct db *db, int64_t school, const char *today,
    void (*fn)(void *, int64_t, const char *, const char *), void *arg,
    struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_REPORT_STAGE, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "ls", school, today)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, db_int(s, 0), db_text(s, 1), db_text(s, 2));
	return st;
}

enum status
report_facts(struct db *db, int64_t school, const char *year,
    void (*fn)(void *, const struct report_fact *), void *arg, struct err *e)
{
	struct report_fact f;
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_REPORT_FACTS, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "ls", school, year)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		f.id = db_int(s, 0);
		f.fact = db_text(s, 1);
		f.value = db_text(s, 2);
		f.source = db_text(s, 3);
		f.checked = db_text(s, 4);
		fn(arg, &f);
	}
	return st;
}

enum status
report_results(struct db *db, int64_t school, const char *source,
    const char *today, int64_t *out, size_t max, size_t *n, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more = true;

	*n = 0;
	if ((st = db_stmt(db, Q_REPORT_RESULTS, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "lss", school, source, today)) != ST_OK)
		return st;
	while (*n < max && (st = db_step(s, &more, e)) == ST_OK && more)
		out[(*n)++] = db_int(s, 0);
	if (st == ST_OK && more)
		db_done(s);
	return st;
}
