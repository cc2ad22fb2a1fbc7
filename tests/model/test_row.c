/* test_row.c - a record in memory: values, sets, and its JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#include "model/fields.h"
#include "tests/model/fake.h"

static const struct setdef *
years_def(void)
{
	return entities[ENT_encounter]->fields[F_encounter_years].set;
}

static void
put_year(struct row *r, const char *group, const char *attended)
{
	set_put(row_members(r, F_encounter_years), years_def(),
	    (const char *[]){ "00000000045C2", group, NULL, attended, NULL,
	    NULL, NULL });
}

static void
a_new_row_is_empty_everywhere(void **state)
{
	(void)state;
	for (size_t i = 0; i < ENT_MAX; i++) {
		struct row *r = row_new(entities[i]);

		for (int f = 0; (size_t)f < entities[i]->nfields; f++)
			assert_true(row_is_empty(r, f));
		row_free(r);
	}
	row_free(NULL);
}

static void
values_are_set_and_read_by_kind(void **state)
{
	struct row *r = row_new(entities[ENT_role]);
	struct row *e = row_new(entities[ENT_encounter]);

	(void)state;
	row_set(r, F_role_role, "head");
	assert_true(row_is(r, F_role_role, "head"));
	row_set(r, F_role_role, row_get(r, F_role_role) + 1);
	assert_string_equal(row_get(r, F_role_role), "ead");
	row_set(r, F_role_role, NULL);
	assert_true(row_is_empty(r, F_role_role));
	row_set_ref(r, F_role_contact, "contact", 5);
	assert_string_equal(row_get(r, F_role_contact), "0000000000005");
	assert_int_equal(row_ref(r, F_role_contact), 5);
	row_set_ref(r, F_role_organisation, "school", 6);
	assert_string_equal(row_get(r, F_role_organisation),
	    "school/0000000000006");
	assert_int_equal(row_ref(r, F_role_organisation), 6);
	row_set_ref(r, F_role_organisation, "school", 0);
	assert_int_equal(row_ref(r, F_role_organisation), 0);
	row_set(e, F_encounter_minutes, "60");
	assert_int_equal(row_int(e, F_encounter_minutes, -1), 60);
	assert_int_equal(row_int(e, F_encounter_adults, -1), -1);
	row_set(e, F_encounter_date, "1970-01-02");
	assert_int_equal(row_day(e, F_encounter_date), 1);
	assert_int_equal(row_day(e, F_encounter_end), DAY_NONE);
	row_free(r);
	row_free(e);
}

static void
members_stay_sorted_and_are_replaced_by_key(void **state)
{
	struct row *r = row_new(entities[ENT_encounter]);
	struct set *s = row_members(r, F_encounter_years);
	static const char *const want[] = { "r", "y7", "y10", "ks4" };

	(void)state;
	put_year(r, "y10", "1");
	put_year(r, "ks4", "2");
	put_year(r, "r", "3");
	put_year(r, "y7", "4");
	put_year(r, "y10", "5");
	assert_int_equal(s->n, 4);
	for (size_t i = 0; i < 4; i++)
		assert_string_equal(s->m[i].v[EY_GROUP], want[i]);
	assert_string_equal(s->m[2].v[EY_ATTENDED], "5");
	assert_int_equal(member_ref(&s->m[0], EY_SCHOOL), 136578);
	set_put(s, years_def(), (const char *const *)s->m[2].v);
	assert_string_equal(s->m[2].v[EY_ATTENDED], "5");
	set_drop(s, years_def(), (const char *const *)s->m[0].v);
	set_drop(s, years_def(), (const char *[]){ "x", "y7" });
	assert_int_equal(s->n, 3);
	assert_null(set_find(s, years_def(),
	    (const char *[]){ "00000000045C2", "r" }));
	assert_non_null(set_find(s, years_def(),
	    (const char *[]){ "00000000045C2", "ks4" }));
	row_free(r);
}

static void
numbers_are_sorted_as_numbers(void **state)
{
	struct row *r = row_new(entities[ENT_encounter]);
	const struct setdef *def =
	    entities[ENT_encounter]->fields[F_encounter_benchmarks].set;
	struct set *s = row_members(r, F_encounter_benchmarks);

	(void)state;
	set_put(s, def, (const char *[]){ "10" });
	set_put(s, def, (const char *[]){ "9" });
	assert_string_equal(s->m[0].v[0], "9");
	row_free(r);
}

static void
a_copy_is_equal_until_it_changes(void **state)
{
	struct row *a = fake_encounter("planned"), *b;

	(void)state;
	put_year(a, "y9", "3");
	a->id = 9;
	b = row_copy(a);
	assert_int_equal(b->id, 9);
	for (int f = 0; f < F_encounter_MAX; f++)
		assert_true(row_same(a, b, f));
	put_year(b, "y9", "4");
	assert_false(row_same(a, b, F_encounter_years));
	row_set(b, F_encounter_status, "delivered");
	assert_false(row_same(a, b, F_encounter_status));
	set_clear(row_members(b, F_encounter_years), years_def());
	assert_false(row_same(a, b, F_encounter_years));
	assert_true(row_is_empty(b, F_encounter_years));
	row_free(a);
	row_free(b);
}

static void
json_holds_what_is_not_empty(void **state)
{
	struct row *r = fake_encounter("planned");
	const struct member *m;
	struct buf b;

	(void)state;
	put_year(r, "y9", "3");
	row_set(r, F_encounter_title, "\"Talk\"\n");
	row_set(r, F_encounter_pupils, "3");
	buf_init(&b, BUF_ROW);
	row_json(r, &b);
	assert_string_equal(b.p, "{\"schools\":[{\"school\":"
	    "\"00000000045C2\"}],\"date\":\"2026-11-20\",\"years\":"
	    "[{\"school\":\"00000000045C2\",\"year\":\"y9\",\"attended\":"
	    "\"3\"}],\"status\":\"planned\",\"title\":\"\\\"Talk\\\"\\n\"}");
	m = &row_members(r, F_encounter_years)->m[0];
	buf_reset(&b);
	member_key(m, years_def(), &b);
	assert_string_equal(b.p, "00000000045C2/y9");
	buf_reset(&b);
	member_json(m, years_def(), &b);
	assert_string_equal(b.p, "{\"attended\":\"3\"}");
	buf_clear(&b);
	row_free(r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_row_is_empty_everywhere),
		cmocka_unit_test(values_are_set_and_read_by_kind),
		cmocka_unit_test(members_stay_sorted_and_are_replaced_by_key),
		cmocka_unit_test(numbers_are_sorted_as_numbers),
		cmocka_unit_test(a_copy_is_equal_until_it_changes),
		cmocka_unit_test(json_holds_what_is_not_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
