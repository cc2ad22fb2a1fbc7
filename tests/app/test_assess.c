/* test_assess.c - assessments with their questions: fill, answer, score, copy. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/assess.h"
#include "app/options.h"
#include "app/record.h"
#include "base/str.h"
#include "db/inner.h"
#include "model/fields.h"
#include "tests/app/world.h"

/* --- little helpers ------------------------------------------------------ */

static int64_t
add_school(struct app *app, const char *urn, const char *type,
    const char *low, const char *high)
{
	char u[32], t[32], l[32], h[32], n[64];

	snprintf(u, sizeof u, "urn=%s", urn);
	snprintf(n, sizeof n, "name=School %s", urn);
	snprintf(t, sizeof t, "type_code=%s", type);
	snprintf(l, sizeof l, "low_age=%s", low);
	snprintf(h, sizeof h, "high_age=%s", high);
	return world_add(app, "school", u, n, t, l, h, NULL);
}

/* A new assessment of a school on a day, not saved. */
static void
start(struct app *app, int64_t school, const char *date,
    const char *framework, struct assess *as)
{
	struct row *row = record_new(app, entities[ENT_assessment]);
	struct err e = { 0 };

	row_set_ref(row, F_assessment_school, "school", school);
	row_set(row, F_assessment_date, date);
	row_set(row, F_assessment_framework, framework);
	must(assess_start(app, row, as, &e), &e);
}

static void
answer(struct assess *as, const char *id, const char *text)
{
	struct err e = { 0 };

	must(assess_answer(as, id, text, &e), &e);
}

/* yes to the items BM.1 … BM.N */
static void
yes_to(struct assess *as, int bm, int n)
{
	char id[16];

	for (int i = 1; i <= n; i++) {
		snprintf(id, sizeof id, "%d.%d", bm, i);
		answer(as, id, "y");
	}
}

static void
expect_bm(const struct assess *as, int bm, int points, int max, int percent)
{
	const struct score_bm *b = &as->score.bm[bm - 1];

	assert_int_equal(b->points, points);
	assert_int_equal(b->max, max);
	assert_int_equal(as->percent[bm - 1], percent);
}

static void
expect(struct app *app, int64_t id, const char *field, const char *want)
{
	char *got = world_get(app, "assessment", id, field);

	assert_string_equal(got, want);
	free(got);
}

/* --- what is filled ------------------------------------------------------ */

static void
a_new_one_knows_its_questions(void **state)
{
	static const struct {
		const char *type, *low, *high, *date;
		const char *framework, *setting, *first, *last;
	} t[] = {
		{ "34", "11", "18", "2026-11-20", "G2024", "school", "7", "13" },
		{ "34", "11", "16", "2025-09-01", "G2024", "school", "7", "11" },
		{ "1", "11", "16", "2025-08-31", "G2014", "school", "7", "11" },
		{ "7", "5", "19", "2026-11-20", "G2024", "special", "1", "13" },
		{ "44", "11", "19", "2026-11-20", "G2024", "special", "7", "13" },
		{ "18", "16", "99", "2026-11-20", "G2024", "college", "12", "13" },
		{ "31", "16", "19", "2026-11-20", "G2024", "college", "12", "13" },
		{ "32", "16", "25", "2026-11-20", "G2024", "college", "12", "13" },
		{ "45", "16", "19", "2020-01-31", "G2014", "college", "12", "13" },
		{ "40", "14", "19", "2026-11-20", "G2024", "school", "10", "13" },
	};
	struct app app;

	(void)state;
	world_open(&app);
	for (size_t i = 0; i < COUNT(t); i++) {
		char urn[8];
		struct assess as;

		snprintf(urn, sizeof urn, "9100%02zu", i);
		start(&app, add_school(&app, urn, t[i].type, t[i].low,
		    t[i].high), t[i].date, "", &as);
		assert_string_equal(row_get(as.mine, F_assessment_framework),
		    t[i].framework);
		assert_string_equal(row_get(as.mine, F_assessment_setting),
		    t[i].setting);
		assert_string_equal(row_get(as.mine, F_assessment_first_year),
		    t[i].first);
		assert_string_equal(row_get(as.mine, F_assessment_last_year),
		    t[i].last);
		assess_clear(&as);
	}
	world_close(&app);
}

static void
rolls_and_the_sixth_form_say_which_years(void **state)
{
	struct app app;
	struct assess as;
	int64_t id;

	(void)state;
	world_open(&app);
	id = world_add(&app, "school", "urn=910100", "name=Larkfield",
	    "low_age=11", "high_age=18", "sixth_form=no", NULL);
	start(&app, id, "2026-11-20", "", &as);
	assert_int_equal(as.last, 11);
	assess_clear(&as);
	/* pupils on roll in Y12 are there, whatever the register says */
	world_add(&app, "roll", "school=school/910100", "year=2026/27",
	    "group=y12", "pupils=40", NULL);
	start(&app, id, "2026-11-20", "", &as);
	assert_int_equal(as.last, 12);
	assess_clear(&as);
	/* nobody in Y7 yet: a school that opened at 14 */
	world_add(&app, "roll", "school=school/910100", "year=2026/27",
	    "group=y7", "pupils=0", NULL);
	start(&app, id, "2026-11-20", "", &as);
	assert_int_equal(as.first, 8);
	assess_clear(&as);
	world_close(&app);
}

/* --- scores -------------------------------------------------------------- */

static void
the_published_results_come_out(void **state)
{
	struct app app;
	struct assess as;
	int64_t school, college;

	(void)state;
	world_open(&app);
	school = add_school(&app, "910200", "34", "11", "18");
	college = add_school(&app, "910201", "18", "16", "99");
	start(&app, school, "2024-07-31", "", &as);
	yes_to(&as, 1, 11);
	expect_bm(&as, 1, 11, 17, 64);
	yes_to(&as, 3, 8);
	expect_bm(&as, 3, 8, 11, 72);
	answer(&as, "6.1", "171/171");
	answer(&as, "6.2", "25");
	expect_bm(&as, 6, 5, 8, 62);
	/* 99 per cent of the pupils, and still not all */
	answer(&as, "4.1", "99");
	assert_int_equal(as.state[3], SCORE_PARTIAL);
	assert_int_equal(as.percent[4], -1);
	assert_int_equal(as.state[4], SCORE_UNKNOWN);
	assess_clear(&as);
	start(&app, college, "2024-07-31", "", &as);
	yes_to(&as, 1, 16);
	expect_bm(&as, 1, 16, 18, 88);
	assess_clear(&as);
	world_close(&app);
}

static void
seven_of_eight_is_a_count(void **state)
{
	struct app app;
	struct assess as;
	int64_t id;
	struct err e = { 0 };

	(void)state;
	world_open(&app);
	add_school(&app, "910210", "34", "11", "18");
	id = world_add(&app, "assessment", "school=school/910210",
	    "date=2026-07-31", "bm1=100", "bm2=100", "bm3=100", "bm4=100",
	    "bm5=100", "bm6=100", "bm7=100", "bm8=99", NULL);
	must(assess_load(&app, id, &as, &e), &e);
	assert_true(as.official);
	assert_int_equal(as.achieved, 7);
	assert_int_equal(as.percent[7], 99);
	assert_int_equal(as.state[7], SCORE_PARTIAL);
	assert_int_equal(as.state[0], SCORE_ACHIEVED);
	expect(&app, id, "source", "compass");
	expect(&app, id, "achieved", "7");
	assess_clear(&as);
	world_close(&app);
}

static void
settings_change_bands_and_marks(void **state)
{
	struct app app;
	struct assess as;
	struct err e = { 0 };

	(void)state;
	world_open(&app);
	must(option_set(app.opt, OPT_BANDS, "10 20 30", &e), &e);
	must(option_set(app.opt, OPT_BM5, "mean", &e), &e);
	must(option_set(app.opt, OPT_PASS_MARK, "100 100 100 75 100 100 100 "
	    "100", &e), &e);
	assert_int_equal(option_set(app.opt, OPT_BANDS, "30 20 40", &e),
	    ST_INVALID);
	assert_int_equal(option_set(app.opt, OPT_BANDS, "25 50", &e),
	    ST_INVALID);
	start(&app, add_school(&app, "910220", "34", "11", "16"),
	    "2026-11-20", "", &as);
	answer(&as, "4.1", "31");		/* 4 points, and 1 open: 80 */
	expect_bm(&as, 4, 4, 5, 80);
	assert_int_equal(as.state[3], SCORE_ACHIEVED);
	for (int i = 1; i <= 5; i++) {		/* one year none, mean 80 */
		char id[8];

		snprintf(id, sizeof id, "5.%d", i);
		answer(&as, id, i == 3 ? "0" : "100");
	}
	expect_bm(&as, 5, 4, 5, 80);
	assess_clear(&as);
	world_close(&app);
}

/* --- answers ------------------------------------------------------------- */

static void
wrong_answers_are_refused_with_why(void **state)
{
	static const struct {
		const char *id, *text, *says;
	} t[] = {
		{ "6.2", "40", "6.2 is for schools with Y12 or Y13" },
		{ "3.99", "yes", "3.1 to 3.16" },
		{ "1.1", "40", "1.1:" },
		{ "6.1", "yes", "6.1:" },
		{ "6.1", "172/171", "172" },
		{ "6.1", "101", "6.1:" },
		{ "nine", "yes", "nine" },
	};
	struct app app;
	struct assess as;

	(void)state;
	world_open(&app);
	start(&app, add_school(&app, "910300", "34", "11", "16"),
	    "2026-11-20", "", &as);
	for (size_t i = 0; i < COUNT(t); i++) {
		struct err e = { 0 };

		assert_int_equal(assess_answer(&as, t[i].id, t[i].text, &e),
		    ST_INVALID);
		if (strstr(e.text, t[i].says) == NULL)
			fail_msg("%s=%s: %s", t[i].id, t[i].text, e.text);
	}
	assert_int_equal(row_members(as.mine, F_assessment_items)->n, 0);
	assess_clear(&as);
	world_close(&app);
}

static void
one_leaves_and_comes_back(void **state)
{
	struct app app;
	struct assess as;
	struct err e = { 0 };
	int64_t id;
	int at;

	(void)state;
	world_open(&app);
	start(&app, add_school(&app, "910310", "34", "11", "16"),
	    "2026-11-20", "", &as);
	assert_int_equal(assess_unanswered(&as, 0), 0);
	yes_to(&as, 1, 3);
	answer(&as, "1.5", "p");
	must(assess_comment(&as, "1.5", "policy goes to governors", &e), &e);
	must(assess_save(&as, NULL, &e), &e);
	assert_false(assess_changed(&as));
	id = as.mine->id;
	assess_clear(&as);

	must(assess_load(&app, id, &as, &e), &e);
	at = assess_unanswered(&as, 0);
	assert_string_equal(as.item[at].item->id, "1.4");
	at = assess_unanswered(&as, at + 1);
	assert_string_equal(as.item[at].item->id, "1.6");
	at = assess_find(&as, "1.5");
	assert_string_equal(as.item[at].answer, "in progress");
	assert_string_equal(as.item[at].comment, "policy goes to governors");
	assert_int_equal(as.score.answered, 4);
	expect(&app, id, "source", "self-assessment");
	expect(&app, id, "bm1", "15");		/* 3 of 20 */
	expect(&app, id, "bm2", "");
	/* round the end, and past what does not apply */
	at = assess_find(&as, "6.2");
	assert_false(as.item[at].applies);
	assert_string_equal(as.item[at].why_not,
	    "6.2 is for schools with Y12 or Y13");
	at = assess_unanswered(&as, at);
	assert_string_not_equal(as.item[at].item->id, "6.2");
	/* an answer taken back */
	answer(&as, "1.1", "");
	answer(&as, "1.2", "");
	answer(&as, "1.3", "");
	answer(&as, "1.5", "");
	must(assess_save(&as, NULL, &e), &e);
	assert_int_equal(row_members(as.mine, F_assessment_items)->n, 1);
	expect(&app, id, "bm1", "");
	assess_clear(&as);
	world_close(&app);
}

static void
a_copy_asks_for_fresh_numbers(void **state)
{
	struct app app;
	struct assess as;
	struct err e = { 0 };
	size_t copied, ask;
	struct buf b;
	int64_t school, id;
	int at;

	(void)state;
	world_open(&app);
	school = add_school(&app, "910320", "34", "11", "16");
	start(&app, school, "2026-07-31", "", &as);
	yes_to(&as, 3, 4);
	answer(&as, "3.5", "n");
	answer(&as, "6.1", "64/171");
	answer(&as, "6.3", "2.5");
	must(assess_comment(&as, "3.2", "posters", &e), &e);
	must(assess_save(&as, NULL, &e), &e);
	id = as.mine->id;
	assess_clear(&as);

	start(&app, school, "2026-11-20", "", &as);
	assert_non_null(as.before);
	answer(&as, "3.1", "n");		/* answered already: stays */
	must(assess_copy(&as, id, &copied, &ask, &e), &e);
	assert_int_equal(copied, 4);
	assert_true(ask > 1);
	at = assess_find(&as, "6.1");
	assert_string_equal(as.item[at].answer, "");
	assert_string_equal(as.item[at].before, "64/171");
	buf_init(&b, BUF_LINE);
	assess_was(&as.item[at], &b);
	assert_string_equal(b.p, "was 64 of 171");
	buf_clear(&b);
	assert_string_equal(as.item[assess_find(&as, "6.3")].answer, "");
	assert_string_equal(as.item[assess_find(&as, "3.1")].answer, "no");
	assert_string_equal(as.item[assess_find(&as, "3.5")].answer, "no");
	assert_string_equal(as.item[assess_find(&as, "3.2")].comment,
	    "posters");
	assess_clear(&as);

	start(&app, school, "2026-11-20", "G2014", &as);
	assert_null(as.before);			/* another framework */
	assert_int_equal(assess_copy(&as, id, NULL, NULL, &e), ST_INVALID);
	assess_clear(&as);
	world_close(&app);
}

static void
compared_item_by_item(void **state)
{
	struct app app;
	struct assess then, now, other;
	struct assess_line *line;
	struct err e = { 0 };
	int64_t school;
	size_t n, seen = 0;

	(void)state;
	world_open(&app);
	school = add_school(&app, "910330", "34", "11", "16");
	start(&app, school, "2026-03-31", "", &then);
	start(&app, school, "2026-11-20", "", &now);
	answer(&then, "1.1", "y");
	answer(&then, "1.2", "n");
	answer(&then, "1.3", "y");
	answer(&then, "1.4", "y");
	answer(&then, "6.1", "64/171");
	answer(&now, "1.1", "n");
	answer(&now, "1.2", "p");
	answer(&now, "1.4", "y");
	answer(&now, "1.5", "y");
	answer(&now, "6.1", "80/171");
	must(assess_compare(&then, &now, &line, &n, &e), &e);
	for (size_t i = 0; i < n; i++) {
		static const struct {
			const char *id;
			enum assess_change change;
		} want[] = {
			{ "1.1", ASSESS_WORSE }, { "1.2", ASSESS_BETTER },
			{ "1.3", ASSESS_GONE }, { "1.4", ASSESS_SAME },
			{ "1.5", ASSESS_NEW }, { "1.6", ASSESS_SAME },
			{ "6.1", ASSESS_BETTER },
		};

		assert_string_not_equal(line[i].item->id, "6.2");
		for (size_t k = 0; k < COUNT(want); k++)
			if (str_eq(line[i].item->id, want[k].id)) {
				assert_int_equal(line[i].change,
				    want[k].change);
				seen++;
			}
	}
	assert_int_equal(seen, 7);
	free(line);
	start(&app, school, "2025-03-31", "", &other);
	assert_int_equal(assess_compare(&other, &now, &line, &n, &e),
	    ST_INVALID);
	assess_clear(&other);
	assess_clear(&then);
	assess_clear(&now);
	world_close(&app);
}

static void
lifts_by_gain_then_by_evidence(void **state)
{
	struct app app;
	struct assess as;
	struct assess_evidence ev;
	struct assess_lift *lift;
	struct err e = { 0 };
	const struct evidenced *f;
	size_t n;

	(void)state;
	world_open(&app);
	start(&app, add_school(&app, "910340", "34", "11", "16"),
	    "2024-11-20", "G2014", &as);
	world_add(&app, "roll", "school=school/910340", "year=2024/25",
	    "group=y11", "pupils=100", NULL);
	world_add(&app, "partner", "name=Eastfield College", "kind=college",
	    NULL);
	world_add(&app, "encounter", "schools=school/910340", "date=2024-10-01",
	    "type=college taster day", "benchmarks=7", "providers=partner/eastfield",
	    "years=y11 60", NULL);
	yes_to(&as, 1, 16);			/* 1.17 is missing: 6 per cent */
	must(assess_evidence(&as, assess_year(&as), &ev, &e), &e);
	f = assess_shown(&ev, as.item[assess_find(&as, "7.2")].item);
	assert_non_null(f);
	assert_int_equal(f->n.logged.least, 60);
	assert_null(assess_shown(&ev, as.item[0].item));
	lift = assess_lifts(&as, &ev, &n);
	assert_true(n > 8);
	assert_int_equal(lift[0].gain.gain, 100);	/* one item is all of it */
	assert_true(lift[0].gain.achieves);
	for (size_t i = 1; i < n; i++) {
		assert_true(lift[i - 1].gain.gain >= lift[i].gain.gain);
		if (str_eq(lift[i].gain.scored->item->id, "7.1"))
			/* 7.2, of the same gain, is well on its way */
			assert_string_equal(lift[i - 1].gain.scored->item->id,
			    "7.2");
	}
	free(lift);
	assess_evidence_clear(&ev);
	assess_clear(&as);
	world_close(&app);
}

/* --- rules --------------------------------------------------------------- */

static void
unknown_frameworks_are_refused(void **state)
{
	struct app app;
	struct err e = { 0 };
	int64_t id;

	(void)state;
	world_open(&app);
	add_school(&app, "910400", "34", "11", "16");
	id = world_add(&app, "assessment", "school=school/910400",
	    "date=2026-07-31", "framework=g2014", "bm1=50", NULL);
	expect(&app, id, "framework", "G2014");
	assert_int_equal(world_set(&app, "assessment", id, "framework",
	    "G2031", &e), ST_INVALID);
	assert_string_equal(e.field, "framework");
	assert_non_null(strstr(e.text, "G2014 and G2024"));
	assert_int_equal(world_set(&app, "assessment", id, "bm3", "101", &e),
	    ST_INVALID);
	world_close(&app);
}

static void
a_percentage_of_items_is_not_typed_over(void **state)
{
	struct app app;
	struct assess as;
	struct err e = { 0 };
	int64_t id;

	(void)state;
	world_open(&app);
	start(&app, add_school(&app, "910410", "34", "11", "16"),
	    "2026-07-31", "G2014", &as);
	yes_to(&as, 1, 11);
	must(assess_save(&as, NULL, &e), &e);
	id = as.mine->id;
	assert_int_equal(as.percent[0], 64);
	assess_clear(&as);
	assert_int_equal(world_set(&app, "assessment", id, "bm1", "80", &e),
	    ST_INVALID);
	assert_string_equal(e.field, "bm1");
	assert_non_null(strstr(e.text, "64"));
	assert_int_equal(world_set(&app, "assessment", id, "bm2", "40", &e),
	    ST_INVALID);
	must(world_set(&app, "assessment", id, "bm1", "", &e), &e);
	expect(&app, id, "bm1", "64");
	/* other questions: every answer is looked at again */
	assert_int_equal(world_set(&app, "assessment", id, "setting",
	    "college", &e), ST_OK);
	expect(&app, id, "bm1", "61");		/* 11 of 18 */
	world_close(&app);
}

static void
one_a_day(void **state)
{
	struct app app;
	struct err e = { 0 };
	int64_t a, b;

	(void)state;
	world_open(&app);
	add_school(&app, "910420", "34", "11", "16");
	a = world_add(&app, "assessment", "school=school/910420",
	    "date=2026-07-31", "bm1=50", NULL);
	b = world_add(&app, "assessment", "school=school/910420",
	    "date=2026-03-31", "bm1=40", NULL);
	assert_int_equal(world_set(&app, "assessment", b, "date",
	    "2026-07-31", &e), ST_CONFLICT);
	assert_string_equal(e.field, "date");
	must(world_set(&app, "assessment", b, "source", "self-assessment",
	    &e), &e);
	must(world_set(&app, "assessment", b, "date", "2026-07-31", &e), &e);
	(void)a;
	world_close(&app);
}

/* What the rules had put into a new one when its save failed is not taken for
 * typed when it is tried again. */
static void
a_save_that_failed_may_be_tried_again(void **state)
{
	struct app app;
	struct assess as;
	struct err e = { 0 };

	(void)state;
	world_open(&app);
	start(&app, add_school(&app, "900123", "34", "11", "16"), "2026-11-20",
	    "G2024", &as);
	answer(&as, "1.1", "y");
	app.db->open_guard = true;
	must(db_exec(app.db, "CREATE TEMP TRIGGER full BEFORE INSERT ON "
	    "main.change WHEN new.field = '' BEGIN SELECT RAISE(ABORT, 'full'); END", &e), &e);
	assert_int_equal(assess_save(&as, NULL, &e), ST_DENIED);
	assert_null(as.base);
	must(db_exec(app.db, "DROP TRIGGER full", &e), &e);
	app.db->open_guard = false;
	answer(&as, "1.2", "y");
	must(assess_save(&as, NULL, &e), &e);
	assert_string_equal(row_get(as.base, F_assessment_bm1), "10");
	assess_clear(&as);
	world_close(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_one_knows_its_questions),
		cmocka_unit_test(rolls_and_the_sixth_form_say_which_years),
		cmocka_unit_test(the_published_results_come_out),
		cmocka_unit_test(seven_of_eight_is_a_count),
		cmocka_unit_test(settings_change_bands_and_marks),
		cmocka_unit_test(wrong_answers_are_refused_with_why),
		cmocka_unit_test(one_leaves_and_comes_back),
		cmocka_unit_test(a_copy_asks_for_fresh_numbers),
		cmocka_unit_test(compared_item_by_item),
		cmocka_unit_test(lifts_by_gain_then_by_evidence),
		cmocka_unit_test(unknown_frameworks_are_refused),
		cmocka_unit_test(a_percentage_of_items_is_not_typed_over),
		cmocka_unit_test(one_a_day),
		cmocka_unit_test(a_save_that_failed_may_be_tried_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
