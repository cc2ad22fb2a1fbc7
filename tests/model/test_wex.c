/* test_wex.c - days of work experience of a cohort. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"
#include "base/str.h"
#include "model/tables.h"
#include "model/wex.h"
#include "tests/lib/test.h"

#define BM(n)	(1u << (n))

struct met {
	const char *day, *group;
	long	 attended, minutes;
	double	 days;
	unsigned counts;
	bool	 virtual;
	long	 others;
};

static struct wex
wex(const char *group, long roll, const struct met *m, size_t n)
{
	struct evidence_event ev[8] = { { 0 } };
	struct wex w;

	assert_true(n <= COUNT(ev));
	for (size_t i = 0; i < n; i++)
		ev[i] = (struct evidence_event){ .id = (int64_t)i + 1,
			.day = day_from_iso(m[i].day),
			.group = year_group(m[i].group),
			.attended = m[i].attended, .minutes = m[i].minutes,
			.days = m[i].days, .counts = m[i].counts,
			.virtual = m[i].virtual, .others = m[i].others,
			.kinds = "" };
	wex_of(year_group(group), 2026, roll, ev, n, 5, &w);
	return w;
}

static void
says(const struct wex *w, const char *person, const char *virtual)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	wex_days_said(w, w->in_person, &b);
	assert_string_equal(b.p, person);
	buf_reset(&b);
	wex_days_said(w, w->virtual, &b);
	assert_string_equal(b.p, virtual);
	buf_clear(&b);
}

static void
what_employers_led_until_year_9(void **state)
{
	static const struct met m[] = {
		{ "2024-10-01", "y7", 60, 300, 0, BM(5), false, 0 },
		{ "2025-10-01", "y8", 30, 300, 0, BM(6), false, 0 },
		{ "2026-10-01", "y9", 60, 150, 0, BM(5), true, 0 },
		{ "2026-10-01", "y8", 60, 300, 0, BM(5), false, 0 },
		{ "2026-10-02", "y9", 60, 300, 0, BM(7), false, 0 },
		{ "2024-10-02", "y9", 60, 300, 0, BM(5), false, 0 },
	};
	struct wex w = wex("y9", 60, m, COUNT(m));

	(void)state;
	assert_int_equal(w.events, 3);
	assert_int_equal(w.first, YG_Y7);
	assert_int_equal(w.last, YG_Y9);
	says(&w, "1.5", "0.5");
}

static void
placements_of_years_10_and_11(void **state)
{
	static const struct met m[] = {
		{ "2025-07-01", "y9", 60, -1, 5, BM(6), false, 0 },
		{ "2025-10-01", "y10", 60, 300, 0, BM(5), false, 0 },
		{ "2026-07-01", "y10", 45, -1, 5, BM(6), false, 0 },
		{ "2026-10-01", "y11", 90, 300, 0, BM(6), false, 0 },
	};
	struct wex w = wex("y11", 60, m, COUNT(m));

	(void)state;
	assert_int_equal(w.events, 2);
	assert_int_equal(w.bm, 6);
	/* 5 x 45 / 60, and one day of all, not of more than are on roll */
	says(&w, "4.8", "0");
}

static void
what_is_not_known_is_said(void **state)
{
	static const struct met length[] = {
		{ "2026-10-01", "y11", 60, -1, 0, BM(6), false, 0 } };
	static const struct met came[] = {
		{ "2026-10-01", "y11", -1, 300, 0, BM(6), false, 0 },
		{ "2026-10-02", "y11", 60, 300, 0, BM(6), false, 0 } };
	static const struct met elsewhere[] = {
		{ "2026-10-02", "y11", 90, 300, 0, BM(6), false, 60 } };
	struct wex w = wex("y11", 60, length, 1);

	(void)state;
	assert_int_equal(w.unknown, 1);
	says(&w, "?", "?");
	w = wex("y11", 60, came, 2);
	assert_int_equal(w.unknown, 1);
	says(&w, "1.0", "0");
	w = wex("y11", -1, came, 2);
	says(&w, "?", "?");
	w = wex("y11", -1, NULL, 0);
	says(&w, "0", "0");
	w = wex("y11", 60, elsewhere, 1);
	says(&w, "0.5", "0");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_employers_led_until_year_9),
		cmocka_unit_test(placements_of_years_10_and_11),
		cmocka_unit_test(what_is_not_known_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
