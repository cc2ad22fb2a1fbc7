/* test_kept.c - what was typed outlives the program, however it ends. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glob.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"

#define DRAFTS	"/.local/state/caseload/drafts/*"
#define LINES	"/.local/state/caseload/lines/*"

/* Does a file of the world that PATTERN names hold TEXT? */
static bool
some_file_holds(const char *pattern, const char *text)
{
	char path[4096], *all;
	bool found = false;
	glob_t g;

	snprintf(path, sizeof path, "%s%s", t_home(), pattern);
	if (glob(path, 0, NULL, &g) != 0)
		return false;
	for (size_t i = 0; i < g.gl_pathc && !found; i++) {
		all = test_read(g.gl_pathv[i]);
		found = strstr(all, text) != NULL;
		free(all);
	}
	globfree(&g);
	return found;
}

/* The program goes on meanwhile; no key is sent. */
static void
wait_file(const char *pattern, const char *text)
{
	for (int ms = 0; !some_file_holds(pattern, text); ms += 100) {
		if (ms > t_deadline_ms())
			fail_msg("no file %s with \"%s\"", pattern, text);
		t_quiet(100);
	}
}

static void
killed(void)
{
	t_signal(SIGKILL);
	assert_int_equal(WTERMSIG(t_wait_exit()), SIGKILL);
}

static void
what_is_typed_under_a_popup_is_kept(void **state)
{
	(void)state;
	hub_start(24, 80);
	t_keys("gmn");
	t_wait("New employer");
	t_keys("First Works");
	t_wait("First Works");
	t_keys("\007");			/* help lies over the field */
	wait_file(DRAFTS, "First Works");
	killed();
	hub_again();
	t_wait("New employer: First Works");
	t_stop();
}

static void
a_line_of_quick_entry_is_kept_while_it_is_typed(void **state)
{
	(void)state;
	hub_start(24, 80);
	t_keys("l");
	t_wait("log>");
	t_keys("sandm; talk; y9 2");
	wait_file(LINES, "sandm; talk; y9 2");
	t_keys("1");
	wait_file(LINES, "sandm; talk; y9 21");
	killed();
	hub_again();
	t_keys("l");
	t_wait("log> sandm; talk; y9 21");
	t_keys("\025\033");
	t_wait_gone("log>");
	t_stop();
	assert_false(some_file_holds(LINES, "sandm"));
}

static void
an_answer_being_typed_comes_back_to_its_question(void **state)
{
	(void)state;
	hub_start(24, 80);
	t_keys("osandm\r");
	t_wait("URN 900123");
	t_keys("f");
	t_wait("Follow-up:");
	t_keys("ring about the careers fair");
	wait_file(LINES, "ring about the careers fair");
	killed();
	hub_again();
	t_keys("osandm\r");
	t_wait("URN 900123");
	t_keys("f");
	t_wait("Follow-up: ring about the careers fair");
	t_keys(" fri\r");
	t_wait("To do: ");
	assert_false(some_file_holds(LINES, "ring about"));
	t_keys("f");
	t_wait("Follow-up:");
	assert_false(t_shows("ring about the careers fair fri"));
	t_keys("by hand");
	t_stop();			/* a hang-up keeps it as well */
	assert_true(some_file_holds(LINES, "by hand"));
}

static void
a_number_of_the_grid_is_kept_before_it_is_taken(void **state)
{
	(void)state;
	RUN("add", "encounter", "schools=school/900123, school/900124",
	    "type=talk", "date=2026-11-19", "status=planned");
	hub_start(24, 80);
	t_keys("ge");
	t_wait("Talk");
	t_keys("t");
	t_wait("of 2 in");
	t_keys("27");
	wait_file(DRAFTS, "27");
	killed();
	hub_again();
	t_wait("Typed and not saved");
	t_stop();
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, hub_make, hub_end)
	const struct CMUnitTest tests[] = {
	    TEST(what_is_typed_under_a_popup_is_kept),
	    TEST(a_line_of_quick_entry_is_kept_while_it_is_typed),
	    TEST(an_answer_being_typed_comes_back_to_its_question),
	    TEST(a_number_of_the_grid_is_kept_before_it_is_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
