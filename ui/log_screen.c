/* log_screen.c - the quick-entry line at the bottom of any screen.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/log_screen.h"

#include <stdlib.h>
#include <string.h>

#include "app/text.h"
#include "base/mem.h"
#include "base/str.h"
#include "ui/dialog.h"
#include "ui/keymap.h"
#include "ui/log_inner.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

struct log_arg {
	const int64_t	*schools;
	size_t		 n;
	const char	*text;
};

static struct log_screen *
self(struct screen *s)
{
	return (struct log_screen *)s;
}

/* --- understanding ------------------------------------------------------- */

void
log_read(struct log_screen *l)
{
	struct quick_opts o = {.picks = &l->picks, .sure = l->sure,
	    .schools = l->school, .nschools = l->nschools};
	struct err e = {0};

	l->stale = false;
	quick_clear(&l->q);
	l->q = (struct quick){0};
	if (str_empty(l->line.text))
		return;
	if (quick_read(l->s.app, l->line.text, &o, &l->q, &e))
		say_err(l->s.ui, &e);
}

/* The popup grows with what it has to say, and shrinks again. */
static void
fit(struct log_screen *l)
{
	int rows = 1 + log_rows(l, l->s.ui->cols);

	if (rows != l->rows) {
		l->rows = rows;
		stack_place(&l->s);
	}
}

void
log_changed(struct log_screen *l)
{
	l->stale = true;
	keep_typed(&l->keep);
	l->asking = l->sure = l->anyway = false;
	strs_clear(&l->picks);
	strs_clear(&l->ends);
}

/* --- opening, leaving ---------------------------------------------------- */

static void
name_schools(struct log_screen *l)
{
	struct buf b;
	size_t i;

	buf_init(&b, BUF_LINE);
	for (i = 0; i < l->nschools && i < 3; i++) {
		buf_add(&b, i ? ", " : "");
		title_text(l->s.app, entities[ENT_school], l->school[i], &b);
	}
	if (l->nschools > 3)
		buf_addf(&b, " and %zu more", l->nschools - 3);
	l->schools = buf_take(&b);
}

static enum status
log_start(struct screen *s, const void *arg, struct err *e)
{
	struct log_screen *l = self(s);
	const struct log_arg *a = arg;
	enum status st = app_may_write(s->app, e);

	if (st)
		return st;
	l->nschools = a->n;
	l->school = xcalloc(a->n + 1, sizeof *l->school);
	if (a->n)
		memcpy(l->school, a->schools, a->n * sizeof *l->school);
	name_schools(l);
	lines_read(s->app, &l->past);
	l->at = l->past.v.n;
	l->rows = 2;
	line_init(&l->line, LOG_MAX_BYTES, a->text ? a->text :
	    l->past.kept ? l->past.kept : "");
	l->stale = l->line.n > 0;
	return ST_OK;
}

static void
log_close(struct screen *s)
{
	struct log_screen *l = self(s);

	line_clear(&l->line);
	free(l->school);
	free(l->schools);
	free(l->typed);
	quick_clear(&l->q);
	strs_clear(&l->picks);
	strs_clear(&l->ends);
	lines_clear(&l->past);
}

static enum status
keep(struct log_screen *l, struct err *e)
{
	keep_done(&l->keep);
	return lines_keep(l->s.app, &l->past, l->line.text, e);
}

static void
keep_now(struct log_screen *l)
{
	struct err e = {0};

	keep_tell(l->s.ui, keep(l, &e), &e);
}

static void
leave(struct log_screen *l)
{
	struct err e = {0};
	enum status st = keep(l, &e);

	if (str_empty(l->line.text))
		stack_pop(&l->s);
	else
		keep_leave(&l->s, "The line is kept; l brings it back.", st,
		    &e);
}

static void
log_place(struct screen *s, int rows, int cols, struct place *at)
{
	*at = (struct place){.rows = self(s)->rows, .cols = cols,
	    .y = rows - 2 - self(s)->rows};
}

/* --- Enter --------------------------------------------------------------- */

static void
enter(struct log_screen *l)
{
	struct ui *ui = l->s.ui;

	if (l->stale)
		log_read(l);
	if (str_empty(l->line.text)) {
		say(ui, "Type school; employer; type; y10 24 - Ctrl-G shows "
		    "examples.");
		return;
	}
	switch (l->q.state) {
	case QUICK_READY:
		log_save(l);
		return;
	case QUICK_ASK:
		l->asking = true;
		say_warn(ui, l->q.choices.n > 1 ? "Type the number, or change "
		    "the line." : "Change the line.");
		break;
	case QUICK_SURE:
		if (!l->sure) {
			l->sure = true;
			say_warn(ui, "Enter again saves it all the same.");
			break;
		}
		log_read(l);
		if (l->q.plan)
			log_save(l);
		return;
	default:
		say_warn(ui, "Not saved; what was not understood stands under "
		    "the line.");
		break;
	}
	fit(l);
}

static bool
answer(struct log_screen *l, int key)
{
	char number[2] = {(char)key, 0};

	if (!l->asking || key < '1' || key > '9' ||
	    (size_t)(key - '1') >= l->q.choices.n)
		return false;
	strs_add(&l->picks, number);
	l->asking = false;
	log_read(l);
	if (l->q.state == QUICK_READY)
		log_save(l);		/* Enter was pressed already */
	else
		enter(l);
	return true;
}

static void
clear_line(struct log_screen *l)
{
	line_set(&l->line, "");
	l->nschools = 0;
	l->schools[0] = '\0';
	log_changed(l);
	fit(l);
}

static void
on_example(struct ui *ui, void *arg, int n)
{
	struct log_screen *l = arg;

	(void)ui;
	if (n < 0)
		return;
	line_set(&l->line, quick_verbs[n].example);
	log_changed(l);
}

/* Its verbs with an example each; Enter puts one into the line. */
static void
help(struct log_screen *l)
{
	const struct quick_verb *v;
	struct strs choices = {0};

	for (v = quick_verbs; v->word; v++)
		strs_take(&choices, xasprintf("%s  (%s)", v->example,
		    v->help));
	dialog_choose(l->s.ui, "Quick entry", "Parts in any order, separated "
	    "by ; - what is understood stands under the line. Enter takes an "
	    "example to change.", &choices, 0, on_example, l);
	strs_clear(&choices);
}

/* --- keys ---------------------------------------------------------------- */

static enum request
log_request(struct screen *s, enum request r)
{
	struct log_screen *l = self(s);

	switch (r) {
	case REQ_LINE_OK:
		enter(l);
		break;
	case REQ_LINE_LEAVE:
		leave(l);
		break;
	case REQ_LINE_CLEAR:
		clear_line(l);
		break;
	case REQ_LINE_UP:
		log_walk(l, -1);
		break;
	case REQ_LINE_DOWN:
		log_walk(l, 1);
		break;
	case REQ_LINE_TAB:
		log_complete(l);
		break;
	case REQ_LINE_HELP:
		help(l);
		break;
	default:
		return r;
	}
	return REQ_NONE;
}

static bool
log_key(struct screen *s, int key)
{
	struct log_screen *l = self(s);
	char *before;

	if (answer(l, key))
		return true;
	before = xstrdup(l->line.text);
	if (!line_key(&l->line, key)) {
		free(before);
		return false;
	}
	if (strcmp(before, l->line.text) != 0)
		log_changed(l);
	free(before);
	return true;
}

static void
log_paste(struct screen *s, const char *text)
{
	struct ui *ui = s->ui;
	char *copy;

	if (!strchr(text, '\n')) {
		line_insert(&self(s)->line, text);
		log_changed(self(s));
		return;
	}
	/* A line break at once: the line so far is the first of them. */
	copy = xasprintf("%s%s", *text == '\n' ? self(s)->line.text : "", text);
	if (*text == '\n')
		line_set(&self(s)->line, "");
	keep_now(self(s));
	stack_pop(s);
	log_batch(ui, copy);
	free(copy);
}

static bool
log_idle(struct screen *s)
{
	if (!self(s)->stale)
		return false;
	log_read(self(s));
	fit(self(s));
	return true;			/* there is something to paint */
}

static void
log_tick(struct screen *s)
{
	if (keep_due(&self(s)->keep))
		keep_now(self(s));
}

static void
log_hangup(struct screen *s)
{
	keep_now(self(s));
}

static void
log_bar(const struct screen *s, struct buf *out)
{
	buf_add(out, s->cols < 76 ? "Enter save  Tab complete  Up earlier  "
	    "Ctrl-G help  Esc" : "Enter save  Tab complete  Up earlier  "
	    "Ctrl-U clear  Ctrl-G examples  Esc leave");
}

static const struct screen_ops log_ops = {
	.name = "Quick entry", .size = sizeof(struct log_screen),
	.groups = G_LINE, .flags = SF_POPUP | SF_TYPES | SF_OWNBAR,
	.open = log_start, .close = log_close, .place = log_place,
	.draw = log_draw, .request = log_request, .key = log_key,
	.paste = log_paste, .idle = log_idle, .tick = log_tick,
	.hangup = log_hangup, .bar = log_bar,
};

void
quick_open(struct ui *ui, const int64_t *schools, size_t n, const char *text)
{
	struct log_arg a = {schools, n, text};

	stack_show(ui, &log_ops, &a);
}
