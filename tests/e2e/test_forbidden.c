/* test_forbidden.c - a database that another program filled with controls and
 * marks: none of them reaches the terminal (output.h looks at every byte). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "tests/e2e/hostile.h"
#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"

static int
hostile_hub(void **state)
{
	if (hub_make(state) != 0)
		return -1;
	assert_true(hostile_fill(hub_db, true) > 10);
	return 0;
}

static void
walk(void)
{
	hub_start(24, 80);
	t_keys("gs");
	t_wait("Sandmere");
	t_keys("y");
	t_wait("opied");
	t_keys("\r");
	t_wait("on roll");
	t_keys("e");
	t_wait("Change school");
	t_keys("\033");
	t_wait_gone("Change school");
	t_keys("gm");
	t_wait("Barclays");
	t_keys("o");
	t_wait("Open a record");
	t_keys("harb");
	t_wait("Harbour");
	t_keys("\033");
	t_wait_gone("Open a record");
	t_stop();
}

static void
no_stored_control_reaches_a_screen(void **state)
{
	(void)state;
	walk();
}

static void
nor_where_the_locale_is_not_utf8(void **state)
{
	(void)state;
	t_env("LC_ALL", "C");
	walk();
}

static void
nor_what_a_command_prints_there(void **state)
{
	static const char *const words[][2] = {
		{"list", "school"}, {"list", "employer"}, {"list", "roll"},
		{"show", "employer/01026167"}, {"log", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		t_start(24, 80, (const char *const[]){ test_program(), "--db",
		    hub_db, words[i][0], words[i][1], NULL });
		(void)t_wait_exit();
	}
}

static void
is_asked_about_both(void)
{
	t_keys("\023");
	t_wait("Somebody changed this");
	t_wait("yours");
}

/* Another program writes controls into what is being changed here, and others
 * are pasted into it: both values are shown. */
static void
nor_where_both_values_are_asked(void **state)
{
	(void)state;
	hub_start(24, 80);
	t_keys("gs/sandm\r");
	t_wait("1 of 4");
	t_keys("e");
	t_wait("Change school");
	t_keys("\t\025");
	t_paste(hostile_text);
	t_keys("Sandmere Two");
	t_wait("Sandmere Two");
	assert_true(hostile_fill(hub_db, false) > 3);
	is_asked_about_both();
	t_wait("loaded Sandmere Park");
	t_wait("saved");
	t_keys("\033");
	t_wait("what you typed is still here");
	is_asked_about_both();
	t_keys("3");
	t_wait("Type the value");
	t_keys("\033");		/* back to the question */
	t_wait_gone("Type the value");
	t_keys("\033");
	t_wait("what you typed is still here");
	t_stop();
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, hostile_hub, hub_end)
	const struct CMUnitTest tests[] = {
	    TEST(no_stored_control_reaches_a_screen),
	    TEST(nor_where_the_locale_is_not_utf8),
	    TEST(nor_what_a_command_prints_there),
	    cmocka_unit_test_setup_teardown(nor_where_both_values_are_asked,
		hub_make, hub_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
