/* test_utf8.c - what text may enter and what reaches a terminal. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

static void
only_shortest_forms_of_real_characters_are_valid(void **state)
{
	static const char *const good[] = {
		"", "a", "é", "☃", "\U0001F600", "\xF4\x8F\xBF\xBF"
	};
	static const char *const bad[] = {
		"\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xC3",
		"\xE2\x98", "\xF4\x90\x80\x80", "\xFF", "a\xFE"
	};

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++)
		assert_true(utf8_valid(good[i], strlen(good[i])));
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_false(utf8_valid(bad[i], strlen(bad[i])));
	assert_int_equal(utf8_count("aé☃\U0001F600"), 4);
}

static void
every_code_point_survives_encoding(void **state)
{
	(void)state;
	for (int32_t cp = 0; cp <= 0x10FFFF; cp++) {
		char out[4];
		size_t n, len;

		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		n = utf8_encode(cp, out);
		assert_int_equal(utf8_decode(out, n, &len), cp);
		assert_int_equal(len, n);
	}
}

static const struct {
	const char *text;
	bool	    multiline;
	size_t	    max;
	const char *says;	/* NULL when it is kept */
} checks[] = {
	{ "Žižkov ☃", false, 8, NULL },
	{ "two\nlines\tand", true, 0, NULL },
	{ "joined \u200D and \u202E kept", false, 0, NULL },
	{ "abc", false, 2, "3 characters: at most 2 are kept" },
	{ "a\nb", false, 0, "there is a line break at character 2: write one "
	  "line" },
	{ "a\tb", false, 0, "there is a tab at character 2: write a blank" },
	{ "é\x1b[2J", true, 0, "character 2 is the control character U+001B: "
	  "take it out" },
	{ "a\rb", true, 0, "character 2 is the control character U+000D: "
	  "take it out" },
	{ "\x7F", true, 0, "character 1 is the control character U+007F: "
	  "take it out" },
	{ "\xC2\x85", true, 0, "character 1 is the control character U+0085: "
	  "take it out" },
	{ "ab\xE9", true, 0, "character 3 is not valid UTF-8 (byte E9): write "
	  "it in UTF-8" },
	{ "\uFFFE", true, 0, "character 1 (U+FFFE) is not a character: take "
	  "it out" },
	{ "\uFDD0", true, 0, "character 1 (U+FDD0) is not a character: take "
	  "it out" },
};

static void
what_is_no_text_is_refused_with_its_place(void **state)
{
	struct err e;

	(void)state;
	for (size_t i = 0; i < COUNT(checks); i++) {
		err_clear(&e);
		assert_int_equal(utf8_check(checks[i].text,
		    checks[i].multiline, checks[i].max, &e),
		    checks[i].says != NULL ? ST_INVALID : ST_OK);
		assert_string_equal(e.text,
		    checks[i].says != NULL ? checks[i].says : "");
	}
}

/* One row for functions that make a text of a text. */
struct pair {
	const char *in, *out;
};

static void
cleaning_cuts_blanks_and_settles_line_breaks(void **state)
{
	static const struct pair rows[] = {
		{ "", "" }, { " \r\n\t", "" }, { "  a b ", "a b" },
		{ "a\r\nb\rc\n\nd\r\n", "a\nb\nc\n\nd" },
		{ "a\r\r\nb", "a\n\nb" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *got = utf8_clean(rows[i].in);
		assert_string_equal(got, rows[i].out);
		free(got);
	}
}

static void
windows_1252_is_read_but_for_five_bytes(void **state)
{
	(void)state;
	assert_int_equal(utf8_from_1252_byte(0x80), 0x20AC);
	assert_int_equal(utf8_from_1252_byte(0x93), 0x201C);
	assert_int_equal(utf8_from_1252_byte(0xE9), 0xE9);
	for (int b = 0; b < 256; b++) {
		bool undefined = b == 0x81 || b == 0x8D || b == 0x8F ||
		    b == 0x90 || b == 0x9D;

		assert_int_equal(utf8_from_1252_byte((unsigned char)b) < 0,
		    undefined);
	}
}

static const struct {
	const char *in, *utf8, *ascii;
} shown[] = {
	{ "plain", "plain", "plain" },
	{ "a\nb\tc", "a b c", "a b c" },
	{ "\x1b[31m", "?[31m", "?[31m" },
	{ "x\x7F\xC2\x9Bz", "x??z", "x??z" },
	{ "\u061C\u200E\u200F\u202A\u202E\u2066\u2069\uFEFF", "????????",
	  "????????" },
	{ "a\u2028b\uFFFF", "a?b?", "a?b?" },
	{ "a\xE9z", "a?z", "a?z" },
	{ "Žižkov – “Łódź”…", "Žižkov – “Łódź”…", "Zizkov - \"Lodz\"..." },
	{ "O’Neil½", "O’Neil½", "O'Neil1/2" },
	{ "e\u0301", "e\u0301", "e" },
	{ "☃ 学校", "☃ 学校", "? ??" },
	{ "Æsir ß", "Æsir ß", "AEsir ss" },
};

static void
nothing_that_moves_a_terminal_is_printed(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(shown); i++) {
		char *got = utf8_printable(shown[i].in, true);
		assert_string_equal(got, shown[i].utf8);
		free(got);
		got = utf8_printable(shown[i].in, false);
		assert_string_equal(got, shown[i].ascii);
		free(got);
	}
	for (int32_t cp = 1; cp <= 0x10FFFF; cp++) {
		char s[5] = "", *got;

		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		s[utf8_encode(cp, s)] = '\0';
		got = utf8_printable(s, false);
		for (const char *p = got; *p != '\0'; p++)
			assert_in_range(*p, 0x20, 0x7E);
		free(got);
	}
}

static void
width_counts_columns_not_bytes(void **state)
{
	int width;

	(void)state;
	assert_int_equal(utf8_width(""), 0);
	assert_int_equal(utf8_width("Žižkov"), 6);
	assert_int_equal(utf8_width("e\u0301x"), 2);
	assert_int_equal(utf8_width("学校"), 4);
	assert_int_equal(utf8_fit("学校", 3, &width), 3);
	assert_int_equal(width, 2);
	assert_int_equal(utf8_fit("e\u0301x", 1, &width), 3);
	assert_int_equal(utf8_fit("abc", 0, &width), 0);
	assert_int_equal(utf8_fit("abc", 9, NULL), 3);
}

static void
typed_marks_are_composed(void **state)
{
	char *got = utf8_compose("Z\u030Ciz\u030Ckov plain");

	(void)state;
	assert_string_equal(got, "Žižkov plain");
	free(got);
	got = utf8_compose("a\xFF");
	assert_string_equal(got, "a\xFF");
	free(got);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    only_shortest_forms_of_real_characters_are_valid),
		cmocka_unit_test(every_code_point_survives_encoding),
		cmocka_unit_test(what_is_no_text_is_refused_with_its_place),
		cmocka_unit_test(cleaning_cuts_blanks_and_settles_line_breaks),
		cmocka_unit_test(windows_1252_is_read_but_for_five_bytes),
		cmocka_unit_test(nothing_that_moves_a_terminal_is_printed),
		cmocka_unit_test(width_counts_columns_not_bytes),
		cmocka_unit_test(typed_marks_are_composed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
