/* test_line.c - one line of text being typed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "tests/lib/test.h"
#include "ui/keymap.h"
#include "ui/line.h"

static struct line l;

static int
setup(void **state)
{
	(void)state;
	line_init(&l, 40, "");
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	line_clear(&l);
	return 0;
}

static void
keys(const int *key, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		assert_true(line_key(&l, key[i]));
}

static void
text_goes_where_the_cursor_is(void **state)
{
	static const int typed[] = {'a', 'c', KEY_CODE(KEY_LEFT), 'b',
	    KEY_CODE(KEY_END), 'd', KEY_CODE(KEY_HOME), '0'};

	(void)state;
	keys(typed, COUNT(typed));
	assert_string_equal(l.text, "0abcd");
}

static void
whole_characters_are_taken_out(void **state)
{
	static const int typed[] = {0x17d, 'i', 0x17e, 0x2603,
	    KEY_CODE(KEY_BACKSPACE), KEY_CODE(KEY_HOME), KEY_CODE(KEY_DC)};

	(void)state;
	keys(typed, COUNT(typed));
	assert_string_equal(l.text, "i\xc5\xbe");
}

static void
a_combining_mark_joins_its_letter(void **state)
{
	static const int typed[] = {'e', 0x301};

	(void)state;
	keys(typed, COUNT(typed));
	assert_string_equal(l.text, "\xc3\xa9");
}

static void
words_and_lines_are_cleared(void **state)
{
	static const int word[] = {KEY_CTRL('w')}, all[] = {KEY_CTRL('u')};

	(void)state;
	line_set(&l, "one two  ");
	keys(word, 1);
	assert_string_equal(l.text, "one ");
	keys(all, 1);
	assert_string_equal(l.text, "");
	assert_false(line_key(&l, KEY_CODE(KEY_UP)));
	assert_false(line_key(&l, KEY_ESC));
}

static void
pasted_lines_become_one_and_the_end_is_kept(void **state)
{
	char long_text[100];

	(void)state;
	line_insert(&l, "a\nb\tc\x1b[31m");
	assert_string_equal(l.text, "a b c[31m");
	memset(long_text, 'x', sizeof long_text - 1);
	long_text[sizeof long_text - 1] = '\0';
	line_set(&l, long_text);
	assert_int_equal(l.n, 40);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(text_goes_where_the_cursor_is),
		TEST(whole_characters_are_taken_out),
		TEST(a_combining_mark_joins_its_letter),
		TEST(words_and_lines_are_cleared),
		TEST(pasted_lines_become_one_and_the_end_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
