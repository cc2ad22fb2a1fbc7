/* form_screen.c - any entity's form: errors beside fields, drafts, repeat.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/form_screen.h"

#include <stdlib.h>
#include <string.h>

#include "app/dated.h"
#include "app/may.h"
#include "app/record.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/str.h"
#include "ui/dialog.h"
#include "ui/form_inner.h"
#include "ui/keymap.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

struct form_arg {
	const struct entity	*ent;
	int64_t			 id;
	const struct row	*preset;
	int			 at;	/* field to begin with; -1: the first */
};

bool
form_takes(const struct entity *ent, int f)
{
	unsigned flags = ent->fields[f].flags;

	if (dated_takes(ent, f))
		return true;
	return !(flags & (FF_DERIVED | FF_READONLY | FF_HIDDEN | FF_SYSTEM));
}

void
form_screen_understand(struct form_screen *fs, size_t i)
{
	struct widget *w = &fs->f.w[i];
	struct buf b;

	buf_init(&b, BUF_LINE);
	widget_understood(w, fs->s.app, fs->row, &b);
	if (w->readonly)
		buf_add(&b, "read only here");
	free(w->beside);
	w->beside = buf_take(&b);
}

/* Where a form begins: the first field that waits for something. */
static size_t
first_field(const struct form_screen *fs)
{
	size_t i;

	if (fs->id)
		return 0;
	for (i = 0; i < fs->f.n; i++)
		if (!*fs->f.w[i].text && !fs->f.w[i].readonly)
			return i;
	return 0;
}

void
form_screen_fill(struct form_screen *fs)
{
	size_t i;
	int n = (int)fs->ent->nfields, no;

	form_pick_off(fs);
	form_drop(&fs->f);
	for (i = 0; i < fs->f.n; i++)
		widget_clear(&fs->f.w[i]);
	row_free(fs->row);
	fs->row = row_copy(fs->base);
	if (!fs->f.w)
		fs->f.w = xcalloc((size_t)n, sizeof *fs->f.w);
	fs->f.n = 0;
	for (no = 0; no < n; no++)
		if (form_takes(fs->ent, no))
			widget_init(&fs->f.w[fs->f.n++], fs->s.app, fs->base,
			    no, fs->s.ui->theme.utf8);
	for (i = 0; i < fs->f.n; i++)
		form_screen_understand(fs, i);
	fs->f.top = 0;
	fs->f.cur = first_field(fs);
}

static void
begin_at(struct form_screen *fs, int field)
{
	size_t i;

	for (i = 0; i < fs->f.n; i++)
		if (fs->f.w[i].no == field)
			fs->f.cur = i;
}

void
form_screen_name(struct form_screen *fs)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (fs->id)
		title_text(fs->s.app, fs->ent, fs->id, &b);
	free(fs->title);
	fs->title = buf_take(&b);
}

static enum status
form_start(struct screen *s, const void *arg, struct err *e)
{
	struct form_screen *fs = (struct form_screen *)s;
	const struct form_arg *a = arg;
	enum status st;
	size_t i;

	fs->ent = a->ent;
	fs->id = a->id;
	if (a->id) {
		st = record_load(s->app, a->ent, a->id, &fs->base, e);
		if (st)
			return st;
	} else {
		fs->base = record_new(s->app, a->ent);
	}
	st = may_edit(s->app, fs->base, e);
	if (st)
		return st;
	form_screen_name(fs);
	for (i = 0; a->preset && !a->id && i < a->ent->nfields; i++) {
		if (row_is_empty(a->preset, (int)i))
			continue;
		if (a->ent->fields[i].type == FT_SET)
			set_copy(&fs->base->sets[i], &a->preset->sets[i],
			    a->ent->fields[i].set);
		else
			row_set(fs->base, (int)i, row_get(a->preset, (int)i));
	}
	form_screen_fill(fs);
	begin_at(fs, a->at);
	return ST_OK;
}

static void
form_close(struct screen *s)
{
	struct form_screen *fs = (struct form_screen *)s;
	size_t i;

	picker_clear(&fs->pick);
	form_drop(&fs->f);
	for (i = 0; i < fs->f.n; i++)
		widget_clear(&fs->f.w[i]);
	free(fs->f.w);
	free(fs->title);
	row_free(fs->base);
	row_free(fs->row);
}

void
form_screen_layout(struct screen *s)
{
	struct form_screen *fs = (struct form_screen *)s;
	int label = 0, width;
	size_t i;

	for (i = 0; i < fs->f.n; i++) {
		width = draw_width(&s->p, fs->f.w[i].f->label);
		label = width > label ? width : label;
	}
	if (label > s->cols / 4)
		label = s->cols / 4;
	fs->head = fs->ent->says ? draw_wrap_rows(&s->p, s->rows / 2,
	    s->cols - FORM_LEFT - 1, fs->ent->says) : 0;
	form_build(&fs->f, s->p.theme, s->cols, label);
	form_pick_place(fs);
}

/* --- keys ---------------------------------------------------------------- */

static void
add_choices(const struct field *f, struct buf *b)
{
	const struct choice *c = f->choices;

	if ((f->type != FT_CHOICE && f->type != FT_OPEN) || f->book)
		return;
	buf_add(b, f->type == FT_CHOICE ? "\nOne of: " :
	    "\nAny text; used so far: ");
	for (; c && c->word; c++)
		buf_addf(b, "%s%s", c == f->choices ? "" : ", ", c->word);
	buf_add(b, ".");
}

static void
help(struct form_screen *fs)
{
	const struct field *f = form_current(&fs->f)->f;
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (fs->ent->says)
		buf_addf(&b, "%s\n", fs->ent->says);
	buf_add(&b, f->help);
	add_choices(widget_picked(f), &b);
	if (f->type == FT_DATE)
		buf_add(&b, "\nDays: 12/3, 12 mar, 2026-03-12, today t, "
		    "yesterday y, tomorrow, fri, +3, -2, +2w, +1m.");
	if (f->type == FT_TIME)
		buf_add(&b, "\nTimes: 9:30, 930, 2pm.");
	if (f->type == FT_NOTE)
		buf_add(&b, "\nCtrl-O breaks the line.");
	if (widget_has_list(f))
		buf_add(&b, "\nType letters of it; Enter takes the first when "
		    "it is clear, Down walks the list.");
	if (f->type == FT_SET && widget_has_list(f))
		buf_add(&b, " A comma begins the next one.");
	if (f->flags & FF_REQUIRED)
		buf_add(&b, "\nIt must be filled.");
	dialog_text(fs->s.ui, f->label, b.p);
	buf_clear(&b);
}

static void
leave(struct form_screen *fs)
{
	struct err e = {0};

	form_take(&fs->f);
	if (form_is_changed(fs))
		keep_leave(&fs->s, NULL, form_draft_keep(fs, &e), &e);
	else
		stack_pop(&fs->s);
}

static enum request
form_request(struct screen *s, enum request r)
{
	struct form_screen *fs = (struct form_screen *)s;

	switch (r) {
	case REQ_FORM_SAVE:
		form_save(fs, false);
		return REQ_NONE;
	case REQ_FORM_AGAIN:
		form_save(fs, true);
		return REQ_NONE;
	case REQ_FORM_HELP:
		help(fs);
		return REQ_NONE;
	case REQ_FORM_LEAVE:
		if (fs->list)
			form_pick_off(fs);	/* first the list, then the form */
		else
			leave(fs);
		return REQ_NONE;
	default:
		return form_move_request(fs, r);
	}
}

static bool
form_typed(struct screen *s, int key)
{
	struct form_screen *fs = (struct form_screen *)s;
	const char *why = NULL;

	if (form_pick_key(fs, key))
		return true;
	if (!form_key(&fs->f, key, &why))
		return false;
	if (why)
		say_stay(s->ui, "%s", why);
	if (form_take(&fs->f) || key_is_text(key)) {
		widget_blame(form_current(&fs->f), NULL);
		form_draft_typed(fs);
	}
	form_pick_update(fs, false);
	form_screen_understand(fs, fs->f.cur);
	return true;
}

static void
form_paste(struct screen *s, const char *text)
{
	struct form_screen *fs = (struct form_screen *)s;
	const char *why = NULL;

	form_insert(&fs->f, text, &why);
	if (why)
		say_stay(s->ui, "%s", why);
	form_take(&fs->f);
	widget_blame(form_current(&fs->f), NULL);
	form_draft_typed(fs);
	form_pick_update(fs, false);
	form_screen_understand(fs, fs->f.cur);
}

static void
form_tick(struct screen *s)
{
	form_draft_tick((struct form_screen *)s);
}

static void
form_hangup(struct screen *s)
{
	struct form_screen *fs = (struct form_screen *)s;

	form_take(&fs->f);
	if (form_is_changed(fs))
		form_draft_now(fs);
}

static bool
form_may_leave(struct screen *s)
{
	form_hangup(s);
	return true;
}

static bool
form_record(const struct screen *s, const struct entity **ent, int64_t *id)
{
	const struct form_screen *fs = (const struct form_screen *)s;

	*ent = fs->ent;
	*id = fs->id;
	return fs->id != 0;
}

static const struct screen_ops form_ops = {
	.name = "Form", .size = sizeof(struct form_screen),
	.groups = G_FORM, .flags = SF_TYPES | SF_EDITS,
	.record = form_record,
	.open = form_start, .close = form_close, .layout = form_screen_layout,
	.draw = form_paint, .where = form_where, .right = form_right,
	.hint = form_hint, .request = form_request, .key = form_typed,
	.paste = form_paste, .saves = form_at_last, .tick = form_tick, .hangup = form_hangup,
	.may_leave = form_may_leave,
};

void
form_open_draft(struct ui *ui, const struct draft *d)
{
	struct form_arg a = {d->ent, d->id, NULL, -1};
	struct screen *s;
	struct err e = {0};

	if (stack_push(ui, &form_ops, &a, &s, &e))
		say_err(ui, &e);
	else
		form_draft_take((struct form_screen *)s, d);
}

static void
open_with(struct ui *ui, const struct form_arg *a)
{
	struct screen *s;
	struct err e = {0};

	if (stack_push(ui, &form_ops, a, &s, &e))
		say_err(ui, &e);
	else
		form_draft_offer((struct form_screen *)s);
}

void
form_open(struct ui *ui, const struct entity *ent, int64_t id,
    const struct row *preset)
{
	open_with(ui, &(struct form_arg){ent, id, preset, -1});
}

void
form_open_at(struct ui *ui, const struct entity *ent, int64_t id, int field)
{
	open_with(ui, &(struct form_arg){ent, id, NULL, field});
}
