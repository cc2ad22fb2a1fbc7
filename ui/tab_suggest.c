/* tab_suggest.c - who would suit a school, or which schools a volunteer.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Enter proposes the match under the cursor: one key, one step, one undo.
 */
#include <stdlib.h>

#include "app/matching.h"
#include "base/mem.h"
#include "model/tables.h"
#include "ui/command.h"
#include "ui/list_actions.h"
#include "ui/statusbar.h"
#include "ui/suit_list.h"
#include "ui/tabs.h"

struct suggest_tab {
	struct tab	 t;
	struct suggestions all;
	struct suit_list l;
};

static struct suggest_tab *
of(struct tab *t)
{
	return (struct suggest_tab *)t;
}

static bool
of_school(const struct tab *t)
{
	return t->row->ent->no == ENT_school;
}

static enum status
read_all(struct suggest_tab *s, struct err *e)
{
	struct suggestions now = {0};
	enum status st = of_school(&s->t) ?
	    suggest_volunteers(s->t.ui->app, s->t.row->id, &now, e) :
	    suggest_schools(s->t.ui->app, s->t.row->id, &now, e);
	size_t i;

	if (st) {
		suggestions_clear(&now);
		return st;
	}
	suggestions_clear(&s->all);
	s->all = now;
	suit_list_make(&s->l, now.n);
	for (i = 0; i < now.n; i++)
		s->l.v[i] = (struct suit_item){ .left = now.v[i].name,
		    .middle = now.v[i].where, .suit = &s->all.v[i].suit };
	return ST_OK;
}

static enum status
suggest_tab_open(struct tab *t, struct err *e)
{
	return read_all(of(t), e);
}

static void
suggest_tab_close(struct tab *t)
{
	suit_list_clear(&of(t)->l);
	suggestions_clear(&of(t)->all);
}

static void
suggest_tab_layout(struct tab *t)
{
	suit_list_layout(&of(t)->l, t->rows, t->cols);
}

static void
suggest_tab_draw(struct tab *t, int y)
{
	struct suggest_tab *s = of(t);

	if (s->l.n > 0) {
		suit_list_draw(&s->l, &t->s->p, y, of_school(t) ?
		    "Volunteer" : "School", of_school(t) ? "Employer" :
		    "Authority");
		return;
	}
	draw_wrap(&t->s->p, y + 1, 1, 3, t->cols - 2, ROLE_MUTED,
	    of_school(t) ? "Nothing speaks for any Enterprise Adviser there "
	    "is. g a lists them, n there makes one." : "Nothing speaks for "
	    "any school of the network.");
	draw_cursor(&t->s->p, y, 0);
}

static bool
suggest_tab_here(const struct tab *t, const struct entity **ent, int64_t *id)
{
	const struct suggest_tab *s = (const struct suggest_tab *)t;

	if (s->l.at >= s->all.n)
		return false;
	*ent = entities[t->info->list];
	*id = s->all.v[s->l.at].id;
	return true;
}

static bool
suggest_tab_has_row(const struct tab *t)
{
	const struct entity *ent;
	int64_t id;

	return suggest_tab_here(t, &ent, &id);
}

static void
propose(struct suggest_tab *s)
{
	const struct suggestion *g = &s->all.v[s->l.at];
	struct ui *ui = s->t.ui;
	struct err e = {0};
	struct buf why;
	char *said;
	int64_t id;

	if (g->suit.barred) {
		buf_init(&why, BUF_LINE);
		reasons_said(&g->suit, REASON_BAR, &why);
		say(ui, "Not proposed: %s.", why.p);
		buf_clear(&why);
		return;
	}
	if (match_propose(ui->app, of_school(&s->t) ? g->id : s->t.row->id,
	    of_school(&s->t) ? s->t.row->id : g->id, &id, &e)) {
		say_err(ui, &e);
		return;
	}
	said = xasprintf("%s proposed", g->name);
	say_done(ui, said);
	free(said);
	ui_changed(ui);
}

static enum request
suggest_tab_request(struct tab *t, enum request r)
{
	struct suggest_tab *s = of(t);
	const struct entity *ent;
	int64_t id;

	if (suit_list_move(&s->l, r))
		return REQ_NONE;
	if (!suggest_tab_here(t, &ent, &id))
		return r;
	if (r == REQ_OPEN)
		propose(s);
	else if (r == REQ_RIGHT)
		command_open(t->ui, ent, id);
	else if (!record_action(t->ui, ent, id, r))
		return r;
	return REQ_NONE;
}

static void
suggest_tab_hint(const struct tab *t, struct buf *out)
{
	if (suggest_tab_has_row(t))
		buf_add(out, t->cols < 76 ? "Enter proposes; Right opens." :
		    "Enter proposes the match; Right opens the record. Who "
		    "cannot be comes last.");
}

const struct tab_ops tab_suggest = {
	.size = sizeof(struct suggest_tab),
	.groups = G_ROW | G_MOVE | G_FIGURE,
	.open = suggest_tab_open, .close = suggest_tab_close,
	.layout = suggest_tab_layout, .draw = suggest_tab_draw,
	.has_row = suggest_tab_has_row, .request = suggest_tab_request,
	.refresh = tab_read_again, .hint = suggest_tab_hint,
	.here = suggest_tab_here, .enter = "propose",
};
