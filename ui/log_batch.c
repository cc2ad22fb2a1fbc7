/* log_batch.c - several lines pasted into quick entry: one by one, each told.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Until they are logged or thrown away they lie in a file (app/begun.h).
 */
#include <stdlib.h>
#include <string.h>

#include "app/begun.h"
#include "app/record.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "ui/dialog.h"
#include "ui/log_inner.h"
#include "ui/log_screen.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

struct batch {
	struct strs	 lines;
	struct strs	 told;		/* what became of each */
	bool		*bad;		/* it was refused */
	size_t		 taken, refused;
};

static void
batch_free(struct batch *b)
{
	strs_clear(&b->lines);
	strs_clear(&b->told);
	free(b->bad);
	free(b);
}

static void
refuse(struct batch *b, size_t i, const char *why)
{
	strs_take(&b->told, xasprintf("NOT SAVED: %s", why));
	b->bad[i] = true;
	b->refused++;
}

static enum status
one(struct app *app, struct batch *b, size_t i, struct err *e)
{
	struct quick_opts o = {0};
	struct quick q = {0};
	struct strs found = {0};
	struct err why = {0};
	struct buf ref, said;
	const char *word;
	enum status st;
	bool saved;

	buf_init(&ref, BUF_LINE);
	buf_init(&said, BUF_LINE);
	st = quick_read(app, b->lines.v[i], &o, &q, e);
	if (!st && q.state == QUICK_READY) {
		app->special = &found;
		st = quick_try(app, &q, &ref, &said, &saved, &why, e);
		app->special = NULL;
		/* a warning, no block; its reference tells nobody anything */
		word = found.n ? strchr(found.v[0], ' ') : NULL;
		if (!st && saved) {
			strs_take(&b->told, xasprintf("%s%s%s", word ?
			    word + 1 : "", word ? " " : "", said.p));
			b->taken++;
		} else if (!st) {
			refuse(b, i, why.text);
		}
		strs_clear(&found);
	} else if (!st) {
		refuse(b, i, q.say);
	}
	quick_clear(&q);
	buf_clear(&ref);
	buf_clear(&said);
	return st;
}

static void show(struct ui *, struct batch *, int at);
static void run(struct ui *, struct batch *);

/* Those that were refused, or all that were not, wait no longer. */
static void
forget(struct ui *ui, const struct batch *b, bool bad)
{
	struct strs lines = {0};
	struct err e = {0};

	for (size_t i = 0; i < b->lines.n; i++)
		if (b->bad[i] == bad)
			strs_add(&lines, b->lines.v[i]);
	keep_tell(ui, pasted_drop(ui->app, &lines, &e), &e);
	strs_clear(&lines);
}

/* Line N is in quick entry now, which keeps it. */
static void
forget_one(struct ui *ui, const struct batch *b, size_t n)
{
	struct strs line = {0};
	struct err e = {0};

	strs_add(&line, b->lines.v[n]);
	keep_tell(ui, pasted_drop(ui->app, &line, &e), &e);
	strs_clear(&line);
}

/* A line that was refused goes back into quick entry, to be mended. */
static void
on_read(struct ui *ui, void *arg, int n)
{
	struct batch *b = arg;

	if (n >= 0 && b->bad[n]) {
		quick_open(ui, NULL, 0, b->lines.v[n]);
		forget_one(ui, b, (size_t)n);
		say_warn(ui, "%s", b->told.v[n]);
	} else if (n >= 0) {
		show(ui, b, n);
		return;
	} else if (b->refused && !ui->quit) {
		say(ui, "What was not saved is kept; the next start offers it.");
	}
	batch_free(b);
}

static void
show(struct ui *ui, struct batch *b, int at)
{
	char *title = xasprintf("%zu saved, %zu not", b->taken, b->refused);

	dialog_choose(ui, title, b->refused ? "Enter on a line that was not "
	    "saved brings it back to be mended." : "", &b->told, at, on_read,
	    b);
	free(title);
}

static void
on_again(struct ui *ui, void *arg, int n)
{
	struct batch *b = arg;

	if (n == 0) {
		run(ui, b);
		return;
	}
	if (!ui->quit)
		say(ui, "The pasted lines are kept; the next start offers "
		    "them.");
	batch_free(b);
}

/* Nothing was saved: E says why, and the lines are there still. */
static void
failed(struct ui *ui, struct batch *b, const struct err *e)
{
	struct strs choices = {0};

	log_line("%s (%s)", e->text, e->detail);
	strs_clear(&b->told);
	memset(b->bad, 0, b->lines.n * sizeof *b->bad);
	b->taken = b->refused = 0;
	strs_add(&choices, "try again");
	strs_add(&choices, "leave the lines for later");
	dialog_choose(ui, "Not saved", e->text, &choices, 0, on_again, b);
	strs_clear(&choices);
}

static void
run(struct ui *ui, struct batch *b)
{
	struct err e = {0};
	enum status st = step_begin(ui->app, &e);
	char *label;
	size_t i;

	if (!st) {
		for (i = 0; i < b->lines.n && !st; i++)
			st = one(ui->app, b, i, &e);
		label = xasprintf("logged %zu lines", b->taken);
		st = step_end(ui->app, st, label, &e);
		free(label);
	}
	if (st) {
		failed(ui, b, &e);
		return;
	}
	forget(ui, b, false);
	ui_changed(ui);
	if (b->taken)
		say_good(ui, "%zu saved, %zu not. u takes them back "
		    "together.", b->taken, b->refused);
	else
		say_warn(ui, "None was saved.");
	for (i = 0; b->refused && !b->bad[i]; i++)
		continue;
	show(ui, b, (int)i);
}

static void
on_answer(struct ui *ui, void *arg, bool yes)
{
	struct batch *b = arg;

	if (yes) {
		run(ui, b);
		return;
	}
	if (!ui->quit)			/* a hang-up is no answer */
		forget(ui, b, false);
	batch_free(b);
}

static void
ask(struct ui *ui, struct batch *b)
{
	char *question = b->lines.n == 1 ?
	    xstrdup("1 line: log it? (y/n)") :
	    xasprintf("%zu lines: log them one by one, as one step? (y/n)",
	    b->lines.n);

	b->bad = xcalloc(b->lines.n + 1, sizeof *b->bad);
	dialog_confirm(ui, question, on_answer, b);
	free(question);
}

void
log_batch(struct ui *ui, const char *text)
{
	struct batch *b = xcalloc(1, sizeof *b);
	struct strs all = {0};
	struct err e = {0};

	str_split(&all, text, '\n');
	for (size_t i = 0; i < all.n; i++)
		if (!str_empty(all.v[i]))
			strs_add(&b->lines, all.v[i]);
	strs_clear(&all);
	keep_tell(ui, pasted_keep(ui->app, &b->lines, &e), &e);
	ask(ui, b);
}

void
log_batch_again(struct ui *ui, const struct strs *lines)
{
	struct batch *b = xcalloc(1, sizeof *b);

	for (size_t i = 0; i < lines->n; i++)
		strs_add(&b->lines, lines->v[i]);
	ask(ui, b);
}
