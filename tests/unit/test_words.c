/* test_words.c - a line is grouped into words as by a shell, and only that.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "tests/lib/test.h"

static void
words_are_grouped(void **state)
{
	static const struct {
		const char *line, *words;	/* parted by '|' */
	} cases[] = {
		{ "", "" },
		{ " \t ", "" },
		{ "list school", "list|school" },
		{ "  list\tschool  ", "list|school" },
		{ "log \"a; b\" 'c|d' e\\;f", "log|a; b|c|d|e;f" },
		{ "a'b c'\"d e\"f", "ab cd ef" },
		{ "'' x \"\"", "|x|" },
		{ "\"a\\\"b\\\\c\\$(d\\`e\\n\"", "a\"b\\c$(d`e\\n" },
		{ "'a\\b$(c`d'", "a\\b$(c`d" },
		{ "'a\nb'", "a\nb" },
		{ "date>2026-01-01 visited<-6w bm<4",
		    "date>2026-01-01|visited<-6w|bm<4" },
		{ "bm4>3 '>x' \\>y \"2\">z", "bm4>3|>x|>y|2>z" },
		{ "* ? ~/x $HOME # {a,b}", "*|?|~/x|$HOME|#|{a,b}" },
		{ "caf\xc3\xa9 \\\xc3\xa9", "caf\xc3\xa9|\xc3\xa9" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct strs out = { 0 };
		struct err e = { 0 };
		char *all;

		assert_int_equal(words_split(cases[i].line, &out, &e), ST_OK);
		all = strs_join(&out, "|");
		assert_string_equal(all, cases[i].words);
		free(all);
		strs_clear(&out);
	}
}

static void
what_a_shell_would_do_is_refused(void **state)
{
	static const char *const lines[] = {
		"a;b", "a ; b", "a|b", "a&", "a&&b", "`a`", "\"`a`\"", "$(a)",
		"\"$(a)\"", "${a}", "\"${a}\"", "a > b", "a >b", "a 2>b", ">b",
		"a < b", "a <<x", "a\nb", "a \"b", "a 'b", "a \\", "a \\\nb",
		"\x1b[2J", "a\x01", "\xff", "'\xc3'", "\x7f", "\xc2\x9b",
	};

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct strs out = { 0 };
		struct err e = { 0 };

		assert_int_equal(words_split(lines[i], &out, &e), ST_USAGE);
		assert_true(e.text[0] != '\0');
		strs_clear(&out);
	}
}

static void
what_is_too_long_is_refused(void **state)
{
	char *line = malloc(WORDS_BYTES + 2);
	struct strs out = { 0 };

	(void)state;
	memset(line, 'a', WORDS_BYTES + 1);
	line[WORDS_BYTES + 1] = '\0';
	assert_int_equal(words_split(line, &out, NULL), ST_USAGE);
	line[WORDS_BYTES] = '\0';
	assert_int_equal(words_split(line, &out, NULL), ST_OK);
	assert_int_equal(out.n, 1);
	strs_clear(&out);
	for (size_t i = 1; i < 2 * (size_t)WORDS_MOST; i += 2)
		line[i] = ' ';
	line[2 * WORDS_MOST - 1] = '\0';
	assert_int_equal(words_split(line, &out, NULL), ST_OK);
	assert_int_equal(out.n, WORDS_MOST);
	strs_clear(&out);
	line[2 * WORDS_MOST - 1] = ' ';
	line[2 * WORDS_MOST + 1] = '\0';
	assert_int_equal(words_split(line, &out, NULL), ST_USAGE);
	strs_clear(&out);
	free(line);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_grouped),
		cmocka_unit_test(what_a_shell_would_do_is_refused),
		cmocka_unit_test(what_is_too_long_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
