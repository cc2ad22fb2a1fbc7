/* test_term.c - the terminal harness itself, tried on cat and sh. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "tests/e2e/term.h"

static void
what_is_typed_is_shown_and_counted(void **state)
{
	(void)state;
	t_start(5, 40, (const char *const[]){ "cat", NULL });
	t_count_reset();
	t_keys("Žižkov ☃\r");
	t_wait_row(1, "Žižkov ☃");
	assert_int_equal(t_count(), 9);
	t_keys("\033[A\033OB\033[15~");
	assert_int_equal(t_count(), 12);
	t_wait_cursor(2, 14);
	assert_int_equal(WTERMSIG(t_stop()), SIGHUP);
}

static void
text_colours_and_attributes_have_goldens(void **state)
{
	(void)state;
	t_start(5, 40, (const char *const[]){ "printf",
	    "plain \\033[1mbold\\033[0m\\r\\n\\033[7;32m green \\033[0m.",
	    NULL });
	t_wait("green");
	t_golden("term-sample");
	t_golden_attrs("term-sample");
	assert_int_equal(t_wait_exit(), 0);
	assert_string_equal(t_row(0), "plain bold");
}

static void
a_program_learns_that_its_window_changed(void **state)
{
	(void)state;
	t_start(24, 80, (const char *const[]){ "sh", "-c",
	    "trap 'stty size' WINCH; stty size; echo ready;"
	    "while :; do read -r line && echo \"got $line\"; done", NULL });
	t_wait("24 80");
	t_wait("ready");
	t_resize(15, 60);
	t_keys("x\r");
	t_wait("15 60");
	t_keys("again\r");
	t_wait("got again");
	t_mark();
	t_keys("y\r");
	t_wait("got y");
	assert_true(t_bytes() >= 6);
	t_stop();
}

static void
the_world_is_fixed(void **state)
{
	char *out;

	(void)state;
	t_env("EXTRA", "yes");
	t_env("CASELOAD_USER", NULL);
	out = t_run(3, NULL, (const char *const[]){ "sh", "-c",
	    "echo $CASELOAD_TODAY $TERM $LC_ALL $TZ $EXTRA [$CASELOAD_USER];"
	    "test \"$PWD\" = \"$HOME\" && exit 3", NULL });
	assert_string_equal(out, "2026-11-20 xterm-256color C.UTF-8 "
	    "Europe/London yes []\n");
	free(out);
}

static void
text_that_goes_is_waited_for(void **state)
{
	(void)state;
	t_start(5, 40, (const char *const[]){ "sh", "-c",
	    "printf busy; read -r x; printf '\\033[2J\\033[Hdone'; read -r x",
	    NULL });
	t_wait("busy");
	t_keys("\r");
	t_wait_gone("busy");
	t_wait("done");
	t_keys("\r");
	assert_int_equal(t_wait_exit(), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(what_is_typed_is_shown_and_counted,
		    t_teardown),
		cmocka_unit_test_teardown(
		    text_colours_and_attributes_have_goldens, t_teardown),
		cmocka_unit_test_teardown(
		    a_program_learns_that_its_window_changed, t_teardown),
		cmocka_unit_test_teardown(the_world_is_fixed, t_teardown),
		cmocka_unit_test_teardown(text_that_goes_is_waited_for,
		    t_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
