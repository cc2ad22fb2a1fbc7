/* test_check.c - check finds what was broken, and only that.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/db/dbtest.h"

#include "base/buf.h"
#include "db/check.h"
#include "db/inner.h"
#include "db/steps.h"
#include "model/row.h"

struct found {
	char	 text[4096];
	int	 ok, other;
};

static void
find(void *arg, const char *level, const char *what, const char *ref)
{
	struct found *f = arg;

	if (str_eq(level, "ok")) {
		f->ok++;
		return;
	}
	f->other++;
	snprintf(f->text + strlen(f->text), sizeof f->text - strlen(f->text),
	    "%s %s %s\n", level, what, ref);
}

static struct found
check(struct db *db)
{
	struct found f = { 0 };

	OK(db_check(db, find, &f, E));
	return f;
}

/* Store a row with its step, as the program does. */
static void
make(struct db *db, const struct row *old, const struct row *r,
    const char *field, const char *member, const char *new)
{
	struct step s = { .at = (char *)"t", .user = (char *)"u",
		.node = (char *)"n", .label = (char *)"" };
	struct buf json;

	buf_init(&json, BUF_ROW);
	row_json(r, &json);
	OK(db_begin(db, E));
	OK(steps_next(db, &s.seq, E));
	s.id = 10000 + s.seq;
	OK(old == NULL ? store_insert(db, r, E) :
	    store_update(db, old, r, E));
	OK(steps_change(db, s.seq, r->ent->id, r->id, field, member, NULL,
	    old == NULL ? json.p : new, E));
	OK(steps_add(db, &s, E));
	OK(db_end(db, ST_OK, E));
	buf_clear(&json);
}

static void
put_school(struct row *r, int64_t id)
{
	char code[ID_CODE];
	const char *v[2] = { code };

	id_code(id, code);
	set_put(row_members(r, F_encounter_schools),
	    r->ent->fields[F_encounter_schools].set, v);
}

static int
setup(void **state)
{
	struct db *db = fresh();
	struct row *s = row_new(entity_find("school")), *e, *old;

	s->id = 1;
	row_set(s, F_school_name, "Sandmere Park");
	row_set(s, F_school_urn, "136578");
	make(db, NULL, s, "", "", NULL);
	old = row_copy(s);
	row_set(s, F_school_note, "seen");
	make(db, old, s, "note", "", "seen");
	e = row_new(entity_find("encounter"));
	e->id = 2;
	row_set(e, F_encounter_date, "2026-11-01");
	row_set(e, F_encounter_status, "delivered");
	make(db, NULL, e, "", "", NULL);
	row_free(old);
	old = row_copy(e);
	put_school(e, 1);
	make(db, old, e, "schools", "0000000000001", "{}");
	row_free(old);
	row_free(s);
	row_free(e);
	*state = db;
	return 0;
}

static void
a_sound_database_has_nothing_to_tell(void **state)
{
	struct found f = check(*state);

	assert_string_equal(f.text, "");
	assert_int_equal(f.ok, 8);
}

static void
breaks(struct db *db, const char *sql, const char *want)
{
	struct found f;

	OK(try_sql(db, sql, E));
	f = check(db);
	if (!str_starts(f.text, want))
		fail_msg("after %s: %s", sql, f.text);
	assert_int_equal(f.other, 1);
}

static void
a_total_that_is_wrong_is_found(void **state)
{
	breaks(*state, "UPDATE school_year SET delivered = 2",
	    "error its kept totals differ from its encounters school/136578");
}

static void
a_value_behind_the_back_is_found(void **state)
{
	breaks(*state, "UPDATE school SET trust = 'x'",
	    "error trust is not what the history says school/136578");
}

static void
a_carried_day_that_is_wrong_is_found(void **state)
{
	breaks(*state, "UPDATE encounter_school SET date = '2026-11-02'",
	    "error a day kept with its members is not its own encounter/");
}

static void
a_lost_word_is_found(void **state)
{
	breaks(*state, "DELETE FROM name_word WHERE word = 'park'",
	    "error search does not know all its words school/136578");
}

static void
lines_of_strangers_are_found(void **state)
{
	struct db *db = *state;
	struct found f;

	OK(try_sql(db, "INSERT INTO encounter_year(encounter, school, grp) "
	    "VALUES (2, 77, 'y9')", E));
	f = check(db);
	assert_non_null(strstr(f.text, "warning has numbers of a school that "
	    "does not take part encounter/"));
	assert_non_null(strstr(f.text, "error years is not what"));
}

static void
a_record_without_history_is_found(void **state)
{
	add_named(*state, entity_find("partner"), 9, "P");
	breaks(*state, "SELECT 1",
	    "error the history does not know it partner/");
}

static void
a_record_that_went_is_found(void **state)
{
	struct db *db = *state;
	struct found f;

	db->open_guard = true;
	OK(db_keys(db, false, E));
	OK(try_sql(db, "DELETE FROM school", E));
	f = check(db);
	assert_non_null(strstr(f.text, "error the history has it, but it is "
	    "not there school/"));
}

/* Made, dropped or put in the place of another by SQL. */
static void
part_that(struct db *db, const char *sql, const char *want)
{
	db->open_guard = true;
	breaks(db, sql, want);
	db->open_guard = false;
}

static void
a_part_that_is_missing_is_found(void **state)
{
	part_that(*state, "DROP INDEX school_urn",
	    "error the index school_urn is missing");
}

static void
a_part_that_is_another_is_found(void **state)
{
	struct db *db = *state;

	db->open_guard = true;
	OK(try_sql(db, "DROP TRIGGER step_no_delete", E));
	part_that(db, "CREATE TRIGGER step_no_delete BEFORE DELETE ON step "
	    "BEGIN SELECT 1; END", "error the trigger step_no_delete is not "
	    "as Caseload makes it");
}

static void
a_part_of_a_stranger_is_found(void **state)
{
	part_that(*state, "CREATE TRIGGER spy AFTER INSERT ON step BEGIN "
	    "SELECT 1; END", "error the trigger spy is none of Caseload's");
}

static void
a_table_of_a_stranger_is_only_told(void **state)
{
	part_that(*state, "CREATE TABLE mine(a)",
	    "warning the table mine is none of Caseload's");
}

static void
without_a_table_nothing_else_is_said(void **state)
{
	struct db *db = *state;
	struct found f = { 0 };
	struct err e = { 0 };

	db->open_guard = true;
	OK(try_sql(db, "DROP TABLE visit_person", E));
	expect_status(ST_CORRUPT, db_check(db, find, &f, &e), &e);
	assert_non_null(strstr(e.text, "its table visit_person is missing"));
	assert_non_null(strstr(f.text, "error the table visit_person is "
	    "missing"));
}

static void
steps_that_are_missing_are_found(void **state)
{
	struct db *db = *state;

	db->open_guard = true;
	OK(try_sql(db, "INSERT INTO step(seq, id, at, user, node, label) "
	    "VALUES (9, 10009, 't', 'u', 'n', '')", E));
	part_that(db, "INSERT INTO change(step, entity, row, field, member) "
	    "VALUES (9, 'school', 1, 'note', '')",
	    "warning the history lacks 4 steps");
}

static void
many_findings_are_counted(void **state)
{
	struct found f;

	for (int i = 0; i < 60; i++)
		add_named(*state, entity_find("partner"), 100 + i, "P");
	f = check(*state);
	assert_int_equal(f.other, 51);
	assert_non_null(strstr(f.text, "and 10 more like these"));
}

int
main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown_db)
	const struct CMUnitTest tests[] = {
		CASE(a_sound_database_has_nothing_to_tell),
		CASE(a_total_that_is_wrong_is_found),
		CASE(a_value_behind_the_back_is_found),
		CASE(a_carried_day_that_is_wrong_is_found),
		CASE(a_lost_word_is_found),
		CASE(lines_of_strangers_are_found),
		CASE(a_record_without_history_is_found),
		CASE(a_record_that_went_is_found),
		CASE(a_part_that_is_missing_is_found),
		CASE(a_part_that_is_another_is_found),
		CASE(a_part_of_a_stranger_is_found),
		CASE(a_table_of_a_stranger_is_only_told),
		CASE(without_a_table_nothing_else_is_said),
		CASE(steps_that_are_missing_are_found),
		CASE(many_findings_are_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
