/* agenda.h - what is planned and to be done, in words; for app/agenda.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_AGENDA_H
#define DB_AGENDA_H

#include "db/db.h"

/* Words of one, "" where there is none; text is borrowed until the next
 * statement. */
struct agenda_words {
	const char	*date, *time, *status, *kind;	/* days as YYYY-MM-DD */
	const char	*school, *employer, *provider, *cluster, *group, *venue;
	int64_t		 schools, in, employers, groups;
	int64_t		 expected, came;	/* -1 not known */
	int64_t		 capacity, booked, waiting;
	/* Visits, tasks, cases, plans. */
	const char	*title;		/* of a plan, its year */
	const char	*next;		/* a visit's next contact */
	const char	*due;		/* of a plan, its review; of a placement,
					 * when something runs out; of a pilot, when
					 * it has run its weeks */
	const char	*wanted;	/* when what a task waits for should come */
	const char	*waiting_for;
	const char	*priority;
	const char	*about;		/* a school, else an employer and so on */
	const char	*owner;		/* a user by name, or "" */
	const char	*person;	/* who promised it; the first of a visit's */
	int64_t		 people;
	int64_t		 asked, replied, attempt;	/* of a notice */
};
/* FN is called once, when there is such a record. */
typedef void (*agenda_fn)(void *arg, const struct agenda_words *);
enum status	agenda_encounter(struct db *, int64_t id, agenda_fn, void *arg,
		    struct err *) MUST_CHECK;
enum status	agenda_session(struct db *, int64_t id, agenda_fn, void *arg,
		    struct err *) MUST_CHECK;
enum status	agenda_visit(struct db *, int64_t id, agenda_fn, void *arg,
		    struct err *) MUST_CHECK;
enum status	agenda_task(struct db *, int64_t id, agenda_fn, void *arg,
		    struct err *) MUST_CHECK;
enum status	agenda_case(struct db *, int64_t id, agenda_fn, void *arg,
		    struct err *) MUST_CHECK;
enum status	agenda_plan(struct db *, int64_t id, agenda_fn, void *arg,
		    struct err *) MUST_CHECK;
enum status	agenda_pilot(struct db *, int64_t id, agenda_fn, void *arg,
		    struct err *) MUST_CHECK;
enum status	agenda_notice(struct db *, int64_t id, agenda_fn, void *arg,
		    struct err *) MUST_CHECK;
enum status	agenda_recipient(struct db *, int64_t id, agenda_fn, void *arg,
		    struct err *) MUST_CHECK;

enum status	agenda_request(struct db *, int64_t id, agenda_fn, void *arg,
		    struct err *) MUST_CHECK;
enum status	agenda_approach(struct db *, int64_t id, agenda_fn, void *arg,
		    struct err *) MUST_CHECK;

/* As on DAY. */
enum status	agenda_placement(struct db *, int64_t id, const char *day,
		    agenda_fn, void *arg, struct err *) MUST_CHECK;

/* Whose work USER does on DAY, until TO. */
struct agenda_cover {
	int64_t		 id;		/* the user covered */
	char		*name;		/* by which one speaks of them */
	char		 to[11];
};
/* *OUT: *N of them, each user once with the last day; agenda_covers_free. */
enum status	agenda_covers(struct db *, const char *user, const char *day,
		    struct agenda_cover **out, size_t *n, struct err *) MUST_CHECK;
void		agenda_covers_free(struct agenda_cover *, size_t n);
/* Does USER look after any school on DAY, as coordinator or covering one; or has
 * USER ever covered, and is one of several? */
enum status	agenda_has_schools(struct db *, const char *user, const char *day,
		    bool *out, struct err *) MUST_CHECK;

#endif
