/* test_set_answers.c - answers of an assessment as text, and back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#include "model/set.h"
#include "tests/model/fake.h"

static const struct setdef items_set = {
	.table = "assessment_item", .shape = SET_ANSWERS, .nkeys = 1,
	.ncols = 3,
	.cols = (const struct field[]){
		{ .id = "item", .type = FT_TEXT },
		{ .id = "answer", .type = FT_TEXT },
		{ .id = "comment", .type = FT_TEXT, .max = 40 },
	},
};
static const struct field fields[] = {
	{ .id = "items", .type = FT_SET, .set = &items_set },
};
static const struct entity answers = {
	.id = "assessment", .fields = fields, .nfields = 1, .key = -1,
	.main_date = -1,
};

struct example {
	const char	*text;
	char		 op;
	const char	*want;	/* its text then; NULL when refused */
	const char	*err;	/* what the refusal says */
};

/* One after the other on the same record; a refusal changes nothing. */
static void
check_all(const struct example *v, size_t n)
{
	struct row *r = row_new(&answers), *again = row_new(&answers);
	struct parse p = fake_parse();

	for (size_t i = 0; i < n; i++) {
		char *before = fake_text(r, 0), *after;
		struct err e = { 0 };
		enum status st = set_parse(r, 0, v[i].text, v[i].op, &p, &e);

		after = fake_text(r, 0);
		if ((st == ST_OK) != (v[i].want != NULL))
			fail_msg("\"%s\": %s", v[i].text,
			    st == ST_OK ? after : e.text);
		assert_string_equal(after, st == ST_OK ? v[i].want : before);
		if (st != ST_OK) {
			if (strstr(e.text, v[i].err) == NULL)
				fail_msg("\"%s\": \"%s\" lacks \"%s\"",
				    v[i].text, e.text, v[i].err);
			assert_string_equal(e.field, "items");
		}
		fake_set(again, 0, after);
		assert_true(row_same(r, again, 0));
		free(before);
		free(after);
	}
	row_free(r);
	row_free(again);
}

static void
answers_are_written_by_number(void **state)
{
	static const struct example v[] = {
		{ "1.10=y, 1.2 = NO, 6.1=64 of 171,2.1=75%", 0,
		  "1.2=no, 1.10=yes, 2.1=75, 6.1=64/171", NULL },
		{ "1.2=p, 3.1=x", '+', "1.2=in progress, 1.10=yes, 2.1=75, "
		  "3.1=n/a, 6.1=64/171", NULL },
		{ "1.2, 2.1=50, 8.1", '-', "1.10=yes, 3.1=n/a, 6.1=64/171",
		  NULL },
		{ "6.3=2.50", 0, "6.3=2.5", NULL },
		{ "", 0, "", NULL },
	};

	(void)state;
	check_all(v, COUNT(v));
}

static void
comments_stand_in_quotes(void **state)
{
	static const struct example v[] = {
		{ "1.3=no \"asked again in May\"", 0,
		  "1.3=no \"asked again in May\"", NULL },
		{ "1.3=yes", '+', "1.3=yes \"asked again in May\"", NULL },
		{ "1.3=yes \"\"", '+', "1.3=yes", NULL },
		{ "1.3=yes \"one, 1.4=no\", 1.4=in progress \"a \"\"b\"\"\"",
		  0, "1.3=yes \"one, 1.4=no\", 1.4=in progress "
		  "\"a \"\"b\"\"\"", NULL },
		{ "1.4=? \"who knows?\"", '+', "1.3=yes \"one, 1.4=no\", "
		  "1.4=? \"who knows?\"", NULL },
		{ "1.3", '-', "1.4=? \"who knows?\"", NULL },
		{ "1.4=y", 0, "1.4=yes", NULL },
		{ "1.1=yes \"Žižkov = ☃; \"\"\"", 0,
		  "1.1=yes \"Žižkov = ☃; \"\"\"", NULL },
	};

	(void)state;
	check_all(v, COUNT(v));
}

static void
what_is_wrong_names_the_item(void **state)
{
	static const struct example v[] = {
		{ "1.1=yes", 0, "1.1=yes", NULL },
		{ "6.1=0/0", 0, NULL, "items: 6.1: " },
		{ "1.2=maybe", '+', NULL, "items: 1.2: \"maybe\" is no" },
		{ "1.2=yes, 1.2=no", 0, NULL, "items: 1.2 is given twice" },
		{ "1.2", 0, NULL, "items: 1.2: an answer is missing" },
		{ "1.2=", '+', NULL, "1.2: an answer is missing" },
		{ "1.2=?", '+', NULL, "1.2: an answer is missing" },
		{ "1.2 yes", 0, NULL, "1.2: write its answer after" },
		{ "1.2=no \"open", 0, NULL, "1.2: a comment stands" },
		{ "1.2=no \"a\" b", 0, NULL, "1.2: a comment stands" },
		{ "1.2=no \"12345678901234567890123456789012345678901\"", 0,
		  NULL, "items: " },
		{ "9.1=yes", 0, NULL, "items: \"9.1=yes\" does not begin" },
		{ "1.02=yes", 0, NULL, "does not begin" },
		{ "bm1=yes", 0, NULL, "does not begin" },
		{ "1.100=yes", '-', NULL, "does not begin" },
		{ "1.1=yes\n1.2=no", 0, NULL, "items: " },
	};

	(void)state;
	check_all(v, COUNT(v));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_are_written_by_number),
		cmocka_unit_test(comments_stand_in_quotes),
		cmocka_unit_test(what_is_wrong_names_the_item),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
