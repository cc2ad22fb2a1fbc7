/* assessments.c - which assessments a school has.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/assessments.h"

#include <stdio.h>
#include <string.h>

/* Of one source; DATE holds the day of the best so far, or "". */
static enum status
before_of(struct db *db, const struct assessment_key *k, const char *source,
    int64_t self, int64_t *best, char date[11], struct err *e)
{
	struct stmt *st;
	enum status s;
	bool more;
	int cmp;

	if ((s = db_stmt(db, Q_ASSESSMENT_BEFORE, &st, e)) != ST_OK ||
	    (s = db_bindf(st, e, "lssssl", k->school, source, k->framework,
	    k->setting, k->date, self != 0 ? self : INT64_MAX)) != ST_OK ||
	    (s = db_step(st, &more, e)) != ST_OK || !more)
		return s;
	cmp = strcmp(db_text(st, 1), date);
	if (cmp > 0 || (cmp == 0 && db_int(st, 0) > *best)) {
		*best = db_int(st, 0);
		snprintf(date, 11, "%s", db_text(st, 1));
	}
	db_done(st);
	return ST_OK;
}

enum status
assessments_before(struct db *db, const struct assessment_key *k,
    int64_t self, int64_t *out, struct err *e)
{
	int64_t best = 0;
	char date[11] = "";
	enum status s = before_of(db, k, "compass", self, &best, date, e);

	if (s == ST_OK)
		s = before_of(db, k, "self-assessment", self, &best, date, e);
	if (s == ST_OK)
		*out = best;
	return s;
}

enum status
assessments_same(struct db *db, const struct assessment_key *k, int64_t self,
    int64_t *out, size_t max, size_t *n, struct err *e)
{
	struct stmt *st;
	enum status s;
	bool more;

	*n = 0;
	if ((s = db_stmt(db, Q_ASSESSMENT_SAME, &st, e)) != ST_OK ||
	    (s = db_bindf(st, e, "lssssl", k->school, k->source, k->framework,
	    k->setting, k->date, self)) != ST_OK)
		return s;
	while ((s = db_step(st, &more, e)) == ST_OK && more) {
		if (*n < max)
			out[*n] = db_int(st, 0);
		++*n;
	}
	return s;
}

enum status
assessments_newest(struct db *db, int64_t school, const char *source,
    const char *day, int64_t *out, struct err *e)
{
	return db_get_int(db, Q_ASSESSMENT_NEWEST, 0, out, e, "lss", school,
	    source, day);
}
