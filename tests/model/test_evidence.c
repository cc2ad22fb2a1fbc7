/* test_evidence.c - what logged encounters show of a cohort. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <string.h>

#include "base/date.h"
#include "base/str.h"
#include "model/encounter.h"
#include "model/evidence.h"
#include "model/fields.h"
#include "model/tables.h"

#define B5	(1u << 5)
#define B6	(1u << 6)
#define B7	(1u << 7)

static struct evidence_rule
rule(const char *text)
{
	struct evidence_rule r;
	struct err e = { 0 };

	if (evidence_rule(text, &r, &e) != ST_OK)
		fail_msg("%s: %s", text, e.text);
	return r;
}

static void
a_rule_is_read(void **state)
{
	struct evidence_rule r = rule("6 2 y7-y11");

	(void)state;
	assert_int_equal(r.bm, 6);
	assert_int_equal(r.times, 2);
	assert_int_equal(r.first, YG_Y7);
	assert_int_equal(r.last, YG_Y11);
	assert_false(r.each);
	assert_string_equal(r.kinds, "");
	r = rule("5 1 each");
	assert_true(r.each);
	r = rule("5 1 y9");
	assert_int_equal(r.first, YG_Y9);
	assert_int_equal(r.last, YG_Y9);
	r = rule("7 1 y7-y11 college|training provider");
	assert_string_equal(r.kinds, "college|training provider");
}

static void
a_rule_that_asks_nothing_known_is_refused(void **state)
{
	static const char *const v[] = { "", "5", "5 1", "4 1 y7", "9 1 y7",
		"5 0 each", "5 3 each", "5 1 ks4", "5 1 y11-y7", "5 1 adult",
		"5 1 y7-y9-y11", "5 1 y7-ks4", "7 1 y7-y11 zoo",
		"7 1 y7-y11 college|" };

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct evidence_rule r;
		struct err e = { 0 };

		if (evidence_rule(v[i], &r, &e) != ST_INVALID)
			fail_msg("%s was taken", v[i]);
		assert_true(strlen(e.text) > 0);
	}
}

static void
a_span_follows_the_cohort(void **state)
{
	struct evidence_span s = evidence_span(YG_Y7, YG_Y11, 2026);
	int first, last;

	(void)state;
	assert_int_equal(s.entry, 2022);
	evidence_years(&s, &first, &last);
	assert_int_equal(first, 2022);
	assert_int_equal(last, 2026);
	s = evidence_span(YG_Y12, YG_Y13, 2026);
	assert_int_equal(s.entry, 2020);
	evidence_years(&s, &first, &last);
	assert_int_equal(first, 2025);
	assert_int_equal(last, 2026);
}

static struct evidence_event
event(int64_t id, const char *date, int group, long attended, unsigned counts,
    unsigned meaningful)
{
	return (struct evidence_event){
		.id = id, .day = day_from_iso(date), .group = group,
		.attended = attended, .minutes = -1, .counts = counts,
		.meaningful = meaningful, .kinds = "",
	};
}

static void
check_range(struct range r, const char *want)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	range_format(r, &b);
	assert_string_equal(b.p, want);
	buf_clear(&b);
}

/* Those who are Y11 in 2026/27: Y7 in 2022/23. */
static void
a_cohort_is_counted_under_the_year_group_it_was_in(void **state)
{
	struct evidence_rule r = rule("6 1 y7-y11"), two = rule("6 2 y7-y11");
	struct evidence_span s = evidence_span(r.first, r.last, 2026);
	struct evidence_event ev[] = {
		event(1, "2024-10-01", YG_Y9, 30, B6, B6),	/* 2024/25 */
		event(2, "2025-09-01", YG_Y10, 120, B6, 0),	/* first day */
		event(3, "2026-08-31", YG_Y10, 100, B6, B6),	/* last day */
		event(4, "2026-11-02", YG_Y11, 80, B6, B6),
		/* others: */
		event(5, "2025-08-31", YG_Y10, 170, B6, B6),	/* a year older */
		event(6, "2026-11-02", YG_Y10, 170, B6, B6),	/* a year younger */
		event(7, "2026-11-02", YG_KS4, 170, B6, B6),	/* a band */
		event(8, "2026-11-02", YG_Y11, 170, B5, B5),	/* not BM6 */
		event(9, "2021-11-02", YG_R + 6, 60, B6, B6),	/* its Y6 */
		event(10, "2027-09-02", YG_Y12, 60, B6, B6),	/* and Y12 */
		event(11, "2026-11-02", YG_ADULT, 60, B6, B6),
	};
	struct evidence_count c;

	(void)state;
	evidence_count(&r, &s, ev, COUNT(ev), 175, &c);
	assert_int_equal(c.events, 4);
	assert_int_equal(c.meaningful_events, 3);
	check_range(c.logged, "120-175");	/* 30 + 120 + 100 + 80 */
	check_range(c.meaningful, "100-175");	/* 30 + 100 + 80 = 210 */
	assert_int_equal(c.nlacking, 1);
	assert_int_equal(c.lacking[0], 2);
	assert_int_equal(c.unknown, 0);
	evidence_clear(&c);
	/* 120 + 100 - 175; half of 330 */
	evidence_count(&two, &s, ev, COUNT(ev), 175, &c);
	check_range(c.logged, "45-165");
	/* 100 + 80 - 175 = 5; half of 210 is 105 */
	check_range(c.meaningful, "5-105");
	evidence_clear(&c);
	/* as of a year earlier: its Y11 had not begun */
	s = evidence_span(YG_Y7, YG_Y10, 2025);
	evidence_count(&r, &s, ev, COUNT(ev), 175, &c);
	assert_int_equal(c.events, 3);
	evidence_clear(&c);
}

static void
unknown_and_estimated_figures_are_told(void **state)
{
	struct evidence_rule r = rule("5 1 y8");
	struct evidence_span s = evidence_span(YG_Y8, YG_Y8, 2026);
	struct evidence_event ev[] = {
		event(1, "2026-10-01", YG_Y8, 51, B5, B5),
		event(2, "2026-10-02", YG_Y8, -1, B5, 0),
		event(3, "2026-10-03", YG_Y8, 23, B5, B5),
	};
	struct evidence_count c;

	(void)state;
	ev[2].estimated = true;
	evidence_count(&r, &s, ev, COUNT(ev), 182, &c);
	check_range(c.logged, "51-182");
	check_range(c.meaningful, "51-74");
	assert_int_equal(c.unknown, 1);
	assert_int_equal(c.estimated, 1);
	evidence_clear(&c);
	evidence_count(&r, &s, ev, COUNT(ev), -1, &c);
	check_range(c.logged, "51-?");
	check_range(c.meaningful, "51-74");
	evidence_clear(&c);
	assert_int_equal(evidence_percent((struct range){ 51, 74 }, 182), 28);
	assert_int_equal(evidence_percent((struct range){ 51, 74 }, -1), -1);
}

static void
the_kinds_of_providers_present_decide(void **state)
{
	struct evidence_rule r = rule("7 1 y9 college|university");
	struct evidence_span s = evidence_span(YG_Y9, YG_Y9, 2026);
	struct evidence_event ev = event(1, "2026-10-01", YG_Y9, 40, B7, B7);
	static const struct { const char *kinds; bool fits; } v[] = {
		{ "", false }, { "college", true },
		{ "training provider", false },
		{ "training provider|university", true }, { "other", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		ev.kinds = v[i].kinds;
		assert_int_equal(evidence_fits(&r, &s, &ev), v[i].fits);
	}
}

static void
meaningful_is_all_the_ticks_of_the_benchmark(void **state)
{
	static const struct {
		int bm;
		const char *date, *ticks;
		bool want;
	} v[] = {
		{ 5, "2025-09-01", "purpose,outcomes,two-way,reflection",
		  true },
		{ 5, "2025-09-01", "purpose,outcomes,two-way", false },
		{ 5, "2025-08-31", "", true },
		{ 6, "2026-11-02", "feedback,outcomes,purpose,range,"
		  "reflection,task,two-way", true },
		{ 6, "2026-11-02", "feedback,outcomes,purpose,range,"
		  "reflection,two-way", false },
		{ 7, "2026-11-02", "purpose,outcomes,two-way,information,"
		  "learning,reflection", true },
		{ 7, "2026-11-02", "purpose,outcomes,two-way,reflection",
		  false },
		{ 8, "2026-11-02", "", true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++)
		assert_int_equal(is_meaningful(v[i].bm,
		    day_from_iso(v[i].date), v[i].ticks), v[i].want);
}

/* The counts of domain.md: four, seven and six, each a tick there is. */
static void
the_tick_lists_are_ticks(void **state)
{
	static const size_t want[] = { [5] = 4, [6] = 7, [7] = 6, [8] = 0 };

	(void)state;
	for (int bm = 5; bm <= 8; bm++) {
		struct strs w = { 0 };

		str_words(&w, benchmark_ticks(bm));
		assert_int_equal(w.n, want[bm]);
		for (size_t i = 0; i < w.n; i++)
			assert_non_null(field_choice(
			    &encounter_ticks_set.cols[0], w.v[i]));
		strs_clear(&w);
	}
	assert_string_equal(benchmark_ticks(1), "");
	assert_string_equal(benchmark_ticks(99), "");
}

/* A filter finds a kind by its words: none may be a part of another. */
static void
no_kind_of_provider_is_part_of_another(void **state)
{
	const struct choice *k =
	    partner_entity.fields[F_partner_kind].choices;

	(void)state;
	for (size_t i = 0; k[i].word != NULL; i++)
		for (size_t j = 0; k[j].word != NULL; j++)
			if (i != j && strstr(k[i].word, k[j].word) != NULL)
				fail_msg("%s holds %s", k[i].word, k[j].word);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_rule_is_read),
		cmocka_unit_test(a_rule_that_asks_nothing_known_is_refused),
		cmocka_unit_test(a_span_follows_the_cohort),
		cmocka_unit_test(
		    a_cohort_is_counted_under_the_year_group_it_was_in),
		cmocka_unit_test(unknown_and_estimated_figures_are_told),
		cmocka_unit_test(the_kinds_of_providers_present_decide),
		cmocka_unit_test(meaningful_is_all_the_ticks_of_the_benchmark),
		cmocka_unit_test(the_tick_lists_are_ticks),
		cmocka_unit_test(no_kind_of_provider_is_part_of_another),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
