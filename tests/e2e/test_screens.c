/* test_screens.c - the screens on a terminal: keys, bytes, sizes, signals.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "tests/e2e/term.h"

static char *db;		/* the world of tests/ui/world.sh */

static void
start(int rows, int cols)
{
	char *script = test_path(test_srcdir(), "tests/ui/world.sh");

	db = test_path(t_home(), "hub.db");
	free(t_run(0, NULL, (const char *const[]){ "sh", script,
	    test_program(), db, NULL }));
	free(script);
	t_env("CASELOAD_USER", "priya");
	t_start(rows, cols, (const char *const[]){ test_program(), "--db", db,
	    NULL });
	t_wait("To close 3");
}

static int
end(void **state)
{
	free(db);
	db = NULL;
	return t_teardown(state);
}

/* Somebody else's command on the same database. */
static void
other(const char *verb, const char *ref, const char *value)
{
	free(t_run(0, NULL, (const char *const[]){ test_program(), "--db", db,
	    "--user", "dan", verb, ref, value, NULL }));
}

static void
q_leaves_from_the_first_screen(void **state)
{
	(void)state;
	start(24, 80);
	t_keys("gs");
	t_wait("Ashdown Green School");
	t_keys("q");
	t_wait("To close 3");
	t_keys("q");
	assert_int_equal(t_wait_exit(), 0);
}

static void
a_known_school_opens_within_eight_keys(void **state)
{
	(void)state;
	start(24, 80);
	t_keys("gm");
	t_wait("Employers");
	t_count_reset();
	t_keys("osandm");
	t_wait("> Sandmere Park Academy");
	t_keys("\r");
	t_wait("1 Now");
	assert_true(t_count() <= 8);
	assert_true(t_shows("URN 900123"));
	t_stop();
}

static void
a_planned_encounter_is_closed_within_six_keys(void **state)
{
	(void)state;
	start(24, 80);
	t_keys("j");		/* the one with a single school */
	t_count_reset();
	t_keys("t82\r");
	t_wait("delivered. u takes it back");
	t_wait("To close 2");
	assert_true(t_count() <= 6);
	t_keys("u");
	t_wait("To close 3");
	t_stop();
}

static void
a_cursor_key_costs_a_hundred_bytes_at_most(void **state)
{
	(void)state;
	start(24, 80);
	t_keys("gs");
	t_wait_cursor(2, 0);
	t_quiet(400);		/* its count has come */
	t_mark();
	t_keys("j");
	t_wait_cursor(3, 0);
	assert_true(t_bytes() <= 100);
	t_mark();
	t_keys("\033[B");
	t_wait_cursor(4, 0);
	t_keys("\033OB");
	t_wait_cursor(5, 0);
	assert_true(t_bytes() <= 200);
	t_stop();
}

static void
pasted_text_presses_no_keys(void **state)
{
	(void)state;
	start(24, 80);
	t_paste("qqxu\nq");
	t_wait("Text cannot be pasted here");
	t_keys("gs");
	t_wait("Schools   ");
	t_keys("/");
	t_wait("Enter keep the filter");
	t_raw("\033\033[200~xq\033[201~");	/* close behind an Esc */
	t_wait("Text cannot be pasted here");
	t_wait("Schools   ");
	t_keys("o");
	t_wait("Open a record");
	t_paste("northgate");
	t_wait("> Northgate School");
	t_stop();
}

static void
an_arrow_behind_esc_is_not_lost(void **state)
{
	(void)state;
	start(24, 80);
	t_keys("gs");
	t_wait_cursor(2, 0);
	t_raw("o\033\033[B");		/* leave the popup, one row down */
	t_wait_cursor(3, 0);
	t_stop();
}

static void
an_export_says_how_much_and_where(void **state)
{
	char *want = test_path(t_home(), "here.csv"), *typed;

	(void)state;
	start(24, 80);
	t_keys("gsE");
	t_wait("Write to file");
	typed = test_path(t_home(), "./here.csv");
	t_keys("\025");
	t_keys(typed);
	t_keys("\r");
	t_wait("7 rows in ");
	t_quiet(100);
	if (strlen(want) < 60)
		assert_true(t_shows(want));
	t_stop();
	free(typed);
	free(want);
}

static void
alt_and_a_letter_is_no_command(void **state)
{
	(void)state;
	start(24, 80);
	t_raw("\033q");
	t_wait("does nothing here");
	t_raw("\033[1;7Q");
	t_keys("gs");
	t_wait("Ashdown Green School");
	t_keys("\033");
	t_wait("To close 3");
	t_stop();
}

static void
a_changed_size_keeps_the_selection(void **state)
{
	(void)state;
	start(24, 80);
	t_keys("gsjj");
	t_wait_cursor(4, 0);
	t_resize(15, 60);
	t_wait_row(4, "> Cranmere College");
	t_resize(10, 50);
	t_wait("at least 60 columns");
	t_keys("jjj");		/* nothing is pressed unseen */
	t_resize(40, 120);
	t_wait_row(4, "Cranmere College");
	t_wait_cursor(4, 0);
	t_keys("/");
	t_wait("/");
	t_keys("har");
	t_resize(24, 80);
	t_wait("/har");
	t_wait("Harbour UTC");
	t_stop();
}

static void
a_terminal_without_a_size_is_80x24(void **state)
{
	(void)state;
	t_start(24, 80, (const char *const[]){ "sh", "-c",
	    "stty rows 0 cols 0; exec \"$0\"", test_program(), NULL });
	t_wait("Welcome to Caseload");
	t_wait_row(23, "Esc leave");
	t_stop();
}

static void
others_changes_appear_and_the_row_stays(void **state)
{
	(void)state;
	start(24, 80);
	t_keys("gs");
	t_wait("Ashdown Green School");
	other("set", "school/900127", "name=Ashdown Blue School");
	t_wait("Ashdown Blue School");
	other("archive", "school/900127", "--reason=closed");
	t_wait("(no longer he");
	t_wait_cursor(2, 0);
	t_keys("j");
	t_wait_gone("(no longer he");
	t_wait_row(2, "> Brookvale");
	t_stop();
}

static void
no_color_leaves_the_words_and_marks(void **state)
{
	(void)state;
	t_env("NO_COLOR", "1");
	start(24, 80);
	t_keys("gs");
	t_wait_row(2, "> Ashdown Green School");
	t_golden_attrs("schools-no-colour");
	t_stop();
}

static void
signals_end_it_well(void **state)
{
	static const int sig[] = { SIGHUP, SIGTERM };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(sig); i++) {
		if (i == 0)
			start(24, 80);
		else
			t_start(24, 80, (const char *const[]){
			    test_program(), "--db", db, NULL });
		t_wait("Today");
		t_signal(sig[i]);
		assert_int_equal(t_wait_exit(), 0);
	}
}

static void
a_new_database_offers_demonstration_data(void **state)
{
	(void)state;
	t_start(24, 80, (const char *const[]){ test_program(), NULL });
	t_wait("Welcome to Caseload");
	t_keys("1");
	t_wait("fictional schools");
	t_keys("gs/sandmere p");
	t_wait("Sandmere Park Academy");
	t_stop();
}

static void
history_takes_a_step_back(void **state)
{
	(void)state;
	start(24, 80);
	t_keys("gh");
	t_wait("added Mr M Dale, Records that work");
	t_keys("u");
	t_wait("Taken back: added");
	t_keys("U");
	t_wait("Done again");
	t_stop();
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_teardown(name, end)
	const struct CMUnitTest tests[] = {
		TEST(q_leaves_from_the_first_screen),
		TEST(a_known_school_opens_within_eight_keys),
		TEST(a_planned_encounter_is_closed_within_six_keys),
		TEST(a_cursor_key_costs_a_hundred_bytes_at_most),
		TEST(pasted_text_presses_no_keys),
		TEST(an_arrow_behind_esc_is_not_lost),
		TEST(an_export_says_how_much_and_where),
		TEST(alt_and_a_letter_is_no_command),
		TEST(a_changed_size_keeps_the_selection),
		TEST(a_terminal_without_a_size_is_80x24),
		TEST(others_changes_appear_and_the_row_stays),
		TEST(no_color_leaves_the_words_and_marks),
		TEST(signals_end_it_well),
		TEST(a_new_database_offers_demonstration_data),
		TEST(history_takes_a_step_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
