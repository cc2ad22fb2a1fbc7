/* dialog.c - small questions: screens with a callback, never nested loops.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/dialog.h"

#include <stdlib.h>
#include <string.h>

#include "app/begun.h"
#include "base/mem.h"
#include "model/tables.h"
#include "ui/keep.h"
#include "ui/keymap.h"
#include "ui/line.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

/* --- one line on row 23 -------------------------------------------------- */

/* Rows of what is said while one types, at most; of a filter, under which the
 * list changes with each key. */
enum { MOST_OVER = 4, FILTER_OVER = 2 };

struct prompt {
	struct screen	 s;
	struct line	 line;
	char		*label;
	struct question	 of;		/* by which it is kept */
	dialog_line_fn	 done;
	dialog_live_fn	 live;
	void		*arg;
	struct keep	 keep;
	bool		 filter;	/* of a list */
	int		 over;		/* rows of what was said, above its own */
	bool		 answered;	/* else closing it is leaving it */
};

struct prompt_arg {
	const char	*label, *text;
	dialog_line_fn	 done;
	dialog_live_fn	 live;
	void		*arg;
	bool		 filter;
};

/* The same words are asked of many records: what was typed about one is not
 * offered for another. */
static void
be_about(struct prompt *q)
{
	const struct screen *s = stack_main(q->s.ui);
	struct question of = {.label = q->label};
	int64_t schools[2];

	if (s && ((s->ops->here && s->ops->here(s, &of.ent, &of.id)) ||
	    (s->ops->record && s->ops->record(s, &of.ent, &of.id))))
		q->of = of;
	else if (s && s->ops->schools &&
	    s->ops->schools(s, schools, COUNT_OF(schools)) == 1)
		q->of = (struct question){q->label, entities[ENT_school],
		    schools[0]};
	else
		q->of = (struct question){.label = q->label};
}

/* What was typed when the session before broke off. */
static void
bring_back(struct prompt *q)
{
	char *begun = question_begun(q->s.app, &q->of);

	if (begun && strcmp(begun, q->line.text) != 0) {
		line_set(&q->line, begun);
		say(q->s.ui, "You had typed this; Ctrl-U empties it.");
	}
	free(begun);
}

static void
keep(struct prompt *q)
{
	struct err e = {0};

	if (q->keep.dirty && !q->filter)
		keep_tell(q->s.ui, question_keep(q->s.app, &q->of,
		    q->line.text, &e), &e);
	keep_done(&q->keep);
}

/* It was answered or left: nothing is to come back. */
static void
forget(struct ui *ui, const struct question *of)
{
	struct err e = {0};

	keep_tell(ui, question_keep(ui->app, of, "", &e), &e);
}

static enum status
prompt_start(struct screen *s, const void *arg, struct err *e)
{
	struct prompt *q = (struct prompt *)s;
	const struct prompt_arg *a = arg;

	(void)e;
	q->label = xstrdup(a->label);
	q->done = a->done;
	q->live = a->live;
	q->arg = a->arg;
	q->filter = a->filter;
	line_init(&q->line, 2000, a->text);
	if (!q->filter) {
		be_about(q);
		bring_back(q);
	}
	return ST_OK;
}

static void
prompt_close(struct screen *s)
{
	struct prompt *q = (struct prompt *)s;

	if (!q->answered)
		q->done(s->ui, q->arg, NULL);
	free(q->label);
	line_clear(&q->line);
}

static void
prompt_place(struct screen *s, int rows, int cols, struct place *at)
{
	int over = ((const struct prompt *)s)->over;

	*at = (struct place){.rows = 1 + over, .cols = cols,
	    .y = rows - 2 - over};
}

/* What was said stands at the end of the row; what would take more than half of
 * it, in rows of its own above. */
static void
prompt_draw(struct screen *s)
{
	struct prompt *q = (struct prompt *)s;
	const char *said = s->ui->message;
	int x, at, width = *said ? draw_width(&s->p, said) + 2 : 0;
	int over = width > s->cols / 2 ? draw_wrap_rows(&s->p, q->filter ?
	    FILTER_OVER : MOST_OVER, s->cols, said) : 0;

	if (over != q->over) {
		q->over = over;
		stack_place(s);
	}
	if (over > 0) {
		draw_wrap(&s->p, 0, 0, over, s->cols, ROLE_WARN, said);
		width = 0;
	}
	x = draw_text(&s->p, over, 0, s->cols - 10, ROLE_TITLE, q->label);
	at = line_draw(&q->line, &s->p, over, x, s->cols - x - width,
	    ROLE_TYPED);
	if (width > 0)
		draw_right(&s->p, over, s->cols - width, width, ROLE_WARN,
		    said);
	draw_cursor(&s->p, over, x + at);
}

/* Answer, popping the line unless it is to stay. The callback may open other
 * screens, so the line is gone before it runs and comes back when refused. */
static void
answer(struct prompt *q, bool take)
{
	struct ui *ui = q->s.ui;
	dialog_line_fn done = q->done;
	dialog_live_fn live = q->live;
	void *arg = q->arg;
	bool filter = q->filter;
	char *text = take ? xstrdup(q->line.text) : NULL;
	char *label = xstrdup(q->label);
	struct question of = q->of;
	size_t n;

	for (n = filter && text ? strlen(text) : 0; n && text[n - 1] == ' '; )
		text[--n] = '\0';
	of.label = label;
	q->answered = true;
	stack_pop(&q->s);
	if (done(ui, arg, text) || !take) {
		if (!filter)
			forget(ui, &of);
	} else {
		if (filter)
			dialog_filter(ui, text, done, live, arg);
		else if (live)
			dialog_prompt_live(ui, label, text, done, live, arg);
		else
			dialog_prompt(ui, label, text, done, arg);
	}
	free(label);
	free(text);
}

static void
typed(struct prompt *q)
{
	keep_typed(&q->keep);
	if (q->live)
		q->live(q->s.ui, q->arg, q->line.text);
}

static enum request
prompt_request(struct screen *s, enum request r)
{
	struct prompt *q = (struct prompt *)s;

	switch (r) {
	case REQ_LINE_OK:
		answer(q, true);
		return REQ_NONE;
	case REQ_LINE_LEAVE:
		answer(q, false);
		return REQ_NONE;
	case REQ_LINE_CLEAR:
		line_set(&q->line, "");
		typed(q);
		return REQ_NONE;
	case REQ_LINE_HELP:
		say(s->ui, "Enter takes it, Esc leaves, Ctrl-U empties it.");
		return REQ_NONE;
	default:
		return REQ_NONE;
	}
}

static bool
prompt_key(struct screen *s, int key)
{
	struct prompt *q = (struct prompt *)s;

	if (!line_key(&q->line, key))
		return false;
	typed(q);
	return true;
}

static void
prompt_paste(struct screen *s, const char *text)
{
	struct prompt *q = (struct prompt *)s;

	line_insert(&q->line, text);
	typed(q);
}

static void
prompt_tick(struct screen *s)
{
	if (keep_due(&((struct prompt *)s)->keep))
		keep((struct prompt *)s);
}

static void
prompt_hangup(struct screen *s)
{
	keep((struct prompt *)s);
}

static void
prompt_bar(const struct screen *s, struct buf *out)
{
	buf_add(out, ((const struct prompt *)s)->filter ?
	    "Enter keep the filter   Ctrl-U empty it   Esc take it off" :
	    "Enter take it   Ctrl-U empty   Esc leave");
}

static const struct screen_ops prompt_ops = {
	.name = "A line", .size = sizeof(struct prompt), .groups = G_LINE,
	.flags = SF_POPUP | SF_TYPES | SF_OWNBAR,
	.open = prompt_start, .close = prompt_close, .place = prompt_place,
	.draw = prompt_draw, .request = prompt_request, .key = prompt_key,
	.paste = prompt_paste, .tick = prompt_tick,
	.hangup = prompt_hangup, .bar = prompt_bar,
};

bool
dialog_prompt_live(struct ui *ui, const char *label, const char *text,
    dialog_line_fn done, dialog_live_fn live, void *arg)
{
	struct prompt_arg a = {label, text, done, live, arg, false};

	return stack_show(ui, &prompt_ops, &a);
}

bool
dialog_prompt(struct ui *ui, const char *label, const char *text,
    dialog_line_fn done, void *arg)
{
	return dialog_prompt_live(ui, label, text, done, NULL, arg);
}

bool
dialog_filter(struct ui *ui, const char *text, dialog_line_fn done,
    dialog_live_fn live, void *arg)
{
	char *begun = xasprintf("%s%s", text, *text ? " " : "");
	struct prompt_arg a = {"/", begun, done, live, arg, true};
	bool shown = stack_show(ui, &prompt_ops, &a);

	free(begun);
	return shown;
}

/* --- yes or no on row 23 ------------------------------------------------- */

struct confirm {
	struct screen	 s;
	char		*question;
	dialog_yes_fn	 done;
	void		*arg;
	bool		 answered;
};

static enum status
confirm_start(struct screen *s, const void *arg, struct err *e)
{
	struct confirm *q = (struct confirm *)s;
	const struct confirm *a = arg;

	(void)e;
	q->question = xstrdup(a->question);
	q->done = a->done;
	q->arg = a->arg;
	return ST_OK;
}

static void
confirm_close(struct screen *s)
{
	struct confirm *q = (struct confirm *)s;

	if (!q->answered)
		q->done(s->ui, q->arg, false);
	free(q->question);
}

static void
confirm_place(struct screen *s, int rows, int cols, struct place *at)
{
	(void)s;
	*at = (struct place){.rows = 1, .cols = cols, .y = rows - 2};
}

static void
confirm_draw(struct screen *s)
{
	struct confirm *q = (struct confirm *)s;
	int x;

	x = draw_text(&s->p, 0, 0, s->cols - 2, ROLE_WARN, q->question);
	draw_cursor(&s->p, 0, x + 1);
}

static bool
confirm_key(struct screen *s, int key)
{
	struct confirm *q = (struct confirm *)s;
	struct ui *ui = s->ui;
	dialog_yes_fn done = q->done;
	void *arg = q->arg;

	if (key != 'y' && key != 'Y' && key != 'n' && key != 'N' &&
	    key != KEY_ESC && key != 'q')
		return true;		/* only these answer */
	q->answered = true;
	stack_pop(s);
	done(ui, arg, key == 'y' || key == 'Y');
	return true;
}

static void
confirm_bar(const struct screen *s, struct buf *out)
{
	(void)s;
	buf_add(out, "y yes   n no");
}

static const struct screen_ops confirm_ops = {
	.name = "A question", .size = sizeof(struct confirm),
	.flags = SF_POPUP | SF_TYPES | SF_OWNBAR,
	.open = confirm_start, .close = confirm_close,
	.place = confirm_place, .draw = confirm_draw, .key = confirm_key,
	.bar = confirm_bar,
};

bool
dialog_confirm(struct ui *ui, const char *question, dialog_yes_fn done,
    void *arg)
{
	struct confirm a = {.question = (char *)(uintptr_t)question,
	    .done = done, .arg = arg};

	return stack_show(ui, &confirm_ops, &a);
}
