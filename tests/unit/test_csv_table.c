/* test_csv_table.c - small files of rules, read by heading. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <string.h>

#include "base/csv_table.h"

static enum status
read_text(const char *text, size_t n, struct csv_table *t, struct err *e)
{
	struct csv_source src = { "rules.csv", text, n };

	err_clear(e);
	return csv_table_read(&src, "code name | also note", t, e);
}

static void
cells_are_found_by_heading(void **state)
{
	static const char text[] =
	    "# whence: a book, page 3\n\nname,code,note\r\n"
	    " Oak ,1,\"a, \"\"b\"\"\"\n,,\n# 9\nAsh,2\n";
	struct csv_table t;
	struct err e;

	(void)state;
	assert_int_equal(read_text(text, strlen(text), &t, &e), ST_OK);
	assert_int_equal(t.n, 2);
	assert_string_equal(csv_table_cell(&t, 0, "name"), "Oak");
	assert_string_equal(csv_table_cell(&t, 0, "code"), "1");
	assert_string_equal(csv_table_cell(&t, 0, "note"), "a, \"b\"");
	assert_string_equal(csv_table_cell(&t, 0, "also"), "");
	assert_string_equal(csv_table_cell(&t, 1, "name"), "Ash");
	assert_string_equal(csv_table_cell(&t, 1, "note"), "");
	assert_int_equal(t.v[0].line, 4);
	assert_int_equal(t.v[1].line, 7);
	assert_int_equal(csv_table_refuse(&t, 1, "code", &e, "no %d", 2),
	    ST_INVALID);
	assert_string_equal(e.text, "rules.csv:7: code: no 2");
	csv_table_clear(&t);
}

static void
what_is_wrong_is_named_with_its_line(void **state)
{
	static const struct { const char *text, *want; } v[] = {
		{ "", "rules.csv: " },
		{ "# only a note\n", "rules.csv:1: " },
		{ "code,nmae\n", "rules.csv:1: no column \"nmae\"" },
		{ "code,name,code\n", "\"code\" is there twice" },
		{ "code,also\n", "the column \"name\" is missing" },
		{ "code,name\n1,Oak,x\n", "rules.csv:2: more cells" },
		{ "code,name\n1,\"Oak\n", "rules.csv:2: " },
		{ "code,name\n1,O\033k\n", "rules.csv:2: " },
		{ "code,name\n1,\"O\nk\"\n", "rules.csv:2: " },
		{ "code,name\n1,\x81\n", "rules.csv:2: " },
	};
	struct csv_table t;
	struct err e;

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		if (read_text(v[i].text, strlen(v[i].text), &t, &e) == ST_OK)
			fail_msg("taken: %s", v[i].text);
		if (strstr(e.text, v[i].want) == NULL)
			fail_msg("\"%s\" lacks \"%s\"", e.text, v[i].want);
		assert_int_equal(t.n, 0);
	}
}

static void
a_shipped_file_is_a_source(void **state)
{
	struct csv_source src = csv_shipped("gias-phases.csv");
	struct csv_table t;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(csv_table_read(&src, "code name also", &t, &e),
	    ST_OK);
	assert_int_equal(t.n, 8);
	assert_string_equal(csv_table_cell(&t, 7, "also"), "All through");
	csv_table_clear(&t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_are_found_by_heading),
		cmocka_unit_test(what_is_wrong_is_named_with_its_line),
		cmocka_unit_test(a_shipped_file_is_a_source),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
