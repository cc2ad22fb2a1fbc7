/* test_matching.c - suggestions from records, and the proposal as one step. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/matching.h"
#include "app/overview.h"
#include "app/record.h"
#include "base/mem.h"
#include "model/fields.h"
#include "tests/app/week.h"

enum { MANY = 20 };

/* MANY schools of mine in the network, the later the needier. */
static void
add_schools(struct app *app)
{
	for (int i = 0; i < MANY; i++) {
		char *urn = xasprintf("urn=9100%02d", i);
		char *name = xasprintf("name=Elmfield %d", i);
		char *fsm = xasprintf("fsm=%d", i);
		char *school = xasprintf("school=school/9100%02d", i);

		world_add(app, "school", urn, name, fsm, "la=Newham",
		    "status=Open", "phase_code=4", NULL);
		world_add(app, "membership", school, "stage=signed up",
		    "from=2026-05-01", NULL);
		world_add(app, "coordinator", school, "user=user/tester",
		    "from=2026-05-01", NULL);
		free(urn);
		free(name);
		free(fsm);
		free(school);
	}
}

static int64_t
add_volunteer(struct app *app, const char *name, const char *capacity,
    const char *stage)
{
	char *called = xasprintf("name=%s", name), *who;
	int64_t id = world_add(app, "contact", called, NULL);

	free(called);
	who = week_code("contact", app, "contact", id);
	id = world_add(app, "volunteer", who, capacity, stage,
	    "kind=enterprise adviser", "induction=yes", NULL);
	free(who);
	return id;
}

static void
open_world(struct app *app)
{
	world_open(app);
	world_add(app, "user", "name=tester", NULL);
	add_schools(app);
}

static void
twenty_schools_are_one_step_and_one_undo(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct proposal p;
	size_t made;
	char *before, *after;

	(void)state;
	open_world(&app);
	for (int i = 0; i < MANY / 2; i++) {
		char *name = xasprintf("Person %c", 'A' + i);

		add_volunteer(&app, name, "capacity=2", "stage=checked");
		free(name);
	}
	before = world_dump(&app);
	must(proposal_make(&app, NULL, &p, &e), &e);
	after = world_dump(&app);
	assert_true(strcmp(before, after) == 0);	/* it only looks */
	free(after);
	assert_int_equal(p.n, MANY);
	assert_int_equal(p.served, MANY);
	assert_string_equal(p.v[0].school_name, "Elmfield 19");
	must(proposal_apply(&app, &p, NULL, &made, &e), &e);
	assert_int_equal(made, MANY);
	assert_int_equal(week_count(&app, "match"), MANY);
	proposal_clear(&p);
	must(proposal_make(&app, NULL, &p, &e), &e);
	assert_int_equal(p.n, 0);		/* proposed ones are not again */
	proposal_clear(&p);
	week_undo(&app);
	assert_int_equal(week_count(&app, "match"), 0);
	after = world_dump(&app);
	assert_true(strcmp(before, after) == 0);
	free(before);
	free(after);
	world_close(&app);
}

/* Too few: the neediest have them, and what is taken out is not made. */
static void
the_neediest_come_first(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct proposal p;
	bool taken[MANY] = { false, true };
	size_t made;
	char *school;

	(void)state;
	open_world(&app);
	add_volunteer(&app, "Jo Khan", "capacity=2", "stage=checked");
	add_volunteer(&app, "Tom Adeyemi", "capacity=2", "stage=resting");
	must(proposal_make(&app, NULL, &p, &e), &e);
	assert_int_equal(p.n, MANY);
	assert_int_equal(p.served, 2);
	assert_true(p.v[1].volunteer != 0 && p.v[2].volunteer == 0);
	assert_string_equal(p.v[2].why_not,
	    "needier schools have the 1 who could");
	must(proposal_apply(&app, &p, taken, &made, &e), &e);
	assert_int_equal(made, 1);
	proposal_clear(&p);
	must(proposal_make(&app, "name:\"elmfield 3\"", &p, &e), &e);
	assert_int_equal(p.n, 1);
	assert_int_equal(p.served, 1);
	school = xstrdup(p.v[0].school_name);
	proposal_clear(&p);
	assert_string_equal(school, "Elmfield 3");
	free(school);
	world_close(&app);
}

static int64_t
school_no(struct app *app, const char *name)
{
	struct suggestions all;
	struct err e = { 0 };
	int64_t id = 0, v = add_volunteer(app, name, "capacity=2",
	    "stage=checked");

	must(suggest_schools(app, v, &all, &e), &e);
	assert_int_equal(all.n, MANY);
	id = all.v[0].id;
	suggestions_clear(&all);
	return id;
}

/* One key, one undo; then it is matched already. */
static void
a_suggestion_becomes_a_proposed_match(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct suggestions all;
	int64_t school, id, volunteer;

	(void)state;
	open_world(&app);
	school = school_no(&app, "Ros Mensah");
	must(suggest_volunteers(&app, school, &all, &e), &e);
	assert_int_equal(all.n, 1);
	assert_false(all.v[0].suit.barred);
	volunteer = all.v[0].id;
	suggestions_clear(&all);
	must(match_propose(&app, volunteer, school, &id, &e), &e);
	expect(&app, "match", id, "status", "proposed");
	expect(&app, "match", id, "kind", "enterprise adviser");
	assert_int_equal(match_propose(&app, volunteer, school, &id, &e),
	    ST_CONFLICT);
	must(suggest_volunteers(&app, school, &all, &e), &e);
	assert_true(all.v[0].suit.barred);
	suggestions_clear(&all);
	week_undo(&app);
	assert_int_equal(week_count(&app, "match"), 0);
	world_close(&app);
}

/* The first tab: who advises, when they were last there, hours of the year. */
static void
a_school_shows_its_advisers(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct overview o;
	struct row *row;
	int64_t school, v, m;
	char *who, *at;

	(void)state;
	open_world(&app);
	school = school_no(&app, "Ros Mensah");
	v = add_volunteer(&app, "Jo Khan", "capacity=1", "stage=matched");
	who = week_code("volunteer", &app, "volunteer", v);
	at = week_code("school", &app, "school", school);
	m = world_add(&app, "match", who, at, "status=met", "from=2026-09-01",
	    NULL);
	world_add(&app, "activity", who, at, "date=2026-10-06", "minutes=90",
	    NULL);
	world_add(&app, "activity", who, at, "date=2026-08-31", "minutes=60",
	    NULL);			/* another year's */
	expect(&app, "school", school, "ea", "Jo Khan");
	expect(&app, "volunteer", v, "hours", "1.5");
	expect(&app, "volunteer", v, "left", "0");
	must(record_load(&app, entity_find("school"), school, &row, &e), &e);
	memset(&o, 0, sizeof o);
	must(overview_of(&app, row, 2026, &o, &e), &e);
	assert_int_equal(o.nadvisers, 1);
	assert_string_equal(o.adviser[0].name, "Jo Khan");
	assert_int_equal(o.adviser[0].last, day_from_iso("2026-10-06"));
	assert_int_equal(o.given, 90);
	overview_clear(&o);
	row_free(row);
	give(&app, "match", m, "status", "ended");
	expect(&app, "school", school, "ea", "");
	free(who);
	free(at);
	world_close(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(twenty_schools_are_one_step_and_one_undo),
		cmocka_unit_test(the_neediest_come_first),
		cmocka_unit_test(a_suggestion_becomes_a_proposed_match),
		cmocka_unit_test(a_school_shows_its_advisers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
