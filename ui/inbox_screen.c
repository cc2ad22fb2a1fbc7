/* inbox_screen.c - g i: what waits for an answer: records that may be one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They are looked for in slices while no key waits; those found so far are
 * there from the first.
 */
#include "ui/inbox_screen.h"

#include <stdlib.h>

#include "app/duplicates.h"
#include "app/join.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/tables.h"
#include "ui/command.h"
#include "ui/cursor.h"
#include "ui/join_screen.h"
#include "ui/stack.h"
#include "ui/statusbar.h"
#include "ui/ui.h"

#define SLICE_MS	5
#define LINES		2	/* rows of a pair */

static const enum entity_no kinds[] = {ENT_employer, ENT_partner,
    ENT_contact};

struct entry {
	const struct entity *ent;
	int64_t		 a, b;
	int		 score;
	char		*names[2];
	char		*why;
};
struct inbox {
	struct screen	 s;
	struct entry	*v;
	size_t		 n, at, top;
	size_t		 kind;		/* being looked through */
	struct duplicates d;
	bool		 begun, done;
};

static void
forget(struct inbox *q)
{
	for (size_t i = 0; i < q->n; i++) {
		free(q->v[i].names[0]);
		free(q->v[i].names[1]);
		free(q->v[i].why);
	}
	free(q->v);
	if (q->begun)
		duplicates_clear(&q->d);
	q->v = NULL;
	q->n = q->kind = 0;
	q->begun = q->done = false;
}

static void
inbox_close(struct screen *s)
{
	forget((struct inbox *)s);
}

static char *
name_of(struct inbox *q, int64_t id)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	title_text(q->s.app, q->d.ent, id, &b);
	return buf_take(&b);
}

/* "same postcode; but other towns" */
static char *
reasons(const struct dup_judged *why)
{
	struct buf b, con;

	buf_init(&b, BUF_LINE);
	buf_init(&con, BUF_LINE);
	dup_words(why, false, &b);
	dup_words(why, true, &con);
	if (con.n)
		buf_addf(&b, "; but %s", con.p);
	buf_clear(&con);
	return buf_take(&b);
}

static void
take_pairs(struct inbox *q)
{
	q->v = xreallocarray(q->v, q->n + q->d.n, sizeof *q->v);
	for (size_t i = 0; i < q->d.n; i++) {
		const struct dup_pair *p = &q->d.pair[i];

		q->v[q->n++] = (struct entry){q->d.ent, p->a, p->b,
		    p->why.score, {name_of(q, p->a), name_of(q, p->b)},
		    reasons(&p->why)};
	}
}

static enum status
one_slice(struct inbox *q, int ms, struct err *e)
{
	bool done = false;
	enum status st = ST_OK;

	if (!q->begun)
		st = duplicates_begin(&q->d, q->s.app,
		    entities[kinds[q->kind]], NULL, 0, e);
	q->begun = q->begun || !st;
	if (!st)
		st = duplicates_go(&q->d, ms, &done, e);
	if (st || !done)
		return st;
	if (q->d.n)
		take_pairs(q);
	duplicates_clear(&q->d);
	q->begun = false;
	q->done = ++q->kind == COUNT_OF(kinds);
	if (q->done)
		q->at = cursor_within(q->at, q->n);
	return ST_OK;
}

/* A script sees all of it at once. */
static bool
inbox_idle(struct screen *s)
{
	struct inbox *q = (struct inbox *)s;
	bool whole = s->ui->opts->script != NULL;
	struct err e = {0};

	if (q->done)
		return false;
	do {
		if (one_slice(q, whole ? 0 : SLICE_MS, &e)) {
			if (e.st != ST_BUSY)
				say_err(s->ui, &e);
			q->done = e.st != ST_BUSY;
			break;
		}
	} while (whole && !q->done);
	return true;
}

/* Somebody saved: all is looked at again, the cursor stays. */
static void
inbox_changed(struct screen *s)
{
	forget((struct inbox *)s);
}

static int
pairs_shown(const struct inbox *q)
{
	return q->s.rows / LINES > 0 ? q->s.rows / LINES : 1;
}

static void
draw_entry(const struct inbox *q, int y, size_t i)
{
	const struct paint *p = &q->s.p;
	const struct entry *v = &q->v[i];
	bool here = i == q->at;
	int x = 18, width = (q->s.cols - x - 2) / 2;

	draw_text(p, y, 1, 1, ROLE_TEXT, here ? ">" : "");
	draw_fmt(p, y, 3, 3, ROLE_MUTED, "%3d", v->score);
	draw_text(p, y, 7, 10, here ? ROLE_CHOSEN : ROLE_MUTED,
	    v->ent->title);
	draw_text(p, y, x, width, here ? ROLE_CHOSEN : ROLE_TEXT,
	    v->names[0]);
	draw_text(p, y, x + width + 1, width, here ? ROLE_CHOSEN : ROLE_TEXT,
	    v->names[1]);
	draw_text(p, y + 1, x, q->s.cols - x - 1, ROLE_MUTED, v->why);
}

static void
inbox_draw(struct screen *s)
{
	struct inbox *q = (struct inbox *)s;
	int rows = pairs_shown(q);
	size_t at = cursor_within(q->at, q->n);

	q->top = cursor_top(q->top, at, q->n, rows);
	for (int k = 0; k < rows && q->top + (size_t)k < q->n; k++)
		draw_entry(q, k * LINES, q->top + (size_t)k);
	if (!q->n)
		draw_text(&s->p, 1, 3, s->cols - 4, ROLE_MUTED, q->done ?
		    "Nothing waits for an answer: no two employers, partners "
		    "or people look like one." : "Looking through names...");
	else
		draw_cursor(&s->p, (int)(at - q->top) * LINES, 1);
}

static void
inbox_where(const struct screen *s, struct buf *out)
{
	(void)s;
	buf_add(out, "To answer");
}

static void
inbox_right(const struct screen *s, struct buf *out)
{
	const struct inbox *q = (const struct inbox *)s;

	if (q->done)
		buf_addf(out, "%zu may be one", q->n);
	else
		buf_addf(out, "%s: %zu read", entities[kinds[q->kind]]->plural,
		    q->begun ? q->d.read : 0);
}

static void
inbox_hint(const struct screen *s, struct buf *out)
{
	const struct inbox *q = (const struct inbox *)s;

	if (q->at < q->n)
		buf_addf(out, "%sEnter shows both; nothing is joined yet.",
		    s->cols < 76 ? "" : "Two records of one, perhaps. ");
}

static bool
inbox_has_row(const struct screen *s)
{
	const struct inbox *q = (const struct inbox *)s;

	return q->at < q->n;
}

static void
show_both(struct inbox *q, const struct entry *v)
{
	int64_t gone = v->b, kept = v->a;
	struct err e = {0};

	if (join_order(q->s.app, v->ent, &gone, &kept, &e))
		say_err(q->s.ui, &e);
	else
		join_show(q->s.ui, v->ent, gone, kept);
}

static void
deny(struct inbox *q, const struct entry *v)
{
	struct ui *ui = q->s.ui;
	struct err e = {0};
	char *said;

	if (duplicates_deny(q->s.app, v->ent, v->a, v->b, &e)) {
		say_err(ui, &e);
		return;
	}
	said = xasprintf("%s is not %s", v->names[0], v->names[1]);
	say_done(ui, said);
	free(said);
	ui_changed(ui);
}

static enum request
inbox_request(struct screen *s, enum request r)
{
	struct inbox *q = (struct inbox *)s;
	const struct entry *v = q->at < q->n ? &q->v[q->at] : NULL;

	if (cursor_move(&q->at, q->n, pairs_shown(q), r))
		q->at = cursor_within(q->at, q->n);
	else if (r == REQ_INBOX_BOTH && v)
		show_both(q, v);
	else if (r == REQ_INBOX_NOT && v)
		deny(q, v);
	else if (r == REQ_INBOX_FIRST && v)
		command_open(s->ui, v->ent, v->a);
	else if (r == REQ_INBOX_OTHER && v)
		command_open(s->ui, v->ent, v->b);
	else
		return r;
	return REQ_NONE;
}

static const struct screen_ops inbox_ops = {
	.name = "To answer", .size = sizeof(struct inbox),
	.groups = G_INBOX | G_MOVE | G_EVERY, .close = inbox_close,
	.draw = inbox_draw, .where = inbox_where, .right = inbox_right,
	.hint = inbox_hint, .has_row = inbox_has_row,
	.request = inbox_request, .data_changed = inbox_changed,
	.idle = inbox_idle,
};

void
inbox_open(struct ui *ui)
{
	stack_show(ui, &inbox_ops, NULL);
}
