/* clash.h - what cannot both go well on one day; pure.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules of thumb, none of them official. Two things of one day clash when
 *   both are fairs and a school is in both;
 *   one takes pupils away (mocks, a trip) and the other is an encounter for
 *     them, at that school and not at another time of the day;
 *   both are at one school and their times overlap;
 *   both are visits of one of us and their times overlap.
 */
#ifndef MODEL_CLASH_H
#define MODEL_CLASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum clash_kind { CLASH_ENCOUNTER, CLASH_VISIT, CLASH_EVENT };

#define CLASH_ALL	(~0u)	/* all year groups */
#define CLASH_SPAN	60	/* minutes of what has no end of its own */

struct clash_place {
	int64_t		 school;
	unsigned	 groups;	/* a bit each, as clash_groups makes them; of
					 * an event those taken away, 0 nobody; of an
					 * encounter 0 is not known */
};
struct clash_item {
	enum clash_kind	 kind;
	bool		 fair;
	int		 from, to;	/* minutes of the day; -1 not known */
	int64_t		 user;		/* of a visit; 0 none */
	const struct clash_place *place;
	size_t		 nplaces;
};

enum clash_why { CLASH_NONE, CLASH_FAIRS, CLASH_PUPILS, CLASH_PLACE, CLASH_USER };
struct clash_found {
	enum clash_why	 why;
	int64_t		 school;	/* where; 0 for CLASH_USER */
	unsigned	 groups;	/* of CLASH_PUPILS: whom; CLASH_ALL */
};

/* The first of the rules that holds, in either order of the two. */
struct clash_found clash_of(const struct clash_item *, const struct clash_item *);
/* Year groups as bits: "y11,ks5" of them, adults aside; words of
 * model/tables.h, others give none. */
unsigned	clash_groups(const char *words);

#endif
