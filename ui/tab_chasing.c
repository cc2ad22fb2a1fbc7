/* tab_chasing.c - who gets a notice, and who has not answered it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The report chasing, without its title: a row is one who was asked, on the
 * newest notice they got; Enter opens the school, t notes the answer, z the
 * day to ask again, r drafts the next reminder.
 */
#include <stdlib.h>

#include "app/chase_page.h"
#include "model/fields.h"
#include "ui/form_screen.h"
#include "ui/list_actions.h"
#include "ui/report_view.h"
#include "ui/statusbar.h"
#include "ui/tabs.h"
#include "ui/tick.h"

struct chasing {
	struct tab	 t;
	struct report_view v;
	struct chase_rows rows;
};

static struct chasing *
of(struct tab *t)
{
	return (struct chasing *)t;
}

static enum status
read_page(struct chasing *c, struct err *e)
{
	struct report now = {0};
	struct chase_rows rows;
	enum status st = chase_page(c->t.ui->app, c->t.row->id, &rows, &now,
	    e);

	if (st) {
		report_clear(&now);
		chase_rows_clear(&rows);
		return st;
	}
	now.title[0] = '\0';		/* the screen's says it */
	chase_rows_clear(&c->rows);
	c->rows = rows;
	report_view_take(&c->v, &now);
	return ST_OK;
}

static enum status
chasing_open(struct tab *t, struct err *e)
{
	of(t)->v.s = t->s;
	return read_page(of(t), e);
}

static void
chasing_close(struct tab *t)
{
	report_view_clear(&of(t)->v);
	chase_rows_clear(&of(t)->rows);
}

static void
chasing_layout(struct tab *t)
{
	report_view_layout(&of(t)->v, t->rows, t->cols);
}

static void
chasing_draw(struct tab *t, int y)
{
	report_view_draw(&of(t)->v, y);
}

/* The recipient in whose row the cursor is: only the table has cells that
 * open. */
static bool
chasing_here(const struct tab *t, const struct entity **ent, int64_t *id)
{
	const struct chasing *c = (const struct chasing *)t;
	const struct report_block *b = c->v.r.block;
	size_t row;

	if (!report_view_has_spot(&c->v) || c->v.r.n == 0)
		return false;
	row = (size_t)(c->v.l.spot[c->v.at].cell - b->cell) / b->ncols;
	if (row >= c->rows.n)
		return false;
	*ent = entities[ENT_recipient];
	*id = c->rows.v[row].recipient;
	return true;
}

static bool
chasing_has_row(const struct tab *t)
{
	const struct entity *ent;
	int64_t id;

	return chasing_here(t, &ent, &id);
}

static enum request
chasing_request(struct tab *t, enum request r)
{
	struct report_view *v = &of(t)->v;
	const struct entity *ent;
	int64_t id;

	if (report_view_move(v, r))
		return REQ_NONE;
	if (r == REQ_OPEN && report_view_has_spot(v))
		report_view_open(v);
	else if (r == REQ_NEW)
		tab_add(t->ui, t->info, t->row);
	else if (r == REQ_SNOOZE && chasing_here(t, &ent, &id))
		snooze_records(t->ui, ent, &id, 1, F_recipient_next);
	else if (r == REQ_OPEN || !chasing_here(t, &ent, &id) ||
	    !record_action(t->ui, ent, id, r))
		return r;
	return REQ_NONE;
}

static void
chasing_hint(const struct tab *t, struct buf *out)
{
	const struct chasing *c = (const struct chasing *)t;

	if (c->rows.n == 0)
		buf_add(out, "n adds somebody.");
	else if (t->cols < 76)
		buf_addf(out, "t replied, z later, r chases the %zu open.",
		    c->rows.open);
	else
		buf_addf(out, "t replied, z later, r chases the %zu open, m "
		    "writes to this one, v a call.", c->rows.open);
}

static void
chasing_right(const struct tab *t, struct buf *out)
{
	report_view_more(&((const struct chasing *)t)->v, out);
}

const struct tab_ops tab_chasing = {
	.size = sizeof(struct chasing),
	.groups = G_ROW | G_MOVE | G_FIGURE,
	.open = chasing_open, .close = chasing_close,
	.layout = chasing_layout, .draw = chasing_draw,
	.has_row = chasing_has_row, .request = chasing_request,
	.refresh = tab_read_again, .hint = chasing_hint,
	.right = chasing_right, .here = chasing_here,
};
