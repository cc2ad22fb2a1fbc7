/* there.c - three schools, one of which takes over from another. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/app/there.h"

#include <stdlib.h>
#include <string.h>

#include "app/lists.h"
#include "app/record.h"
#include "app/succeed.h"
#include "app/undo.h"
#include "base/date.h"
#include "base/str.h"

void
there_open(struct there *t)
{
	memset(t, 0, sizeof *t);
	world_open(&t->app);
	t->old = world_add(&t->app, "school", "urn=900001",
	    "name=Sandmere School", NULL);
	t->new = world_add(&t->app, "school", "urn=900002",
	    "name=Sandmere Academy", NULL);
	t->third = world_add(&t->app, "school", "urn=900003",
	    "name=Harbour School", NULL);
	world_add(&t->app, "user", "name=priya", NULL);
	world_add(&t->app, "contact", "name=Ruth Marsden", NULL);
	world_add(&t->app, "network", "name=East Hub", "places=1", NULL);
}

enum status
there_go(struct there *t, int64_t from, int64_t to, const char *day,
    const char *kind, struct err *e)
{
	struct succeed_ask ask = { from, to, day_from_iso(day), kind };
	struct succeed_told told;
	enum status st;

	must(step_begin(&t->app, e), e);
	st = succeed(&t->app, &ask, &told, e);
	st = step_end(&t->app, st, "succession", e);
	succeed_told_clear(&told);
	return st;
}

void
there_succeeds(struct there *t, int64_t from, int64_t to, const char *day,
    const char *kind)
{
	struct err e = { 0 };

	must(there_go(t, from, to, day, kind, &e), &e);
}

void
there_is(struct there *t, const char *entity, int64_t id, const char *field,
    const char *value)
{
	char *got = world_get(&t->app, entity, id, field);

	if (!str_eq(got, value))
		fail_msg("%s %s is \"%s\", not \"%s\"", entity, field, got,
		    value);
	free(got);
}

int64_t
there_count(struct there *t, const char *entity, const char *filter)
{
	struct lister l;
	struct err e = { 0 };
	int64_t n;

	must(lister_open(&l, &t->app, entity_find(entity), filter, &e), &e);
	must(lister_count(&l, 100, &n, &e), &e);
	lister_close(&l);
	return n;
}
