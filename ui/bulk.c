/* bulk.c - e on marked rows: one field of all of them, one step, one undo.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the rules ask for with it (the reason of a case that is closed) is asked
 * too. Then what would change is shown.
 */
#include <stdlib.h>
#include <string.h>

#include "app/bulk.h"
#include "app/may.h"
#include "app/record.h"
#include "base/mem.h"
#include "base/str.h"
#include "ui/dialog.h"
#include "ui/list_actions.h"
#include "ui/screen.h"
#include "ui/statusbar.h"

#define ASK_FIRST 50		/* records looked at for the right to it */
#define FIELDS	4		/* of one edit: the one chosen and what it needs */

struct bulk {
	const struct entity *ent;
	int64_t		*id;
	size_t		 n;
	int		 field[FIELDS];
	char		*text[FIELDS];	/* NULL: to be asked */
	size_t		 nset;
	struct bulk_changes shown;
};

static bool on_value(struct ui *, void *arg, const char *text);

static void
bulk_free(struct bulk *b)
{
	size_t i;

	for (i = 0; i < b->nset; i++)
		free(b->text[i]);
	bulk_changes_clear(&b->shown);
	free(b->id);
	free(b);
}

static bool
may_set(const struct field *f)
{
	return !(f->flags & (FF_DERIVED | FF_READONLY | FF_HIDDEN |
	    FF_SYSTEM | FF_KEY));
}

static size_t
sets_of(const struct bulk *b, struct bulk_set out[FIELDS])
{
	size_t i;

	for (i = 0; i < b->nset; i++)
		out[i] = (struct bulk_set){b->field[i], b->text[i]};
	return b->nset;
}

/* TEXT is what stands there first. */
static void
ask_value(struct ui *ui, struct bulk *b, const char *text)
{
	const struct field *f = &b->ent->fields[b->field[b->nset]];
	const char *how = f->type == FT_SET ?
	    " (empty clears, +x adds, -x takes away)" :
	    f->flags & FF_REQUIRED ? "" : " (empty clears)";
	char *label = xasprintf("%s of all %zu%s: ", f->label, b->n, how);

	dialog_prompt(ui, label, text, on_value, b);
	if (f->flags & FF_REQUIRED)
		say(ui, "%s", f->help);
	free(label);
}

/* The field E blames, when it was not given and can be; -1 none. */
static int
needed(const struct bulk *b, const struct err *e)
{
	int f = *e->field ? entity_field(b->ent, e->field) : -1;
	size_t i;

	for (i = 0; i < b->nset; i++)
		if (b->field[i] == f)
			return -1;
	return f >= 0 && b->nset < FIELDS && may_set(&b->ent->fields[f]) ? f :
	    -1;
}

static bool look(struct ui *, struct bulk *, struct err *);
static void show(struct ui *, struct bulk *);

/* The disk was full, or somebody saved too long: what was typed is there still,
 * to be sent again. */
static void
stay(struct ui *ui, struct bulk *b, const struct err *e)
{
	char *text;

	if (b->n > 1) {
		show(ui, b);
	} else {
		text = b->text[--b->nset];
		ask_value(ui, b, text);
		free(text);
	}
	say_err(ui, e);
}

/* What somebody changed since it was shown is shown again. */
static void
write_down(struct ui *ui, struct bulk *b)
{
	struct bulk_set set[FIELDS];
	size_t nset = sets_of(b, set);
	struct err e = {0};
	enum status st = bulk_do(ui->app, b->ent, b->id, b->n, set, nset,
	    &b->shown, &e);
	struct buf of;

	if (st == ST_CONFLICT && look(ui, b, &e)) {
		if (ui->top->ops->flags & SF_POPUP)
			say_warn(ui, "Somebody else has just changed some of "
			    "them; this is how they are now.");
		return;
	}
	if (st == ST_IO || st == ST_BUSY || st == ST_INTERRUPTED) {
		stay(ui, b, &e);
		return;
	}
	if (st) {
		say_err(ui, &e);
	} else {
		buf_init(&of, BUF_LINE);
		entity_counted(b->ent, b->n, &of);
		say(ui, "%s of %s changed. u takes it back.",
		    b->ent->fields[b->field[0]].label, of.p);
		buf_clear(&of);
		ui_changed(ui);
	}
	bulk_free(b);
}

static void
on_yes(struct ui *ui, void *arg, bool yes)
{
	struct bulk *b = arg;

	if (yes) {
		write_down(ui, b);
		return;
	}
	say(ui, "Nothing was changed.");
	bulk_free(b);
}

/* "Status: Open -> Closed", of which so many. */
static void
add_change(const struct bulk *b, const struct bulk_change *c,
    struct strs *lines)
{
	struct buf line;

	buf_init(&line, BUF_LINE);
	buf_addf(&line, "%s: %s -> %s", b->ent->fields[c->field].label,
	    *c->from ? c->from : "(empty)", *c->to ? c->to : "(empty)");
	if (c->n != b->n)
		buf_addf(&line, "   %zu of them", c->n);
	strs_take(lines, buf_take(&line));
}

static void
show(struct ui *ui, struct bulk *b)
{
	const struct bulk_changes *c = &b->shown;
	struct strs lines = {0};
	struct buf title;
	size_t i;

	for (i = 0; i < c->n; i++)
		add_change(b, &c->v[i], &lines);
	if (c->records < b->n)
		strs_take(&lines, xasprintf(b->n - c->records == 1 ?
		    "%zu is so already." : "%zu are so already.",
		    b->n - c->records));
	buf_init(&title, BUF_LINE);
	buf_add(&title, "Change ");
	entity_counted(b->ent, c->records, &title);
	buf_add(&title, "?");
	dialog_preview(ui, title.p, &lines, on_yes, b);
	buf_clear(&title);
	strs_clear(&lines);
}

/* False: E says what is wrong with what was typed. */
static bool
look(struct ui *ui, struct bulk *b, struct err *e)
{
	struct bulk_set set[FIELDS];
	size_t nset = sets_of(b, set);

	bulk_changes_clear(&b->shown);
	if (bulk_preview(ui->app, b->ent, b->id, b->n, set, nset, &b->shown,
	    e)) {
		int f = needed(b, e);

		if (f < 0)
			return false;
		say(ui, "%s", e->text);
		b->field[b->nset] = f;
		ask_value(ui, b, "");
		return true;
	}
	if (!b->shown.records) {
		say(ui, "Nothing was changed: they are so already.");
		bulk_free(b);
	} else if (b->n == 1) {
		write_down(ui, b);
	} else {
		show(ui, b);
	}
	return true;
}

static bool
on_value(struct ui *ui, void *arg, const char *text)
{
	struct bulk *b = arg;
	struct err e = {0};

	if (!text) {
		bulk_free(b);
		return true;
	}
	b->text[b->nset++] = xstrdup(text);
	if (look(ui, b, &e))
		return true;
	free(b->text[--b->nset]);
	say_err(ui, &e);
	return false;
}

static void
on_field(struct ui *ui, void *arg, int n)
{
	struct bulk *b = arg;
	int f;

	if (n < 0) {
		bulk_free(b);
		return;
	}
	for (f = 0; n > 0 || !may_set(&b->ent->fields[f]); f++)
		if (may_set(&b->ent->fields[f]))
			n--;
	b->field[0] = f;
	ask_value(ui, b, "");
}

/* To say it before anything is typed; of very many the preview says it. */
static enum status
may_all(struct app *app, const struct entity *ent, const int64_t *id, size_t n,
    struct err *e)
{
	enum status st = ST_OK;
	struct row *r;
	size_t i;

	for (i = 0; i < n && i < ASK_FIRST && !st; i++) {
		st = record_load(app, ent, id[i], &r, e);
		if (st)
			break;
		st = may_edit(app, r, e);
		row_free(r);
	}
	return st;
}

void
bulk_edit(struct ui *ui, const struct entity *ent, const int64_t *id, size_t n)
{
	struct strs choices = {0};
	struct err e = {0};
	struct bulk *b;
	struct buf title;
	size_t f;

	if (may_all(ui->app, ent, id, n, &e)) {
		say_err(ui, &e);
		return;
	}
	b = xcalloc(1, sizeof *b);
	b->ent = ent;
	b->n = n;
	b->id = xcalloc(n, sizeof *b->id);
	memcpy(b->id, id, n * sizeof *id);
	for (f = 0; f < ent->nfields; f++)
		if (may_set(&ent->fields[f]))
			strs_add(&choices, ent->fields[f].label);
	buf_init(&title, BUF_LINE);
	buf_add(&title, "Change which field of ");
	entity_counted(ent, n, &title);
	buf_add(&title, "?");
	dialog_choose(ui, title.p, "", &choices, 0, on_field, b);
	buf_clear(&title);
	strs_clear(&choices);
}
