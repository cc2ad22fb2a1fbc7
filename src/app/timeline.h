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
/* CPD alone when ONLY_CPD. At most LIMIT of each kind are looked at; the facts
 * checked on one day are one event. */
enum status	timeline_of(struct app *, int64_t school, bool only_cpd, size_t limit,
		    struct timeline *, struct err *) MUST_CHECK;
void		timeline_clear(struct timeline *);

#endif
