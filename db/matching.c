/* matching.c - volunteers, their matches, what schools want.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/matching.h"

#include <stdlib.h>

#include "base/date.h"
#include "base/mem.h"

static enum status
bind_volunteers(struct db *db, int64_t id, const char *kind, struct stmt **s,
    struct err *e)
{
	enum status st = db_stmt(db, id != 0 ? Q_MATCHING_VOLUNTEER :
	    Q_MATCHING_VOLUNTEERS, s, e);

	if (st != ST_OK)
		return st;
	return id != 0 ? db_bindf(*s, e, "l", id) : db_bindf(*s, e, "s", kind);
}

enum status
matching_volunteers(struct db *db, int64_t id, const char *kind,
    void (*fn)(void *, const struct matching_volunteer *), void *arg,
    struct err *e)
{
	struct matching_volunteer v;
	struct stmt *s;
	enum status st = bind_volunteers(db, id, kind, &s, e);
	bool more;

	if (st != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		v = (struct matching_volunteer){
			.id = db_int(s, 0), .name = db_text(s, 1),
			.kind = db_text(s, 2), .stage = db_text(s, 3),
			.sector = db_text(s, 4), .interests = db_text(s, 5),
			.capacity = db_null(s, 6) ? -1 : db_int(s, 6),
			.induction = db_text(s, 7),
			.dbs_status = db_text(s, 8), .dbs_date = db_text(s, 9),
			.contact_ok = db_text(s, 10),
			.not_before = db_text(s, 11),
			.boroughs = db_text(s, 12), .employer = db_text(s, 13),
		};
		fn(arg, &v);
	}
	return st;
}

enum status
matching_matches(struct db *db,
    void (*fn)(void *, const struct matching_match *), void *arg,
    struct err *e)
{
	struct matching_match m;
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_MATCHING_MATCHES, &s, e)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		m = (struct matching_match){
			.volunteer = db_int(s, 0), .school = db_int(s, 1),
			.kind = db_text(s, 2), .status = db_text(s, 3),
			.from = db_text(s, 4), .to = db_text(s, 5),
			.reason = db_text(s, 6), .name = db_text(s, 7),
		};
		fn(arg, &m);
	}
	return st;
}

enum status
matching_waiting(struct db *db, int64_t school, int *day, struct err *e)
{
	char *text = NULL;
	enum status st = db_get_text(db, Q_MATCHING_WAITING, &text, e, "l",
	    school);

	if (st == ST_OK)
		*day = text != NULL ? day_from_iso(text) : DAY_NONE;
	free(text);
	return st;
}

enum status
matching_seen(struct db *db, int64_t school, const char *first,
    const char *last, void (*fn)(void *, const char *), void *arg,
    struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_MATCHING_SEEN, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "lss", school, first, last)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, db_text(s, 0));
	return st;
}

enum status
matching_wanted(struct db *db, int64_t school,
    void (*fn)(void *, const char *, const char *), void *arg, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_MATCHING_WANTED, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "l", school)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, db_text(s, 0), db_text(s, 1));
	return st;
}

/* --- rules --------------------------------------------------------------- */

enum status
matching_other(struct db *db, int64_t volunteer, int64_t school,
    const char *today, int64_t self, int64_t *out, struct err *e)
{
	return db_get_int(db, Q_MATCHING_OTHER, 0, out, e, "lsll", school,
	    today, volunteer, self);
}

enum status
matching_volunteer(struct db *db, int64_t contact, const char *kind,
    int64_t *out, struct err *e)
{
	return db_get_int(db, Q_MATCHING_SAME_PERSON, 0, out, e, "ls", contact,
	    kind);
}

enum status
matching_advisers(struct db *db, int64_t school, const char *today,
    void (*fn)(void *, const char *), void *arg, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_MATCHING_ADVISERS, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "ls", school, today)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, db_text(s, 0));
	return st;
}

enum status
matching_taken(struct db *db, int64_t volunteer, const char *today,
    int64_t *taken, int64_t *capacity, char **name, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	*taken = *capacity = 0;
	*name = xstrdup("");
	if ((st = db_stmt(db, Q_MATCHING_TAKEN, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "ls", volunteer, today)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		*taken = db_int(s, 0);
		*capacity = db_int(s, 1);
		free(*name);
		*name = xstrdup(db_text(s, 2));
	}
	return st;
}

enum status
matching_ceilings(struct db *db, const char *today,
    struct matching_ceilings *out, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	*out = (struct matching_ceilings){ 0, -1, -1 };
	if ((st = db_stmt(db, Q_CEILINGS, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "s", today)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		out->schools = db_null(s, 0) ? -1 : db_int(s, 0);
		out->volunteers = db_null(s, 1) ? -1 : db_int(s, 1);
		out->network = db_int(s, 2);
	}
	return st;
}

enum status
matching_carried(struct db *db, int64_t user, const char *today,
    void (*fn)(void *, int64_t, const char *, int64_t, int64_t), void *arg,
    struct err *e)
{
	struct stmt *s;
	enum status st = db_stmt(db, user != 0 ? Q_CEILINGS_USER :
	    Q_CEILINGS_ALL, &s, e);
	bool more;

	if (st != ST_OK)
		return st;
	st = user != 0 ? db_bindf(s, e, "sl", today, user) :
	    db_bindf(s, e, "s", today);
	while (st == ST_OK && (st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, db_int(s, 0), db_text(s, 1), db_int(s, 2),
		    db_int(s, 3));
	return st;
}
