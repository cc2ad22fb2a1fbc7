/* bulk.c - e on marked rows: one field of all of them, one step, one undo.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/text.h"
#include "base/mem.h"
#include "ui/dialog.h"
#include "ui/list_actions.h"
#include "ui/statusbar.h"

struct bulk {
	const struct entity *ent;
	int64_t		*id;
	size_t		 n;
	int		 field;
};

static void
bulk_free(struct bulk *b)
{
	free(b->id);
	free(b);
}

static bool
may_set(const struct field *f)
{
	return !(f->flags & (FF_DERIVED | FF_READONLY | FF_HIDDEN |
	    FF_SYSTEM | FF_KEY));
}

static enum status
set_one(struct app *app, const struct bulk *b, int64_t id, const char *text,
    struct err *e)
{
	struct row *base, *mine;
	enum status st = record_load(app, b->ent, id, &base, e);
	char op = 0;

	if (st)
		return st;
	mine = row_copy(base);
	if (b->ent->fields[b->field].type == FT_SET &&
	    (*text == '+' || *text == '-'))
		op = *text++;
	st = value_parse(app, mine, b->field, text, op, true, e);
	if (!st)
		st = record_change(app, base, mine, NULL, e);
	row_free(base);
	row_free(mine);
	return st;
}

static bool
on_value(struct ui *ui, void *arg, const char *text)
{
	struct bulk *b = arg;
	struct err e = {0};
	enum status st;
	char *label;
	size_t i;

	if (!text) {
		bulk_free(b);
		return true;
	}
	st = step_begin(ui->app, &e);
	if (!st) {
		for (i = 0; i < b->n && !st; i++)
			st = set_one(ui->app, b, b->id[i], text, &e);
		label = xasprintf("changed %zu %s", b->n, b->ent->ids);
		st = step_end(ui->app, st, label, &e);
		free(label);
	}
	if (st) {
		say_err(ui, &e);
		return false;
	}
	say(ui, "%s of %zu %s changed. u takes it back.",
	    b->ent->fields[b->field].label, b->n, b->ent->ids);
	ui_changed(ui);
	bulk_free(b);
	return true;
}

static void
on_field(struct ui *ui, void *arg, int n)
{
	struct bulk *b = arg;
	const struct field *f;
	char *label;

	if (n < 0) {
		bulk_free(b);
		return;
	}
	for (b->field = 0; n > 0 || !may_set(&b->ent->fields[b->field]);
	    b->field++)
		if (may_set(&b->ent->fields[b->field]))
			n--;
	f = &b->ent->fields[b->field];
	label = xasprintf("%s of all %zu (empty clears%s): ", f->label, b->n,
	    f->type == FT_SET ? ", +x adds, -x takes away" : "");
	dialog_prompt(ui, label, "", on_value, b);
	free(label);
}

void
bulk_edit(struct ui *ui, const struct entity *ent, const int64_t *id, size_t n)
{
	struct bulk *b = xcalloc(1, sizeof *b);
	struct strs choices = {0};
	char *title;
	size_t f;

	b->ent = ent;
	b->n = n;
	b->id = xcalloc(n, sizeof *b->id);
	memcpy(b->id, id, n * sizeof *id);
	for (f = 0; f < ent->nfields; f++)
		if (may_set(&ent->fields[f]))
			strs_add(&choices, ent->fields[f].label);
	title = xasprintf("Change which field of %zu %s?", n, ent->ids);
	dialog_choose(ui, title, "", &choices, 0, on_field, b);
	free(title);
	strs_clear(&choices);
}
