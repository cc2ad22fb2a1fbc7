/* board_report.c - the board as a report: on paper, as a table of data.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/board.h"
#include "app/report.h"
#include "base/date.h"
#include "base/mem.h"
#include "app/text.h"

#define PAGE	200		/* schools read at once */

/* On paper as shown; in files each column as it is kept, under its own name. */
static void
put_heads(struct report *r)
{
	struct buf heads;

	buf_init(&heads, BUF_ROW);
	for (size_t i = 0; i < board_ncols; i++)
		buf_addf(&heads, "%s#%s%s", i > 0 ? "|" : "",
		    board_cols[i].right ? ">" : "", board_cols[i].head);
	buf_add(&heads, "|@ref");
	for (size_t i = 0; i < board_ncols; i++)
		buf_addf(&heads, "|@%s%s", board_cols[i].right ? ">" : "",
		    board_cols[i].id);
	report_table(r, "", heads.p);
	buf_clear(&heads);
}

static void
put_row(struct app *app, int64_t school, const struct board_cell *c,
    struct report *r)
{
	struct buf ref;

	for (size_t i = 0; i < board_ncols; i++) {
		report_cell(r, c[i].text);
		if (c[i].id != 0)
			report_opens(r, c[i].ent, c[i].id);
		else if (c[i].ent != NULL)
			report_lists(r, c[i].ent, c[i].filter);
	}
	buf_init(&ref, BUF_LINE);
	ref_text(app, entity_find("school"), school, &ref);
	report_cell(r, ref.p);
	buf_clear(&ref);
	for (size_t i = 0; i < board_ncols; i++)
		report_cell(r, c[i].data);
}

static enum status
put_rows(struct app *app, struct lister *l, struct report *r, struct err *e)
{
	struct list_page page = { 0 };
	struct board_cell *cells;
	enum status st;

	do {
		st = lister_page(l, page.n > 0 ? &page.row[page.n - 1] : NULL,
		    true, PAGE, &page, e);
		for (size_t i = 0; i < page.n && st == ST_OK; i++) {
			st = board_cells(app, &page.row[i], l->spec.today,
			    &cells, e);
			if (st != ST_OK)
				break;
			put_row(app, page.row[i].id, cells, r);
			board_cells_free(cells);
		}
	} while (st == ST_OK && page.more);
	list_clear(&page);
	return st;
}

/* Whose the schools are says nothing when all are mine alone. */
static void
hide_mine(const struct app *app, struct report *r)
{
	struct report_block *b = &r->block[0];
	size_t c = 0, i;

	while (c < board_ncols && !str_eq(board_cols[c].id, "coordinators"))
		c++;
	for (i = 0; i < report_rows(b); i++)
		if (!str_eq(b->cell[i * b->ncols + c].text, app->user))
			return;
	b->col[c].data = true;
}

static void
put_notes(struct app *app, const struct board_sum *sum, struct report *r)
{
	struct buf b;

	buf_init(&b, BUF_ROW);
	if (sum->schools == 0)
		buf_add(&b, "No school is here. Give a filter, or add who"
		    " coordinates a school: caseload add coordinator"
		    " school=URN user=NAME.");
	else
		board_sum_said(app, sum, &b);
	report_note(r, b.p);
	buf_reset(&b);
	for (size_t i = 0; i < board_ncols; i++)
		if (board_cols[i].help[0] != '\0')
			buf_addf(&b, "%s%s", b.n > 0 ? ". " : "",
			    board_cols[i].help);
	buf_addc(&b, '.');
	report_note(r, b.p);
	buf_clear(&b);
	report_note(r, ". does not apply, 0 none, ? not known, - no such day"
	    " or person.");
}

/* The lister; what the board is called, which the caller frees. */
static enum status
open_lister(struct app *app, const struct strs *words, struct lister *l,
    char **name, struct err *e)
{
	char *filter = NULL;
	const char *mine = "";
	enum status st;

	if (words->n == 0 && (st = board_default(app, app->today, &filter,
	    &mine, e)) != ST_OK)
		return st;
	st = lister_open(l, app, entity_find("school"), filter, e);
	free(filter);
	if (st != ST_OK)
		return st;
	if (words->n > 0)
		st = lister_args(l, words, e);
	if (st == ST_OK)
		st = board_order(l, app->today, e);
	if (st != ST_OK) {
		lister_close(l);
		return st;
	}
	*name = words->n > 0 ? strs_join(words, " ") : xstrdup(mine);
	return ST_OK;
}

static enum status
make(struct app *app, struct lister *l, const char *name, struct report *r,
    struct err *e)
{
	char *title = xasprintf("Board: %s", name);
	struct board_sum sum;
	enum status st;

	report_begin(r, title, l->spec.today);
	free(title);
	r->flat = true;
	put_heads(r);
	if ((st = put_rows(app, l, r, e)) != ST_OK ||
	    (st = board_sum(app, &l->spec, l->spec.today, &sum, e)) != ST_OK)
		return st;
	report_source(r, "%zu school%s, %s", report_rows(&r->block[0]),
	    report_rows(&r->block[0]) == 1 ? "" : "s", l->spec.sort >= 0 ?
	    "most need first" : "by name: too many to put in order of need");
	hide_mine(app, r);
	put_notes(app, &sum, r);
	return ST_OK;
}

enum status
board_report(struct app *app, const struct report_args *args,
    struct report *r, struct err *e)
{
	struct lister l;
	char *name;
	enum status st;

	if ((st = open_lister(app, args->words, &l, &name, e)) != ST_OK)
		return st;
	st = make(app, &l, name, r, e);
	free(name);
	lister_close(&l);
	return st;
}
