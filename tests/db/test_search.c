/* test_search.c - records found by their names and texts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/db/sample.h"

#include "base/date.h"
#include "db/search.h"
#include "model/name.h"

static int64_t next_id;

/* A record of field, value pairs; a set takes words separated by '|'. */
static int64_t
add(struct db *db, const char *entity, const char *const *pair)
{
	struct row *r = row_new(entity_find(entity));
	int64_t id = r->id = ++next_id;

	for (; *pair != NULL; pair += 2) {
		int f = entity_field(r->ent, pair[0]);
		struct strs words = { 0 };

		assert_true(f >= 0);
		if (r->ent->fields[f].type != FT_SET) {
			row_set(r, f, pair[1]);
			continue;
		}
		str_split(&words, pair[1], '|');
		for (size_t i = 0; i < words.n; i++)
			set_put(row_members(r, f), r->ent->fields[f].set,
			    (const char *[]){ words.v[i], NULL, NULL, NULL,
			    NULL, NULL, NULL });
		strs_clear(&words);
	}
	OK(db_begin(db, E));
	OK(db_end(db, store_insert(db, r, E), E));
	row_free(r);
	return id;
}

#define ADD(entity, ...) add(db, entity, \
	(const char *const[]){ __VA_ARGS__, NULL })

static char *
code_of(const char *entity, int64_t id)
{
	char code[ID_CODE];

	id_code(id, code);
	return *entity ? xasprintf("%s/%s", entity, code) : xstrdup(code);
}

static int
setup(void **state)
{
	struct db *db = fresh();
	int64_t sandmere, barclays, bell;
	char *school, *employer, *person, *org;

	next_id = 0;
	db_set_today(db, day_from_iso(SAMPLE_TODAY));
	sandmere = ADD("school", "name", "Sandmere Park Academy", "urn",
	    "136578", "la", "Havering", "type", "Academy converter",
	    "status", "Open", "also", "Sandmere Girls School|Old Hall");
	ADD("school", "name", "Park High School", "urn", "100001", "la",
	    "Barking", "status", "Closed");
	ADD("school", "name", "Park High School", "urn", "100002", "la",
	    "Hackney", "status", "Open");
	ADD("school", "name", "St Mary's, Stepney", "urn", "100003",
	    "status", "Open", "trust", "Whale Trust");
	ADD("school", "name", "Northgate School", "urn", "100004", "status",
	    "Open");
	barclays = ADD("employer", "name", "Barclays Bank PLC",
	    "company_number", "01026167", "sector", "finance and insurance");
	ADD("employer", "name", "Transport for London");
	ADD("employer", "name", "Marks & Spencer");
	ADD("employer", "name", "The City Cranes Limited");
	ADD("partner", "name", "Eastfield College", "kind", "college");
	bell = ADD("contact", "name", "Ms Grace Bell", "note",
	    "prefers the telephone");
	school = code_of("", sandmere);
	employer = code_of("", barclays);
	person = code_of("", bell);
	org = code_of("school", sandmere);
	ADD("role", "contact", person, "organisation", org, "role",
	    "careers leader");
	ADD("encounter", "schools", school, "employers", employer, "date",
	    "2026-11-19", "type", "mock interview", "status", "delivered",
	    "note", "Two pupils to follow up about the whale poster");
	ADD("encounter", "schools", school, "date", "2026-10-01", "type",
	    "talk", "status", "delivered");
	free(org);
	free(person);
	free(employer);
	free(school);
	*state = db;
	return 0;
}

/* The best hit for TEXT among REFS is called TITLE, of CLASS. */
static void
finds(struct db *db, const char *refs, const char *text, const char *title,
    int class)
{
	struct hits h = { 0 };

	OK(search_names(db, refs, text, 10, &h, E));
	if (title == NULL) {
		if (h.n != 0)
			fail_msg("“%s” finds %s", text, h.v[0].title);
		return;
	}
	if (h.n == 0)
		fail_msg("“%s” finds nothing", text);
	if (!str_eq(h.v[0].title, title) || h.v[0].class != class)
		fail_msg("“%s” finds %s as class %d", text, h.v[0].title,
		    (int)h.v[0].class);
	hits_clear(&h);
}

static void
names_are_found_in_every_way(void **state)
{
	struct db *db = *state;

	finds(db, "school", "sandm", "Sandmere Park Academy",
	    NAME_BEGINNINGS);
	finds(db, "school", "s", "Sandmere Park Academy", NAME_BEGINNINGS);
	finds(db, NULL, "sandm pa", "Sandmere Park Academy", NAME_BEGINNINGS);
	finds(db, NULL, "park sandmere", "Sandmere Park Academy", NAME_WORDS);
	finds(db, NULL, "sandmere park academy", "Sandmere Park Academy",
	    NAME_EXACT);
	finds(db, NULL, "old hall", "Sandmere Park Academy", NAME_EXACT);
	finds(db, NULL, "spa", "Sandmere Park Academy", NAME_INITIALS);
	finds(db, NULL, "tfl", "Transport for London", NAME_INITIALS);
	finds(db, NULL, "tl", "Transport for London", NAME_INITIALS);
	finds(db, NULL, "andmer", "Sandmere Park Academy", NAME_SUBSTRING);
	finds(db, NULL, "barcalys", "Barclays Bank PLC", NAME_TYPO);
	finds(db, NULL, "arclays", "Barclays Bank PLC", NAME_SUBSTRING);
	finds(db, NULL, "garclays", "Barclays Bank PLC", NAME_TYPO);
	finds(db, NULL, "barclayz", "Barclays Bank PLC", NAME_TYPO);
	finds(db, NULL, "barcllays bank", "Barclays Bank PLC", NAME_TYPO);
	finds(db, NULL, "northgat", "Northgate School", NAME_BEGINNINGS);
	finds(db, NULL, "nrothgate", "Northgate School", NAME_TYPO);
	finds(db, NULL, "marks and spencer", "Marks & Spencer", NAME_EXACT);
	finds(db, NULL, "M&S", "Marks & Spencer", NAME_BEGINNINGS);
	finds(db, NULL, "saint marys", "St Mary's, Stepney", NAME_WORDS);
	finds(db, NULL, "st", "St Mary's, Stepney", NAME_WORDS);
	finds(db, NULL, "st step", "St Mary's, Stepney", NAME_BEGINNINGS);
	finds(db, NULL, "mary st", "St Mary's, Stepney", NAME_BEGINNINGS);
	finds(db, NULL, "bell", "Ms Grace Bell", NAME_WORDS);
	finds(db, "school", "barclays", NULL, 0);
	finds(db, NULL, "xyzzy", NULL, 0);
	finds(db, NULL, "", NULL, 0);
	finds(db, NULL, "  ", NULL, 0);
	finds(db, NULL, "!", NULL, 0);
}

static void
references_come_first(void **state)
{
	struct db *db = *state;
	char *code = code_of("school", 1), *bare = code_of("", 1);

	finds(db, NULL, "136578", "Sandmere Park Academy", NAME_KEY);
	finds(db, NULL, "school/136578", "Sandmere Park Academy", NAME_KEY);
	finds(db, "employer", "01026167", "Barclays Bank PLC", NAME_KEY);
	finds(db, "employer", "0102", "Barclays Bank PLC", NAME_BEGINNINGS);
	finds(db, NULL, code, "Sandmere Park Academy", NAME_KEY);
	finds(db, "school", bare, "Sandmere Park Academy", NAME_KEY);
	finds(db, "employer", "school/136578", NULL, 0);
	free(bare);
	free(code);
}

static void
open_comes_before_closed_and_used_before_unused(void **state)
{
	struct db *db = *state;
	struct hits h = { 0 };

	OK(search_names(db, "school", "park high school", 10, &h, E));
	assert_int_equal(h.n, 2);
	assert_string_equal(h.v[0].where, "Hackney");
	assert_false(h.v[0].closed);
	assert_string_equal(h.v[1].where, "Barking");
	assert_true(h.v[1].closed);
	/* Of the names that have the word, that which is used. */
	OK(search_names(db, "school", "park", 10, &h, E));
	assert_int_equal(h.n, 3);
	assert_string_equal(h.v[0].title, "Sandmere Park Academy");
	OK(search_names(db, "school", "park", 1, &h, E));
	assert_int_equal(h.n, 1);
	hits_clear(&h);
}

static void
where_tells_them_apart(void **state)
{
	struct db *db = *state;
	struct hits h = { 0 };

	OK(search_names(db, NULL, "girls", 10, &h, E));
	assert_int_equal(h.n, 1);
	assert_string_equal(h.v[0].where, "Havering, Academy converter");
	assert_string_equal(h.v[0].also, "Sandmere Girls School");
	OK(search_names(db, NULL, "barclays", 10, &h, E));
	assert_string_equal(h.v[0].where, "01026167, finance and insurance");
	assert_null(h.v[0].also);
	OK(search_names(db, NULL, "bell", 10, &h, E));
	assert_string_equal(h.v[0].where,
	    "Sandmere Park Academy, careers leader");
	hits_clear(&h);
}

static void
check_near(struct db *db)
{
	const struct entity *employer = entity_find("employer");
	static const char *const near[] = { "Barclays Bank",
		"BARCLAYS BANK LIMITED", "the barclays bank plc", "barclays & bank",
		"Bar-Clays Bank", "BarclaysBank Ltd", "B arclaysban k" };
	static const char *const far[] = { "Barclays", "Barclay Bank",
		"Barclays Bank UK", "", "The Limited" };
	struct hits h = { 0 };

	for (size_t i = 0; i < COUNT(near); i++) {
		OK(search_near(db, employer, near[i], 5, &h, E));
		if (h.n != 1 || !str_eq(h.v[0].title, "Barclays Bank PLC"))
			fail_msg("%s is near nothing", near[i]);
	}
	for (size_t i = 0; i < COUNT(far); i++) {
		OK(search_near(db, employer, far[i], 5, &h, E));
		assert_int_equal(h.n, 0);
	}
	OK(search_near(db, entity_find("school"), "Old Hall Ltd", 5, &h, E));
	assert_int_equal(h.n, 1);
	OK(search_near(db, entity_find("role"), "anything", 5, &h, E));
	assert_int_equal(h.n, 0);
	hits_clear(&h);
}

static void
near_names_differ_in_small_words(void **state)
{
	check_near(*state);
}

/* After many questions the answers come from a table, and are the same. */
static void
near_names_held_are_the_same(void **state)
{
	struct db *db = *state;
	const struct entity *employer = entity_find("employer");
	struct hits h = { 0 };

	search_near_hold(db, employer);
	for (int i = 0; i < 60; i++)
		check_near(db);
	OK(search_near(db, employer, "Crane & Hoist Ltd", 5, &h, E));
	assert_int_equal(h.n, 0);
	add_named(db, employer, 900001, "The Crane Hoist PLC");
	OK(search_near(db, employer, "Crane & Hoist Ltd", 5, &h, E));
	assert_int_equal(h.n, 1);
	OK(search_near(db, employer, "CraneHoist", 5, &h, E));
	assert_int_equal(h.n, 1);
	hits_clear(&h);
	search_near_release(db);
	check_near(db);
}

static void
find_gives_names_then_encounters_then_texts(void **state)
{
	struct db *db = *state;
	struct hits h = { 0 };

	OK(search_all(db, "sandmere", 20, 0, &h, E));
	assert_int_equal(h.n, 3);
	assert_ptr_equal(h.v[0].ent, entities[ENT_school]);
	assert_ptr_equal(h.v[1].ent, entities[ENT_encounter]);
	assert_string_equal(h.v[1].title,
	    "Mock interview, Sandmere Park Academy, 19 Nov 2026");
	assert_string_equal(h.v[1].where, "at Sandmere Park Academy");
	assert_string_equal(h.v[2].title,
	    "Talk, Sandmere Park Academy, 1 Oct 2026");
	OK(search_all(db, "barclays", 20, 0, &h, E));
	assert_int_equal(h.n, 2);
	assert_string_equal(h.v[1].where, "with Barclays Bank PLC");
	OK(search_all(db, "the WHALE poster", 20, 0, &h, E));
	assert_int_equal(h.n, 1);
	assert_string_equal(h.v[0].where,
	    "note: …to follow up about the whale poster");
	OK(search_all(db, "whale", 20, 0, &h, E));
	assert_int_equal(h.n, 2);	/* the trust and the note */
	OK(search_all(db, "telephone", 20, 0, &h, E));
	assert_int_equal(h.n, 1);
	assert_string_equal(h.v[0].where, "note: prefers the telephone");
	OK(search_all(db, "sandmere", 2, 0, &h, E));
	assert_int_equal(h.n, 2);
	OK(search_all(db, "wh", 20, 0, &h, E));
	assert_int_equal(h.n, 0);
	/* words of two records and of none that holds both */
	OK(search_all(db, "barclays mock", 20, 0, &h, E));
	assert_int_equal(h.n, 1);
	assert_string_equal(h.v[0].title,
	    "Mock interview, Sandmere Park Academy, 19 Nov 2026");
	OK(search_all(db, "barclays careers", 20, 0, &h, E));
	assert_int_equal(h.n, 0);
	hits_clear(&h);
}

static void
change_name(struct db *db, int64_t id, const char *name, const char *trust)
{
	struct row *old, *new;

	OK(store_load(db, entities[ENT_school], id, false, &old, E));
	new = row_copy(old);
	row_set(new, F_school_name, name);
	row_set(new, F_school_trust, trust);
	OK(db_begin(db, E));
	OK(db_end(db, store_update(db, old, new, E), E));
	row_free(new);
	row_free(old);
}

static void
a_new_name_is_found_and_the_old_is_not(void **state)
{
	struct db *db = *state;
	struct hits h = { 0 };

	change_name(db, 5, "Žižek Academy", "Ocean Trust");
	finds(db, NULL, "northgate", NULL, 0);
	finds(db, NULL, "orthga", NULL, 0);
	finds(db, NULL, "zizek", "Žižek Academy", NAME_WORDS);
	finds(db, NULL, "izek", "Žižek Academy", NAME_SUBSTRING);
	OK(search_all(db, "ocean", 5, 0, &h, E));
	assert_int_equal(h.n, 1);
	change_name(db, 5, "Northgate School", "");
	finds(db, NULL, "zizek", NULL, 0);
	finds(db, NULL, "orthga", "Northgate School", NAME_SUBSTRING);
	OK(search_all(db, "ocean", 5, 0, &h, E));
	assert_int_equal(h.n, 0);
	hits_clear(&h);
}

/* What is put in is taken out again, whatever the records. */
static void
an_emptied_database_has_an_empty_index(void **state)
{
	struct sample s;

	(void)state;
	sample_make(&s, 11, 15);
	for (int e = ENT_MAX - 1; e >= 0; e--)
		for (size_t i = s.n[e]; i-- > 0;) {
			struct row *r = s.row[e][i];

			OK(db_begin(s.db, E));
			OK(db_end(s.db, store_delete(s.db, r, E), E));
		}
	assert_int_equal(sql_int(s.db, "SELECT count(*) FROM name_word"), 0);
	assert_int_equal(sql_int(s.db, "SELECT count(*) FROM doc"), 0);
	assert_int_equal(sql_int(s.db, "SELECT count(*) FROM name_tri "
	    "WHERE name_tri MATCH 'par'"), 0);
	assert_int_equal(sql_int(s.db, "SELECT count(*) FROM text_tri "
	    "WHERE text_tri MATCH 'par'"), 0);
	assert_int_equal(sql_int(s.db, "SELECT count(*) FROM person_name_tri "
	    "WHERE person_name_tri MATCH 'par'"), 0);
	assert_int_equal(sql_int(s.db, "SELECT count(*) FROM person_text_tri "
	    "WHERE person_text_tri MATCH 'par'"), 0);
	sample_free(&s);
}

/* Every record is found by its whole name, and by the beginning of each of
 * its words, when so few have it that all are shown. */
static void
every_name_finds_its_record(void **state)
{
	struct sample s;

	(void)state;
	sample_make(&s, 5, 30);
	for (size_t i = 0; i < s.n[ENT_employer]; i++) {
		const struct row *r = s.row[ENT_employer][i];
		const char *name = row_get(r, F_employer_name);
		struct hits h = { 0 };
		bool found = false;

		OK(search_names(s.db, "employer", name, 100, &h, E));
		for (size_t k = 0; k < h.n; k++)
			found = found || (h.v[k].id == r->id &&
			    h.v[k].class >= NAME_EXACT);
		if (!found && *name != '&')
			fail_msg("%s is not found", name);
		for (size_t k = 1; k < h.n; k++)
			assert_true(h.v[k].class <= h.v[k - 1].class);
		hits_clear(&h);
	}
	sample_free(&s);
}

static void
entities_have_ranges_of_their_own(void **state)
{
	struct db *db = *state;

	/* Two entities in one range would be searched as one. */
	assert_int_equal(sql_int(db, "SELECT count(*) FROM (SELECT 1 FROM doc "
	    "GROUP BY id >> 40 HAVING count(DISTINCT entity) > 1)"), 0);
	assert_true(sql_int(db, "SELECT count(*) FROM doc") > 8);
}

int
main(void)
{
#define WITH_DB(t) cmocka_unit_test_setup_teardown(t, setup, teardown_db)
	const struct CMUnitTest tests[] = {
		WITH_DB(names_are_found_in_every_way),
		WITH_DB(references_come_first),
		WITH_DB(open_comes_before_closed_and_used_before_unused),
		WITH_DB(where_tells_them_apart),
		WITH_DB(near_names_differ_in_small_words),
		WITH_DB(near_names_held_are_the_same),
		WITH_DB(find_gives_names_then_encounters_then_texts),
		WITH_DB(a_new_name_is_found_and_the_old_is_not),
		WITH_DB(entities_have_ranges_of_their_own),
		cmocka_unit_test(an_emptied_database_has_an_empty_index),
		cmocka_unit_test(every_name_finds_its_record),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
