/* demo_walk.c - the demonstration's records, each or counted. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/app/demo_walk.h"

#include <string.h>

#include "app/demo.h"
#include "app/record.h"
#include "app/select.h"
#include "model/tables.h"

void
demo_world_fill(struct app *app, uint64_t seed)
{
	struct demo_opts o = { .seed = seed };
	struct err e = { 0 };

	must(demo_fill(app, &o, &e), &e);
}

static enum status
walk_one(void *arg, int64_t id, struct err *e)
{
	struct demo_walk *w = arg;
	struct row *r;
	enum status st = record_load(w->app, w->ent, id, &r, e);

	if (st == ST_OK) {
		w->n++;
		w->fn(w, r);
		row_free(r);
	}
	return st;
}

void
demo_walk_entity(struct demo_walk *w, const struct entity *ent)
{
	struct err e = { 0 };
	struct filter *f;
	struct list_spec spec = { .ent = ent, .sort = -1,
	    .today = w->app->today };

	w->ent = ent;
	must(filter_parse(ent, "archived:any", w->app->today, &f, &e), &e);
	spec.filter = f;
	must(select_each(w->app, &spec, walk_one, w, &e), &e);
	filter_free(f);
}

static enum status
count_one(void *arg, int64_t id, struct err *e)
{
	(void)id;
	(void)e;
	++*(int *)arg;
	return ST_OK;
}

int
demo_count(struct app *app, const char *ent, const char *words)
{
	struct list_spec spec = { .ent = entity_find(ent), .sort = -1,
	    .today = app->today };
	struct filter *f;
	struct err e = { 0 };
	int n = 0;

	must(filter_parse(spec.ent, words, app->today, &f, &e), &e);
	spec.filter = f;
	must(select_each(app, &spec, count_one, &n, &e), &e);
	filter_free(f);
	return n;
}
