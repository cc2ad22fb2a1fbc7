/* diary.c - what is on in the days of one week.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/diary.h"

#define NONE	Q_MAX

static const enum query sources[DIARY_KINDS][DIARY_BYS] = {
	[DIARY_ENCOUNTER] = { Q_DIARY_ENCOUNTERS, Q_DIARY_SCHOOL_ENCOUNTERS,
	    NONE },
	[DIARY_LASTED] = { Q_DIARY_LASTING, NONE, NONE },
	[DIARY_VISIT] = { Q_DIARY_VISITS, Q_DIARY_SCHOOL_VISITS,
	    Q_DIARY_OWNER_VISITS },
	[DIARY_SESSION] = { Q_DIARY_SESSIONS, NONE, NONE },
	[DIARY_EVENT] = { Q_DIARY_EVENTS, NONE, NONE },
	[DIARY_TERM] = { Q_DIARY_TERMS, NONE, NONE },
	[DIARY_TASK] = { Q_DIARY_TASKS, Q_DIARY_SCHOOL_TASKS,
	    Q_DIARY_OWNER_TASKS },
	[DIARY_CASE] = { Q_DIARY_CASES, NONE, NONE },
	[DIARY_REVIEW] = { Q_DIARY_REVIEWS, NONE, NONE },
	[DIARY_CONTACT] = { Q_DIARY_CONTACTS, NONE, NONE },
};

bool
diary_has(enum diary_what what, enum diary_by by)
{
	return sources[what][by] != NONE;
}

enum status
diary_rows(struct db *db, enum diary_what what, enum diary_by by,
    const char *first, const char *last, int64_t id, diary_fn fn, void *arg,
    struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, sources[what][by], &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "ssl", first, last, id)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		struct diary_row r = { db_int(s, 0), db_text(s, 1),
		    db_text(s, 2), db_text(s, 3), db_text(s, 4), db_int(s, 5),
		    db_text(s, 6), db_text(s, 7), db_text(s, 8), db_text(s, 9),
		    db_text(s, 10), db_int(s, 11), db_int(s, 12) };

		if ((st = fn(arg, &r, e)) != ST_OK) {
			db_done(s);
			return st;
		}
	}
	return st;
}

enum status
diary_places(struct db *db, bool event, int64_t id,
    void (*fn)(void *arg, int64_t school, const char *groups,
    const char *name), void *arg, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, event ? Q_DIARY_EVENT_PLACES :
	    Q_DIARY_ENCOUNTER_PLACES, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "l", id)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, db_int(s, 0), db_text(s, 1), db_text(s, 2));
	return st;
}

enum status
diary_ids(struct db *db, enum diary_ids which, const char *name, int64_t id,
    const char *day, void (*fn)(void *arg, int64_t id), void *arg,
    struct err *e)
{
	static const enum query of[] = {
		[DIARY_MY_USERS] = Q_MINE_USERS,
		[DIARY_MY_SCHOOLS] = Q_MINE_SCHOOLS,
		[DIARY_TEAM_OF] = Q_DIARY_TEAM,
		[DIARY_SCHOOLS_OF] = Q_DIARY_SCHOOLS,
	};
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, of[which], &s, e)) != ST_OK ||
	    (st = name != NULL ? db_bindf(s, e, "ss", name, day) :
	    db_bindf(s, e, "ls", id, day)) != ST_OK)
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, db_int(s, 0));
	return st;
}

enum status
diary_authority(struct db *db, int64_t school, char **out, struct err *e)
{
	return db_get_text(db, Q_DIARY_AUTHORITY, out, e, "l", school);
}

enum status
diary_user(struct db *db, int64_t user, char **out, struct err *e)
{
	return db_get_text(db, Q_DIARY_USER, out, e, "l", user);
}
