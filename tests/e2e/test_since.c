/* test_since.c - what others did, on the first screen of the next session.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"

#define LINE	"Since you were last here, today 10:00: "

static int
hub_mine(void **state)
{
	hub_make(state);
	RUN("add", "coordinator", "school=school/900123", "user=tester",
	    "from=2025-09-01");
	return 0;
}

static void
leave(void)
{
	t_keys("q");
	assert_int_equal(t_wait_exit(), 0);
}

/* Today with what is read while no key waits. */
static void
come_back(void)
{
	hub_again();
	t_wait("My 1");
	t_quiet(200);
}

static void
the_line_comes_and_goes(void **state)
{
	char *out;

	(void)state;
	out = t_run(1, NULL, (const char *const[]){ test_program(), "--db",
	    hub_db, "history", "since:last", NULL });
	assert_string_equal(out, "caseload: since:last: it is not known when "
	    "you were last here; since: also takes a day.\n");
	free(out);
	RUN("--user", "dan", "set", "school/900123", "town=Ilford");
	come_back();
	assert_false(t_shows("last here"));
	leave();
	RUN("--user", "dan", "set", "school/900123", "town=Romford");
	RUN("--user", "dan", "set", "school/900124", "town=Newham");
	RUN("set", "school/900123", "pupils=900");
	out = t_run(0, NULL, (const char *const[]){ test_program(), "--db",
	    hub_db, "history", "since:last", "-user:me", "school:mine",
	    "--format", "csv", NULL });
	assert_non_null(strstr(out, ",dan,"));
	assert_non_null(strstr(out, ",town,,Ilford,Romford,"));
	assert_null(strstr(out, "school/900124"));
	assert_null(strstr(out, "pupils"));
	free(out);
	hub_again();
	t_wait(LINE "1 change by dan");
	t_wait("Enter shows");
	leave();
	come_back();
	assert_false(t_shows("last here"));
	leave();
}

static void
what_was_opened_is_seen_though_the_line_stays(void **state)
{
	(void)state;
	come_back();
	leave();
	RUN("--user", "dan", "set", "school/900123", "town=Romford");
	hub_again();
	t_wait(LINE "1 change by dan");
	t_keys("\033[H");
	t_wait(">" LINE);
	t_keys("\r");
	t_wait("changed Sandmere Park Academy");
	t_keys("\r");
	t_wait("1 Now");
	t_keys("qq");
	t_wait(">" LINE "1 change by dan");
	t_signal(SIGKILL);
	t_wait_exit();
	come_back();
	assert_false(t_shows("last here"));
	leave();
}

static void
a_hang_up_loses_nothing(void **state)
{
	(void)state;
	come_back();
	RUN("--user", "dan", "set", "school/900123", "town=Romford");
	hub_hang_up();
	hub_again();
	t_wait(LINE "1 change by dan");
	leave();
}

static char *
bytes(size_t *n)
{
	struct stat sb;

	assert_int_equal(stat(hub_db, &sb), 0);
	*n = (size_t)sb.st_size;
	return test_read(hub_db);
}

static void
looking_leaves_the_database_as_it_was(void **state)
{
	size_t was, is;
	char *before, *after;

	(void)state;
	come_back();
	leave();
	RUN("--user", "dan", "set", "school/900123", "town=Romford");
	before = bytes(&was);
	hub_again();
	t_wait(LINE "1 change by dan");
	t_keys("\033[H\r");
	t_wait("changed Sandmere Park Academy");
	t_keys("q");
	t_wait("Today");
	leave();
	t_start(24, 80, (const char *const[]){ test_program(), "--readonly",
	    "--db", hub_db, NULL });
	t_wait("My 1");
	leave();
	after = bytes(&is);
	assert_int_equal(was, is);
	assert_memory_equal(before, after, was);
	free(before);
	free(after);
}

/* Read only is the database, not what is remembered. */
static void
a_session_that_only_reads_remembers_too(void **state)
{
	(void)state;
	t_start(24, 80, (const char *const[]){ test_program(), "--readonly",
	    "--db", hub_db, NULL });
	t_wait("My 1");
	leave();
	RUN("--user", "dan", "set", "school/900123", "town=Romford");
	hub_again();
	t_wait(LINE "1 change by dan");
	leave();
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, hub_mine, hub_end)
	const struct CMUnitTest tests[] = {
		TEST(the_line_comes_and_goes),
		TEST(what_was_opened_is_seen_though_the_line_stays),
		TEST(a_hang_up_loses_nothing),
		TEST(looking_leaves_the_database_as_it_was),
		TEST(a_session_that_only_reads_remembers_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
