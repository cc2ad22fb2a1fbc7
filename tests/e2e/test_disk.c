/* test_disk.c - what is typed, saved and written on a disk that is full. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/e2e/disk.h"
#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"

static void
a_form_on_a_full_disk_keeps_what_was_typed(void **state)
{
	(void)state;
	disk_need();
	disk_make();
	hub_again();
	t_keys("gmn");
	t_wait("New employer");
	t_keys("First Works");
	disk_fill();
	t_keys("\023");
	t_wait("disk is full");
	assert_true(t_shows("nothing was saved"));
	assert_true(t_shows("First Works"));
	for (int ms = 0; disk_drafts() == 0 && ms < t_deadline_ms(); ms += 100)
		t_quiet(100);
	assert_int_equal(disk_drafts(), 1);
	assert_int_equal(disk_count("employer"), 2);
	disk_room();
	t_keys("\023");
	t_wait_gone("New employer");
	assert_int_equal(disk_count("employer"), 3);
	assert_int_equal(disk_drafts(), 0);
	hub_hang_up();
}

static void
a_line_on_a_full_disk_stays_to_be_sent_again(void **state)
{
	(void)state;
	disk_need();
	disk_make();
	hub_again();
	t_keys("l");
	t_wait("log>");
	t_keys("sandm; talk; y9 21");
	disk_fill();
	t_keys("\r");
	t_wait("disk is full");
	t_resize(24, 60);
	t_keys("\r");			/* too long for one row: whole in two */
	t_wait("make room, then try");
	t_wait("again");
	t_resize(24, 80);
	t_wait("log> sandm; talk; y9 21");
	assert_int_equal(disk_count("encounter"), 0);
	disk_room();
	t_keys("\r");
	t_wait_gone("talk; y9 21");
	assert_int_equal(disk_count("encounter"), 1);
	hub_hang_up();
}

/* Ctrl-S on a full disk: said, kept, and it goes once there is room. */
static void
saves_later(const char *typed, const char *saved)
{
	disk_fill();
	t_keys("\023");
	t_wait("disk is full");
	assert_true(t_shows(typed));
	for (int ms = 0; disk_drafts() == 0 && ms < t_deadline_ms(); ms += 100)
		t_quiet(100);
	assert_int_equal(disk_drafts(), 1);
	disk_room();
	t_keys("\023");
	t_wait(saved);
	assert_int_equal(disk_drafts(), 0);
	hub_hang_up();
}

static void
numbers_on_a_full_disk_stay(void **state)
{
	char *out;

	(void)state;
	disk_need();
	RUN("add", "encounter", "schools=school/900123,school/900124",
	    "type=careers fair", "date=2026-11-19", "status=delivered",
	    "years=900123: y9 60, y10 80; 900124: y10 45");
	disk_make();
	hub_again();
	t_keys("ge");
	t_wait("Careers fair");
	t_keys("N");
	t_wait("Pupils that came");
	t_keys("97");
	saves_later("97", "u takes it back");
	out = hub_asks("list", "encounter", "--columns=years");
	assert_non_null(strstr(out, " 97"));
	free(out);
}

static void
attendance_on_a_full_disk_stays(void **state)
{
	(void)state;
	disk_need();
	RUN("add", "cpd", "title=Labour market data", "date=2026-11-20",
	    "minutes=90");
	RUN("add", "contact", "name=Person Ashford");
	RUN("add", "booking", "cpd=cpd/labour", "contact=contact/ashford");
	disk_make();
	hub_again();
	t_keys("gp");
	t_wait("Labour market");
	t_keys("N");
	t_wait("not yet 1");
	t_keys(" ");
	t_wait("not yet 0");
	saves_later("not yet 0", "Saved: 1 came");
}

static void
a_bulk_action_on_a_full_disk_is_asked_again(void **state)
{
	char *out;

	(void)state;
	disk_need();
	disk_make();
	hub_again();
	t_keys("gm");
	t_wait("Barclays");
	t_keys("*e");
	t_wait("Change which field of 2 employers?");
	t_keys("\r");
	t_wait("of all 2");
	t_keys("Quay Works\r");
	t_wait("Change 2 employers?");
	disk_fill();
	t_keys("y");
	t_wait("disk is full");
	t_wait("Change 2 employers?");
	assert_true(t_shows("Quay Works"));
	disk_room();
	t_keys("y");
	t_wait("u takes it back");
	out = hub_asks("count", "employer", "name:quay");
	assert_string_equal(out, "2\n");
	free(out);
	hub_hang_up();
}

static void
a_full_disk_of_drafts_is_told_once(void **state)
{
	char states[4200];

	(void)state;
	disk_need();
	disk_make();
	snprintf(states, sizeof states, "%s/state", disk);
	t_env("XDG_STATE_HOME", states);
	hub_again();
	disk_fill();
	t_keys("gmn");
	t_wait("New employer");
	t_keys("First Works");
	t_wait("cannot be kept as a draft");
	t_keys(" of Ham");
	t_wait("First Works of Ham");
	disk_room();
	t_keys("\023");
	t_wait_gone("New employer");
	assert_int_equal(disk_count("employer"), 3);
	hub_hang_up();
	t_env("XDG_STATE_HOME", NULL);
}

static void
an_import_on_a_full_disk_saves_nothing(void **state)
{
	char *said;

	(void)state;
	disk_need();
	disk_make();
	disk_sh("{ echo name; i=100; while [ $i -lt 700 ]; do i=$((i + 1)); "
	    "echo \"Works number $i\"; done; } >\"$1\"/e.csv");
	disk_fill();
	said = test_path(t_home(), "e.csv");
	free(t_run(1, NULL, (const char *const[]){ test_program(), "--db",
	    hub_db, "import", "employer", said, NULL }));
	assert_int_equal(disk_count("employer"), 2);
	disk_room();
	free(t_run(0, NULL, (const char *const[]){ test_program(), "--db",
	    hub_db, "import", "employer", said, NULL }));
	free(said);
	assert_int_equal(disk_count("employer"), 602);
}

/* A file of ours on a full disk is whole or not there. */
static void
our_files_on_a_full_disk_are_not_left_in_part(void **state)
{
	static const char *const asks[] = {
		"export all -o \"$3/all\"", "backup \"$3/copy.db\"",
		"list school -o \"$3/list.csv\"",
		"report network -o \"$3/r.html\"",
	};
	char script[512];

	(void)state;
	disk_need();
	disk_make();
	disk_fill();
	for (size_t i = 0; i < COUNT(asks); i++) {
		snprintf(script, sizeof script, "if '%s' --db \"$1/hub.db\" %s "
		    ">\"$1/said\" 2>&1; then exit 9; fi; "
		    "test -s \"$1/said\" && test \"$(find \"$3\" -type f | "
		    "sort | tr '\\n' ' ')\" = \"$3/filler $3/hub.db \"",
		    test_program(), asks[i]);
		print_message("%s\n", asks[i]);
		disk_sh(script);
	}
}

int
main(int argc, char **argv)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, hub_make, disk_end)
	const struct CMUnitTest tests[] = {
	    TEST(a_form_on_a_full_disk_keeps_what_was_typed),
	    TEST(a_line_on_a_full_disk_stays_to_be_sent_again),
	    TEST(numbers_on_a_full_disk_stay),
	    TEST(attendance_on_a_full_disk_stays),
	    TEST(a_bulk_action_on_a_full_disk_is_asked_again),
	    TEST(a_full_disk_of_drafts_is_told_once),
	    TEST(an_import_on_a_full_disk_saves_nothing),
	    TEST(our_files_on_a_full_disk_are_not_left_in_part),
	};

	(void)argc;
	disk_apart(argv);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
