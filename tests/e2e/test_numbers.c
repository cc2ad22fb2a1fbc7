/* test_numbers.c - the two tables with two people, sizes and hang-ups.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"

static const char *const dan = "dan";

/* Somebody else's numbers for the one encounter there is. */
static void
other_numbers(const char *years)
{
	RUN("--user", dan, "set", "encounter", "type:careers*", "--", years);
}

static char *
years(void)
{
	return hub_asks("list", "encounter", "--columns=years");
}

static void
open_grid(int rows, int cols)
{
	RUN("add", "encounter", "schools=school/900123,school/900124",
	    "type=careers fair", "date=2026-11-19", "status=delivered",
	    "years=900123: y9 60, y10 80; 900124: y10 45");
	hub_start(rows, cols);
	t_keys("ge");
	t_wait("Careers fair");
	t_keys("N");
	t_wait("Pupils that came");
	t_keys("\033[B\033[D\033[D\033[D\033[D\033[D\033[D");
	t_keys("\033[C\033[C\033[C");	/* Sandmere, Y10 */
	t_wait("The roll of Sandmere Park Academy Y10");
}

static void
other_cells_changed_meanwhile_stay(void **state)
{
	char *out;

	(void)state;
	open_grid(24, 80);
	t_keys("85");
	other_numbers("years+=900124: y10 50");
	t_keys("\023");
	t_wait("u takes it back");
	t_stop();
	out = years();
	assert_non_null(strstr(out, "y10 85"));
	assert_non_null(strstr(out, "y10 50"));
	assert_non_null(strstr(out, "y9 60"));
	free(out);
}

static void
the_same_cell_shows_both_values(void **state)
{
	char *out;

	(void)state;
	open_grid(24, 80);
	t_keys("85\t7");		/* and another cell */
	other_numbers("years+=900123: y10 90");
	t_keys("\023");
	t_wait("Somebody changed this");
	t_wait("Y10 80");
	t_wait("dan saved");
	t_wait("Y10 90");
	t_wait("Y10 85");
	t_keys("3");
	t_wait("Type the value");
	t_wait("900123: y10 85");
	t_keys("\001\v900124: y10 1\r");	/* not what was asked for */
	t_wait("Only that one line");
	t_keys("\025900123: y10 88\r");
	t_wait("u takes it back");
	t_stop();
	out = years();
	assert_non_null(strstr(out, "y10 88"));
	assert_non_null(strstr(out, "y11 7"));
	assert_non_null(strstr(out, "y9 60"));
	assert_non_null(strstr(out, "y10 45"));
	free(out);
}

static void
leaving_the_question_saves_nothing(void **state)
{
	char *out;

	(void)state;
	open_grid(24, 80);
	t_keys("85");
	other_numbers("years+=900123: y10 90");
	t_keys("\023");
	t_wait("Y10 85");
	t_keys("\033");
	t_wait("Nothing was saved");
	t_wait(" 85 ");
	t_keys("\023");
	t_wait("Y10 85");
	t_keys("2");
	t_wait("u takes it back");
	t_stop();
	out = years();
	assert_non_null(strstr(out, "y10 85"));
	free(out);
}

static void
a_school_that_somebody_else_took_off_is_told(void **state)
{
	(void)state;
	open_grid(24, 80);
	t_keys("85");
	RUN("--user", dan, "set", "encounter", "type:careers*", "--",
	    "years=900124: y10 45", "schools=school/900124");
	t_keys("\023");
	t_wait("dan saved nothing");
	t_keys("2");
	t_wait("Not saved for Sandmere Park Academy, which somebody else");
	t_stop();
}

static void
numbers_survive_sizes_and_a_hang_up(void **state)
{
	char *out;

	(void)state;
	open_grid(24, 80);
	t_keys("85");
	t_resize(15, 60);
	t_wait(" 85 ");
	t_resize(9, 30);
	t_wait("Please make the window");
	t_resize(24, 80);
	t_wait("of Sandmere Park Academy Y10");
	t_wait(" 85 ");
	t_keys("\t6");
	hub_hang_up();			/* the last digit is not yet taken */

	hub_again();
	t_wait("Typed and not saved");
	t_keys("\r");
	t_wait("A draft");
	t_keys("1");
	t_wait("it is not saved yet");
	other_numbers("years+=900124: y10 50");
	t_keys("\023");
	t_wait("u takes it back");
	out = years();
	assert_non_null(strstr(out, "y10 85"));
	assert_non_null(strstr(out, "y11 6"));
	assert_non_null(strstr(out, "y10 50"));
	free(out);
	t_stop();
	hub_again();
	t_quiet(100);
	assert_false(t_shows("Typed and not saved"));
	t_stop();
}

/* --- other figures ------------------------------------------------------- */

static void
a_year_group_a_school_lacks_has_dots(void **state)
{
	(void)state;
	RUN("add", "school", "urn=900130", "name=Two Year School");
	RUN("add", "roll", "school=school/900130", "year=2026/27",
	    "group=y8", "pupils=60");
	RUN("add", "roll", "school=school/900130", "year=2026/27",
	    "group=y14", "pupils=5");
	RUN("add", "encounter", "schools=school/900130", "type=talk",
	    "date=2026-11-12", "years=y13 7");
	hub_again();
	t_keys("otwo year\r");
	t_wait("URN 900130");
	t_wait_row(2, " Open");
	t_wait_row(6, "Y11      Y12      Y13");
	t_wait_row(7, "?        .        ?");
	t_wait_row(8, "0        .        7");
	t_stop();
}

static void
why_a_school_may_not_join_takes_the_lines_it_needs(void **state)
{
	(void)state;
	RUN("add", "school", "urn=900131", "name=Fernhill Primary",
	    "type_code=1", "phase_code=2", "la_code=211");
	hub_start(15, 60);
	t_keys("ofernhill\r");
	t_wait("URN 900131");
	t_wait_row(2, " Eligible no: primary schools are in primary programmes");
	t_wait_row(3, "          only");
	t_wait_row(4, " Head nobody");
	t_resize(24, 80);
	t_wait_row(3, "no: primary schools are in primary programmes only");
	t_wait_row(4, " Head nobody");
	t_stop();
}

static void
a_filter_reads_on_in_a_long_timeline(void **state)
{
	char line[80];

	(void)state;
	RUN("add", "encounter", "schools=school/900123", "type=work experience",
	    "date=2024-01-15");
	for (int i = 0; i < 90; i++) {
		snprintf(line, sizeof line, "date=2025-%02d-%02d", 1 + i / 28,
		    1 + i % 28);
		RUN("add", "encounter", "schools=school/900123", "type=talk",
		    line);
	}
	hub_again();
	t_keys("osandm\r");
	t_wait("URN 900123");
	t_keys("2");
	t_wait("Talk");
	t_keys("/work exp");
	t_wait("Mon 15 Jan 2024");
	t_wait("1 of 91");
	t_keys("\r");
	t_wait_row(2, "> Mon 15 Jan 2024");
	t_keys("\033");
	t_wait("Talk");
	t_keys("\033[F");		/* to the end of all */
	t_wait("> Mon 15 Jan 2024");
	t_stop();
}

/* --- attendance ---------------------------------------------------------- */

static void
open_attendance(void)
{
	static const char *const names[] = { "Ashford", "Belford", "Chadford" };
	char name[32], ref[48];

	RUN("add", "cpd", "title=Labour market data", "date=2026-11-20",
	    "minutes=90");
	for (size_t i = 0; i < COUNT(names); i++) {
		snprintf(name, sizeof name, "name=Person %s", names[i]);
		RUN("add", "contact", name, "--new");
		snprintf(ref, sizeof ref, "contact=contact/%s", names[i]);
		RUN("add", "booking", "cpd=cpd/labour", ref);
	}
	hub_start(24, 80);
	t_keys("gp");
	t_wait("Labour market");
	t_keys("N");
	t_wait("not yet 3");
}

static void
other_mark(const char *who, const char *what)
{
	char filter[48];

	snprintf(filter, sizeof filter, "contact:contact/%s", who);
	RUN("--user", dan, "set", "booking", filter, "--", what);
}

static size_t
how_many(const char *status)
{
	char filter[48], *out;
	size_t n;

	snprintf(filter, sizeof filter, "status:%s", status);
	out = hub_asks("count", "booking", filter);
	n = strtoul(out, NULL, 10);
	free(out);
	return n;
}

static void
other_people_ticked_meanwhile_stay(void **state)
{
	(void)state;
	open_attendance();
	t_keys(" ");			/* Ashford came */
	other_mark("belford", "status=apologies");
	t_keys("\023");
	t_wait("Saved: 1 came");
	t_stop();
	assert_int_equal(how_many("attended"), 1);
	assert_int_equal(how_many("apologies"), 1);
	assert_int_equal(how_many("booked"), 1);
}

static void
the_same_person_shows_both_values(void **state)
{
	(void)state;
	open_attendance();
	t_keys("  n");
	other_mark("ashford", "status=absent");
	other_mark("chadford", "status=apologies");
	t_keys("\023");
	t_wait("Somebody changed this");
	t_wait("Ashford P: Status");
	t_wait("dan saved absent");
	t_wait("yours attended");
	t_keys("1");
	t_wait("Chadford P: Status");
	t_wait("dan saved apologies");
	t_wait("yours absent");
	t_keys("2");
	t_wait("Saved: ");
	t_stop();
	assert_int_equal(how_many("attended"), 1);
	assert_int_equal(how_many("absent"), 2);
}

static void
ticks_survive_sizes_and_a_hang_up(void **state)
{
	(void)state;
	open_attendance();
	t_keys("  r");
	t_wait("Who came instead?");
	t_keys("ashf\r");
	t_wait("replaced by Ashford P");
	t_keys("\033[A\033[An4");
	t_resize(15, 60);
	t_wait("4 minutes");
	t_resize(24, 80);
	t_keys("5");
	t_wait("45 minutes");
	hub_hang_up();

	hub_again();
	t_wait("Typed and not saved");
	t_keys("\r");
	t_wait("A draft");
	t_keys("1");
	t_wait("not yet 0");
	t_wait("0.75 h");
	t_wait("replaced by Ashford P");
	t_keys("\023");
	t_wait("Saved: 1 came, 1 absent, 1 sent");
	t_stop();
	/* Who came instead has a booking that says so. */
	assert_int_equal(how_many("attended"), 2);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, hub_make, hub_end)
	const struct CMUnitTest tests[] = {
		TEST(other_cells_changed_meanwhile_stay),
		TEST(the_same_cell_shows_both_values),
		TEST(leaving_the_question_saves_nothing),
		TEST(a_school_that_somebody_else_took_off_is_told),
		TEST(numbers_survive_sizes_and_a_hang_up),
		TEST(a_year_group_a_school_lacks_has_dots),
		TEST(why_a_school_may_not_join_takes_the_lines_it_needs),
		TEST(a_filter_reads_on_in_a_long_timeline),
		TEST(other_people_ticked_meanwhile_stay),
		TEST(the_same_person_shows_both_values),
		TEST(ticks_survive_sizes_and_a_hang_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
