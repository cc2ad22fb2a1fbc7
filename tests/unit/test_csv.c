/* test_csv.c - rows come out of CSV files with their lines, or one sentence. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/lib/test.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/csv.h"
#include "base/mem.h"

static char *dir;	/* a private folder for the files below */

static struct csv_file *
open_bytes(const char *data, size_t n, struct err *e)
{
	char *path = test_write_bytes(dir, "a.csv", data, n);
	struct csv_file *f = NULL;

	err_clear(e);
	if (csv_open(path, &f, e) != ST_OK)
		assert_null(f);
	free(path);
	return f;
}

/* Every row as "line:cell|cell;", and in the end the sentence if any. */
static char *
rows_of(struct csv_file *f)
{
	struct csv_row row;
	struct err e;
	struct buf b;
	bool more = true;

	buf_init(&b, BUF_FILE);
	for (;;) {
		if (csv_next(f, &row, &more, &e) != ST_OK) {
			buf_addf(&b, "!%s", strstr(e.text, "a.csv"));
			break;
		}
		if (!more)
			break;
		buf_addf(&b, "%d:", (int)row.line);
		for (size_t i = 0; i < row.n; i++)
			buf_addf(&b, "%s%s", i > 0 ? "|" : "", row.cell[i]);
		if (row.bad_byte)
			buf_addf(&b, "?%zu,%02X", row.bad_cell, row.bad_value);
		buf_addc(&b, ';');
	}
	return buf_take(&b);
}

static const struct {
	const char *in, *out;
} files[] = {
	{ "a,b\n1,2\n", "1:a|b;2:1|2;" },
	{ "a,b\r\n1,2\r\n", "1:a|b;2:1|2;" },
	{ "a,b\r1,2\r", "1:a|b;2:1|2;" },
	{ "a,b\n1,2", "1:a|b;2:1|2;" },
	{ "a,b\n1,", "1:a|b;2:1|;" },
	{ "a\n\n\r\n  \nb\n", "1:a;5:b;" },
	{ "\n\na\n", "3:a;" },
	{ " a , b \n", "1: a | b ;" },
	{ "\"a,b\",c\n", "1:a,b|c;" },
	{ "\"a\"\"b\"\n", "1:a\"b;" },
	{ "\"a\nb\",c\nd\n", "1:a\nb|c;3:d;" },
	{ "\"a\r\nb\",c\r\nd\r\n", "1:a\r\nb|c;3:d;" },
	{ "\"a\n\n\n\",c\nd\n", "1:a\n\n\n|c;5:d;" },
	{ "\"\n\",c\nd\n", "1:\n|c;3:d;" },
	{ ",,\n", "1:||;" },
	{ "\"\",\"\"\n", "1:|;" },
	{ "\xEF\xBB\xBF" "a,b\nc\n", "1:a|b;2:c;" },
	{ "\xEF\xBB\xBF\"a\",b\n", "1:a|b;" },
	{ "Żižkov,☃\n", "1:Żižkov|☃;" },
	{ "Caf\xE9,\x80 5 \x96 6\n", "1:Café|€ 5 – 6;" },
	{ "a\nb,\x81x\nc\n", "1:a;2:b|\xEF\xBF\xBDx?1,81;3:c;" },
	{ "a\n\xC5\n", "1:a;2:Å;" },
	{ "a\nb\xE2\x82", "1:a;2:bâ‚;" },
	{ "a\nx\"y,b\n", "1:a;!a.csv:2: a quotation mark in the wrong place "
	  "in the cell that begins here: put the whole cell in quotation "
	  "marks and double each one inside it" },
	{ "a\nb,\"x\ny\"z\n", "1:a;!a.csv:2: a quotation mark in the wrong "
	  "place in the cell that begins here (met in line 3): put the whole "
	  "cell in quotation marks and double each one inside it" },
	{ "a\n\"b\nc\",\"d\nx\ny\n", "1:a;!a.csv:3: the quotation mark that "
	  "begins this cell is never closed: close it, or leave it out" },
	{ "a,\"", "!a.csv:1: the quotation mark that begins this cell is "
	  "never closed: close it, or leave it out" },
	{ "\"a\" ,b\n", "!a.csv:1: a quotation mark in the wrong place in the "
	  "cell that begins here: put the whole cell in quotation marks and "
	  "double each one inside it" },
};

static void
rows_carry_the_line_on_which_they_begin(void **state)
{
	struct err e;

	(void)state;
	for (size_t i = 0; i < COUNT(files); i++) {
		struct csv_file *f = open_bytes(files[i].in,
		    strlen(files[i].in), &e);
		char *out;

		assert_string_equal(e.text, "");
		out = rows_of(f);
		assert_string_equal(out, files[i].out);
		free(out);
		csv_close(f);
	}
}

/* What precedes moves the sample across the borders of the pieces read. */
static void
a_piece_border_changes_nothing(void **state)
{
	static const char tail[] = "\"q\r\n\"\"é\",b\r\n\r\nŻ,☃\nc";
	const size_t piece = 64u << 10, len = sizeof tail - 1;
	char *data = xmalloc(piece + len);
	struct err e;

	(void)state;
	for (size_t cut = 0; cut <= len; cut++) {
		size_t before = piece - cut;
		struct csv_file *f;
		struct csv_row row;
		bool more;

		memset(data, 'x', before);
		data[before - 1] = '\n';
		memcpy(data + before, tail, len);
		assert_non_null(f = open_bytes(data, before + len, &e));
		assert_int_equal(csv_next(f, &row, &more, &e), ST_OK);
		assert_int_equal(strlen(row.cell[0]), before - 1);
		char *out = rows_of(f);
		assert_string_equal(out, "2:q\r\n\"é|b;5:Ż|☃;6:c;");
		free(out);
		assert_int_equal(csv_at(f), csv_size(f));
		csv_close(f);
	}
	free(data);
}

static const struct {
	const char *bytes;
	size_t	    n;
	const char *says;
} refused[] = {
	{ "", 0, "the file is empty: its first line should hold the headings" },
	{ "\xEF\xBB\xBF", 3, "the file is empty: its first line should hold "
	  "the headings" },
	{ "\xFF\xFE" "a\0", 4, "this is UTF-16 text: save it as CSV UTF-8 "
	  "first" },
	{ "%PDF-1.4\n", 9, "this is a PDF: a CSV file is needed" },
	{ "PK\3\4xx", 6, "this is an Excel or zip file: save it as CSV first" },
	{ "\xEF\xBB\xBF" "a\n\xE9\n", 7, "it begins as UTF-8 but is not "
	  "throughout: save it again as CSV UTF-8" },
};

static void
what_is_no_csv_is_refused_by_name(void **state)
{
	struct csv_file *f = NULL;
	char *missing = test_path(dir, "none.csv");
	struct err e;

	(void)state;
	for (size_t i = 0; i < COUNT(refused); i++) {
		assert_null(open_bytes(refused[i].bytes, refused[i].n, &e));
		assert_int_equal(e.st, ST_INVALID);
		assert_string_equal(strstr(e.text, "a.csv: ") + 7,
		    refused[i].says);
	}
	assert_int_equal(csv_open(dir, &f, &e), ST_INVALID);
	assert_non_null(strstr(e.text, ": this is a folder: name a CSV file"));
	assert_int_equal(csv_open(missing, &f, &e), ST_NOT_FOUND);
	assert_non_null(strstr(e.text,
	    "none.csv: cannot read it: No such file or directory"));
	free(missing);
}

static void
a_nul_byte_is_named_by_its_line(void **state)
{
	struct err e;

	(void)state;
	assert_null(open_bytes("a\r\nb\rc\nd\0e\n", 11, &e));
	assert_non_null(strstr(e.text, "a.csv:4: a NUL byte"));
}

static void
cells_and_rows_have_ceilings(void **state)
{
	const size_t mb = 1u << 20;
	char *data = xmalloc(6 * mb);
	struct csv_file *f;
	char *out;
	struct err e;

	(void)state;
	memset(data, 'x', 6 * mb);
	memcpy(data, "a\n\"\n", 4);
	f = open_bytes(data, 2 * mb, &e);
	out = rows_of(f);
	assert_string_equal(out, "1:a;!a.csv:2: the cell that begins here is "
	    "longer than 1 MB: its quotation mark is probably never closed");
	free(out);
	csv_close(f);

	memset(data, 'x', 6 * mb);
	for (size_t i = 1; i < 6; i++)
		data[i * (mb - 8)] = ',';
	f = open_bytes(data, 6 * mb, &e);
	out = rows_of(f);
	assert_string_equal(out, "!a.csv:1: the row that begins here is "
	    "longer than 4 MB: a line break is probably missing");
	free(out);
	csv_close(f);

	memset(data, ',', mb);
	f = open_bytes(data, mb, &e);
	out = rows_of(f);
	assert_string_equal(out, "!a.csv:1: more than 16384 cells in this "
	    "row: a line break is probably missing");
	free(out);

	/* After a refusal nothing follows until the file is rewound. */
	struct csv_row row;
	bool more;
	assert_int_equal(csv_next(f, &row, &more, &e), ST_INVALID);
	csv_close(f);
	free(data);
}

static void
a_second_pass_reads_the_same(void **state)
{
	static const char text[] = "\xEF\xBB\xBF" "a,b\n\"c\nd\",e\nf";
	struct csv_file *f;
	struct err e;
	char *first, *second;

	(void)state;
	f = open_bytes(text, sizeof text - 1, &e);
	first = rows_of(f);
	assert_int_equal(csv_rewind(f, &e), ST_OK);
	second = rows_of(f);
	assert_string_equal(first, "1:a|b;2:c\nd|e;4:f;");
	assert_string_equal(first, second);
	free(first);
	free(second);
	csv_close(f);
}

/* Two passes are made, so what comes through a pipe is put by first. */
static void
a_pipe_is_read_like_a_file(void **state)
{
	static const char text[] = "a,b\n\"c\nd\",e\n";
	char name[32], *out;
	struct csv_file *f;
	struct err e;
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], text, sizeof text - 1),
	    sizeof text - 1);
	close(ends[1]);
	snprintf(name, sizeof name, "/dev/fd/%d", ends[0]);
	assert_int_equal(csv_open(name, &f, &e), ST_OK);
	assert_int_equal(csv_size(f), sizeof text - 1);
	out = rows_of(f);
	assert_string_equal(out, "1:a|b;2:c\nd|e;");
	free(out);
	csv_close(f);
	close(ends[0]);
}

static void
text_in_memory_is_read_like_a_file(void **state)
{
	const size_t big = (64u << 10) + 7;	/* ends within the second piece */
	char *data = xmalloc(big), *out;
	struct csv_file *f;
	struct err e = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(files); i++) {
		assert_int_equal(csv_open_text("a.csv", files[i].in,
		    strlen(files[i].in), &f, &e), ST_OK);
		out = rows_of(f);
		assert_string_equal(out, files[i].out);
		free(out);
		csv_close(f);
	}
	memset(data, 'x', big);
	data[big - 3] = '\n';
	assert_int_equal(csv_open_text("a.csv", data, big, &f, &e), ST_OK);
	for (int pass = 0; pass < 2; pass++) {
		out = rows_of(f);
		assert_int_equal(strlen(out), big + 5);
		assert_string_equal(out + big - 1, ";2:xx;");
		free(out);
		assert_int_equal(csv_rewind(f, &e), ST_OK);
	}
	csv_close(f);
	data[big - 1] = '\0';
	assert_int_equal(csv_open_text("a.csv", data, big, &f, &e),
	    ST_INVALID);
	assert_non_null(strstr(e.text, "a.csv:2: a NUL byte"));
	assert_int_equal(csv_open_text("a.csv", data, 0, &f, &e), ST_INVALID);
	assert_non_null(strstr(e.text, "the file is empty"));
	free(data);
}

/* Who writes it comes while it is waited for. */
static bool
write_it(void *arg)
{
	static const char text[] = "a,b\n1,2\n";
	int fd = open(arg, O_WRONLY | O_NONBLOCK);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, sizeof text - 1), sizeof text - 1);
	close(fd);
	return false;
}

static bool
enough(void *arg)
{
	return ++*(int *)arg == 2;
}

static void
a_pipe_is_waited_for(void **state)
{
	char *path = test_path(dir, "late"), *rows;
	struct csv_file *f = NULL;
	int asked = 0;
	struct err e;

	(void)state;
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_int_equal(csv_open_until(path, write_it, path, &f, &e), ST_OK);
	rows = rows_of(f);
	assert_string_equal(rows, "1:a|b;2:1|2;");
	free(rows);
	csv_close(f);
	f = NULL;
	assert_int_equal(csv_open_until(path, enough, &asked, &f, &e),
	    ST_INTERRUPTED);
	assert_null(f);
	assert_int_equal(asked, 2);
	assert_non_null(strstr(e.text, "late: stopped while waiting for it"));
	free(path);
}

static int
make_dir(void **state)
{
	(void)state;
	dir = test_tmpdir();
	return 0;
}

static int
free_dir(void **state)
{
	(void)state;
	free(dir);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_carry_the_line_on_which_they_begin),
		cmocka_unit_test(a_piece_border_changes_nothing),
		cmocka_unit_test(what_is_no_csv_is_refused_by_name),
		cmocka_unit_test(a_nul_byte_is_named_by_its_line),
		cmocka_unit_test(cells_and_rows_have_ceilings),
		cmocka_unit_test(a_second_pass_reads_the_same),
		cmocka_unit_test(a_pipe_is_read_like_a_file),
		cmocka_unit_test(a_pipe_is_waited_for),
		cmocka_unit_test(text_in_memory_is_read_like_a_file),
	};

	return cmocka_run_group_tests(tests, make_dir, free_dir);
}
