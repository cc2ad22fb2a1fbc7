/* fuzz_csv.c - any bytes read as CSV, and what was read written and read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/csv.h"
#include "base/str.h"
#include "base/utf8.h"

#define MOST_BYTES	(8u << 20)

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A nameless file of these bytes; NAME is how to open it again. */
static int
file_of(const void *data, size_t n, char name[32])
{
	char path[] = "/tmp/fuzz-csv-XXXXXX";
	int fd = mkstemp(path);

	if (fd < 0 || unlink(path) != 0 || write(fd, data, n) != (ssize_t)n)
		abort();
	snprintf(name, 32, "/dev/fd/%d", fd);
	return fd;
}

/* Every row, each cell quoted as needed; false when the file is refused. */
static bool
rewrite(const char *name, bool guard, struct buf *out)
{
	struct csv_file *f = NULL;
	struct csv_row row;
	struct err e;
	uint64_t line = 0;
	bool more = true;

	if (csv_open(name, &f, &e) != ST_OK) {
		assert(e.st != ST_OK && utf8_valid(e.text, strlen(e.text)));
		return false;
	}
	while (more) {
		if (csv_next(f, &row, &more, &e) != ST_OK) {
			assert(str_starts(e.text, name));
			csv_close(f);
			return false;
		}
		if (!more)
			break;
		assert(row.n > 0 && row.line > line);
		assert(!row.bad_byte || row.bad_cell < row.n);
		line = row.line;
		for (size_t i = 0; i < row.n; i++) {
			assert(utf8_valid(row.cell[i], strlen(row.cell[i])));
			if (i > 0)
				buf_addc(out, ',');
			csv_cell(out, row.cell[i], guard);
		}
		buf_addc(out, '\n');
	}
	assert(csv_at(f) == csv_size(f));
	csv_close(f);
	return true;
}

/* The cells of a file that we wrote ourselves, guards off, written again. */
static void
reread(const struct buf *ours, bool guard)
{
	struct csv_file *f = NULL;
	char name[32];
	int fd = file_of(ours->p, ours->n, name);
	struct csv_row row;
	struct buf again;
	struct err e;
	bool more = true;

	buf_init(&again, BUF_FILE);
	if (csv_open(name, &f, &e) != ST_OK)
		abort();
	for (;;) {
		if (csv_next(f, &row, &more, &e) != ST_OK)
			abort();
		if (!more)
			break;
		for (size_t i = 0; i < row.n; i++) {
			if (i > 0)
				buf_addc(&again, ',');
			if (guard)
				csv_unguard(row.cell[i]);
			csv_cell(&again, row.cell[i], guard);
		}
		buf_addc(&again, '\n');
	}
	assert(again.n == ours->n && memcmp(again.p, ours->p, ours->n) == 0);
	csv_close(f);
	close(fd);
	buf_clear(&again);
}

static void
there_and_back(const char *name, bool guard)
{
	struct buf ours;

	buf_init(&ours, BUF_FILE);
	/* headings first: a cell may begin as another kind of file does */
	buf_add(&ours, "a,b\n");
	if (rewrite(name, guard, &ours) && !buf_over(&ours))
		reread(&ours, guard);
	buf_clear(&ours);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char name[32];
	int fd;

	if (size > MOST_BYTES)
		return 0;
	fd = file_of(data, size, name);
	there_and_back(name, false);
	there_and_back(name, true);
	close(fd);
	return 0;
}
