/* test_text.c - errors, growing text and JSON strings keep their promises. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/utf8.h"

static void
an_error_carries_its_status_and_sentence(void **state)
{
	struct err e;

	(void)state;
	assert_int_equal(err_set(&e, ST_BUSY, "try %d", 2), ST_BUSY);
	assert_int_equal(e.st, ST_BUSY);
	assert_string_equal(e.text, "try 2");
	assert_string_equal(e.field, "");
	assert_int_equal(err_field(&e, ST_INVALID, "date", "no %s", "x"),
	    ST_INVALID);
	assert_string_equal(e.field, "date");
	assert_int_equal(err_prefix(&e, "line %d: ", 12), ST_INVALID);
	assert_string_equal(e.text, "line 12: no x");
	assert_string_equal(e.field, "date");
	assert_int_equal(err_set(NULL, ST_IO, "unheard"), ST_IO);
	err_clear(&e);
	assert_int_equal(e.st, ST_OK);
	assert_string_equal(e.text, "");
}

static void
an_error_may_be_made_from_its_own_words(void **state)
{
	struct err e;

	(void)state;
	err_field(&e, ST_INVALID, "title", "too long");
	err_field(&e, ST_CONFLICT, e.field, "(%s)", e.text);
	assert_string_equal(e.text, "(too long)");
	assert_string_equal(e.field, "title");
	errno = ENOENT;
	assert_int_equal(err_errno(&e, "cannot read %s", "f"), ST_IO);
	assert_string_equal(e.text, "cannot read f: No such file or directory");
	assert_string_not_equal(e.detail, "");
	assert_int_equal(errno, ENOENT);
}

static void
a_long_sentence_ends_with_a_whole_character(void **state)
{
	static const char snowman[] = "☃";
	struct err e;
	char *many = xcalloc(1, 3 * 1000 + 2);

	(void)state;
	for (int shift = 0; shift < 3; shift++) {
		memset(many, 'x', (size_t)shift);
		for (size_t i = 0; i < 999; i++)
			memcpy(many + shift + i * 3, snowman, 4);
		err_set(&e, ST_INVALID, "%s", many);
		assert_true(utf8_valid(e.text, strlen(e.text)));
		assert_in_range(strlen(e.text), sizeof e.text - 4,
		    sizeof e.text - 1);
	}
	free(many);
}

static void
a_buf_grows_and_hands_over_its_text(void **state)
{
	struct buf b;
	char *text;

	(void)state;
	buf_init(&b, 1u << 20);
	assert_string_equal(b.p, "");
	for (int i = 0; i < 5000; i++)
		buf_addf(&b, "%04d", i);
	buf_addc(&b, '!');
	assert_int_equal(b.n, 20001);
	assert_memory_equal(b.p + 4 * 4321, "4321", 4);
	assert_false(buf_over(&b));
	buf_cut(&b, 8);
	assert_string_equal(b.p, "00000001");
	buf_cut(&b, 100);
	assert_int_equal(b.n, 8);
	text = buf_take(&b);
	assert_string_equal(text, "00000001");
	free(text);
	buf_clear(&b);
}

/* Whatever the way it is added, what is kept is a beginning of the whole. */
static void
a_full_buf_keeps_a_beginning_of_the_text(void **state)
{
	struct buf b;

	(void)state;
	for (size_t max = 0; max < 12; max++) {
		buf_init(&b, max);
		buf_add(&b, "ab");
		buf_addf(&b, "%s", "☃");
		buf_addc(&b, 'c');
		buf_add(&b, "☃");
		buf_addc(&b, 'd');
		assert_int_equal(strncmp("ab☃c☃d", b.p, b.n), 0);
		assert_true(b.n <= max);
		assert_true(utf8_valid(b.p, b.n));
		assert_int_equal(buf_over(&b), max < 10);
		buf_reset(&b);
		assert_false(buf_over(&b));
		assert_string_equal(b.p, "");
		buf_clear(&b);
	}
}

static const struct {
	const char *text, *json;
} strings[] = {
	{ "", "\"\"" },
	{ "Žižkov ☃ \U0001F600", "\"Žižkov ☃ \U0001F600\"" },
	{ "a\"b\\c/", "\"a\\\"b\\\\c/\"" },
	{ "a\nb\tc\r", "\"a\\nb\\tc\\r\"" },
	{ "\x01\x1F\x7F", "\"\\u0001\\u001f\\u007f\"" },
	{ "\u2028\u202E", "\"\\u2028\\u202e\"" },
	{ "a\xFF", "\"a\xEF\xBF\xBD\"" },
};

static void
json_strings_are_exact_and_always_valid(void **state)
{
	bool first = true;
	struct buf b;

	(void)state;
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < COUNT(strings); i++) {
		buf_reset(&b);
		json_string(&b, strings[i].text);
		assert_string_equal(b.p, strings[i].json);
	}
	buf_reset(&b);
	json_key(&b, "ref", &first);
	buf_addc(&b, '1');
	json_key(&b, "name", &first);
	assert_string_equal(b.p, "\"ref\":1,\"name\":");
	buf_clear(&b);
}

static void
json_can_be_ascii_alone(void **state)
{
	static const char json[] = "[\"\u017d\U0001F600\\n\xFF~\"]";
	struct buf b;

	(void)state;
	buf_init(&b, BUF_LINE);
	json_ascii(&b, json, strlen(json));
	assert_string_equal(b.p, "[\"\\u017d\\ud83d\\ude00\\n\\ufffd~\"]");
	buf_clear(&b);
}

static void
copies_take_null_and_formats(void **state)
{
	char *p;

	(void)state;
	p = xstrdup(NULL);
	assert_string_equal(p, "");
	free(p);
	p = xstrndup("caseload", 4);
	assert_string_equal(p, "case");
	free(p);
	p = xasprintf("%s-%05d", "a", 42);
	assert_string_equal(p, "a-00042");
	free(p);
	p = xcalloc(0, 8);
	assert_non_null(p);
	p = xreallocarray(p, 0, 0);
	assert_non_null(p);
	free(p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_error_carries_its_status_and_sentence),
		cmocka_unit_test(an_error_may_be_made_from_its_own_words),
		cmocka_unit_test(a_long_sentence_ends_with_a_whole_character),
		cmocka_unit_test(a_buf_grows_and_hands_over_its_text),
		cmocka_unit_test(a_full_buf_keeps_a_beginning_of_the_text),
		cmocka_unit_test(json_strings_are_exact_and_always_valid),
		cmocka_unit_test(json_can_be_ascii_alone),
		cmocka_unit_test(copies_take_null_and_formats),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
