/* test_step.c - what a step leaves behind, saved or rolled back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>

#include "app/quick.h"
#include "app/record.h"
#include "base/mem.h"
#include "tests/app/world.h"

/* Add an employer in a step of its own that ends with ST. */
static void
add_firm(struct app *app, const char *name, enum status st)
{
	struct row *row = record_new(app, entity_find("employer"));
	struct err e = { 0 };

	row_set(row, entity_field(row->ent, "name"), name);
	must(step_begin(app, &e), &e);
	must(record_add(app, row, &e), &e);
	assert_int_equal(step_end(app, st, "added a firm", &e), st);
	row_free(row);
}

static enum quick_state
state_of(struct app *app, const char *line)
{
	static const struct quick_opts none = { 0 };
	struct quick q = { 0 };
	struct err e = { 0 };
	enum quick_state state;

	must(quick_read(app, line, &none, &q, &e), &e);
	state = q.state;
	quick_clear(&q);
	return state;
}

/* The names quick entry keeps are not those of a step like the last one that
 * was rolled back. */
static void
quick_entry_knows_what_the_next_step_saved(void **state)
{
	static const char line[] = "sandmere; acme; talk; y10 24; 19/11";
	struct app app;

	(void)state;
	world_open(&app);
	world_add(&app, "school", "urn=900001", "name=Sandmere Park Academy",
	    NULL);
	add_firm(&app, "Acme Works", ST_INTERRUPTED);
	assert_int_equal(state_of(&app, line), QUICK_REFUSED);
	add_firm(&app, "Acme Works", ST_OK);
	assert_int_equal(state_of(&app, line), QUICK_READY);
	world_close(&app);
}

/* More than the journal holds of one record: refused, not cut. */
static void
a_record_too_large_for_the_journal_is_refused(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct row *row;
	char name[480];
	int also;

	(void)state;
	world_open(&app);
	row = record_new(&app, entity_find("employer"));
	also = entity_field(row->ent, "also");
	row_set(row, entity_field(row->ent, "name"), "Acme Works");
	for (int i = 0; i < 9000; i++) {
		snprintf(name, sizeof name, "%0*d", (int)sizeof name - 1, i);
		set_put(row_members(row, also), row->ent->fields[also].set,
		    (const char *[]){ name });
	}
	assert_int_equal(record_save(&app, NULL, row, NULL, &e), ST_INVALID);
	assert_string_equal(e.text, "the record is too large");
	row_free(row);
	world_close(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_record_too_large_for_the_journal_is_refused),
		cmocka_unit_test(quick_entry_knows_what_the_next_step_saved),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
