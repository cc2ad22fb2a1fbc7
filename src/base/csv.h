/* csv.h - rows of CSV in and out, over libcsv, with line numbers and encodings.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Strict: a quote in the wrong place or never closed is an error of the whole
 * file, named by the line where that cell began. At most 1 MB a cell and 4 MB
 * a row. Input may be UTF-8 (BOM skipped) or Windows-1252, LF or CRLF.
 */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/err.h"

struct csv_file;	/* a file opened, its encoding known */

struct csv_row {
	size_t	  n;		/* cells */
	char	**cell;		/* UTF-8, blanks not cut; never NULL */
	uint64_t  line;		/* where the row begins, 1 is the first line */
	/* A Windows-1252 byte that stands for nothing was met in this row. */
	bool	  bad_byte;
	size_t	  bad_cell;	/* … in this cell (0-based) */
	unsigned  bad_value;	/* … this byte */
};

/* Open PATH ("-" is stdin, spooled to a private temporary file). Refuses, with
 * one sentence: a folder, an unreadable or empty file, UTF-16, NUL bytes (with
 * their line), a PDF or spreadsheet. Decides the encoding: valid UTF-8
 * throughout, else Windows-1252. Messages name the file as typed. */
enum status csv_open(const char *path, struct csv_file **out, struct err *e)
		MUST_CHECK;
/* The same; a pipe, or stdin, that nobody writes for a while is waited for until
 * STOP, asked five times a second and at each signal, says so: ST_INTERRUPTED. */
enum status csv_open_until(const char *path, bool (*stop)(void *), void *arg,
		struct csv_file **out, struct err *e) MUST_CHECK;
/* The same for N bytes at TEXT, called NAME in messages; borrowed until
 * csv_close. */
enum status csv_open_text(const char *name, const char *text, size_t n,
		struct csv_file **out, struct err *e) MUST_CHECK;
void	 csv_close(struct csv_file *f);
uint64_t csv_size(const struct csv_file *f);	/* bytes, for progress */
uint64_t csv_at(const struct csv_file *f);	/* bytes read so far */
/* The next row: *MORE false at the end. Lines of nothing or blanks are
 * skipped. ROW is borrowed until the next call. At most 16,384 cells. */
enum status csv_next(struct csv_file *f, struct csv_row *row, bool *more,
		struct err *e) MUST_CHECK;
/* Start again from the first row (a second pass). */
enum status csv_rewind(struct csv_file *f, struct err *e) MUST_CHECK;

/* Append one cell, quoted when needed. GUARD puts an apostrophe before what a
 * spreadsheet would run as a formula (= + - @ tab return, unless a plain
 * number or phone number; or apostrophes followed by one of these). */
void	 csv_cell(struct buf *out, const char *s, bool guard);
/* Takes exactly one guarding apostrophe off, in place, if it guards. */
void	 csv_unguard(char *s);

#endif
