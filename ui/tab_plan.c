/* tab_plan.c - a school's careers plan of the year one looks at.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The report plan, without its title: Enter opens an action or the encounter
 * that shows it, t ticks, n adds an action, or makes the plan.
 */
#include <stdlib.h>

#include "app/plan.h"
#include "base/date.h"
#include "model/fields.h"
#include "ui/form_screen.h"
#include "ui/list_actions.h"
#include "ui/report_view.h"
#include "ui/statusbar.h"
#include "ui/tabs.h"
#include "ui/tick.h"
#include "ui/years.h"

struct plan_tab {
	struct tab	 t;
	struct report_view v;
	int64_t		 plan;		/* 0 none */
	int		 year;
};

static struct plan_tab *
of(struct tab *t)
{
	return (struct plan_tab *)t;
}

static enum status
read_page(struct plan_tab *p, struct err *e)
{
	struct report now = {0};
	int year = years_chosen(p->t.ui);
	enum status st = plan_page(p->t.ui->app, p->t.row, year, &p->plan,
	    &now, e);

	if (st) {
		report_clear(&now);
		return st;
	}
	now.title[0] = '\0';		/* the screen's says it */
	if (p->year != year)
		p->v.at = 0;
	p->year = year;
	report_view_take(&p->v, &now);
	return ST_OK;
}

static enum status
plan_tab_open(struct tab *t, struct err *e)
{
	of(t)->v.s = t->s;
	return read_page(of(t), e);
}

static void
plan_tab_close(struct tab *t)
{
	report_view_clear(&of(t)->v);
}

static void
plan_tab_layout(struct tab *t)
{
	report_view_layout(&of(t)->v, t->rows, t->cols);
}

static void
plan_tab_draw(struct tab *t, int y)
{
	report_view_draw(&of(t)->v, y);
}

/* The action in whose row the cursor is, which its first cell opens; on the line
 * under them the plan. */
static bool
plan_tab_here(const struct tab *t, const struct entity **ent, int64_t *id)
{
	const struct report_view *v = &((const struct plan_tab *)t)->v;
	const struct report_cell *c;
	size_t i;

	if (!report_view_has_spot(v))
		return false;
	c = v->l.spot[v->at].cell;
	for (i = 0; i < v->r.n; i++) {
		const struct report_block *b = &v->r.block[i];

		if (b->ncells == 0 || c < b->cell ||
		    c >= b->cell + b->ncells)
			continue;
		c -= (size_t)(c - b->cell) % b->ncols;
		*ent = c->ent;
		*id = c->id;
		return true;
	}
	return false;
}

static bool
plan_tab_has_row(const struct tab *t)
{
	const struct entity *ent;
	int64_t id;

	return plan_tab_here(t, &ent, &id);
}

/* --- what is added ------------------------------------------------------- */

static void
add_plan(struct plan_tab *p)
{
	struct row *preset = row_new(entities[ENT_plan]);
	char year[8];

	year_format(p->year, year);
	row_set_ref(preset, F_plan_school, "school", p->t.row->id);
	row_set(preset, F_plan_year, year);
	form_open(p->t.ui, preset->ent, 0, preset);
	row_free(preset);
}

static void
add_action(struct plan_tab *p)
{
	struct row *preset;
	struct err e = {0};
	char number[24];
	int64_t next;

	if (plan_next_number(p->t.ui->app, p->plan, &next, &e)) {
		say_err(p->t.ui, &e);
		return;
	}
	preset = row_new(entities[ENT_task]);
	snprintf(number, sizeof number, "%lld", (long long)next);
	row_set_ref(preset, F_task_school, "school", p->t.row->id);
	row_set_ref(preset, F_task_plan, "plan", p->plan);
	row_set(preset, F_task_number, number);
	form_open(p->t.ui, preset->ent, 0, preset);
	row_free(preset);
}

/* --- requests ------------------------------------------------------------ */

static bool
on_action(struct ui *ui, const struct entity *ent, int64_t id, enum request r)
{
	if ((r == REQ_TICK || r == REQ_SNOOZE) && ent->no != ENT_task) {
		say(ui, "This is the plan itself; go to an action.");
		return true;
	}
	return record_action(ui, ent, id, r);
}

static enum request
plan_tab_request(struct tab *t, enum request r)
{
	struct report_view *v = &of(t)->v;
	const struct entity *ent;
	int64_t id;

	if (report_view_move(v, r))
		return REQ_NONE;
	if (r == REQ_NEW && of(t)->plan)
		add_action(of(t));
	else if (r == REQ_NEW)
		add_plan(of(t));
	else if (r == REQ_OPEN && report_view_has_spot(v))
		report_view_open(v);
	else if (r != REQ_OPEN && !(plan_tab_here(t, &ent, &id) &&
	    on_action(t->ui, ent, id, r)))
		return r;
	return REQ_NONE;
}

static void
plan_tab_hint(const struct tab *t, struct buf *out)
{
	const struct plan_tab *p = (const struct plan_tab *)t;

	buf_add(out, !p->plan ? "n makes it." : p->v.l.nspots < 2 ?
	    "n adds an action; Enter opens the plan." : t->cols < 76 ?
	    "n adds an action; t ticks this one." :
	    "n adds an action; t ticks this one, Enter opens it or what shows "
	    "it.");
}

static void
plan_tab_right(const struct tab *t, struct buf *out)
{
	report_view_more(&((const struct plan_tab *)t)->v, out);
}

const struct tab_ops tab_plan = {
	.size = sizeof(struct plan_tab),
	.groups = G_ROW | G_MOVE | G_FIGURE,
	.open = plan_tab_open, .close = plan_tab_close,
	.layout = plan_tab_layout, .draw = plan_tab_draw,
	.has_row = plan_tab_has_row, .request = plan_tab_request,
	.refresh = tab_read_again, .hint = plan_tab_hint,
	.right = plan_tab_right, .here = plan_tab_here,
};
