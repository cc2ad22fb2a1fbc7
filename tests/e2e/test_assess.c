/* test_assess.c - assessments answered by keyboard: keys counted, work kept. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"

/* Sandmere has a sixth form; its rolls have three figures. */
static void
add_rolls(void)
{
	char group[32];
	int g;

	for (g = 7; g <= 13; g++) {
		snprintf(group, sizeof group, "group=y%d", g);
		RUN("add", "roll", "school=school/900123", "year=2026/27",
		    group, "pupils=180", "confirmed=yes");
	}
}

/* The screen in which CHOICE of what is offered for Sandmere opens. */
static void
open_screen(const char *choice)
{
	hub_start(24, 80);
	t_keys("gs/sandm\r");
	t_wait("1 of 4");
	t_keys("A");
	t_wait("eight percentages of Compass");
	t_keys(choice);
	t_wait("points so far");
}

static void
in_two_keys_an_item(const char *choice, const char *keys, int items)
{
	char all[48];

	add_rolls();
	open_screen(choice);
	snprintf(all, sizeof all, "All %d are answered", items);
	t_count_reset();
	t_keys(keys);
	t_wait(all);
	print_message("%d items: %d keys\n", items, t_count());
	assert_in_range(t_count(), items, 2 * items);
	t_keys("\033");
	t_wait_gone("points so far");
	t_stop();
}

static void
every_item_of_2024_takes_two_keys_at_most(void **state)
{
	char *out;

	(void)state;
	in_two_keys_an_item("1", "yyyyyyyyyynpx" "yyyyyyy"
	    "120\r90\r160\r" "yy" "yyyyyyyyyyyyyyyn" "75\ry"
	    "100\r110\r120\r130\r140\r150\r160\ry" "120\r100\r3\r5\r"
	    "110\r120\r130\r140\r150\r40%" "170\r165\ryy", 65);
	out = hub_asks("list", "assessment", "--columns=framework,setting,"
	    "source,bm1,bm2,bm3,bm4,bm5,bm6,bm7,bm8");
	/* 17 of 19, 1+1+2+2 of 14, 15 of 16, 3+1 of 5, the lowest is 100 of
	 * 180: 3+1 of 5, 3+3 of 8, 3+3+3+4+4+2 of 24, 4+4+2 of 10 */
	assert_non_null(strstr(out, "G2024\tschool\tself-assessment\t"
	    "89\t42\t93\t80\t80\t75\t79\t100"));
	free(out);
}

static void
every_item_of_2014_takes_two_keys_at_most(void **state)
{
	char *out;

	(void)state;
	in_two_keys_an_item("2", "yyyyyyyyyyynnnnnn" "75\rn" "yyyyyyyynnn"
	    "50\r75\r80\r25\r" "1000\r" "120\r100\r"
	    "110\r120\r130\r140\r150\r40\r" "170\r165\r", 45);
	out = hub_asks("list", "assessment", "--columns=framework,bm1,bm2,"
	    "bm3,bm4,bm5,bm6,bm7,bm8");
	assert_non_null(strstr(out, "G2014\t64\t60\t72\t62\t100\t75\t79\t100"));
	free(out);
}

static void
left_half_way_it_goes_on_at_the_first_open_item(void **state)
{
	(void)state;
	open_screen("1");
	t_keys("yyyyy");
	t_wait("5 of 65");
	t_keys("\033[6~\033[6~n\033");		/* 3.1, and out */
	t_wait_gone("points so far");
	t_keys("A");
	t_wait("6 of 65 answered");
	t_keys("\r");
	t_wait("> 1.6");
	t_stop();
}

static void
a_kill_loses_two_seconds_at_most(void **state)
{
	char *out;

	(void)state;
	open_screen("1");
	t_keys("yynny");
	t_wait("5 of 65");
	t_quiet(3000);
	t_keys("p");
	t_wait("6 of 65");
	t_signal(SIGKILL);
	(void)t_wait_exit();
	out = hub_asks("list", "assessment", "--columns=items");
	assert_non_null(strstr(out, "1.1=yes, 1.2=yes, 1.3=no, 1.4=no, "
	    "1.5=yes"));
	free(out);
	out = hub_asks("history", "--limit", "1");
	assert_non_null(strstr(out, "answered 5 items of assessment/"));
	free(out);
	hub_start(24, 80);
	t_keys("gs/sandm\r");
	t_wait("1 of 4");
	t_keys("A");
	t_wait("Go on with that of 20 Nov 2026: 5 of 65 answered");
	t_keys("1");
	t_wait("> 1.6");
	t_stop();
}

/* The reference of the only assessment. */
static char *
reference(void)
{
	char *out = hub_asks("list", "assessment", "--columns=ref");
	char *line = strchr(out, '\n');

	assert_non_null(line);
	memmove(out, line + 1, strlen(line));
	out[strcspn(out, "\n\t")] = '\0';
	return out;
}

static void
what_others_answer_appears_and_clashes_are_asked(void **state)
{
	char *ref, *out;

	(void)state;
	RUN("add", "assessment", "school=school/900123", "items=1.1=yes");
	ref = reference();
	open_screen("1");
	t_wait("1 of 65");
	RUN("set", ref, "items+=1.4=no");
	t_wait("2 of 65");
	t_wait("> 1.2");
	t_signal(SIGSTOP);		/* both within the same second */
	t_keys("n");
	RUN("set", ref, "items+=1.2=yes");
	t_signal(SIGCONT);
	t_wait("Somebody changed this");
	t_wait("yours 1.2=no");
	t_keys("2");
	t_wait_gone("Somebody changed this");
	t_keys("\033");
	t_wait_gone("points so far");
	out = hub_asks("list", "assessment", "--columns=items");
	assert_non_null(strstr(out, "1.1=yes, 1.2=no, 1.4=no"));
	free(out);
	free(ref);
	t_stop();
}

static void
a_hang_up_saves_what_was_answered(void **state)
{
	char *out;

	(void)state;
	open_screen("1");
	t_keys("yn");
	t_wait("2 of 65");
	hub_hang_up();
	out = hub_asks("list", "assessment", "--columns=items");
	assert_non_null(strstr(out, "1.1=yes, 1.2=no"));
	free(out);
}

/* The day may be another, and a result that is there already is changed. */
static void
an_official_result_has_the_day_one_types(void **state)
{
	char *out;

	(void)state;
	hub_start(24, 80);
	t_keys("gs/sandm\r");
	t_wait("1 of 4");
	t_keys("%");
	t_wait("Compass result of 31 Jul 2026");
	t_keys("\033[Z31/3\t64 100\t\023");
	t_wait("u takes it back");
	t_keys("%");
	t_wait("was 64");
	t_keys("\033[Z31/3\t");
	t_wait("of 31 Mar 2026");
	t_wait_row(4, "100 %");
	t_keys("101\t");
	t_wait("BM1 is a per cent from 0 to 100");
	t_keys("\177\177\17772\t7 8");
	t_wait_row(5, "8 %");
	t_keys("\033");
	t_wait("These percentages are not saved");
	t_keys("3\177-\t\023");
	t_wait("u takes it back");
	t_stop();
	out = hub_asks("list", "assessment", "--columns=date,bm1,bm2,bm3");
	assert_non_null(strstr(out, "2026-03-31\t72\t7\t\n"));
	free(out);
	out = hub_asks("count", "assessment", "source:compass");
	assert_string_equal(out, "1\n");
	free(out);
}

static void
percentages_typed_outlive_a_hang_up(void **state)
{
	char *out;

	(void)state;
	hub_start(24, 80);
	t_keys("gs/sandm\r");
	t_wait("1 of 4");
	t_keys("%");
	t_wait("Compass result of 31 Jul 2026");
	t_keys("64 100 7");
	t_wait_row(5, "7 %");
	hub_hang_up();
	hub_start(24, 80);
	t_wait("You left these unsaved");
	t_keys("\r");
	t_wait("You typed percentages here");
	t_keys("\r");
	t_wait("it is not saved yet");
	t_wait_row(3, "64 %");
	t_wait_row(6, "> 4");
	t_keys("50\023");
	t_wait("u takes it back");
	t_stop();
	out = hub_asks("list", "assessment", "--columns=bm1,bm2,bm3,bm4");
	assert_non_null(strstr(out, "\t64\t100\t7\t50"));
	free(out);
	hub_start(24, 80);		/* nothing is offered any more */
	t_keys("gs/sandm\r");
	t_wait("1 of 4");
	t_stop();
}

static void
official_results_of_22_schools_take_48_keys_each(void **state)
{
	char urn[24], name[32], *out;
	int i;

	(void)state;
	for (i = 0; i < 18; i++) {
		snprintf(urn, sizeof urn, "urn=9002%02d", i);
		snprintf(name, sizeof name, "name=Testing School %c", 'A' + i);
		RUN("add", "school", urn, name, "low_age=11", "high_age=18");
	}
	hub_start(24, 80);
	t_count_reset();
	t_keys("gs%");
	t_wait("Compass result of 31 Jul 2026");
	for (i = 0; i < 22; i++) {
		t_keys(i % 2 ? "100 100 100 100 100 100 100 100\016" :
		    "64\t100\t72\t81\t75\t50\t-\t79\016");
		t_wait("Saved: ");
		if (i < 21)
			t_wait_row(3, "__ %");
	}
	t_wait("That was the last of the list");
	print_message("22 schools: %d keys\n", t_count());
	assert_in_range(t_count(), 22, 22 * 48);
	t_stop();
	out = hub_asks("count", "assessment", "source:compass");
	assert_string_equal(out, "22\n");
	free(out);
	out = hub_asks("count", "assessment", "date:2026-07-31");
	assert_string_equal(out, "22\n");
	free(out);
	out = hub_asks("count", "assessment", "bm1:100 bm8:100");
	assert_string_equal(out, "11\n");
	free(out);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, hub_make, hub_end)
	const struct CMUnitTest tests[] = {
	    TEST(every_item_of_2024_takes_two_keys_at_most),
	    TEST(every_item_of_2014_takes_two_keys_at_most),
	    TEST(left_half_way_it_goes_on_at_the_first_open_item),
	    TEST(a_kill_loses_two_seconds_at_most),
	    TEST(what_others_answer_appears_and_clashes_are_asked),
	    TEST(a_hang_up_saves_what_was_answered),
	    TEST(an_official_result_has_the_day_one_types),
	    TEST(percentages_typed_outlive_a_hang_up),
	    TEST(official_results_of_22_schools_take_48_keys_each),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
