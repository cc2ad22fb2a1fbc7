/* test_answer.c - what may be typed as an answer, and what it becomes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <string.h>

#include "model/answer.h"

static void
what_is_typed_becomes_canonical(void **state)
{
	static const struct { const char *text, *want; } v[] = {
		{ "yes", "yes" }, { "Y", "yes" }, { " n ", "no" },
		{ "NO", "no" }, { "p", "in progress" },
		{ "In Progress", "in progress" }, { "...", "in progress" },
		{ "x", "n/a" }, { "n/a", "n/a" }, { "N/A", "n/a" },
		{ "does not apply", "n/a" },
		{ "0", "0" }, { "100", "100" }, { "075", "75" },
		{ "75%", "75" }, { "75 %", "75" }, { "2.5", "2.5" },
		{ "2.50", "2.5" }, { "2.05", "2.05" }, { "2.00", "2" },
		{ "64/171", "64/171" }, { "064 / 171", "64/171" },
		{ "64 of 171", "64/171" }, { "64 OF 171", "64/171" },
		{ "0/5", "0/5" }, { "5/5", "5/5" },
		{ "99999/99999", "99999/99999" }, { "", "" }, { "  ", "" },
	};
	struct buf b, again;

	(void)state;
	buf_init(&b, BUF_LINE);
	buf_init(&again, BUF_LINE);
	for (size_t i = 0; i < COUNT(v); i++) {
		struct err e = { 0 };

		if (answer_parse(v[i].text, &b, &e) != ST_OK)
			fail_msg("%s: %s", v[i].text, e.text);
		assert_string_equal(b.p, v[i].want);
		assert_int_equal(answer_parse(b.p, &again, &e), ST_OK);
		assert_string_equal(again.p, b.p);
	}
	buf_clear(&b);
	buf_clear(&again);
}

static void
what_is_no_answer_is_refused(void **state)
{
	static const struct { const char *text, *why; } v[] = {
		{ "0/0", "nobody is no share" }, { "5/4", "more than all 4" },
		{ "101%", "more than 100" }, { "maybe", "is no answer" },
		{ "-1", "is no answer" }, { "1/2/3", "is no answer" },
		{ "1/", "is no answer" }, { "/2", "is no answer" },
		{ "1.", "is no answer" }, { "1.234", "is no answer" },
		{ "64 out of 171", "is no answer" }, { "yes!", "is no answer" },
		{ "100000/100000", "is no answer" },
		{ "99999999999999999999", "is no answer" },
		{ "64/171 x", "is no answer" }, { "12 34", "is no answer" },
	};
	struct buf b;

	(void)state;
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < COUNT(v); i++) {
		struct err e = { 0 };

		if (answer_parse(v[i].text, &b, &e) == ST_OK)
			fail_msg("%s: taken as %s", v[i].text, b.p);
		if (strstr(e.text, v[i].why) == NULL)
			fail_msg("\"%s\" lacks \"%s\"", e.text, v[i].why);
	}
	buf_clear(&b);
}

static void
an_item_takes_answers_of_its_kind(void **state)
{
	static const struct item yes = { .id = "1.1", .kind = ITEM_YES };
	static const struct item share = { .id = "6.1", .kind = ITEM_SHARE };
	static const struct item days = { .id = "6.3", .kind = ITEM_DAYS };
	static const struct {
		const struct item	*it;
		const char		*text, *want;	/* NULL: refused */
	} v[] = {
		{ &yes, "y", "yes" }, { &yes, "n", "no" },
		{ &yes, "p", "in progress" }, { &yes, "x", "n/a" },
		{ &yes, "", "" }, { &yes, "1", NULL }, { &yes, "1/2", NULL },
		{ &share, "64/171", "64/171" }, { &share, "100%", "100" },
		{ &share, "p", "in progress" }, { &share, "x", "n/a" },
		{ &share, "101", NULL }, { &share, "33.3", NULL },
		{ &share, "yes", NULL }, { &share, "n", NULL },
		{ &share, "0/0", NULL },
		{ &days, "2.5", "2.5" }, { &days, "5", "5" },
		{ &days, "200", "200" }, { &days, "201", NULL },
		{ &days, "y", NULL }, { &days, "1/2", NULL },
	};
	struct buf b;

	(void)state;
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < COUNT(v); i++) {
		struct err e = { 0 };
		enum status st = answer_parse_item(v[i].it, v[i].text, &b, &e);

		if ((st == ST_OK) != (v[i].want != NULL))
			fail_msg("%s: %s", v[i].text, e.text);
		if (st == ST_OK)
			assert_string_equal(b.p, v[i].want);
		else
			assert_memory_equal(e.text, v[i].it->id, 3);
	}
	buf_clear(&b);
}

static void
canonical_text_is_read_as_figures(void **state)
{
	struct answer a = answer_of("64/171");
	long n, m;

	(void)state;
	assert_int_equal(a.is, ANSWER_SHARE);
	assert_true(answer_share(&a, &n, &m));
	assert_int_equal(n, 64);
	assert_int_equal(m, 171);
	a = answer_of("75");
	assert_true(answer_share(&a, &n, &m));
	assert_int_equal(n * 100 / m, 75);
	assert_int_equal(answer_of("2.5").n, 250);
	assert_int_equal(answer_of("in progress").is, ANSWER_PROGRESS);
	assert_int_equal(answer_of("n/a").is, ANSWER_AWAY);
	assert_int_equal(answer_of("no").is, ANSWER_NO);
	a = answer_of("yes");
	assert_int_equal(a.is, ANSWER_YES);
	assert_false(answer_share(&a, &n, &m));
	assert_int_equal(answer_of(NULL).is, ANSWER_NONE);
	assert_int_equal(answer_of("").is, ANSWER_NONE);
	assert_int_equal(answer_of("y").is, ANSWER_NONE);
	assert_int_equal(answer_of("rubbish").is, ANSWER_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_typed_becomes_canonical),
		cmocka_unit_test(what_is_no_answer_is_refused),
		cmocka_unit_test(an_item_takes_answers_of_its_kind),
		cmocka_unit_test(canonical_text_is_read_as_figures),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
