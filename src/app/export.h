/* export.h - records out as table, csv, tsv or json.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_EXPORT_H
#define APP_EXPORT_H

#include <stdio.h>

#include "app/app.h"
#include "db/list.h"

enum format { FMT_TABLE, FMT_CSV, FMT_TSV, FMT_JSON, FMT_TEXT };
enum status	format_parse(const char *word, enum format *out, struct err *) MUST_CHECK;

/* Rows of named columns written as they come: for commands whose output is not
 * a list of records (find, agenda, history, check). */
struct sheet;
struct sheet	*sheet_new(FILE *to, enum format, const char *const *heads, size_t n);
/* KIND is one character a column: 's' string, 'n' number, 'b' yes/no, 'd' other
 * (empty is null). NULL: all strings. */
void		sheet_kinds(struct sheet *, const char *kinds);
void		sheet_row(struct sheet *, const char *const *cells);
enum status	sheet_end(struct sheet *, struct err *) MUST_CHECK;	/* frees it */

/* All that SPEC matches (its cols are the fields written), "ref" first. LIMIT 0
 * is none. HEADINGS of tables are those of the list. *ROWS, which may be NULL, is
 * how many were written. */
enum status	export_list(struct app *, const struct list_spec *, enum format,
		    int64_t limit, FILE *to, int64_t *rows, struct err *) MUST_CHECK;
/* One loaded record in the same form; SPEC gives its fields. */
struct row;
enum status	export_row(struct app *, const struct list_spec *, const struct row *,
		    enum format, FILE *to, struct err *) MUST_CHECK;
/* Every field an export carries, in table order, derived ones last. Caller
 * frees *OUT. */
size_t		export_fields(const struct entity *, int **out);

#endif
