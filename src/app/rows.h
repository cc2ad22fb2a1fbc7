/* rows.h - a few records with some of their fields, by a filter.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For pages and rules that read what lists show: the filter that finds the
 * records is the one by which a figure opens them.
 */
#ifndef APP_ROWS_H
#define APP_ROWS_H

#include "app/lists.h"
#include "model/row.h"

/* The first LIMIT of ENT with FILTER in the entity's own order, their fields
 * COLS as lists show them. OUT was zeroed; list_clear. */
enum status	rows_read(struct app *, const struct entity *, const char *filter,
		    const int *cols, size_t ncols, size_t limit,
		    struct list_page *out, struct err *) MUST_CHECK;
/* How many there are, counted to LIMIT + 1. */
enum status	rows_count(struct app *, const struct entity *, const char *filter,
		    int64_t limit, int64_t *out, struct err *) MUST_CHECK;
/* FN for each that L lists with these fields, by FIELD; in the entity's own
 * order when more than can be sorted (BOARD_SORTED of board.h) match. */
typedef enum status (*rows_fn)(void *arg, const struct list_row *, struct err *);
enum status	rows_sorted(struct lister *, const int *cols, size_t ncols,
		    int field, bool desc, rows_fn, void *arg, struct err *) MUST_CHECK;
/* A record of which those fields alone are set: plain values, no references.
 * Caller frees. */
struct row	*rows_row(const struct entity *, const struct list_row *,
		    const int *cols, size_t ncols);

#endif
