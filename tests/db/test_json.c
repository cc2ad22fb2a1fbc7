/* test_json.c - records and members as the journal keeps them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/db/genrow.h"

static void
json_gives_the_record_back(void **state)
{
	struct db *db = *state;
	struct buf json;

	buf_init(&json, BUF_ROW);
	for (int i = 0; i < ENT_MAX; i++) {
		struct row *a = make_row(entities[i], 700 + i, 3);
		struct row *b = row_new(entities[i]);

		buf_reset(&json);
		row_json(a, &json);
		OK(store_from_json(db, json.p, b, E));
		same(a, b);
		row_free(a);
		row_free(b);
	}
	buf_clear(&json);
}

static void
unknown_names_are_passed_over_and_nonsense_refused(void **state)
{
	const struct entity *ent = entity_find("school");
	struct row *r = row_new(ent);

	OK(store_from_json(*state, "{\"name\":\"A\",\"gone\":\"x\",\"also\":"
	    "[{\"name\":\"B\",\"gone\":1},3,{}],\"lost\":[{\"a\":1}],"
	    "\"note\":null}", r, E));
	assert_string_equal(row_get(r, F_school_name), "A");
	assert_int_equal(row_members(r, F_school_also)->n, 1);
	assert_string_equal(row_get(r, F_school_note), "");
	REFUSED(ST_CORRUPT, store_from_json(*state, "{\"name\":", r, E));
	REFUSED(ST_CORRUPT, store_from_json(*state, "[1]", r, E));
	row_free(r);
}

static void
a_member_comes_back_from_its_key_and_json(void **state)
{
	const struct entity *ent = entity_find("encounter");
	struct row *r = make_row(ent, 1, 0);
	struct buf key, json;

	buf_init(&key, BUF_LINE);
	buf_init(&json, BUF_LINE);
	for (int f = 0; (size_t)f < ent->nfields; f++) {
		const struct setdef *def = ent->fields[f].set;
		struct set *set = ent->fields[f].type == FT_SET ?
		    row_members(r, f) : NULL;

		for (size_t i = 0; set != NULL && i < set->n; i++) {
			struct member m = { xcalloc(def->ncols, sizeof *m.v) };

			buf_reset(&key);
			buf_reset(&json);
			member_key(&set->m[i], def, &key);
			member_json(&set->m[i], def, &json);
			OK(store_member_from_json(*state, def, key.p, json.p,
			    m.v, E));
			assert_true(member_same(&m, &set->m[i], def));
			for (size_t c = 0; c < def->ncols; c++)
				free(m.v[c]);
			OK(store_member_from_json(*state, def, key.p, NULL,
			    m.v, E));
			assert_int_equal(member_cmp_key(&m, &set->m[i], def),
			    0);
			for (size_t c = 0; c < def->ncols; c++)
				free(m.v[c]);
			free(m.v);
		}
	}
	buf_clear(&key);
	buf_clear(&json);
	row_free(r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(json_gives_the_record_back),
		cmocka_unit_test(
		    unknown_names_are_passed_over_and_nonsense_refused),
		cmocka_unit_test(a_member_comes_back_from_its_key_and_json),
	};

	return cmocka_run_group_tests(tests, setup_rows, teardown_db);
}
