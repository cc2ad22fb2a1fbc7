/* propose.h - one volunteer each for the schools that need one most.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure: who may go where and how well is told as figures (model/suit.h).
 */
#ifndef MODEL_PROPOSE_H
#define MODEL_PROPOSE_H

#include <stddef.h>
#include <stdint.h>

#define PROPOSE_BARRED	(-1)
#define PROPOSE_NOBODY	((size_t)-1)

struct propose_school {
	int64_t		 id;
	const char	*name;
	int		 need;		/* 0 to 100; below 0 not known: last */
	int		 wait;		/* days; below 0: it is not waiting */
	int		 room;		/* volunteers it may still have; 0: none */
};
struct propose_in {
	const struct propose_school *school;
	size_t		 schools, volunteers;
	const int	*room;		/* of each volunteer: schools left */
	const int	*score;		/* schools x volunteers: 0 to 100, or
					 * PROPOSE_BARRED */
};

/* The order in which schools are served: most need, longest wait, then name,
 * then id. */
int		propose_cmp(const struct propose_school *, const struct propose_school *);

/* GIVEN, one a school, gets the number of its volunteer or PROPOSE_NOBODY. No
 * school gets more than one, nor a volunteer more schools than they have room
 * for, nor anybody who is barred. Taken in their order, each school that can be
 * served beside all those before it is served; of all the ways to serve
 * exactly these, it is one with the best sum of scores. The same figures give
 * the same proposal. */
void		propose(const struct propose_in *, size_t given[]);

#endif
