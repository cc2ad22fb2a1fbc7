/* test_trans.c - many hands on one file, and saves that fail.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/db/dbtest.h"

#include <sys/wait.h>

#include <signal.h>
#include <unistd.h>

#include "base/clock.h"
#include "db/inner.h"
#include "db/steps.h"

static enum waiting
three_times(void *arg, int waited_ms)
{
	int *n = arg;

	assert_true(waited_ms >= 0);
	return ++*n < 3 ? WAIT_ON : WAIT_STOP;
}

static enum waiting
not_at_all(void *arg, int waited_ms)
{
	(void)arg;
	(void)waited_ms;
	return WAIT_NOT;
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
	db_on_wait(b, not_at_all, NULL);
	REFUSED(ST_BUSY, db_begin(b, E));
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
		int64_t held, usual;

		db_hold_pages(db, true);
		held = sql_int(db, "PRAGMA cache_spill");
		db_hold_pages(db, false);
		usual = sql_int(db, "PRAGMA cache_spill");
		assert_true(usual > 0 && held > 4 * usual);
	}
	db_close(db);
}

/* A writer that dies in the middle leaves nothing behind. */
static void
a_killed_writer_is_rolled_back(void **state)
{
	char *path = place("k.db"), *big = xcalloc(1, 5001), *s;
	struct db *db = must_open(path, DB_CREATE);
	int status;
	pid_t pid;

	(void)state;
	db_close(db);
	memset(big, 'x', 5000);
	if ((pid = fork()) == 0) {
		char key[16];

		/* Few pages fit, so that the file itself is written to. */
		if (db_open(path, 0, &db, NULL) != ST_OK ||
		    try_sql(db, "PRAGMA cache_size = 10", NULL) != ST_OK ||
		    db_begin(db, NULL) != ST_OK)
			_exit(1);
		for (int i = 0; i < 200; i++) {
			snprintf(key, sizeof key, "%d", i);
			if (meta_set(db, key, big, NULL) != ST_OK)
				_exit(1);
		}
		kill(getpid(), SIGKILL);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
	db = must_open(path, DB_READONLY);	/* looking rolls it back too */
	assert_int_equal(sql_int(db, "SELECT count(*) FROM meta"), 1);
	s = sql_text(db, "PRAGMA integrity_check");
	assert_string_equal(s, "ok");
	free(s);
	db_close(db);
	free(big);
	free(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_second_writer_waits_and_gives_up),
		cmocka_unit_test(a_commit_that_fails_is_rolled_back),
		cmocka_unit_test(a_status_rolls_back_and_is_kept),
		cmocka_unit_test(the_data_version_tells_of_others),
		cmocka_unit_test(a_full_disk_loses_nothing),
		cmocka_unit_test(a_killed_writer_is_rolled_back),
		cmocka_unit_test(a_long_statement_can_be_stopped),
		cmocka_unit_test(statements_are_kept_and_make_room),
		cmocka_unit_test(holding_pages_can_be_switched_twice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
