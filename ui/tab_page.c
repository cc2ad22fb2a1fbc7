/* tab_page.c - a report about the record as a tab of it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of tabs.def names the report, which takes the record's reference. It
 * is without its title; figures open what they count. n on the page of a claim
 * makes its lines, on one that names a kind of record one of these. The page of
 * a month-end return has keys of its own.
 */
#include <stdlib.h>

#include "app/report.h"
#include "app/text.h"
#include "base/buf.h"
#include "model/fields.h"
#include "model/tables.h"
#include "ui/claim_deeds.h"
#include "ui/report_view.h"
#include "ui/return_deeds.h"
#include "ui/statusbar.h"
#include "ui/tabs.h"

struct page_tab {
	struct tab	 t;
	struct report_view v;
	struct return_of ret;		/* of tab_return */
};

static struct page_tab *
of(struct tab *t)
{
	return (struct page_tab *)t;
}

static enum status
read_page(struct page_tab *p, struct err *e)
{
	const struct report_info *info;
	struct strs words = {0};
	struct report now = {0};
	struct buf ref;
	enum status st = report_find(p->t.info->extra, &info, e);

	if (st)
		return st;
	buf_init(&ref, BUF_LINE);
	ref_text(p->t.ui->app, p->t.row->ent, p->t.row->id, &ref);
	strs_take(&words, buf_take(&ref));
	st = report_make(p->t.ui->app, info, &words, &now, e);
	strs_clear(&words);
	if (st)
		return st;
	now.title[0] = '\0';		/* the screen's says it */
	if (p->t.row->ent->no == ENT_return)
		return_of_look(p->t.ui->app, &p->ret);
	report_view_take(&p->v, &now);
	return ST_OK;
}

static enum status
page_tab_open(struct tab *t, struct err *e)
{
	of(t)->v.s = t->s;
	if (t->row->ent->no == ENT_return)
		return_of_month(&of(t)->ret, row_get(t->row, F_return_month));
	return read_page(of(t), e);
}

static void
page_tab_close(struct tab *t)
{
	report_view_clear(&of(t)->v);
}

static void
page_tab_layout(struct tab *t)
{
	report_view_layout(&of(t)->v, t->rows, t->cols);
}

static void
page_tab_draw(struct tab *t, int y)
{
	report_view_draw(&of(t)->v, y);
}

static bool
page_tab_has_row(const struct tab *t)
{
	return report_view_has_spot(&((const struct page_tab *)t)->v);
}

static enum request
page_tab_request(struct tab *t, enum request r)
{
	struct report_view *v = &of(t)->v;

	if (report_view_move(v, r))
		return REQ_NONE;
	if (t->row->ent->no == ENT_return &&
	    return_request(t->ui, &of(t)->ret, r == REQ_NEW ? REQ_IMPORT : r))
		return REQ_NONE;
	if (r == REQ_OPEN && report_view_has_spot(v))
		report_view_open(v);
	else if (r == REQ_NEW && t->row->ent->no == ENT_claim)
		claim_lines_ask(t->ui, t->row->id);
	else if (r == REQ_NEW && t->info->list >= 0)
		tab_add(t->ui, t->info, t->row);
	else if (r != REQ_OPEN)
		return r;
	return REQ_NONE;
}

static void
page_tab_hint(const struct tab *t, struct buf *out)
{
	if (t->row->ent->no == ENT_claim)
		buf_add(out, t->cols < 76 ? "n makes lines; t submits, then "
		    "paid." : "n makes lines of what the period holds; t "
		    "submits it, then says paid.");
	else if (t->row->ent->no == ENT_return)
		buf_add(out, return_hint(t->cols));
	else if (t->info->list >= 0)
		buf_add(out, t->cols < 76 ? "Enter opens what it was derived "
		    "from; n types one." : "Enter opens what it was derived "
		    "from; n types one in.");
	else
		buf_add(out, t->cols < 76 ? "Enter opens the figure." :
		    "Left and Right go from figure to figure, Enter opens.");
}

static void
page_tab_right(const struct tab *t, struct buf *out)
{
	report_view_more(&((const struct page_tab *)t)->v, out);
}

#define PAGE \
	.size = sizeof(struct page_tab), \
	.open = page_tab_open, .close = page_tab_close, \
	.layout = page_tab_layout, .draw = page_tab_draw, \
	.has_row = page_tab_has_row, .request = page_tab_request, \
	.refresh = tab_read_again, .hint = page_tab_hint, \
	.right = page_tab_right

const struct tab_ops tab_page = {
	.groups = G_ROW | G_MOVE | G_FIGURE, PAGE
};
const struct tab_ops tab_return = {
	.groups = G_ROW | G_MOVE | G_FIGURE | G_RETURN, PAGE
};
