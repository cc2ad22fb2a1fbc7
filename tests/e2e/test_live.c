/* test_live.c - what others save appears by itself, on every screen.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/e2e/hub.h"
#include "tests/e2e/term.h"

#define DAN	"--user", "dan"
#define WORDS	8

static int
world(void **state)
{
	hub_make(state);
	RUN("add", "encounter", "schools=school/900123", "type=talk",
	    "date=2026-11-12", "minutes=60", "years=y10 20");
	RUN("add", "cpd", "title=Labour market data", "date=2026-11-20",
	    "minutes=90");
	RUN("add", "contact", "name=Person Ashford");
	RUN("add", "contact", "name=Person Belford", "--new");
	RUN("add", "contact", "name=Person Chadford", "--new");
	RUN("add", "booking", "cpd=cpd/labour", "contact=contact/Ashford");
	RUN("add", "booking", "cpd=cpd/labour", "contact=contact/Belford");
	return 0;
}

/* Keys from Today, the title of what they open, what dan does, what then has
 * to appear without a key; keys back. */
static const struct look {
	const char	*keys, *there;
	const char	*deed[WORDS];
	const char	*appears;
	const char	*back;
} looks[] = {
	{ "", "Today", { "add", "task", "title=Ring Northgate",
	    "due=2026-11-20" }, "Ring Northgate", "" },
	{ "gs", "Schools", { "set", "school/900127",
	    "name=Ashdown Blue School" }, "> Ashdown Blue", "" },
	{ "ge", "Encounters", { "add", "encounter", "schools=school/900124",
	    "type=careers fair", "date=2026-11-13" }, "Careers fair", "" },
	{ "gw", "Tasks", { "set", "task", "title:ring", "--",
	    "title=Write to Northgate" }, "Write to Northgate", "" },
	{ "gp", "CPD", { "add", "cpd", "title=Records",
	    "date=2026-11-21" }, "Records", "" },
	{ "gy", "Board", { "set", "school/900125",
	    "name=Southgate School" }, "Southgate", "" },
	{ "gb", "Benchmarks", { "set", "school/900125",
	    "name=Northgate School" }, "Northgate", "" },
	{ "gd", "Diary", { "add", "visit", "school=school/900127",
	    "date=2026-11-18", "kind=call" }, "Ashdown Blue", "" },
	{ "gh", "History", { "set", "school/900124", "town=Poplar" },
	    "changed Harbour UTC", "" },
	{ "oharbour\r", "Harbour UTC", { "set", "school/900124",
	    "la=Hackney" }, "Hackney", "" },
	{ "oharbour\r2", "Harbour UTC", { "add", "encounter",
	    "schools=school/900124", "type=mentoring", "date=2026-11-10" },
	    "Mentoring", "" },
	{ "oharbour\r4", "Harbour UTC", { "set", "encounter", "type:mentoring",
	    "--", "status=cancelled" }, "Cancelled", "" },
	{ "oharbour\r7", "Harbour UTC", { "add", "task", "title=Ask for a "
	    "hall", "school=school/900124" }, "Ask for a hall", "" },
	{ "gx", "Provider access", { "set", "school/900127",
	    "name=Ashdown Red School" }, "Ashdown Red", "" },
	{ "gi", "To answer", { "add", "employer", "name=Barclays Bank",
	    "--new" }, "Barclays Bank", "" },
	{ "gr\033[B\r", "Board", { "set", "school/900127",
	    "name=Ashdown White School" }, "Ashdown White", "" },
	{ "geN", "Numbers", { "set", "encounter", "type:careers*",
	    "--", "years=y12 47" }, " 47 ", "\033" },
};

static void
every_screen_shows_it(void **state)
{
	(void)state;
	hub_start(24, 80);
	for (size_t i = 0; i < COUNT(looks); i++) {
		const struct look *l = &looks[i];
		const char *words[WORDS + 3] = { DAN };

		memcpy(words + 2, l->deed, sizeof l->deed);
		t_keys(l->keys);
		t_wait_row(0, l->there);
		t_wait_gone(l->appears);	/* of the screen before */
		hub_run(words);
		t_wait(l->appears);
		if (*l->back != '\0') {
			t_keys(l->back);
			t_wait_gone("Pupils that came");
		}
		t_keys("gt");
		t_wait_row(0, "Today");
	}
	assert_int_equal(t_stop(), 0);
}

static void
what_is_typed_into_a_filter_stays(void **state)
{
	(void)state;
	hub_start(15, 60);
	t_keys("gs/ash");
	t_wait("> Ashdown");
	RUN(DAN, "add", "school", "urn=900140", "name=Ashcombe School");
	t_wait("Ashcombe");
	t_wait("> Ashdown");
	t_keys("d");
	t_wait("/ashd");
	t_wait_gone("Ashcombe");
	assert_int_equal(t_stop(), 0);
}

static void
dan_marks(const char *who, const char *what)
{
	char filter[48];

	snprintf(filter, sizeof filter, "contact:contact/%s", who);
	RUN(DAN, "set", "booking", filter, "--", what);
}

static unsigned long
how_many(const char *who, const char *status)
{
	char contact[48], state[48], *out;
	unsigned long n;

	snprintf(contact, sizeof contact, "contact:contact/%s", who);
	snprintf(state, sizeof state, "status:%s", status);
	out = t_run(0, NULL, (const char *const[]){ test_program(), "--db",
	    hub_db, "count", "booking", contact, state, NULL });
	n = strtoul(out, NULL, 10);
	free(out);
	return n;
}

/* Two people tick one session: what the other did appears, what I did and the
 * cursor stay. */
static void
attendance_is_ticked_by_two(void **state)
{
	(void)state;
	hub_start(24, 80);
	t_keys("gpN");
	t_wait("not yet 2");
	t_keys(" ");
	t_wait("> Belford");
	dan_marks("ashford", "status=absent");	/* ticked here too */
	RUN(DAN, "add", "booking", "cpd=cpd/labour",
	    "contact=contact/Chadford");
	t_wait("Chadford");
	t_wait("> Belford");
	t_wait("not yet 2");
	dan_marks("belford", "status=cancelled");
	dan_marks("chadford", "status=apologies");
	t_wait("not yet 1");
	t_wait("> Belford");		/* the cursor is on it */
	t_keys("\023");
	t_wait("dan saved absent");
	t_wait("yours attended");
	t_keys("2");
	t_wait("u takes it back");
	assert_int_equal(t_stop(), 0);
	assert_int_equal(how_many("ashford", "attended"), 1);
	assert_int_equal(how_many("belford", "cancelled"), 1);
	assert_int_equal(how_many("chadford", "apologies"), 1);
}

/* A draft holds what was ticked, not what others may tick meanwhile. */
static void
a_draft_of_attendance_overwrites_nobody(void **state)
{
	(void)state;
	hub_start(24, 80);
	t_keys("gpN");
	t_wait("not yet 2");
	t_keys(" ");
	t_wait("> Belford");
	hub_hang_up();
	dan_marks("ashford", "status=absent");
	dan_marks("belford", "status=apologies");
	hub_again();
	t_wait("Typed and not saved");
	t_keys("\r");
	t_wait("A draft");
	t_keys("1");
	t_wait("it is not saved yet");
	t_keys("\023");
	t_wait("loaded booked");
	t_wait("dan saved absent");
	t_wait("yours attended");
	t_keys("1");
	t_wait_gone("Somebody changed this");
	assert_int_equal(t_stop(), 0);
	assert_int_equal(how_many("ashford", "absent"), 1);
	assert_int_equal(how_many("belford", "apologies"), 1);
}

/* An assessment that is open here, and is taken back there. */
static void
an_open_record_that_is_taken_back_closes(void **state)
{
	(void)state;
	RUN(DAN, "add", "assessment", "school=school/900123",
	    "items=1.1=yes");
	hub_start(24, 80);
	t_keys("gs/sandm\rA");
	t_wait("eight percentages");
	t_keys("1");
	t_wait("1 of 65");
	RUN(DAN, "undo");
	t_wait("This assessment was taken back meanwhile");
	t_wait_row(0, "Schools");
	assert_int_equal(t_stop(), 0);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, world, hub_end)
	const struct CMUnitTest tests[] = {
		TEST(every_screen_shows_it),
		TEST(what_is_typed_into_a_filter_stays),
		TEST(attendance_is_ticked_by_two),
		TEST(a_draft_of_attendance_overwrites_nobody),
		TEST(an_open_record_that_is_taken_back_closes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
