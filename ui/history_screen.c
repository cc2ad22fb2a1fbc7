/* history_screen.c - g h: every step, newest first; or those of others since.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/mine_rows.h"
#include "app/text.h"
#include "base/mem.h"
#include "ui/command.h"
#include "ui/dialog.h"
#include "ui/history_view.h"
#include "ui/menus.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

struct history_screen {
	struct screen	 s;
	struct history_view v;
	char		*words;		/* of some steps: which; NULL: of all */
};

struct history_arg {
	const struct history_query *q;
	const char	*words;
};

static enum status
history_start(struct screen *s, const void *arg, struct err *e)
{
	struct history_screen *h = (struct history_screen *)s;
	const struct history_arg *a = arg;

	h->words = a->words ? xstrdup(a->words) : NULL;
	return history_view_open(&h->v, s->ui, a->q, e);
}

static void
history_close(struct screen *s)
{
	struct history_screen *h = (struct history_screen *)s;

	history_view_close(&h->v);
	free(h->words);
}

static void
history_layout(struct screen *s)
{
	struct history_view *v = &((struct history_screen *)s)->v;

	v->rows = s->rows;
	v->cols = s->cols;
}

static void
history_draw(struct screen *s)
{
	history_view_draw(&((struct history_screen *)s)->v, &s->p, 0);
}

static void
history_where(const struct screen *s, struct buf *out)
{
	const char *words = ((const struct history_screen *)s)->words;

	buf_add(out, words ? words : "History");
}

static void
history_hint(const struct screen *s, struct buf *out)
{
	const struct history_screen *h = (const struct history_screen *)s;

	if (h->words && history_view_step(&h->v))
		buf_add(out, "Enter opens the record; i says what was "
		    "changed.");
}

static bool
history_has_row(const struct screen *s)
{
	return history_view_step(&((const struct history_screen *)s)->v);
}

static const char *
history_why_not(const struct screen *s, enum request r)
{
	(void)s;
	if (request_info[r].group == GROUP_ROW && r != REQ_OPEN)
		return "";
	return r == REQ_UNDO ? "" : NULL;
}

/* --- the records that a step changed ------------------------------------- */

struct records {
	struct step_row	 row[STEP_ROWS];
	size_t		 n;
};

static void
on_record(struct ui *ui, void *arg, int n)
{
	struct records *r = arg;

	if (n >= 0)
		command_open(ui, r->row[n].ent, r->row[n].row);
	free(r);
}

static void
choose_record(struct ui *ui, struct records *r, const char *title)
{
	struct strs choices = {0};
	struct buf b;
	size_t i;

	buf_init(&b, BUF_LINE);
	for (i = 0; i < r->n; i++) {
		buf_reset(&b);
		buf_addf(&b, "%s  ", r->row[i].ent->title);
		title_text(ui->app, r->row[i].ent, r->row[i].row, &b);
		strs_add(&choices, b.p);
	}
	buf_clear(&b);
	dialog_choose(ui, title, NULL, &choices, 0, on_record, r);
	strs_clear(&choices);
}

/* The first of mine, as many as are read at once. */
static enum status
read_records(struct app *app, int64_t seq, struct records *r, struct err *e)
{
	struct mine_rows mine = {.app = app};
	int64_t at = 0;
	enum status st;

	do
		st = mine_rows_step(&mine, seq, &at, r->row, &r->n, e);
	while (!st && !r->n && at);
	mine_rows_clear(&mine);
	return st;
}

/* The one that was changed, or a choice of them. */
static void
open_records(struct history_view *v)
{
	struct records *r = xcalloc(1, sizeof *r);
	struct err e = {0};

	if (read_records(v->ui->app, history_view_step(v)->seq, r, &e))
		say_err(v->ui, &e);
	else if (r->n > 1) {
		choose_record(v->ui, r, v->shown[v->at]);
		return;
	} else if (r->n)
		command_open(v->ui, r->row[0].ent, r->row[0].row);
	else
		say(v->ui, "It is there no more, or is no longer mine.");
	free(r);
}

static enum request
history_request(struct screen *s, enum request r)
{
	struct history_screen *h = (struct history_screen *)s;
	struct history_view *v = &h->v;

	if (history_view_move(v, r))
		return REQ_NONE;
	if (r == REQ_OPEN && h->words)
		open_records(v);
	else if (r == REQ_OPEN || r == REQ_CHANGES)
		history_view_show(v);
	else if (r == REQ_UNDO_ROW)
		command_undo(s->ui, history_view_step(v)->seq);
	else
		return r;
	return REQ_NONE;
}

static void
history_changed(struct screen *s)
{
	history_view_refresh(&((struct history_screen *)s)->v);
}

static const struct screen_ops history_ops = {
	.name = "History", .size = sizeof(struct history_screen),
	.groups = G_HIST | G_MOVE | G_ROW | G_EVERY,
	.open = history_start, .close = history_close,
	.layout = history_layout, .draw = history_draw,
	.where = history_where, .hint = history_hint,
	.why_not = history_why_not,
	.has_row = history_has_row, .request = history_request,
	.data_changed = history_changed,
};

void
history_open(struct ui *ui)
{
	struct history_query all = {HISTORY_ALL};
	struct history_arg a = {&all, NULL};

	stack_show(ui, &history_ops, &a);
}

bool
history_narrow(struct ui *ui, const struct history_query *q, const char *words)
{
	struct history_arg a = {q, words};

	return stack_show(ui, &history_ops, &a);
}
