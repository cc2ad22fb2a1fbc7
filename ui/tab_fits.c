/* tab_fits.c - what fits what a school wants, or which schools want an offer.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Enter asks whoever is under the cursor: one key, one step, one undo.
 */
#include <stdlib.h>

#include "app/approach.h"
#include "base/mem.h"
#include "model/tables.h"
#include "ui/command.h"
#include "ui/dialog.h"
#include "ui/list_actions.h"
#include "ui/statusbar.h"
#include "ui/suit_list.h"
#include "ui/tabs.h"

struct fits_tab {
	struct tab	 t;
	struct fittings	 all;
	struct suit_list l;
};

static struct fits_tab *
of(struct tab *t)
{
	return (struct fits_tab *)t;
}

static bool
of_request(const struct tab *t)
{
	return t->row->ent->no == ENT_request;
}

static enum status
read_all(struct fits_tab *s, struct err *e)
{
	struct fittings now = {0};
	bool any = s->l.at < s->all.n;
	int64_t at = any ? s->all.v[s->l.at].id : 0;
	bool barred = any && s->all.v[s->l.at].why.barred;
	enum status st = of_request(&s->t) ?
	    fitting_for_request(s->t.ui->app, s->t.row, &now, e) :
	    fitting_for_offer(s->t.ui->app, s->t.row->id, &now, e);
	size_t i;

	if (st)
		return st;
	fittings_clear(&s->all);
	s->all = now;
	suit_list_make(&s->l, now.n);
	for (i = 0; i < now.n; i++) {
		s->l.v[i] = (struct suit_item){ .left = now.v[i].name,
		    .middle = now.v[i].what, .suit = &s->all.v[i].why };
		/* who was asked went to the end: the next one is here now */
		if (at && now.v[i].id == at && now.v[i].why.barred == barred)
			s->l.at = i;
	}
	return ST_OK;
}

static enum status
fits_tab_open(struct tab *t, struct err *e)
{
	return read_all(of(t), e);
}

static void
fits_tab_close(struct tab *t)
{
	suit_list_clear(&of(t)->l);
	fittings_clear(&of(t)->all);
}

static void
fits_tab_layout(struct tab *t)
{
	suit_list_layout(&of(t)->l, t->rows, t->cols);
}

static void
fits_tab_draw(struct tab *t, int y)
{
	struct fits_tab *s = of(t);

	if (s->l.n > 0) {
		suit_list_draw(&s->l, &t->s->p, y, of_request(t) ?
		    "Who" : "School", of_request(t) ? "Offers" : "Wants");
		return;
	}
	draw_wrap(&t->s->p, y + 1, 1, 3, t->cols - 2, ROLE_MUTED,
	    of_request(t) ? "Nobody offers this kind of thing, or did it near "
	    "there. l takes \"offers city cranes; talk; y9\"." :
	    "No school wants this kind of thing now. l takes \"wants ashdown; "
	    "talk; y9\".");
	draw_cursor(&t->s->p, y, 0);
}

static bool
fits_tab_here(const struct tab *t, const struct entity **ent, int64_t *id)
{
	const struct fits_tab *s = (const struct fits_tab *)t;

	if (s->l.at >= s->all.n)
		return false;
	*ent = s->all.v[s->l.at].ent;
	*id = s->all.v[s->l.at].id;
	return true;
}

static bool
fits_tab_has_row(const struct tab *t)
{
	const struct entity *ent;
	int64_t id;

	return fits_tab_here(t, &ent, &id);
}

static void
ask_now(struct ui *ui, const struct fitting *f)
{
	struct err e = {0};
	char *said;
	int64_t id;

	if (approach_ask(ui->app, f, f->request, &id, &e)) {
		say_err(ui, &e);
		return;
	}
	said = xasprintf(f->ent->no == ENT_request ? "Asked for %s" :
	    "%s asked", f->name);
	say_done(ui, said);
	free(said);
	ui_changed(ui);
}

static void
on_yes(struct ui *ui, void *arg, bool yes)
{
	struct fitting *f = arg;

	if (yes)
		ask_now(ui, f);
	free(f->name);
	free(f);
}

/* Somebody else is in touch with them: shown before one yes. */
static void
ask_first(struct ui *ui, const struct fitting *f, const struct strs *found)
{
	struct fitting *copy = xcalloc(1, sizeof *copy);
	char *title = xasprintf("Ask %s all the same?", f->name);

	*copy = (struct fitting){ .ent = f->ent, .id = f->id,
	    .offer = f->offer, .request = f->request,
	    .employer = f->employer, .partner = f->partner,
	    .name = xstrdup(f->name) };
	dialog_preview(ui, title, found, on_yes, copy);
	free(title);
}

/* Whoever the offer of the row, or of the tab, is from. */
static void
ask(struct fits_tab *s)
{
	const struct fitting *f = &s->all.v[s->l.at];
	struct ui *ui = s->t.ui;
	struct strs found = {0};
	struct err e = {0};

	if (!f->why.barred && approach_mind(ui->app, f, f->request, &found,
	    &e))
		say_err(ui, &e);
	else if (found.n)
		ask_first(ui, f, &found);
	else
		ask_now(ui, f);
	strs_clear(&found);
}

static enum request
fits_tab_request(struct tab *t, enum request r)
{
	struct fits_tab *s = of(t);
	const struct entity *ent;
	int64_t id;

	if (suit_list_move(&s->l, r))
		return REQ_NONE;
	if (!fits_tab_here(t, &ent, &id))
		return r;
	if (r == REQ_OPEN)
		ask(s);
	else if (r == REQ_RIGHT)
		command_open(t->ui, ent, id);
	else if (!record_action(t->ui, ent, id, r))
		return r;
	return REQ_NONE;
}

static void
fits_tab_hint(const struct tab *t, struct buf *out)
{
	if (fits_tab_has_row(t))
		buf_add(out, t->cols < 76 ? "Enter asks; Right opens." :
		    "Enter notes that they are asked; Right opens the record. "
		    "Who cannot comes last.");
}

const struct tab_ops tab_fits = {
	.size = sizeof(struct fits_tab),
	.groups = G_ROW | G_MOVE | G_FIGURE,
	.open = fits_tab_open, .close = fits_tab_close,
	.layout = fits_tab_layout, .draw = fits_tab_draw,
	.has_row = fits_tab_has_row, .request = fits_tab_request,
	.refresh = tab_read_again, .hint = fits_tab_hint,
	.here = fits_tab_here, .enter = "ask",
};
