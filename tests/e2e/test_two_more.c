/* test_two_more.c - somebody else saves the same thing: both values, wherever.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"

#define DAN	"--user", "dan"

static void
has(const char *entity, const char *columns, const char *text)
{
	char *out = hub_asks("list", entity, columns);

	if (strstr(out, text) == NULL)
		fail_msg("no \"%s\" in:\n%s", text, out);
	free(out);
}

static void
saved(void)
{
	t_wait("u takes it back");
	assert_int_equal(t_stop(), 0);
}

static void
a_set_in_a_form(void **state)
{
	(void)state;
	RUN("add", "encounter", "schools=school/900123", "type=talk",
	    "date=2026-11-12", "minutes=60", "years=y10 20, y11 5");
	hub_start(15, 60);
	t_keys("gee");
	t_wait("field 1 of");
	t_keys("\t\t\t\t");
	t_wait("> Years");
	t_keys("\025y10 24, y11 6\t90");
	RUN(DAN, "set", "encounter", "type:talk", "--",
	    "years=y10 30, y11 5, y9 1");
	t_keys("\023");
	t_wait("Somebody changed this");
	t_wait("loaded Y10 20");
	t_wait("dan saved Y10 30 (10:00)");
	t_wait("yours Y10 24");
	t_keys("\033");
	t_wait("what you typed is still here");
	t_wait("y10 24, y11 6");
	t_keys("\023");
	t_wait("yours Y10 24");
	t_keys("2");
	saved();
	has("encounter", "--columns=minutes,years",
	    "90\ty9 1, y10 24, y11 6\n");
}

static void
open_official(void)
{
	hub_start(24, 80);
	t_keys("gs/sandm\r");
	t_wait("1 of 4");
	t_keys("%");
	t_wait("Compass result of 31 Jul 2026");
}

static void
an_official_result(void **state)
{
	(void)state;
	RUN("add", "assessment", "school=school/900123", "date=2026-07-31",
	    "source=compass", "bm1=50", "bm2=60", "bm3=70");
	open_official();
	t_wait_row(3, "50 %");
	RUN(DAN, "set", "assessment", "source:compass", "--", "bm3=75");
	t_wait_row(5, "75 %");		/* by itself, nothing is typed */
	t_keys("64\t66\t");
	t_wait_row(4, "66 %");
	RUN(DAN, "set", "assessment", "source:compass", "--", "bm1=55");
	t_wait("dan changed this record meanwhile");
	t_keys("\023");
	t_wait("Sandmere Park Academy: BM1");
	t_wait("loaded 50");
	t_wait("dan saved 55");
	t_wait("yours 64");
	t_keys("\033");
	t_wait("what you typed is still here");
	t_wait_row(3, "64 %");
	t_keys("\023");
	t_wait("yours 64");
	t_keys("1");
	saved();
	has("assessment", "--columns=bm1,bm2,bm3", "55\t66\t75\n");
}

/* Two people copy the same result; the second to save is told. */
static void
an_official_result_that_both_make(void **state)
{
	char *out;

	(void)state;
	open_official();
	t_keys("64\t66\t");
	t_wait_row(4, "66 %");
	RUN(DAN, "add", "assessment", "school=school/900123",
	    "date=2026-07-31", "source=compass", "bm1=55", "bm4=10");
	t_keys("\023");
	t_wait("Somebody changed this");
	t_wait("dan saved 55");
	t_wait("yours 64");
	t_keys("2");
	saved();
	out = hub_asks("count", "assessment", "source:compass");
	assert_string_equal(out, "1\n");
	free(out);
	has("assessment", "--columns=bm1,bm2,bm4", "64\t66\t10\n");
}

static void
the_line_that_closes_an_encounter(void **state)
{
	(void)state;
	RUN("add", "encounter", "schools=school/900123", "type=talk",
	    "date=2026-11-19", "status=planned", "years=y10 ~30");
	hub_start(15, 60);
	t_keys("get");
	t_wait("How many of the 30");
	t_keys("24");
	RUN(DAN, "set", "encounter", "type:talk", "--", "status=delivered",
	    "years=y10 28", "minutes=50");
	t_keys("\r");
	t_wait("Somebody changed this");
	t_wait("dan saved Y10 28");
	t_wait("yours Y10 24");
	t_keys("\033");
	t_wait_gone("Somebody changed this");
	t_wait_row(13, "24");
	t_keys("\1775\r");
	t_wait("yours Y10 25");
	t_keys("2");
	saved();
	has("encounter", "--columns=status,minutes,years",
	    "delivered\t50\ty10 25");
}

/* What a bulk edit said it would change is what it changes. */
static void
a_bulk_edit_is_shown_again(void **state)
{
	(void)state;
	RUN("add", "encounter", "schools=school/900123", "type=talk",
	    "date=2026-11-12", "minutes=60");
	RUN("add", "encounter", "schools=school/900124", "type=careers fair",
	    "date=2026-11-12", "minutes=60");
	hub_start(24, 80);
	t_keys("ge*e");
	t_wait("Change which field of 2 encounters");
	t_keys("6");
	t_wait("Minutes of all 2");
	t_keys("45\r");
	t_wait("Minutes: 60 -> 45");
	RUN(DAN, "set", "encounter", "type:talk", "--", "minutes=50",
	    "venue=Hall");
	t_keys("\r");
	t_wait("Somebody else has just changed some of them");
	t_wait("Minutes: 60 -> 45   1 of them");
	t_wait("Minutes: 50 -> 45   1 of them");
	has("encounter", "--columns=minutes,venue", "50\tHall");
	t_keys("\r");
	saved();
	has("encounter", "--columns=minutes,venue", "45\tHall");
	has("encounter", "--columns=minutes,venue", "45\t\n");
}

static void
start_as_eve(void)
{
	t_start(24, 80, (const char *const[]){ test_program(), "--db", hub_db,
	    "--user", "eve", NULL });
	t_wait("Today");
}

/* A key that a role can never use is not on the bar, and says so at once; so
 * does a change of many records one of which is another's. */
static void
what_one_may_not_is_said_before_it_is_typed(void **state)
{
	char *ini = test_write(t_home(), "own.ini",
	    "[hub]\nown_schools = yes\n");

	(void)state;
	RUN("user", "add", "ada", "admin");
	RUN("user", "add", "eve", "editor");
	RUN("add", "coordinator", "school=school/900123", "user=eve",
	    "from=2025-09-01");
	RUN("add", "encounter", "schools=school/900123", "type=talk",
	    "date=2026-11-12");
	RUN("add", "encounter", "schools=school/900124", "type=talk",
	    "date=2026-11-13");
	t_env("CASELOAD_CONFIG", ini);
	start_as_eve();
	t_keys("gs");
	t_wait("> Ashdown");
	t_wait_row(23, "e edit");
	t_keys("gu");
	t_wait_row(0, "Users");
	t_wait("> ada");
	t_quiet(200);			/* the bar is painted last */
	assert_null(strstr(t_row(23), "e edit"));
	t_keys("e");
	t_wait("changing users needs the role admin");
	t_keys("j");
	t_wait_gone("changing users needs");
	t_keys("a");
	t_wait("changing users needs the role admin");
	t_keys("*e");
	t_wait("changing users needs the role admin");
	t_keys("Mge*e");
	t_wait("Harbour UTC is looked after by nobody");
	assert_false(t_shows("Change which field"));
	t_keys("Mj ");
	t_keys("e");
	t_wait("Change which field of 1 encounter");
	t_keys("\033");
	t_wait_gone("Change which field");
	assert_int_equal(t_stop(), 0);
	t_env("CASELOAD_CONFIG", NULL);
	free(ini);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, hub_make, hub_end)
	const struct CMUnitTest tests[] = {
		TEST(a_set_in_a_form),
		TEST(an_official_result),
		TEST(an_official_result_that_both_make),
		TEST(the_line_that_closes_an_encounter),
		TEST(a_bulk_edit_is_shown_again),
		TEST(what_one_may_not_is_said_before_it_is_typed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
