/* test_join.c - two records become one: nothing is lost, and one undo. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/duplicates.h"
#include "app/join.h"
#include "app/lists.h"
#include "app/record.h"
#include "app/undo.h"
#include "base/mem.h"
#include "db/joined.h"
#include "tests/app/world.h"

#define MANY	120		/* encounters of the one that goes */

static const struct entity *
kind(const char *id)
{
	const struct entity *ent = entity_find(id);

	assert_non_null(ent);
	return ent;
}

static enum status
join(struct app *app, const char *ent, int64_t gone, int64_t kept,
    struct told *told, struct err *e)
{
	struct join j;
	enum status st = join_open(app, kind(ent), gone, kept, &j, e);

	*told = (struct told){ 0 };
	if (st != ST_OK)
		return st;
	must(step_begin(app, e), e);
	st = join_do(&j, told, e);
	st = step_end(app, st, "joined", e);
	join_close(&j);
	return st;
}

static int64_t
count(struct app *app, const char *ent, const char *filter)
{
	struct lister l;
	struct err e = { 0 };
	int64_t n;

	must(lister_open(&l, app, kind(ent), filter, &e), &e);
	must(lister_count(&l, 100000, &n, &e), &e);
	lister_close(&l);
	return n;
}

static void
undone(struct app *app, const char *before)
{
	struct undo_report r = { 0 };
	struct err e = { 0 };
	char *after;

	must(undo_step(app, 0, false, false, false, &r, &e), &e);
	undo_report_clear(&r);
	after = world_dump(app);
	assert_string_equal(before, after);
	free(after);
}

static void
redone(struct app *app, const char *joined)
{
	struct undo_report r = { 0 };
	struct err e = { 0 };
	char *after;

	must(redo_step(app, &r, &e), &e);
	undo_report_clear(&r);
	after = world_dump(app);
	assert_string_equal(joined, after);
	free(after);
}

static void
is(struct app *app, const char *ent, int64_t id, const char *field,
    const char *want)
{
	char *got = world_get(app, ent, id, field);

	assert_string_equal(got, want);
	free(got);
}

/* Contact ID is known not to be OTHER, and nobody else. */
static void
names_only(struct app *app, int64_t id, int64_t other)
{
	int f = entity_field(kind("contact"), "distinct");
	struct err e = { 0 };
	const struct set *s;
	struct row *r;

	must(record_load(app, kind("contact"), id, &r, &e), &e);
	s = row_members(r, f);
	assert_int_equal(s->n, 1);
	assert_true(member_ref(&s->m[0], 0) == other);
	row_free(r);
}

/* One encounter in three names both, in another part each time. */
static void
add_encounters(struct app *app)
{
	static const char *const parts[] = { "came", "coming", "invited",
	    "did not come" };

	for (int i = 0; i < MANY; i++) {
		char *day = xasprintf("date=2026-%02d-%02d", 1 + i % 10,
		    1 + i % 28);
		char *who = xasprintf("employers=employer/01111111 (%s)%s%s%s",
		    parts[i % 4], i % 3 ? "" : ", employer/02222222 (",
		    i % 3 ? "" : parts[i / 4 % 4], i % 3 ? "" : ")");

		world_add(app, "encounter", "schools=school/900001",
		    "type=talk", "years=y10 30", day, who, NULL);
		free(day);
		free(who);
	}
}

static void
many_encounters_move_and_come_back(void **state)
{
	struct app app;
	struct told told;
	struct err e = { 0 };
	int64_t gone, kept;
	char *before, *joined;

	(void)state;
	world_open(&app);
	world_add(&app, "school", "urn=900001", "name=Sandmere School", NULL);
	gone = world_add(&app, "employer", "name=Quay Foods",
	    "company_number=01111111", "sector=retail", NULL);
	kept = world_add(&app, "employer", "name=Quayside Foods Ltd",
	    "company_number=02222222", NULL);
	add_encounters(&app);
	world_add(&app, "task", "title=Ring", "about=employer/01111111",
	    "employers=employer/01111111, employer/02222222", NULL);
	world_add(&app, "visit", "school=school/900001",
	    "employer=employer/01111111", "date=2026-10-01", NULL);
	assert_int_equal(count(&app, "encounter", "employers:02222222"),
	    MANY / 3);
	before = world_dump(&app);

	must(join(&app, "employer", gone, kept, &told, &e), &e);
	told_clear(&told);
	assert_int_equal(count(&app, "encounter", "employers:02222222"), MANY);
	assert_int_equal(count(&app, "task", "about:employer/02222222"), 1);
	assert_int_equal(count(&app, "visit", "employer:02222222"), 1);
	is(&app, "employer", kept, "also", "Quay Foods");
	is(&app, "employer", kept, "sector", "retail");
	is(&app, "employer", kept, "company_number", "02222222");
	is(&app, "employer", gone, "company_number", "01111111");
	world_is_whole(&app);
	joined = world_dump(&app);
	assert_null(strstr(joined, "employers=employer/01111111"));
	undone(&app, before);
	world_is_whole(&app);
	redone(&app, joined);
	world_is_whole(&app);
	free(before);
	free(joined);
	world_close(&app);
}

/* What was done by the one that goes counts for the one that stays. */
static void
figures_are_of_the_one_that_stays(void **state)
{
	struct app app;
	struct told told;
	struct err e = { 0 };
	int64_t gone, kept;

	(void)state;
	world_open(&app);
	world_add(&app, "school", "urn=900001", "name=Sandmere School", NULL);
	gone = world_add(&app, "partner", "name=Eastway Trust", NULL);
	kept = world_add(&app, "partner", "name=Eastway", "kind=trust", NULL);
	world_add(&app, "encounter", "schools=school/900001", "type=talk",
	    "date=2026-10-01", "years=y10 30",
	    "providers=partner/Eastway Trust (came)", NULL);
	is(&app, "partner", kept, "last", "");
	must(join(&app, "partner", gone, kept, &told, &e), &e);
	assert_int_equal(told.n, 1);
	assert_string_equal(told.part[0].did, "moved");
	told_clear(&told);
	is(&app, "partner", kept, "last", "2026-10-01");
	is(&app, "partner", kept, "kind", "trust");
	is(&app, "partner", gone, "last", "");
	world_is_whole(&app);
	world_close(&app);
}

/* The value written later is proposed, whichever record is the newer. */
static void
the_newer_value_is_proposed(void **state)
{
	struct app app;
	struct join j;
	struct row *r;
	struct err e = { 0 };
	int64_t gone, kept;

	(void)state;
	world_open(&app);
	gone = world_add(&app, "employer", "name=Quay Foods", "town=Dover",
	    "phone=01 2345678", NULL);
	kept = world_add(&app, "employer", "name=Quayside", "town=Deal",
	    "phone=01 8765432", NULL);
	must(world_set(&app, "employer", gone, "phone", "01 9999999", &e), &e);
	must(join_open(&app, kind("employer"), gone, kept, &j, &e), &e);
	r = join_result(&j);
	assert_string_equal(row_get(r, entity_field(r->ent, "town")), "Deal");
	assert_string_equal(row_get(r, entity_field(r->ent, "phone")),
	    "01 9999999");
	assert_string_equal(row_get(r, entity_field(r->ent, "name")),
	    "Quayside");
	row_free(r);
	for (size_t i = 0; i < j.n; i++)	/* the other of each */
		join_turn(&j, i);
	r = join_result(&j);
	assert_string_equal(row_get(r, entity_field(r->ent, "town")), "Dover");
	assert_string_equal(row_get(r, entity_field(r->ent, "phone")),
	    "01 8765432");
	assert_string_equal(row_get(r, entity_field(r->ent, "name")),
	    "Quay Foods");
	assert_int_equal(row_members(r, entity_field(r->ent, "also"))->n, 1);
	row_free(r);
	join_close(&j);
	world_close(&app);
}

/* A went into B, B into C: A is C. */
static void
a_reference_leads_to_the_last(void **state)
{
	struct app app;
	struct told told;
	struct err e = { 0 };
	int64_t a, b, c, id;

	(void)state;
	world_open(&app);
	a = world_add(&app, "contact", "name=Ruth Marsden", NULL);
	b = world_add(&app, "contact", "name=R Marsden", NULL);
	c = world_add(&app, "contact", "name=Ruth Marsden-Hale", NULL);
	must(join(&app, "contact", a, b, &told, &e), &e);
	told_clear(&told);
	must(join(&app, "contact", b, c, &told, &e), &e);
	told_clear(&told);
	id = a;
	assert_true(joined_follow(app.db, kind("contact"), &id));
	assert_true(id == c);
	assert_false(joined_follow(app.db, kind("contact"), &id));
	assert_int_equal(join(&app, "contact", a, c, &told, &e), ST_CONFLICT);
	assert_non_null(strstr(e.text, "joined into contact/"));
	assert_int_equal(join(&app, "contact", c, a, &told, &e), ST_CONFLICT);
	assert_non_null(strstr(e.text, "is archived"));
	world_close(&app);
}

/* Whom the one that goes was known not to be, the other is not either; and of
 * the two nobody says so any more. */
static void
others_stay_distinct(void **state)
{
	struct app app;
	struct told told;
	struct err e = { 0 };
	int64_t a, b, c;

	(void)state;
	world_open(&app);
	a = world_add(&app, "contact", "name=Ruth Marsden", NULL);
	b = world_add(&app, "contact", "name=R Marsden", NULL);
	c = world_add(&app, "contact", "name=Ruth Marsden-Hale", NULL);
	must(duplicates_deny(&app, kind("contact"), a, c, &e), &e);
	must(duplicates_deny(&app, kind("contact"), b, a, &e), &e);
	must(duplicates_deny(&app, kind("contact"), c, a, &e), &e);
	must(join(&app, "contact", a, b, &told, &e), &e);
	told_clear(&told);
	names_only(&app, b, c);
	names_only(&app, c, b);
	world_is_whole(&app);
	world_close(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(many_encounters_move_and_come_back),
		cmocka_unit_test(figures_are_of_the_one_that_stays),
		cmocka_unit_test(the_newer_value_is_proposed),
		cmocka_unit_test(a_reference_leads_to_the_last),
		cmocka_unit_test(others_stay_distinct),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
