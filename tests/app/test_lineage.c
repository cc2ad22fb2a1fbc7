/* test_lineage.c - what happened before a school took over is in its timeline
 * and in the evidence of its cohorts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/evidenced.h"
#include "app/lists.h"
#include "app/overview.h"
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
	there_succeeds(&t, t.old, t.new, "2026-09-01", "merged");
	there_succeeds(&t, t.third, t.new, "2026-09-01", "merged");
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
	world_add(&t.app, "visit", "school=" OLD, "date=2026-06-15", NULL);
	world_add(&t.app, "assessment", "school=" THIRD, "date=2026-07-31",
	    "source=compass", "framework=G2024", "bm1=100", NULL);
	there_succeeds(&t, t.old, t.new, "2026-09-01", "converted");
	line = timeline(&t, t.new);
	assert_string_equal(line,
	    "2026-09-01 Person Ruth Marsden, head|came\n"
	    "2026-09-01 School Converted: comes from Sandmere School|\n"
	    "2026-06-15 Visit at Sandmere School|\n"
	    "2026-06-01 Encounter Talk, Y10 60 came, at Sandmere School|"
	    "delivered\n"
	    "2023-09-01 Person Ruth Marsden, head, at Sandmere School|came\n"
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
	there_succeeds(&t, t.new, t.third, "2026-11-01", "same");
	line = timeline(&t, t.third);
	assert_non_null(strstr(line, "2026-06-01 Encounter Talk, Y10 60 "
	    "came, at Sandmere School"));
	assert_non_null(strstr(line, "2026-07-31 Result 1/8"));
	free(line);
	there_is(&t, "school", t.new, "visited", "2026-06-15");
	there_is(&t, "school", t.new, "predecessor", OLD " on 2026-09-01");
	there_is(&t, "school", t.new, "successor", THIRD " on 2026-11-01");
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
	assert_int_equal(there_count(t, "encounter", b.p), all.v[0].n.events);
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
	there_succeeds(&t, t.old, t.new, "2026-09-01", "converted");
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
	there_succeeds(&t, t.old, t.new, "2026-09-01", "merged");
	there_succeeds(&t, t.third, t.new, "2026-09-01", "merged");
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
	there_succeeds(&t, t.old, t.new, "2026-09-01", "split");
	there_succeeds(&t, t.old, t.third, "2026-09-01", "split");
	shows(&t, t.new, "5 1 y10-y11", "30-60");
	shows(&t, t.third, "5 1 y10-y11", "0-70");
	world_add(&t.app, "encounter", "schools=" OLD, "type=workplace visit",
	    "date=2026-05-02", "status=delivered", "years=y10 35", NULL);
	shows(&t, t.new, "6 1 y10-y11", "0-35");
	world_close(&t.app);
}

static void
hours_are(struct there *t, int64_t school, const char *want)
{
	struct overview o = { 0 };
	struct err e = { 0 };
	const char *got = "";
	struct row *r;

	must(record_load(&t->app, entity_find("school"), school, &r, &e), &e);
	must(overview_of(&t->app, r, 2026, &o, &e), &e);
	for (size_t i = 0; i < COUNT(o.group); i++)
		if (str_eq(o.group[i].word, "y10"))
			got = o.group[i].cell[OV_HOURS].text;
	assert_string_equal(got, want);
	overview_clear(&o);
	row_free(r);
}

/* Split within the year: the hours of 70 who came are those of 30 to 60 here;
 * those since are its own. */
static void
hours_before_a_split_are_a_range(void **state)
{
	struct there t;

	(void)state;
	there_open(&t);
	roll(&t, "school=" OLD, "year=2026/27", "group=y10", "pupils=100");
	world_add(&t.app, "encounter", "schools=" OLD, "type=talk",
	    "date=2026-10-01", "status=delivered", "years=y10 70",
	    "minutes=120", NULL);
	there_succeeds(&t, t.old, t.new, "2026-11-01", "split");
	hours_are(&t, t.new, "?");
	roll(&t, "school=" NEW, "year=2026/27", "group=y10", "pupils=60");
	hours_are(&t, t.new, "1.0-2.0");
	world_add(&t.app, "encounter", "schools=" NEW, "type=talk",
	    "date=2026-11-10", "status=delivered", "years=y10 30",
	    "minutes=60", NULL);
	hours_are(&t, t.new, "1.5-2.5");
	world_close(&t.app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    the_evidence_page_counts_what_the_schools_before_did),
		cmocka_unit_test(
		    the_new_timeline_has_what_happened_at_the_old_one),
		cmocka_unit_test(encounters_before_are_in_the_cohorts_evidence),
		cmocka_unit_test(both_schools_that_merge_are_in_it),
		cmocka_unit_test(of_a_split_only_what_must_be_its_own_is_sure),
		cmocka_unit_test(hours_before_a_split_are_a_range),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
