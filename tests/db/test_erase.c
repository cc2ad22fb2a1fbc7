/* test_erase.c - the one exception of the journal is narrow. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <stdlib.h>

#include "tests/db/dbtest.h"

#include "db/check.h"
#include "db/erase.h"

static struct db *
with_a_step(const char *path)
{
	struct db *db;
	char at[] = "2026-11-20T10:00:00.000Z", user[] = "alice", node[] = "n";
	char label[] = "changed school/1";
	struct step s = { .seq = 1, .id = 100, .at = at, .user = user,
	    .node = node, .label = label };

	OK(db_open(path, DB_CREATE, &db, E));
	OK(db_begin(db, E));
	OK(steps_change(db, 1, "school", 7, "note", "", "old text",
	    "new text", E));
	OK(steps_change(db, 1, "contact", 8, "name", "", "Ruth", "Ada", E));
	OK(steps_add(db, &s, E));
	OK(db_end(db, ST_OK, E));
	return db;
}

static enum status
nothing_left(void *arg, const struct change *c, struct err *e)
{
	int *n = arg;

	(void)e;
	assert_null(c->old);
	assert_null(c->new);
	assert_string_equal(c->field, "name");
	(*n)++;
	return ST_OK;
}

/* Ten for the warning. */
static void
found(void *arg, const char *level, const char *what, const char *ref)
{
	(void)ref;
	if (str_starts(what, "an erasure is not finished")) {
		assert_string_equal(level, "warning");
		*(int *)arg += 10;
	}
}

static void
texts_go_and_what_was_done_stays(void **state)
{
	struct db *db = with_a_step(":memory:");
	struct step s = { 0 };
	bool unfinished = true;
	int n = 0;

	(void)state;
	OK(erase_unfinished(db, &unfinished, E));
	assert_false(unfinished);
	OK(db_begin(db, E));
	OK(erase_open(db, 2, E));
	OK(erase_change(db, 1, "", "x", NULL, E));
	OK(erase_record(db, entities[ENT_contact], 8, E));
	OK(erase_label(db, 1, "y", E));
	OK(erase_close(db, 2, true, E));
	OK(db_end(db, ST_OK, E));
	OK(steps_record(db, "contact", 8, 0, nothing_left, &n, E));
	assert_int_equal(n, 1);
	OK(steps_get(db, 1, &s, E));
	assert_string_equal(s.label, "y");
	assert_string_equal(s.user, "alice");
	step_clear(&s);
	assert_int_equal(sql_int(db, "SELECT count(*) FROM change WHERE "
	    "row = 7 AND old = 'x' AND new IS NULL"), 1);
	OK(erase_unfinished(db, &unfinished, E));
	assert_true(unfinished);
	OK(db_check(db, found, &n, E));
	assert_int_equal(n, 11);
	OK(erase_finish(db, E));
	OK(db_check(db, found, &n, E));
	assert_int_equal(n, 11);
	OK(erase_unfinished(db, &unfinished, E));
	assert_false(unfinished);
	db_close(db);
}

/* Even then: not what was changed, when, by whom; and only in between. */
static void
nothing_else_may_change(void **state)
{
	static const char *const tries[] = {
		"UPDATE change SET row = 1", "UPDATE change SET step = 2",
		"UPDATE change SET field = 'x'", "UPDATE step SET user = 'x'",
		"UPDATE step SET at = 'x'", "UPDATE step SET id = 1",
		"DELETE FROM change", "DELETE FROM step",
		"DROP TRIGGER change_no_update", "DROP TABLE journal_erase",
	};
	static const char *const outside[] = {
		"UPDATE change SET old = 'x'", "UPDATE step SET label = 'x'",
		"INSERT INTO journal_erase(step) VALUES (1)",
		"DELETE FROM journal_erase",
	};
	struct db *db = with_a_step(":memory:");

	(void)state;
	OK(db_begin(db, E));
	OK(erase_open(db, 2, E));
	for (size_t i = 0; i < COUNT(tries); i++) {
		struct err e = { 0 };

		if (try_sql(db, tries[i], &e) != ST_DENIED)
			fail_msg("%s: %s", tries[i], e.detail);
	}
	OK(erase_close(db, 2, false, E));
	OK(db_end(db, ST_OK, E));
	for (size_t i = 0; i < COUNT(outside); i++) {
		struct err e = { 0 };

		if (try_sql(db, outside[i], &e) != ST_DENIED)
			fail_msg("%s: %s", outside[i], e.detail);
	}
	assert_int_equal(sql_int(db, "SELECT count(*) FROM journal_erase"), 0);
	db_close(db);
}

/* The leave ends with the transaction, also when that is rolled back. */
static void
leave_ends_with_the_transaction(void **state)
{
	struct db *db = with_a_step(":memory:");
	struct err e = { 0 };

	(void)state;
	OK(db_begin(db, E));
	OK(erase_open(db, 2, E));
	assert_int_equal(db_end(db, ST_INTERRUPTED, &e), ST_INTERRUPTED);
	assert_int_equal(try_sql(db, "UPDATE change SET old = 'x'", &e),
	    ST_DENIED);
	assert_int_equal(sql_int(db, "SELECT count(*) FROM journal_erase"), 0);
	db_close(db);
}

/* Another program has no authorizer: the triggers are as narrow. */
static void
another_program_meets_the_triggers(void **state)
{
	static const struct { const char *sql; int rc; } tries[] = {
		{ "UPDATE change SET old = 'x'", SQLITE_CONSTRAINT },
		{ "INSERT INTO journal_erase VALUES (1)", SQLITE_OK },
		{ "UPDATE change SET old = 'x'", SQLITE_OK },
		{ "UPDATE step SET label = 'x'", SQLITE_OK },
		{ "UPDATE change SET field = 'x'", SQLITE_CONSTRAINT },
		{ "UPDATE change SET entity = 'x'", SQLITE_CONSTRAINT },
		{ "UPDATE change SET row = 9", SQLITE_CONSTRAINT },
		{ "UPDATE change SET step = 9", SQLITE_CONSTRAINT },
		{ "UPDATE step SET user = 'x'", SQLITE_CONSTRAINT },
		{ "UPDATE step SET at = 'x'", SQLITE_CONSTRAINT },
		{ "UPDATE step SET undoes = 9", SQLITE_CONSTRAINT },
		{ "DELETE FROM change", SQLITE_CONSTRAINT },
		{ "DELETE FROM step", SQLITE_CONSTRAINT },
		{ "DELETE FROM journal_erase", SQLITE_OK },
		{ "UPDATE step SET label = 'z'", SQLITE_CONSTRAINT },
	};
	char *dir = test_tmpdir(), *path = test_path(dir, "a.db");
	sqlite3 *raw;

	(void)state;
	db_close(with_a_step(path));
	assert_int_equal(sqlite3_open(path, &raw), SQLITE_OK);
	for (size_t i = 0; i < COUNT(tries); i++)
		if (sqlite3_exec(raw, tries[i].sql, NULL, NULL, NULL) !=
		    tries[i].rc)
			fail_msg("%zu %s: %s", i, tries[i].sql,
			    sqlite3_errmsg(raw));
	sqlite3_close(raw);
	free(path);
	free(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_go_and_what_was_done_stays),
		cmocka_unit_test(nothing_else_may_change),
		cmocka_unit_test(leave_ends_with_the_transaction),
		cmocka_unit_test(another_program_meets_the_triggers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
