/* dialog_preview.c - what would change, line by line, then yes or no.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "base/mem.h"
#include "ui/dialog.h"
#include "ui/keymap.h"
#include "ui/stack.h"

#define WIDE 76			/* columns, when the terminal has them */

struct preview {
	struct screen	 s;
	char		*title;
	struct strs	 lines;
	size_t		 top;		/* the first that is shown */
	size_t		 last;		/* the highest TOP may be */
	dialog_yes_fn	 done;
	void		*arg;
	bool		 answered;
};

struct preview_arg {
	const char	*title;
	const struct strs *lines;
	dialog_yes_fn	 done;
	void		*arg;
};

static enum status
preview_open(struct screen *s, const void *arg, struct err *e)
{
	struct preview *q = (struct preview *)s;
	const struct preview_arg *a = arg;
	size_t i;

	(void)e;
	q->title = xstrdup(a->title);
	for (i = 0; i < a->lines->n; i++)
		strs_add(&q->lines, a->lines->v[i]);
	q->done = a->done;
	q->arg = a->arg;
	return ST_OK;
}

static void
preview_close(struct screen *s)
{
	struct preview *q = (struct preview *)s;

	if (!q->answered)
		q->done(s->ui, q->arg, false);
	strs_clear(&q->lines);
	free(q->title);
}

static int
rows_of(const struct preview *q, const struct paint *p, size_t i, int cols)
{
	int n = draw_wrap_rows(p, 99, cols, q->lines.v[i]);

	return n > 0 ? n : 1;
}

static void
preview_place(struct screen *s, int rows, int cols, struct place *at)
{
	struct preview *q = (struct preview *)s;
	size_t i;
	int n = 0;

	at->cols = cols - 4 < WIDE ? cols - 4 : WIDE;
	for (i = 0; i < q->lines.n; i++)
		n += rows_of(q, &s->p, i, at->cols - 4);
	at->rows = n + 2 < rows - 3 ? n + 2 : rows - 3;
	at->y = (rows - at->rows) / 2;
	at->x = (cols - at->cols) / 2;
}

static void
preview_layout(struct screen *s)
{
	struct preview *q = (struct preview *)s;
	int room = s->rows - 2;

	for (q->last = q->lines.n; q->last > 0; q->last--) {
		room -= rows_of(q, &s->p, q->last - 1, s->cols - 4);
		if (room < 0)
			break;
	}
	if (q->top > q->last)
		q->top = q->last;
}

static void
preview_draw(struct screen *s)
{
	struct preview *q = (struct preview *)s;
	int y = 1, n;
	size_t i;

	draw_frame(&s->p, q->title);
	if (q->top < q->last)
		draw_frame_more(&s->p);
	for (i = q->top; i < q->lines.n && y < s->rows - 1; i++) {
		n = rows_of(q, &s->p, i, s->cols - 4);
		if (n > s->rows - 1 - y)
			n = s->rows - 1 - y;
		draw_wrap(&s->p, y, 2, n, s->cols - 4, ROLE_TEXT,
		    q->lines.v[i]);
		y += n;
	}
}

static void
answer(struct preview *q, bool yes)
{
	struct ui *ui = q->s.ui;
	dialog_yes_fn done = q->done;
	void *arg = q->arg;

	q->answered = true;
	stack_pop(&q->s);
	done(ui, arg, yes);
}

static size_t
top_after(const struct preview *q, enum request r)
{
	size_t page = q->s.rows > 4 ? (size_t)q->s.rows / 2 : 1;

	switch (r) {
	case REQ_MENU_DOWN:
		return q->top < q->last ? q->top + 1 : q->last;
	case REQ_MENU_UP:
		return q->top > 0 ? q->top - 1 : 0;
	case REQ_MENU_PGDN:
		return q->last - q->top > page ? q->top + page : q->last;
	case REQ_MENU_PGUP:
		return q->top > page ? q->top - page : 0;
	case REQ_MENU_HOME:
		return 0;
	case REQ_MENU_END:
		return q->last;
	default:
		return q->top;
	}
}

static enum request
preview_request(struct screen *s, enum request r)
{
	struct preview *q = (struct preview *)s;

	if (r == REQ_MENU_OK || r == REQ_MENU_LEAVE)
		answer(q, r == REQ_MENU_OK);
	else
		q->top = top_after(q, r);
	return REQ_NONE;
}

static bool
preview_key(struct screen *s, int key)
{
	if (key == 'y' || key == 'Y' || key == 'n' || key == 'N')
		answer((struct preview *)s, key == 'y' || key == 'Y');
	return true;			/* only these answer */
}

static void
preview_bar(const struct screen *s, struct buf *out)
{
	const struct preview *q = (const struct preview *)s;

	buf_addf(out, "y or Enter: do it   n or Esc: leave it%s",
	    q->last > 0 ? "   Up Down: more" : "");
}

static const struct screen_ops preview_ops = {
	.name = "A preview", .size = sizeof(struct preview), .groups = G_MENU,
	.flags = SF_POPUP | SF_OWNBAR,
	.open = preview_open, .close = preview_close, .place = preview_place,
	.layout = preview_layout, .draw = preview_draw,
	.request = preview_request, .key = preview_key, .bar = preview_bar,
};

bool
dialog_preview(struct ui *ui, const char *title, const struct strs *lines,
    dialog_yes_fn done, void *arg)
{
	struct preview_arg a = {title, lines, done, arg};

	return stack_show(ui, &preview_ops, &a);
}
