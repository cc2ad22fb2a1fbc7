/* test_killed.c - a join and a proposal killed at any moment: all or nothing. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/admin.h"
#include "app/join.h"
#include "app/lists.h"
#include "app/matching.h"
#include "app/record.h"
#include "app/text.h"
#include "base/mem.h"
#include "db/joined.h"
#include "tests/app/killed.h"

enum { ENCOUNTERS = 100, SCHOOLS = 20, LEAST = 5, MOST = 200 };

static int64_t
count(struct app *app, const char *ent, const char *filter)
{
	struct lister l;
	struct err e = { 0 };
	int64_t n;

	must(lister_open(&l, app, entity_find(ent), filter, &e), &e);
	must(lister_count(&l, 100000, &n, &e), &e);
	lister_close(&l);
	return n;
}

/* --- the two actions ----------------------------------------------------- */

static int64_t
employer(struct app *app, const char *number)
{
	const struct entity *ent;
	struct err e = { 0 };
	int64_t id;

	must(ref_resolve(app, number, true, &ent, &id, &e), &e);
	return id;
}

static enum status
do_join(struct app *app, void *arg, struct err *e)
{
	int64_t gone = employer(app, "employer/01111111"), to = gone;
	struct told told;
	struct join j;
	enum status st;

	(void)arg;
	if (joined_follow(app->db, entity_find("employer"), &to))
		return ST_OK;
	if ((st = join_open(app, entity_find("employer"), gone,
	    employer(app, "employer/02222222"), &j, e)) != ST_OK ||
	    (st = step_begin(app, e)) != ST_OK)
		return st;
	st = step_end(app, join_do(&j, &told, e), "joined", e);
	told_clear(&told);
	join_close(&j);
	return st;
}

static enum status
do_propose(struct app *app, void *arg, struct err *e)
{
	struct proposal p;
	size_t made;
	enum status st = proposal_make(app, "la:Newham", &p, e);

	(void)arg;
	if (st == ST_OK && p.n > 0)
		st = proposal_apply(app, &p, NULL, &made, e);
	proposal_clear(&p);
	return st;
}

/* --- killed -------------------------------------------------------------- */

/* The file is whole; it is what it was BEFORE, or FILTER finds ALL of ENT. True
 * when it is as before. */
static bool
is_as_before(const char *file, const char *before, const char *ent,
    const char *filter, int all)
{
	struct app_start start = { .db = file, .user = "tester" };
	struct err e = { 0 };
	struct app app;
	char *dump;
	bool same;

	must(app_open(&app, &start, &e), &e);
	world_is_whole(&app);
	dump = world_dump(&app);
	same = strcmp(dump, before) == 0;
	if (!same)
		assert_int_equal(count(&app, ent, filter), all);
	free(dump);
	app_close(&app);
	return same;
}

/* Again and again, a little later each time, until it is done. */
static void
killed_until_done(struct app *app, killed_fn act, const char *ent,
    const char *filter, int all)
{
	char *file = xstrdup(admin_path(app)), *before = world_dump(app);
	int after = 100, killed = 0;
	bool done = false;

	world_close(app);
	for (int n = 0; n < MOST && !done; n++, after = killed_next(after)) {
		done = killed_after(file, after, act, NULL);
		killed += is_as_before(file, before, ent, filter, all);
	}
	assert_true(done);
	assert_true(killed >= LEAST);
	assert_false(is_as_before(file, before, ent, filter, all));
	free(before);
	free(file);
}

static void
a_join_is_all_or_nothing(void **state)
{
	struct app app;

	(void)state;
	world_open(&app);
	world_add(&app, "school", "urn=900001", "name=Sandmere School", NULL);
	world_add(&app, "employer", "name=Quay Foods",
	    "company_number=01111111", NULL);
	world_add(&app, "employer", "name=Quayside Foods Ltd",
	    "company_number=02222222", NULL);
	for (int i = 0; i < ENCOUNTERS; i++) {
		char *day = xasprintf("date=2026-%02d-%02d", 1 + i % 10,
		    1 + i % 28);

		world_add(&app, "encounter", "schools=school/900001",
		    "type=talk", "years=y10 30", day,
		    "employers=employer/01111111 (came)", NULL);
		free(day);
	}
	killed_until_done(&app, do_join, "encounter",
	    "employers:\"Quayside Foods Ltd\"", ENCOUNTERS);
}

static void
a_proposal_is_all_or_nothing(void **state)
{
	struct app app;

	(void)state;
	world_open(&app);
	for (int i = 0; i < SCHOOLS; i++) {
		char *urn = xasprintf("urn=9100%02d", i);
		char *name = xasprintf("name=Elmfield %d", i);
		char *school = xasprintf("school=school/9100%02d", i);
		char *person = xasprintf("name=Person %c", 'A' + i);
		char *who = xasprintf("contact=contact/Person %c", 'A' + i);

		world_add(&app, "school", urn, name, "la=Newham",
		    "status=Open", "phase_code=4", NULL);
		world_add(&app, "membership", school, "stage=signed up",
		    "from=2026-05-01", NULL);
		world_add(&app, "contact", person, NULL);
		world_add(&app, "volunteer", who, "stage=checked",
		    "induction=yes", NULL);
		free(urn);
		free(name);
		free(school);
		free(person);
		free(who);
	}
	killed_until_done(&app, do_propose, "match", "status:proposed",
	    SCHOOLS);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_join_is_all_or_nothing),
		cmocka_unit_test(a_proposal_is_all_or_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
