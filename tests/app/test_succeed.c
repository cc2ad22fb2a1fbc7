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
#include "tests/app/there.h"

static void
refused(struct there *t, int64_t from, int64_t to, const char *day,
    const char *kind, const char *why)
{
	struct err e = { 0 };
	char *before = world_dump(&t->app), *after;

	assert_int_not_equal(there_go(t, from, to, day, kind, &e), ST_OK);
	if (strstr(e.text, why) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", e.text, why);
	after = world_dump(&t->app);
	assert_string_equal(before, after);
	free(before);
	free(after);
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
	world_add(&t.app, "volunteer", "contact=contact/Ruth Marsden",
	    "kind=governor", NULL);
	world_add(&t.app, "match", "volunteer=volunteer/Marsden",
	    "school=" OLD, "status=working", "from=2025-11-03", NULL);
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

	there_succeeds(&t, t.old, t.new, "2026-09-01", "converted");
	there_is(&t, "school", t.new, "stage", "signed up");
	there_is(&t, "school", t.old, "stage", "left");
	there_is(&t, "school", t.old, "stage_reason", "converted: " NEW);
	assert_int_equal(there_count(&t, "membership", "school:" NEW
	    " stage:\"signed up\" from:2021-09-14"), 1);
	there_is(&t, "role", role, "to", "2026-08-31");
	there_is(&t, "school", t.new, "leader", "done");
	there_is(&t, "school", t.old, "careers_leader", "");
	there_is(&t, "school", t.new, "coordinators", "priya");
	there_is(&t, "school", t.old, "coordinators", "");
	assert_int_equal(there_count(&t, "member", "organisation:" NEW
	    " from:2026-09-01"), 1);
	assert_int_equal(there_count(&t, "match", "school:" OLD
	    " status:ended to:2026-08-31"), 1);
	assert_int_equal(there_count(&t, "match", "school:" NEW
	    " status:working from:2026-09-01"), 1);
	there_is(&t, "plan", plan, "school", NEW);
	there_is(&t, "task", open, "school", NEW);
	there_is(&t, "task", about, "about", NEW);
	there_is(&t, "task", done, "school", OLD);
	there_is(&t, "case", kase, "school", NEW);
	there_is(&t, "case", closed, "school", OLD);
	there_is(&t, "encounter", was, "schools", OLD);
	there_is(&t, "encounter", ahead, "schools", NEW);
	there_is(&t, "encounter", ahead, "years", "y10 ~60/10, y11 ~20");
	there_is(&t, "visit", visit, "school", NEW);
	there_is(&t, "checklist", list, "school", NEW);
	there_is(&t, "handover", note, "school", NEW);
	there_is(&t, "handover", over, "school", OLD);
	assert_int_equal(there_count(&t, "roll", "school:" NEW " group:y10"
	    " pupils:171 source:\"taken over\" confirmed:no"), 1);
	assert_int_equal(there_count(&t, "roll", "school:" OLD " confirmed:yes"),
	    1);
	assert_int_equal(there_count(&t, "fact", "school:" NEW " value:4000"), 1);
	assert_int_equal(there_count(&t, "assessment", "school:" NEW), 0);
	assert_int_equal(there_count(&t, "succession", "old:" OLD " new:" NEW
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
	there_succeeds(&t, t.old, t.new, "2026-09-01", NULL);
	there_is(&t, "role", ended, "organisation", OLD);
	there_is(&t, "role", ended, "to", "2024-08-31");
	there_is(&t, "role", later, "organisation", NEW);
	there_is(&t, "role", later, "from", "2026-11-01");
	assert_int_equal(there_count(&t, "role", ""), 2);
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
	there_succeeds(&t, t.old, t.new, "2026-09-01", "converted");
	assert_int_equal(there_count(&t, "membership", "school:" NEW
	    " place: from:2020-10-01"), 1);
	assert_int_equal(there_count(&t, "membership", "school:" NEW
	    " place:yes from:2026-09-01 stage:active"), 1);
	assert_int_equal(there_count(&t, "network", "places_left:0"), 1);
	world_close(&t.app);
}

/* One of the two has it, before the day and from then on. */
static void
a_place_is_counted_once_before_the_day_too(void **state)
{
	struct there t;

	(void)state;
	there_open(&t);
	world_add(&t.app, "membership", "school=" OLD, "stage=active",
	    "from=2020-10-01", "place=yes", "network=network/East Hub", NULL);
	world_add(&t.app, "membership", "school=" NEW, "stage=active",
	    "from=2024-10-01", "network=network/East Hub", NULL);
	there_succeeds(&t, t.old, t.new, "2027-01-01", "merged");
	assert_int_equal(there_count(&t, "network", "places_left:0"), 1);
	assert_int_equal(there_count(&t, "membership", "school:" NEW
	    " place: from:2024-10-01"), 1);
	assert_int_equal(there_count(&t, "membership", "school:" NEW
	    " place:yes from:2027-01-01"), 1);
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
	there_succeeds(&t, quay, t.new, "2026-09-01", NULL);
	there_is(&t, "school", quay, "proposed",
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
	there_succeeds(&t, t.old, t.new, "2026-09-01", "merged");
	before = world_dump(&t.app);
	there_succeeds(&t, t.third, t.new, "2026-09-01", "merged");
	assert_int_equal(there_count(&t, "membership", "school:" NEW), 2);
	assert_int_equal(there_count(&t, "membership", "school:" NEW
	    " from:2019-03-25"), 1);
	there_is(&t, "school", t.new, "stage", "active");
	assert_int_equal(there_count(&t, "roll", "school:" NEW " group:y10"
	    " pupils:261 disadvantaged:80 send:"), 1);
	assert_int_equal(there_count(&t, "roll", "school:" NEW " group:y12"
	    " pupils:40"), 1);
	there_is(&t, "task", joined, "school", NEW);
	there_is(&t, "task", joined, "number", "5");
	there_is(&t, "task", done, "school", THIRD);
	assert_int_equal(there_count(&t, "plan", "school:" NEW), 1);
	there_is(&t, "encounter", both, "schools", NEW);
	there_is(&t, "encounter", both, "years", "y10 ~90/14, y11 ~5");
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
	there_succeeds(&t, t.old, t.new, "2026-09-01", "split");
	refused(&t, t.old, t.third, "2026-10-01", "split",
	    "both parts begin on that day");
	refused(&t, t.old, t.third, "2026-09-01", "converted", "only a split");
	there_succeeds(&t, t.old, t.third, "", "split");
	there_is(&t, "task", task, "school", NEW);
	assert_int_equal(there_count(&t, "role", "role:head from:2026-09-01"), 2);
	there_is(&t, "school", t.third, "coordinators", "priya");
	there_is(&t, "school", t.third, "stage", "active");
	assert_int_equal(there_count(&t, "membership", "school:" THIRD
	    " from:2022-09-01 place:"), 1);
	assert_int_equal(there_count(&t, "membership", "stage:left"), 1);
	assert_int_equal(there_count(&t, "roll", "-school:" OLD), 0);
	assert_int_equal(there_count(&t, "succession", "old:" OLD
	    " date:2026-09-01"), 2);
	world_close(&t.app);
}

/* --- what happened is shown with both ------------------------------------ */

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
	there_succeeds(&t, t.old, t.new, "2026-09-01", "converted");
	refused(&t, t.old, t.new, "2026-09-01", "converted", "already");
	refused(&t, t.old, t.third, "2026-09-01", "converted",
	    "only a split");
	refused(&t, t.third, t.new, "2026-09-01", "merged",
	    "took over from");
	refused(&t, t.new, t.old, "2026-10-01", NULL, "itself");
	there_succeeds(&t, t.new, t.third, "2026-10-01", NULL);
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
		cmocka_unit_test(a_role_that_begins_later_is_at_the_new_school),
		cmocka_unit_test(a_limited_place_moves_though_all_are_taken),
		cmocka_unit_test(a_place_is_counted_once_before_the_day_too),
		cmocka_unit_test(what_the_register_suggested_is_settled),
		cmocka_unit_test(schools_that_merge_add_up),
		cmocka_unit_test(
		    the_second_part_of_a_split_gets_people_and_stages),
		cmocka_unit_test(what_cannot_be_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
