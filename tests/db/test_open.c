/* test_open.c - which files are taken, and which are refused.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/db/dbtest.h"

#include <sys/stat.h>

#include <sqlite3.h>
#include <unistd.h>

#include "base/clock.h"
#include "db/inner.h"
#include "db/steps.h"

static void
raw(const char *path, const char *sql)
{
	sqlite3 *s3;

	assert_int_equal(sqlite3_open(path, &s3), SQLITE_OK);
	assert_int_equal(sqlite3_exec(s3, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(s3);
}

static void
refused(const char *path, unsigned flags, enum status want, const char *word)
{
	struct db *db = NULL;
	struct err e = { 0 };

	expect_status(want, db_open(path, flags, &db, &e), &e);
	assert_null(db);
	if (strstr(e.text, word) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", e.text, word);
}

static void
a_new_file_is_private_and_found_again(void **state)
{
	char *path = place("new.db"), *mode;
	struct stat sb;
	struct db *db;

	(void)state;
	refused(path, 0, ST_NOT_FOUND, "caseload init");
	assert_int_equal(access(path, F_OK), -1);
	db = must_open(path, DB_CREATE);
	assert_string_equal(db_path(db), path);
	mode = sql_text(db, "PRAGMA journal_mode");
	assert_string_equal(mode, "truncate");
	free(mode);
	add_named(db, entity_find("school"), 5, "A");
	db_close(db);
	assert_int_equal(stat(path, &sb), 0);
	assert_int_equal(sb.st_mode & 0777, 0600);
	db = must_open(path, 0);
	assert_true(store_exists(db, entity_find("school"), 5));
	db_close(db);
	free(path);
}

static void
an_empty_file_counts_as_missing(void **state)
{
	char *dir = test_tmpdir(), *path = test_write(dir, "e.db", "");

	(void)state;
	refused(path, 0, ST_NOT_FOUND, "no database");
	db_close(must_open(path, DB_CREATE));
	db_close(must_open(path, 0));
	free(path);
	free(dir);
}

static void
other_files_are_refused(void **state)
{
	char *dir = test_tmpdir(), *path, *missing;

	(void)state;
	path = test_write(dir, "t.db", "These are not the records you want.");
	refused(path, DB_CREATE, ST_CORRUPT, "not a Caseload database");
	free(path);
	path = test_path(dir, "other.db");
	raw(path, "CREATE TABLE t(a)");
	refused(path, DB_CREATE, ST_CORRUPT, "not a Caseload database");
	free(path);
	refused(dir, DB_CREATE, ST_INVALID, "not a file");
	missing = test_path(dir, "no/such.db");
	refused(missing, DB_CREATE, ST_IO, "folder");
	free(missing);
	free(dir);
}

static void
a_newer_database_is_refused_with_both_versions(void **state)
{
	char *path = place("n.db"), words[64];

	(void)state;
	db_close(must_open(path, DB_CREATE));
	raw(path, "PRAGMA user_version = 4242");
	refused(path, 0, ST_DENIED, "4242");
	snprintf(words, sizeof words, "knows %d", migration_count);
	refused(path, DB_READONLY, ST_DENIED, words);
	free(path);
}

/* A file of each earlier version: its records are there after it was brought
 * up to date, and the new ones can be written. */
static void
an_older_database_is_brought_up_to_date(void **state)
{
	const struct entity *school = entity_find("school");

	(void)state;
	for (int version = 1; version < migration_count; version++) {
		char *name = xasprintf("v%d.db", version), *path = place(name);
		struct db *db;

		for (int i = 0; i < version; i++)
			raw(path, migration_table[i].sql);
		raw(path, "INSERT INTO school(id, name) VALUES (5, 'Old Fen')");
		free(name);
		name = xasprintf("PRAGMA user_version = %d", version);
		raw(path, name);
		refused(path, DB_READONLY, ST_DENIED, "older version");
		db = must_open(path, 0);
		assert_true(store_exists(db, school, 5));
		db_close(db);
		db_close(must_open(path, DB_READONLY));
		free(name);
		free(path);
	}
	assert_true(migration_count > 1);
}

static enum waiting
gives_up(void *arg, int waited_ms)
{
	(void)arg;
	(void)waited_ms;
	return WAIT_STOP;
}

static void
wal_is_written_only_by_a_fixed_sqlite(void **state)
{
	static const struct { int version; bool may; } tried[] = {
		{ 3040001, false }, { 3044005, false }, { 3044006, true },
		{ 3044009, true }, { 3045000, false }, { 3046001, false },
		{ 3050006, false }, { 3050007, true }, { 3051000, false },
		{ 3051002, false }, { 3051003, true }, { 3052000, false },
		{ 3052001, true }, { 3053000, true }, { 4000000, true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(tried); i++)
		if (db_may_write_wal(tried[i].version) != tried[i].may)
			fail_msg("SQLite %d: not %d", tried[i].version,
			    tried[i].may);
}

static void
a_wal_database_is_not_written(void **state)
{
	char *path = place("w.db");
	struct stat before, after;
	struct db *db;

	(void)state;
	db_sqlite_version = 3040001;
	db = must_open(path, DB_CREATE);
	raw(path, "PRAGMA journal_mode = WAL");
	REFUSED(ST_DENIED, db_begin(db, E));	/* it was not, as it opened */
	assert_false(db_in_transaction(db));
	db_close(db);
	refused(path, 0, ST_DENIED, "SQLite 3.40.1 may damage");
	refused(path, 0, ST_DENIED, "3.51.3");
	assert_int_equal(stat(path, &before), 0);
	db = must_open(path, DB_READONLY);
	assert_int_equal(sql_int(db, "SELECT count(*) FROM school"), 0);
	db_close(db);
	assert_int_equal(stat(path, &after), 0);
	assert_true(before.st_mtim.tv_nsec == after.st_mtim.tv_nsec &&
	    before.st_mtim.tv_sec == after.st_mtim.tv_sec);
	db_sqlite_version = 0;
	free(path);
}

static void
mode_is(struct db *db, const char *want)
{
	char *mode = NULL;

	OK(db_journal_mode(db, &mode, E));
	assert_string_equal(mode, want);
	free(mode);
}

static void
the_journal_mode_is_changed_by_one_alone(void **state)
{
	char *path = place("m.db");
	struct db *db = must_open(path, DB_CREATE), *other;

	(void)state;
	mode_is(db, "truncate");
	db_sqlite_version = 3046001;
	REFUSED(ST_DENIED, db_set_journal(db, "wal", E));
	mode_is(db, "truncate");
	db_sqlite_version = 3051003;
	REFUSED(ST_USAGE, db_set_journal(db, "off", E));
	OK(db_set_journal(db, "wal", E));
	mode_is(db, "wal");
	other = must_open(path, 0);
	assert_int_equal(sql_int(other, "SELECT count(*) FROM school"), 0);
	db_on_wait(db, gives_up, NULL);
	REFUSED(ST_BUSY, db_set_journal(db, "truncate", E));
	mode_is(db, "wal");
	db_close(other);
	OK(db_set_journal(db, "truncate", E));
	mode_is(db, "truncate");
	REFUSED(ST_DENIED, try_sql(db, "PRAGMA journal_mode = OFF", E));
	db_close(db);
	db = must_open(path, DB_READONLY);
	REFUSED(ST_DENIED, db_set_journal(db, "wal", E));
	db_close(db);
	db_sqlite_version = 0;
	free(path);
}

static void
looking_writes_nothing(void **state)
{
	char *path = place("r.db");
	struct db *db;

	(void)state;
	db_close(must_open(path, DB_CREATE));
	db = must_open(path, DB_READONLY);
	assert_int_equal(sql_int(db, "SELECT count(*) FROM school"), 0);
	REFUSED(ST_DENIED, meta_set(db, "a", "b", E));
	db_close(db);
	free(path);
}

static void
opening_is_quick(void **state)
{
	char *path = place("q.db");
	int64_t since, best = INT64_MAX;

	(void)state;
	db_close(must_open(path, DB_CREATE));
	for (int i = 0; i < 5; i++) {
		since = clock_monotonic_ms();
		db_close(must_open(path, 0));
		since = clock_monotonic_ms() - since;
		best = since < best ? since : best;
	}
	assert_true(best < 100);	/* 2 ms; sanitizers and valgrind are slow */
	free(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_file_is_private_and_found_again),
		cmocka_unit_test(an_empty_file_counts_as_missing),
		cmocka_unit_test(other_files_are_refused),
		cmocka_unit_test(a_newer_database_is_refused_with_both_versions),
		cmocka_unit_test(an_older_database_is_brought_up_to_date),
		cmocka_unit_test(wal_is_written_only_by_a_fixed_sqlite),
		cmocka_unit_test(a_wal_database_is_not_written),
		cmocka_unit_test(the_journal_mode_is_changed_by_one_alone),
		cmocka_unit_test(looking_writes_nothing),
		cmocka_unit_test(opening_is_quick),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
