/* test_idle.c - sessions that end by themselves: nobody types, or may no more. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"

/* As sshd would, with a lock after MINUTES. */
static void
connect_with(const char *minutes)
{
	char text[80], *ini;

	snprintf(text, sizeof text, "[hub]\nidle_minutes = %s\n"
	    "[backup]\ndaily = no\n", minutes);
	ini = test_write(t_home(), "hub.ini", text);
	t_start(24, 80, (const char *const[]){ test_program(), "hub-session",
	    "priya", hub_db, ini, NULL });
	free(ini);
}

static void
ends_locked(void)
{
	int status = t_wait_exit();

	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 1);
}

static void
what_is_typed_is_kept_and_the_screen_emptied(void **state)
{
	(void)state;
	RUN("user", "add", "priya", "editor");
	connect_with("0.05");
	t_wait("Today");
	t_keys("gs/sandmere\r");
	t_wait("> Sandmere");
	t_keys("e");
	t_wait("Change school");
	t_keys("Kept of me ");
	t_wait("Kept of me");
	t_wait("This session is locked in 2 seconds; any key keeps it.");
	t_wait("Locked after 3 seconds without a key. What you typed is");
	ends_locked();
	assert_false(t_shows("Sandmere"));
	connect_with("30");
	t_wait("Typed and not saved");
	t_wait("Sandmere");
	assert_int_equal(t_stop(), 0);
}

static void
nobody_is_locked_out_with_0(void **state)
{
	(void)state;
	RUN("user", "add", "priya", "editor");
	connect_with("0");
	t_wait("Today");
	t_keys("q");
	assert_int_equal(t_wait_exit(), 0);
}

static void
line_mode_is_locked_too(void **state)
{
	(void)state;
	RUN("user", "add", "priya", "editor");
	t_env("TERM", "dumb");
	connect_with("0.03");
	t_wait("caseload>");
	t_keys("new school\r");
	t_wait("This session is locked in 1 second; Enter keeps it.");
	t_wait("Locked after 2 seconds without a key. Connect again");
	t_wait("Nothing was saved.");
	ends_locked();
}

static void
who_is_shut_out_sees_no_more(void **state)
{
	(void)state;
	RUN("user", "add", "adam", "admin");
	RUN("user", "add", "priya", "editor");
	connect_with("30");
	t_wait("Today");
	t_keys("gs/sandmere\r");
	t_wait("> Sandmere");
	t_keys("e");
	t_wait("Change school");
	t_keys("Kept of me ");
	t_wait("Kept of me");
	RUN("user", "set", "priya", "disabled=yes");
	t_wait("Your access ended on");
	t_wait("typed is kept.");
	ends_locked();
	assert_false(t_shows("Sandmere"));
	RUN("user", "set", "priya", "disabled=no");
	connect_with("30");
	t_wait("Typed and not saved");
	assert_int_equal(t_stop(), 0);
}

static void
line_mode_ends_too_for_who_is_shut_out(void **state)
{
	(void)state;
	RUN("user", "add", "adam", "admin");
	RUN("user", "add", "priya", "editor");
	t_env("TERM", "dumb");
	connect_with("30");
	t_wait("caseload>");
	RUN("user", "set", "priya", "disabled=yes");
	t_keys("list school\r");
	t_wait("Your access ended on");
	ends_locked();
	assert_false(t_shows("Sandmere"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(f) cmocka_unit_test_setup_teardown(f, hub_make, hub_end)
		T(what_is_typed_is_kept_and_the_screen_emptied),
		T(nobody_is_locked_out_with_0),
		T(line_mode_is_locked_too),
		T(who_is_shut_out_sees_no_more),
		T(line_mode_ends_too_for_who_is_shut_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
