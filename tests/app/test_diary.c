/* test_diary.c - a week, day by day, as different people see it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/diary.h"
#include "app/options.h"
#include "app/report.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "tests/app/world.h"

#define MON	"2026-11-23"

/* Three schools: North and Quay are mine, Quay is Dan's too, Far is Dan's. */
struct here {
	struct app	 app;
	struct diary	 d;
};

static void
coordinates(struct app *app, const char *user, const char *school)
{
	char *u = xasprintf("user=user/%s", user);
	char *s = xasprintf("school=school/%s", school);

	world_add(app, "coordinator", u, s, "from=2025-09-01", NULL);
	free(u);
	free(s);
}

static void
here_open(struct here *h)
{
	memset(h, 0, sizeof *h);
	world_open(&h->app);
	world_add(&h->app, "school", "urn=900001", "name=North", "la=Newham",
	    "status=Open", NULL);
	world_add(&h->app, "school", "urn=900002", "name=Quay", "la=Havering",
	    "status=Open", NULL);
	world_add(&h->app, "school", "urn=900003", "name=Far", "la=Barnet",
	    "status=Open", NULL);
	world_add(&h->app, "user", "name=dan", NULL);
}

static void
here_shared(struct here *h)
{
	here_open(h);
	coordinates(&h->app, "tester", "900001");
	coordinates(&h->app, "tester", "900002");
	coordinates(&h->app, "dan", "900002");
	coordinates(&h->app, "dan", "900003");
}

static void
here_close(struct here *h)
{
	diary_clear(&h->d);
	world_close(&h->app);
}

static void
look(struct here *h, const char *day, enum diary_layer layer)
{
	struct err e = { 0 };

	diary_clear(&h->d);
	must(diary_read(&h->app, day_from_iso(day), layer, &h->d, &e), &e);
}

/* "Mon 09:30 Visit|North|Ms Bell|dan" a line. */
static char *
lines(const struct here *h)
{
	struct buf b;
	char day[24];

	buf_init(&b, BUF_ROW);
	for (size_t i = 0; i < h->d.n; i++) {
		const struct diary_item *it = &h->d.v[i];

		day_long(it->day, day);
		buf_addf(&b, "%.3s %s %s|%s|%s|%s\n", day, *diary_time(it,
		    true) ? diary_time(it, true) : "-", it->kind, it->title,
		    it->who, it->state);
	}
	return buf_take(&b);
}

#define shows(h, day, layer, text) \
	shows_at((h), (day), (layer), (text), __FILE__, __LINE__)
static void
shows_at(struct here *h, const char *day, enum diary_layer layer,
    const char *text, const char *file, int line)
{
	char *got;

	look(h, day, layer);
	got = lines(h);
	if (!str_eq(got, text))
		print_error("%s:%d: not\n%sbut\n%s", file, line, text, got);
	assert_string_equal(got, text);
	free(got);
}

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
		cmocka_unit_test(clashes_stand_under_what_can_move),
		cmocka_unit_test(times_fairs_and_people_clash),
		cmocka_unit_test(a_week_is_named_by_its_term),
		cmocka_unit_test(days_without_lessons_are_shown),
		cmocka_unit_test(
		    my_schools_without_a_visit_are_named_longest_first),
		cmocka_unit_test(the_report_takes_a_day_and_a_layer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
