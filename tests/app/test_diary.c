/* test_diary.c - a week, day by day, as different people see it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/report.h"
#include "base/date.h"
#include "base/str.h"
#include "tests/app/diary_world.h"

/* --- what is on ---------------------------------------------------------- */

static void
a_week_is_in_order(void **state)
{
	struct here h;

	(void)state;
	here_open(&h);
	world_add(&h.app, "contact", "name=Ms Bell", NULL);
	world_add(&h.app, "contact", "name=Mr Lund", NULL);
	world_add(&h.app, "employer", "name=Arup", NULL);
	world_add(&h.app, "task", "title=Send toolkit", "due=" MON,
	    "school=school/900001", NULL);
	world_add(&h.app, "task", "title=Done before", "due=" MON,
	    "status=done", NULL);
	world_add(&h.app, "encounter", "schools=school/900002", "type=talk",
	    "date=" MON, "start=13:00", "employers=employer/Arup",
	    "status=confirmed", "years=y9 ~30", NULL);
	world_add(&h.app, "encounter", "schools=school/900001,school/900002",
	    "type=careers fair", "title=Quay fair", "date=" MON,
	    "status=planned", NULL);
	world_add(&h.app, "encounter", "schools=school/900002", "type=talk",
	    "date=" MON, "status=cancelled", "reason=Snow", NULL);
	world_add(&h.app, "visit", "school=school/900001", "date=" MON,
	    "start=9:30", "people=contact/Ms Bell, contact/Mr Lund", NULL);
	world_add(&h.app, "visit", "school=school/900001", "date=2026-11-22",
	    NULL);
	world_add(&h.app, "cpd", "title=Labour market", "date=2026-11-24",
	    "start=16:00", "capacity=20", "venue=Town Hall", NULL);
	world_add(&h.app, "case", "title=Ramp", "school=school/900001",
	    "due=2026-11-24", "priority=urgent", NULL);
	world_add(&h.app, "case", "title=Settled", "school=school/900001",
	    "due=2026-11-24", "status=closed", "reason=Built", NULL);
	world_add(&h.app, "plan", "school=school/900002", "year=2026/27",
	    "review=2026-11-27", NULL);
	world_add(&h.app, "visit", "employer=employer/Arup", "kind=call",
	    "date=2026-11-10", "next_contact=2026-11-28", NULL);
	shows(&h, "2026-11-26", DIARY_MINE,
	    "Mon 09:30 Visit|North|Ms Bell + 1|\n"
	    "Mon 13:00 Talk|Quay|Arup|confirmed\n"
	    "Mon - Careers fair|Quay fair, 2 schools||\n"
	    "Mon due Task|Send toolkit|North|\n"
	    "Tue 16:00 CPD|Labour market|Town Hall|0 of 20\n"
	    "Tue due Case|Ramp|North|urgent\n"
	    "Fri due Plan|Review of the plan 2026/27|Quay|draft\n"
	    "Sat due Contact|Arup|be in touch again|\n");
	assert_string_equal(h.d.whose, "everybody");
	assert_true(diary_shows(&h.d, day_from_iso("2026-11-25")));
	assert_true(diary_shows(&h.d, day_from_iso("2026-11-28")));
	assert_false(diary_shows(&h.d, day_from_iso("2026-11-29")));
	/* The day before belongs to the week before. */
	shows(&h, "2026-11-22", DIARY_MINE, "Sun - Visit|North||\n");
	here_close(&h);
}

static void
what_lasts_is_on_each_of_its_days(void **state)
{
	struct here h;

	(void)state;
	here_shared(&h);
	world_add(&h.app, "encounter", "schools=school/900001",
	    "type=work experience", "date=2026-11-20", "end=2026-11-24",
	    "status=planned", NULL);
	world_add(&h.app, "event", "title=Mocks", "kind=exams",
	    "date=2026-11-20", "end=" MON, "schools=school/900002",
	    "groups=y11,y13", NULL);
	shows(&h, MON, DIARY_MINE,
	    "Mon all d Work experience|North||\n"
	    "Mon all d Exams|Mocks|Quay|Y11, Y13\n"
	    "Tue all d Work experience|North||\n");
	shows(&h, "2026-12-01", DIARY_MINE, "");
	/* Not at the weekend, where it neither begins nor ends. */
	shows(&h, "2026-11-20", DIARY_MINE,
	    "Fri all d Work experience|North||\n"
	    "Fri all d Exams|Mocks|Quay|Y11, Y13\n");
	here_close(&h);

	here_open(&h);
	world_add(&h.app, "encounter", "schools=school/900001",
	    "type=work experience", "date=2026-11-20", "end=2026-11-24",
	    "status=planned", NULL);
	shows(&h, MON, DIARY_MINE,
	    "Mon all d Work experience|North||\n"
	    "Tue all d Work experience|North||\n");
	here_close(&h);
}

/* Placements of a term would fill every day: once a week, and where they meet
 * something. */
static void
what_lasts_long_is_shown_once_a_week(void **state)
{
	struct here h;

	(void)state;
	here_shared(&h);
	world_add(&h.app, "encounter", "schools=school/900001",
	    "type=t level placement", "date=2026-11-18", "end=2026-12-18",
	    "years=y12 ~4", "status=planned", NULL);
	world_add(&h.app, "event", "title=Mocks", "kind=exams",
	    "date=2026-11-26", "schools=school/900001", "groups=y12", NULL);
	shows(&h, "2026-11-18", DIARY_MINE,
	    "Wed all d T Level placement|North||to Fri 18 Dec\n");
	shows(&h, MON, DIARY_MINE,
	    "Mon all d T Level placement|North||to Fri 18 Dec\n"
	    "Thu all d T Level placement|North||to Fri 18 Dec\n"
	    "Thu ! clash|Mocks: Y12 of North||\n"
	    "Thu all d Exams|Mocks|North|Y12\n");
	here_close(&h);
}

static void
what_lasts_all_year_is_in_everybodys_weeks(void **state)
{
	struct here h;

	(void)state;
	here_open(&h);
	world_add(&h.app, "encounter", "schools=school/900001",
	    "type=mentoring", "date=2026-09-14", "end=2027-07-16",
	    "years=y12 ~4", "status=planned", NULL);
	shows(&h, MON, DIARY_MINE,
	    "Mon all d Mentoring|North||to Fri 16 Jul\n");
	shows(&h, "2027-03-01", DIARY_MINE,
	    "Mon all d Mentoring|North||to Fri 16 Jul\n");
	here_close(&h);
}

static void
somebody_was_in_touch_already(void **state)
{
	struct here h;

	(void)state;
	here_shared(&h);
	world_add(&h.app, "visit", "school=school/900001", "kind=call",
	    "date=2026-11-02", "next_contact=2026-11-25", NULL);
	shows(&h, MON, DIARY_MINE,
	    "Wed due Contact|North|be in touch again|\n");
	world_add(&h.app, "visit", "school=school/900001", "kind=call",
	    "date=2026-11-24", "status=cancelled", "reason=Ill", NULL);
	shows(&h, MON, DIARY_MINE,
	    "Wed due Contact|North|be in touch again|\n");
	world_add(&h.app, "visit", "school=school/900001",
	    "date=2026-11-25", "owner=user/tester", NULL);
	shows(&h, MON, DIARY_MINE, "Wed - Visit|North||\n");
	here_close(&h);
}

/* Of an employer as of a school; late, when it was made. */
static void
an_employer_is_answered_too(void **state)
{
	struct here h;

	(void)state;
	here_shared(&h);
	world_add(&h.app, "employer", "name=Quay Tiles", NULL);
	world_add(&h.app, "visit", "employer=employer/quay", "kind=call",
	    "date=2026-11-02", "next_contact=2026-11-17", NULL);
	shows(&h, "2026-11-16", DIARY_MINE,
	    "Tue due Contact|Quay Tiles|be in touch again|\n");
	world_add(&h.app, "visit", "employer=employer/quay", "kind=e-mail",
	    "date=2026-11-19", NULL);
	shows(&h, "2026-11-16", DIARY_MINE,
	    "Thu - E-mail|Quay Tiles||done\n");
	here_close(&h);
}

/* --- whose --------------------------------------------------------------- */

static void
layers_add_the_team_and_the_boroughs(void **state)
{
	struct here h;

	(void)state;
	here_shared(&h);
	world_add(&h.app, "user", "name=sam", NULL);
	world_add(&h.app, "school", "urn=900004", "name=Else", "la=Newham",
	    NULL);
	world_add(&h.app, "visit", "school=school/900001", "date=" MON,
	    "owner=user/dan", NULL);
	world_add(&h.app, "visit", "school=school/900003", "date=" MON,
	    "owner=user/dan", NULL);
	world_add(&h.app, "visit", "school=school/900003",
	    "date=2026-11-24", "owner=user/tester", NULL);
	world_add(&h.app, "visit", "school=school/900004", "date=" MON,
	    "owner=user/sam", NULL);
	world_add(&h.app, "task", "title=Mine", "due=2026-11-24",
	    "owner=user/tester", NULL);
	world_add(&h.app, "task", "title=His", "due=2026-11-24",
	    "owner=user/dan", NULL);
	world_add(&h.app, "event", "title=Show", "kind=borough event",
	    "date=2026-11-25", "la=Havering", NULL);
	world_add(&h.app, "event", "title=Barnet show",
	    "kind=borough event", "date=2026-11-25", "la=Barnet", NULL);
	world_add(&h.app, "event", "title=Apprentice week",
	    "date=2026-11-25", "organiser=DfE", NULL);
	world_add(&h.app, "event", "title=Open evening",
	    "kind=open evening", "date=2026-11-25", "start=18:00",
	    "schools=school/900003", NULL);
	shows(&h, MON, DIARY_MINE,
	    "Mon - Visit|North||dan\n"
	    "Tue - Visit|Far||\n"
	    "Tue due Task|Mine||\n");
	assert_string_equal(h.d.whose, "tester");
	shows(&h, MON, DIARY_TEAM,
	    "Mon - Visit|North||dan\n"
	    "Mon - Visit|Far||dan\n"
	    "Tue - Visit|Far||\n"
	    "Tue due Task|Mine||\n"
	    "Tue due Task|His||\n"
	    "Wed 18:00 Open evening|Open evening|Far|\n");
	assert_string_equal(h.d.whose, "tester + dan");
	shows(&h, MON, DIARY_BOROUGH,
	    "Mon - Visit|North||dan\n"
	    "Mon - Visit|Far||dan\n"
	    "Tue - Visit|Far||\n"
	    "Tue due Task|Mine||\n"
	    "Tue due Task|His||\n"
	    "Wed 18:00 Open evening|Open evening|Far|\n"
	    "Wed all d Borough event|Show|Havering|\n"
	    "Wed all d Borough event|Barnet show|Barnet|\n"
	    "Wed all d Other|Apprentice week|DfE|\n");
	here_close(&h);
}

static void
whom_i_cover_is_in_it_for_so_long(void **state)
{
	struct here h;

	(void)state;
	here_shared(&h);
	world_add(&h.app, "visit", "school=school/900003", "date=" MON,
	    "owner=user/dan", NULL);
	world_add(&h.app, "task", "title=His", "due=" MON, "owner=user/dan",
	    NULL);
	shows(&h, MON, DIARY_MINE, "");
	world_add(&h.app, "cover", "user=user/dan", "by=user/tester",
	    "from=2026-11-16", "to=2026-11-20", NULL);
	shows(&h, MON, DIARY_MINE,
	    "Mon - Visit|Far||dan\nMon due Task|His||\n");
	h.app.today++;			/* it ended yesterday */
	shows(&h, MON, DIARY_MINE, "");
	here_close(&h);
}

/* --- on paper ------------------------------------------------------------ */

static void
the_report_takes_a_day_and_a_layer(void **state)
{
	static const char *const wrong[] = {
		"31/11", "north", "mine mine +1w fri",
	};
	struct here h;
	struct strs words = { 0 };
	const struct report_info *info;
	struct report r;
	struct err e = { 0 };

	(void)state;
	here_shared(&h);
	world_add(&h.app, "event", "title=Show", "date=2026-12-02", NULL);
	must(report_find("diary", &info, &e), &e);
	str_words(&words, "+12 borough");
	must(report_make(&h.app, info, &words, &r, &e), &e);
	assert_string_equal(r.title, "Diary: Mon 30 Nov - Fri 4 Dec 2026   "
	    "week 13 of the term");
	assert_string_equal(r.source.v[0], "borough: tester + dan.");
	assert_int_equal(report_rows(&r.block[0]), 1);
	assert_string_equal(r.block[0].cell[3].text, "Show");
	assert_non_null(r.block[0].cell[3].ent);
	report_clear(&r);
	strs_clear(&words);
	str_words(&words, "MINE 2/12");
	must(report_make(&h.app, info, &words, &r, &e), &e);
	assert_int_equal(report_rows(&r.block[0]), 0);
	assert_int_equal(r.notes.n, 1);
	report_clear(&r);
	strs_clear(&words);
	for (size_t i = 0; i < 3; i++) {
		str_words(&words, wrong[i]);
		assert_int_not_equal(report_make(&h.app, info, &words, &r,
		    &e), ST_OK);
		strs_clear(&words);
	}
	here_close(&h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_week_is_in_order),
		cmocka_unit_test(what_lasts_is_on_each_of_its_days),
		cmocka_unit_test(what_lasts_long_is_shown_once_a_week),
		cmocka_unit_test(what_lasts_all_year_is_in_everybodys_weeks),
		cmocka_unit_test(somebody_was_in_touch_already),
		cmocka_unit_test(an_employer_is_answered_too),
		cmocka_unit_test(layers_add_the_team_and_the_boroughs),
		cmocka_unit_test(whom_i_cover_is_in_it_for_so_long),
		cmocka_unit_test(the_report_takes_a_day_and_a_layer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
