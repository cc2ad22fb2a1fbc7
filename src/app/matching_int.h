/* matching_int.h - what is read to match; for matching*.c alone.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_MATCHING_INT_H
#define APP_MATCHING_INT_H

#include "app/matching.h"

struct match_fact {
	int64_t		 volunteer, school;
	size_t		 no;		/* the oldest is 0 */
	bool		 adviser;	/* as an Enterprise Adviser */
	bool		 holds;		/* proposed or later, and not over */
	int		 from, to;	/* days */
	char		*reason, *name;
};
struct volunteer_fact {
	struct suit_volunteer v;	/* its texts are the ones below */
	char		*name, *sector, *employer;
	bool		 adviser;
};
struct school_fact {
	struct suit_school s;
	char		*name, *borough, *never;
	const struct match_fact *match;	/* of the world's */
	size_t		 nmatches;
};
struct matching {
	struct app	*app;
	struct suit_weights weights;
	struct match_fact *match;	/* by school, then the oldest first */
	size_t		 nmatches;
	struct volunteer_fact *volunteer;
	size_t		 nvolunteers;
	struct school_fact *school;
	size_t		 nschools;
};

/* The matches there are. M is to be cleared, also after a failure. */
enum status	matching_begin(struct app *, struct matching *m, struct err *) MUST_CHECK;
/* Volunteer ID, or with 0 all Enterprise Advisers, by name. */
enum status	matching_read_volunteers(struct matching *, int64_t id, struct err *) MUST_CHECK;
/* The schools that match FILTER. */
enum status	matching_read_schools(struct matching *, const char *filter,
		    struct err *) MUST_CHECK;
/* The school ID alone. */
enum status	matching_read_school(struct matching *, int64_t id, struct err *) MUST_CHECK;
/* How the two suit; to be cleared. */
struct reasons	matching_pair(const struct matching *, const struct volunteer_fact *,
		    const struct school_fact *);
void		matching_clear(struct matching *);
/* A proposed match, in the step at hand. */
enum status	match_add(struct app *, int64_t volunteer, int64_t school, int64_t *id,
		    struct err *) MUST_CHECK;

#endif
