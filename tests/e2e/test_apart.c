/* test_apart.c - users of a hub who share one Unix account: what each typed is
 * their own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"

static int
two_users(void **state)
{
	hub_make(state);
	RUN("user", "add", "adam", "admin");
	RUN("user", "add", "priya", "editor");
	RUN("user", "add", "dan", "editor");
	free(test_write(t_home(), "hub.ini", "[backup]\ndaily = no\n"));
	return 0;
}

/* As sshd would with the key of USER. */
static void
connect_as(const char *user)
{
	char *ini = test_path(t_home(), "hub.ini");

	t_start(24, 80, (const char *const[]){ test_program(), "hub-session",
	    user, hub_db, ini, NULL });
	t_wait_row(0, "Today");
	t_wait_row(0, user);
	free(ini);
}

static void
quick_line(void)
{
	t_keys("l");
	t_wait("log>");
}

/* A line is logged and another left, a form and a question are left. */
static void
priya_types(void)
{
	connect_as("priya");
	quick_line();
	t_keys("sandm; talk; y9 21; note: hers");
	t_wait("note: hers");
	t_keys("\r");
	t_wait_gone("note: hers");
	quick_line();
	t_keys("harbour; careers fair");
	t_wait("harbour; careers fair");
	t_keys("\033");
	t_wait_gone("log>");
	t_keys("gmn");
	t_wait("New employer");
	t_keys("Priya Works");
	t_wait("Priya Works");
	t_keys("\033");
	t_wait_gone("New employer");
	t_keys("osandm\r");
	t_wait("URN 900123");
	t_keys("f");
	t_wait("Follow-up:");
	t_keys("ring priya");
	t_wait("ring priya");
	assert_int_equal(t_stop(), 0);
}

static void
dan_sees_none_of_it(void)
{
	connect_as("dan");
	t_quiet(300);
	assert_false(t_shows("Typed and not saved"));
	quick_line();
	assert_false(t_shows("harbour"));
	t_keys("\033[A");		/* the line logged before */
	t_quiet(300);
	assert_false(t_shows("talk; y9 21"));
	t_keys("\025\033");
	t_wait_gone("log>");
	t_keys("gmn");
	t_wait("New employer");
	assert_false(t_shows("Priya Works"));
	t_keys("\033");
	t_wait_gone("New employer");
	t_keys("osandm\r");
	t_wait("URN 900123");
	t_keys("f");
	t_wait("Follow-up:");
	assert_false(t_shows("ring priya"));
	t_keys("\033");
	t_wait_gone("Follow-up:");
	assert_int_equal(t_stop(), 0);
}

static void
what_one_typed_is_never_the_others(void **state)
{
	(void)state;
	priya_types();
	dan_sees_none_of_it();
	connect_as("priya");
	t_wait("Typed and not saved");
	t_wait("New employer: Priya Works");
	t_wait("Follow-up: ring priya");
	t_keys("\033");
	t_wait_gone("Typed and not saved");
	quick_line();
	t_wait("log> harbour; careers fair");
	t_keys("\025\033[A");
	t_wait("sandm; talk; y9 21; note: hers");
	assert_int_equal(t_stop(), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    what_one_typed_is_never_the_others, two_users, hub_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
