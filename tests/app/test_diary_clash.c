/* test_diary_clash.c - clashes, days without lessons, schools not visited. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/mem.h"
#include "tests/app/diary_world.h"

/* --- clashes ------------------------------------------------------------- */

static void
clashes_stand_under_what_can_move(void **state)
{
	struct here h;
	int64_t mocks;

	(void)state;
	here_shared(&h);
	mocks = world_add(&h.app, "event", "title=Y11 mocks", "kind=exams",
	    "date=" MON, "end=2026-11-24",
	    "schools=school/900001,school/900002", "groups=y11", NULL);
	world_add(&h.app, "encounter", "schools=school/900002", "type=talk",
	    "date=2026-11-24", "start=14:00", "years=y10 ~20, y11 ~30",
	    "status=planned", NULL);
	world_add(&h.app, "encounter", "schools=school/900001", "type=talk",
	    "date=2026-11-24", "start=14:00", "years=y10 ~20",
	    "status=planned", NULL);
	shows(&h, MON, DIARY_MINE,
	    "Mon all d Exams|Y11 mocks|North + 1|Y11\n"
	    "Tue 14:00 Talk|Quay||~50\n"
	    "Tue ! clash|Y11 mocks: Y11 of Quay||\n"
	    "Tue 14:00 Talk|North||Y10 ~20\n"
	    "Tue all d Exams|Y11 mocks|North + 1|Y11\n");
	assert_int_equal(h.d.clashes, 1);
	assert_true(h.d.v[2].clash && h.d.v[2].id == mocks);
	here_close(&h);
}

static void
times_fairs_and_people_clash(void **state)
{
	struct here h;

	(void)state;
	here_shared(&h);
	world_add(&h.app, "encounter", "schools=school/900001", "type=talk",
	    "date=" MON, "start=10:00", "minutes=45", "status=planned", NULL);
	world_add(&h.app, "visit", "school=school/900001", "date=" MON,
	    "start=10:30", "owner=user/dan", NULL);
	world_add(&h.app, "encounter",
	    "schools=school/900001,school/900002", "type=careers fair",
	    "date=2026-11-24", "start=9:00", "finish=11:00",
	    "status=planned", NULL);
	world_add(&h.app, "encounter",
	    "schools=school/900002,school/900003", "type=careers fair",
	    "title=East fair", "date=2026-11-24", "start=14:00",
	    "status=planned", NULL);
	world_add(&h.app, "visit", "school=school/900001",
	    "date=2026-11-25", "start=9:00", "owner=user/tester", NULL);
	world_add(&h.app, "visit", "school=school/900002",
	    "date=2026-11-25", "start=9:45", "owner=user/tester", NULL);
	shows(&h, MON, DIARY_MINE,
	    "Mon 10:00 Talk|North||\n"
	    "Mon 10:30 Visit|North||dan\n"
	    "Mon ! clash|Talk 10:00: North is in both||\n"
	    "Tue 09:00 Careers fair|2 schools||\n"
	    "Tue 14:00 Careers fair|East fair, 2 schools||\n"
	    "Tue ! clash|Careers fair 09:00 same day: Quay is in both||\n"
	    "Wed 09:00 Visit|North||\n"
	    "Wed 09:45 Visit|Quay||\n"
	    "Wed ! clash|Visit 09:00: tester is in both||\n");
	assert_int_equal(h.d.clashes, 3);
	h.app.today = day_from_iso("2026-11-25");	/* what is over is over */
	look(&h, MON, DIARY_MINE);
	assert_int_equal(h.d.clashes, 1);
	here_close(&h);
}

/* --- term dates ---------------------------------------------------------- */

#define headed(h, day, shortly, text) do { \
	struct buf b_; \
	look((h), (day), DIARY_BOROUGH); \
	buf_init(&b_, BUF_LINE); \
	diary_heading(&(h)->d, (shortly), &b_); \
	assert_string_equal(b_.p, (text)); \
	buf_clear(&b_); \
} while (0)

static void
a_week_is_named_by_its_term(void **state)
{
	struct here h;

	(void)state;
	here_open(&h);
	headed(&h, "2026-11-25", false, "Mon 23 - Fri 27 Nov 2026   week 12 of "
	    "the term");
	headed(&h, "2026-11-25", true, "23-27 Nov 2026  week 12");
	headed(&h, "2026-12-02", false, "Mon 30 Nov - Fri 4 Dec 2026   week 13 "
	    "of the term");
	headed(&h, "2026-12-02", true, "30 Nov - 4 Dec 2026  week 13");
	headed(&h, "2026-12-29", false, "Mon 28 Dec - Fri 1 Jan 2027   "
	    "Christmas holiday");
	headed(&h, "2026-10-26", true, "26-30 Oct 2026  Half term");
	world_add(&h.app, "visit", "school=school/900001", "date=2026-11-28",
	    NULL);
	headed(&h, "2026-11-25", true, "23-28 Nov 2026  week 12");
	here_close(&h);
}

static void
days_without_lessons_are_shown(void **state)
{
	struct here h;

	(void)state;
	here_shared(&h);
	world_add(&h.app, "term", "title=Training", "kind=inset day",
	    "from=2026-11-25", "school=school/900002", NULL);
	world_add(&h.app, "term", "title=Fair holiday", "kind=holiday",
	    "from=2026-11-26", "to=2026-11-27", "la=newham", NULL);
	world_add(&h.app, "term", "title=Elsewhere", "kind=inset day",
	    "from=2026-11-25", "school=school/900003", NULL);
	world_add(&h.app, "term", "title=Theirs", "kind=inset day",
	    "from=2026-11-25", "la=Barnet", NULL);
	shows(&h, MON, DIARY_MINE,
	    "Wed all d INSET day|Training|Quay|\n"
	    "Thu all d Holiday|Fair holiday|newham|\n"
	    "Fri all d Holiday|Fair holiday|newham|\n");
	shows(&h, "2026-12-26", DIARY_MINE,
	    "Mon all d No school|Christmas holiday||usual dates\n"
	    "Tue all d No school|Christmas holiday||usual dates\n"
	    "Wed all d No school|Christmas holiday||usual dates\n"
	    "Thu all d No school|Christmas holiday||usual dates\n"
	    "Fri all d No school|Christmas Day||\n");
	world_add(&h.app, "term", "title=Spring", "kind=term",
	    "from=2027-01-06", "to=2027-02-12", NULL);
	look(&h, "2027-01-06", DIARY_MINE);
	assert_int_equal(h.d.week, 1);
	assert_string_equal(h.d.v[h.d.n - 1].title, "First day of the term");
	assert_int_equal(h.d.v[h.d.n - 1].day, day_from_iso("2027-01-06"));
	here_close(&h);
}

/* --- what is unplanned --------------------------------------------------- */

static char *
gaps(const struct here *h)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	for (int i = 0; i < h->d.ngaps; i++) {
		diary_gap_words(&h->d.gap[i], &b);
		buf_addc(&b, '\n');
	}
	return buf_take(&b);
}

/* To be in touch again, and nobody was: one line for all of them. */
static void
next_contacts_that_have_passed_are_unplanned(void **state)
{
	struct here h;
	char *text;

	(void)state;
	here_shared(&h);
	world_add(&h.app, "visit", "school=school/900001", "date=2026-11-01",
	    "next_contact=2026-11-19", NULL);
	look(&h, MON, DIARY_MINE);
	text = gaps(&h);
	assert_non_null(strstr(text, "\n1 next contact has passed\n"));
	free(text);
	world_add(&h.app, "visit", "school=school/900001", "date=2026-11-20",
	    "kind=e-mail", NULL);
	look(&h, MON, DIARY_MINE);
	text = gaps(&h);
	assert_null(strstr(text, "contact"));
	free(text);
	here_close(&h);
}

static void
my_schools_without_a_visit_are_named_longest_first(void **state)
{
	static const char *const last[] = { "2026-09-21", "2026-08-01",
	    "2026-09-22", "2026-05-01", "2026-07-01" };
	struct here h;
	struct err e = { 0 };
	int64_t id = 0;
	char *text;

	(void)state;
	here_shared(&h);
	for (size_t i = 0; i < 5; i++) {
		char *urn = xasprintf("urn=90010%zu", i);
		char *name = xasprintf("name=School %zu", i);
		char *school = xasprintf("school=school/90010%zu", i);
		char *date = xasprintf("date=%s", last[i]);

		world_add(&h.app, "school", urn, name, "status=Open", NULL);
		world_add(&h.app, "visit", school, date, NULL);
		id = world_add(&h.app, "coordinator", school,
		    "user=user/tester", "from=2026-01-01", NULL);
		free(urn);
		free(name);
		free(school);
		free(date);
	}
	world_add(&h.app, "visit", "school=school/900001", "date=2026-11-30",
	    NULL);			/* North is planned */
	look(&h, MON, DIARY_MINE);
	text = gaps(&h);
	assert_string_equal(text,
	    "Quay: no visit yet\n"
	    "School 3: no visit for 203 days\n"
	    "School 4: no visit for 142 days\n");
	assert_int_equal(h.d.all_gaps, 5);	/* 22 Sep is 59 days ago */
	free(text);
	must(option_set(h.app.opt, OPT_VISIT_DAYS, "59", &e), &e);
	look(&h, MON, DIARY_MINE);
	assert_int_equal(h.d.all_gaps, 6);
	must(world_set(&h.app, "coordinator", id, "to", "2026-11-19", &e),
	    &e);				/* School 4 is not mine now */
	look(&h, MON, DIARY_MINE);
	text = gaps(&h);
	assert_non_null(strstr(text, "School 1: no visit for 111 days"));
	assert_null(strstr(text, "School 4"));
	free(text);
	here_close(&h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(clashes_stand_under_what_can_move),
		cmocka_unit_test(times_fairs_and_people_clash),
		cmocka_unit_test(a_week_is_named_by_its_term),
		cmocka_unit_test(days_without_lessons_are_shown),
		cmocka_unit_test(next_contacts_that_have_passed_are_unplanned),
		cmocka_unit_test(
		    my_schools_without_a_visit_are_named_longest_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
