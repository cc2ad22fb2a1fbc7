/* test_journal.c - steps are added and read, and nothing else.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/db/dbtest.h"

#include <sqlite3.h>

#include "base/buf.h"
#include "db/steps.h"

static int64_t
add_step(struct db *db, int64_t id, const char *user, int64_t undoes,
    int changes)
{
	struct step s = { .id = id, .undoes = undoes,
		.at = (char *)"2026-11-20T10:00:00.000Z",
		.user = (char *)user, .node = (char *)"N",
		.label = (char *)"said" };

	OK(db_begin(db, E));
	OK(steps_next(db, &s.seq, E));
	for (int i = 0; i < changes; i++) {
		char name[16];

		snprintf(name, sizeof name, "f%d", i);
		OK(steps_change(db, s.seq, "school", 7, i ? name : "name", "",
		    i ? NULL : "old", "new", E));
	}
	OK(steps_add(db, &s, E));
	OK(db_end(db, ST_OK, E));
	return s.seq;
}

static int
setup(void **state)
{
	struct db *db = fresh();

	add_step(db, 100, "alice", 0, 3);
	add_step(db, 110, "bob", 0, 1);
	*state = db;
	return 0;
}

static void
the_journal_is_only_added_to(void **state)
{
	static const char *const tries[] = {
		"UPDATE step SET label = 'x'",
		"UPDATE change SET new = 'x' WHERE seq = 1",
		"DELETE FROM step", "DELETE FROM change WHERE seq = 1",
		"REPLACE INTO step(seq, id, at, user, node) "
		    "VALUES (1, 5, '', '', '')",
		"REPLACE INTO step(id, at, user, node) "
		    "VALUES (100, '', '', '')",
		"INSERT OR REPLACE INTO change(seq, step, entity, row) "
		    "VALUES (1, 1, '', 1)",
		"INSERT INTO step(seq, id, at, user, node) "
		    "VALUES (1, 5, '', '', '') "
		    "ON CONFLICT DO UPDATE SET label = 'x'",
		"UPDATE OR REPLACE change SET seq = 2 WHERE seq = 1",
		"DROP TABLE change", "DROP TABLE step",
		"DROP TRIGGER change_no_delete", "DROP INDEX change_row",
		"ALTER TABLE step ADD COLUMN x", "ALTER TABLE step RENAME TO y",
		"ALTER TABLE change DROP COLUMN old",
		"CREATE TRIGGER t AFTER INSERT ON step BEGIN SELECT 1; END",
		"CREATE TABLE other(a)",
		"PRAGMA recursive_triggers = OFF",
		"PRAGMA writable_schema = ON", "PRAGMA user_version = 9",
		"PRAGMA foreign_keys = OFF", "PRAGMA application_id = 1",
	};
	struct db *db = *state;

	for (size_t i = 0; i < COUNT(tries); i++) {
		struct err e = { 0 };

		if (try_sql(db, tries[i], &e) != ST_DENIED)
			fail_msg("%s: %d %s", tries[i], e.st, e.detail);
	}
	assert_int_equal(sql_int(db, "SELECT count(*) FROM change"), 4);
	assert_int_equal(sql_int(db, "SELECT count(*) FROM step"), 2);
	assert_int_equal(sql_int(db, "PRAGMA recursive_triggers"), 1);
}

/* Another program has no authorizer: the triggers still stand. */
static void
another_program_meets_the_triggers(void **state)
{
	char *dir = test_tmpdir(), *path = test_path(dir, "a.db");
	static const char *const tries[] = {
		"UPDATE step SET label = 'x'", "DELETE FROM step",
		"UPDATE change SET new = 'x'", "DELETE FROM change",
	};
	struct db *db = NULL;
	sqlite3 *raw;

	(void)state;
	OK(db_open(path, DB_CREATE, &db, E));
	add_step(db, 5, "alice", 0, 2);
	db_close(db);
	assert_int_equal(sqlite3_open(path, &raw), SQLITE_OK);
	for (size_t i = 0; i < COUNT(tries); i++)
		assert_int_equal(sqlite3_exec(raw, tries[i], NULL, NULL, NULL),
		    SQLITE_CONSTRAINT);
	sqlite3_close(raw);
	free(path);
	free(dir);
}

static void
a_step_is_read_back(void **state)
{
	struct step s = { 0 };
	int64_t n = 0;

	OK(steps_get(*state, 1, &s, E));
	assert_int_equal(s.id, 100);
	assert_int_equal(s.undoes, 0);
	assert_string_equal(s.user, "alice");
	assert_string_equal(s.at, "2026-11-20T10:00:00.000Z");
	step_clear(&s);
	OK(steps_by_id(*state, 110, &s, E));
	assert_int_equal(s.seq, 2);
	step_clear(&s);
	REFUSED(ST_NOT_FOUND, steps_get(*state, 99, &s, E));
	OK(steps_last_id(*state, &n, E));
	assert_int_equal(n, 110);
	OK(steps_next(*state, &n, E));
	assert_int_equal(n, 3);
}

struct seen {
	char	 text[4096];
	int	 n, stop;
};

static enum status
see_change(void *arg, const struct change *c, struct err *e)
{
	struct seen *s = arg;

	(void)e;
	snprintf(s->text + strlen(s->text), sizeof s->text - strlen(s->text),
	    "%s %s>%s;", c->field, c->old ? c->old : "-",
	    c->new ? c->new : "-");
	s->n++;
	return ST_OK;
}

static enum status
see_step(void *arg, const struct step *st, struct err *e)
{
	struct seen *s = arg;

	(void)e;
	snprintf(s->text + strlen(s->text), sizeof s->text - strlen(s->text),
	    "%lld ", (long long)st->seq);
	return ++s->n == s->stop ? ST_INTERRUPTED : ST_OK;
}

static void
what_a_step_changed_is_read_in_slices(void **state)
{
	struct step_row row[STEP_ROWS];
	struct db *db = fresh();
	int64_t at = 0;
	size_t n;

	(void)state;
	add_step(db, 1, "a", 0, 2);
	add_step(db, 2, "a", 0, STEP_ROWS + 1);
	OK(steps_rows(db, 1, &at, row, &n, E));
	assert_int_equal(n, 2);
	assert_int_equal(at, 0);
	assert_int_equal(row[1].row, 7);
	assert_string_equal(row[1].ent->id, "school");
	OK(steps_rows(db, 2, &at, row, &n, E));
	assert_int_equal(n, STEP_ROWS);
	assert_int_equal(at, 2 + STEP_ROWS);
	OK(steps_rows(db, 2, &at, row, &n, E));
	assert_int_equal(n, 1);
	assert_int_equal(at, 0);
	OK(steps_rows(db, 3, &at, row, &n, E));
	assert_int_equal(n, 0);
	db_close(db);
}

static void
changes_and_steps_are_walked(void **state)
{
	struct db *db = fresh();
	struct seen s = { .stop = -1 };

	(void)state;
	add_step(db, 1, "a", 0, 200);
	add_step(db, 2, "a", 0, 2);
	OK(steps_changes(db, 2, false, see_change, &s, E));
	assert_string_equal(s.text, "name old>new;f1 ->new;");
	s = (struct seen){ .stop = -1 };
	OK(steps_changes(db, 2, true, see_change, &s, E));
	assert_string_equal(s.text, "f1 ->new;name old>new;");
	s = (struct seen){ .stop = -1 };
	OK(steps_changes(db, 1, true, see_change, &s, E));
	assert_int_equal(s.n, 200);
	for (int i = 3; i <= 100; i++)
		add_step(db, i, "a", 0, i % 50 == 0);
	s = (struct seen){ .stop = -1 };
	OK(steps_walk(db, 0, "school", 7, see_step, &s, E));
	assert_string_equal(s.text, "100 50 2 1 ");
	s = (struct seen){ .stop = -1 };
	OK(steps_walk(db, 50, "school", 7, see_step, &s, E));
	assert_string_equal(s.text, "2 1 ");
	s = (struct seen){ .stop = -1 };
	OK(steps_walk(db, 0, NULL, 0, see_step, &s, E));
	assert_int_equal(s.n, 100);
	s = (struct seen){ .stop = 2 };
	OK(steps_walk(db, 0, NULL, 0, see_step, &s, E));
	assert_string_equal(s.text, "100 99 ");
	db_close(db);
}

static void
undo_knows_what_is_undone(void **state)
{
	struct db *db = fresh();
	int64_t seq = -1;

	(void)state;
	OK(steps_last_of(db, "a", 0, &seq, E));
	assert_int_equal(seq, 0);
	add_step(db, 10, "a", 0, 1);	/* 1 */
	add_step(db, 20, "b", 0, 1);	/* 2 */
	add_step(db, 30, "a", 0, 1);	/* 3 */
	OK(steps_last_of(db, "a", 0, &seq, E));
	assert_int_equal(seq, 3);
	add_step(db, 40, "a", 30, 1);	/* 4 undoes 3 */
	OK(steps_last_of(db, "a", 0, &seq, E));
	assert_int_equal(seq, 1);
	OK(steps_last_of(db, "a", 1, &seq, E));
	assert_int_equal(seq, 0);
	OK(steps_undone_by(db, 30, &seq, E));
	assert_int_equal(seq, 4);
	add_step(db, 50, "a", 40, 1);	/* 5 redoes 3 */
	OK(steps_undone_by(db, 30, &seq, E));
	assert_int_equal(seq, 0);
	OK(steps_last_of(db, "a", 0, &seq, E));
	assert_int_equal(seq, 3);
	add_step(db, 60, "a", 30, 1);	/* 6 undoes 3 again */
	OK(steps_last_of(db, "a", 0, &seq, E));
	assert_int_equal(seq, 1);
	OK(steps_undone_by(db, 30, &seq, E));
	assert_int_equal(seq, 6);
	db_close(db);
}

static void
a_field_touched_since_is_known(void **state)
{
	struct db *db = *state;
	int64_t seq = -1;
	bool knows = false;

	OK(steps_touched(db, "school", 7, "f2", "", 0, &seq, E));
	assert_int_equal(seq, 1);
	OK(steps_touched(db, "school", 7, "name", "", 1, &seq, E));
	assert_int_equal(seq, 2);
	OK(steps_touched(db, "school", 7, "f2", "", 1, &seq, E));
	assert_int_equal(seq, 0);
	OK(steps_touched(db, "school", 7, "f2", "member", 0, &seq, E));
	assert_int_equal(seq, 0);
	OK(steps_touched(db, "school", 7, NULL, NULL, 0, &seq, E));
	assert_int_equal(seq, 2);
	OK(steps_knows(db, "school", 7, &knows, E));
	assert_true(knows);
	OK(steps_knows(db, "school", 8, &knows, E));
	assert_false(knows);
}

static void
a_change_without_its_step_is_not_committed(void **state)
{
	struct db *db = *state;
	int64_t before = sql_int(db, "SELECT count(*) FROM change");

	OK(db_begin(db, E));
	OK(steps_change(db, 99, "school", 1, "name", "", NULL, "x", E));
	REFUSED(ST_CONFLICT, db_end(db, ST_OK, E));
	assert_false(db_in_transaction(db));
	assert_int_equal(sql_int(db, "SELECT count(*) FROM change"), before);
}

static void
the_file_has_values_of_its_own(void **state)
{
	char *s = NULL, *again = NULL;

	OK(meta_get(*state, "node", &s, E));
	assert_int_equal(strlen(s), 13);
	OK(meta_set(*state, "hub name", "one", E));
	OK(meta_set(*state, "hub name", "two", E));
	OK(meta_get(*state, "hub name", &again, E));
	assert_string_equal(again, "two");
	free(s);
	free(again);
	OK(meta_get(*state, "nothing", &s, E));
	assert_null(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_journal_is_only_added_to),
		cmocka_unit_test(another_program_meets_the_triggers),
		cmocka_unit_test(a_step_is_read_back),
		cmocka_unit_test(what_a_step_changed_is_read_in_slices),
		cmocka_unit_test(changes_and_steps_are_walked),
		cmocka_unit_test(undo_knows_what_is_undone),
		cmocka_unit_test(a_field_touched_since_is_known),
		cmocka_unit_test(a_change_without_its_step_is_not_committed),
		cmocka_unit_test(the_file_has_values_of_its_own),
	};

	return cmocka_run_group_tests(tests, setup, teardown_db);
}
