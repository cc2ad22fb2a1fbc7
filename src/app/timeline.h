/* timeline.h - everything that happened with a school, newest first.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_TIMELINE_H
#define APP_TIMELINE_H

#include "app/app.h"

struct event {
	const struct entity *ent;
	int64_t		 id;
	int		 day;		/* DAY_NONE: not known */
	char		*kind;		/* "Encounter", "CPD", "Person", "Stage" */
	char		*text;
	char		*state;		/* "planned", "attended", "" */
	char		*filter;	/* of the records, when it stands for
					 * several; NULL */
};
struct timeline {
	struct event	*v;
	size_t		 n;
};
struct timeline_ask {
	bool	 only_cpd;
	int	 first, last;	/* days; DAY_NONE: however long ago, ahead. What
				 * has no day belongs to no first one */
	size_t	 limit;		/* so many of each kind are looked at, at most */
};
/* The facts checked on one day are one event. */
enum status	timeline_of(struct app *, int64_t school, const struct timeline_ask *,
		    struct timeline *, struct err *) MUST_CHECK;
void		timeline_clear(struct timeline *);

#endif
