/* matching.h - volunteers, their matches, what schools want; for
 * app/matching.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_MATCHING_H
#define DB_MATCHING_H

#include "db/db.h"

/* Text is borrowed during the call; "" for what is not known. */
struct matching_volunteer {
	int64_t		 id;
	const char	*name, *kind, *stage, *sector, *interests;
	int64_t		 capacity;	/* -1 not said */
	const char	*induction, *dbs_status, *dbs_date, *contact_ok, *not_before;
	const char	*boroughs;	/* a line each */
	const char	*employer;
};
/* One of any kind (ID), or with ID 0 all of KIND by name. */
enum status	matching_volunteers(struct db *, int64_t id, const char *kind,
		    void (*fn)(void *arg, const struct matching_volunteer *),
		    void *arg, struct err *) MUST_CHECK;

struct matching_match {
	int64_t		 volunteer, school;
	const char	*kind, *status, *from, *to, *reason;
	const char	*name;		/* of the volunteer */
};
/* All there are, the oldest first. */
enum status	matching_matches(struct db *,
		    void (*fn)(void *arg, const struct matching_match *), void *arg,
		    struct err *) MUST_CHECK;
/* Since when SCHOOL has no adviser; DAY_NONE when that is not known. */
enum status	matching_waiting(struct db *, int64_t school, int *day,
		    struct err *) MUST_CHECK;
/* The sectors it met from FIRST to LAST, YYYY-MM-DD; one may come often. */
enum status	matching_seen(struct db *, int64_t school, const char *first,
		    const char *last, void (*fn)(void *arg, const char *sector),
		    void *arg, struct err *) MUST_CHECK;
/* Each open request's kind and sector, "" none. */
enum status	matching_wanted(struct db *, int64_t school,
		    void (*fn)(void *arg, const char *kind, const char *sector),
		    void *arg, struct err *) MUST_CHECK;

/* --- rules --------------------------------------------------------------- */

/* Another match than SELF of the two that is proposed or goes on; 0 none. */
enum status	matching_other(struct db *, int64_t volunteer, int64_t school,
		    const char *today, int64_t self, int64_t *out, struct err *) MUST_CHECK;
/* The record of a person as a volunteer of KIND, none archived; 0 none. */
enum status	matching_volunteer(struct db *, int64_t contact, const char *kind,
		    int64_t *out, struct err *) MUST_CHECK;
/* Each Enterprise Adviser of SCHOOL, one proposed too. */
enum status	matching_advisers(struct db *, int64_t school, const char *today,
		    void (*fn)(void *arg, const char *name), void *arg,
		    struct err *) MUST_CHECK;
/* Schools a volunteer has or is proposed for, and takes; *NAME is the caller's to
 * free. */
enum status	matching_taken(struct db *, int64_t volunteer, const char *today,
		    int64_t *taken, int64_t *capacity, char **name, struct err *) MUST_CHECK;

/* What a coordinator may carry in the network of today; -1 no ceiling. */
struct matching_ceilings {
	int64_t		 network;	/* 0 none */
	int64_t		 schools, volunteers;
};
enum status	matching_ceilings(struct db *, const char *today,
		    struct matching_ceilings *, struct err *) MUST_CHECK;
/* What USER carries today, or with 0 everybody by name. */
enum status	matching_carried(struct db *, int64_t user, const char *today,
		    void (*fn)(void *arg, int64_t user, const char *name, int64_t schools,
		    int64_t volunteers), void *arg, struct err *) MUST_CHECK;

#endif
