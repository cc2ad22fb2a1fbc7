/* test_assess_log.c - beside the items: rolls, the log; eight percentages. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/assess_log.h"
#include "app/lists.h"
#include "app/official.h"
#include "app/record.h"
#include "base/date.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/id.h"
#include "tests/app/world.h"

/* --- a school with a sixth form ------------------------------------------ */

struct here {
	struct app	 app;
	int64_t		 school;
	struct assess	 a;
	struct assess_log log;
};

static void
add_roll(struct here *h, const char *group, const char *pupils,
    const char *confirmed)
{
	char g[16], p[16], c[24], s[32];

	snprintf(s, sizeof s, "school=school/900123");
	snprintf(g, sizeof g, "group=%s", group);
	snprintf(p, sizeof p, "pupils=%s", pupils);
	snprintf(c, sizeof c, "confirmed=%s", confirmed);
	world_add(&h->app, "roll", s, "year=2026/27", g, p, c, NULL);
}

static void
begin(struct here *h)
{
	memset(h, 0, sizeof *h);
	world_open(&h->app);
	h->school = world_add(&h->app, "school", "urn=900123",
	    "name=Sandmere Park Academy", "low_age=11", "high_age=18", NULL);
	add_roll(h, "y7", "180", "yes");
	add_roll(h, "y8", "182", "yes");
	add_roll(h, "y9", "176", "yes");
	add_roll(h, "y11", "179", "no");
	add_roll(h, "y13", "122", "yes");
}

static void
read(struct here *h, const char *framework)
{
	struct row *row = record_new(&h->app, entities[ENT_assessment]);
	struct err e = { 0 };

	row_set_ref(row, F_assessment_school, "school", h->school);
	row_set(row, F_assessment_source, "self-assessment");
	row_set(row, F_assessment_framework, framework);
	must(assess_start(&h->app, row, &h->a, &e), &e);
	must(assess_log_read(&h->a, &h->log, &e), &e);
}

static void
end(struct here *h)
{
	assess_log_clear(&h->log);
	assess_clear(&h->a);
	world_close(&h->app);
}

static const struct assess_beside *
beside(const struct here *h, const char *id)
{
	int i = assess_find(&h->a, id);

	assert_true(i >= 0);
	return &h->log.v[i];
}

static void
expect_roll(const struct here *h, const char *id, long roll, bool confirmed,
    const char *of)
{
	const struct assess_beside *b = beside(h, id);

	assert_int_equal(b->roll, roll);
	assert_string_equal(b->of, of);
	if (roll > 0)
		assert_int_equal(b->confirmed, confirmed);
}

static void
an_item_counts_of_the_roll_of_its_pupils(void **state)
{
	struct here h;

	(void)state;
	begin(&h);
	read(&h, "G2024");
	expect_roll(&h, "1.1", -1, true, "");
	expect_roll(&h, "2.1", 538, true, "Y7-9");
	expect_roll(&h, "2.2", -1, true, "");	/* that of Y10 is not known */
	expect_roll(&h, "4.1", -1, true, "");	/* of subjects, not pupils */
	expect_roll(&h, "5.1", 180, true, "Y7");
	expect_roll(&h, "6.1", 179, false, "Y11");
	expect_roll(&h, "6.2", 122, true, "Y13");
	expect_roll(&h, "6.3", -1, true, "");
	expect_roll(&h, "7.6", -1, true, "");	/* of some of Y13 */
	assert_string_equal(h.log.rolls, "Rolls of 2026/27: unconfirmed Y11; "
	    "not known Y10, Y12");
	end(&h);
}

static void
an_encounter_in_every_year_is_of_all_pupils(void **state)
{
	struct here h;

	(void)state;
	begin(&h);
	add_roll(&h, "y10", "181", "yes");
	add_roll(&h, "y12", "120", "yes");
	read(&h, "G2014");
	expect_roll(&h, "5.1", 180 + 182 + 176 + 181 + 179 + 120 + 122, false,
	    "Y7-13");
	expect_roll(&h, "2.1", -1, true, "");
	end(&h);
}

static void
expect_typed(const struct here *h, const char *id, const char *typed,
    const char *want)
{
	int i = assess_find(&h->a, id);
	struct err e = { 0 };
	struct buf b;

	buf_init(&b, BUF_LINE);
	must(assess_log_typed(h->a.item[i].item, &h->log.v[i], typed, &b, &e),
	    &e);
	assert_string_equal(b.p, want);
	buf_clear(&b);
}

static void
digits_are_pupils_where_the_roll_is_known(void **state)
{
	struct here h;
	struct err e = { 0 };
	struct buf b;
	int i;

	(void)state;
	begin(&h);
	read(&h, "G2024");
	expect_typed(&h, "6.1", "64", "64/179");
	expect_typed(&h, "6.1", "0", "0/179");
	expect_typed(&h, "6.1", "64/171", "64/171");
	expect_typed(&h, "6.1", "75%", "75%");
	expect_typed(&h, "2.2", "75", "75");
	expect_typed(&h, "7.6", "75", "75");
	expect_typed(&h, "6.3", "2.5", "2.5");
	i = assess_find(&h.a, "6.1");
	buf_init(&b, BUF_LINE);
	assert_int_equal(assess_log_typed(h.a.item[i].item, &h.log.v[i],
	    "180", &b, &e), ST_INVALID);
	assert_non_null(strstr(e.text, "180 is more than the 179 of Y11"));
	assert_string_equal(b.p, "");
	buf_clear(&b);
	end(&h);
}

static void
expect_log(const struct here *h, const char *id, const char *want)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	assess_log_text(beside(h, id), &b);
	assert_string_equal(b.p, want);
	buf_clear(&b);
}

static void
add_talk(struct here *h, const char *date, const char *years,
    const char *ticks)
{
	char d[32], y[32], t[80];

	snprintf(d, sizeof d, "date=%s", date);
	snprintf(y, sizeof y, "years=%s", years);
	snprintf(t, sizeof t, "ticks=%s", ticks);
	world_add(&h->app, "encounter", "schools=school/900123", "type=talk",
	    d, y, t, "status=delivered", NULL);
}

/* Only a figure without doubt may stand for an answer. */
static void
an_exact_figure_of_the_log_is_an_answer(void **state)
{
	static const char all[] = "purpose, two-way, outcomes, reflection";
	struct here h;
	struct buf b;

	(void)state;
	begin(&h);
	add_talk(&h, "2026-10-05", "y7 96", all);
	add_talk(&h, "2026-10-06", "y8 100", all);
	add_talk(&h, "2026-10-07", "y8 60", all);
	add_talk(&h, "2026-10-08", "y9 40", "purpose");
	read(&h, "G2024");
	expect_log(&h, "5.1", "from the log: 96");
	expect_log(&h, "5.2", "from the log: at least 100, at most 160");
	expect_log(&h, "5.3", "from the log: 0");
	expect_log(&h, "1.1", "");
	buf_init(&b, BUF_LINE);
	assert_true(assess_log_answer(beside(&h, "5.1"), &b));
	assert_string_equal(b.p, "96/180");
	assert_false(assess_log_answer(beside(&h, "5.2"), &b));
	assert_false(assess_log_answer(beside(&h, "6.1"), &b));	/* since */
	assert_false(assess_log_answer(beside(&h, "1.1"), &b));
	buf_clear(&b);
	end(&h);
}

/* --- official results ---------------------------------------------------- */

static void
put(struct official *o, int bm, const char *text)
{
	struct err e = { 0 };

	must(official_put(o, bm, text, &e), &e);
}

static void
a_day_has_one_official_result(void **state)
{
	int day = day_from_ymd(2026, 7, 31), spring = day_from_ymd(2026, 3, 31);
	struct err e = { 0 };
	struct official o;
	struct here h;
	int64_t first;

	(void)state;
	begin(&h);
	assert_int_equal(official_day(&h.app), day);
	must(official_of(&h.app, h.school, spring, &o, &e), &e);
	assert_false(o.has_before);
	assert_int_equal(official_save(&o, NULL, &e), ST_INVALID);
	put(&o, 1, "64");
	put(&o, 2, "100");
	must(official_save(&o, NULL, &e), &e);
	first = o.now.base->id;
	official_clear(&o);
	must(official_of(&h.app, h.school, day, &o, &e), &e);
	assert_null(o.now.base);
	assert_true(o.has_before);
	assert_int_equal(o.before.base->id, first);
	assert_int_equal(o.before.percent[0], 64);
	official_clear(&o);
	must(official_of(&h.app, h.school, spring, &o, &e), &e);
	assert_int_equal(o.now.base->id, first);
	assert_int_equal(o.now.achieved, 1);
	put(&o, 1, "100");
	put(&o, 2, "-");
	assert_int_equal(official_put(&o, 3, "101", &e), ST_INVALID);
	must(official_save(&o, NULL, &e), &e);
	assert_int_equal(o.now.percent[0], 100);
	assert_int_equal(o.now.percent[1], -1);
	assert_int_equal(o.now.percent[2], -1);
	official_clear(&o);
	end(&h);
}

static void
a_step_says_how_many_items_were_answered(void **state)
{
	struct err e = { 0 };
	struct here h;
	char *label;
	int64_t id = 0;

	(void)state;
	begin(&h);
	read(&h, "G2024");
	must(assess_same(&h.app, h.a.mine, &id, &e), &e);
	assert_int_equal(id, 0);
	must(assess_answer(&h.a, "1.1", "y", &e), &e);
	must(assess_answer(&h.a, "6.1", "64/179", &e), &e);
	must(assess_save(&h.a, NULL, &e), &e);
	label = step_last_label(&h.app);
	assert_true(str_starts(label, "answered 2 items of assessment/"));
	free(label);
	must(assess_comment(&h.a, "6.1", "two forms only", &e), &e);
	must(assess_save(&h.a, NULL, &e), &e);
	label = step_last_label(&h.app);
	assert_true(str_starts(label, "answered 1 item of assessment/"));
	free(label);
	must(assess_newest(&h.app, h.school, "self-assessment", h.app.today,
	    &id, &e), &e);
	assert_int_equal(id, h.a.base->id);
	end(&h);
}

/* Somebody chooses the older framework meanwhile: with the next save the
 * questions are others, and what was read stands beside none of them. */
static void
other_questions_come_with_a_save(void **state)
{
	struct here h;
	struct err e = { 0 };
	struct row *base, *theirs;
	size_t n;

	(void)state;
	begin(&h);
	read(&h, "G2024");
	must(assess_answer(&h.a, "1.1", "y", &e), &e);
	must(assess_save(&h.a, NULL, &e), &e);
	assert_true(assess_log_fits(&h.log, &h.a));
	n = h.a.n;
	must(record_load(&h.app, h.a.base->ent, h.a.base->id, &base, &e), &e);
	theirs = row_copy(base);
	row_set(theirs, F_assessment_framework, "G2014");
	must(record_save(&h.app, base, theirs, NULL, &e), &e);
	row_free(base);
	row_free(theirs);
	must(assess_answer(&h.a, "1.2", "y", &e), &e);
	must(assess_save(&h.a, NULL, &e), &e);
	assert_string_equal(h.a.framework->id, "G2014");
	assert_int_not_equal(h.a.n, n);
	assert_false(assess_log_fits(&h.log, &h.a));
	for (size_t i = 0; i < h.a.n; i++) {
		const struct assess_beside *b = assess_log_at(&h.log, &h.a,
		    (int)i);

		assert_int_equal(b->roll, -1);
		assert_null(b->log);
	}
	end(&h);
}

/* How many tasks the filter lists. */
static int64_t
listed(struct app *app, const char *filter)
{
	struct lister l;
	struct err e = { 0 };
	int64_t n = -1;

	must(lister_open(&l, app, entities[ENT_task], filter, &e), &e);
	must(lister_count(&l, 0, &n, &e), &e);
	lister_close(&l);
	return n;
}

/* One done stands for those that are not; without an item, at the benchmark. */
static void
the_plan_of_the_year_stands_beside_its_items(void **state)
{
	char code[ID_CODE], plan[32], before[32];
	struct here h;
	struct buf b;
	int at;

	(void)state;
	begin(&h);
	id_code(world_add(&h.app, "plan", "school=school/900123",
	    "year=2026/27", NULL), code);
	snprintf(plan, sizeof plan, "plan=%s", code);
	id_code(world_add(&h.app, "plan", "school=school/900123",
	    "year=2025/26", NULL), code);
	snprintf(before, sizeof before, "plan=%s", code);
	world_add(&h.app, "task", plan, "title=Assembly", "item=3.3",
	    "due=2026-11-09", NULL);
	world_add(&h.app, "task", plan, "title=Role models", "item=3.3",
	    "benchmarks=3", "status=done", "done=2026-11-03", NULL);
	world_add(&h.app, "task", plan, "title=Posters", "item=3.3",
	    "status=dropped", NULL);
	world_add(&h.app, "task", plan, "title=Visits", "benchmarks=5, 6",
	    "due=2027-02-12", NULL);
	world_add(&h.app, "task", before, "title=Of last year", "item=3.1",
	    NULL);
	read(&h, "G2024");
	buf_init(&b, BUF_LINE);
	at = assess_find(&h.a, "3.3");
	assess_plan_text(&assess_log_at(&h.log, &h.a, at)->plan, &b);
	assert_string_equal(b.p, "here: plan action \"Role models\", done "
	    "3 Nov and 1 more");
	buf_reset(&b);
	at = assess_find(&h.a, "3.1");
	assess_plan_text(&assess_log_at(&h.log, &h.a, at)->plan, &b);
	assert_string_equal(b.p, "");
	assert_int_equal(h.log.bm_plan[2].n, 0);
	assess_plan_text(&h.log.bm_plan[5], &b);
	assert_string_equal(b.p, "here: plan action \"Visits\", due "
	    "12 Feb");
	buf_reset(&b);
	assess_bm_plan_filter(&h.log, &h.app, 6, &b);
	assert_int_equal(listed(&h.app, b.p), 1);
	buf_reset(&b);
	assess_bm_plan_filter(&h.log, &h.app, 3, &b);
	assert_int_equal(listed(&h.app, b.p), 0);
	buf_clear(&b);
	end(&h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_item_counts_of_the_roll_of_its_pupils),
		cmocka_unit_test(an_encounter_in_every_year_is_of_all_pupils),
		cmocka_unit_test(digits_are_pupils_where_the_roll_is_known),
		cmocka_unit_test(an_exact_figure_of_the_log_is_an_answer),
		cmocka_unit_test(a_day_has_one_official_result),
		cmocka_unit_test(a_step_says_how_many_items_were_answered),
		cmocka_unit_test(other_questions_come_with_a_save),
		cmocka_unit_test(the_plan_of_the_year_stands_beside_its_items),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
