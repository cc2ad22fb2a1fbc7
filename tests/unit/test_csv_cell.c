/* test_csv_cell.c - cells are quoted when needed and defused reversibly. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/csv.h"
#include "base/mem.h"

static const struct {
	const char *text, *plain, *guarded;
} cells[] = {
	{ "", "", "" },
	{ "Sandmere Park", "Sandmere Park", "Sandmere Park" },
	{ "Marks, Spencer", "\"Marks, Spencer\"", "\"Marks, Spencer\"" },
	{ "the \"Hub\"", "\"the \"\"Hub\"\"\"", "\"the \"\"Hub\"\"\"" },
	{ "two\nlines", "\"two\nlines\"", "\"two\nlines\"" },
	{ " blank first", "\" blank first\"", "\" blank first\"" },
	{ "=1+1", "=1+1", "'=1+1" },
	{ "=A1,B1", "\"=A1,B1\"", "\"'=A1,B1\"" },
	{ "+3i Group", "+3i Group", "'+3i Group" },
	{ "@home", "@home", "'@home" },
	{ "-cmd", "-cmd", "'-cmd" },
	{ "\tx", "\"\tx\"", "'\tx" },
	{ "\rx", "\"\rx\"", "\"'\rx\"" },
	{ "-12", "-12", "-12" },
	{ "+3.5", "+3.5", "+3.5" },
	{ "-", "-", "'-" },
	{ "-1-2", "-1-2", "'-1-2" },
	{ "+44 (0)20 7946 0000", "+44 (0)20 7946 0000",
	  "+44 (0)20 7946 0000" },
	{ "+1+1", "+1+1", "'+1+1" },
	{ "'=1", "'=1", "''=1" },
	{ "''=1", "''=1", "'''=1" },
	{ "'-12", "'-12", "''-12" },
	{ "'quoted'", "'quoted'", "'quoted'" },
	{ "O'Neil", "O'Neil", "O'Neil" },
};

static void
cells_are_quoted_and_guarded_as_needed(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < COUNT(cells); i++) {
		buf_reset(&b);
		csv_cell(&b, cells[i].text, false);
		assert_string_equal(b.p, cells[i].plain);
		buf_reset(&b);
		csv_cell(&b, cells[i].text, true);
		assert_string_equal(b.p, cells[i].guarded);
	}
	buf_clear(&b);
}

#define LETTERS	"'=+-@1. a"

/* The Nth of all texts of up to four of LETTERS. */
static void
nth_text(size_t n, char text[5])
{
	size_t len = 0;

	for (; n > 0; n /= strlen(LETTERS) + 1)
		if (n % (strlen(LETTERS) + 1) > 0)
			text[len++] = LETTERS[n % (strlen(LETTERS) + 1) - 1];
	text[len] = '\0';
}

static void
exactly_one_guarding_apostrophe_comes_off(void **state)
{
	const size_t all = 10000;
	char text[5], *path, *dir = test_tmpdir();
	struct csv_file *f;
	struct csv_row row;
	struct buf b;
	struct err e;
	bool more;

	(void)state;
	buf_init(&b, BUF_FILE);
	for (size_t n = 0; n < all; n++) {
		nth_text(n, text);
		csv_cell(&b, text, true);
		buf_add(&b, ",end\n");
	}
	path = test_write_bytes(dir, "round.csv", b.p, b.n);
	assert_int_equal(csv_open(path, &f, &e), ST_OK);
	for (size_t n = 0; n < all; n++) {
		nth_text(n, text);
		assert_int_equal(csv_next(f, &row, &more, &e), ST_OK);
		assert_true(more);
		csv_unguard(row.cell[0]);
		assert_string_equal(row.cell[0], text);
	}
	csv_close(f);
	buf_clear(&b);
	free(path);
	free(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_are_quoted_and_guarded_as_needed),
		cmocka_unit_test(exactly_one_guarding_apostrophe_comes_off),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
