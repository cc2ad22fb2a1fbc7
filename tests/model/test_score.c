/* test_score.c - points, percentages and states come out as published. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/score.h"

static struct frameworks fs;

static int
load(void **state)
{
	(void)state;
	return frameworks_load(NULL, NULL, &fs, NULL) == ST_OK ? 0 : 1;
}

static int
unload(void **state)
{
	(void)state;
	frameworks_clear(&fs);
	return 0;
}

/* Answers as "1.1=yes;6.1=64/171;"; what is not named is not answered. */
static const char *
look_up(void *arg, const char *item)
{
	static char answer[32];
	char key[16];
	const char *at;

	snprintf(key, sizeof key, ";%s=", item);
	at = strstr(arg, key);
	if (at == NULL)
		return NULL;
	at += strlen(key);
	snprintf(answer, sizeof answer, "%.*s", (int)strcspn(at, ";"), at);
	return answer;
}

/* The first N items of benchmark BM: "yes" or all pupils. */
struct first_n {
	const struct item_list	*l;
	int			 bm, n;
};
static const char *
first_ones(void *arg, const char *id)
{
	const struct first_n *f = arg;
	int bm, no;

	assert_true(item_id(id, strlen(id), &bm, &no));
	if ((f->bm != 0 && bm != f->bm) || no > f->n)
		return "";
	for (size_t i = 0; i < f->l->n; i++)
		if (strcmp(f->l->v[i].id, id) == 0)
			return f->l->v[i].kind == ITEM_YES ? "yes" :
			    f->l->v[i].kind == ITEM_DAYS ? "5" : "100";
	return NULL;
}

static void
check_values_of_published_results(void **state)
{
	static const struct {
		const char	*fw;
		enum setting	 setting;
		int		 bm;
		const char	*answers;	/* NULL: the first N items */
		int		 n, points, max, percent;
	} v[] = {
		{ "G2014", SETTING_SCHOOL, 1, NULL, 11, 11, 17, 64 },
		{ "G2014", SETTING_COLLEGE, 1, NULL, 16, 16, 18, 88 },
		{ "G2014", SETTING_SCHOOL, 3, NULL, 8, 8, 11, 72 },
		{ "G2014", SETTING_COLLEGE, 5, ";5.1=100;5.2=20;", 0, 5, 8,
		  62 },
		{ "G2014", SETTING_COLLEGE, 7, ";7.1=1/4;7.2=4/4;", 0, 5, 8,
		  62 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct first_n f = { framework_items(framework_find(&fs,
		    v[i].fw), v[i].setting), v[i].bm, v[i].n };
		char *text = (char *)(uintptr_t)v[i].answers;
		struct score s;

		score_make(f.l, 12, 13, &score_rules_default,
		    text != NULL ? look_up : first_ones,
		    text != NULL ? (void *)text : (void *)&f, &s);
		assert_int_equal(s.bm[v[i].bm - 1].points, v[i].points);
		assert_int_equal(s.bm[v[i].bm - 1].max, v[i].max);
		assert_int_equal(s.bm[v[i].bm - 1].percent, v[i].percent);
		assert_int_equal(s.bm[v[i].bm - 1].state, SCORE_PARTIAL);
		assert_int_equal(s.achieved, 0);
		score_clear(&s);
	}
}

/* Nothing answered, then everything: of each framework, setting and school. */
static void
nothing_and_everything(void **state)
{
	static const struct {
		const char	*fw;
		enum setting	 setting;
		int		 first, last, items, max[BENCHMARKS];
	} v[] = {
		{ "G2014", SETTING_SCHOOL, 7, 11, 42,
		  { 17, 5, 11, 16, 4, 4, 20, 4 } },
		{ "G2014", SETTING_SCHOOL, 7, 13, 45,
		  { 17, 5, 11, 16, 4, 8, 24, 8 } },
		{ "G2014", SETTING_SPECIAL, 7, 11, 42,
		  { 17, 5, 11, 16, 4, 4, 20, 4 } },
		{ "G2014", SETTING_SPECIAL, 7, 13, 45,
		  { 17, 5, 11, 16, 4, 8, 24, 8 } },
		{ "G2014", SETTING_COLLEGE, 12, 13, 36,
		  { 18, 5, 9, 4, 8, 4, 8, 4 } },
		{ "G2024", SETTING_SCHOOL, 7, 11, 59,
		  { 20, 10, 16, 5, 5, 4, 20, 6 } },
		{ "G2024", SETTING_SCHOOL, 7, 13, 65,
		  { 20, 14, 16, 5, 5, 8, 24, 10 } },
		{ "G2024", SETTING_SPECIAL, 7, 11, 59,
		  { 20, 10, 16, 5, 5, 4, 20, 6 } },
		{ "G2024", SETTING_SPECIAL, 7, 13, 65,
		  { 20, 14, 16, 5, 5, 8, 24, 10 } },
		{ "G2024", SETTING_COLLEGE, 12, 13, 49,
		  { 20, 6, 15, 5, 9, 4, 8, 6 } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct first_n f = { framework_items(framework_find(&fs,
		    v[i].fw), v[i].setting), 0, 99 };
		struct score none, all;

		score_make(f.l, v[i].first, v[i].last, &score_rules_default,
		    look_up, (char[]){ "" }, &none);
		score_make(f.l, v[i].first, v[i].last, &score_rules_default,
		    first_ones, &f, &all);
		assert_int_equal(none.items, v[i].items);
		assert_int_equal(none.answered, 0);
		assert_int_equal(all.answered, v[i].items);
		assert_int_equal(none.achieved, 0);
		assert_int_equal(all.achieved, BENCHMARKS);
		for (int b = 0; b < BENCHMARKS; b++) {
			assert_int_equal(none.bm[b].max, v[i].max[b]);
			assert_int_equal(none.bm[b].points, 0);
			assert_int_equal(none.bm[b].percent, 0);
			assert_int_equal(none.bm[b].state, SCORE_NOT);
			assert_int_equal(all.bm[b].max, v[i].max[b]);
			assert_int_equal(all.bm[b].percent, 100);
			assert_int_equal(all.bm[b].state, SCORE_ACHIEVED);
		}
		score_clear(&none);
		score_clear(&all);
	}
}

static struct score
score_text(const char *fw, int first, int last,
    const struct score_rules *rules, const char *answers)
{
	struct score s;

	score_make(framework_items(framework_find(&fs, fw), SETTING_SCHOOL),
	    first, last, rules, look_up, (char *)(uintptr_t)answers, &s);
	return s;
}

static void
the_exact_fraction_decides_the_band(void **state)
{
	static const struct { const char *answer; int points; } v[] = {
		{ "0", 0 }, { "0/400", 0 }, { "1/400", 1 }, { "1", 1 },
		{ "25", 1 }, { "1/4", 1 }, { "100/399", 2 }, { "26", 2 },
		{ "2501/10000", 2 }, { "50", 2 }, { "2/4", 2 },
		{ "5001/10000", 3 }, { "51", 3 }, { "75", 3 }, { "3/4", 3 },
		{ "299/398", 4 }, { "76", 4 }, { "100", 4 }, { "99999/99999", 4 },
		{ "24999/99999", 1 }, { "25000/99999", 2 },
		{ "in progress", 0 }, { "", 0 }, { "yes", 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		char text[64];
		struct score s;

		snprintf(text, sizeof text, ";5.1=%s;", v[i].answer);
		s = score_text("G2014", 7, 13, &score_rules_default, text);
		if (s.bm[4].points != v[i].points)
			fail_msg("%s: %d", v[i].answer, s.bm[4].points);
		assert_int_equal(s.bm[4].max, 4);
		score_clear(&s);
	}
}

static void
edges_of_the_bands_are_a_rule(void **state)
{
	struct score_rules r = score_rules_default;
	struct score s;

	(void)state;
	r.edge[2] = 99;
	s = score_text("G2014", 7, 13, &r, ";5.1=99;6.1=100;6.2=199/200;");
	assert_int_equal(s.bm[4].points, 3);
	assert_int_equal(s.bm[5].points, 8);
	score_clear(&s);
}

/* Y7 to Y9: 100, 100 and 30 per cent. */
static void
the_lowest_year_counts_or_the_mean(void **state)
{
	static const char v[] = ";5.1=100;5.2=100;5.3=3/10;5.8=yes;";
	struct score_rules r = score_rules_default;
	struct score s = score_text("G2024", 7, 9, &r, v);

	(void)state;
	assert_int_equal(s.bm[4].points, 3);
	assert_int_equal(s.bm[4].max, 5);
	assert_int_equal(s.bm[4].percent, 60);
	score_clear(&s);
	r.mean = true;
	s = score_text("G2024", 7, 9, &r, v);	/* 76.7 per cent */
	assert_int_equal(s.bm[4].points, 5);
	score_clear(&s);
	/* Exactly 75 of a hundred is not above the edge. */
	s = score_text("G2024", 7, 9, &r, ";5.1=100;5.2=2/3;5.3=7/12;");
	assert_int_equal(s.bm[4].points, 3);
	score_clear(&s);
	/* A year that is not answered counts none; one that is n/a, not. */
	s = score_text("G2024", 7, 9, &r, ";5.1=100;5.2=100;");
	assert_int_equal(s.bm[4].points, 3);
	score_clear(&s);
	r.mean = false;
	s = score_text("G2024", 7, 9, &r, ";5.1=100;5.2=100;");
	assert_int_equal(s.bm[4].points, 0);
	score_clear(&s);
	s = score_text("G2024", 7, 9, &r, ";5.1=100;5.2=100;5.3=n/a;");
	assert_int_equal(s.bm[4].points, 4);
	assert_int_equal(s.bm[4].max, 5);
	score_clear(&s);
	s = score_text("G2024", 7, 7, &r, ";5.1=n/a;5.8=yes;");
	assert_int_equal(s.bm[4].max, 1);
	assert_int_equal(s.bm[4].percent, 100);
	score_clear(&s);
}

static void
what_does_not_apply_leaves_and_is_counted(void **state)
{
	struct score s = score_text("G2014", 7, 13, &score_rules_default,
	    ";2.1=n/a;2.2=n/a;8.1=n/a;8.2=50;5.1=in progress;1.1=no;");
	struct buf b;

	(void)state;
	assert_int_equal(s.bm[1].max, 0);
	assert_int_equal(s.bm[1].percent, -1);
	assert_int_equal(s.bm[1].state, SCORE_UNKNOWN);
	assert_int_equal(s.bm[7].max, 4);
	assert_int_equal(s.bm[7].percent, 50);
	assert_int_equal(s.bm[7].away, 1);
	assert_int_equal(s.bm[4].percent, 0);
	assert_int_equal(s.bm[4].answered, 1);
	assert_int_equal(s.bm[0].answered, 1);
	buf_init(&b, BUF_LINE);
	score_answered_format(&s, &b);
	assert_string_equal(b.p, "6 of 45 answered, 3 do not apply");
	buf_clear(&b);
	score_clear(&s);
}

static void
each_item_has_its_state(void **state)
{
	static const struct { const char *id; enum item_state want; } v[] = {
		{ "1.1", ITEM_ACHIEVED }, { "1.2", ITEM_NOT_STARTED },
		{ "1.3", ITEM_IN_PROGRESS }, { "1.4", ITEM_AWAY },
		{ "1.5", ITEM_NOT_STARTED }, { "6.1", ITEM_IN_PROGRESS },
		{ "6.2", ITEM_ACHIEVED }, { "6.3", ITEM_IN_PROGRESS },
		{ "6.4", ITEM_ACHIEVED }, { "7.1", ITEM_NOT_STARTED },
	};
	struct score s = score_text("G2024", 7, 13, &score_rules_default,
	    ";1.1=yes;1.2=no;1.3=in progress;1.4=n/a;6.1=50;6.2=76;6.3=2.5;"
	    "6.4=5;7.1=0;");

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		size_t k = 0;

		while (strcmp(s.v[k].item->id, v[i].id) != 0)
			k++;
		if (s.v[k].state != v[i].want)
			fail_msg("%s: %s", v[i].id,
			    item_state_words[s.v[k].state]);
	}
	assert_int_equal(s.bm[5].max, 8);	/* days are not scored */
	assert_int_equal(s.bm[5].points, 6);
	score_clear(&s);
}

/* A benchmark of 25 proportions, one of them a band short: 99 of 100. */
static void
ninety_nine_is_not_achieved(void **state)
{
	static struct item items[25];
	struct item_list l = { items, COUNT(items) };
	struct score_rules r = score_rules_default;
	char text[512] = ";";
	struct score s;

	(void)state;
	for (int i = 0; i < 25; i++) {
		items[i] = (struct item){ .bm = 4, .no = i + 1,
		    .kind = ITEM_SHARE };
		snprintf(items[i].id, sizeof items[i].id, "4.%d", i + 1);
		snprintf(text + strlen(text), sizeof text - strlen(text),
		    "4.%d=%d;", i + 1, i == 7 ? 75 : 100);
	}
	score_make(&l, 7, 11, &r, look_up, text, &s);
	assert_int_equal(s.bm[3].percent, 99);
	assert_int_equal(s.bm[3].state, SCORE_PARTIAL);
	assert_int_equal(s.achieved, 0);
	score_clear(&s);
	r.pass[3] = 99;
	score_make(&l, 7, 11, &r, look_up, text, &s);
	assert_int_equal(s.bm[3].state, SCORE_ACHIEVED);
	assert_int_equal(s.achieved, 1);
	score_clear(&s);
}

static void
a_count_is_never_a_percentage(void **state)
{
	static const int official[BENCHMARKS] = { 100, 100, 72, 100, 100, 100,
	    100, 100 };
	static const int some[BENCHMARKS] = { 100, -1, 99, 100, 0, -1, -1,
	    -1 };
	struct score_rules r = score_rules_default;
	struct buf b;

	(void)state;
	buf_init(&b, BUF_LINE);
	score_count_format(score_achieved(&r, official), &b);
	assert_string_equal(b.p, "7/8");
	assert_int_equal(score_achieved(&r, some), 2);
	r.pass[2] = 70;
	assert_int_equal(score_achieved(&r, official), 8);
	assert_int_equal(score_state(&r, 2, -1), SCORE_UNKNOWN);
	assert_int_equal(score_state(&r, 2, 0), SCORE_NOT);
	assert_int_equal(score_state(&r, 2, 1), SCORE_PARTIAL);
	assert_int_equal(score_state(&r, 2, 99), SCORE_PARTIAL);
	assert_int_equal(score_state(&r, 2, 100), SCORE_ACHIEVED);
	buf_reset(&b);
	score_count_format(-1, &b);
	assert_string_equal(b.p, "?");
	buf_clear(&b);
}

static void
gains_are_the_largest_first(void **state)
{
	/* BM2 lacks 2.5: 13 of 14. BM4 lacks its share: 1 of 5. BM5 lacks Y8
	 * and Y9: 1 of 5. */
	struct score s = score_text("G2024", 7, 13, &score_rules_default,
	    ";2.1=100;2.2=100;2.3=100;2.4=yes;4.1=in progress;4.2=yes;"
	    "5.1=80;5.2=0;5.3=60;5.4=90;5.5=90;5.6=90;5.7=n/a;5.8=yes;"
	    "8.1=100;8.2=n/a;8.3=yes;8.4=no;");
	size_t n, seen = 0;
	struct gain *g = score_gains(&s, &score_rules_default, &n);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		const char *id = g[i].scored->item->id;

		if (i > 0)
			assert_true(g[i - 1].gain >= g[i].gain);
		assert_int_not_equal(g[i].gain, 0);
		if (strcmp(id, "2.5") == 0) {
			assert_int_equal(g[i].gain, 8);	/* 92 to 100 */
			assert_true(g[i].achieves);
			seen++;
		} else if (strcmp(id, "4.1") == 0) {
			assert_int_equal(g[i].gain, 80);
			assert_true(g[i].achieves);
			assert_int_equal(g[i].together, 1);
			seen++;
		} else if (strcmp(id, "5.2") == 0) {
			assert_int_equal(g[i].gain, 80);
			assert_true(g[i].achieves);
			assert_int_equal(g[i].together, 2);
			seen++;
		} else if (strcmp(id, "8.4") == 0) {
			assert_int_equal(g[i].gain, 17);	/* 83 to 100 */
			seen++;
		} else if (strcmp(id, "1.1") == 0) {
			assert_int_equal(g[i].gain, 5);
			assert_false(g[i].achieves);
			seen++;
		}
		assert_string_not_equal(id, "5.3");
		assert_string_not_equal(id, "5.7");
		assert_string_not_equal(id, "8.2");
		assert_string_not_equal(id, "6.3");
		assert_string_not_equal(id, "2.4");
	}
	assert_int_equal(seen, 5);
	assert_string_equal(g[0].scored->item->id, "4.1");
	assert_string_equal(g[1].scored->item->id, "5.2");
	free(g);
	score_clear(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(check_values_of_published_results),
		cmocka_unit_test(nothing_and_everything),
		cmocka_unit_test(the_exact_fraction_decides_the_band),
		cmocka_unit_test(edges_of_the_bands_are_a_rule),
		cmocka_unit_test(the_lowest_year_counts_or_the_mean),
		cmocka_unit_test(what_does_not_apply_leaves_and_is_counted),
		cmocka_unit_test(each_item_has_its_state),
		cmocka_unit_test(ninety_nine_is_not_achieved),
		cmocka_unit_test(a_count_is_never_a_percentage),
		cmocka_unit_test(gains_are_the_largest_first),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
