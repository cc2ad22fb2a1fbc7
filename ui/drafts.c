/* drafts.c - what was left unsaved, as a list to go on with or throw away.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/drafts.h"

#include <stdlib.h>
#include <string.h>

#include "app/begun.h"
#include "app/options.h"
#include "app/text.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "ui/assess_screen.h"
#include "ui/dialog.h"
#include "ui/form_inner.h"
#include "ui/form_screen.h"
#include "ui/grid_screen.h"
#include "ui/keep.h"
#include "ui/log_screen.h"
#include "ui/official_screen.h"
#include "ui/record_screen.h"
#include "ui/statusbar.h"

struct offer {
	struct form_screen *form;	/* that they are for; NULL: all */
	struct drafts	 l;		/* as listed */
	struct begun_all begun;		/* … and behind them, of all */
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

/* "Follow-up: ring them, of Sandmere Park Academy". */
static char *
begun_name(struct ui *ui, const struct begun *g)
{
	struct buf b;

	buf_init(&b, BUF_ROW);
	switch (g->kind) {
	case BEGUN_LINE:
		buf_addf(&b, "Quick entry: %s", g->text.v[0]);
		break;
	case BEGUN_PASTED:
		buf_addf(&b, "%zu pasted line%s: %s", g->text.n,
		    g->text.n == 1 ? "" : "s", g->text.v[0]);
		break;
	case BEGUN_ANSWER:
		if (g->ent) {
			title_text(ui->app, g->ent, g->id, &b);
			buf_add(&b, ": ");
		}
		buf_addf(&b, "%s%s", g->label, g->text.v[0]);
		break;
	}
	return buf_take(&b);
}

static size_t
offered(const struct offer *o)
{
	return o->l.n + o->begun.n;
}

/* What choice N is called; caller frees. */
static char *
choice(struct ui *ui, const struct offer *o, size_t n)
{
	struct buf b;
	char *name;

	if (n >= o->l.n)
		return begun_name(ui, &o->begun.v[n - o->l.n]);
	name = name_of(ui, &o->l.v[n]);
	buf_init(&b, BUF_ROW);
	buf_addf(&b, "%s, ", name);
	drafts_add_when(ui, &o->l.v[n], &b);
	free(name);
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
	begun_clear(&o->begun);
	if (!o->form)
		begun_read(ui->app, &o->begun);
}

static void
finish(struct offer *o)
{
	drafts_clear(&o->l);
	begun_clear(&o->begun);
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
	} else if (strcmp(d->kind, "assessment") == 0 &&
	    d->ent->no == ENT_assessment) {
		assess_open(ui, d->id);
	} else if (strcmp(d->kind, "assessment") == 0) {
		assess_new(ui, d->id, NULL);
	} else if (strcmp(d->kind, "official") == 0) {
		official_open(ui, d->id, NULL);
	} else {
		form_open_draft(ui, d);
	}
}

/* An answer stands in its question when that is asked again. */
static void
begun_go_on(struct ui *ui, const struct begun *g)
{
	if (g->kind == BEGUN_LINE) {
		quick_open(ui, NULL, 0, NULL);
	} else if (g->kind == BEGUN_PASTED) {
		log_batch_again(ui, &g->text);
	} else {
		if (g->ent)
			record_open(ui, g->ent, g->id, NULL);
		say(ui, "Ask for \"%s\" again: what you had typed stands "
		    "there.", g->label);
	}
}

static void
drop(struct ui *ui, const struct offer *o)
{
	const struct draft *d;
	struct err e = {0};

	if (o->which < o->l.n) {
		d = &o->l.v[o->which];
		draft_drop(ui->app, d->kind, d->ent, d->id, d->no);
	} else {
		keep_tell(ui, begun_drop(ui->app,
		    &o->begun.v[o->which - o->l.n], &e), &e);
	}
}

static void
on_sure(struct ui *ui, void *arg, bool yes)
{
	struct offer *o = arg;

	if (yes)
		drop(ui, o);
	if (!ui->quit)
		read_again(ui, o);
	if (ui->quit || !offered(o))
		finish(o);
	else
		ask(ui, o, false);
}

static void
throw_away(struct ui *ui, struct offer *o, size_t which)
{
	char *name = which < o->l.n ? name_of(ui, &o->l.v[which]) :
	    choice(ui, o, which);
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

	if (n >= 0 && (size_t)n < offered(o) && o->throwing) {
		throw_away(ui, o, (size_t)n);
	} else if (n >= 0 && (size_t)n < offered(o)) {
		if ((size_t)n < o->l.n)
			go_on(ui, o, &o->l.v[n]);
		else
			begun_go_on(ui, &o->begun.v[(size_t)n - o->l.n]);
		finish(o);
	} else if (n >= 0 && offered(o) == 1) {
		throw_away(ui, o, 0);
	} else if (n >= 0) {
		ask(ui, o, true);
	} else if (o->throwing && !ui->quit) {
		ask(ui, o, false);
	} else {
		if (!o->form)
			say(ui, "They are offered again where they were "
			    "typed, and at the next start.");
		finish(o);
	}
}

static void
ask(struct ui *ui, struct offer *o, bool throwing)
{
	struct strs choices = {0};
	size_t i;

	o->throwing = throwing;
	for (i = 0; i < offered(o); i++)
		strs_take(&choices, choice(ui, o, i));
	if (!throwing)
		strs_add(&choices, offered(o) == 1 ? "throw it away" :
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
	if (offered(o))
		ask(ui, o, false);
	else
		finish(o);
}
