/* test_clash.c - what cannot both go well on one day. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/clash.h"
#include "model/tables.h"
#include "tests/lib/test.h"

enum { NORTH = 1, SOUTH = 2, PRIYA = 7, DAN = 8 };
#define Y(n)	(1u << (YG_Y1 + (n) - 1))
#define AT(h, m)	((h) * 60 + (m))

/* One at a single school. */
static struct clash_item
one(enum clash_kind kind, const struct clash_place *p, int from, int to)
{
	return (struct clash_item){ .kind = kind, .from = from, .to = to,
	    .place = p, .nplaces = 1 };
}

/* The same in either order. */
static struct clash_found
both(const struct clash_item *a, const struct clash_item *b)
{
	struct clash_found f = clash_of(a, b), g = clash_of(b, a);

	assert_int_equal(f.why, g.why);
	assert_int_equal(f.school, g.school);
	assert_int_equal(f.groups, g.groups);
	return f;
}

static void
groups_are_bits(void **state)
{
	(void)state;
	assert_int_equal(clash_groups("y11"), Y(11));
	assert_int_equal(clash_groups("y7, y13"), Y(7) | Y(13));
	assert_int_equal(clash_groups("ks4,y11"), Y(10) | Y(11));
	assert_int_equal(clash_groups("r"), 1u << YG_R);
	assert_int_equal(clash_groups("adult"), 0);
	assert_int_equal(clash_groups("y99,"), 0);
	assert_int_equal(clash_groups(""), 0);
}

static void
pupils_are_in_one_place(void **state)
{
	struct clash_place mocks = { NORTH, Y(11) | Y(13) };
	struct clash_place talk = { NORTH, Y(11) | Y(10) };
	struct clash_place other = { NORTH, Y(9) }, far = { SOUTH, Y(11) };
	struct clash_place unknown = { NORTH, 0 }, all = { NORTH, CLASH_ALL };
	struct clash_item m = one(CLASH_EVENT, &mocks, -1, -1);
	struct clash_item t = one(CLASH_ENCOUNTER, &talk, AT(14, 0), -1);
	struct clash_found f = both(&m, &t);

	(void)state;
	assert_int_equal(f.why, CLASH_PUPILS);
	assert_int_equal(f.school, NORTH);
	assert_int_equal(f.groups, Y(11));
	t.place = &other;
	assert_int_equal(both(&m, &t).why, CLASH_NONE);
	t.place = &far;
	assert_int_equal(both(&m, &t).why, CLASH_NONE);
	t.place = &unknown;
	assert_int_equal(both(&m, &t).why, CLASH_NONE);
	m.place = &all;
	assert_int_equal(both(&m, &t).why, CLASH_PUPILS);
	assert_int_equal(both(&m, &t).groups, CLASH_ALL);
	t.place = &talk;
	assert_int_equal(both(&m, &t).groups, Y(10) | Y(11));
	/* A visit is to the staff, who are in. */
	t.kind = CLASH_VISIT;
	assert_int_equal(both(&m, &t).why, CLASH_NONE);
	/* An event that takes nobody away. */
	t.kind = CLASH_ENCOUNTER;
	m.place = &unknown;
	assert_int_equal(both(&m, &t).why, CLASH_NONE);
}

static void
an_exam_in_the_morning_leaves_the_afternoon(void **state)
{
	struct clash_place p = { NORTH, Y(11) };
	struct clash_item m = one(CLASH_EVENT, &p, AT(9, 0), AT(11, 0));
	struct clash_item t = one(CLASH_ENCOUNTER, &p, AT(11, 0), AT(12, 0));

	(void)state;
	assert_int_equal(both(&m, &t).why, CLASH_NONE);
	t.from = AT(10, 59);
	assert_int_equal(both(&m, &t).why, CLASH_PUPILS);
	t.from = t.to = -1;		/* some time that day */
	assert_int_equal(both(&m, &t).why, CLASH_PUPILS);
}

static void
times_at_one_school_overlap(void **state)
{
	struct clash_place p = { NORTH, Y(9) }, q = { NORTH, Y(10) };
	struct clash_place far = { SOUTH, Y(10) };
	struct clash_item a = one(CLASH_ENCOUNTER, &p, AT(9, 0), AT(10, 30));
	struct clash_item b = one(CLASH_ENCOUNTER, &q, AT(10, 0), AT(11, 0));

	(void)state;
	assert_int_equal(both(&a, &b).why, CLASH_PLACE);
	assert_int_equal(both(&a, &b).school, NORTH);
	b.kind = CLASH_VISIT;
	assert_int_equal(both(&a, &b).why, CLASH_PLACE);
	b.from = AT(10, 30);		/* one ends when the other begins */
	assert_int_equal(both(&a, &b).why, CLASH_NONE);
	a.to = -1;			/* an hour, then */
	assert_int_equal(both(&a, &b).why, CLASH_NONE);
	b.from = AT(9, 59);
	assert_int_equal(both(&a, &b).why, CLASH_PLACE);
	b.place = &far;
	assert_int_equal(both(&a, &b).why, CLASH_NONE);
	b.place = &q;
	b.from = -1;			/* nobody knows when */
	assert_int_equal(both(&a, &b).why, CLASH_NONE);
}

static void
a_school_is_in_one_fair_a_day(void **state)
{
	struct clash_place p[] = { { SOUTH, 0 }, { NORTH, Y(9) } };
	struct clash_place q[] = { { NORTH, Y(12) }, { 3, 0 } };
	struct clash_item a = { .kind = CLASH_ENCOUNTER, .fair = true,
	    .from = AT(9, 0), .to = AT(10, 0), .place = p, .nplaces = 2 };
	struct clash_item b = { .kind = CLASH_EVENT, .fair = true,
	    .from = AT(14, 0), .to = AT(15, 0), .place = q, .nplaces = 2 };

	(void)state;
	assert_int_equal(both(&a, &b).why, CLASH_FAIRS);
	assert_int_equal(both(&a, &b).school, NORTH);
	b.fair = false;
	assert_int_equal(both(&a, &b).why, CLASH_NONE);
	b.fair = true;
	b.nplaces = 0;			/* a borough's, of no school */
	assert_int_equal(both(&a, &b).why, CLASH_NONE);
}

static void
one_of_us_is_in_one_place(void **state)
{
	struct clash_place p = { NORTH, 0 }, q = { SOUTH, 0 };
	struct clash_item a = one(CLASH_VISIT, &p, AT(9, 30), -1);
	struct clash_item b = one(CLASH_VISIT, &q, AT(10, 0), -1);

	(void)state;
	a.user = b.user = PRIYA;
	assert_int_equal(both(&a, &b).why, CLASH_USER);
	b.user = DAN;
	assert_int_equal(both(&a, &b).why, CLASH_NONE);
	a.user = b.user = 0;
	assert_int_equal(both(&a, &b).why, CLASH_NONE);
	a.user = b.user = DAN;
	a.to = AT(10, 0);
	assert_int_equal(both(&a, &b).why, CLASH_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(groups_are_bits),
		cmocka_unit_test(pupils_are_in_one_place),
		cmocka_unit_test(an_exam_in_the_morning_leaves_the_afternoon),
		cmocka_unit_test(times_at_one_school_overlap),
		cmocka_unit_test(a_school_is_in_one_fair_a_day),
		cmocka_unit_test(one_of_us_is_in_one_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
