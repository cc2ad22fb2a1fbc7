/* quick_world.h - the schools and people of the quick-entry page, in memory. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_APP_QUICK_WORLD_H
#define TESTS_APP_QUICK_WORLD_H

#include "app/quick_int.h"

#define FIRST_ID	(INT64_C(1) << 40)	/* of its records: far from numbers
					 * of a plan */
struct world {
	struct row	**rows;
	size_t		  n;
	char		**folded;	/* name, other name, key of each row */
	int64_t		  mine[4];	/* schools I coordinate */
	size_t		  nmine;
	struct look	  look;
};

/* Fri 20 Nov 2026, in East London.  The world is freed by world_clear. */
void		 world_init(struct world *);
void		 world_clear(struct world *);
/* Its records; for world_init. */
void		 world_fill(struct world *);
/* The first record of ENT whose name begins so; fails when there is none. */
int64_t		 world_id(const struct world *, enum entity_no, const char *name);

#endif
