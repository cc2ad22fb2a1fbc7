/* timeline.h - everything that happened with a school or an employer, or in a
 * case, newest first.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_TIMELINE_H
#define APP_TIMELINE_H

#include "app/app.h"

struct event {
	const struct entity *ent;
	int64_t		 id;		/* 0: it is of the record itself */
	int		 day;		/* DAY_NONE: not known */
	int64_t		 at;		/* the school it was at before this one
					 * took over from it, which its text begins
					 * with; 0 this one */
	char		*kind;		/* "Encounter", "Visit", "Task", "Stage" */
	char		*text;
	char		*state;		/* "planned", "attended", "" */
	size_t		 nth;		/* it was read; newer before older */
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
/* OF is school, employer or case. The facts checked on one day are one event. Hand-over
 * notes are private: not for reports. What happened at a school that this one
 * took over from is in it, until its last day; but not its stages, which both
 * have. */
enum status	timeline_of(struct app *, const struct entity *of, int64_t id,
		    const struct timeline_ask *, struct timeline *,
		    struct err *) MUST_CHECK;
void		timeline_clear(struct timeline *);

#endif
