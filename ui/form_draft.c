/* form_draft.c - what was typed and not saved: kept, offered, taken up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "app/text.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "ui/dialog.h"
#include "ui/form_inner.h"
#include "ui/form_screen.h"
#include "ui/grid_screen.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

#define AFTER_MS	2000	/* without a key */
#define AT_LEAST_MS	10000	/* while one types on */

void
form_draft_typed(struct form_screen *fs)
{
	fs->typed_at = clock_monotonic_ms();
	if (!fs->dirty)
		fs->kept_at = fs->typed_at;
	fs->dirty = true;
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

void
form_draft_keep(struct form_screen *fs)
{
	struct draft d = {.kind = "form", .ent = fs->ent, .id = fs->id};
	struct err e = {0};
	size_t i;

	for (i = 0; i < fs->f.n; i++)
		if (widget_changed(&fs->f.w[i]) ||
		    (!fs->id && *fs->f.w[i].text))
			add_text(fs, &d, &fs->f.w[i]);
	if (fs->id)
		d.base = row_copy(fs->base);
	fs->dirty = false;
	fs->kept_at = clock_monotonic_ms();
	if (draft_save(fs->s.app, &d, &e))
		say_err(fs->s.ui, &e);
	else
		fs->drafted = true;
	draft_clear(&d);
}

void
form_draft_tick(struct form_screen *fs)
{
	int64_t now = clock_monotonic_ms();

	if (!fs->dirty || (now - fs->typed_at < AFTER_MS &&
	    now - fs->kept_at < AT_LEAST_MS))
		return;
	form_take(&fs->f);
	if (form_is_changed(fs))
		form_draft_keep(fs);
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
	fs->drafted = true;
	return true;
}

static void
on_offer(struct ui *ui, void *arg, int n)
{
	struct form_screen *fs = arg;
	struct draft d = {0};

	if (n == 1)
		draft_drop(ui->app, "form", fs->ent, fs->id);
	if (n == 0 && draft_load(ui->app, "form", fs->ent, fs->id, &d)) {
		form_draft_take(fs, &d);
		say(ui, "Here is what you had typed; it is not saved yet.");
	}
	draft_clear(&d);
}

static void
add_when(struct ui *ui, const struct draft *d, struct buf *out)
{
	const char *zone = option_text(ui->app->opt, OPT_TIMEZONE);
	char day[24], time[6];

	day_long(clock_day(d->at, zone), day);
	clock_hhmm(d->at, zone, time);
	buf_addf(out, "%s at %s", day, time);
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

void
form_draft_offer(struct form_screen *fs)
{
	struct strs choices = {0};
	struct draft d = {0};
	struct buf text;

	if (!draft_load(fs->s.app, "form", fs->ent, fs->id, &d))
		return;
	buf_init(&text, BUF_ROW);
	buf_add(&text, "You typed this and did not save it, ");
	add_when(fs->s.ui, &d, &text);
	add_fields(fs, &d, &text);
	strs_add(&choices, "go on with it");
	strs_add(&choices, "throw it away");
	strs_add(&choices, "leave it for later");
	dialog_choose(fs->s.ui, "A draft", text.p, &choices, 0, on_offer, fs);
	strs_clear(&choices);
	buf_clear(&text);
	draft_clear(&d);
}

/* --- at the next start --------------------------------------------------- */

static void
on_start(struct ui *ui, void *arg, int n)
{
	struct drafts l;

	(void)arg;
	drafts_read(ui->app, &l);
	if (n < 0 || (size_t)n >= l.n)
		say(ui, "They are offered again when their form is opened.");
	else if (strcmp(l.v[n].kind, "grid") == 0)
		grid_open(ui, l.v[n].id);
	else if (strcmp(l.v[n].kind, "attendance") == 0)
		attendance_open(ui, l.v[n].id);
	else
		form_open_draft(ui, &l.v[n]);
	drafts_clear(&l);
}

void
form_offer_drafts(struct ui *ui)
{
	struct strs choices = {0};
	struct drafts l;
	struct buf b;
	size_t i;

	drafts_read(ui->app, &l);
	for (i = 0; i < l.n && i < 9; i++) {
		buf_init(&b, BUF_LINE);
		if (l.v[i].id)
			title_text(ui->app, l.v[i].ent, l.v[i].id, &b);
		else
			buf_addf(&b, "New %s", l.v[i].ent->id);
		buf_add(&b, ", ");
		add_when(ui, &l.v[i], &b);
		strs_take(&choices, buf_take(&b));
	}
	if (choices.n)
		dialog_choose(ui, "Typed and not saved", "You left these "
		    "unsaved. Enter goes on with one, Esc leaves them for "
		    "later.", &choices, 0, on_start, NULL);
	strs_clear(&choices);
	drafts_clear(&l);
}
