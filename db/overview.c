/* overview.c - one school's figures, people and days.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/overview.h"

#include <stdlib.h>

enum status
overview_rolls(struct db *db, int64_t school, const char *year,
    void (*fn)(void *, const char *, int64_t, bool), void *arg, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_OVERVIEW_ROLLS, &s, e)) ||
	    (st = db_bindf(s, e, "ls", school, year)))
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, db_text(s, 0), db_null(s, 1) ? -1 : db_int(s, 1),
		    db_text(s, 2)[0] == 'y');
	return st;
}

enum status
overview_people(struct db *db, int64_t school, const char *today,
    void (*fn)(void *, const char *, const char *, const char *,
    const char *, int64_t), void *arg, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_OVERVIEW_PEOPLE, &s, e)) ||
	    (st = db_bindf(s, e, "ls", school, today)))
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, db_text(s, 0), db_text(s, 1), db_text(s, 2),
		    db_text(s, 3), db_int(s, 4));
	return st;
}

enum status
overview_left(struct db *db, int64_t school, const char *role,
    const char *today, int *day, struct err *e)
{
	char *text = NULL;
	enum status st;

	st = db_get_text(db, Q_OVERVIEW_LEFT, &text, e, "lss", school, role,
	    today);
	if (st == ST_OK)
		*day = text != NULL ? day_from_iso(text) : DAY_NONE;
	free(text);
	return st;
}

enum status
overview_days(struct db *db, int64_t school, const char *today,
    int64_t *last, int64_t *next, int64_t *late, struct err *e)
{
	enum status st;

	if ((st = db_get_int(db, Q_OVERVIEW_LAST, 0, last, e, "ls", school,
	    today)) || (st = db_get_int(db, Q_OVERVIEW_NEXT, 0, next, e,
	    "ls", school, today)))
		return st;
	return db_get_int(db, Q_OVERVIEW_OPEN, 0, late, e, "ls", school,
	    today);
}

/* --- the timeline -------------------------------------------------------- */

static enum status
begin(struct db *db, enum query q, int64_t school, int64_t limit,
    struct stmt **s, struct err *e)
{
	enum status st = db_stmt(db, q, s, e);

	return st ? st : db_bindf(*s, e, "ll", school, limit);
}

/* From and to of a role or a membership are two rows. */
static void
two_rows(struct stmt *s, struct timeline_row *r,
    void (*fn)(void *, const struct timeline_row *), void *arg)
{
	r->id = db_int(s, 0);
	r->date = db_text(s, 1);
	r->ends = false;
	fn(arg, r);
	if (db_null(s, 2))
		return;
	r->date = db_text(s, 2);
	r->ends = true;
	fn(arg, r);
}

enum status
timeline_read(struct db *db, int64_t school, int64_t limit,
    void (*fn)(void *, const struct timeline_row *), void *arg, struct err *e)
{
	struct timeline_row r = {.name = "", .title = ""};
	struct stmt *s;
	enum status st;
	bool more;

	r.entity = "encounter";
	if ((st = begin(db, Q_TIMELINE_ENCOUNTERS, school, limit, &s, e)))
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		r.id = db_int(s, 0);
		r.date = db_text(s, 1);
		r.word = db_text(s, 2);
		fn(arg, &r);
	}
	r.entity = "booking";
	if (st || (st = begin(db, Q_TIMELINE_CPD, school, limit, &s, e)))
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		r.id = db_int(s, 0);
		r.date = db_text(s, 1);
		r.word = db_text(s, 2);
		r.name = db_text(s, 3);
		r.title = db_text(s, 4);
		fn(arg, &r);
	}
	r.entity = "role";
	r.title = "";
	if (st || (st = begin(db, Q_TIMELINE_ROLES, school, limit, &s, e)))
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		r.word = db_text(s, 3);
		r.name = db_text(s, 4);
		two_rows(s, &r, fn, arg);
	}
	r.entity = "member";
	r.word = r.name = "";
	if (st || (st = begin(db, Q_TIMELINE_CLUSTERS, school, limit, &s, e)))
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		r.title = db_text(s, 3);
		two_rows(s, &r, fn, arg);
	}
	return st;
}
