/* test_store.c - every entity in and out of its tables.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/db/genrow.h"

static void
reload(struct db *db, const struct row *want)
{
	struct row *got = NULL;

	OK(store_load(db, want->ent, want->id, false, &got, E));
	same(want, got);
	row_free(got);
}

static void
update(struct db *db, const struct row *old, const struct row *new)
{
	OK(db_begin(db, E));
	OK(db_end(db, store_update(db, old, new, E), E));
}

static void
every_entity_comes_back_as_it_was(void **state)
{
	struct db *db = *state;

	for (int i = 0; i < ENT_MAX; i++) {
		struct row *a = make_row(entities[i], 500 + i, 0);
		struct row *b = make_row(entities[i], 500 + i, 5);
		struct row *none = row_new(entities[i]);

		insert(db, a);
		reload(db, a);
		assert_true(store_exists(db, entities[i], a->id));
		update(db, a, b);
		reload(db, b);
		update(db, b, a);
		reload(db, a);
		none->id = a->id;
		for (size_t f = 0; f < none->ent->nfields; f++)
			if (none->ent->fields[f].type == FT_ANY)
				row_set(none, (int)f, row_get(a, (int)f));
		update(db, a, none);
		reload(db, none);
		update(db, none, b);
		OK(db_begin(db, E));
		OK(db_end(db, store_delete(db, b, E), E));
		assert_false(store_exists(db, entities[i], a->id));
		insert(db, b);
		reload(db, b);
		OK(db_begin(db, E));
		OK(db_end(db, store_delete(db, b, E), E));
		row_free(a);
		row_free(b);
		row_free(none);
	}
	assert_int_equal(sql_int(db, "SELECT count(*) FROM encounter_year"), 0);
	assert_int_equal(sql_int(db, "SELECT count(*) FROM school_year"), 0);
	assert_int_equal(sql_int(db, "SELECT count(*) FROM employer_year"), 0);
}

static void
what_others_refer_to_is_not_taken_out(void **state)
{
	struct db *db = *state;
	struct row *e = make_row(entity_find("encounter"), 900, 0);
	struct row *s = NULL;
	struct err err = { 0 };

	insert(db, e);
	OK(store_load(db, entity_find("school"), BASE, false, &s, E));
	OK(db_begin(db, E));
	expect_status(ST_CONFLICT, db_end(db, store_delete(db, s, &err), &err),
	    &err);
	assert_non_null(strstr(err.text, "encounter/"));
	reload(db, s);
	OK(db_begin(db, E));
	OK(store_delete(db, e, E));
	OK(store_delete(db, s, E));	/* with totals still marked */
	OK(db_end(db, ST_OK, E));
	insert(db, s);
	row_free(e);
	row_free(s);
}

static void
a_reference_to_nothing_is_refused(void **state)
{
	struct db *db = *state;
	struct row *r = row_new(entity_find("roll"));

	r->id = 950;
	row_set_ref(r, F_roll_school, "school", 4711);
	OK(db_begin(db, E));
	REFUSED(ST_CONFLICT, db_end(db, store_insert(db, r, E), E));
	row_set(r, F_roll_school, "");
	row_set(r, F_roll_pupils, "many");
	OK(db_begin(db, E));
	REFUSED(ST_INVALID, db_end(db, store_insert(db, r, E), E));
	assert_false(store_exists(db, r->ent, r->id));
	row_free(r);
}

static void
records_have_titles_and_references(void **state)
{
	struct db *db = *state;
	const struct entity *ent = entity_find("encounter");
	struct row *r = row_new(ent), *s = row_new(entity_find("school"));
	const char *members[2] = { 0 };
	int64_t id = 0;
	struct buf b;

	buf_init(&b, BUF_LINE);
	s->id = 960;
	row_set(s, F_school_name, "Sandmere Park");
	row_set(s, F_school_urn, "136578");
	insert(db, s);
	r->id = 961;
	row_set(r, F_encounter_type, "cv workshop");
	row_set(r, F_encounter_date, "2026-11-09");
	row_set_ref(s, F_school_name, "school", 960);	/* borrow its code */
	members[0] = row_get(s, F_school_name);
	set_put(row_members(r, F_encounter_schools),
	    ent->fields[F_encounter_schools].set, members);
	insert(db, r);
	OK(store_title(db, ent, 961, &b, E));
	assert_string_equal(b.p, "CV workshop, Sandmere Park, 9 Nov 2026");
	buf_reset(&b);
	OK(store_ref(db, s->ent, 960, &b, E));
	assert_string_equal(b.p, "school/136578");
	buf_reset(&b);
	OK(store_ref(db, ent, 961, &b, E));
	assert_string_equal(b.p, "encounter/00000-00000-0Y1");
	buf_reset(&b);
	OK(store_title(db, ent, 4711, &b, E));
	assert_string_equal(b.p, "");
	OK(store_by_key(db, s->ent, "136578", &id, E));
	assert_int_equal(id, 960);
	OK(store_by_key(db, s->ent, "999999", &id, E));
	assert_int_equal(id, 0);
	buf_clear(&b);
	row_free(r);
	row_free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_entity_comes_back_as_it_was),
		cmocka_unit_test(what_others_refer_to_is_not_taken_out),
		cmocka_unit_test(a_reference_to_nothing_is_refused),
		cmocka_unit_test(records_have_titles_and_references),
	};

	return cmocka_run_group_tests(tests, setup_rows, teardown_db);
}
