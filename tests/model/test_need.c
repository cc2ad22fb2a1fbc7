/* test_need.c - the need score and its parts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "model/need.h"
#include "tests/lib/test.h"

static struct need_weights
weights(const char *text)
{
	struct need_weights w;

	assert_true(need_weights(text, &w));
	return w;
}

static void
weights_are_read_and_checked(void **state)
{
	static const char *const bad[] = { "", "fsm", "fsm x", "fsm 101",
		"fsm -1", "fsm 1 fsm 2", "meals 3", "fsm 0 contact 0",
		"fsm 30 phase" };
	struct need_weights w;

	(void)state;
	w = weights(NEED_DEFAULT);
	assert_int_equal(w.part[NEED_FSM], 30);
	assert_int_equal(w.part[NEED_PHASE], 10);
	assert_int_equal(w.part[NEED_BENCHMARKS], 40);
	assert_int_equal(w.part[NEED_CONTACT], 20);
	w = weights("Contact 5");
	assert_int_equal(w.part[NEED_CONTACT], 5);
	assert_int_equal(w.part[NEED_FSM], 0);
	for (size_t i = 0; i < COUNT(bad); i++)
		if (need_weights(bad[i], &w))
			fail_msg("\"%s\" was taken", bad[i]);
	assert_int_equal(w.part[NEED_CONTACT], 5);
}

static void
scores_as_worked_out_by_hand(void **state)
{
	static const struct {
		struct need_facts f;
		const char *weights;
		int score;
	} v[] = {
		/* 30*68 + 10*75 + 40*62.5 + 20*(69/180*100) over 100 */
		{ { 34, 4, 3, 69 }, NEED_DEFAULT, 61 },
		{ { 50, 0, 0, 180 }, NEED_DEFAULT, 100 },
		{ { 80, 0, 0, 900 }, NEED_DEFAULT, 100 },
		{ { 0, 1, 8, 0 }, NEED_DEFAULT, 0 },
		{ { 0, 1, 8, -1 }, NEED_DEFAULT, 20 },
		/* what is not known is left out of the denominator */
		{ { -1, 4, 3, 69 }, NEED_DEFAULT, 57 },
		{ { 25, -1, -1, 0 }, NEED_DEFAULT, 30 },
		{ { 25, 99, -1, 0 }, NEED_DEFAULT, 30 },
		{ { -1, -1, 7, 0 }, "benchmarks 1", 13 },
		{ { -1, 4, 3, 69 }, "fsm 100", -1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct need_weights w = weights(v[i].weights);
		struct need_score n = need_of(&v[i].f, &w);

		if (n.score != v[i].score)
			fail_msg("%zu: %d, not %d", i, n.score, v[i].score);
	}
}

static void
more_need_never_scores_less(void **state)
{
	struct need_weights w = weights(NEED_DEFAULT);

	(void)state;
	for (int days = 0; days < 400; days++) {
		struct need_facts a = { 20, 4, 4, days }, b = a;

		b.days++;
		assert_true(need_of(&b, &w).score >= need_of(&a, &w).score);
		b = a;
		b.fsm += days;
		assert_true(need_of(&b, &w).score >= need_of(&a, &w).score);
		b = a;
		b.achieved--;
		assert_true(need_of(&b, &w).score > need_of(&a, &w).score);
		b = a;
		b.days = -1;
		assert_true(need_of(&b, &w).score >= need_of(&a, &w).score);
	}
}

static void
said(const struct need_facts *f, const char *weight, const char *want)
{
	struct need_weights w = weights(weight);
	struct need_score n = need_of(f, &w);
	struct buf b;

	buf_init(&b, BUF_LINE);
	need_said(f, &n, "\n", &b);
	assert_string_equal(b.p, want);
	buf_clear(&b);
}

static void
its_parts_are_said(void **state)
{
	(void)state;
	said(&(struct need_facts){ 34.5, 4, -1, 69 }, NEED_DEFAULT,
	    "free school meals 34.5 %: 69 of 100, weight 30\nphase 4: 75 of "
	    "100, weight 10\nlast contact 69 d ago: 38 of 100, weight 20\n"
	    "benchmarks not known: left out");
	said(&(struct need_facts){ -1, -1, 7, -1 }, "benchmarks 3 contact 1",
	    "1 benchmark missing: 13 of 100, weight 3\nno contact logged: "
	    "100 of 100, weight 1");
}

static void
fact(enum need_part part, const struct need_facts *f, const char *want)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	need_fact_said(part, f, &b);
	assert_string_equal(b.p, want);
	buf_clear(&b);
}

static void
facts_are_said_by_themselves(void **state)
{
	const struct need_facts known = { 34.5, 4, 3, 69 };
	const struct need_facts none = { -1, -1, -1, -1 };

	(void)state;
	fact(NEED_FSM, &known, "34.5 %");
	fact(NEED_PHASE, &known, "4");
	fact(NEED_BENCHMARKS, &known, "5");
	fact(NEED_CONTACT, &known, "69 d");
	fact(NEED_FSM, &none, "?");
	fact(NEED_BENCHMARKS, &none, "?");
	fact(NEED_CONTACT, &none, "-");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(weights_are_read_and_checked),
		cmocka_unit_test(scores_as_worked_out_by_hand),
		cmocka_unit_test(more_need_never_scores_less),
		cmocka_unit_test(its_parts_are_said),
		cmocka_unit_test(facts_are_said_by_themselves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
