/* erase.c - X: the person of the screen is taken out for good.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/erase.h"

#include <stdlib.h>

#include "app/erase.h"
#include "app/may.h"
#include "app/record.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/tables.h"
#include "ui/dialog.h"
#include "ui/screen.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

enum { REPLACE, LEAVE, REPLACE_ALL };

struct erasing {
	struct erase	 x;
	size_t		 at;		/* the text that is asked for */
};

static void
drop(struct erasing *g)
{
	erase_clear(&g->x);
	free(g);
}

/* What is still somewhere, to be read. */
static void
tell_rest(struct ui *ui, const struct strs *left)
{
	struct strs lines = {0};
	char *text;
	size_t i;

	for (i = 0; i < left->n; i++)
		strs_take(&lines, xasprintf("Left as it is: %s", left->v[i]));
	erase_remains(ui->app, &lines);
	text = strs_join(&lines, "\n");
	dialog_text(ui, "Erased", text);
	free(text);
	strs_clear(&lines);
}

static void
do_it(struct ui *ui, struct erasing *g)
{
	struct strs left = {0};
	struct err e = {0};
	enum status st = erase_do(ui->app, &g->x, &left, &e);

	free(ui->last_line);		/* it may name them */
	ui->last_line = NULL;
	ui_changed(ui);
	if (st)
		say_err(ui, &e);
	else
		tell_rest(ui, &left);
	strs_clear(&left);
	drop(g);
}

static void	ask(struct ui *, struct erasing *);

static void
on_text(struct ui *ui, void *arg, int n)
{
	struct erasing *g = arg;

	if (n < 0) {
		say(ui, "Nothing was erased.");
		drop(g);
		return;
	}
	g->x.m[g->at++].erase = n != LEAVE;
	for (; n == REPLACE_ALL && g->at < g->x.n; g->at++)
		g->x.m[g->at].erase = !g->x.m[g->at].perhaps;
	ask(ui, g);
}

static void
on_hold(struct ui *ui, void *arg, bool yes)
{
	struct erasing *g = arg;

	g->x.despite_hold = yes;
	if (yes) {
		do_it(ui, g);
		return;
	}
	say(ui, "Nothing was erased.");
	drop(g);
}

/* Who is held is asked for once more. */
static void
on_sure(struct ui *ui, void *arg, bool yes)
{
	struct erasing *g = arg;
	char day[24], *question;

	if (yes && g->x.holder != NULL) {
		day_long(g->x.held, day);
		question = xasprintf("Held until %s. Erase all the same? (y/n)",
		    day);
		dialog_confirm(ui, question, on_hold, g);
		free(question);
		return;
	}
	if (yes) {
		do_it(ui, g);
		return;
	}
	say(ui, "Nothing was erased.");
	drop(g);
}

/* The next text; when all were asked, once more: Enter alone does nothing. */
static void
ask(struct ui *ui, struct erasing *g)
{
	struct strs choices = {0};
	struct buf b;
	char *title;

	if (g->at == g->x.n) {
		dialog_confirm(ui, ERASE_WARNING " Erase? (y/n)", on_sure, g);
		return;
	}
	buf_init(&b, BUF_LINE);
	erase_mention_text(ui->app, &g->x.m[g->at], &b);
	title = xasprintf("Text %zu of %zu", g->at + 1, g->x.n);
	strs_add(&choices, "Replace the name by " ERASED_TEXT);
	strs_add(&choices, "Leave it as it is");
	strs_add(&choices, "Replace it here and in all that are sure");
	dialog_choose(ui, title, b.p, &choices,
	    g->x.m[g->at].perhaps ? LEAVE : REPLACE, on_text, g);
	strs_clear(&choices);
	free(title);
	buf_clear(&b);
}

static void
on_preview(struct ui *ui, void *arg, bool yes)
{
	struct erasing *g = arg;

	if (yes) {
		ask(ui, g);
		return;
	}
	say(ui, "Nothing was erased.");
	drop(g);
}

static void
preview(struct ui *ui, struct erasing *g)
{
	struct strs lines = {0};
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_add(&b, "Erase ");
	title_text(ui->app, entities[ENT_contact], g->x.id, &b);
	buf_add(&b, "? This cannot be undone");
	erase_lines(ui->app, &g->x, &lines);
	if (g->x.n)
		strs_take(&lines, xasprintf("%zu other text%s, asked for next",
		    g->x.n, g->x.n == 1 ? "" : "s"));
	erase_remains(ui->app, &lines);
	dialog_preview(ui, b.p, &lines, on_preview, g);
	strs_clear(&lines);
	buf_clear(&b);
}

/* The person of a contact, or of a volunteer; 0 when it is neither. */
static int64_t
person_of(struct ui *ui, const struct entity *ent, int64_t id)
{
	struct row *r;
	struct err e = {0};
	int64_t person = ent->no == ENT_contact ? id : 0;

	if (ent->no == ENT_volunteer &&
	    record_load(ui->app, ent, id, &r, &e) == ST_OK) {
		person = row_ref(r, F_volunteer_contact);
		row_free(r);
	}
	return person;
}

void
erase_here(struct ui *ui)
{
	const struct screen *s = stack_main(ui);
	const struct entity *ent = NULL;
	struct erasing *g;
	struct err e = {0};
	int64_t id = 0;

	if (!s->ops->here || !s->ops->here(s, &ent, &id) ||
	    (id = person_of(ui, ent, id)) == 0) {
		say(ui, "Only a person is erased: go to a contact first.");
		return;
	}
	if (may_do(ui->app, DO_ERASE, entities[ENT_contact], &e)) {
		say_err(ui, &e);
		return;
	}
	g = xcalloc(1, sizeof *g);
	if (erase_look(ui->app, id, &g->x, &e)) {
		say_err(ui, &e);
		free(g);
		return;
	}
	preview(ui, g);
}
