/* fuzz_csv.c - any file as CSV: what is read, written and read is the same. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/csv.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char	in_path[64], out_path[64];

static void
must(bool fact)
{
	if (!fact)
		__builtin_trap();
}

static void
forget_files(void)
{
	unlink(in_path);
	unlink(out_path);
}

static void
put_file(const char *path, const void *data, size_t size)
{
	FILE *f = fopen(path, "wb");

	must(f != NULL);
	must(size == 0 || fwrite(data, 1, size, f) == size);
	must(fclose(f) == 0);
}

/* A row of one empty cell is an empty line, which reading skips. */
static bool
is_empty(const struct csv_row *row)
{
	return row->n == 1 && row->cell[0][0] == '\0';
}

/* Every row of PATH as CSV in TEXT; false when the file is refused. */
static bool
read_all(const char *path, bool guard, struct buf *text)
{
	struct csv_file *f;
	struct csv_row row;
	struct err e;
	bool more = true;
	uint64_t line = 0;
	enum status st;
	size_t i;

	err_clear(&e);
	st = csv_open(path, &f, &e);
	if (st != ST_OK) {
		must(e.text[0] != '\0');
		return false;
	}
	while ((st = csv_next(f, &row, &more, &e)) == ST_OK && more) {
		must(row.n > 0 && row.line > line);
		line = row.line;
		if (is_empty(&row))
			continue;
		for (i = 0; i < row.n; i++) {
			if (i > 0)
				buf_addc(text, ',');
			if (guard)
				csv_unguard(row.cell[i]);
			csv_cell(text, row.cell[i], guard);
		}
		buf_addc(text, '\n');
	}
	must(st == ST_OK || e.text[0] != '\0');
	csv_close(f);
	return st == ST_OK && !buf_over(text);
}

static void
try_once(bool guard)
{
	struct buf one, two;

	buf_init(&one, BUF_FILE);
	buf_init(&two, BUF_FILE);
	/* A heading first, so that no cell of the file begins it. */
	buf_add(&one, "heading\n");
	if (read_all(in_path, guard, &one)) {
		put_file(out_path, one.p, one.n);
		must(read_all(out_path, guard, &two));
		must(one.n == two.n && memcmp(one.p, two.p, one.n) == 0);
	}
	buf_clear(&one);
	buf_clear(&two);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (in_path[0] == '\0') {
		snprintf(in_path, sizeof in_path, "fuzz-csv-%ld.in",
		    (long)getpid());
		snprintf(out_path, sizeof out_path, "fuzz-csv-%ld.out",
		    (long)getpid());
		atexit(forget_files);
	}
	put_file(in_path, data, size);
	try_once(false);
	try_once(true);
	return 0;
}
