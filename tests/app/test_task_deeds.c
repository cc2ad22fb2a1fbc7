/* test_task_deeds.c - what one does with tasks: tick, put off, give away,
 * follow up, prove. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/tasks.h"
#include "app/text.h"
#include "app/undo.h"
#include "app/users.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "tests/app/week.h"

static void
tick_and_put_off_are_one_step_for_many(void **state)
{
	struct app app;
	struct err e = { 0 };
	int64_t id[3];

	(void)state;
	world_open(&app);
	id[0] = world_add(&app, "task", "title=A", "due=2026-11-20", NULL);
	id[1] = world_add(&app, "task", "title=B", "waiting_for=Ms Bell", NULL);
	id[2] = world_add(&app, "task", "title=C", "status=dropped", NULL);
	must(task_tick(&app, id, 2, &e), &e);
	expect(&app, "task", id[0], "status", "done");
	expect(&app, "task", id[1], "done", "2026-11-20");
	must(task_tick(&app, id, 2, &e), &e);
	assert_int_equal(step_last(&app), 0);
	week_undo(&app);
	expect(&app, "task", id[0], "status", "open");
	expect(&app, "task", id[1], "status", "waiting");
	must(task_tick(&app, id, 1, &e), &e);
	must(task_untick(&app, id, 3, &e), &e);
	expect(&app, "task", id[0], "done", "");
	expect(&app, "task", id[1], "status", "waiting");
	expect(&app, "task", id[2], "status", "open");
	must(task_later(&app, id, 3, day_from_iso("2026-12-04"), &e), &e);
	expect(&app, "task", id[2], "due", "2026-12-04");
	week_undo(&app);
	expect(&app, "task", id[0], "due", "2026-11-20");
	expect(&app, "task", id[2], "due", "");
	world_close(&app);
}

static void
what_has_an_owner_is_given_away_in_one_step(void **state)
{
	struct app app;
	struct err e = { 0 };
	int64_t id[2], bell, dan;
	char *ref;

	(void)state;
	world_open(&app);
	week_schools(&app);
	id[0] = world_add(&app, "case", "school=school/900001", "title=A",
	    NULL);
	id[1] = world_add(&app, "case", "school=school/900002", "title=B",
	    NULL);
	must(assign(&app, entity_find("case"), id, 2, "dan", &e), &e);
	expect(&app, "case", id[0], "owner", "user/dan");
	expect(&app, "case", id[1], "owner", "user/dan");
	week_undo(&app);
	expect(&app, "case", id[1], "owner", "user/tester");
	must(users_find(&app, "dan", &dan, &e), &e);
	assert_int_equal(dan, 0);

	id[0] = world_add(&app, "task", "title=A", NULL);
	must(assign(&app, entity_find("task"), id, 1, "dan", &e), &e);
	expect(&app, "task", id[0], "asked_by", "user/tester");
	bell = world_add(&app, "contact", "name=Ms Bell", NULL);
	ref = week_code("x", &app, "contact", bell);
	must(assign(&app, entity_find("task"), id, 1, ref + 2, &e), &e);
	expect(&app, "task", id[0], "owner", ref + 2);
	assert_int_equal(assign(&app, entity_find("school"), id, 1, "dan", &e),
	    ST_INVALID);
	assert_false(assign_takes(entity_find("view")));
	assert_int_equal(assign(&app, entity_find("task"), id, 1,
	    "two, names", &e), ST_INVALID);
	expect(&app, "task", id[0], "owner", ref + 2);
	free(ref);
	world_close(&app);
}

/* The owner of two hundred at once, and back. */
static void
two_hundred_cases_are_one_undo(void **state)
{
	enum { MANY = 200 };
	struct app app;
	struct err e = { 0 };
	struct row *r;
	int64_t id[MANY];
	char *was, *is;

	(void)state;
	world_open(&app);
	week_schools(&app);
	id[0] = world_add(&app, "case", "school=school/900001", "title=Matter",
	    NULL);
	must(record_load(&app, entity_find("case"), id[0], &r, &e), &e);
	must(step_begin(&app, &e), &e);
	for (size_t i = 1; i < MANY; i++) {
		r->id = 0;
		must(record_add(&app, r, &e), &e);
		id[i] = r->id;
	}
	must(step_end(&app, ST_OK, "added many", &e), &e);
	row_free(r);
	was = world_dump(&app);
	must(assign(&app, entity_find("case"), id, MANY, "dan", &e), &e);
	assert_int_equal(step_count(&app), MANY + 1);	/* and dan */
	expect(&app, "case", id[MANY - 1], "owner", "user/dan");
	week_undo(&app);
	is = world_dump(&app);
	assert_string_equal(is, was);
	free(was);
	free(is);
	world_close(&app);
}

static void
a_follow_up_is_one_line(void **state)
{
	static const struct {
		const char *line, *title, *due;
	} good[] = {
		{ "send toolkit fri", "send toolkit", "2026-11-27" },
		{ "send toolkit by 9/12", "send toolkit", "2026-12-09" },
		{ "ring on 2 dec", "ring", "2026-12-02" },
		{ " ring  tomorrow ", "ring", "2026-11-21" },
		{ "ring wed 2/12 10:00", "ring 10:00", "2026-12-02" },
		{ "ask what y10 want", "ask what y10 want", "" },
		{ "book room 12", "book room 12", "" },
	};
	struct app app;
	struct err e = { 0 };
	int64_t visit, task, second;
	char *ref;

	(void)state;
	world_open(&app);
	week_schools(&app);
	visit = world_add(&app, "visit", "school=school/900001", NULL);
	ref = week_code("x", &app, "visit", visit);
	for (size_t i = 0; i < COUNT(good); i++) {
		must(follow_up(&app, entity_find("visit"), visit,
		    good[i].line, &task, &e), &e);
		expect(&app, "task", task, "title", good[i].title);
		expect(&app, "task", task, "due", good[i].due);
		expect(&app, "task", task, "about", ref + 2);
		expect(&app, "task", task, "school", "school/900001");
		expect(&app, "task", task, "owner", "user/tester");
	}
	must(follow_up(&app, entity_find("task"), task, "and again mon",
	    &second, &e), &e);
	expect(&app, "task", second, "about", ref + 2);
	assert_int_equal(follow_up(&app, entity_find("visit"), visit, "fri",
	    &task, &e), ST_INVALID);
	assert_string_equal(e.field, "title");
	assert_int_equal(follow_up(&app, entity_find("visit"), visit,
	    "ring 31/11", &task, &e), ST_INVALID);
	assert_non_null(strstr(e.text, "31 November"));
	assert_int_equal(follow_up(&app, entity_find("visit"), visit,
	    "ring 2/10", &task, &e), ST_INVALID);
	assert_non_null(strstr(e.text, "passed"));
	free(ref);
	world_close(&app);
}

static void
a_follow_up_finds_what_it_can_be_about(void **state)
{
	struct app app;
	struct err e = { 0 };
	int64_t plan, roll, user, task;
	char *ref;

	(void)state;
	world_open(&app);
	week_schools(&app);
	plan = world_add(&app, "plan", "school=school/900001", NULL);
	ref = week_code("x", &app, "plan", plan);
	must(follow_up(&app, entity_find("plan"), plan, "book a fair",
	    &task, &e), &e);
	expect(&app, "task", task, "plan", ref + 2);
	expect(&app, "task", task, "number", "1");
	free(ref);
	roll = world_add(&app, "roll", "school=school/900002", "group=y10",
	    "pupils=20", NULL);
	must(follow_up(&app, entity_find("roll"), roll, "confirm it mon",
	    &task, &e), &e);
	expect(&app, "task", task, "about", "school/900002");
	must(users_find(&app, "tester", &user, &e), &e);
	assert_int_equal(follow_up(&app, entity_find("user"), user, "ring",
	    &task, &e), ST_INVALID);
	world_close(&app);
}

static void
an_action_is_done_by_its_number_and_evidenced_by_an_encounter(void **state)
{
	struct app app;
	struct err e = { 0 };
	int64_t plan, task, enc;
	char *of, *by;

	(void)state;
	world_open(&app);
	week_schools(&app);
	plan = world_add(&app, "plan", "school=school/900001", NULL);
	of = week_code("plan", &app, "plan", plan);
	enc = world_add(&app, "encounter", "schools=school/900001",
	    "type=talk", "date=2026-11-27", NULL);
	by = week_code("encounters", &app, "encounter", enc);
	task = world_add(&app, "task", "title=A talk in Y10", of, by, NULL);
	expect(&app, "task", task, "evidenced", "");
	give(&app, "encounter", enc, "date", "2026-11-18");
	give(&app, "encounter", enc, "status", "delivered");
	expect(&app, "task", task, "evidenced", "2026-11-18");
	must(task_tick(&app, &task, 1, &e), &e);
	expect(&app, "task", task, "status", "done");
	expect(&app, "plan", plan, "done", "1");
	free(of);
	free(by);
	world_close(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tick_and_put_off_are_one_step_for_many),
		cmocka_unit_test(what_has_an_owner_is_given_away_in_one_step),
		cmocka_unit_test(two_hundred_cases_are_one_undo),
		cmocka_unit_test(a_follow_up_is_one_line),
		cmocka_unit_test(a_follow_up_finds_what_it_can_be_about),
		cmocka_unit_test(
		    an_action_is_done_by_its_number_and_evidenced_by_an_encounter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
