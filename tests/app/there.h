/* there.h - three schools, one of which takes over from another. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_APP_THERE_H
#define TESTS_APP_THERE_H

#include "tests/app/world.h"

#define OLD	"school/900001"
#define NEW	"school/900002"
#define THIRD	"school/900003"

struct there {
	struct app	app;
	int64_t		old, new, third;
};

/* Those schools, a user, a person and a network. */
void	 there_open(struct there *t);
/* Let the school TO take over from FROM, in one step; the second form must. */
enum status there_go(struct there *t, int64_t from, int64_t to, const char *day,
	    const char *kind, struct err *e);
void	 there_succeeds(struct there *t, int64_t from, int64_t to, const char *day,
	    const char *kind);
/* Fail unless the field has this text. */
void	 there_is(struct there *t, const char *entity, int64_t id,
	    const char *field, const char *value);
/* How many of ENTITY match FILTER. */
int64_t	 there_count(struct there *t, const char *entity, const char *filter);

#endif
