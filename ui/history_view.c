/* history_view.c - steps as rows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/history_view.h"

#include <stdlib.h>
#include <string.h>

#include "app/history.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "ui/cursor.h"
#include "ui/dialog.h"
#include "ui/statusbar.h"

#define PAGE 60

static void
forget(struct history_view *h)
{
	size_t i;

	for (i = 0; i < h->list.n; i++)
		free(h->shown[i]);
	free(h->shown);
	h->shown = NULL;
	step_list_clear(&h->list);
}

static enum status
read_more(struct history_view *h, struct err *e)
{
	size_t from = h->list.n;
	enum status st;

	st = step_list_more(h->ui->app, &h->q, PAGE, &h->list, &h->more, e);
	h->shown = xreallocarray(h->shown, h->list.n + 1, sizeof *h->shown);
	for (; from < h->list.n; from++)
		h->shown[from] = step_label_shown(h->ui->app,
		    h->list.v[from].label);
	return st;
}

enum status
history_view_open(struct history_view *h, struct ui *ui,
    const struct history_query *q, struct err *e)
{
	memset(h, 0, sizeof *h);
	h->ui = ui;
	h->q = *q;
	return read_more(h, e);
}

void
history_view_close(struct history_view *h)
{
	forget(h);
}

void
history_view_refresh(struct history_view *h)
{
	struct err e = {0};
	struct history_view was = *h;
	int64_t seq = h->at < h->list.n ? h->list.v[h->at].seq : 0;
	enum status st;
	size_t i;

	h->list = (struct step_list){0};
	h->shown = NULL;
	h->more = false;
	do
		st = read_more(h, &e);
	while (!st && h->more && seq &&
	    h->list.n && h->list.v[h->list.n - 1].seq > seq);
	if (st) {			/* what was read stays */
		forget(h);
		*h = was;
		if (st != ST_BUSY)
			say_err(h->ui, &e);
		return;
	}
	forget(&was);
	for (i = 0; i < h->list.n; i++)
		if (h->list.v[i].seq == seq)
			h->at = i;
	h->at = cursor_within(h->at, h->list.n);
}

const struct step *
history_view_step(const struct history_view *h)
{
	return h->at < h->list.n ? &h->list.v[h->at] : NULL;
}

bool
history_view_move(struct history_view *h, enum request r)
{
	size_t page = h->rows > 1 ? (size_t)h->rows - 1 : 1, at = h->at;
	struct err e = {0};

	if (!cursor_move(&at, h->list.n, h->rows, r))
		return false;
	while (at + page >= h->list.n && h->more)
		if (read_more(h, &e)) {
			say_err(h->ui, &e);
			break;
		} else if (r == REQ_END) {
			break;
		}
	h->at = cursor_within(at, h->list.n);
	return true;
}

void
history_view_draw(struct history_view *h, const struct paint *p, int y)
{
	const struct step *s;
	size_t i;
	struct buf when;
	int row;

	h->top = cursor_top(h->top, h->at, h->list.n, h->rows);
	buf_init(&when, BUF_LINE);
	for (row = 0; row < h->rows; row++) {
		i = h->top + (size_t)row;
		if (i >= h->list.n)
			break;
		s = &h->list.v[i];
		buf_reset(&when);
		step_when(h->ui->app, s->at, &when);
		if (i == h->at)
			draw_text(p, y + row, 0, 1, ROLE_TEXT, ">");
		draw_text(p, y + row, 2, 16, i == h->at ? ROLE_CHOSEN :
		    ROLE_MUTED, when.p);
		draw_text(p, y + row, 20, 10, ROLE_MUTED, s->user);
		draw_text(p, y + row, 31, h->cols - 31, ROLE_TEXT,
		    h->shown[i]);
	}
	buf_clear(&when);
	if (!h->list.n)
		draw_text(p, y + 1, 2, h->cols - 2, ROLE_TEXT,
		    h->q.mine ? "None of these records is mine any more." :
		    "Nothing has been changed yet; l logs the first.");
	draw_cursor(p, y + (int)(h->at - h->top), 0);
}

/* --- what one step changed ----------------------------------------------- */

struct shown {
	struct app	*app;
	int64_t		 seq, row;
	struct buf	*out;
	int		 n;
};

/* Records by title, days short; F NULL: a field that is no more. */
static void
add_value(struct app *app, const struct field *f, const char *v, struct buf *b)
{
	size_t n = strcspn(v ? v : "", "\n");
	bool ref = f && (f->type == FT_REF || f->type == FT_ANY);
	char day[24], *title;

	if (!v || !*v) {
		buf_add(b, "(empty)");
	} else if (f && f->type == FT_DATE && day_from_iso(v) != DAY_NONE) {
		day_short(day_from_iso(v), app->today, day);
		buf_add(b, day);
	} else if (ref) {
		title = step_label_shown(app, v);
		buf_add(b, title);
		free(title);
	} else {
		buf_addn(b, v, n < 60 ? n : 60);
	}
}

static enum status
add_change(void *arg, const struct history_line *l, struct err *e)
{
	struct shown *s = arg;
	const struct entity *ent = l->ent;
	const struct field *f;

	if (l->seq != s->seq || s->n++ > 200)
		return err_set(e, ST_INTERRUPTED, "enough");
	if (l->row != s->row) {
		s->row = l->row;
		title_text(s->app, ent, l->row, s->out);
		buf_addc(s->out, '\n');
	}
	if (!*l->field) {
		buf_addf(s->out, "  %s\n", l->old && *l->old ?
		    "taken out" : "made");
		return ST_OK;
	}
	f = entity_field(ent, l->field) < 0 ? NULL :
	    &ent->fields[entity_field(ent, l->field)];
	buf_addf(s->out, "  %s%s%s: ", f ? f->label : l->field,
	    *l->member ? " " : "", l->member);
	add_value(s->app, f, l->old, s->out);
	buf_add(s->out, " -> ");
	add_value(s->app, f, l->new, s->out);
	buf_addc(s->out, '\n');
	return ST_OK;
}

void
history_view_show(struct history_view *h)
{
	const struct step *step = history_view_step(h);
	struct history_query q = {HISTORY_ALL};
	struct shown s = {.app = h->ui->app};
	struct err e = {0};
	struct buf text;
	enum status st;

	if (!step)
		return;
	buf_init(&text, BUF_ROW);
	q.before = step->seq + 1;
	q.limit = 202;
	q.brief = true;
	s.seq = step->seq;
	s.out = &text;
	st = history_read(h->ui->app, &q, add_change, &s, &e);
	if (st && st != ST_INTERRUPTED)
		say_err(h->ui, &e);
	else
		dialog_text(h->ui, h->shown[h->at], text.p);
	buf_clear(&text);
}
