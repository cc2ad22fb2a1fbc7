/* form_save.c - a form's work into the record, as one step.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/alike.h"
#include "app/checklist.h"
#include "app/dated.h"
#include "app/record.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/special.h"
#include "ui/both_values.h"
#include "ui/dialog.h"
#include "ui/form_inner.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

static void write_down(struct form_screen *);

/* --- from texts to a row ------------------------------------------------- */

static void
show_error(struct form_screen *fs, size_t i, const char *sentence)
{
	struct widget *w = &fs->f.w[i];

	form_pick_off(fs);
	widget_blame(w, sentence);
	form_go(&fs->f, i);
	form_pick_place(fs);
	say_warn(fs->s.ui, "Not saved. %s: %s", w->f->label, w->error);
}

static bool
depends(const struct widget *w)
{
	return w->f->type == FT_SET && (w->f->set->shape == SET_YEARS ||
	    w->f->set->shape == SET_COUNTS);
}

/* All texts into a fresh row: figures last, since they follow the schools and
 * the status. The first that is wrong gets the cursor. */
static bool
read_all(struct form_screen *fs)
{
	struct err e = {0};
	size_t i, n = fs->f.n;
	int late;

	row_free(fs->row);
	fs->row = row_copy(fs->base);
	for (late = 0; late < 2; late++)
		for (i = 0; i < n; i++) {
			if (depends(&fs->f.w[i]) != (late == 1))
				continue;
			if (widget_read(&fs->f.w[i], fs->s.app, fs->row, &e)) {
				show_error(fs, i, e.text);
				return false;
			}
		}
	return true;
}

/* The widget of the field an error names; N when none. */
static size_t
blamed(const struct form_screen *fs, const char *id)
{
	size_t i;

	for (i = 0; i < fs->f.n; i++)
		if (strcmp(fs->f.w[i].f->id, id) == 0)
			return i;
	return fs->f.n;
}

static void
tell(struct form_screen *fs, struct err *e)
{
	size_t i = blamed(fs, e->field), n = strlen(e->field);
	const char *text = e->text;

	if (i == fs->f.n) {
		say_err(fs->s.ui, e);
		return;
	}
	if (n && str_starts(text, e->field) && text[n] == ':')
		text += n + 1 + (text[n + 1] == ' ');
	if ((fs->f.w[i].f->flags & FF_REQUIRED) && !*fs->f.w[i].text)
		text = "It must be filled.";
	show_error(fs, i, text);
}

/* --- the step ------------------------------------------------------------ */

static enum status
add_new_names(struct form_screen *fs, struct err *e)
{
	struct known *k;
	struct row *r;
	enum status st = ST_OK;
	size_t i, at;

	for (i = 0; i < fs->f.n && !st; i++) {
		struct widget *w = &fs->f.w[i];
		bool any = false;

		for (at = 0; !st && (k = widget_new_name(w, &at)); ) {
			if (!strstr(w->text, k->name))
				continue;	/* taken out again */
			r = record_new(fs->s.app, k->ent);
			row_set(r, entity_field(k->ent, "name"), k->name);
			st = record_add(fs->s.app, r, e);
			k->id = st ? 0 : r->id;
			k->unsaved = any = true;
			row_free(r);
		}
		if (!st && any)
			st = widget_read(w, fs->s.app, fs->row, e);
	}
	return st;
}

/* The step ended: new names are known by their records, or are new again. */
static void
settle_new_names(struct form_screen *fs, bool saved)
{
	size_t i, at;

	for (i = 0; i < fs->f.n; i++)
		for (at = 0; at < fs->f.w[i].nknown; at++) {
			struct known *k = &fs->f.w[i].known[at];

			if (k->unsaved && !saved)
				k->id = 0;
			k->unsaved = false;
		}
}

/* What follows from dated rows makes them. */
static enum status
add_dated(struct form_screen *fs, struct err *e)
{
	struct dated dated = {0};
	enum status st = ST_OK;
	struct buf b;
	size_t i;

	for (i = 0; i < fs->f.n && !st; i++) {
		const struct widget *w = &fs->f.w[i];

		if (!dated_takes(fs->ent, w->no) || !widget_changed(w))
			continue;
		buf_init(&b, BUF_LINE);
		widget_refs(w, &b);
		st = dated_note(fs->s.app, &dated, fs->row, w->no, b.p, 0, e);
		buf_clear(&b);
	}
	if (!st)
		st = dated_give(fs->s.app, fs->row, &dated, e);
	dated_clear(&dated);
	return st;
}

static enum status
run_step(struct form_screen *fs, struct clashes *clashes, struct err *e)
{
	struct app *app = fs->s.app;
	enum status st;
	struct buf label;

	st = step_begin(app, e);
	if (st)
		return st;
	st = add_new_names(fs, e);
	if (!st)
		st = fs->id ? record_change(app, fs->base, fs->row, clashes, e) :
		    record_add(app, fs->row, e);
	if (!st)
		st = add_dated(fs, e);
	buf_init(&label, BUF_LINE);
	buf_add(&label, fs->id ? "changed " : "added ");
	if (!st)
		ref_text(app, fs->ent, fs->row->id, &label);
	st = step_end(app, st, label.p, e);
	settle_new_names(fs, st == ST_OK);
	buf_clear(&label);
	return st;
}

/* --- after it ------------------------------------------------------------ */

static void
say_saved(struct form_screen *fs)
{
	struct buf b;

	if (!step_last(fs->s.app)) {
		say(fs->s.ui, "Nothing was changed.");
		return;
	}
	buf_init(&b, BUF_LINE);
	buf_add(&b, fs->id ? "Changed " : "Added ");
	title_text(fs->s.app, fs->ent, fs->row->id, &b);
	say_done(fs->s.ui, b.p);
	buf_clear(&b);
}

/* The next one, with what repeats of this one. */
static void
begin_next(struct form_screen *fs)
{
	struct row *r = record_new(fs->s.app, fs->ent);
	size_t i;

	for (i = 0; i < fs->ent->nfields; i++) {
		if (!(fs->ent->fields[i].flags & FF_REPEAT))
			continue;
		if (fs->ent->fields[i].type == FT_SET)
			set_copy(&r->sets[i], &fs->row->sets[i],
			    fs->ent->fields[i].set);
		else
			row_set(r, (int)i, row_get(fs->row, (int)i));
	}
	/* that the numbers of those schools are in was said of the last one */
	if (fs->ent->no == ENT_encounter)
		for (i = 0; i < r->sets[F_encounter_schools].n; i++)
			r->sets[F_encounter_schools].m[i].v[ES_IN][0] = '\0';
	row_free(fs->base);
	fs->base = r;
	fs->id = 0;
	form_screen_name(fs);
	fs->near_ok = false;
	keep_done(&fs->keep);
	fs->drafted = false;
	form_screen_fill(fs);
	for (i = 0; i < fs->f.n; i++)
		fs->f.w[i].kept = fs->f.w[i].f->flags & FF_REPEAT &&
		    *fs->f.w[i].text;
	form_screen_layout(&fs->s);
}

static void
saved(struct form_screen *fs)
{
	if (fs->id || fs->drafted)
		draft_drop(fs->s.app, "form", fs->ent, fs->id, fs->draft_no);
	say_saved(fs);
	ui_changed(fs->s.ui);
	if (!fs->id) {
		fs->s.ui->fresh = fs->row->id;
		fs->s.ui->fresh_at = fs->s.ui->changed;
	}
	if (fs->again)
		begin_next(fs);
	else
		stack_pop(&fs->s);
}

static void
on_both(struct ui *ui, void *arg, bool save)
{
	struct form_screen *fs = arg;

	if (save)
		write_down(fs);
	else
		say(ui, "Nothing was saved; what you typed is still here.");
}

static void
write_down(struct form_screen *fs)
{
	struct clashes clashes = {NULL, 0};
	struct err e = {0};
	enum status st;

	if (fs->keep.dirty && form_is_changed(fs))
		form_draft_now(fs);	/* the save may wait, or be killed */
	st = run_step(fs, &clashes, &e);
	if (!st)
		saved(fs);
	else if (st == ST_CONFLICT && clashes.n)
		both_values(fs->s.ui, "", fs->base, fs->row, &clashes, on_both, fs);
	else
		tell(fs, &e);
	clashes_clear(&clashes);
}

/* What goes with a changed day is shown before it is written. */
static void
show_or_write(struct form_screen *fs)
{
	struct strs lines = {0};
	struct err e = {0};

	if (fs->id && checklist_shown(fs->s.app, fs->base, fs->row, &lines, &e))
		tell(fs, &e);
	else if (lines.n)
		dialog_preview(fs->s.ui, "Follow-ups move with it", &lines,
		    on_both, fs);
	else
		write_down(fs);
	strs_clear(&lines);
}

static void
on_near(struct ui *ui, void *arg, int n)
{
	struct form_screen *fs = arg;

	fs->near_ok = n == 1;
	if (fs->near_ok)
		form_save(fs, fs->again);
	else
		say(ui, "Not saved.");
}

static void
ask_near(struct form_screen *fs, const struct err *e)
{
	struct strs choices = {0};

	strs_add(&choices, "do not save yet");
	strs_add(&choices, "save it all the same");
	dialog_choose(fs->s.ui, "Nearly the same name", e->text, &choices, 0,
	    on_near, fs);
	strs_clear(&choices);
}

static void
on_special(struct ui *ui, void *arg, int n)
{
	struct form_screen *fs = arg;

	fs->special_ok = n == DIALOG_ANYWAY;
	if (fs->special_ok)
		form_save(fs, fs->again);
	else
		say(ui, "Not saved: the text is here to be reworded.");
}

/* The first note that looks like special-category data gets the cursor. */
static bool
ask_special(struct form_screen *fs)
{
	struct strs found = {0};
	bool any;
	char *id;
	size_t i;

	special_row(fs->id ? fs->base : NULL, fs->row, &found);
	any = found.n > 0;
	if (any) {
		id = xstrndup(found.v[0], strcspn(found.v[0], ":"));
		i = blamed(fs, id);
		if (i < fs->f.n)
			form_go(&fs->f, i);
		free(id);
		dialog_special(fs->s.ui, &found, on_special, fs);
	}
	strs_clear(&found);
	return any;
}

void
form_save(struct form_screen *fs, bool again)
{
	struct err e = {0};

	fs->again = again;
	if (!form_pick_settle(fs, true))
		return;
	if (!form_commit(fs)) {
		show_error(fs, fs->f.cur, form_current(&fs->f)->error);
		return;
	}
	if (!read_all(fs))
		return;
	if (!fs->id && !fs->near_ok &&
	    record_alike(fs->s.app, fs->row, &e) == ST_CONFLICT) {
		ask_near(fs, &e);
		return;
	}
	if (!fs->special_ok && ask_special(fs))
		return;
	fs->special_ok = false;
	show_or_write(fs);
}
