/* pick_screen.c - choose one record by its words, and hand it back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/pick_screen.h"

#include <stdlib.h>

#include "base/mem.h"
#include "ui/line.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

struct pick_screen {
	struct screen	 s;
	struct line	 line;
	struct picker	 pick;
	const struct field *f;
	char		*title;
	pick_fn		 done;
	void		*arg;
	bool		 answered;
};

struct pick_arg {
	const char	*title;
	const struct field *f;
	pick_fn		 done;
	void		*arg;
};

static enum status
pick_start(struct screen *s, const void *arg, struct err *e)
{
	struct pick_screen *ps = (struct pick_screen *)s;
	const struct pick_arg *a = arg;

	ps->title = xstrdup(a->title);
	ps->f = a->f;
	ps->done = a->done;
	ps->arg = a->arg;
	line_init(&ps->line, 400, "");
	return picker_find(&ps->pick, s->app, ps->f, "", true, true, e);
}

static void
pick_close(struct screen *s)
{
	struct pick_screen *ps = (struct pick_screen *)s;

	if (!ps->answered)
		ps->done(s->ui, ps->arg, NULL);
	free(ps->title);
	line_clear(&ps->line);
	picker_clear(&ps->pick);
}

static void
pick_place(struct screen *s, int rows, int cols, struct place *at)
{
	(void)s;
	at->rows = PICKER_ROWS + 3 < rows - 3 ? PICKER_ROWS + 3 : rows - 3;
	at->cols = cols - 8 < 70 ? cols - 8 : 70;
	at->y = rows - 2 - at->rows;
	at->x = (cols - at->cols) / 2;
}

static void
pick_layout(struct screen *s)
{
	struct pick_screen *ps = (struct pick_screen *)s;

	picker_place(&ps->pick, &s->p, s->rows - 3, s->cols - 4, 2, 1);
}

static void
pick_draw(struct screen *s)
{
	struct pick_screen *ps = (struct pick_screen *)s;
	int at;

	draw_frame(&s->p, ps->title);
	picker_draw(&ps->pick, &s->p);
	at = line_draw(&ps->line, &s->p, 1, 2, s->cols - 4, ROLE_TYPED);
	draw_cursor(&s->p, 1, 2 + at);
}

static void
update(struct pick_screen *ps)
{
	struct err e = {0};

	if (picker_find(&ps->pick, ps->s.app, ps->f, ps->line.text, true,
	    true, &e))
		say_err(ps->s.ui, &e);
	pick_layout(&ps->s);
}

static void
answer(struct pick_screen *ps, const struct pick *v)
{
	struct ui *ui = ps->s.ui;
	struct pick copy = {0};
	pick_fn done = ps->done;
	void *arg = ps->arg;

	if (v) {
		copy = *v;
		copy.name = xstrdup(v->name);
		copy.where = xstrdup(v->where);
	}
	ps->answered = true;
	stack_pop(&ps->s);
	done(ui, arg, v ? &copy : NULL);
	free(copy.name);
	free(copy.where);
}

static enum request
pick_request(struct screen *s, enum request r)
{
	struct pick_screen *ps = (struct pick_screen *)s;
	const struct pick *v;

	switch (r) {
	case REQ_LINE_OK:
		v = picker_choice(&ps->pick);
		if (v) {
			answer(ps, v);
		} else if (ps->pick.n) {
			picker_number(&ps->pick);
			pick_layout(s);
			say_warn(s->ui, "Several fit equally: type the number,"
			    " more letters, or use the arrows.");
		} else {
			say(s->ui, "Type letters of the name.");
		}
		return REQ_NONE;
	case REQ_LINE_LEAVE:
		answer(ps, NULL);
		return REQ_NONE;
	case REQ_LINE_CLEAR:
		line_set(&ps->line, "");
		update(ps);
		return REQ_NONE;
	case REQ_LINE_UP:
	case REQ_LINE_DOWN:
	case REQ_LINE_TAB:
		picker_move(&ps->pick, r == REQ_LINE_UP ? REQ_MENU_UP :
		    REQ_MENU_DOWN);
		pick_layout(s);
		return REQ_NONE;
	default:
		say(s->ui, "Type letters of the name; Enter takes the row, Esc"
		    " leaves.");
		return REQ_NONE;
	}
}

static bool
pick_key(struct screen *s, int key)
{
	struct pick_screen *ps = (struct pick_screen *)s;
	const struct pick *v = picker_by_digit(&ps->pick, key);

	if (v) {
		answer(ps, v);
		return true;
	}
	if (!line_key(&ps->line, key))
		return false;
	update(ps);
	return true;
}

static void
pick_bar(const struct screen *s, struct buf *out)
{
	(void)s;
	buf_add(out, "letters of the name   Enter take it   Down next   Esc "
	    "leave");
}

static const struct screen_ops pick_ops = {
	.name = "A record", .size = sizeof(struct pick_screen),
	.groups = G_LINE, .flags = SF_POPUP | SF_TYPES | SF_OWNBAR,
	.open = pick_start, .close = pick_close, .place = pick_place,
	.layout = pick_layout, .draw = pick_draw, .request = pick_request,
	.key = pick_key, .bar = pick_bar,
};

void
pick_open(struct ui *ui, const char *title, const struct field *f, pick_fn done,
    void *arg)
{
	struct pick_arg a = {title, f, done, arg};

	stack_show(ui, &pick_ops, &a);
}
