/* test_few_keys.c - what a day's work costs in keys, counted as typed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"

static void
a_full_encounter_takes_few_keys_by_form_and_fewer_the_next(void **state)
{
	char *out;

	(void)state;
	hub_start(24, 80);
	t_count_reset();
	t_keys("gen");
	t_wait("New encounter");
	t_keys("sandm\rmock\rbarc\ry\ry10 24");
	t_wait("Year 10: 24 attended");
	t_keys("\023");
	t_wait("u takes it back");
	print_message("form: %d keys\n", t_count());
	assert_in_range(t_count(), 1, 45);
	t_keys("gen");
	t_wait("New encounter");
	t_keys("sandm\rmock\rbarc\ry\ry10 24");
	t_count_reset();
	t_keys("\016");
	t_wait("u takes it back");
	t_wait_row(4, "Thu 19 Nov 2026");
	t_keys("tfl\ry9 60");
	t_wait("Year 9: 60 attended");
	t_keys("\023");
	t_wait_gone("New encounter");
	print_message("the next one: %d keys\n", t_count());
	assert_in_range(t_count(), 1, 15);
	t_stop();
	out = hub_asks("list", "encounter", "type:mock interview");
	free(out);
	out = hub_asks("count", "encounter", "date:2026-11-19");
	assert_string_equal(out, "3\n");
	free(out);
	out = hub_asks("count", "encounter", "employers:london");
	assert_string_equal(out, "1\n");
	free(out);
}

static void
a_full_encounter_takes_few_keys_by_line(void **state)
{
	char *out;

	(void)state;
	hub_start(24, 80);
	t_count_reset();
	t_keys("lsandm;barc;mock;y10 24;y");
	t_wait("Thu 19 Nov 2026 | delivered");
	t_keys("\r");
	t_wait("Logged ");
	print_message("line: %d keys\n", t_count());
	assert_in_range(t_count(), 1, 30);
	t_keys("u");
	t_wait("Taken back");
	t_stop();
	out = hub_asks("count", "encounter", "date:2026-11-19");
	assert_string_equal(out, "0\n");
	free(out);
}

static void
a_fair_of_four_schools_takes_few_keys(void **state)
{
	char *out;

	(void)state;
	RUN("add", "encounter", "schools=school/900123,school/900124,"
	    "school/900125,school/900127", "type=careers fair",
	    "date=2026-11-19", "status=planned");
	hub_start(24, 80);
	t_keys("ge");
	t_wait("Careers fair");
	t_keys("\r");
	t_wait("1 Overview");
	t_count_reset();
	t_keys("N");
	t_wait("Pupils that came");
	t_keys("\t\t60\t88t\r");		/* Ashdown: Y9, Y10, in */
	t_wait_row(6, "60   88");
	t_keys("45\t12t\r");		/* Harbour begins with Y10 */
	t_keys("30\t25t\r40\t20t");
	t_wait("4/4");
	t_keys("\023");
	t_wait("counts as delivered");
	print_message("four schools: %d keys\n", t_count());
	assert_in_range(t_count(), 1, 60);
	t_stop();
	out = hub_asks("list", "encounter", "--columns=status,years");
	assert_non_null(strstr(out, "delivered"));
	free(out);
}

static void
forty_people_take_few_keys(void **state)
{
	char name[64], *out;
	int i;

	(void)state;
	RUN("add", "cpd", "title=Labour market data", "date=2026-11-20",
	    "minutes=90");
	for (i = 0; i < 40; i++) {
		snprintf(name, sizeof name, "name=Person %c%cford",
		    'A' + i / 8, "abcdefgh"[i % 8]);
		RUN("add", "contact", name, "--new");
		snprintf(name, sizeof name, "contact=contact/%c%cford",
		    'a' + i / 8, "abcdefgh"[i % 8]);
		RUN("add", "booking", "cpd=cpd/labour", name);
	}
	hub_start(24, 80);
	t_keys("gp");
	t_wait("Labour market");
	t_keys("\r");
	t_wait("1 Overview");
	t_count_reset();
	t_keys("N");
	t_wait("not yet 40");
	t_keys("                  np                    ");
	t_wait("not yet 0");
	t_keys("\023");
	t_wait("Saved: 38 came, 1 absent, 1 sent");
	print_message("forty people: %d keys\n", t_count());
	assert_in_range(t_count(), 1, 45);
	t_stop();
	out = hub_asks("count", "booking", "status:attended");
	assert_string_equal(out, "38\n");
	free(out);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, hub_make, hub_end)
	const struct CMUnitTest tests[] = {
	    TEST(a_full_encounter_takes_few_keys_by_form_and_fewer_the_next),
	    TEST(a_full_encounter_takes_few_keys_by_line),
	    TEST(a_fair_of_four_schools_takes_few_keys),
	    TEST(forty_people_take_few_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
