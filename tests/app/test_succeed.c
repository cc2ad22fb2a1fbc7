/* test_succeed.c - one school takes over from another: what goes on moves, what
 * happened stays, and one undo puts all back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/evidenced.h"
#include "app/lists.h"
#include "app/record.h"
#include "app/report_out.h"
#include "app/succeed.h"
#include "app/text.h"
#include "app/timeline.h"
#include "app/undo.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/str.h"
#include "tests/app/world.h"

#define OLD	"school/900001"
#define NEW	"school/900002"
#define THIRD	"school/900003"

struct there {
	struct app	app;
	int64_t		old, new, third;
};

static void
there_open(struct there *t)
{
	memset(t, 0, sizeof *t);
	world_open(&t->app);
	t->old = world_add(&t->app, "school", "urn=900001",
	    "name=Sandmere School", NULL);
	t->new = world_add(&t->app, "school", "urn=900002",
	    "name=Sandmere Academy", NULL);
	t->third = world_add(&t->app, "school", "urn=900003",
	    "name=Harbour School", NULL);
	world_add(&t->app, "user", "name=priya", NULL);
	world_add(&t->app, "contact", "name=Ruth Marsden", NULL);
	world_add(&t->app, "network", "name=East Hub", "places=1", NULL);
}

static enum status
go(struct there *t, int64_t from, int64_t to, const char *day,
    const char *kind, struct err *e)
{
	struct succeed_ask ask = { from, to, day_from_iso(day), kind };
	struct succeed_told told;
	enum status st;

	must(step_begin(&t->app, e), e);
	st = succeed(&t->app, &ask, &told, e);
	st = step_end(&t->app, st, "succession", e);
	succeed_told_clear(&told);
	return st;
}

static void
goes(struct there *t, int64_t from, int64_t to, const char *day,
    const char *kind)
{
	struct err e = { 0 };

	must(go(t, from, to, day, kind, &e), &e);
}

static void
refused(struct there *t, int64_t from, int64_t to, const char *day,
    const char *kind, const char *why)
{
	struct err e = { 0 };
	char *before = world_dump(&t->app), *after;

	assert_int_not_equal(go(t, from, to, day, kind, &e), ST_OK);
	if (strstr(e.text, why) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", e.text, why);
	after = world_dump(&t->app);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static void
is(struct there *t, const char *entity, int64_t id, const char *field,
    const char *value)
{
	char *got = world_get(&t->app, entity, id, field);

	if (!str_eq(got, value))
		fail_msg("%s %s is \"%s\", not \"%s\"", entity, field, got,
		    value);
	free(got);
}

/* How many of ENTITY match FILTER. */
static int64_t
count(struct there *t, const char *entity, const char *filter)
{
	struct lister l;
	struct err e = { 0 };
	int64_t n;

	must(lister_open(&l, &t->app, entity_find(entity), filter, &e), &e);
	must(lister_count(&l, 100, &n, &e), &e);
	lister_close(&l);
	return n;
}

static void
undone(struct there *t, const char *before)
{
	struct undo_report r = { 0 };
	struct err e = { 0 };
	char *after;

	must(undo_step(&t->app, 0, false, false, false, &r, &e), &e);
	undo_report_clear(&r);
	after = world_dump(&t->app);
	assert_string_equal(before, after);
	free(after);
}

static void
what_goes_on_moves_and_what_happened_stays(void **state)
{
	struct there t;
	int64_t role, open, done, about, kase, closed, plan, ahead, was, visit;
	int64_t list, note, over;
	char *before;

	(void)state;
	there_open(&t);
	world_add(&t.app, "membership", "school=" OLD, "stage=signed up",
	    "from=2021-09-14", NULL);
	role = world_add(&t.app, "role", "contact=contact/Ruth Marsden",
	    "organisation=" OLD, "role=careers leader", "from=2023-09-01",
	    "training=done", NULL);
	world_add(&t.app, "coordinator", "school=" OLD, "user=user/priya",
	    "from=2024-09-01", NULL);
	world_add(&t.app, "cluster", "short_name=east", "name=East", NULL);
	world_add(&t.app, "member", "cluster=cluster/east",
	    "organisation=" OLD, "from=2025-09-01", NULL);
	plan = world_add(&t.app, "plan", "school=" OLD, "year=2026/27", NULL);
	open = world_add(&t.app, "task", "title=Fair", "school=" OLD, NULL);
	about = world_add(&t.app, "task", "title=Ring", "about=" OLD,
	    "status=waiting", "waiting_for=the head", NULL);
	done = world_add(&t.app, "task", "title=Told", "school=" OLD,
	    "status=done", NULL);
	kase = world_add(&t.app, "case", "title=Governor", "school=" OLD,
	    NULL);
	closed = world_add(&t.app, "case", "title=Leader", "school=" OLD,
	    "status=closed", "reason=found", NULL);
	was = world_add(&t.app, "encounter", "schools=" OLD, "type=talk",
	    "date=2026-06-01", "status=delivered", "years=y10 60", NULL);
	ahead = world_add(&t.app, "encounter", "schools=" OLD, "type=talk",
	    "date=2027-02-01", "years=y10 ~60/10, y11 ~20", NULL);
	visit = world_add(&t.app, "visit", "school=" OLD, "date=2027-02-02",
	    NULL);
	list = world_add(&t.app, "checklist", "template=fair", "school=" OLD,
	    "anchor=2027-02-01", NULL);
	world_add(&t.app, "task", "title=Book", "school=" OLD, NULL);
	note = world_add(&t.app, "handover", "school=" OLD, "text=Ring early",
	    NULL);
	over = world_add(&t.app, "handover", "school=" OLD, "text=Old gate",
	    "date=2026-09-01", "until=2026-10-01", NULL);
	world_add(&t.app, "roll", "school=" OLD, "year=2026/27", "group=y10",
	    "pupils=171", "confirmed=yes", NULL);
	world_add(&t.app, "fact", "school=" OLD, "year=2026/27",
	    "fact=budget", "value=4000", NULL);
	world_add(&t.app, "assessment", "school=" OLD, "date=2026-07-31",
	    "source=compass", "bm1=100", NULL);
	before = world_dump(&t.app);

	goes(&t, t.old, t.new, "2026-09-01", "converted");
	is(&t, "school", t.new, "stage", "signed up");
	is(&t, "school", t.old, "stage", "left");
	is(&t, "school", t.old, "stage_reason", "converted: " NEW);
	assert_int_equal(count(&t, "membership", "school:" NEW
	    " stage:\"signed up\" from:2021-09-14"), 1);
	is(&t, "role", role, "to", "2026-08-31");
	is(&t, "school", t.new, "leader", "done");
	is(&t, "school", t.old, "careers_leader", "");
	is(&t, "school", t.new, "coordinators", "priya");
	is(&t, "school", t.old, "coordinators", "");
	assert_int_equal(count(&t, "member", "organisation:" NEW
	    " from:2026-09-01"), 1);
	is(&t, "plan", plan, "school", NEW);
	is(&t, "task", open, "school", NEW);
	is(&t, "task", about, "about", NEW);
	is(&t, "task", done, "school", OLD);
	is(&t, "case", kase, "school", NEW);
	is(&t, "case", closed, "school", OLD);
	is(&t, "encounter", was, "schools", OLD);
	is(&t, "encounter", ahead, "schools", NEW);
	is(&t, "encounter", ahead, "years", "y10 ~60/10, y11 ~20");
	is(&t, "visit", visit, "school", NEW);
	is(&t, "checklist", list, "school", NEW);
	is(&t, "handover", note, "school", NEW);
	is(&t, "handover", over, "school", OLD);
	assert_int_equal(count(&t, "roll", "school:" NEW " group:y10"
	    " pupils:171 source:\"taken over\" confirmed:no"), 1);
	assert_int_equal(count(&t, "roll", "school:" OLD " confirmed:yes"),
	    1);
	assert_int_equal(count(&t, "fact", "school:" NEW " value:4000"), 1);
	assert_int_equal(count(&t, "assessment", "school:" NEW), 0);
	assert_int_equal(count(&t, "succession", "old:" OLD " new:" NEW
	    " kind:converted date:2026-09-01"), 1);
	undone(&t, before);
	free(before);
	world_close(&t.app);
}

/* Only what is held on the day ends; what begins later is the new school's. */
static void
a_role_that_begins_later_is_at_the_new_school(void **state)
{
	struct there t;
	int64_t ended, later;

	(void)state;
	there_open(&t);
	ended = world_add(&t.app, "role", "contact=contact/Ruth Marsden",
	    "organisation=" OLD, "role=head", "from=2020-09-01",
	    "to=2024-08-31", NULL);
	later = world_add(&t.app, "role", "contact=contact/Ruth Marsden",
	    "organisation=" OLD, "role=mentor", "from=2026-11-01", NULL);
	goes(&t, t.old, t.new, "2026-09-01", NULL);
	is(&t, "role", ended, "organisation", OLD);
	is(&t, "role", ended, "to", "2024-08-31");
	is(&t, "role", later, "organisation", NEW);
	is(&t, "role", later, "from", "2026-11-01");
	assert_int_equal(count(&t, "role", ""), 2);
	world_close(&t.app);
}

static void
a_limited_place_moves_though_all_are_taken(void **state)
{
	struct there t;

	(void)state;
	there_open(&t);
	world_add(&t.app, "membership", "school=" OLD, "stage=active",
	    "from=2020-10-01", "place=yes", "network=network/East Hub", NULL);
	goes(&t, t.old, t.new, "2026-09-01", "converted");
	assert_int_equal(count(&t, "membership", "school:" NEW
	    " place:yes from:2020-10-01"), 1);
	assert_int_equal(count(&t, "network", "places_left:0"), 1);
	world_close(&t.app);
}

/* "plan=plan/1J8…" of a new one; the caller frees it. */
static char *
plan_of(struct there *t, const char *school)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_add(&b, "plan=");
	ref_text(&t->app, entity_find("plan"), world_add(&t->app, "plan",
	    school, "year=2026/27", NULL), &b);
	return buf_take(&b);
}

static void
what_the_register_suggested_is_settled(void **state)
{
	struct there t;
	int64_t quay;

	(void)state;
	there_open(&t);
	quay = world_add(&t.app, "school", "urn=900004", "name=Quay School",
	    "proposed=successor? 900002 Sandmere Academy (linked "
	    "establishment)\nhead: register says Mr T Ilves; we have "
	    "nobody", NULL);
	goes(&t, quay, t.new, "2026-09-01", NULL);
	is(&t, "school", quay, "proposed",
	    "head: register says Mr T Ilves; we have nobody");
	world_close(&t.app);
}

/* Two go on to one: the first day of either, rolls and plans of both. */
static void
schools_that_merge_add_up(void **state)
{
	struct there t;
	int64_t joined, done, both;
	char *before, *plan;

	(void)state;
	there_open(&t);
	world_add(&t.app, "membership", "school=" OLD, "stage=active",
	    "from=2022-09-01", NULL);
	world_add(&t.app, "membership", "school=" THIRD, "stage=signed up",
	    "from=2019-03-25", NULL);
	world_add(&t.app, "roll", "school=" OLD, "year=2026/27", "group=y10",
	    "pupils=171", "disadvantaged=50", "send=9", NULL);
	world_add(&t.app, "roll", "school=" THIRD, "year=2026/27",
	    "group=y10", "pupils=90", "disadvantaged=30", NULL);
	world_add(&t.app, "roll", "school=" THIRD, "year=2026/27",
	    "group=y12", "pupils=40", NULL);
	plan = plan_of(&t, "school=" OLD);
	world_add(&t.app, "task", "title=One", "school=" OLD, plan,
	    "number=4", NULL);
	free(plan);
	plan = plan_of(&t, "school=" THIRD);
	joined = world_add(&t.app, "task", "title=Two", "school=" THIRD,
	    plan, "number=1", NULL);
	done = world_add(&t.app, "task", "title=Three", "school=" THIRD,
	    plan, "number=2", "status=done", NULL);
	free(plan);
	both = world_add(&t.app, "encounter", "schools=" OLD ", " THIRD,
	    "type=talk", "date=2027-02-01",
	    "years=900001: y10 ~60/10, y11 ~5; 900003: y10 ~30/4", NULL);
	goes(&t, t.old, t.new, "2026-09-01", "merged");
	before = world_dump(&t.app);
	goes(&t, t.third, t.new, "2026-09-01", "merged");
	assert_int_equal(count(&t, "membership", "school:" NEW), 2);
	assert_int_equal(count(&t, "membership", "school:" NEW
	    " from:2019-03-25"), 1);
	is(&t, "school", t.new, "stage", "active");
	assert_int_equal(count(&t, "roll", "school:" NEW " group:y10"
	    " pupils:261 disadvantaged:80 send:"), 1);
	assert_int_equal(count(&t, "roll", "school:" NEW " group:y12"
	    " pupils:40"), 1);
	is(&t, "task", joined, "school", NEW);
	is(&t, "task", joined, "number", "5");
	is(&t, "task", done, "school", THIRD);
	assert_int_equal(count(&t, "plan", "school:" NEW), 1);
	is(&t, "encounter", both, "schools", NEW);
	is(&t, "encounter", both, "years", "y10 ~90/14, y11 ~5");
	undone(&t, before);
	free(before);
	world_close(&t.app);
}

static void
the_second_part_of_a_split_gets_people_and_stages(void **state)
{
	struct there t;
	int64_t task;

	(void)state;
	there_open(&t);
	world_add(&t.app, "membership", "school=" OLD, "stage=active",
	    "from=2022-09-01", "place=yes", "network=network/East Hub", NULL);
	world_add(&t.app, "role", "contact=contact/Ruth Marsden",
	    "organisation=" OLD, "role=head", "from=2023-09-01", NULL);
	world_add(&t.app, "coordinator", "school=" OLD, "user=user/priya",
	    "from=2024-09-01", NULL);
	world_add(&t.app, "roll", "school=" OLD, "year=2026/27", "group=y10",
	    "pupils=171", NULL);
	task = world_add(&t.app, "task", "title=Fair", "school=" OLD, NULL);
	goes(&t, t.old, t.new, "2026-09-01", "split");
	refused(&t, t.old, t.third, "2026-10-01", "split",
	    "both parts begin on that day");
	refused(&t, t.old, t.third, "2026-09-01", "converted", "only a split");
	goes(&t, t.old, t.third, "", "split");
	is(&t, "task", task, "school", NEW);
	assert_int_equal(count(&t, "role", "role:head from:2026-09-01"), 2);
	is(&t, "school", t.third, "coordinators", "priya");
	is(&t, "school", t.third, "stage", "active");
	assert_int_equal(count(&t, "membership", "school:" THIRD
	    " from:2022-09-01 place:"), 1);
	assert_int_equal(count(&t, "membership", "stage:left"), 1);
	assert_int_equal(count(&t, "roll", "-school:" OLD), 0);
	assert_int_equal(count(&t, "succession", "old:" OLD
	    " date:2026-09-01"), 2);
	world_close(&t.app);
}

/* --- what happened is shown with both ------------------------------------ */

/* "2026-06-01 Encounter Talk|delivered" a line. */
static char *
timeline(struct there *t, int64_t school)
{
	struct timeline_ask ask = { false, DAY_NONE, DAY_NONE, 50 };
	struct timeline line;
	struct err e = { 0 };
	struct buf b;
	char day[11];

	must(timeline_of(&t->app, entity_find("school"), school, &ask, &line, &e), &e);
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < line.n; i++) {
		day_iso(line.v[i].day, day);
		buf_addf(&b, "%s %s %s|%s\n", day, line.v[i].kind,
		    line.v[i].text, line.v[i].state);
	}
	timeline_clear(&line);
	return buf_take(&b);
}

/* The page for the head of the school, as it is printed. */
static char *
evidence_of(struct there *t, const char *school)
{
	const struct report_info *info;
	struct report page;
	struct strs words = { 0 };
	struct err e = { 0 };
	struct buf b;

	strs_add(&words, school);
	must(report_find("evidence", &info, &e), &e);
	must(report_make(&t->app, info, &words, &page, &e), &e);
	buf_init(&b, BUF_LINE);
	report_to_text(&page, 80, true, &b);
	report_clear(&page);
	strs_clear(&words);
	return buf_take(&b);
}

/* Two schools at one fair, then one school: one fair, the pupils of both. */
static void
the_evidence_page_counts_what_the_schools_before_did(void **state)
{
	struct there t;
	char *page;

	(void)state;
	there_open(&t);
	world_add(&t.app, "encounter", "schools=" OLD ", " THIRD,
	    "type=careers fair", "date=2026-06-01", "status=delivered",
	    "years=900001: y10 60; 900003: y10 35", NULL);
	goes(&t, t.old, t.new, "2026-09-01", "merged");
	goes(&t, t.third, t.new, "2026-09-01", "merged");
	page = evidence_of(&t, NEW);
	assert_non_null(strstr(page, "  Y10      1      0      95"));
	assert_non_null(strstr(page, "Counted in: Sandmere School, until "
	    "Mon 31 Aug 2026."));
	free(page);
	world_close(&t.app);
}

static void
the_new_timeline_has_what_happened_at_the_old_one(void **state)
{
	struct there t;
	char *line;

	(void)state;
	there_open(&t);
	world_add(&t.app, "membership", "school=" OLD, "stage=active",
	    "from=2022-09-01", NULL);
	world_add(&t.app, "role", "contact=contact/Ruth Marsden",
	    "organisation=" OLD, "role=head", "from=2023-09-01", NULL);
	world_add(&t.app, "encounter", "schools=" OLD, "type=talk",
	    "date=2026-06-01", "status=delivered", "years=y10 60", NULL);
	world_add(&t.app, "assessment", "school=" THIRD, "date=2026-07-31",
	    "source=compass", "framework=G2024", "bm1=100", NULL);
	goes(&t, t.old, t.new, "2026-09-01", "converted");
	line = timeline(&t, t.new);
	assert_string_equal(line,
	    "2026-09-01 Person Ruth Marsden, head|came\n"
	    "2026-09-01 School Converted: comes from Sandmere School|\n"
	    "2026-06-01 Encounter Sandmere School: Talk, Y10 60 came|"
	    "delivered\n"
	    "2023-09-01 Person Sandmere School: Ruth Marsden, head|came\n"
	    "2022-09-01 Stage Active|\n");
	free(line);
	line = timeline(&t, t.old);
	assert_non_null(strstr(line, "2026-09-01 School Converted: goes on "
	    "as Sandmere Academy|\n"));
	assert_non_null(strstr(line, "2026-06-01 Encounter Talk, Y10 60 "));
	assert_non_null(strstr(line, "2026-08-31 Person Ruth Marsden, head|"
	    "left\n"));
	free(line);

	/* And on, through both. */
	goes(&t, t.new, t.third, "2026-11-01", "same");
	line = timeline(&t, t.third);
	assert_non_null(strstr(line, "2026-06-01 Encounter Sandmere School: "
	    "Talk, Y10 60 "));
	assert_non_null(strstr(line, "2026-07-31 Result 1/8"));
	free(line);
	is(&t, "school", t.new, "predecessor", OLD " on 2026-09-01");
	is(&t, "school", t.new, "successor", THIRD " on 2026-11-01");
	world_close(&t.app);
}

/* What ITEM shows of SCHOOL in 2026/27. */
static void
shows(struct there *t, int64_t school, const char *item, const char *want)
{
	struct evidenced_all all;
	struct err e = { 0 };
	struct row *row;
	struct buf b;

	must(record_load(&t->app, entity_find("school"), school, &row, &e),
	    &e);
	must(evidenced_of(&t->app, row, 2026, &item, 1, &all, &e), &e);
	buf_init(&b, BUF_LINE);
	range_format(all.v[0].n.logged, &b);
	if (!str_eq(b.p, want))
		fail_msg("%s shows %s, not %s", item, b.p, want);
	buf_reset(&b);
	evidenced_logged_filter(&t->app, row, &all.v[0], &b);
	assert_int_equal(count(t, "encounter", b.p), all.v[0].n.events);
	buf_clear(&b);
	evidenced_clear(&all);
	row_free(row);
}

static void
roll(struct there *t, const char *school, const char *year, const char *group,
    const char *pupils)
{
	world_add(&t->app, "roll", school, year, group, pupils, NULL);
}

/* Y10 and Y11 of one cohort; other pupils of the same encounters do not count. */
static void
encounters_before_are_in_the_cohorts_evidence(void **state)
{
	struct there t;

	(void)state;
	there_open(&t);
	roll(&t, "school=" OLD, "year=2026/27", "group=y11", "pupils=100");
	world_add(&t.app, "encounter", "schools=" OLD, "type=talk",
	    "date=2026-06-01", "status=delivered", "years=y10 60, y11 7",
	    NULL);
	world_add(&t.app, "encounter", "schools=" OLD ", " THIRD,
	    "type=talk", "date=2026-05-01", "status=delivered",
	    "years=900001: y10 20; 900003: y10 90", NULL);
	goes(&t, t.old, t.new, "2026-09-01", "converted");
	shows(&t, t.new, "5 1 y10-y11", "60-80");
	world_add(&t.app, "encounter", "schools=" NEW, "type=talk",
	    "date=2026-10-01", "status=delivered", "years=y11 10", NULL);
	shows(&t, t.new, "5 1 y10-y11", "60-90");
	shows(&t, t.new, "5 1 y11", "10");
	world_close(&t.app);
}

static void
both_schools_that_merge_are_in_it(void **state)
{
	struct there t;

	(void)state;
	there_open(&t);
	roll(&t, "school=" OLD, "year=2026/27", "group=y11", "pupils=100");
	roll(&t, "school=" THIRD, "year=2026/27", "group=y11", "pupils=50");
	world_add(&t.app, "encounter", "schools=" OLD, "type=talk",
	    "date=2026-05-01", "status=delivered", "years=y10 80", NULL);
	world_add(&t.app, "encounter", "schools=" THIRD, "type=talk",
	    "date=2026-05-02", "status=delivered", "years=y10 40", NULL);
	goes(&t, t.old, t.new, "2026-09-01", "merged");
	goes(&t, t.third, t.new, "2026-09-01", "merged");
	shows(&t, t.new, "5 1 y10-y11", "80-120");
	world_close(&t.app);
}

/* Of 100 pupils 60 are here: of 70 who came at least 30, of 35 perhaps nobody;
 * without the rolls nothing is sure. */
static void
of_a_split_only_what_must_be_its_own_is_sure(void **state)
{
	struct there t;

	(void)state;
	there_open(&t);
	roll(&t, "school=" OLD, "year=2025/26", "group=y10", "pupils=100");
	roll(&t, "school=" NEW, "year=2026/27", "group=y11", "pupils=60");
	world_add(&t.app, "encounter", "schools=" OLD, "type=talk",
	    "date=2026-05-01", "status=delivered", "years=y10 70", NULL);
	goes(&t, t.old, t.new, "2026-09-01", "split");
	goes(&t, t.old, t.third, "2026-09-01", "split");
	shows(&t, t.new, "5 1 y10-y11", "30-60");
	shows(&t, t.third, "5 1 y10-y11", "0-70");
	world_add(&t.app, "encounter", "schools=" OLD, "type=workplace visit",
	    "date=2026-05-02", "status=delivered", "years=y10 35", NULL);
	shows(&t, t.new, "6 1 y10-y11", "0-35");
	world_close(&t.app);
}

static void
what_cannot_be_is_refused(void **state)
{
	struct there t;
	struct err e = { 0 };

	(void)state;
	there_open(&t);
	refused(&t, t.old, t.old, "2026-09-01", NULL, "does not succeed");
	refused(&t, t.old, t.new, "2026-09-01", "swallowed", "no kind");
	refused(&t, t.old, t.new, "1875-09-01", NULL, "1990");
	goes(&t, t.old, t.new, "2026-09-01", "converted");
	refused(&t, t.old, t.new, "2026-09-01", "converted", "already");
	refused(&t, t.old, t.third, "2026-09-01", "converted",
	    "only a split");
	refused(&t, t.third, t.new, "2026-09-01", "merged",
	    "took over from");
	refused(&t, t.new, t.old, "2026-10-01", NULL, "itself");
	goes(&t, t.new, t.third, "2026-10-01", NULL);
	refused(&t, t.third, t.old, "2026-11-01", NULL, "itself");
	must(step_begin(&t.app, &e), &e);
	must(step_end(&t.app, record_archive(&t.app, entity_find("school"),
	    t.old, NULL, &e), "archived", &e), &e);
	refused(&t, t.third, t.old, "2026-11-01", NULL, "archived");
	world_close(&t.app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_goes_on_moves_and_what_happened_stays),
		cmocka_unit_test(
		    a_role_that_begins_later_is_at_the_new_school),
		cmocka_unit_test(a_limited_place_moves_though_all_are_taken),
		cmocka_unit_test(what_the_register_suggested_is_settled),
		cmocka_unit_test(schools_that_merge_add_up),
		cmocka_unit_test(
		    the_second_part_of_a_split_gets_people_and_stages),
		cmocka_unit_test(
		    the_evidence_page_counts_what_the_schools_before_did),
		cmocka_unit_test(
		    the_new_timeline_has_what_happened_at_the_old_one),
		cmocka_unit_test(
		    encounters_before_are_in_the_cohorts_evidence),
		cmocka_unit_test(both_schools_that_merge_are_in_it),
		cmocka_unit_test(of_a_split_only_what_must_be_its_own_is_sure),
		cmocka_unit_test(what_cannot_be_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
