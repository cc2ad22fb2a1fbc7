/* test_stale.c - two people on one record: nothing typed is ever lost. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "app/record.h"
#include "app/text.h"
#include "base/str.h"
#include "model/fields.h"
#include "tests/app/world.h"

static void
expect(struct app *app, const char *ent, int64_t id, const char *field,
    const char *want)
{
	char *got = world_get(app, ent, id, field);

	assert_string_equal(got, want);
	free(got);
}

struct two {
	struct app	 a, b;
	int64_t		 enc;
	struct row	*base, *mine;
};

/* A form is open on an encounter in session a. */
static void
two_open(struct two *t)
{
	struct err e = { 0 };

	world_open(&t->a);
	world_add(&t->a, "school", "urn=900001", "name=Sandmere Park", NULL);
	world_add(&t->a, "school", "urn=900002", "name=Harbour", NULL);
	t->enc = world_add(&t->a, "encounter", "schools=school/900001",
	    "type=talk", "minutes=60", "venue=Hall", "date=2026-11-19", NULL);
	world_open_as(&t->b, &t->a, "priya");
	must(record_load(&t->a, entity_find("encounter"), t->enc, &t->base,
	    &e), &e);
	t->mine = row_copy(t->base);
}

static void
two_close(struct two *t)
{
	row_free(t->base);
	row_free(t->mine);
	world_close(&t->b);
	world_close(&t->a);
}

static void
different_fields_both_stay(void **state)
{
	struct two t;
	struct err e = { 0 };

	(void)state;
	two_open(&t);
	must(world_set(&t.b, "encounter", t.enc, "venue", "Library", &e), &e);
	row_set(t.mine, F_encounter_minutes, "90");
	must(record_save(&t.a, t.base, t.mine, NULL, &e), &e);
	expect(&t.a, "encounter", t.enc, "venue", "Library");
	expect(&t.a, "encounter", t.enc, "minutes", "90");
	two_close(&t);
}

static void
the_same_field_shows_both_and_saves_nothing(void **state)
{
	struct two t;
	struct clashes c;
	struct err e = { 0 };

	(void)state;
	two_open(&t);
	must(world_set(&t.b, "encounter", t.enc, "minutes", "45", &e), &e);
	row_set(t.mine, F_encounter_minutes, "90");
	row_set(t.mine, F_encounter_venue, "Gym");
	assert_int_equal(record_save(&t.a, t.base, t.mine, &c, &e),
	    ST_CONFLICT);
	assert_string_equal(e.field, "minutes");
	assert_int_equal(c.n, 1);
	assert_string_equal(c.v[0].base, "60");
	assert_string_equal(c.v[0].theirs, "45");
	assert_string_equal(c.v[0].mine, "90");
	assert_string_equal(c.v[0].user, "priya");
	clashes_clear(&c);
	expect(&t.a, "encounter", t.enc, "minutes", "45");
	expect(&t.a, "encounter", t.enc, "venue", "Hall");

	/* The answer: mine. Base says what was seen. */
	row_set(t.base, F_encounter_minutes, "45");
	must(record_save(&t.a, t.base, t.mine, &c, &e), &e);
	clashes_clear(&c);
	expect(&t.a, "encounter", t.enc, "minutes", "90");
	expect(&t.a, "encounter", t.enc, "venue", "Gym");
	two_close(&t);
}

static void
two_who_add_to_one_set_both_stay(void **state)
{
	struct two t;
	struct err e = { 0 };

	(void)state;
	two_open(&t);
	must(world_set(&t.b, "encounter", t.enc, "schools",
	    "school/900001, school/900002", &e), &e);
	must(world_set(&t.b, "encounter", t.enc, "years",
	    "900002: y12 15", &e), &e);
	set_put(row_members(t.mine, F_encounter_benchmarks),
	    t.mine->ent->fields[F_encounter_benchmarks].set,
	    (const char *const[]){ "6" });
	must(record_save(&t.a, t.base, t.mine, NULL, &e), &e);
	expect(&t.a, "encounter", t.enc, "benchmarks", "5, 6");
	expect(&t.a, "encounter", t.enc, "years", "900002: y12 15");
	two_close(&t);
}

static void
the_same_value_from_both_is_no_clash(void **state)
{
	struct two t;
	struct err e = { 0 };

	(void)state;
	two_open(&t);
	must(world_set(&t.b, "encounter", t.enc, "minutes", "90", &e), &e);
	row_set(t.mine, F_encounter_minutes, "90");
	must(record_save(&t.a, t.base, t.mine, NULL, &e), &e);
	expect(&t.a, "encounter", t.enc, "minutes", "90");
	two_close(&t);
}

static void
a_save_of_nothing_leaves_no_step(void **state)
{
	struct two t;
	struct err e = { 0 };

	(void)state;
	two_open(&t);
	must(record_save(&t.a, t.base, t.mine, NULL, &e), &e);
	assert_true(step_last(&t.a) == 0);
	two_close(&t);
}

static void
a_full_session_waits_and_a_freed_place_moves_up(void **state)
{
	struct app app;
	struct err e = { 0 };
	int64_t first, second, third;

	(void)state;
	world_open(&app);
	world_add(&app, "contact", "name=Grace Bell", NULL);
	world_add(&app, "contact", "name=Ravi Chowdhury", NULL);
	world_add(&app, "contact", "name=Mary Dale", NULL);
	world_add(&app, "cpd", "title=Using data", "capacity=1",
	    "minutes=90", NULL);
	first = world_add(&app, "booking", "cpd=using", "contact=bell", NULL);
	second = world_add(&app, "booking", "cpd=using", "contact=chowdhury",
	    NULL);
	third = world_add(&app, "booking", "cpd=using", "contact=dale", NULL);
	expect(&app, "booking", first, "status", "booked");
	expect(&app, "booking", second, "status", "waiting");
	must(world_set(&app, "booking", first, "status", "cancelled", &e), &e);
	expect(&app, "booking", second, "status", "booked");
	expect(&app, "booking", third, "status", "waiting");
	must(world_set(&app, "booking", second, "status", "attended", &e), &e);
	expect(&app, "booking", second, "hours", "1.5");
	world_close(&app);
}

static void
rolls_of_another_year_leave_this_years_alone(void **state)
{
	struct app app;
	struct err e = { 0 };
	struct row *r;
	int64_t now;

	(void)state;
	world_open(&app);
	world_add(&app, "school", "urn=900001", "name=Sandmere Park", NULL);
	now = world_add(&app, "roll", "school=school/900001", "year=2026/27",
	    "group=y10", "pupils=181", NULL);
	world_add(&app, "roll", "school=school/900001", "year=2027/28",
	    "group=y10", "pupils=175", NULL);
	expect(&app, "roll", now, "pupils", "181");
	must(record_load(&app, entity_find("roll"), now, &r, &e), &e);
	r->id = 0;
	assert_int_equal(record_save(&app, NULL, r, NULL, &e), ST_CONFLICT);
	row_free(r);
	world_close(&app);
}

/* References and words, not ids and JSON. */
static void
the_sentence_can_be_read(void **state)
{
	struct two t;
	struct err e = { 0 };
	int years = F_encounter_years;

	(void)state;
	two_open(&t);
	must(value_parse(&t.a, t.mine, years, "y10 24", 0, true, &e), &e);
	must(world_set(&t.b, "encounter", t.enc, "years", "y10 30", &e), &e);
	assert_int_equal(record_save(&t.a, t.base, t.mine, NULL, &e),
	    ST_CONFLICT);
	assert_string_equal(e.text, "years school/900001/y10 was changed by "
	    "priya meanwhile: it was \"\", is now \"attended 30\", and yours "
	    "is \"attended 24\". Nothing was saved.");
	two_close(&t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(different_fields_both_stay),
		cmocka_unit_test(the_same_field_shows_both_and_saves_nothing),
		cmocka_unit_test(the_sentence_can_be_read),
		cmocka_unit_test(two_who_add_to_one_set_both_stay),
		cmocka_unit_test(the_same_value_from_both_is_no_clash),
		cmocka_unit_test(a_save_of_nothing_leaves_no_step),
		cmocka_unit_test(a_full_session_waits_and_a_freed_place_moves_up),
		cmocka_unit_test(rolls_of_another_year_leave_this_years_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
