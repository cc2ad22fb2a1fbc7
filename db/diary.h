/* diary.h - what is on in the days of one week; for app/diary.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_DIARY_H
#define DB_DIARY_H

#include "db/db.h"

enum diary_what {
	DIARY_ENCOUNTER, DIARY_LASTED, DIARY_VISIT, DIARY_SESSION, DIARY_EVENT,
	DIARY_TERM,
	DIARY_TASK, DIARY_CASE, DIARY_REVIEW, DIARY_CONTACT,	/* due */
	DIARY_KINDS
};
enum diary_by { DIARY_BY_DAY, DIARY_BY_SCHOOL, DIARY_BY_OWNER, DIARY_BYS };

/* Text is borrowed until the next row; days as YYYY-MM-DD, END "" for one. */
struct diary_row {
	int64_t		 id;
	const char	*date, *end;
	const char	*start, *finish;	/* "09:30" or "" */
	int64_t		 minutes;		/* 0 not known */
	const char	*word;			/* type, kind or priority */
	const char	*title, *who;
	const char	*state;			/* status, places, year groups */
	const char	*la;
	int64_t		 school, owner;		/* 0 none */
};
typedef enum status (*diary_fn)(void *arg, const struct diary_row *, struct err *);

/* Can it be looked for this way? */
bool		diary_has(enum diary_what, enum diary_by);
/* FN for those of the days FIRST to LAST, in order, until it fails; of the
 * school or user ID, or BY_DAY at most ID of them. */
enum status	diary_rows(struct db *, enum diary_what, enum diary_by, const char *first,
		    const char *last, int64_t id, diary_fn, void *arg, struct err *) MUST_CHECK;

/* The schools of an encounter or event: their year groups "y10,y11" (of an
 * encounter) and names (of an event). */
enum status	diary_places(struct db *, bool event, int64_t id,
		    void (*fn)(void *arg, int64_t school, const char *groups,
		    const char *name), void *arg, struct err *) MUST_CHECK;

/* Whose a diary is. Ids may come twice. */
enum diary_ids {
	DIARY_MY_USERS, DIARY_MY_SCHOOLS,	/* of the user called NAME on DAY */
	DIARY_TEAM_OF, DIARY_SCHOOLS_OF		/* of the school, the user ID on DAY */
};
enum status	diary_ids(struct db *, enum diary_ids, const char *name, int64_t id,
		    const char *day, void (*fn)(void *arg, int64_t id), void *arg,
		    struct err *) MUST_CHECK;
/* NULL when there is no such; caller frees. */
enum status	diary_authority(struct db *, int64_t school, char **out,
		    struct err *) MUST_CHECK;
enum status	diary_user(struct db *, int64_t user, char **out, struct err *) MUST_CHECK;

#endif
