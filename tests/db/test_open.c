/* test_open.c - which files are taken, how they are shared, how they fail.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/db/dbtest.h"

#include <sys/stat.h>

#include <sqlite3.h>
#include <unistd.h>

#include "base/clock.h"
#include "db/inner.h"
#include "db/steps.h"

static char *
place(const char *name)
{
	char *dir = test_tmpdir(), *path = test_path(dir, name);

	free(dir);
	return path;
}

static void
raw(const char *path, const char *sql)
{
	sqlite3 *s3;

	assert_int_equal(sqlite3_open(path, &s3), SQLITE_OK);
	assert_int_equal(sqlite3_exec(s3, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(s3);
}

static struct db *
must_open(const char *path, unsigned flags)
{
	struct db *db = NULL;

	OK(db_open(path, flags, &db, E));
	return db;
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

static void
a_wal_database_is_not_written(void **state)
{
	char *path = place("w.db");

	(void)state;
	db_close(must_open(path, DB_CREATE));
	raw(path, "PRAGMA journal_mode = WAL");
	if (sqlite3_libversion_number() < 3044006)
		refused(path, 0, ST_DENIED, "WAL");
	db_close(must_open(path, DB_READONLY));
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
network_disks_are_refused(void **state)
{
	(void)state;
	assert_string_equal(folder_refusal(0x6969, true), "NFS");
	assert_string_equal(folder_refusal(0xfe534d42, true), "SMB");
	assert_string_equal(folder_refusal(0xff534d42, true), "CIFS");
	assert_string_equal(folder_refusal(0x01021997, false), "9p");
	assert_string_equal(folder_refusal(0x65735546, false), "FUSE");
	assert_null(folder_refusal(0x65735546, true));
	assert_null(folder_refusal(0xef53, false));
}

static bool
three_times(void *arg, int waited_ms)
{
	int *n = arg;

	assert_true(waited_ms >= 0);
	return ++*n < 3;
}

static void
a_second_writer_waits_and_gives_up(void **state)
{
	char *path = place("b.db");
	struct db *a = must_open(path, DB_CREATE), *b = must_open(path, 0);
	int64_t since;
	int waited = 0;

	(void)state;
	OK(db_begin(a, E));
	OK(meta_set(a, "k", "1", E));
	db_on_wait(b, three_times, &waited);
	REFUSED(ST_INTERRUPTED, db_begin(b, E));
	assert_int_equal(waited, 3);
	/* After ten seconds it gives up by itself. */
	db_on_wait(b, NULL, NULL);
	since = clock_monotonic_ms();
	assert_int_equal(busy_handler(b, 0), 1);
	assert_true(clock_monotonic_ms() - since < 1000);
	b->busy.since = since - 10000;
	assert_int_equal(busy_handler(b, 9), 0);
	b->busy.never = true;
	REFUSED(ST_BUSY, db_begin(b, E));
	b->busy.never = false;
	OK(db_end(a, ST_OK, E));
	OK(db_begin(b, E));
	OK(db_end(b, ST_OK, E));
	db_close(a);
	db_close(b);
	free(path);
}

static void
a_commit_that_fails_is_rolled_back(void **state)
{
	char *path = place("c.db"), *value = NULL;
	struct db *a = must_open(path, DB_CREATE), *b = must_open(path, 0);
	int waited = 0;

	(void)state;
	OK(meta_set(a, "k", "before", E));
	OK(db_read_begin(b, E));
	assert_int_equal(sql_int(b, "SELECT count(*) FROM school"), 0);
	db_on_wait(a, three_times, &waited);
	OK(db_begin(a, E));
	OK(meta_set(a, "k", "after", E));
	REFUSED(ST_INTERRUPTED, db_end(a, ST_OK, E));	/* b is reading */
	assert_false(db_in_transaction(a));
	db_read_end(b);
	OK(meta_get(a, "k", &value, E));
	assert_string_equal(value, "before");
	free(value);
	OK(db_begin(a, E));
	OK(meta_set(a, "k", "after", E));
	OK(db_end(a, ST_OK, E));
	db_close(a);
	db_close(b);
	free(path);
}

static void
a_status_rolls_back_and_is_kept(void **state)
{
	struct db *db = must_open(":memory:", DB_CREATE);
	char *value = NULL;

	(void)state;
	OK(db_begin(db, E));
	OK(meta_set(db, "k", "v", E));
	assert_int_equal(db_end(db, ST_AMBIGUOUS, NULL), ST_AMBIGUOUS);
	OK(meta_get(db, "k", &value, E));
	assert_null(value);
	db_close(db);
}

static void
the_data_version_tells_of_others(void **state)
{
	char *path = place("v.db");
	struct db *a = must_open(path, DB_CREATE), *b = must_open(path, 0);
	int64_t v = db_data_version(b), since;

	(void)state;
	assert_int_equal(db_data_version(b), v);
	OK(meta_set(b, "k", "own", E));
	assert_int_equal(db_data_version(b), v);
	OK(meta_set(a, "k", "other", E));
	assert_int_not_equal(db_data_version(b), v);
	v = db_data_version(b);
	OK(try_sql(a, "BEGIN EXCLUSIVE", E));
	since = clock_monotonic_ms();
	assert_int_equal(db_data_version(b), v);
	assert_true(clock_monotonic_ms() - since < 500);
	OK(db_end(a, ST_OK, E));
	db_close(a);
	db_close(b);
	free(path);
}

static void
a_full_disk_loses_nothing(void **state)
{
	char *path = place("f.db");
	struct db *db = must_open(path, DB_CREATE);
	char *big = xcalloc(1, 20001), *limit;
	enum status st = ST_OK;
	struct err e = { 0 };

	(void)state;
	memset(big, 'x', 20000);
	OK(meta_set(db, "k", "v", E));
	limit = xasprintf("PRAGMA max_page_count = %lld",
	    (long long)sql_int(db, "PRAGMA page_count") + 4);
	OK(try_sql(db, limit, E));
	OK(db_begin(db, E));
	for (int i = 0; i < 10 && st == ST_OK; i++)
		st = meta_set(db, i ? "more" : "some", big, &e);
	st = db_end(db, st, &e);
	expect_status(ST_IO, st, &e);
	assert_non_null(strstr(e.text, "full"));
	assert_false(db_in_transaction(db));
	assert_int_equal(sql_int(db, "SELECT count(*) FROM meta "
	    "WHERE key IN ('some', 'more')"), 0);
	OK(meta_set(db, "k", "w", E));
	db_close(db);
	free(limit);
	free(big);
	free(path);
}

static bool
at_once(void *arg)
{
	(void)arg;
	return true;
}

static void
a_long_statement_can_be_stopped(void **state)
{
	struct db *db = must_open(":memory:", DB_CREATE);
	static const char sql[] = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
	    "SELECT i + 1 FROM n WHERE i < 1000000) SELECT max(i) FROM n";

	(void)state;
	db_on_progress(db, at_once, NULL);
	REFUSED(ST_INTERRUPTED, try_sql(db, sql, E));
	db_on_progress(db, NULL, NULL);
	OK(try_sql(db, sql, E));
	db_close(db);
}

static void
statements_are_kept_and_make_room(void **state)
{
	struct db *db = must_open(":memory:", DB_CREATE);
	struct stmt *st, *again, *outer;
	bool more;
	char sql[64];

	(void)state;
	OK(db_made(db, "SELECT value FROM meta", &outer, E));
	OK(db_step(outer, &more, E));
	assert_true(more);
	OK(db_made(db, "SELECT 1", &st, E));
	OK(db_made(db, "SELECT 1", &again, E));
	assert_ptr_equal(st, again);
	for (int i = 0; i < 200; i++) {
		snprintf(sql, sizeof sql, "SELECT %d", i);
		assert_int_equal(sql_int(db, sql), i);
	}
	assert_int_equal(strlen(db_text(outer, 0)), 13);
	OK(db_made(db, "SELECT value FROM meta", &again, E));
	assert_ptr_not_equal(outer, again);
	db_done(outer);
	REFUSED(ST_IO, db_made(db, "SELECT FROM", &st, E));
	db_close(db);
}

static void
holding_pages_can_be_switched_twice(void **state)
{
	struct db *db = must_open(":memory:", DB_CREATE);

	(void)state;
	for (int i = 0; i < 2; i++) {
		db_hold_pages(db, true);
		assert_int_equal(sql_int(db, "PRAGMA cache_spill"), 0);
		db_hold_pages(db, false);
		assert_int_not_equal(sql_int(db, "PRAGMA cache_spill"), 0);
	}
	db_close(db);
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
		cmocka_unit_test(a_wal_database_is_not_written),
		cmocka_unit_test(looking_writes_nothing),
		cmocka_unit_test(network_disks_are_refused),
		cmocka_unit_test(a_second_writer_waits_and_gives_up),
		cmocka_unit_test(a_commit_that_fails_is_rolled_back),
		cmocka_unit_test(a_status_rolls_back_and_is_kept),
		cmocka_unit_test(the_data_version_tells_of_others),
		cmocka_unit_test(a_full_disk_loses_nothing),
		cmocka_unit_test(a_long_statement_can_be_stopped),
		cmocka_unit_test(statements_are_kept_and_make_room),
		cmocka_unit_test(holding_pages_can_be_switched_twice),
		cmocka_unit_test(opening_is_quick),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
