/* form_pick.c - the list that hangs under a form's field.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/split.h"
#include "ui/dialog.h"
#include "ui/form_inner.h"
#include "ui/statusbar.h"

void
form_pick_off(struct form_screen *fs)
{
	fs->list = false;
	fs->pick.moved = fs->pick.numbered = false;
}

void
form_pick_place(struct form_screen *fs)
{
	struct form *f = &fs->f;
	int below = fs->list ? 1 + (fs->pick.n < PICKER_ROWS ?
	    (int)fs->pick.n : PICKER_ROWS) : 1;
	int y, x = FORM_LEFT + f->label - 1, rows;

	if (!fs->s.p.win)
		return;
	form_scroll(f, fs->s.rows - fs->head, below);
	if (!fs->list)
		return;
	y = fs->head + (int)f->cur - f->top + 1;
	rows = fs->s.rows - y;
	if (rows > PICKER_ROWS)
		rows = PICKER_ROWS;
	picker_place(&fs->pick, &fs->s.p, rows, fs->s.cols - x - 2, y, x);
}

/* What is picked for: the whole text, or the part after the last comma. */
static const char *
query(struct form_screen *fs)
{
	const struct widget *w = form_current(&fs->f);

	fs->part = widget_part(w);
	return w->text + fs->part;
}

/* The school the record is of; 0 none, or several. */
static int64_t
school_of(const struct row *r)
{
	int f = entity_field(r->ent, "school");

	return f >= 0 && r->ent->fields[f].type == FT_REF ? row_ref(r, f) : 0;
}

void
form_pick_update(struct form_screen *fs, bool all)
{
	struct widget *w = form_current(&fs->f);
	struct err e = {0};
	const char *typed;

	form_pick_off(fs);
	if (!widget_has_list(w->f) || w->readonly)
		return;
	typed = query(fs);
	if (!form_at_end(&fs->f) || (!*typed && !all))
		return;
	fs->pick.school = school_of(fs->row);
	if (picker_find(&fs->pick, fs->s.app, widget_picked(w->f), typed, all,
	    true, &e))
		say_err(fs->s.ui, &e);
	fs->list = fs->pick.n > 0;
	form_pick_place(fs);
}

/* The row into the text, instead of what was typed for it. */
static void
put(struct form_screen *fs, const struct pick *v)
{
	struct widget *w = form_current(&fs->f);
	struct buf b;

	buf_init(&b, BUF_ROW);
	buf_addn(&b, w->text, fs->part);
	if (b.n && b.p[b.n - 1] == ',')
		buf_addc(&b, ' ');	/* the library cut the last blank off */
	if (v->ent)
		widget_know(w, v->name, v->ent, v->id, &b);
	else if (w->f->type == FT_SET)
		split_quote(&b, v->name, ",()");
	else
		buf_add(&b, v->name);
	form_pick_off(fs);
	form_set(&fs->f, b.p);
	buf_clear(&b);
	widget_blame(w, NULL);
	form_draft_typed(fs);
}

/* --- a new employer or person on the way --------------------------------- */

static void
take_new(struct form_screen *fs, bool yes)
{
	if (!yes || !fs->pick.n) {
		say(fs->s.ui, "Type more letters, or another name.");
		return;
	}
	put(fs, &fs->pick.v[fs->pick.n - 1]);
	if (form_commit(fs))
		form_next(fs);
}

static void
on_new(struct ui *ui, void *arg, bool yes)
{
	(void)ui;
	take_new(arg, yes);
}

static void
on_near(struct ui *ui, void *arg, int n)
{
	(void)ui;
	take_new(arg, n == 1);
}

/* The new row is the last; asks, naming what is near. */
static void
ask_new(struct form_screen *fs, const struct pick *v)
{
	struct row *r = record_new(fs->s.app, v->ent);
	struct strs choices = {0};
	struct err e = {0};
	char *text;

	row_set(r, entity_field(v->ent, "name"), v->name);
	if (record_near(fs->s.app, r, &e) == ST_CONFLICT) {
		strs_add(&choices, "leave it, and choose what exists");
		strs_take(&choices, xasprintf("add \"%s\" all the same",
		    v->name));
		dialog_choose(fs->s.ui, "Nearly the same name", e.text,
		    &choices, 0, on_near, fs);
		strs_clear(&choices);
	} else {
		text = xasprintf("NEW %s \"%s\": add it? (y/n)", v->ent->id,
		    v->name);
		dialog_confirm(fs->s.ui, text, on_new, fs);
		free(text);
	}
	row_free(r);
}

static void
say_equals(struct form_screen *fs)
{
	picker_number(&fs->pick);
	form_pick_place(fs);
	if (fs->pick.equals > 1)
		say_warn(fs->s.ui, "%zu fit equally: type its number, more "
		    "letters, or choose with the arrows.",
		    fs->pick.equals > 9 ? (size_t)9 : fs->pick.equals);
	else
		say_warn(fs->s.ui, "Choose with the arrows, or type more "
		    "letters.");
}

bool
form_pick_settle(struct form_screen *fs, bool must)
{
	struct widget *w = form_current(&fs->f);
	const struct pick *v;

	if (!fs->list)
		return true;
	v = picker_choice(&fs->pick);
	if (!v && (widget_picked(w->f)->type == FT_OPEN || !must)) {
		form_pick_off(fs);	/* any text is taken; or told later */
		return true;
	}
	if (!v) {
		say_equals(fs);
		return false;
	}
	if (!must && !fs->pick.moved && (widget_picked(w->f)->type == FT_OPEN ||
	    (v->ent && v->id == 0))) {
		form_pick_off(fs);
		return true;
	}
	if (v->ent && v->id == 0) {
		ask_new(fs, v);
		return false;
	}
	put(fs, v);
	return true;
}

bool
form_pick_key(struct form_screen *fs, int key)
{
	const struct pick *v;
	struct widget *w = form_current(&fs->f);
	char *text;

	if (!fs->list)
		return false;
	v = picker_by_digit(&fs->pick, key);
	if (v) {
		put(fs, v);
		if (form_commit(fs))
			form_next(fs);
		return true;
	}
	if (key != ',' || w->f->type != FT_SET)
		return false;
	v = picker_choice(&fs->pick);
	if (!v || (v->ent && v->id == 0))
		return false;		/* may be a comma of the name */
	put(fs, v);
	text = xasprintf("%s, ", w->text);
	form_set(&fs->f, text);
	free(text);
	return true;
}
