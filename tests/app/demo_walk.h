/* demo_walk.h - the demonstration's records, each or counted. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_APP_DEMO_WALK_H
#define TESTS_APP_DEMO_WALK_H

#include "tests/app/world.h"

/* Fill the database with the default data of SEED; 0: that of the program. */
void	 demo_world_fill(struct app *, uint64_t seed);

/* FN for every record of every entity, archived ones too. */
struct demo_walk {
	struct app	*app;
	const struct entity *ent;
	void		(*fn)(struct demo_walk *, struct row *);
	bool		*used;		/* by field */
	char		*types, *statuses;	/* one mark each */
	size_t		 n;
};
void	 demo_walk_entity(struct demo_walk *, const struct entity *);

/* How many records of ENT match WORDS, a filter. */
int	 demo_count(struct app *, const char *ent, const char *words);

#endif
