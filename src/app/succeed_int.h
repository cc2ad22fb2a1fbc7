/* succeed_int.h - what the files of succeed*.c share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_SUCCEED_INT_H
#define APP_SUCCEED_INT_H

#include "app/succeed.h"
#include "model/row.h"

struct succeeding {
	struct app	*app;
	int64_t		 from, to;
	int		 day;		/* first day of the new school */
	char		 on[11];	/* … as text */
	const char	*kind;
	bool		 again;		/* the second part of a split: what goes on
					 * went with the first */
	char		*reason;	/* "converted: school/136578" */
	struct succeed_told *told;
};

/* Every field of ROW that names the old school names the new one: references
 * and members of sets; where a set has both, numbers add. */
void		succeed_repoint(const struct succeeding *, struct row *);
/* Load, repoint, save. */
enum status	succeed_move(struct succeeding *, const struct entity *,
		    int64_t id, struct err *) MUST_CHECK;

/* The stages and the limited place. */
enum status	succeed_membership(struct succeeding *, struct err *) MUST_CHECK;
/* Careers plans with their actions; rolls; facts. */
enum status	succeed_plans(struct succeeding *, struct err *) MUST_CHECK;
enum status	succeed_rolls(struct succeeding *, struct err *) MUST_CHECK;
enum status	succeed_facts(struct succeeding *, struct err *) MUST_CHECK;

#endif
