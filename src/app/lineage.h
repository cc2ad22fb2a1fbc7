/* lineage.h - which schools a school took over from, and which it went on to.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_LINEAGE_H
#define APP_LINEAGE_H

#include <stddef.h>

#include "app/app.h"

/* A succession, seen from one of its schools. */
struct lineage_link {
	int64_t		 school;	/* the other one */
	int		 day;		/* first day of the new one */
	bool		 split, merged;
};
struct lineage_links {
	struct lineage_link *v;
	size_t		 n;
};
/* Those by which SCHOOL went on (AFTER), or by which it came to be, in the order
 * in which they were noted. To be cleared. */
enum status	lineage_links(struct app *, int64_t school, bool after,
		    struct lineage_links *out, struct err *) MUST_CHECK;
void		lineage_links_clear(struct lineage_links *);

/* The days on which a school was that school: since it opened or took over, to
 * the day it closed or before another took over from it, NEXT (0 nobody).
 * DAY_NONE where nothing says. */
struct lineage_span {
	int		 first, last;
	int64_t		 next;
};
enum status	lineage_span(struct app *, int64_t school,
		    struct lineage_span *out, struct err *) MUST_CHECK;

/* A school that another took over from, at once or through others. */
struct forebear {
	int64_t		 school;
	int		 until;		/* last day on which it was the one before */
	bool		 split;		/* some of its pupils went elsewhere */
};
struct lineage {
	struct forebear	*v;		/* nearest first, each once */
	size_t		 n;
};
enum status	lineage_of(struct app *, int64_t school, struct lineage *out,
		    struct err *) MUST_CHECK;
void		lineage_clear(struct lineage *);

#endif
