/* form_draft.c - what was typed and not saved: kept, offered, taken up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/text.h"
#include "base/mem.h"
#include "base/str.h"
#include "ui/drafts.h"
#include "ui/form_inner.h"
#include "ui/statusbar.h"

void
form_draft_typed(struct form_screen *fs)
{
	keep_typed(&fs->keep);
}

bool
form_is_changed(const struct form_screen *fs)
{
	size_t i;

	for (i = 0; i < fs->f.n; i++)
		if (widget_changed(&fs->f.w[i]))
			return true;
	return false;
}

/* As references and dates that mean the same another day; else as typed. */
static void
add_text(struct form_screen *fs, struct draft *d, const struct widget *w)
{
	struct row *copy = row_copy(fs->row);
	struct buf b;

	buf_init(&b, BUF_ROW);
	if (w->f == &fs->ent->fields[w->no] &&
	    !widget_read(w, fs->s.app, copy, NULL))
		value_text(fs->s.app, copy, w->no, &b);
	draft_add(d, w->f->id, b.n ? b.p : w->text);
	buf_clear(&b);
	row_free(copy);
}

enum status
form_draft_keep(struct form_screen *fs, struct err *e)
{
	struct draft d = {.kind = "form", .ent = fs->ent, .id = fs->id};
	enum status st;
	size_t i;

	if (!fs->id && !fs->drafted)
		fs->draft_no = draft_free_no(fs->s.app, "form", fs->ent);
	d.no = fs->draft_no;
	for (i = 0; i < fs->f.n; i++)
		if (widget_changed(&fs->f.w[i]) ||
		    (!fs->id && *fs->f.w[i].text))
			add_text(fs, &d, &fs->f.w[i]);
	if (fs->id)
		d.base = row_copy(fs->base);
	keep_done(&fs->keep);
	st = draft_save(fs->s.app, &d, e);
	fs->drafted = fs->drafted || !st;
	draft_clear(&d);
	return st;
}

void
form_draft_now(struct form_screen *fs)
{
	struct err e = {0};

	keep_tell(fs->s.ui, form_draft_keep(fs, &e), &e);
}

void
form_draft_tick(struct form_screen *fs)
{
	if (!keep_due(&fs->keep))
		return;
	form_take(&fs->f);
	if (form_is_changed(fs))
		form_draft_now(fs);
}

static void
lay_over(struct form_screen *fs, struct widget *w, const char *text)
{
	struct row *row = row_copy(fs->row);
	char *loaded = xstrdup(w->loaded);
	int no = w->no;

	if (w->f == &fs->ent->fields[no] &&
	    !value_parse(fs->s.app, row, no, text, 0, true, NULL)) {
		widget_clear(w);
		widget_init(w, fs->s.app, row, no, fs->s.ui->theme.utf8);
		free(w->loaded);
		w->loaded = loaded;
		loaded = NULL;
		row_free(fs->row);
		fs->row = row;
		row = NULL;
	} else {
		widget_set(w, text);
	}
	free(loaded);
	row_free(row);
}

bool
form_draft_take(struct form_screen *fs, const struct draft *d)
{
	const char *text;
	size_t i, cur = fs->f.n;

	if (d->base) {			/* what others did since is seen */
		row_free(fs->base);
		fs->base = row_copy(d->base);
		form_screen_fill(fs);
	}
	form_drop(&fs->f);
	for (i = 0; i < fs->f.n; i++) {
		text = draft_text(d, fs->f.w[i].f->id);
		if (!text)
			continue;
		lay_over(fs, &fs->f.w[i], text);
		if (widget_changed(&fs->f.w[i]))
			cur = i;
	}
	fs->f.cur = cur < fs->f.n ? cur : 0;
	for (i = 0; i < fs->f.n; i++)
		form_screen_understand(fs, i);
	form_screen_layout(&fs->s);
	fs->draft_no = d->no;
	fs->drafted = true;
	return true;
}

static void
on_offer(struct ui *ui, void *arg, int n)
{
	struct form_screen *fs = arg;
	struct draft d = {0};

	if (n == 1)
		draft_drop(ui->app, "form", fs->ent, fs->id, fs->offered);
	if (n == 0 && draft_load(ui->app, "form", fs->ent, fs->id,
	    fs->offered, &d)) {
		form_draft_take(fs, &d);
		say(ui, "Here is what you had typed; it is not saved yet.");
	}
	draft_clear(&d);
}

/* What was typed, field by field, so that one knows whether to keep it. */
static void
add_fields(struct form_screen *fs, const struct draft *d, struct buf *out)
{
	struct row *row = row_copy(d->base ? d->base : fs->base);
	size_t i;
	int f;

	for (i = 0; i < d->name.n && i < 6; i++) {
		f = entity_field(d->ent, d->name.v[i]);
		if (f < 0)
			continue;
		buf_addf(out, "\n  %s: ", d->ent->fields[f].label);
		if (value_parse(fs->s.app, row, f, d->text.v[i], 0, true,
		    NULL))
			buf_add(out, d->text.v[i]);
		else
			value_shown(fs->s.app, row, f, out);
	}
	row_free(row);
}

static void
ask_about(struct form_screen *fs, const struct draft *d)
{
	struct buf text;

	fs->offered = d->no;
	buf_init(&text, BUF_ROW);
	buf_add(&text, "You typed this and did not save it, ");
	drafts_add_when(fs->s.ui, d, &text);
	add_fields(fs, d, &text);
	keep_offer(fs->s.ui, text.p, on_offer, fs);
	buf_clear(&text);
}

void
form_draft_offer(struct form_screen *fs)
{
	const struct draft *one = NULL;
	struct drafts l;
	size_t i, n = 0;

	drafts_read(fs->s.app, &l);
	for (i = 0; i < l.n; i++) {
		if (!drafts_of_form(&l.v[i], fs->ent, fs->id))
			continue;
		one = &l.v[i];
		n++;
	}
	if (n == 1)
		ask_about(fs, one);
	else if (n)
		drafts_offer(fs->s.ui, fs);
	drafts_clear(&l);
}
