/* test_form.c - forms on a terminal: sizes, drafts, clashes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"

/* --- nothing is lost ----------------------------------------------------- */

static void
resizing_in_the_middle_of_a_form_loses_nothing(void **state)
{
	char *out;

	(void)state;
	hub_start(24, 80);
	t_keys("gen");
	t_wait("New encounter");
	t_keys("harb\rtalk\rbarc\r");
	t_wait("BM5");
	t_keys("12/1");
	t_resize(15, 60);
	t_wait("Tue 12 Jan 2027");
	t_resize(10, 40);
	t_wait("Please make the window");
	t_resize(30, 120);
	t_wait("Tue 12 Jan 2027");
	t_keys("1");			/* typing goes on: 12/11 */
	t_wait("Thu 12 Nov 2026");
	t_keys("\ry10 3");
	t_wait("Year 10: 3 ");
	t_resize(24, 80);
	t_keys("0");
	t_wait("Year 10: 30 ");
	t_keys("\033[D\033[D");
	t_resize(15, 60);
	t_keys("2");			/* the cursor is where it was: 230 */
	t_wait("y10 230");
	t_keys("\177\023");
	t_wait("u takes it back");
	t_stop();
	out = hub_asks("list", "encounter", "--columns=date,years,employers");
	assert_non_null(strstr(out, "2026-11-12\ty10 30\t"));
	free(out);
}

static void
a_hang_up_while_typing_leaves_a_draft_that_is_offered(void **state)
{
	(void)state;
	hub_start(24, 80);
	t_keys("gen");
	t_wait("New encounter");
	t_keys("sandm\rmock\rbarc\ry\ry10 2");
	t_wait("Year 10: 2 ");
	assert_int_equal(t_stop(), 0);
	hub_again();
	t_wait("Typed and not saved");
	t_keys("\r");
	t_wait("Sandmere Park Academy");
	t_wait("Mock interview");
	t_wait("Barclays Bank");
	t_wait("Thu 19 Nov 2026");
	t_wait("Year 10: 2 ");
	t_keys("\023");
	t_wait("u takes it back");
	t_stop();
	hub_again();
	t_quiet(100);
	assert_false(t_shows("Typed and not saved"));
	t_stop();
}

static void
typing_becomes_a_draft_by_itself(void **state)
{
	(void)state;
	hub_start(24, 80);
	t_keys("gen");
	t_wait("New encounter");
	t_keys("sandm\r");
	t_wait_row(1, "Sandmere Park Academy");
	t_quiet(3500);			/* two seconds without a key, a tick */
	t_signal(SIGKILL);
	t_wait_exit();
	hub_again();
	t_wait("Typed and not saved");
	t_keys("\033");
	t_wait_gone("Typed and not saved");
	t_keys("gen");
	t_wait("A draft");
	t_keys("2");
	t_wait_gone("A draft");
	t_keys("\033gen");
	t_wait("New encounter");
	assert_false(t_shows("A draft"));
	t_stop();
}

static void
a_draft_can_be_thrown_away_at_the_start(void **state)
{
	(void)state;
	hub_start(24, 80);
	t_keys("gmn");
	t_wait("New employer");
	t_keys("First Works\033");
	t_wait("kept as a draft");
	t_keys("n");
	t_wait("A draft");
	t_keys("3");
	t_wait_gone("A draft");
	t_keys("Second Works\033");
	t_wait("kept as a draft");
	t_stop();
	hub_again();
	t_wait("New employer: First Works");
	t_wait("New employer: Second Works");
	t_keys("3");
	t_wait("Throw away which?");
	t_keys("\r");
	t_wait("(y/n)");
	t_keys("y");
	t_wait("Typed and not saved");
	t_wait("throw it away");
	t_keys("\r");
	t_wait("New employer  ");
	t_wait(" Works");
	t_keys("\023");
	t_wait("u takes it back");
	t_stop();
	hub_again();
	t_quiet(100);
	assert_false(t_shows("Typed and not saved"));
	t_stop();
}

/* --- two at once --------------------------------------------------------- */

/* Open the one encounter's form with the cursor on Minutes. */
static void
open_minutes(void)
{
	RUN("add", "encounter", "schools=school/900123", "type=talk",
	    "date=2026-11-12", "minutes=60");
	hub_start(24, 80);
	t_keys("ge");
	t_wait("Talk");
	t_keys("e");
	t_wait("Change encounter");
	t_keys("\t\t\t\t\t");
	t_wait("> Minutes");
}

static void
another_field_changed_meanwhile_stays(void **state)
{
	char *out;

	(void)state;
	open_minutes();
	t_keys("90");
	RUN("set", "encounter", "minutes:60", "--", "venue=Main hall");
	t_keys("\023");
	t_wait("u takes it back");
	t_stop();
	out = hub_asks("list", "encounter", "--columns=minutes,venue");
	assert_non_null(strstr(out, "90\tMain hall"));
	free(out);
}

static void
both_values_are_shown_when_it_is_the_same_field(void **state)
{
	char *out;

	(void)state;
	open_minutes();
	t_keys("90\t\tAssembly");
	RUN("--user", "priya", "set", "encounter", "minutes:60", "--",
	    "minutes=45");
	t_keys("\023");
	t_wait("Somebody changed this");
	t_wait("loaded 60");
	t_wait("priya saved 45");
	t_wait("yours 90");
	t_wait("Your other change is saved");
	t_golden("both-values");
	t_keys("1");
	t_wait("u takes it back");
	out = hub_asks("list", "encounter", "--columns=minutes,title");
	assert_non_null(strstr(out, "45\tAssembly"));
	free(out);
	t_keys("e");
	t_wait("Change encounter");
	t_keys("\t\t\t\t\t75");
	RUN("set", "encounter", "minutes:45", "--", "minutes=50");
	t_keys("\023");
	t_wait("yours 75");
	t_keys("3");
	t_wait("Type the value");
	t_keys("\02580\r");
	t_wait("u takes it back");
	out = hub_asks("list", "encounter", "--columns=minutes,title");
	assert_non_null(strstr(out, "80\tAssembly"));
	free(out);
	t_stop();
}

static void
a_hang_up_while_something_is_asked_ends_well(void **state)
{
	(void)state;
	open_minutes();
	t_keys("90");
	RUN("set", "encounter", "minutes:60", "--", "minutes=45");
	t_keys("\023");
	t_wait("yours 90");
	hub_hang_up();

	hub_again();
	t_wait("Typed and not saved");
	hub_hang_up();

	hub_again();
	t_wait("Typed and not saved");
	t_keys("2");
	t_wait("Throw away");
	hub_hang_up();

	hub_again();
	t_wait("Typed and not saved");
	t_keys("1");
	t_wait("Change encounter");
	t_keys("\023");
	t_wait("yours 90");
	t_keys("3");
	t_wait("Type the value");
	hub_hang_up();
}

static void
a_hang_up_in_a_line_ends_well(void **state)
{
	(void)state;
	RUN("add", "encounter", "schools=school/900123", "type=talk",
	    "date=2026-11-19", "status=planned");
	hub_start(24, 80);
	t_keys("gez");
	t_wait("To which day");
	hub_hang_up();

	hub_again();
	t_keys("get");
	t_wait("Who came");
	hub_hang_up();

	hub_again();
	t_keys("ge*e");
	t_wait("Change which field");
	t_keys("\r");
	t_wait("of all 1");
	hub_hang_up();

	hub_again();
	t_keys("l");
	t_paste("sandm; barc; talk; y9 20\nnobody; talk");
	t_wait("2 lines");
	hub_hang_up();

	hub_again();
	t_wait("2 pasted lines");
	t_keys("2");			/* throw them away */
	t_wait("Throw away");
	t_keys("y");
	t_wait_gone("2 pasted lines");
	t_keys("l");
	t_wait("log>");
	t_keys("\025");
	t_paste("sandm; barc; talk; y9 20\nnobody; talk");
	t_wait("2 lines");
	t_keys("y");
	t_wait("0 saved, 2 not");
	hub_hang_up();
}

/* --- what libform would spoil -------------------------------------------- */

static void
odd_text_survives_a_form_untouched_and_typed(void **state)
{
	char *out;

	(void)state;
	RUN("add", "encounter", "schools=school/900123", "type=talk",
	    "date=2026-11-12", "note=one\ntwo\t\xe2\x98\x83 e\xcc\x81",
	    "summary=plain");
	hub_start(24, 80);
	t_keys("ge");
	t_wait("Talk");
	t_keys("e");
	t_wait("Change encounter");
	t_keys("\033[Z\033[Z");
	t_wait("> Summary");
	t_keys("\005 a\xcc\x81");		/* a, combining acute */
	t_wait("plain \xc3\xa1");
	t_keys("\023");
	t_wait("u takes it back");
	t_stop();
	out = t_run(0, NULL, (const char *const[]){ test_program(), "--db", hub_db,
	    "export", "encounter", "--format", "json", NULL });
	assert_non_null(strstr(out, "plain \xc3\xa1"));
	assert_non_null(strstr(out, "one\\ntwo\\t\xe2\x98\x83 e\xcc\x81"));
	free(out);
}

static void
a_deleted_database_costs_no_typing(void **state)
{
	char *away = test_path(t_home(), "away.db");

	(void)state;
	hub_start(24, 80);
	t_keys("osandm\r");
	t_wait("URN 900123");
	t_keys("e\t");
	t_wait("> Name");
	t_keys("\032");		/* Ctrl-Z is answered in forms too */
	t_wait("There is no shell to go back to");
	t_keys("\025Sandmere College");
	assert_int_equal(rename(hub_db, away), 0);
	t_keys("\023");
	t_wait("was moved, deleted or replaced");
	t_wait("Sandmere College");
	assert_int_equal(rename(away, hub_db), 0);
	t_keys("\023");
	t_wait("Changed Sandmere College");
	t_stop();
	free(away);
}

static void
a_script_is_no_shell_to_go_back_to(void **state)
{
	(void)state;
	t_start(24, 80, (const char *const[]){ "/bin/sh", "-c",
	    "\"$0\" --db \"$1\"; exit 0", test_program(), hub_db, NULL });
	t_wait("Today");
	t_keys("\032");
	t_wait("There is no shell to go back to");
	t_stop();
}

static void
a_window_too_small_at_the_start_says_so_whole(void **state)
{
	(void)state;
	t_start(6, 30, (const char *const[]){ test_program(), "--db", hub_db,
	    NULL });
	t_wait_row(0, "Please make the window at");
	t_wait_row(1, "least 60 columns wide and 15");
	t_wait_row(2, "rows high; nothing is lost.");
	t_resize(24, 80);
	t_wait("Today");
	t_stop();
}

static void
several_pasted_lines_are_logged_one_by_one(void **state)
{
	char *out;

	(void)state;
	hub_start(24, 80);
	t_keys("l");
	t_wait("log>");
	t_paste("sandm; barc; talk; y9 20\nnobody; talk\nharbour; tfl; mock; "
	    "y10 5");
	t_wait("3 lines");
	t_keys("y");
	t_wait("2 saved, 1 not");
	t_wait("NOT SAVED");
	t_keys("\r");
	t_wait("log> nobody; talk");
	t_keys("\033");
	t_wait("The line is kept");
	t_keys("u");
	t_wait("Undo");
	t_keys("\r");
	t_wait("Taken back");
	t_stop();
	out = hub_asks("count", "encounter", "date:2026-11-20");
	assert_string_equal(out, "0\n");
	free(out);
}

/* A line of another's school is refused like any other. */
static void
a_pasted_line_that_is_denied_comes_back(void **state)
{
	char *ini = test_write(t_home(), "hub.ini",
	    "[hub]\nown_schools = yes\n[backup]\ndaily = no\n"), *out;

	(void)state;
	RUN("user", "add", "ed", "editor");
	RUN("add", "coordinator", "school=900123", "user=ed",
	    "from=2020-09-01");
	t_start(24, 80, (const char *const[]){ test_program(), "hub-session",
	    "ed", hub_db, ini, NULL });
	free(ini);
	t_wait("Today");
	t_keys("l");
	t_wait("log>");
	t_paste("sandm; barc; talk; y9 20\nharbour; tfl; mock; y10 5\n"
	    "sandm; tfl; talk; y8 20");
	t_wait("3 lines");
	t_keys("y");
	t_wait("2 saved, 1 not");
	t_wait("NOT SAVED: Harbour UTC is looked after");
	t_keys("\r");
	t_wait("log> harbour; tfl; mock; y10 5");
	t_keys("\033");
	t_wait("The line is kept");
	t_stop();
	out = hub_asks("count", "encounter", "type:talk");
	assert_string_equal(out, "2\n");
	free(out);
}

/* A terminal that does not mark pastes sends the lines as fast keys. */
static void
lines_pasted_without_marks_save_nothing_by_themselves(void **state)
{
	static const char line[] = "sandm; barc; talk; y9 20\r";
	char all[30 * (sizeof line - 1) + 1] = "", *out;
	size_t i;

	(void)state;
	for (i = 0; i < 30; i++)
		memcpy(all + i * (sizeof line - 1), line, sizeof line - 1);
	hub_start(24, 80);
	t_keys("l");
	t_wait("log>");
	t_raw(all);
	t_wait("30 lines");
	t_keys("n");
	t_wait_gone("30 lines");
	t_keys("l");
	t_wait("log>");
	t_keys("\025");
	t_raw("sandm; barc; talk; y9 20\r\nharbour; tfl; mock; y10 5");
	t_wait("2 lines");
	t_keys("n");
	t_wait_gone("2 lines");
	out = hub_asks("count", "encounter", "date:2026-11-20");
	assert_string_equal(out, "0\n");
	free(out);
	t_keys("l");
	t_wait("log>");
	t_keys("\025sandm; barc; talk; y9 20\ru");	/* typed ahead */
	t_wait("Taken back");
	t_keys("lsandm; barc; talk; y9 20\r");
	t_wait("Logged ");
	t_stop();
	out = hub_asks("count", "encounter", "date:2026-11-20");
	assert_string_equal(out, "1\n");
	free(out);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, hub_make, hub_end)
	const struct CMUnitTest tests[] = {
	    TEST(resizing_in_the_middle_of_a_form_loses_nothing),
	    TEST(a_hang_up_while_typing_leaves_a_draft_that_is_offered),
	    TEST(typing_becomes_a_draft_by_itself),
	    TEST(a_draft_can_be_thrown_away_at_the_start),
	    TEST(another_field_changed_meanwhile_stays),
	    TEST(both_values_are_shown_when_it_is_the_same_field),
	    TEST(a_hang_up_while_something_is_asked_ends_well),
	    TEST(a_hang_up_in_a_line_ends_well),
	    TEST(odd_text_survives_a_form_untouched_and_typed),
	    TEST(a_deleted_database_costs_no_typing),
	    TEST(a_script_is_no_shell_to_go_back_to),
	    TEST(a_window_too_small_at_the_start_says_so_whole),
	    TEST(several_pasted_lines_are_logged_one_by_one),
	    TEST(a_pasted_line_that_is_denied_comes_back),
	    TEST(lines_pasted_without_marks_save_nothing_by_themselves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
