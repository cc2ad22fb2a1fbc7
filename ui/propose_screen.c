/* propose_screen.c - a volunteer for each school that has none: the proposal.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is marked becomes matches with Enter, in one step; Space takes a row
 * out, or in again.
 */
#include <stdlib.h>

#include "app/matching.h"
#include "base/mem.h"
#include "model/tables.h"
#include "ui/command.h"
#include "ui/deeds.h"
#include "ui/stack.h"
#include "ui/statusbar.h"
#include "ui/suit_list.h"

struct propose_screen {
	struct screen	 s;
	struct proposal	 p;
	char		**right;	/* "T Adeyemi, Arup", one a line */
	struct suit_list l;
};

static struct propose_screen *
of(struct screen *s)
{
	return (struct propose_screen *)s;
}

static void
fill(struct propose_screen *q)
{
	size_t i;

	q->right = xcalloc(q->p.n + 1, sizeof *q->right);
	suit_list_make(&q->l, q->p.n);
	q->l.marks = true;
	for (i = 0; i < q->p.n; i++) {
		const struct proposal_line *l = &q->p.v[i];

		q->right[i] = l->volunteer == 0 ? xstrdup("-") :
		    xasprintf("%s%s%s", l->name, *l->employer ? ", " : "",
		    l->employer);
		q->l.v[i] = (struct suit_item){ .left = l->school_name,
		    .middle = q->right[i], .suit = &l->suit,
		    .why_not = l->why_not, .marked = l->volunteer != 0 };
	}
}

static enum status
propose_start(struct screen *s, const void *arg, struct err *e)
{
	struct propose_screen *q = of(s);
	enum status st = proposal_make(s->app, NULL, &q->p, e);

	(void)arg;
	if (!st)
		fill(q);
	return st;
}

static void
propose_close(struct screen *s)
{
	struct propose_screen *q = of(s);
	size_t i;

	for (i = 0; q->right && i < q->p.n; i++)
		free(q->right[i]);
	free(q->right);
	suit_list_clear(&q->l);
	proposal_clear(&q->p);
}

static void
propose_layout(struct screen *s)
{
	suit_list_layout(&of(s)->l, s->rows, s->cols);
}

static void
propose_draw(struct screen *s)
{
	struct propose_screen *q = of(s);

	if (q->l.n > 0) {
		suit_list_draw(&q->l, &s->p, 0, "School, the neediest first",
		    "Volunteer");
		return;
	}
	draw_wrap(&s->p, 1, 1, 3, s->cols - 2, ROLE_MUTED, "None of your "
	    "schools in the network is without an Enterprise Adviser, or one "
	    "proposed.");
	draw_cursor(&s->p, 0, 0);
}

static void
propose_where(const struct screen *s, struct buf *out)
{
	(void)s;
	buf_add(out, "Matches proposed");
}

static size_t
marked(const struct propose_screen *q)
{
	size_t n = 0, i;

	for (i = 0; i < q->l.n; i++)
		n += q->l.v[i].marked;
	return n;
}

static void
propose_right(const struct screen *s, struct buf *out)
{
	const struct propose_screen *q = (const struct propose_screen *)s;

	buf_addf(out, "%zu of %zu schools", marked(q), q->l.n);
}

static void
propose_hint(const struct screen *s, struct buf *out)
{
	if (marked((const struct propose_screen *)s) > 0)
		buf_add(out, s->cols < 76 ? "Enter proposes what is marked." :
		    "Enter proposes what is marked; Space takes one out. "
		    "Nothing is changed yet.");
}

static bool
propose_has_row(const struct screen *s)
{
	return ((const struct propose_screen *)s)->l.n > 0;
}

static const char *
propose_word(const struct screen *s, enum request r)
{
	(void)s;
	return r == REQ_OPEN ? "propose" : NULL;
}

static const char *
propose_why_not(const struct screen *s, enum request r)
{
	const struct propose_screen *q = (const struct propose_screen *)s;

	if (r == REQ_OPEN)
		return marked(q) > 0 ? NULL : "Nothing is marked.";
	if (r == REQ_MARK && q->l.n > 0)
		return q->p.v[q->l.at].volunteer != 0 ? NULL :
		    "There is nobody to propose for this school.";
	if (r == REQ_MARK_ALL || r == REQ_UNMARK)
		return NULL;
	if (r == REQ_LEFT)
		return "";
	if (request_info[r].group == GROUP_ROW ||
	    request_info[r].group == GROUP_LIST)
		return "";
	return NULL;
}

static void
apply(struct propose_screen *q)
{
	struct ui *ui = q->s.ui;
	bool *taken = xcalloc(q->p.n + 1, sizeof *taken);
	struct err e = {0};
	size_t made, i;
	char *said;

	for (i = 0; i < q->p.n; i++)
		taken[i] = q->l.v[i].marked;
	if (proposal_apply(ui->app, &q->p, taken, &made, &e)) {
		say_err(ui, &e);
		free(taken);
		return;
	}
	free(taken);
	stack_pop(&q->s);
	said = xasprintf("%zu match%s proposed", made, made == 1 ? "" : "es");
	say_done(ui, said);
	free(said);
	ui_changed(ui);
}

static void
mark_all(struct propose_screen *q, bool on)
{
	size_t i;

	for (i = 0; i < q->l.n; i++)
		q->l.v[i].marked = on && q->p.v[i].volunteer != 0;
}

static enum request
propose_request(struct screen *s, enum request r)
{
	struct propose_screen *q = of(s);
	struct suit_item *it = q->l.n > 0 ? &q->l.v[q->l.at] : NULL;

	if (suit_list_move(&q->l, r))
		return REQ_NONE;
	if (r == REQ_OPEN) {
		apply(q);
	} else if (r == REQ_RIGHT && it) {
		command_open(s->ui, &school_entity, q->p.v[q->l.at].school);
	} else if (r == REQ_MARK && it) {
		it->marked = !it->marked;
		(void)suit_list_move(&q->l, REQ_DOWN);
	} else if (r == REQ_MARK_ALL || r == REQ_UNMARK) {
		mark_all(q, r == REQ_MARK_ALL);
	} else {
		return r;
	}
	return REQ_NONE;
}

static const struct screen_ops propose_ops = {
	.name = "Matches proposed", .size = sizeof(struct propose_screen),
	.groups = G_ROW | G_LIST | G_FIGURE | G_MOVE | G_EVERY,
	.open = propose_start, .close = propose_close,
	.layout = propose_layout, .draw = propose_draw,
	.where = propose_where, .right = propose_right, .hint = propose_hint,
	.why_not = propose_why_not, .has_row = propose_has_row,
	.word = propose_word,
	.request = propose_request,
};

void
deeds_propose(struct ui *ui)
{
	stack_show(ui, &propose_ops, NULL);
}
