/* agenda.h - what is planned, by day; for app/agenda.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_AGENDA_H
#define DB_AGENDA_H

#include "db/db.h"

struct id_list {
	int64_t	*v;
	size_t	 n, cap;
};
void		id_list_clear(struct id_list *);

/* Days as YYYY-MM-DD. The ids are added to OUT. */
enum status	agenda_open_ids(struct db *, const char *first, const char *last,
		    int64_t limit, struct id_list *out, struct err *) MUST_CHECK;
enum status	agenda_late_ids(struct db *, const char *today, int64_t limit,
		    struct id_list *out, struct err *) MUST_CHECK;
/* Begun from FIRST to LAST and still going on on TODAY. */
enum status	agenda_running_ids(struct db *, const char *first, const char *last,
		    const char *today, int64_t limit, struct id_list *out,
		    struct err *) MUST_CHECK;
enum status	agenda_day_ids(struct db *, const char *day, int64_t limit,
		    struct id_list *out, struct err *) MUST_CHECK;
/* Sessions of those days; LATE: only those with places not yet ticked, newest
 * first. */
enum status	agenda_cpd_ids(struct db *, const char *first, const char *last,
		    bool late, int64_t limit, struct id_list *out, struct err *) MUST_CHECK;
enum status	agenda_count(struct db *, const char *first, const char *last,
		    int64_t limit, int64_t *out, struct err *) MUST_CHECK;
enum status	agenda_count_late(struct db *, const char *today, int64_t limit,
		    int64_t *out, struct err *) MUST_CHECK;

/* Words of one; text is borrowed until the next statement. */
struct agenda_words {
	const char	*date, *time, *status, *kind;
	const char	*school, *employer, *provider, *cluster, *group, *venue;
	int64_t		 schools, in, employers, groups;
	int64_t		 expected, came;	/* -1 not known */
	int64_t		 capacity, booked, waiting;
};
/* FN is called once, when there is such a record. */
typedef void (*agenda_fn)(void *arg, const struct agenda_words *);
enum status	agenda_encounter(struct db *, int64_t id, agenda_fn, void *arg,
		    struct err *) MUST_CHECK;
enum status	agenda_session(struct db *, int64_t id, agenda_fn, void *arg,
		    struct err *) MUST_CHECK;

#endif
