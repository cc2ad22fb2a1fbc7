/* matching.h - who would suit which school, and a proposal for all of them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reasons are those of model/suit.h, weighed as [rules] match says. Only
 * reading; what is decided becomes a match with the status proposed, which
 * changes nothing else: not the school's stage, not the volunteer's.
 */
#ifndef APP_MATCHING_H
#define APP_MATCHING_H

#include "app/app.h"
#include "base/buf.h"
#include "base/str.h"
#include "model/suit.h"

/* Enterprise Advisers a school has at most (domain.md 1). */
#define ADVISERS_MOST	2

struct suggestion {
	int64_t		 id;		/* the volunteer; for a volunteer the school */
	char		*name;
	char		*where;		/* employer; borough; "" not known */
	struct reasons	 suit;
};
struct suggestions {
	struct suggestion *v;		/* best first, the barred last; equals by
					 * name, then id */
	size_t		 n;
};
/* Enterprise Advisers for SCHOOL. */
enum status	suggest_volunteers(struct app *, int64_t school, struct suggestions *,
		    struct err *) MUST_CHECK;
/* Schools of the network for VOLUNTEER. */
enum status	suggest_schools(struct app *, int64_t volunteer, struct suggestions *,
		    struct err *) MUST_CHECK;
void		suggestions_clear(struct suggestions *);

/* Propose VOLUNTEER to SCHOOL, as a step of its own; *ID is the match. Refused
 * while they are matched. */
enum status	match_propose(struct app *, int64_t volunteer, int64_t school,
		    int64_t *id, struct err *) MUST_CHECK;

struct proposal_line {
	int64_t		 school, volunteer;	/* volunteer 0: nobody */
	char		*school_name, *name, *employer;
	int		 need;			/* below 0 not known */
	struct reasons	 suit;			/* empty without a volunteer */
	char		*why_not;		/* without one: why; else NULL */
};
struct proposal {
	struct proposal_line *v;	/* in the order in which schools are served */
	size_t		 n, served;
	char		*filter;	/* of the schools it is for */
};
/* For the schools of FILTER (NULL: mine, or when I have none all) that are in
 * the network (where no school has a stage: that are open) and have no adviser,
 * nor one proposed. To be cleared, also after a failure. */
enum status	proposal_make(struct app *, const char *filter, struct proposal *,
		    struct err *) MUST_CHECK;
/* The lines of which TAKEN (N of them; NULL: all) is true become matches, in one
 * step. */
enum status	proposal_apply(struct app *, const struct proposal *, const bool *taken,
		    size_t *made, struct err *) MUST_CHECK;
void		proposal_clear(struct proposal *);

#endif
