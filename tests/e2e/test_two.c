/* test_two.c - two people at two terminals, on one database.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db/db.h"
#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"
#include "tests/lib/child.h"

static void
start_as(int terminal, const char *user)
{
	t_use(terminal);
	t_start(24, 80, (const char *const[]){ test_program(), "--db", hub_db,
	    "--user", user, NULL });
	t_wait("Today");
}

/* Priya at the first terminal, dan at the second. */
static void
start_two(void)
{
	start_as(0, "priya");
	start_as(1, "dan");
}

static void
stop_two(void)
{
	t_use(1);
	assert_int_equal(t_stop(), 0);
	t_use(0);
	assert_int_equal(t_stop(), 0);
}

/* The form of Sandmere Park Academy at the terminal meant. */
static void
open_form(void)
{
	t_keys("gs/sandmere\r");
	t_wait("> Sandmere");
	t_keys("e");
	t_wait("Change school");
}

static void
the_other_sees_who_edits_what_until_it_is_closed(void **state)
{
	char *folder = test_path(t_home(), "hub.db.live");
	struct stat sb;

	(void)state;
	start_two();
	t_use(1);
	t_keys("gs/sandmere\r");
	t_wait("> Sandmere");
	t_keys("\r");
	t_wait("URN 900123");
	assert_int_not_equal(stat(folder, &sb), 0);	/* looking writes none */
	t_keys("q");
	t_wait("> Sandmere");
	t_use(0);
	open_form();
	t_use(1);
	t_wait_row(2, ">eSandmere");	/* in the list: e, somebody edits it */
	t_keys("\r");
	t_wait_row(0, "priya is editing this");
	t_keys("e");
	t_wait("Change school");
	t_wait_row(0, "priya is editing this");
	t_use(0);
	t_wait_row(0, "dan is editing this");
	assert_int_equal(stat(folder, &sb), 0);
	assert_int_equal(sb.st_mode & 0777, 0700);
	t_keys("\033");
	t_wait_gone("Change school");
	t_use(1);
	t_wait_gone("is editing this");
	stop_two();
	free(folder);
}

static void
a_killed_session_edits_nothing(void **state)
{
	(void)state;
	start_two();
	t_use(0);
	open_form();
	t_use(1);
	t_keys("gs/sandmere\r");
	t_wait("> Sandmere");
	t_keys("\r");
	t_wait_row(0, "priya is editing this");
	t_use(0);
	t_signal(SIGKILL);
	t_wait_exit();
	t_use(1);
	t_wait_gone("is editing this");
	assert_int_equal(t_stop(), 0);
}

static void
what_the_other_adds_and_archives_shows_without_a_key(void **state)
{
	(void)state;
	start_as(0, "dan");
	t_keys("gs");
	t_wait("> Ashdown");
	t_keys("jj");
	t_wait("> Northgate");
	RUN("--user", "priya", "add", "school", "urn=900130",
	    "name=Brookside School", "la=Havering");
	t_wait("Brookside School");
	t_wait("> Northgate");
	RUN("--user", "priya", "archive", "school/900125");
	t_quiet(2500);			/* two looks at the database */
	t_wait("> Northgate");		/* it stays until the cursor leaves */
	t_keys("k");
	t_wait("> Harbour");
	assert_int_equal(t_stop(), 0);
}

static void
an_open_form_says_that_it_was_changed_meanwhile(void **state)
{
	char *out;

	(void)state;
	start_as(0, "priya");
	open_form();
	RUN("--user", "dan", "set", "school/900123", "town=Romford");
	t_wait("dan changed this record meanwhile");
	t_keys("\t\025Sandmere Academy\023");
	t_wait("u takes it back");
	assert_int_equal(t_stop(), 0);
	out = hub_asks("list", "school", "--columns=name,town");
	assert_non_null(strstr(out, "Sandmere Academy\tRomford"));
	free(out);
}

/* --- waiting for a save --------------------------------------------------- */

static bool
is_saving(void *arg)
{
	struct err e = { 0 };
	struct db *db;

	(void)arg;
	return db_open(hub_db, 0, &db, &e) == ST_OK && db_begin(db, &e) == ST_OK;
}

/* A process that is saving, until child_kill. */
static pid_t
hold(void)
{
	return child_holds(is_saving, NULL);
}

static void
a_save_waits_says_so_and_keeps_the_typing(void **state)
{
	pid_t holder;
	char *out;

	(void)state;
	start_as(0, "priya");
	open_form();
	t_keys("\t\025Sandmere One");
	t_wait("Sandmere One");
	holder = hold();
	t_keys("\023");
	t_wait("Waiting for another save");
	t_resize(30, 100);		/* laid out when the wait is over */
	t_keys("y");
	t_keys("\033");			/* gives up: nothing is lost */
	t_wait("nothing was saved");
	t_wait("Sandmere Oney");
	assert_true(t_shows("nothing was saved"));
	assert_false(t_shows("busy") || t_shows("locked"));
	t_keys("\023");
	t_wait("Waiting for another save");
	t_keys("gs");			/* typed meanwhile, done after */
	child_kill(holder);
	t_wait_gone("Change school");
	t_wait("> 900127");
	assert_int_equal(t_stop(), 0);
	out = hub_asks("list", "school", "--columns=name");
	assert_non_null(strstr(out, "Sandmere One"));
	free(out);
}

/* Answers that cannot be saved are a draft of the school, until they are. */
static void
answers_that_cannot_be_saved_are_kept(void **state)
{
	pid_t holder;
	char *out;

	(void)state;
	t_env("CASELOAD_WAIT", "900");
	start_as(0, "priya");
	t_keys("gs/sandm\rA");
	t_wait("eight percentages");
	t_keys("1");
	t_wait("points so far");
	holder = hold();
	t_keys("yn");
	t_wait("Not saved yet");
	t_signal(SIGKILL);
	assert_int_equal(WTERMSIG(t_wait_exit()), SIGKILL);
	child_kill(holder);
	start_as(0, "priya");
	t_wait("Typed and not saved");
	t_keys("\r");
	t_wait("You answered items here");
	t_keys("1");
	t_wait("2 of 65");
	t_keys("y\033");			/* leaving saves them all */
	t_wait_gone("of 65");
	assert_int_equal(t_stop(), 0);
	out = hub_asks("list", "assessment", "--columns=items");
	assert_non_null(strstr(out, "1.1=yes, 1.2=no, 1.3=yes"));
	free(out);
	start_as(0, "priya");
	assert_false(t_shows("Typed and not saved"));
	assert_int_equal(t_stop(), 0);
}

/* Whoever saves goes on and on: after a while that is said, the typing stays
 * and outlives the program, and once they are done it is saved as it is. */
static void
a_save_that_waited_too_long_is_kept_and_goes_later(void **state)
{
	pid_t holder;
	char *out;

	(void)state;
	t_env("CASELOAD_WAIT", "900");
	start_as(0, "priya");
	open_form();
	t_keys("\t\025Sandmere Two");
	t_wait("Sandmere Two");
	holder = hold();
	t_keys("\023");
	t_wait("Waiting for another save");
	t_wait("somebody else is saving; nothing was saved");
	assert_true(t_shows("Change school") && t_shows("Sandmere Two"));
	t_signal(SIGKILL);
	assert_int_equal(WTERMSIG(t_wait_exit()), SIGKILL);
	start_as(0, "priya");		/* looking waits for nobody */
	t_wait("Typed and not saved");
	t_keys("\r");
	t_wait("Change school");
	t_wait("Sandmere Two");
	t_keys("\023");
	t_wait("somebody else is saving; nothing was saved");
	child_kill(holder);
	t_keys("\023");
	t_wait("u takes it back");
	assert_int_equal(t_stop(), 0);
	out = hub_asks("list", "school", "--columns=name");
	assert_non_null(strstr(out, "Sandmere Two"));
	free(out);
}

/* On a terminal a command that waits says so once, and then does its work. */
static void
a_command_waits_and_says_so(void **state)
{
	const char *first, *again;
	char *out;
	pid_t holder = hold();

	(void)state;
	t_start(24, 80, (const char *const[]){ test_program(), "--db", hub_db,
	    "set", "school/900123", "town=Romford", NULL });
	t_wait("caseload: waiting for another save...");
	t_quiet(700);			/* it looks again many times */
	child_kill(holder);
	t_wait("Romford");
	assert_int_equal(t_wait_exit(), 0);
	first = strstr(t_screen(), "waiting for");
	assert_non_null(first);
	again = strstr(first + 1, "waiting for");
	assert_null(again);
	out = hub_asks("list", "school", "--columns=town");
	assert_non_null(strstr(out, "Romford"));
	free(out);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, hub_make, hub_end)
	const struct CMUnitTest tests[] = {
	    TEST(the_other_sees_who_edits_what_until_it_is_closed),
	    TEST(a_killed_session_edits_nothing),
	    TEST(what_the_other_adds_and_archives_shows_without_a_key),
	    TEST(an_open_form_says_that_it_was_changed_meanwhile),
	    TEST(a_save_waits_says_so_and_keeps_the_typing),
	    TEST(a_save_that_waited_too_long_is_kept_and_goes_later),
	    TEST(answers_that_cannot_be_saved_are_kept),
	    TEST(a_command_waits_and_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
