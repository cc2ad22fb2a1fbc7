/* find_screen.c - o: open any record by words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/find.h"
#include "base/mem.h"
#include "base/str.h"
#include "ui/command.h"
#include "ui/keymap.h"
#include "ui/line.h"
#include "ui/list_rows.h"
#include "ui/menus.h"
#include "ui/stack.h"
#include "ui/statusbar.h"
#include "ui/ui.h"

#define MOST 50

struct find {
	struct screen	 s;
	struct line	 typed;
	struct hits	 hits;
	size_t		 at, top;
	bool		 stale;		/* typed since the last search */
	bool		 all;		/* everything that mentions it */
};

static enum status
find_start(struct screen *s, const void *arg, struct err *e)
{
	(void)arg;
	(void)e;
	line_init(&((struct find *)s)->typed, 200, "");
	return ST_OK;
}

static void
find_close(struct screen *s)
{
	struct find *f = (struct find *)s;

	line_clear(&f->typed);
	hits_clear(&f->hits);
}

static void
find_place(struct screen *s, int rows, int cols, struct place *at)
{
	(void)s;
	at->rows = rows - 5 < 16 ? rows - 5 : 16;
	at->cols = cols - 4 < 90 ? cols - 4 : 90;
	at->y = 2;
	at->x = (cols - at->cols) / 2;
}

static void
search(struct find *f)
{
	struct err e = {0};
	enum status st;

	hits_clear(&f->hits);
	f->at = f->top = 0;
	f->stale = false;
	if (str_empty(f->typed.text))
		return;
	st = f->all ? find_all(f->s.app, f->typed.text, MOST,
	    f->s.ui->opts->script ? 0 : LIST_SLICE_MS, &f->hits, &e) :
	    find_names(f->s.app, NULL, f->typed.text, MOST, &f->hits, &e);
	if (st)
		say_err(f->s.ui, &e);
}

static void
draw_hit(const struct find *f, int y, size_t i)
{
	const struct paint *p = &f->s.p;
	const struct hit *h = &f->hits.v[i];
	int left = f->s.cols * 5 / 9, x;
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_add(&b, h->title);
	if (h->also)
		buf_addf(&b, " (%s)", h->also);
	if (i == f->at) {
		draw_text(p, y, 1, 1, ROLE_TEXT, ">");
		draw_text(p, y, 3, left - 3, ROLE_CHOSEN, b.p);
	} else {
		draw_match(p, y, 3, left - 3, ROLE_TEXT, b.p, f->typed.text);
	}
	x = left + 1;
	x += draw_text(p, y, x, 10, ROLE_MUTED, h->ent->title) + 2;
	draw_text(p, y, x, f->s.cols - x - 1, ROLE_MUTED,
	    h->where ? h->where : "");
	buf_clear(&b);
}

static void
find_draw(struct screen *s)
{
	struct find *f = (struct find *)s;
	int rows = s->rows - 3, y, at;
	size_t i;

	draw_frame(&s->p, f->all ? "Everything that mentions it" :
	    "Open a record");
	at = line_draw(&f->typed, &s->p, 1, 2, s->cols - 4, ROLE_TYPED);
	if (f->at >= f->top + (size_t)rows)
		f->top = f->at - (size_t)rows + 1;
	if (f->at < f->top)
		f->top = f->at;
	for (y = 0; y < rows; y++) {
		i = f->top + (size_t)y;
		if (i >= f->hits.n)
			break;
		draw_hit(f, 2 + y, i);
	}
	if (!f->hits.n)
		draw_text(&s->p, 2, 2, s->cols - 4, ROLE_MUTED,
		    str_empty(f->typed.text) ?
		    "Type words of its name, a URN, a company number." :
		    f->stale ? "" : f->all ? "Nothing mentions it." :
		    "No name has these words; Tab looks in all texts.");
	draw_cursor(&s->p, 1, 2 + at);
}

static enum request
find_request(struct screen *s, enum request r)
{
	struct find *f = (struct find *)s;
	struct ui *ui = s->ui;
	const struct entity *ent;
	int64_t id;

	switch (r) {
	case REQ_LINE_UP:
		f->at -= f->at ? 1 : 0;
		return REQ_NONE;
	case REQ_LINE_DOWN:
		f->at += f->at + 1 < f->hits.n ? 1 : 0;
		return REQ_NONE;
	case REQ_LINE_CLEAR:
		line_set(&f->typed, "");
		f->stale = true;
		return REQ_NONE;
	case REQ_LINE_TAB:
		f->all = !f->all;
		f->stale = true;
		return REQ_NONE;
	case REQ_LINE_OK:
		if (f->stale)
			search(f);
		if (f->at >= f->hits.n)
			return REQ_NONE;
		ent = f->hits.v[f->at].ent;
		id = f->hits.v[f->at].id;
		stack_pop(s);
		command_open(ui, ent, id);
		return REQ_NONE;
	case REQ_LINE_LEAVE:
		stack_pop(s);
		return REQ_NONE;
	default:
		return REQ_NONE;
	}
}

static bool
find_key(struct screen *s, int key)
{
	struct find *f = (struct find *)s;

	if (!line_key(&f->typed, key))
		return false;
	f->stale = true;
	return true;
}

static void
find_paste(struct screen *s, const char *text)
{
	struct find *f = (struct find *)s;

	line_insert(&f->typed, text);
	f->stale = true;
}

/* One search for all keys that were waiting. */
static bool
find_idle(struct screen *s)
{
	struct find *f = (struct find *)s;

	if (!f->stale)
		return false;
	search(f);
	return true;
}

static void
find_bar(const struct screen *s, struct buf *out)
{
	const struct find *f = (const struct find *)s;

	buf_addf(out, "Enter open   Up Down choose   Tab %s   Esc leave",
	    f->all ? "names only" : "all texts");
}

static const struct screen_ops find_ops = {
	.name = "Open any record", .size = sizeof(struct find),
	.groups = G_LINE, .flags = SF_POPUP | SF_TYPES | SF_OWNBAR,
	.open = find_start, .close = find_close, .place = find_place,
	.draw = find_draw, .request = find_request, .key = find_key,
	.paste = find_paste, .idle = find_idle, .bar = find_bar,
};

void
find_open(struct ui *ui)
{
	stack_show(ui, &find_ops, NULL);
}
