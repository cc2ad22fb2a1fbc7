/* test_tasks.c - the rules of the working week: whose a record is, what it
 * belongs to, what follows from its status. */
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
#include "model/fields.h"
#include "tests/app/week.h"

static void
what_nobody_is_named_for_is_mine(void **state)
{
	struct app app;
	int64_t id;

	(void)state;
	world_open(&app);
	week_schools(&app);
	id = world_add(&app, "task", "title=Send toolkit", NULL);
	expect(&app, "task", id, "owner", "user/tester");
	expect(&app, "task", id, "asked_by", "");
	id = world_add(&app, "case", "school=school/900001", "title=Placement",
	    NULL);
	expect(&app, "case", id, "owner", "user/tester");
	id = world_add(&app, "visit", "school=school/900001", NULL);
	expect(&app, "visit", id, "owner", "user/tester");
	id = world_add(&app, "handover", "school=school/900001",
	    "text=Ring before ten", NULL);
	expect(&app, "handover", id, "by", "user/tester");
	give(&app, "handover", id, "by", "");
	expect(&app, "handover", id, "by", "");
	world_close(&app);
}

static void
who_gives_a_task_to_another_asked_for_it(void **state)
{
	struct app app;
	int64_t id, bell;
	char *who;

	(void)state;
	world_open(&app);
	world_add(&app, "user", "name=dan", NULL);
	id = world_add(&app, "task", "title=Send toolkit", "owner=user/dan",
	    NULL);
	expect(&app, "task", id, "asked_by", "user/tester");
	give(&app, "task", id, "owner", "user/tester");
	expect(&app, "task", id, "asked_by", "");
	give(&app, "task", id, "asked_by", "user/dan");
	give(&app, "task", id, "title", "Send the toolkit");
	expect(&app, "task", id, "asked_by", "user/dan");
	bell = world_add(&app, "contact", "name=Ms Bell", NULL);
	who = week_code("owner", &app, "contact", bell);
	id = world_add(&app, "task", "title=Placement list", who, NULL);
	expect(&app, "task", id, "asked_by", "");
	free(who);
	world_close(&app);
}

/* Who saves for the first time stays when the step is undone. */
static void
undo_leaves_the_user_whose_step_it_was(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct undo_report r = { 0 };
	struct row *row;
	int64_t id, me;

	(void)state;
	world_open(&app);
	id = world_add(&app, "task", "title=Send toolkit", NULL);
	must(users_find(&app, "tester", &me, &e), &e);
	assert_int_not_equal(me, 0);
	week_undo(&app);
	assert_int_equal(record_load(&app, entity_find("task"), id, &row, &e),
	    ST_NOT_FOUND);
	must(users_find(&app, "tester", &me, &e), &e);
	assert_int_not_equal(me, 0);
	must(redo_step(&app, &r, &e), &e);
	undo_report_clear(&r);
	expect(&app, "task", id, "owner", "user/tester");

	/* one that was made on purpose goes */
	world_add(&app, "user", "name=dan", NULL);
	week_undo(&app);
	must(users_find(&app, "dan", &me, &e), &e);
	assert_int_equal(me, 0);
	world_close(&app);
}

/* Somebody who was only named goes again, unless they are needed by now: then
 * that stands in nobody's way. */
static void
undo_parts_with_whom_it_only_named(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct row *row;
	int64_t id, dan, was;

	(void)state;
	world_open(&app);
	week_schools(&app);
	for (int needed = 0; needed < 2; needed++) {
		must(step_begin(&app, &e), &e);
		must(users_need(&app, "dan", &was, &e), &e);
		row = record_new(&app, entity_find("task"));
		row_set(row, entity_field(row->ent, "title"), "Toolkit");
		row_set_ref(row, entity_field(row->ent, "owner"), "user", was);
		must(step_end(&app, record_add(&app, row, &e), "added it",
		    &e), &e);
		id = step_last(&app);
		row_free(row);
		if (needed == 1)
			world_add(&app, "case", "school=school/900001",
			    "title=Placement", "owner=user/dan", NULL);
		week_undo_seq(&app, id);
		assert_int_equal(week_count(&app, "task"), 0);
		must(users_find(&app, "dan", &dan, &e), &e);
		assert_int_equal(dan, needed == 1 ? was : 0);
	}
	world_close(&app);
}

static void
the_school_is_that_of_what_a_task_is_about(void **state)
{
	struct app app;
	int64_t id, other;
	struct err e = { 0 };
	char *about;

	(void)state;
	world_open(&app);
	week_schools(&app);
	id = world_add(&app, "task", "title=A", "about=school/900001", NULL);
	expect(&app, "task", id, "school", "school/900001");
	other = world_add(&app, "visit", "school=school/900002", NULL);
	about = week_code("about", &app, "visit", other);
	id = world_add(&app, "task", "title=B", about, NULL);
	expect(&app, "task", id, "school", "school/900002");
	free(about);
	other = world_add(&app, "encounter", "schools=school/900001",
	    "type=talk", NULL);
	about = week_code("about", &app, "encounter", other);
	id = world_add(&app, "task", "title=C", about, NULL);
	expect(&app, "task", id, "school", "school/900001");
	give(&app, "encounter", other, "schools",
	    "school/900001, school/900002");
	id = world_add(&app, "task", "title=D", about, NULL);
	expect(&app, "task", id, "school", "");
	free(about);
	other = world_add(&app, "contact", "name=Mr Price", NULL);
	about = week_code("contact", &app, "contact", other);
	world_add(&app, "role", about, "organisation=school/900002",
	    "role=head", NULL);
	free(about);
	about = week_code("about", &app, "contact", other);
	id = world_add(&app, "task", "title=E", about, NULL);
	expect(&app, "task", id, "school", "school/900002");
	/* what was given stays */
	id = world_add(&app, "task", "title=F", about, "school=school/900001",
	    NULL);
	expect(&app, "task", id, "school", "school/900001");
	free(about);
	/* it moves along, and cannot be of two */
	give(&app, "task", id, "about", "school/900002");
	expect(&app, "task", id, "school", "school/900002");
	other = world_add(&app, "case", "school=school/900001", "title=G",
	    NULL);
	about = week_code("", &app, "case", other);
	give(&app, "task", id, "about", about + 1);
	expect(&app, "task", id, "school", "school/900001");
	assert_int_equal(world_set(&app, "task", id, "about",
	    "school/900002", &e), ST_OK);
	free(about);
	world_close(&app);
}

static void
a_task_is_not_of_two_schools(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct row *r;

	(void)state;
	world_open(&app);
	week_schools(&app);
	r = record_new(&app, entities[ENT_task]);
	row_set(r, F_task_title, "H");
	must(value_parse(&app, r, F_task_about, "school/900001", 0, false, &e),
	    &e);
	must(value_parse(&app, r, F_task_school, "school/900002", 0, false,
	    &e), &e);
	assert_int_equal(record_save(&app, NULL, r, NULL, &e), ST_INVALID);
	assert_string_equal(e.field, "school");
	row_free(r);
	world_close(&app);
}

static void
an_action_has_its_plans_school_and_the_next_number(void **state)
{
	struct app app;
	struct err e = { 0 };
	int64_t plan, a, b, c;
	char *of;

	(void)state;
	world_open(&app);
	week_schools(&app);
	plan = world_add(&app, "plan", "school=school/900001", NULL);
	of = week_code("plan", &app, "plan", plan);
	a = world_add(&app, "task", "title=A", of, NULL);
	b = world_add(&app, "task", "title=B", of, "number=7", NULL);
	c = world_add(&app, "task", "title=C", of, NULL);
	expect(&app, "task", a, "number", "1");
	expect(&app, "task", a, "school", "school/900001");
	expect(&app, "task", c, "number", "8");
	assert_int_equal(world_set(&app, "task", b, "number", "8", &e),
	    ST_CONFLICT);
	assert_string_equal(e.field, "number");
	give(&app, "task", b, "plan", "");
	expect(&app, "task", b, "number", "");
	give(&app, "task", b, "plan", of + strlen("plan="));
	expect(&app, "task", b, "number", "9");
	free(of);
	world_close(&app);
}

static void
a_school_has_one_plan_a_year(void **state)
{
	struct app app;
	struct err e = { 0 };
	int64_t plan, next;
	char *ref;

	(void)state;
	world_open(&app);
	week_schools(&app);
	plan = world_add(&app, "plan", "school=school/900001", NULL);
	world_add(&app, "plan", "school=school/900002", NULL);
	next = world_add(&app, "plan", "school=school/900001", "year=2027/28",
	    NULL);
	assert_int_equal(world_set(&app, "plan", next, "year", "2026/27", &e),
	    ST_CONFLICT);
	ref = week_code("x", &app, "plan", plan);
	assert_non_null(strstr(e.text, ref + 2));
	assert_string_equal(e.field, "year");
	free(ref);
	must(step_begin(&app, &e), &e);
	must(step_end(&app, record_archive(&app, entity_find("plan"), plan,
	    "typed twice", &e), "archived it", &e), &e);
	give(&app, "plan", next, "year", "2026/27");
	world_close(&app);
}

static void
what_a_task_waits_for_makes_it_wait(void **state)
{
	struct app app;
	int64_t id;

	(void)state;
	world_open(&app);
	id = world_add(&app, "task", "title=Toolkit",
	    "waiting_for=the printer", "expected=2026-12-01", NULL);
	expect(&app, "task", id, "status", "waiting");
	give(&app, "task", id, "status", "open");
	expect(&app, "task", id, "waiting_for", "");
	expect(&app, "task", id, "expected", "");
	give(&app, "task", id, "waiting_for", "Ms Bell");
	expect(&app, "task", id, "status", "waiting");
	give(&app, "task", id, "title", "The toolkit");
	expect(&app, "task", id, "status", "waiting");
	give(&app, "task", id, "waiting_for", "");
	expect(&app, "task", id, "status", "open");
	world_close(&app);
}

static void
done_has_its_day(void **state)
{
	struct app app;
	int64_t id;

	(void)state;
	world_open(&app);
	id = world_add(&app, "task", "title=Toolkit", NULL);
	give(&app, "task", id, "status", "done");
	expect(&app, "task", id, "done", "2026-11-20");
	give(&app, "task", id, "status", "open");
	expect(&app, "task", id, "done", "");
	give(&app, "task", id, "done", "2026-11-18");
	expect(&app, "task", id, "status", "done");
	expect(&app, "task", id, "done", "2026-11-18");
	world_close(&app);
}

/* Case ID, with its reason. */
static void
turn(struct app *app, int64_t id, const char *status, const char *reason)
{
	struct row *base, *mine;
	struct err e = { 0 };

	must(record_load(app, entity_find("case"), id, &base, &e), &e);
	mine = row_copy(base);
	row_set(mine, entity_field(mine->ent, "status"), status);
	row_set(mine, entity_field(mine->ent, "reason"), reason);
	must(record_save(app, base, mine, NULL, &e), &e);
	row_free(base);
	row_free(mine);
}

static void
a_case_is_closed_on_a_day_for_a_reason_of_its_own(void **state)
{
	struct app app;
	struct err e = { 0 };
	int64_t id;

	(void)state;
	world_open(&app);
	week_schools(&app);
	id = world_add(&app, "case", "school=school/900001", "title=Placement",
	    "reason=asked for by the head", NULL);
	assert_int_equal(world_set(&app, "case", id, "status", "closed", &e),
	    ST_INVALID);
	assert_string_equal(e.field, "reason");
	turn(&app, id, "closed", "placed");
	expect(&app, "case", id, "closed", "2026-11-20");
	expect(&app, "case", id, "reason", "placed");
	assert_int_equal(world_set(&app, "case", id, "status", "in progress",
	    &e), ST_INVALID);
	assert_string_equal(e.field, "reason");
	turn(&app, id, "in progress", "came back");
	expect(&app, "case", id, "closed", "");
	expect(&app, "case", id, "reason", "came back");
	world_close(&app);
}

static void
a_visit_is_not_done_before_its_day(void **state)
{
	struct app app;
	struct err e = { 0 };
	int64_t id;

	(void)state;
	world_open(&app);
	week_schools(&app);
	id = world_add(&app, "visit", "school=school/900001",
	    "date=2026-11-27", "next_contact=2026-12-04", NULL);
	expect(&app, "visit", id, "status", "planned");
	assert_int_equal(world_set(&app, "visit", id, "status", "done", &e),
	    ST_INVALID);
	assert_string_equal(e.field, "status");
	give(&app, "visit", id, "date", "2026-11-19");
	expect(&app, "visit", id, "status", "planned");
	assert_int_equal(week_count(&app, "task"), 0);
	give(&app, "visit", id, "status", "done");
	world_close(&app);
}

/* The task due DUE that is not ID; 0 none. */
static int64_t
other_due(struct app *app, int64_t id, const char *due)
{
	char *want = xasprintf("\"due\":\"%s\"", due), *all = world_dump(app);
	struct strs lines = { 0 };
	int64_t found = 0;

	str_split(&lines, all, '\n');
	for (size_t i = 0; i < lines.n; i++)
		if (str_starts(lines.v[i], "task ") &&
		    strstr(lines.v[i], want) != NULL &&
		    atoll(lines.v[i] + strlen("task ")) != id)
			found = atoll(lines.v[i] + strlen("task "));
	strs_clear(&lines);
	free(want);
	free(all);
	return found;
}

static void
a_task_that_repeats_is_made_again_once(void **state)
{
	struct app app;
	int64_t id, next;

	(void)state;
	world_open(&app);
	week_schools(&app);
	id = world_add(&app, "task", "title=Ring the head",
	    "about=school/900001", "due=2026-10-30", "repeat=weekly",
	    "benchmarks=1", "note=before ten", "attempt=2", NULL);
	give(&app, "task", id, "status", "done");
	next = other_due(&app, id, "2026-11-27");
	assert_int_not_equal(next, 0);
	expect(&app, "task", next, "title", "Ring the head");
	expect(&app, "task", next, "status", "open");
	expect(&app, "task", next, "school", "school/900001");
	expect(&app, "task", next, "about", "school/900001");
	expect(&app, "task", next, "owner", "user/tester");
	expect(&app, "task", next, "benchmarks", "1");
	expect(&app, "task", next, "repeat", "weekly");
	expect(&app, "task", next, "attempt", "");
	expect(&app, "task", next, "done", "");
	expect(&app, "task", id, "due", "2026-10-30");

	/* taken back by hand and done again: no second one */
	give(&app, "task", id, "status", "open");
	give(&app, "task", id, "status", "done");
	assert_int_equal(week_count(&app, "task"), 2);
	/* undo takes both */
	week_undo(&app);
	week_undo(&app);
	week_undo(&app);
	assert_int_equal(week_count(&app, "task"), 1);
	expect(&app, "task", id, "status", "open");
	world_close(&app);
}

/* Ticks task ID, due on DAY, and finds the next one. */
static int64_t
tick_to(struct app *app, int64_t id, const char *day)
{
	give(app, "task", id, "status", "done");
	id = other_due(app, id, day);
	assert_int_not_equal(id, 0);
	return id;
}

static void
months_are_counted_from_the_day_that_was_meant(void **state)
{
	struct app app;
	int64_t id;

	(void)state;
	world_open(&app);
	id = world_add(&app, "task", "title=Figures", "due=2027-01-31",
	    "repeat=monthly", NULL);
	id = tick_to(&app, id, "2027-02-28");
	id = tick_to(&app, id, "2027-03-31");
	id = tick_to(&app, id, "2027-04-30");
	/* put on another day, it stays there */
	give(&app, "task", id, "due", "2027-04-28");
	id = tick_to(&app, id, "2027-05-28");
	/* early, it is still the next one after its day */
	id = tick_to(&app, id, "2027-06-28");
	/* another rhythm begins where it stands */
	give(&app, "task", id, "repeat", "yearly");
	id = tick_to(&app, id, "2028-06-28");
	world_close(&app);
}

/* The next one is known by its link, whatever either is called. */
static void
each_of_two_alike_has_its_own_next(void **state)
{
	struct app app;
	int64_t one, two;

	(void)state;
	world_open(&app);
	one = world_add(&app, "task", "title=Ring", "due=2026-11-20",
	    "repeat=weekly", NULL);
	two = world_add(&app, "task", "title=Ring", "due=2026-11-20",
	    "repeat=weekly", NULL);
	give(&app, "task", one, "status", "done");
	assert_int_equal(week_count(&app, "task"), 3);
	give(&app, "task", two, "status", "done");
	assert_int_equal(week_count(&app, "task"), 4);
	give(&app, "task", one, "status", "open");
	give(&app, "task", one, "title", "Ring again");
	give(&app, "task", one, "due", "2026-11-30");
	give(&app, "task", one, "status", "done");
	assert_int_equal(week_count(&app, "task"), 4);
	world_close(&app);
}

static void
what_is_dropped_or_comes_done_repeats_not(void **state)
{
	struct app app;
	struct err e = { 0 };
	int64_t id;

	(void)state;
	world_open(&app);
	id = world_add(&app, "task", "title=A", "due=2026-11-20",
	    "repeat=monthly", NULL);
	assert_int_equal(world_set(&app, "task", id, "status", "dropped", &e),
	    ST_INVALID);
	assert_string_equal(e.field, "reason");
	give(&app, "task", id, "reason", "nobody reads it");
	give(&app, "task", id, "status", "dropped");
	world_add(&app, "task", "title=B", "due=2026-10-20",
	    "repeat=monthly", "status=done", NULL);
	assert_int_equal(week_count(&app, "task"), 2);
	world_close(&app);
}

/* By the term dates of the task's own school. */
static void
termly_goes_by_the_schools_terms(void **state)
{
	struct app app;
	int64_t id;

	(void)state;
	world_open(&app);
	week_schools(&app);
	world_add(&app, "term", "title=Autumn", "from=2026-09-07",
	    "to=2026-12-18", "school=school/900001", NULL);
	world_add(&app, "term", "title=Spring", "from=2027-01-11",
	    "to=2027-03-25", "school=school/900001", NULL);
	id = world_add(&app, "task", "title=Collect dates",
	    "school=school/900001", "due=2026-09-08", "repeat=termly", NULL);
	give(&app, "task", id, "status", "done");
	assert_int_not_equal(other_due(&app, id, "2027-01-12"), 0);
	world_close(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_nobody_is_named_for_is_mine),
		cmocka_unit_test(who_gives_a_task_to_another_asked_for_it),
		cmocka_unit_test(undo_leaves_the_user_whose_step_it_was),
		cmocka_unit_test(undo_parts_with_whom_it_only_named),
		cmocka_unit_test(the_school_is_that_of_what_a_task_is_about),
		cmocka_unit_test(a_task_is_not_of_two_schools),
		cmocka_unit_test(
		    an_action_has_its_plans_school_and_the_next_number),
		cmocka_unit_test(a_school_has_one_plan_a_year),
		cmocka_unit_test(what_a_task_waits_for_makes_it_wait),
		cmocka_unit_test(done_has_its_day),
		cmocka_unit_test(
		    a_case_is_closed_on_a_day_for_a_reason_of_its_own),
		cmocka_unit_test(a_visit_is_not_done_before_its_day),
		cmocka_unit_test(a_task_that_repeats_is_made_again_once),
		cmocka_unit_test(months_are_counted_from_the_day_that_was_meant),
		cmocka_unit_test(each_of_two_alike_has_its_own_next),
		cmocka_unit_test(what_is_dropped_or_comes_done_repeats_not),
		cmocka_unit_test(termly_goes_by_the_schools_terms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
