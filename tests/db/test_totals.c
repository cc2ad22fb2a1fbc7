/* test_totals.c - kept totals and derived values follow every write.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/db/dbtest.h"

#include "base/date.h"
#include "model/row.h"

enum { A = 101, B = 102, FIRM = 201, PROVIDER = 301 };

static const struct entity *
encounter(void)
{
	return entity_find("encounter");
}

static void
put_ref(struct row *r, int field, int64_t id, const char *second)
{
	const struct setdef *def = r->ent->fields[field].set;
	const char *v[8] = { 0 };
	char code[ID_CODE];

	id_code(id, code);
	v[0] = code;
	v[1] = second;
	set_put(row_members(r, field), def, v);
}

static void
put_year(struct row *r, int64_t school, const char *group, const char *expected,
    const char *attended)
{
	char code[ID_CODE];
	const char *v[8] = { code, group, expected, attended };

	id_code(school, code);
	set_put(row_members(r, F_encounter_years),
	    r->ent->fields[F_encounter_years].set, v);
}

/* At school A: 20 of Y10, with the firm and the provider. */
static struct row *
make(int64_t id, const char *date, const char *status)
{
	struct row *r = row_new(encounter());

	r->id = id;
	row_set(r, F_encounter_date, date);
	row_set(r, F_encounter_type, "talk");
	row_set(r, F_encounter_status, status);
	put_ref(r, F_encounter_schools, A, NULL);
	put_ref(r, F_encounter_employers, FIRM, "came");
	put_ref(r, F_encounter_providers, PROVIDER, "came");
	put_year(r, A, "y10", "25", "20");
	return r;
}

static int
setup(void **state)
{
	struct db *db = fresh();

	add_named(db, entity_find("school"), A, "A");
	add_named(db, entity_find("school"), B, "B");
	add_named(db, entity_find("employer"), FIRM, "F");
	add_named(db, entity_find("partner"), PROVIDER, "P");
	db_set_today(db, day_from_iso("2026-11-20"));
	*state = db;
	return 0;
}

static void
save(struct db *db, const struct row *old, const struct row *new)
{
	enum status st;
	struct err e = { 0 };

	OK(db_begin(db, E));
	st = old == NULL ? store_insert(db, new, &e) :
	    new == NULL ? store_delete(db, old, &e) :
	    store_update(db, old, new, &e);
	expect_status(ST_OK, db_end(db, st, &e), &e);
}

static void
totals_are(struct db *db, const char *table, const char *want)
{
	char *sql = xasprintf("SELECT coalesce(group_concat(x, '; '), '') FROM "
	    "(SELECT %s || ' ' || year || ' ' || delivered || ' ' || planned "
	    "|| ' ' || pupils || ' ' || coalesce(last, '-') AS x "
	    "FROM %s_year ORDER BY %s, year)", table, table, table);
	char *have = sql_text(db, sql);

	assert_string_equal(have, want);
	free(have);
	free(sql);
}

static void
totals_follow_an_encounter(void **state)
{
	struct db *db = *state;
	struct row *a = make(1, "2026-09-01", "delivered"), *b = row_copy(a);

	save(db, NULL, a);
	totals_are(db, "school", "101 2026 1 0 20 2026-09-01");
	totals_are(db, "employer", "201 2026 1 0 20 2026-09-01");
	totals_are(db, "partner", "301 2026 1 0 20 2026-09-01");
	/* another academic year */
	row_set(b, F_encounter_date, "2026-08-31");
	save(db, a, b);
	totals_are(db, "school", "101 2025 1 0 20 2026-08-31");
	assert_int_equal(sql_int(db, "SELECT count(*) FROM encounter_school "
	    "WHERE date = '2026-08-31'"), 1);
	/* another status, another school with its own line and adults */
	row_set(a, F_encounter_date, "2026-08-31");
	row_set(b, F_encounter_status, "planned");
	save(db, a, b);
	totals_are(db, "school", "101 2025 0 1 0 -");
	row_free(a);
	a = row_copy(b);
	row_set(b, F_encounter_status, "delivered");
	put_ref(b, F_encounter_schools, B, NULL);
	put_year(b, B, "y9", "", "7");
	put_year(b, B, "adult", "", "99");
	save(db, a, b);
	totals_are(db, "school",
	    "101 2025 1 0 20 2026-08-31; 102 2025 1 0 7 2026-08-31");
	totals_are(db, "employer", "201 2025 1 0 27 2026-08-31");
	/* archived ones do not count */
	row_free(a);
	a = row_copy(b);
	row_set(b, F_encounter_archived, "2026-09-02");
	save(db, a, b);
	totals_are(db, "school", "");
	save(db, b, a);
	save(db, a, NULL);
	totals_are(db, "school", "");
	totals_are(db, "employer", "");
	totals_are(db, "partner", "");
	row_free(a);
	row_free(b);
}

static void
the_note_alone_marks_nothing(void **state)
{
	struct db *db = *state;
	struct row *a = make(2, "2026-10-01", "delivered"), *b = row_copy(a);

	save(db, NULL, a);
	OK(try_sql(db, "UPDATE school_year SET pupils = 77", E));
	row_set(b, F_encounter_note, "x");
	save(db, a, b);
	totals_are(db, "school", "101 2026 1 0 77 2026-10-01");
	row_set(a, F_encounter_minutes, "50");
	save(db, b, NULL);
	totals_are(db, "school", "");
	row_free(a);
	row_free(b);
}

static void
a_roll_back_forgets_the_marks(void **state)
{
	struct db *db = *state;
	struct row *a = make(3, "2026-10-01", "delivered");

	OK(db_begin(db, E));
	OK(store_insert(db, a, E));
	assert_int_equal(db_end(db, ST_INVALID, NULL), ST_INVALID);
	totals_are(db, "school", "");
	OK(db_begin(db, E));
	OK(db_end(db, ST_OK, E));
	totals_are(db, "school", "");
	OK(db_begin(db, E));
	OK(store_insert(db, a, E));
	OK(db_end(db, ST_OK, E));
	totals_are(db, "school", "101 2026 1 0 20 2026-10-01");
	OK(db_begin(db, E));
	OK(store_delete(db, a, E));
	OK(db_end(db, ST_OK, E));
	totals_are(db, "school", "");
	row_free(a);
}

static void
many_marks_are_kept_once(void **state)
{
	struct db *db = *state;
	struct row *r = make(0, "2026-10-01", "delivered");

	OK(db_begin(db, E));
	for (r->id = 1000; r->id < 1300; r->id++)
		OK(store_insert(db, r, E));
	OK(db_end(db, ST_OK, E));
	totals_are(db, "school", "101 2026 300 0 6000 2026-10-01");
	OK(db_begin(db, E));
	for (r->id = 1000; r->id < 1300; r->id++)
		OK(store_delete(db, r, E));
	OK(db_end(db, ST_OK, E));
	row_free(r);
}

static const char *
derived(struct db *db, const char *ent, int64_t id, const char *field,
    char out[64])
{
	const struct entity *e = entity_find(ent);
	struct row *r = NULL;

	OK(store_load(db, e, id, true, &r, E));
	snprintf(out, 64, "%s", row_get(r, entity_field(e, field)));
	row_free(r);
	return out;
}

static void
derived_values_follow(void **state)
{
	struct db *db = *state;
	struct row *now = make(5, "2026-09-30", "delivered");
	struct row *then = make(6, "2025-10-01", "delivered");
	struct row *soon = make(7, "2026-12-01", "planned");
	char s[64];

	save(db, NULL, now);
	save(db, NULL, then);
	save(db, NULL, soon);
	assert_string_equal(derived(db, "school", A, "encounters", s), "1");
	assert_string_equal(derived(db, "school", A, "encounter", s), "2026-09-30");
	assert_string_equal(derived(db, "school", B, "encounters", s), "0");
	assert_string_equal(derived(db, "school", B, "encounter", s), "");
	assert_string_equal(derived(db, "employer", FIRM, "encounters", s),
	    "1");
	assert_string_equal(derived(db, "partner", PROVIDER, "last", s),
	    "2026-09-30");
	assert_string_equal(derived(db, "encounter", 5, "pupils", s), "20");
	assert_string_equal(derived(db, "encounter", 7, "pupils", s), "25");
	db_set_today(db, day_from_iso("2026-08-31"));
	assert_string_equal(derived(db, "school", A, "encounters", s), "1");
	db_set_today(db, day_from_iso("2024-09-01"));
	assert_string_equal(derived(db, "school", A, "encounters", s), "0");
	db_set_today(db, day_from_iso("2026-11-20"));
	save(db, now, NULL);
	save(db, then, NULL);
	save(db, soon, NULL);
	row_free(now);
	row_free(then);
	row_free(soon);
}

static void
set_words(struct row *r, int field, const char *list)
{
	const struct setdef *def = r->ent->fields[field].set;
	struct strs w = { 0 };

	set_clear(row_members(r, field), def);
	str_words(&w, list);
	for (size_t i = 0; i < w.n; i++)
		set_put(row_members(r, field), def,
		    (const char *[]){ w.v[i] });
	strs_clear(&w);
}

static void
what_makes_an_encounter_meaningful_is_derived(void **state)
{
	static const struct {
		const char *date, *bms, *ticks, *want;
	} v[] = {
		{ "2026-09-30", "5 7 8", "purpose outcomes two-way reflection",
		  "BM5" },
		{ "2026-09-30", "5 7", "purpose outcomes two-way", "" },
		{ "2026-09-30", "5 7", "purpose outcomes two-way reflection "
		  "information learning", "BM5, BM7" },
		{ "2025-08-31", "2 5 6 8", "", "BM5, BM6" },
	};
	struct row *r = make(5, "2026-09-30", "delivered");
	char s[64];

	for (size_t i = 0; i < COUNT(v); i++) {
		row_set(r, F_encounter_date, v[i].date);
		set_words(r, F_encounter_benchmarks, v[i].bms);
		set_words(r, F_encounter_ticks, v[i].ticks);
		save(*state, NULL, r);
		assert_string_equal(derived(*state, "encounter", 5,
		    "meaningful", s), v[i].want);
		save(*state, r, NULL);
	}
	row_free(r);
}

/* Who was only asked, or stayed away, was not present. */
static void
the_kinds_of_providers_present_are_derived(void **state)
{
	static const struct { const char *part, *want; } v[] = {
		{ "came", "college" }, { "coming", "college" },
		{ "", "college" }, { "invited", "" }, { "did not come", "" },
	};
	struct row *p, *r = make(5, "2026-09-30", "delivered");
	struct db *db = *state;
	char s[64];

	OK(store_load(db, entity_find("partner"), PROVIDER, false, &p, E));
	for (size_t i = 0; i < COUNT(v); i++) {
		struct row *college = row_copy(p);

		row_set(college, F_partner_kind, "college");
		save(db, p, college);
		put_ref(r, F_encounter_providers, PROVIDER, v[i].part);
		save(db, NULL, r);
		assert_string_equal(derived(db, "encounter", 5,
		    "provider_kinds", s), v[i].want);
		save(db, r, NULL);
		save(db, college, p);
		row_free(college);
	}
	row_free(p);
	row_free(r);
}

static void
add_role(struct db *db, int64_t id, const char *ent, int64_t organisation,
    const char *role, const char *from, const char *to)
{
	struct row *r = row_new(entity_find("role"));

	r->id = id;
	row_set_ref(r, F_role_contact, "contact", 401);
	row_set_ref(r, F_role_organisation, ent, organisation);
	row_set(r, F_role_role, role);
	row_set(r, F_role_from, from);
	row_set(r, F_role_to, to);
	save(db, NULL, r);
	row_free(r);
}

static void
a_person_is_where_their_roles_of_today_are(void **state)
{
	struct db *db = *state;
	char s[64];

	add_named(db, entity_find("contact"), 401, "Grace Bell");
	assert_string_equal(derived(db, "contact", 401, "organisation", s), "");
	add_role(db, 501, "school", A, "careers leader", "", "");
	add_role(db, 502, "school", B, "head", "2020-09-01", "2026-11-19");
	add_role(db, 503, "employer", FIRM, "mentor", "2026-11-20", "");
	add_role(db, 504, "school", A, "link governor", "2026-01-01",
	    "2026-11-20");
	add_role(db, 505, "partner", PROVIDER, "speaker", "2026-11-21", "");
	assert_string_equal(derived(db, "contact", 401, "organisation", s),
	    "A, F");
	assert_string_equal(derived(db, "contact", 401, "role", s),
	    "careers leader, mentor, link governor");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(totals_follow_an_encounter),
		cmocka_unit_test(the_note_alone_marks_nothing),
		cmocka_unit_test(a_roll_back_forgets_the_marks),
		cmocka_unit_test(many_marks_are_kept_once),
		cmocka_unit_test(derived_values_follow),
		cmocka_unit_test(
		    what_makes_an_encounter_meaningful_is_derived),
		cmocka_unit_test(the_kinds_of_providers_present_are_derived),
		cmocka_unit_test(a_person_is_where_their_roles_of_today_are),
	};

	return cmocka_run_group_tests(tests, setup, teardown_db);
}
