/* tab_benchmarks.c - how a school stands on the eight benchmarks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The report benchmarks, without its title; figures open what they count, n
 * answers an assessment.
 */
#include <stdlib.h>

#include "app/benchmarks_page.h"
#include "ui/assess_screen.h"
#include "ui/report_view.h"
#include "ui/statusbar.h"
#include "ui/tabs.h"

struct benchmarks_tab {
	struct tab	 t;
	struct report_view v;
};

static struct benchmarks_tab *
of(struct tab *t)
{
	return (struct benchmarks_tab *)t;
}

static enum status
read_page(struct benchmarks_tab *b, struct err *e)
{
	struct report now = {0};
	enum status st = benchmarks_make(b->t.ui->app, b->t.row,
	    b->t.ui->cols, &now, e);

	if (st) {
		report_clear(&now);
		return st;
	}
	now.title[0] = '\0';		/* the screen's says it */
	report_view_take(&b->v, &now);
	return ST_OK;
}

static enum status
benchmarks_open(struct tab *t, struct err *e)
{
	of(t)->v.s = t->s;
	return read_page(of(t), e);
}

static void
benchmarks_close(struct tab *t)
{
	report_view_clear(&of(t)->v);
}

static void
benchmarks_refresh(struct tab *t, bool own)
{
	struct err e = {0};

	(void)own;
	if (!read_page(of(t), &e))
		report_view_layout(&of(t)->v, t->rows, t->cols);
	else if (e.st != ST_BUSY)
		say_err(t->ui, &e);
}

/* Narrow windows show fewer results side by side. */
static void
benchmarks_layout(struct tab *t)
{
	struct report_view *v = &of(t)->v;
	struct err e = {0};

	if (v->cols && v->cols != t->cols && read_page(of(t), &e))
		say_err(t->ui, &e);
	report_view_layout(v, t->rows, t->cols);
}

static void
benchmarks_draw(struct tab *t, int y)
{
	report_view_draw(&of(t)->v, y);
}

static bool
benchmarks_has_row(const struct tab *t)
{
	return report_view_has_spot(&((const struct benchmarks_tab *)t)->v);
}

static enum request
benchmarks_request(struct tab *t, enum request r)
{
	struct report_view *v = &of(t)->v;

	if (report_view_move(v, r))
		return REQ_NONE;
	if (r == REQ_NEW)
		assess_school(t->ui, t->row->id, NULL);
	else if (r == REQ_OPEN && report_view_has_spot(v))
		report_view_open(v);
	else if (r != REQ_OPEN)
		return r;
	return REQ_NONE;
}

static void
benchmarks_hint(const struct tab *t, struct buf *out)
{
	buf_add(out, t->cols < 76 ? "Enter opens the figure; n answers an "
	    "assessment." : "Enter opens what a figure counts; n answers an "
	    "assessment, % takes percentages.");
}

static void
benchmarks_right(const struct tab *t, struct buf *out)
{
	report_view_more(&((const struct benchmarks_tab *)t)->v, out);
}

const struct tab_ops tab_benchmarks = {
	.size = sizeof(struct benchmarks_tab),
	.groups = G_ROW | G_MOVE | G_FIGURE,
	.open = benchmarks_open, .close = benchmarks_close,
	.layout = benchmarks_layout, .draw = benchmarks_draw,
	.has_row = benchmarks_has_row, .request = benchmarks_request,
	.refresh = benchmarks_refresh, .hint = benchmarks_hint,
	.right = benchmarks_right,
};
