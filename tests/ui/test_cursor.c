/* test_cursor.c - a cursor over lines.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/lib/test.h"
#include "ui/cursor.h"

static size_t
moved(size_t at, size_t n, enum request r)
{
	assert_true(cursor_move(&at, n, 5, r));
	return cursor_within(at, n);
}

static void
it_stays_within_the_lines(void **state)
{
	(void)state;
	assert_int_equal(moved(0, 10, REQ_UP), 0);
	assert_int_equal(moved(3, 10, REQ_UP), 2);
	assert_int_equal(moved(9, 10, REQ_DOWN), 9);
	assert_int_equal(moved(2, 10, REQ_PAGE_UP), 0);
	assert_int_equal(moved(7, 10, REQ_PAGE_UP), 3);
	assert_int_equal(moved(7, 10, REQ_PAGE_DOWN), 9);
	assert_int_equal(moved(7, 10, REQ_HOME), 0);
	assert_int_equal(moved(0, 10, REQ_END), 9);
	assert_int_equal(moved(0, 0, REQ_DOWN), 0);
	assert_int_equal(moved(0, 0, REQ_END), 0);
}

static void
other_requests_are_no_moving(void **state)
{
	size_t at = 3;

	(void)state;
	assert_false(cursor_move(&at, 10, 5, REQ_OPEN));
	assert_int_equal(at, 3);
}

static void
the_line_under_it_is_shown(void **state)
{
	(void)state;
	assert_int_equal(cursor_top(0, 4, 20, 5), 0);
	assert_int_equal(cursor_top(0, 5, 20, 5), 3);	/* half a screen */
	assert_int_equal(cursor_top(0, 6, 20, 5), 2);	/* a jump: as little */
	assert_int_equal(cursor_top(9, 8, 20, 5), 6);
	assert_int_equal(cursor_top(2, 1, 20, 5), 0);
	assert_int_equal(cursor_top(4, 2, 20, 5), 2);
	assert_int_equal(cursor_top(4, 2, 20, 0), 2);
}

static void
no_row_stays_empty_while_lines_are_hidden(void **state)
{
	(void)state;
	assert_int_equal(cursor_top(8, 9, 10, 5), 5);
	assert_int_equal(cursor_top(8, 2, 3, 5), 0);	/* fewer than before */
	assert_int_equal(cursor_top(3, 8, 9, 5), 4);
	assert_int_equal(cursor_top(0, 0, 0, 5), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_stays_within_the_lines),
		cmocka_unit_test(other_requests_are_no_moving),
		cmocka_unit_test(the_line_under_it_is_shown),
		cmocka_unit_test(no_row_stays_empty_while_lines_are_hidden),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
