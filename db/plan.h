/* plan.h - the actions of a careers plan, and what shows them; for app/plan.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_PLAN_H
#define DB_PLAN_H

#include "db/db.h"

/* Borrowed during the call; "" for what is not known. */
struct plan_action_row {
	int64_t		 id;		/* task */
	int64_t		 number;	/* 0 none */
	const char	*title, *benchmarks, *item, *owner, *due, *status, *done,
			*waiting_for;
};
struct plan_encounter_row {
	int64_t		 task, id;
	const char	*date, *status, *title;
};

/* By number; what has none last. */
enum status	plan_actions(struct db *, int64_t plan,
		    void (*fn)(void *arg, const struct plan_action_row *), void *arg,
		    struct err *) MUST_CHECK;
/* Newest first. */
enum status	plan_encounters(struct db *, int64_t plan,
		    void (*fn)(void *arg, const struct plan_encounter_row *), void *arg,
		    struct err *) MUST_CHECK;

#endif
