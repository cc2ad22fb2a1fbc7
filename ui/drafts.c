/* drafts.c - what was left unsaved, as a list to go on with or throw away.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/drafts.h"

#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "app/text.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "ui/dialog.h"
#include "ui/form_inner.h"
#include "ui/form_screen.h"
#include "ui/grid_screen.h"
#include "ui/official_screen.h"
#include "ui/statusbar.h"

struct offer {
	struct form_screen *form;	/* that they are for; NULL: all */
	struct drafts	 l;		/* as listed */
	bool		 throwing;	/* the choice is thrown away */
	size_t		 which;		/* this one, once it is sure */
};

static void ask(struct ui *, struct offer *, bool throwing);

bool
drafts_of_form(const struct draft *d, const struct entity *ent, int64_t id)
{
	return strcmp(d->kind, "form") == 0 && d->ent == ent && d->id == id;
}

void
drafts_add_when(struct ui *ui, const struct draft *d, struct buf *out)
{
	const char *zone = option_text(ui->app->opt, OPT_TIMEZONE);
	char day[24], time[6];

	day_long(clock_day(d->at, zone), day);
	clock_hhmm(d->at, zone, time);
	buf_addf(out, "%s at %s", day, time);
}

/* ": Sandmere Park Academy": the first that was typed into a new record. */
static void
add_first(struct ui *ui, const struct draft *d, struct buf *out)
{
	struct row *row = row_new(d->ent);
	int f = d->name.n ? entity_field(d->ent, d->name.v[0]) : -1;

	if (f >= 0) {
		buf_add(out, ": ");
		if (value_parse(ui->app, row, f, d->text.v[0], 0, true, NULL))
			buf_add(out, d->text.v[0]);
		else
			value_shown(ui->app, row, f, out);
	}
	row_free(row);
}

static char *
name_of(struct ui *ui, const struct draft *d)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (d->id) {
		title_text(ui->app, d->ent, d->id, &b);
	} else {
		buf_addf(&b, "New %s", d->ent->id);
		add_first(ui, d, &b);
	}
	return buf_take(&b);
}

/* Those that are meant, as they are now. */
static void
read_again(struct ui *ui, struct offer *o)
{
	struct drafts all;
	size_t i;

	drafts_clear(&o->l);
	drafts_read(ui->app, &all);
	o->l.v = xcalloc(all.n + 1, sizeof *o->l.v);
	for (i = 0; i < all.n; i++)
		if (!o->form || drafts_of_form(&all.v[i], o->form->ent, 0))
			o->l.v[o->l.n++] = all.v[i];
		else
			draft_clear(&all.v[i]);
	free(all.v);
}

static void
finish(struct offer *o)
{
	drafts_clear(&o->l);
	free(o);
}

static void
go_on(struct ui *ui, struct offer *o, const struct draft *d)
{
	if (o->form) {
		form_draft_take(o->form, d);
		say(ui, "Here is what you had typed; it is not saved yet.");
	} else if (strcmp(d->kind, "grid") == 0) {
		grid_open(ui, d->id);
	} else if (strcmp(d->kind, "attendance") == 0) {
		attendance_open(ui, d->id);
	} else if (strcmp(d->kind, "official") == 0) {
		official_open(ui, d->id, NULL);
	} else {
		form_open_draft(ui, d);
	}
}

static void
on_sure(struct ui *ui, void *arg, bool yes)
{
	struct offer *o = arg;
	const struct draft *d = &o->l.v[o->which];

	if (yes)
		draft_drop(ui->app, d->kind, d->ent, d->id, d->no);
	if (!ui->quit)
		read_again(ui, o);
	if (ui->quit || !o->l.n)
		finish(o);
	else
		ask(ui, o, false);
}

static void
throw_away(struct ui *ui, struct offer *o, size_t which)
{
	char *name = name_of(ui, &o->l.v[which]);
	char *question = xasprintf("Throw away \"%.40s\"? (y/n)", name);

	o->which = which;
	dialog_confirm(ui, question, on_sure, o);
	free(question);
	free(name);
}

static void
on_choice(struct ui *ui, void *arg, int n)
{
	struct offer *o = arg;

	if (n >= 0 && (size_t)n < o->l.n && o->throwing) {
		throw_away(ui, o, (size_t)n);
	} else if (n >= 0 && (size_t)n < o->l.n) {
		go_on(ui, o, &o->l.v[n]);
		finish(o);
	} else if (n >= 0 && o->l.n == 1) {
		throw_away(ui, o, 0);
	} else if (n >= 0) {
		ask(ui, o, true);
	} else if (o->throwing && !ui->quit) {
		ask(ui, o, false);
	} else {
		if (!o->form)
			say(ui, "They are offered again when their form is "
			    "opened.");
		finish(o);
	}
}

static void
ask(struct ui *ui, struct offer *o, bool throwing)
{
	struct strs choices = {0};
	struct buf b;
	size_t i;

	o->throwing = throwing;
	for (i = 0; i < o->l.n; i++) {
		char *name = name_of(ui, &o->l.v[i]);

		buf_init(&b, BUF_LINE);
		buf_addf(&b, "%s, ", name);
		drafts_add_when(ui, &o->l.v[i], &b);
		strs_take(&choices, buf_take(&b));
		free(name);
	}
	if (!throwing)
		strs_add(&choices, o->l.n == 1 ? "throw it away" :
		    "throw one of them away");
	dialog_choose(ui, throwing ? "Throw away which?" :
	    "Typed and not saved", throwing ? "" : "You left these unsaved. "
	    "Enter goes on with one, Esc leaves them for later.", &choices, 0,
	    on_choice, o);
	strs_clear(&choices);
}

void
drafts_offer(struct ui *ui, struct form_screen *form)
{
	struct offer *o = xcalloc(1, sizeof *o);

	o->form = form;
	read_again(ui, o);
	if (o->l.n)
		ask(ui, o, false);
	else
		finish(o);
}
