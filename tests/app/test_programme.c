/* test_programme.c - who looks after a school and how it stands: dated rows made
 * by setting what follows from them, and taken back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "app/dated.h"
#include "app/record.h"
#include "app/undo.h"
#include "base/mem.h"
#include "base/str.h"
#include "tests/app/world.h"

/* Set a derived field as `set` does. */
static enum status
give(struct app *app, const char *entity, int64_t id, const char *field,
    char op, const char *text, struct err *e)
{
	struct dated d = { 0 };
	struct row *r;
	enum status st;

	must(record_load(app, entity_find(entity), id, &r, e), e);
	must(step_begin(app, e), e);
	st = dated_note(app, &d, r, entity_field(r->ent, field), text, op, e);
	if (st == ST_OK)
		st = dated_give(app, r, &d, e);
	st = step_end(app, st, "changed it", e);
	dated_clear(&d);
	row_free(r);
	return st;
}

static void
expect(struct app *app, int64_t school, const char *field, const char *want)
{
	char *got = world_get(app, "school", school, field);

	assert_string_equal(got, want);
	free(got);
}

/* Set, see, undo, and all is as it was; redo gives it again. */
static void
there_and_back(struct app *app, int64_t school, const char *field, char op,
    const char *text, const char *want)
{
	struct undo_report r = { 0 };
	struct err e = { 0 };
	char *was = world_dump(app), *is, *got;

	must(give(app, "school", school, field, op, text, &e), &e);
	expect(app, school, field, want);
	is = world_dump(app);
	assert_string_not_equal(was, is);
	must(undo_step(app, 0, false, false, false, &r, &e), &e);
	got = world_dump(app);
	assert_string_equal(got, was);
	free(got);
	must(redo_step(app, &r, &e), &e);
	got = world_dump(app);
	assert_string_equal(got, is);
	undo_report_clear(&r);
	free(got);
	free(was);
	free(is);
}

/* No step at all when it is so already. */
static void
nothing(struct app *app, int64_t school, const char *field, char op,
    const char *text)
{
	struct err e = { 0 };

	must(give(app, "school", school, field, op, text, &e), &e);
	assert_int_equal(step_last(app), 0);
}

static int64_t
new_school(struct app *app)
{
	return world_add(app, "school", "urn=900001",
	    "name=Sandmere Park Academy", NULL);
}

static void
a_stage_is_a_dated_row(void **state)
{
	struct app app;
	struct err e = { 0 };
	int64_t id;

	(void)state;
	world_open(&app);
	id = new_school(&app);
	there_and_back(&app, id, "stage", 0, "prospect", "prospect");
	nothing(&app, id, "stage", 0, "Prospect");
	there_and_back(&app, id, "stage", 0, "joined", "signed up");
	/* back again on the same day: the row of before holds, the later goes */
	there_and_back(&app, id, "stage", 0, "prospect", "prospect");
	assert_int_equal(give(&app, "school", id, "stage", 0, "", &e),
	    ST_INVALID);
	assert_string_equal(e.field, "stage");
	assert_int_equal(give(&app, "school", id, "stage", '+', "left", &e),
	    ST_USAGE);
	world_close(&app);
}

static void
the_network_and_place_go_on_but_not_past_leaving(void **state)
{
	struct app app;
	struct err e = { 0 };
	int64_t id, first, network;
	char *row;

	(void)state;
	world_open(&app);
	id = new_school(&app);
	network = world_add(&app, "network", "name=East", "places=3", NULL);
	first = world_add(&app, "membership", "school=900001", "network=east",
	    "stage=invited", "from=2026-09-01", "place=yes", NULL);
	must(give(&app, "school", id, "stage", 0, "active", &e), &e);
	row = world_get(&app, "membership", first, "to");
	assert_string_equal(row, "2026-11-19");
	free(row);
	row = world_get(&app, "network", network, "places_left");
	assert_string_equal(row, "2");
	free(row);
	must(give(&app, "school", id, "stage", 0, "left", &e), &e);
	must(give(&app, "school", id, "stage", 0, "waiting", &e), &e);
	row = world_get(&app, "network", network, "places_left");
	assert_string_equal(row, "3");
	free(row);
	world_close(&app);
}

static void
coordinators_are_a_set_of_dated_rows(void **state)
{
	struct app app;
	struct err e = { 0 };
	int64_t id;

	(void)state;
	world_open(&app);
	id = new_school(&app);
	there_and_back(&app, id, "coordinators", 0, "priya, dan",
	    "priya, dan");
	nothing(&app, id, "coordinators", '+', "PRIYA");
	there_and_back(&app, id, "coordinators", '-', "priya", "dan");
	there_and_back(&app, id, "coordinators", '+', "sam", "dan, sam");
	there_and_back(&app, id, "coordinators", 0, "sam", "sam");
	there_and_back(&app, id, "coordinators", 0, "", "");
	assert_int_equal(give(&app, "school", id, "coordinators", '-', "sam",
	    &e), ST_INVALID);
	assert_string_equal(e.field, "coordinators");
	assert_int_equal(give(&app, "school", id, "coordinators", 0,
	    "a\"b", &e), ST_INVALID);
	world_close(&app);
}

/* A row of before today ends yesterday; it stays. */
static void
who_held_before_ends_the_day_before(void **state)
{
	struct app app;
	struct err e = { 0 };
	int64_t id, row, role;
	char *to;

	(void)state;
	world_open(&app);
	id = new_school(&app);
	(void)world_add(&app, "user", "name=priya", NULL);
	row = world_add(&app, "coordinator", "school=900001", "user=priya",
	    "from=2026-09-01", NULL);
	must(give(&app, "school", id, "coordinators", 0, "dan", &e), &e);
	to = world_get(&app, "coordinator", row, "to");
	assert_string_equal(to, "2026-11-19");
	free(to);
	(void)world_add(&app, "contact", "name=Ms Grace Bell", NULL);
	(void)world_add(&app, "contact", "name=Mr Tom Hale", NULL);
	role = world_add(&app, "role", "contact=grace bell",
	    "organisation=school/900001", "role=careers leader", NULL);
	there_and_back(&app, id, "careers_leader", 0, "tom hale",
	    "Mr Tom Hale");
	to = world_get(&app, "role", role, "to");
	assert_string_equal(to, "2026-11-19");
	free(to);
	nothing(&app, id, "careers_leader", 0, "tom hale");
	there_and_back(&app, id, "careers_leader", 0, "", "");
	there_and_back(&app, id, "governor", 0, "grace bell",
	    "Ms Grace Bell");
	assert_int_equal(give(&app, "school", id, "governor", 0, "nobody here",
	    &e), ST_NOT_FOUND);
	assert_string_equal(e.field, "governor");
	world_close(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_stage_is_a_dated_row),
		cmocka_unit_test(the_network_and_place_go_on_but_not_past_leaving),
		cmocka_unit_test(coordinators_are_a_set_of_dated_rows),
		cmocka_unit_test(who_held_before_ends_the_day_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
