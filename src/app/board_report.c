/* board_report.c - the board and the matrix as reports: on paper, as data.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/board.h"
#include "app/report.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"

#define PAGE	200		/* schools read at once */

struct making {
	struct app	*app;
	const struct board_kind *k;
	struct lister	 l;
	struct report	*r;
};

/* Is column I one that paper has no room for? */
static bool
is_wide(const struct board_kind *k, size_t i)
{
	return k->wide != NULL && str_eq(k->col[i].id, k->wide);
}

/* On paper as shown; in files each column as it is kept, under its own name. */
static void
put_heads(struct making *m)
{
	const struct board_kind *k = m->k;
	struct buf heads;

	buf_init(&heads, BUF_ROW);
	for (size_t i = 0; i < k->ncols; i++)
		buf_addf(&heads, "%s#%s%s", i > 0 ? "|" : "",
		    k->col[i].right ? ">" : "", k->col[i].head);
	buf_add(&heads, "|@ref");
	for (size_t i = 0; i < k->ncols; i++)
		buf_addf(&heads, "|@%s%s", k->col[i].right ? ">" : "",
		    k->col[i].id);
	report_table(m->r, "", heads.p);
	for (size_t i = 0; i < k->ncols; i++)
		if (is_wide(k, i))
			m->r->block[0].col[i].data = true;
	buf_clear(&heads);
}

static void
put_row(struct making *m, int64_t school, const struct board_cell *c)
{
	struct buf ref;

	for (size_t i = 0; i < m->k->ncols; i++) {
		report_cell(m->r, c[i].text);
		if (c[i].id != 0)
			report_opens(m->r, c[i].ent, c[i].id);
		else if (c[i].ent != NULL)
			report_lists(m->r, c[i].ent, c[i].filter);
	}
	buf_init(&ref, BUF_LINE);
	ref_text(m->app, entity_find("school"), school, &ref);
	report_cell(m->r, ref.p);
	buf_clear(&ref);
	for (size_t i = 0; i < m->k->ncols; i++)
		report_cell(m->r, c[i].data);
}

static enum status
put_rows(struct making *m, struct err *e)
{
	struct list_page page = { 0 };
	struct board_cell *cells;
	enum status st;

	do {
		st = lister_page(&m->l, page.n > 0 ? &page.row[page.n - 1] :
		    NULL, true, PAGE, &page, e);
		for (size_t i = 0; i < page.n && st == ST_OK; i++) {
			st = board_cells(m->app, m->k, &page.row[i],
			    m->l.spec.today, &cells, e);
			if (st != ST_OK)
				break;
			put_row(m, page.row[i].id, cells);
			board_cells_free(m->k, cells);
		}
	} while (st == ST_OK && page.more);
	list_clear(&page);
	return st;
}

/* Whose the schools are says nothing when all are mine alone. */
static void
hide_mine(struct making *m)
{
	struct report_block *b = &m->r->block[0];
	size_t c = 0, i;

	while (c < m->k->ncols && !str_eq(m->k->col[c].id, "coordinators"))
		c++;
	for (i = 0; i < report_rows(b) && c < m->k->ncols; i++)
		if (!str_eq(b->cell[i * b->ncols + c].text, m->app->user))
			return;
	if (c < m->k->ncols)
		b->col[c].data = true;
}

/* --- under the rows ------------------------------------------------------ */

/* Does a line of the foot say one thing over all columns? */
static bool
is_sentence(const struct strs *foot, size_t at, size_t ncols)
{
	for (size_t i = 1; i < ncols; i++)
		if (foot->v[at + i][0] != '\0')
			return false;
	return true;
}

static void
put_sentence(struct report *r, const char *text)
{
	char *whole = xasprintf("%s%s", text, str_ends(text, ".") ? "" : ".");

	report_note(r, whole);
	free(whole);
}

static void
put_foot(struct making *m, const struct board_sum *sum)
{
	size_t n = m->k->ncols;
	struct strs foot = { 0 };
	struct buf heads;
	bool begun = false;

	m->k->foot(m->app, sum, &foot);
	buf_init(&heads, BUF_ROW);
	for (size_t i = 1; i < n; i++)
		buf_addf(&heads, "|%s%s", m->k->col[i].right ? ">" : "",
		    m->k->col[i].head);
	for (size_t at = 0; at < foot.n; at += n) {
		if (is_sentence(&foot, at, n)) {
			put_sentence(m->r, foot.v[at]);
			continue;
		}
		if (!begun)
			report_table(m->r, "All together", heads.p);
		begun = true;
		for (size_t i = 0; i < n; i++)
			report_cell(m->r, foot.v[at + i]);
	}
	buf_clear(&heads);
	strs_clear(&foot);
}

static void
put_notes(struct making *m, const struct board_sum *sum)
{
	const struct board_kind *k = m->k;

	if (sum->schools == 0 && !sum->over)
		report_note(m->r, "No school is here. Give a filter, or add who"
		    " coordinates a school: caseload add coordinator"
		    " school=URN user=NAME.");
	else
		put_foot(m, sum);
	for (size_t i = 0; i < k->ncols; i++)
		if (k->col[i].help[0] != '\0' && !is_wide(k, i))
			put_sentence(m->r, k->col[i].help);
	report_note(m->r, ". does not apply, 0 none, ? not known, - no such day"
	    " or person.");
}

/* --- the report ---------------------------------------------------------- */

/* The lister; what the board is called, which the caller frees. */
static enum status
open_lister(struct making *m, const struct strs *words, char **name,
    struct err *e)
{
	char *filter = NULL;
	const char *mine = "";
	enum status st;

	if (words->n == 0 && (st = board_default(m->app, m->app->today,
	    &filter, &mine, e)) != ST_OK)
		return st;
	st = lister_open(&m->l, m->app, entity_find("school"), filter, e);
	free(filter);
	if (st != ST_OK)
		return st;
	if (words->n > 0)
		st = lister_args(&m->l, words, e);
	if (st == ST_OK)
		st = board_order(&m->l, m->k, e);
	if (st != ST_OK) {
		lister_close(&m->l);
		return st;
	}
	*name = words->n > 0 ? strs_join(words, " ") : xstrdup(mine);
	return ST_OK;
}

static enum status
make(struct making *m, const char *name, struct err *e)
{
	char *title = xasprintf("%s: %s", m->k->title, name);
	struct board_sum sum;
	size_t n;
	enum status st;

	report_begin(m->r, title, m->l.spec.today);
	free(title);
	m->r->flat = true;
	put_heads(m);
	if ((st = put_rows(m, e)) != ST_OK ||
	    (st = board_sum(m->app, &m->l.spec, m->l.spec.today, &sum, e)) !=
	    ST_OK)
		return st;
	n = report_rows(&m->r->block[0]);
	report_source(m->r, "%zu school%s, %s", n, n == 1 ? "" : "s",
	    m->l.spec.sort >= 0 ? m->k->order :
	    "by name: too many to put in order");
	hide_mine(m);
	put_notes(m, &sum);
	return ST_OK;
}

static enum status
report_of(struct app *app, const struct board_kind *k,
    const struct report_args *args, struct report *r, struct err *e)
{
	struct making m = { .app = app, .k = k, .r = r };
	char *name;
	enum status st;

	if ((st = open_lister(&m, args->words, &name, e)) != ST_OK)
		return st;
	st = make(&m, name, e);
	free(name);
	lister_close(&m.l);
	return st;
}

enum status
board_report(struct app *app, const struct report_args *args,
    struct report *r, struct err *e)
{
	return report_of(app, &board_kind, args, r, e);
}

enum status
matrix_report(struct app *app, const struct report_args *args,
    struct report *r, struct err *e)
{
	return report_of(app, &matrix_kind, args, r, e);
}
