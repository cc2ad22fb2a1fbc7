/* join_screen.c - two records side by side, before one goes into the other.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row a field. The value that will hold is marked; a key takes the other, or
 * both where a field can hold both.
 */
#include "ui/join_screen.h"

#include <stdlib.h>

#include "app/join.h"
#include "app/record.h"
#include "app/text.h"
#include "base/mem.h"
#include "ui/cursor.h"
#include "ui/dialog.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

#define LABEL	16		/* columns of the labels */
#define TOP	2		/* rows of the heading */

struct join_screen {
	struct screen	 s;
	const struct entity *ent;
	int64_t		 gone, kept;
	struct join	 j;
	char		*names[2];	/* gone, kept */
	struct strs	 texts[2];	/* of each value */
	char		*said;		/* of the row at the cursor */
	size_t		 at, top;
};

struct join_arg {
	const struct entity *ent;
	int64_t		 gone, kept;
};

/* --- what is shown ------------------------------------------------------- */

static void
forget(struct join_screen *q)
{
	for (int k = 0; k < 2; k++) {
		free(q->names[k]);
		q->names[k] = NULL;
		strs_clear(&q->texts[k]);
	}
	join_close(&q->j);
}

static char *
name_of(const struct join_screen *q, int64_t id)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	title_text(q->s.app, q->ent, id, &b);
	return buf_take(&b);
}

/* A value that was typed stands where that of the one that stays stood. */
static void
read_texts(struct join_screen *q)
{
	const struct row *of[2] = {q->j.gone, q->j.kept};
	struct buf b;

	buf_init(&b, BUF_ROW);
	for (int k = 0; k < 2; k++) {
		strs_clear(&q->texts[k]);
		for (size_t i = 0; i < q->j.n; i++) {
			const struct join_value *v = &q->j.v[i];

			buf_reset(&b);
			value_shown(q->s.app, v->typed && k == 1 ? q->j.typed :
			    of[k], v->field, &b);
			strs_add(&q->texts[k], b.p);
		}
	}
	buf_clear(&b);
}

/* What the row at the cursor comes to, for the hint. */
static void
say_value(struct join_screen *q)
{
	const struct join_value *v = &q->j.v[q->at];
	struct row *r;
	struct buf b;

	buf_init(&b, BUF_ROW);
	if (q->at < q->j.n) {
		r = join_result(&q->j);
		buf_addf(&b, "%s: ", q->ent->fields[v->field].label);
		if (v->same)
			buf_add(&b, "the same in both.");
		else
			value_shown(q->s.app, r, v->field, &b);
		if (row_is_empty(r, v->field))
			buf_add(&b, "nothing");
		if (v->typed)
			buf_add(&b, " (typed)");
		else if (*v->why)
			buf_addf(&b, " (proposed: %s)", v->why);
		row_free(r);
	}
	free(q->said);
	q->said = buf_take(&b);
}

static enum status
read_both(struct join_screen *q, struct err *e)
{
	enum status st;

	forget(q);
	st = join_open(q->s.app, q->ent, q->gone, q->kept, &q->j, e);
	if (!st) {
		q->names[0] = name_of(q, q->gone);
		q->names[1] = name_of(q, q->kept);
		read_texts(q);
	}
	q->at = cursor_within(q->at, q->j.n);
	if (!st)
		say_value(q);
	return st;
}

static enum status
join_start(struct screen *s, const void *arg, struct err *e)
{
	struct join_screen *q = (struct join_screen *)s;
	const struct join_arg *a = arg;

	q->ent = a->ent;
	q->gone = a->gone;
	q->kept = a->kept;
	return read_both(q, e);
}

static void
join_left(struct screen *s)
{
	forget((struct join_screen *)s);
	free(((struct join_screen *)s)->said);
}

static int
rows_of(const struct join_screen *q)
{
	return q->s.rows - TOP;
}

/* Does the value of side K hold? */
static bool
holds(const struct join_value *v, int k)
{
	if (v->typed)
		return k == 1;
	if (v->same)
		return false;
	return v->take == JOIN_BOTH ||
	    v->take == (k == 0 ? JOIN_GONE : JOIN_KEPT);
}

static void
draw_value(const struct join_screen *q, int y, size_t i)
{
	const struct join_value *v = &q->j.v[i];
	const struct paint *p = &q->s.p;
	int width = (q->s.cols - LABEL - 3) / 2;

	draw_text(p, y, 1, 1, ROLE_TEXT, i == q->at ? ">" : "");
	draw_text(p, y, 3, LABEL - 4, i == q->at ? ROLE_CHOSEN : ROLE_MUTED,
	    q->ent->fields[v->field].label);
	for (int k = 0; k < 2; k++) {
		int x = LABEL + k * (width + 1);

		bool on = holds(v, k);

		draw_text(p, y, x, 1, ROLE_GOOD, on ? "*" : "");
		draw_text(p, y, x + 2, width - 2, v->same || on ? ROLE_TEXT :
		    ROLE_MUTED, q->texts[k].v[i]);
	}
}

static void
join_draw(struct screen *s)
{
	struct join_screen *q = (struct join_screen *)s;
	int width = (s->cols - LABEL - 3) / 2, rows = rows_of(q);
	static const char *const heads[] = {"goes", "stays"};

	q->top = cursor_top(q->top, q->at, q->j.n, rows);
	for (int k = 0; k < 2; k++) {
		int x = LABEL + 2 + k * (width + 1);

		draw_text(&s->p, 0, x, width - 2, ROLE_TITLE, q->names[k]);
		draw_text(&s->p, 1, x, width - 2, ROLE_MUTED, heads[k]);
	}
	for (int y = 0; y < rows && q->top + (size_t)y < q->j.n; y++)
		draw_value(q, TOP + y, q->top + (size_t)y);
	if (q->j.n)
		draw_cursor(&s->p, TOP + (int)(q->at - q->top), 1);
}

static void
join_where(const struct screen *s, struct buf *out)
{
	const struct join_screen *q = (const struct join_screen *)s;

	buf_addf(out, "%s > one of two", q->ent->plural);
}

static void
join_hint(const struct screen *s, struct buf *out)
{
	buf_add(out, ((const struct join_screen *)s)->said);
}

static bool
join_has_row(const struct screen *s)
{
	const struct join_screen *q = (const struct join_screen *)s;

	return q->at < q->j.n;
}

static const char *
join_why_not(const struct screen *s, enum request r)
{
	const struct join_screen *q = (const struct join_screen *)s;

	if (r == REQ_JOIN_TURN && q->at < q->j.n && q->j.v[q->at].same)
		return "Both say the same.";
	return NULL;
}

/* --- doing it ------------------------------------------------------------ */

static enum status
do_join(struct join_screen *q, bool try, struct told *told, struct err *e)
{
	struct app *app = q->s.app;
	struct buf label;
	enum status st = step_begin(app, e);

	*told = (struct told){0};
	if (st)
		return st;
	buf_init(&label, BUF_LINE);
	st = join_do(&q->j, told, e);
	if (!st)
		join_label(app, q->ent, q->gone, q->kept, &label);
	if (!st && try) {
		st = step_end(app, ST_INTERRUPTED, label.p, e);
		st = st == ST_INTERRUPTED ? ST_OK : st;
	} else {
		st = step_end(app, st, label.p, e);
	}
	buf_clear(&label);
	return st;
}

static void
on_yes(struct ui *ui, void *arg, bool yes)
{
	struct join_screen *q = arg;
	struct told told = {0};
	struct err e = {0};
	char *said;

	if (!yes) {
		say(ui, "Nothing was changed.");
		return;
	}
	if (do_join(q, false, &told, &e)) {
		say_err(ui, &e);
	} else {
		said = xasprintf("%s is %s now", q->names[0], q->names[1]);
		stack_pop(&q->s);
		say_done(ui, said);
		free(said);
		ui_changed(ui);
	}
	told_clear(&told);
}

static void
ask_yes(struct join_screen *q)
{
	struct ui *ui = q->s.ui;
	struct told told = {0};
	struct strs lines = {0};
	struct err e = {0};

	strs_take(&lines, xasprintf("%s goes into %s and is archived.",
	    q->names[0], q->names[1]));
	if (do_join(q, true, &told, &e)) {
		say_err(ui, &e);
	} else {
		if (!told.n)
			strs_add(&lines, "Nothing else names it.");
		told_lines(&told, "moved", &lines);
		dialog_preview(ui, "Two become one", &lines, on_yes, q);
	}
	strs_clear(&lines);
	told_clear(&told);
}

static bool
on_typed(struct ui *ui, void *arg, const char *text)
{
	struct join_screen *q = arg;
	struct err e = {0};

	if (text && join_type(&q->j,
	    q->ent->fields[q->j.v[q->at].field].id, text, &e)) {
		say_err(ui, &e);
		return false;
	}
	read_texts(q);
	say_value(q);
	return true;
}

static void
ask_value(struct join_screen *q)
{
	struct row *r = join_result(&q->j);
	int f = q->j.v[q->at].field;
	char *label = xasprintf("%s: ", q->ent->fields[f].label);
	struct buf b;

	buf_init(&b, BUF_ROW);
	value_text(q->s.app, r, f, &b);
	dialog_prompt(q->s.ui, label, b.p, on_typed, q);
	buf_clear(&b);
	free(label);
	row_free(r);
}

static void
turn(struct join_screen *q)
{
	join_turn(&q->j, q->at);
	read_texts(q);
}

static void
swap(struct join_screen *q)
{
	int64_t id = q->gone;
	struct err e = {0};

	q->gone = q->kept;
	q->kept = id;
	if (!read_both(q, &e))
		return;
	say_err(q->s.ui, &e);
	stack_pop(&q->s);
}

static enum request
join_request(struct screen *s, enum request r)
{
	struct join_screen *q = (struct join_screen *)s;

	if (cursor_move(&q->at, q->j.n, rows_of(q), r))
		q->at = cursor_within(q->at, q->j.n);
	else if (r == REQ_JOIN_TURN)
		turn(q);
	else if (r == REQ_JOIN_TYPE)
		ask_value(q);
	else if (r == REQ_JOIN_SWAP)
		swap(q);
	else if (r == REQ_JOIN_DO)
		ask_yes(q);
	else
		return r;
	if (r != REQ_JOIN_SWAP && r != REQ_JOIN_DO)
		say_value(q);
	return REQ_NONE;
}

static const struct screen_ops join_ops = {
	.name = "Two become one", .size = sizeof(struct join_screen),
	.groups = G_JOIN | G_MOVE | G_EVERY, .open = join_start,
	.close = join_left, .draw = join_draw, .where = join_where,
	.hint = join_hint, .why_not = join_why_not, .has_row = join_has_row,
	.request = join_request,
};

void
join_show(struct ui *ui, const struct entity *ent, int64_t gone, int64_t kept)
{
	struct join_arg a = {ent, gone, kept};

	stack_show(ui, &join_ops, &a);
}
