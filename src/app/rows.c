/* rows.c - a few records with some of their fields, by a filter.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/rows.h"

#include "app/board.h"

#define PAGE	200		/* read at once */

enum status
rows_read(struct app *app, const struct entity *ent, const char *filter,
    const int *cols, size_t ncols, size_t limit, struct list_page *out,
    struct err *e)
{
	struct lister l;
	enum status st = lister_open(&l, app, ent, filter, e);

	if (st != ST_OK)
		return st;
	lister_columns(&l, cols, ncols);
	st = lister_page(&l, NULL, true, limit, out, e);
	lister_close(&l);
	return st;
}

enum status
rows_count(struct app *app, const struct entity *ent, const char *filter,
    int64_t limit, int64_t *out, struct err *e)
{
	struct lister l;
	enum status st = lister_open(&l, app, ent, filter, e);

	if (st != ST_OK)
		return st;
	st = lister_count(&l, limit, out, e);
	lister_close(&l);
	return st;
}

enum status
rows_sorted(struct lister *l, const int *cols, size_t ncols, int field,
    bool desc, rows_fn fn, void *arg, struct err *e)
{
	struct list_page page = { 0 };
	int64_t n = 0;
	enum status st;

	lister_columns(l, cols, ncols);
	st = lister_count(l, BOARD_SORTED, &n, e);
	if (st == ST_OK && n <= BOARD_SORTED)
		lister_sort(l, field, desc);
	while (st == ST_OK) {
		st = lister_page(l, page.n > 0 ? &page.row[page.n - 1] : NULL,
		    true, PAGE, &page, e);
		for (size_t i = 0; i < page.n && st == ST_OK; i++)
			st = fn(arg, &page.row[i], e);
		if (st != ST_OK || !page.more)
			break;
	}
	list_clear(&page);
	return st;
}

struct row *
rows_row(const struct entity *ent, const struct list_row *r, const int *cols,
    size_t ncols)
{
	struct row *out = row_new(ent);

	out->id = r->id;
	for (size_t i = 0; i < ncols; i++)
		row_set(out, cols[i], r->cell[i]);
	return out;
}
