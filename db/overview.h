/* overview.h - one school's figures, people and days; for app/overview.c and
 * app/timeline.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_OVERVIEW_H
#define DB_OVERVIEW_H

#include "base/date.h"
#include "db/db.h"
#include "model/entity.h"

/* Callbacks borrow their text during the call. */
enum status	overview_rolls(struct db *, int64_t school, const char *year,
		    void (*fn)(void *arg, const char *group, int64_t pupils, bool confirmed),
		    void *arg, struct err *) MUST_CHECK;

enum status	overview_people(struct db *, int64_t school, const char *today,
		    void (*fn)(void *arg, const char *name, const char *role,
		    const char *from, const char *training, int64_t contact),
		    void *arg, struct err *) MUST_CHECK;
/* The last day of whoever left ROLE there latest, DAY_NONE when nobody did. */
enum status	overview_left(struct db *, int64_t school, const char *role,
		    const char *today, int *day, struct err *) MUST_CHECK;
/* Ids of the last delivered and the next planned encounter, 0 none; how many
 * are to close. */
enum status	overview_days(struct db *, int64_t school, const char *today,
		    int64_t *last, int64_t *next, int64_t *late, struct err *) MUST_CHECK;

/* The stage the school has reached; none: FN is not called. */
enum status	overview_stage(struct db *, int64_t school, const char *today,
		    void (*fn)(void *arg, int64_t id, const char *stage, const char *from,
		    const char *reason, const char *waiting_for),
		    void *arg, struct err *) MUST_CHECK;
/* Users who coordinate it today. */
enum status	overview_coordinators(struct db *, int64_t school, const char *today,
		    void (*fn)(void *arg, int64_t user, const char *name),
		    void *arg, struct err *) MUST_CHECK;
/* Its Enterprise Advisers of today, each with the day they were last there; text
 * is "" where not known. */
enum status	overview_advisers(struct db *, int64_t school, const char *today,
		    void (*fn)(void *arg, int64_t volunteer, const char *name,
		    const char *employer, const char *last),
		    void *arg, struct err *) MUST_CHECK;
/* Minutes that volunteers gave it from FIRST to LAST. */
enum status	overview_given(struct db *, int64_t school, const char *first,
		    const char *last, int64_t *out, struct err *) MUST_CHECK;
/* The newest assessments of SOURCE until TODAY, at most N, newest first; the
 * percentages are -1 where not known. */
enum status	overview_results(struct db *, int64_t school, const char *source,
		    const char *today, int64_t n,
		    void (*fn)(void *arg, int64_t id, const char *date,
		    const char *framework, const int percent[BENCHMARKS]),
		    void *arg, struct err *) MUST_CHECK;

/* Something that happened; ENTITY is whose ID it is. */
struct timeline_row {
	const char	*entity;
	int64_t		 id;
	const char	*date;		/* "" not known */
	const char	*word;		/* status, role, stage, source, value, type */
	const char	*name;		/* who; which network, school; kind of a
					 * visit; reason of a case */
	const char	*title;		/* which session, cluster, task, case;
					 * reason, framework, facts; what was said */
	int64_t		 n;		/* benchmarks achieved, -1 not known; facts
					 * of that day; number of an action, 0 it is
					 * none; open tasks; is it the old school? */
	bool		 ends;		/* a role, membership or case that ended */
};
/* What happened with the school or employer, or in the case ID: of each kind the LIMIT newest
 * until the day LAST, and what has no day; of ONLY, an entity's id, when not
 * NULL. */
enum status	timeline_read(struct db *, const struct entity *of, int64_t id,
		    const char *only, const char *last, int64_t limit,
		    void (*fn)(void *arg, const struct timeline_row *), void *arg,
		    struct err *) MUST_CHECK;

#endif
