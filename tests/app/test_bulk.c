/* test_bulk.c - many cases change at once: shown, done in one step, undone. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>

#include "app/bulk.h"
#include "app/record.h"
#include "app/undo.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "tests/app/world.h"

enum { CASES = 200, CLOSED = 50 };

static const struct entity *
cases(void)
{
	return entities[ENT_case];
}

static int64_t *
make_cases(struct app *app)
{
	int64_t *id = xcalloc(CASES, sizeof *id);
	struct row *row;
	struct err e = { 0 };
	int64_t school = world_add(app, "school", "name=Ash Vale School",
	    "urn=900123", NULL);

	must(step_begin(app, &e), &e);
	for (int i = 0; i < CASES; i++) {
		row = record_new(app, cases());
		row_set_ref(row, F_case_school, "school", school);
		row_set(row, F_case_title, "A matter");
		row_set(row, F_case_status, i % 5 == 0 ? "waiting" : "open");
		must(record_add(app, row, &e), &e);
		id[i] = row->id;
		row_free(row);
	}
	must(step_end(app, ST_OK, "added 200 cases", &e), &e);
	return id;
}

static void
undo_is(struct app *app, const char *before)
{
	struct undo_report r = { 0 };
	struct err e = { 0 };
	char *now;

	must(undo_step(app, 0, false, false, false, &r, &e), &e);
	undo_report_clear(&r);
	now = world_dump(app);
	assert_string_equal(now, before);
	free(now);
}

static void
fifty_are_closed_for_one_reason(void **state)
{
	const struct bulk_set set[] = {
		{ F_case_status, "closed" }, { F_case_reason, "year is over" },
	};
	const struct bulk_set waits[] = { { F_case_status, "in progress" } };
	struct bulk_changes c;
	struct err e = { 0 };
	struct app app;
	int64_t *id;
	char *before, *now;

	(void)state;
	world_open(&app);
	id = make_cases(&app);
	before = world_dump(&app);
	assert_int_equal(bulk_preview(&app, cases(), id, CLOSED, set, 1, &c,
	    &e), ST_INVALID);
	assert_string_equal(e.field, "reason");
	assert_int_equal(bulk_preview(&app, cases(), id, CLOSED, waits, 1, &c,
	    &e), ST_INVALID);
	assert_string_equal(e.field, "reason");
	must(bulk_preview(&app, cases(), id, CLOSED, set, 2, &c, &e), &e);
	now = world_dump(&app);
	assert_string_equal(now, before);	/* only looked */
	assert_int_equal(c.records, CLOSED);
	assert_int_equal(c.n, 4);
	assert_int_equal(c.v[0].field, F_case_status);
	assert_string_equal(c.v[0].from, "waiting");
	assert_int_equal(c.v[0].n, 10);
	assert_int_equal(c.v[1].n, 40);
	assert_string_equal(c.v[1].to, "closed");
	assert_int_equal(c.v[2].field, F_case_reason);
	assert_int_equal(c.v[2].n, CLOSED);
	assert_string_equal(c.v[3].to, "Fri 20 Nov 2026");
	bulk_changes_clear(&c);
	must(bulk_do(&app, cases(), id, CLOSED, set, 2, NULL, &e), &e);
	must(bulk_preview(&app, cases(), id, CLOSED, set, 2, &c, &e), &e);
	assert_int_equal(c.records, 0);
	undo_is(&app, before);
	free(now);
	free(before);
	free(id);
	world_close(&app);
}

static void
two_hundred_go_to_another(void **state)
{
	const struct bulk_set set[] = { { F_case_owner, "dan" } };
	struct bulk_changes c;
	struct err e = { 0 };
	struct app app;
	int64_t *id;
	char *before, *owner;

	(void)state;
	world_open(&app);
	world_add(&app, "user", "name=dan", NULL);
	id = make_cases(&app);
	before = world_dump(&app);
	must(bulk_preview(&app, cases(), id, CASES, set, 1, &c, &e), &e);
	assert_int_equal(c.records, CASES);
	assert_int_equal(c.n, 1);
	assert_string_equal(c.v[0].from, "tester");
	assert_string_equal(c.v[0].to, "dan");
	bulk_changes_clear(&c);
	must(bulk_do(&app, cases(), id, CASES, set, 1, NULL, &e), &e);
	owner = world_get(&app, "case", id[CASES - 1], "owner");
	assert_string_equal(owner, "user/dan");
	undo_is(&app, before);
	free(owner);
	free(before);
	free(id);
	world_close(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fifty_are_closed_for_one_reason),
		cmocka_unit_test(two_hundred_go_to_another),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
