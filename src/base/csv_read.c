/* csv_read.c - the rows of a CSV file, by libcsv, with their lines.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libcsv counts no lines and cannot be stopped within a piece, so it is fed
 * one line at a time: then at most one row ends in each call, and the line on
 * which a row or a cell began is known. Bytes mean the same to it in UTF-8 and
 * in Windows-1252; cells are decoded afterwards.
 */
#include "base/csv.h"

#include <stdlib.h>
#include <string.h>

#include "base/csv_file.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

static int
no_blank(unsigned char c)
{
	(void)c;
	return 0;
}

static void
begin_row(struct csv_file *f)
{
	buf_reset(&f->text);
	f->n = 0;
	f->raw = 0;
	f->in_row = f->row_done = f->bad_byte = false;
	f->fault = CSV_FINE;
}

enum status
csv_rewind(struct csv_file *f, struct err *e)
{
	if (!csv_seek(f, f->start))
		return err_errno(e, "%s: cannot read it", f->name);
	csv_free(&f->parser);
	csv_init(&f->parser, CSV_STRICT | CSV_STRICT_FINI);
	csv_set_blk_size(&f->parser, CSV_PIECE / 4);
	csv_set_space_func(&f->parser, no_blank);
	f->have = f->used = 0;
	f->at = (uint64_t)f->start;
	f->line = f->cell_line = f->row_line = 1;
	f->after_cr = f->ended = f->failed = f->nul = false;
	begin_row(f);
	return ST_OK;
}

static void
add_decoded(struct csv_file *f, const char *s, size_t n)
{
	for (size_t i = 0; i < n;) {
		size_t run = i;
		unsigned char byte;
		int32_t cp;
		char out[4];

		while (run < n && (unsigned char)s[run] < 0x80)
			run++;
		buf_addn(&f->text, s + i, run - i);
		if ((i = run) == n)
			return;
		byte = (unsigned char)s[i++];
		cp = utf8_from_1252_byte(byte);
		if (cp < 0) {
			if (!f->bad_byte) {
				f->bad_byte = true;
				f->bad_cell = f->n;
				f->bad_value = byte;
			}
			cp = 0xFFFD;
		}
		buf_addn(&f->text, out, utf8_encode(cp, out));
	}
}

static void
set_fault(struct csv_file *f, enum csv_fault fault, uint64_t line)
{
	if (f->fault != CSV_FINE)
		return;
	f->fault = fault;
	f->fault_line = line;
}

/* libcsv calls this at the end of each cell. It cannot be told to stop, so a
 * ceiling is noted here and refused once the piece has been fed. */
static void
cell_ended(void *data, size_t n, void *arg)
{
	struct csv_file *f = arg;

	f->raw += n;
	if (n > CSV_MAX_CELL)
		set_fault(f, CSV_LONG_CELL, f->cell_line);
	if (f->raw > CSV_MAX_ROW)
		set_fault(f, CSV_LONG_ROW, f->row_line);
	if (f->n >= CSV_MAX_CELLS)
		set_fault(f, CSV_MANY_CELLS, f->row_line);
	f->cell_line = f->line;		/* the next begins on this line */
	if (f->fault != CSV_FINE)
		return;
	if (f->n == f->cap) {
		f->cap = f->cap > 0 ? f->cap * 2 : 64;
		f->offset = xreallocarray(f->offset, f->cap,
		    sizeof *f->offset);
		f->cell = xreallocarray(f->cell, f->cap, sizeof *f->cell);
	}
	f->offset[f->n] = f->text.n;
	if (n > 0 && memchr(data, '\0', n) != NULL)
		f->nul = true;
	if (f->utf8)
		buf_addn(&f->text, data, n);
	else
		add_decoded(f, data, n);
	buf_addc(&f->text, '\0');
	f->n++;
}

/* And this at the end of each row. */
static void
row_ended(int c, void *arg)
{
	struct csv_file *f = arg;

	(void)c;
	f->row_done = true;
}

/* Bytes from P to the end of its line, the end included; N when it has none.
 * A lone CR ends a line too. */
static size_t
line_length(const char *p, size_t n, bool *ends)
{
	const char *lf = memchr(p, '\n', n), *cr;
	size_t most = lf != NULL ? (size_t)(lf - p) : n;

	*ends = lf != NULL;
	if ((cr = memchr(p, '\r', most)) == NULL)
		return lf != NULL ? most + 1 : n;
	*ends = true;
	return (size_t)(cr - p) + (cr + 1 == lf ? 2 : 1);
}

static enum status
misplaced(struct csv_file *f, struct err *e)
{
	char found[40] = "";

	if (csv_error(&f->parser) != CSV_EPARSE)
		return err_set(e, ST_IO, "%s:%ju: out of memory", f->name,
		    (uintmax_t)f->line);
	if (f->line != f->cell_line)
		snprintf(found, sizeof found, " (met in line %ju)",
		    (uintmax_t)f->line);
	return err_set(e, ST_INVALID, "%s:%ju: a quotation mark in the wrong "
	    "place in the cell that begins here%s: put the whole cell in "
	    "quotation marks and double each one inside it", f->name,
	    (uintmax_t)f->cell_line, found);
}

static enum status
check_ceilings(struct csv_file *f, struct err *e)
{
	if (f->parser.entry_pos > CSV_MAX_CELL)
		set_fault(f, CSV_LONG_CELL, f->cell_line);
	if (f->raw + f->parser.entry_pos > CSV_MAX_ROW)
		set_fault(f, CSV_LONG_ROW, f->row_line);
	switch (f->fault) {
	case CSV_LONG_CELL:
		return err_set(e, ST_INVALID, "%s:%ju: the cell that begins "
		    "here is longer than 1 MB: its quotation mark is probably "
		    "never closed", f->name, (uintmax_t)f->fault_line);
	case CSV_LONG_ROW:
		return err_set(e, ST_INVALID, "%s:%ju: the row that begins "
		    "here is longer than 4 MB: a line break is probably "
		    "missing", f->name, (uintmax_t)f->fault_line);
	case CSV_MANY_CELLS:
		return err_set(e, ST_INVALID, "%s:%ju: more than %u cells in "
		    "this row: a line break is probably missing", f->name,
		    (uintmax_t)f->fault_line, CSV_MAX_CELLS);
	case CSV_FINE:
		break;
	}
	if (f->nul)
		return err_set(e, ST_INVALID, "%s: it changed while it was "
		    "read: try again", f->name);
	return ST_OK;
}

/* Feed one line, or what is left of the piece. */
static enum status
feed_line(struct csv_file *f, struct err *e)
{
	const char *p = f->piece + f->used;
	bool ends, rest_of_crlf = f->after_cr && *p == '\n';
	size_t n = line_length(p, f->have - f->used, &ends);

	if (!f->in_row && *p != '\r' && *p != '\n') {
		f->in_row = true;
		f->row_line = f->cell_line = f->line;
	}
	if (csv_parse(&f->parser, p, n, cell_ended, row_ended, f) != n)
		return misplaced(f, e);
	f->used += n;
	f->at += n;
	f->after_cr = p[n - 1] == '\r';
	if (ends && !rest_of_crlf)
		f->line++;
	return check_ceilings(f, e);
}

static enum status
fill(struct csv_file *f, struct err *e)
{
	ssize_t k = csv_piece(f);

	if (k < 0)
		return err_errno(e, "%s: cannot read it", f->name);
	f->have = (size_t)k;
	f->used = 0;
	if (k > 0)
		return ST_OK;
	f->ended = true;
	if (csv_fini(&f->parser, cell_ended, row_ended, f) != 0)
		return err_set(e, ST_INVALID, "%s:%ju: the quotation mark that "
		    "begins this cell is never closed: close it, or leave it "
		    "out", f->name, (uintmax_t)f->cell_line);
	return check_ceilings(f, e);
}

/* A line of blanks is an empty line too. */
static bool
is_blank_row(const struct csv_file *f)
{
	return f->n == 0 || (f->n == 1 && str_empty(f->text.p));
}

enum status
csv_next(struct csv_file *f, struct csv_row *row, bool *more, struct err *e)
{
	enum status st = ST_OK;

	if (f->failed)
		return err_set(e, ST_INVALID, "%s: the rest cannot be read",
		    f->name);
	do {
		begin_row(f);
		while (!f->row_done && !f->ended && st == ST_OK)
			st = f->used < f->have ? feed_line(f, e) : fill(f, e);
		if (st != ST_OK) {
			f->failed = true;
			return st;
		}
	} while (f->row_done && is_blank_row(f));
	*more = f->row_done;
	if (!f->row_done)
		return ST_OK;
	for (size_t i = 0; i < f->n; i++)
		f->cell[i] = f->text.p + f->offset[i];
	row->n = f->n;
	row->cell = f->cell;
	row->line = f->row_line;
	row->bad_byte = f->bad_byte;
	row->bad_cell = f->bad_cell;
	row->bad_value = f->bad_value;
	return ST_OK;
}
