/* csv_table.h - a small file of rules, whole in memory, cells by heading.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the shipped tables and those a hub writes itself, as base/csv.h reads
 * them. The first line holds the headings, in any order; lines that are empty
 * or begin with # are notes (without quotation marks). Cells are trimmed; those
 * left out at the end of a line are "".
 */
#ifndef BASE_CSV_TABLE_H
#define BASE_CSV_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

/* The text of a file and what messages call it; borrowed. */
struct csv_source {
	const char	*name;
	const char	*text;
	size_t		 size;		/* bytes */
};
/* The shipped file NAME as a source; it must exist. */
struct csv_source	csv_shipped(const char *name);

struct csv_table_row {
	uint64_t	 line;		/* where it begins, 1 is the first */
	char		**cell;		/* as many as there are headings */
};
struct csv_table {
	char			*name;
	struct strs		 heads;
	struct csv_table_row	*v;
	size_t			 n;
};

/* Read all of SRC. HEADS are the headings allowed, blank between; those before
 * "|" must be there: "code name | also". Refused, "FILE:LINE: sentence": other
 * headings, a heading twice, a row with too many cells, a quotation mark in
 * the wrong place, text that utf8_check refuses. *OUT is then empty. */
enum status	 csv_table_read(const struct csv_source *src, const char *heads,
		    struct csv_table *out, struct err *e) MUST_CHECK;
void		 csv_table_clear(struct csv_table *);
/* The cell of ROW under HEAD: "" when the file has no such column. */
const char	*csv_table_cell(const struct csv_table *, size_t row,
		    const char *head);
/* ST_INVALID: "FILE:LINE: HEAD: sentence" about the cell of ROW under HEAD. */
enum status	 csv_table_refuse(const struct csv_table *, size_t row,
		    const char *head, struct err *e, const char *fmt, ...)
		    PRINTF(5, 6);

#endif
