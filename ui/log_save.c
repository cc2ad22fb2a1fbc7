/* log_save.c - what the quick-entry line says, saved as one step.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/steps.h"
#include "base/mem.h"
#include "base/str.h"
#include "ui/dialog.h"
#include "ui/log_inner.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

static void
logged(struct log_screen *l, const char *said)
{
	struct ui *ui = l->s.ui;
	struct err e = {0};

	free(ui->last_line);
	ui->last_line = xstrdup(l->line.text);
	if (lines_add(ui->app, &l->past, l->line.text, &e))
		say_err(ui, &e);
	else
		say_done(ui, said);
	ui_changed(ui);
	stack_pop(&l->s);
}

/* What was done and the record's name: the line itself was seen all along, and
 * a reference tells nobody which record it is. */
static void
say_logged(struct log_screen *l, const char *said, const char *ref)
{
	const char *at = *ref ? strstr(said, ref) : NULL;
	char *did = at ? xstrndup(said, (size_t)(at - said) + strlen(ref)) :
	    xstrdup(said);
	char *shown = step_label_shown(l->s.app, did);

	logged(l, shown);
	free(shown);
	free(did);
}

/* "school/136578 note: This …" without what tells nobody which record it is. */
static void
without_refs(struct strs *found)
{
	size_t i;

	for (i = 0; i < found->n; i++) {
		char *at = strchr(found->v[i], ' ');

		if (at)
			memmove(found->v[i], at + 1, strlen(at));
	}
}

static void
on_special(struct ui *ui, void *arg, int n)
{
	struct log_screen *l = arg;

	l->anyway = n == DIALOG_ANYWAY;
	if (l->anyway) {
		log_read(l);
		log_save(l);
	} else {
		say(ui, "Not saved: the line is here to be reworded.");
	}
}

/* Do what the line says; what its notes had better not say is FOUND, and
 * without leave nothing is kept. */
static enum status
write_down(struct log_screen *l, struct buf *ref, struct buf *said,
    struct strs *found, struct err *e)
{
	struct app *app = l->s.app;
	struct buf label;
	enum status st = step_begin(app, e);

	if (st)
		return st;
	buf_init(&label, BUF_LINE);
	app->special = found;
	st = quick_do(app, &l->q, ref, said, e);
	app->special = NULL;
	buf_addf(&label, "logged %s", ref->p);
	if (!st && found->n && !l->anyway)
		st = ST_INTERRUPTED;
	st = step_end(app, st, label.p, e);
	buf_clear(&label);
	return st;
}

void
log_save(struct log_screen *l)
{
	struct strs found = {0};
	struct buf ref, said;
	struct err e = {0};
	enum status st;

	buf_init(&ref, BUF_LINE);
	buf_init(&said, BUF_LINE);
	st = write_down(l, &ref, &said, &found, &e);
	if (st == ST_INTERRUPTED && found.n && !l->anyway) {
		l->stale = true;	/* its rows were given away */
		without_refs(&found);
		dialog_special(l->s.ui, &found, on_special, l);
	} else if (st)
		say_err(l->s.ui, &e);
	else
		say_logged(l, said.p, ref.p);
	buf_clear(&ref);
	buf_clear(&said);
	strs_clear(&found);
}
