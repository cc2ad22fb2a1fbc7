/* dialog_choose.c - one of several, by cursor or by number; a text to read.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ui/dialog.h"
#include "ui/keymap.h"
#include "ui/menu_list.h"
#include "ui/stack.h"

#define WIDE		72	/* columns, when the terminal has them */
#define MOST_ROWS	40	/* of a line of the text */
#define MOST_WHOLE	4	/* … of the choice at hand, where it is cut above */

struct choose {
	struct screen	 s;
	char		*title, *text;
	struct menu_list list;
	int		 text_rows;
	int		 whole_rows;	/* where a choice that is too wide stands whole */
	dialog_pick_fn	 done;
	void		*arg;
	const char	*keys;		/* one a choice; NULL: numbers */
	bool		 answered;	/* else closing it is leaving it */
};

struct choose_arg {
	const char		*title, *text;
	const struct strs	*choices;
	int			 first;
	dialog_pick_fn		 done;
	void			*arg;
	const char		*keys;
};

static enum status
choose_open(struct screen *s, const void *arg, struct err *e)
{
	struct choose *q = (struct choose *)s;
	const struct choose_arg *a = arg;
	char number[8];
	size_t i;

	(void)e;
	q->title = xstrdup(a->title);
	q->text = xstrdup(a->text);
	q->done = a->done;
	q->arg = a->arg;
	q->keys = a->keys;
	for (i = 0; a->choices && i < a->choices->n; i++) {
		if (a->keys)
			snprintf(number, sizeof number, "%c", a->keys[i]);
		else
			snprintf(number, sizeof number, i < 9 ? "%zu" : " ",
			    i + 1);
		menu_list_add(&q->list, number, a->choices->v[i], (int)i);
	}
	q->list.at = a->first > 0 ? (size_t)a->first : 0;
	return ST_OK;
}

static void
choose_close(struct screen *s)
{
	struct choose *q = (struct choose *)s;

	if (!q->answered && q->done)
		q->done(s->ui, q->arg, -1);
	menu_list_clear(&q->list);
	free(q->title);
	free(q->text);
}

/* Lines TEXT takes in COLS columns. */
static int
lines_of(const struct paint *p, const char *text, int cols)
{
	int n = 0;

	while (*text) {
		size_t len = strcspn(text, "\n");
		char *line = xstrndup(text, len);

		n += len ? draw_wrap_rows(p, MOST_ROWS, cols, line) : 1;
		text += len + (text[len] != '\0');
		free(line);
	}
	return n;
}

/* Is it wider than its line in the list: the mark, a number, two blanks? */
static bool
is_cut(const struct paint *p, const struct menu_item *it, int cols)
{
	return draw_width(p, it->name) + draw_width(p, it->words) + 4 > cols;
}

/* Rows for the longest of those that are cut. */
static int
whole_rows(const struct choose *q, int cols)
{
	int most = 0, n;

	for (size_t i = 0; i < q->list.n; i++) {
		n = is_cut(&q->s.p, &q->list.v[i], cols - 2) ?
		    draw_wrap_rows(&q->s.p, MOST_WHOLE, cols - 4,
		    q->list.v[i].words) : 0;
		most = n > most ? n : most;
	}
	return most;
}

static void
choose_place(struct screen *s, int rows, int cols, struct place *at)
{
	struct choose *q = (struct choose *)s;
	int most = rows - 6, list = (int)q->list.n;

	at->cols = cols - 4 < WIDE ? cols - 4 : WIDE;
	q->whole_rows = whole_rows(q, at->cols);
	if (q->whole_rows > most / 2)
		q->whole_rows = 0;
	most -= q->whole_rows;
	q->text_rows = lines_of(&s->p, q->text, at->cols - 4);
	if (list > 8 && list > most - q->text_rows)
		list = most - q->text_rows > 8 ? most - q->text_rows : 8;
	if (q->text_rows > most - list)
		q->text_rows = most - list > 1 ? most - list : 1;
	at->rows = q->text_rows + list + 2 +
	    (q->text_rows && list ? 1 : 0) + q->whole_rows;
	if (at->rows > rows - 3)
		at->rows = rows - 3;
	at->y = (rows - at->rows) / 2;
	at->x = (cols - at->cols) / 2;
}

static void
choose_layout(struct screen *s)
{
	struct choose *q = (struct choose *)s;
	int y = 1 + q->text_rows + (q->text_rows && q->list.n ? 1 : 0);

	menu_list_place(&q->list, &s->p, s->rows - y - 1 - q->whole_rows,
	    s->cols - 2, y, 1);
}

static void
draw_whole(const struct choose *q)
{
	const struct screen *s = &q->s;
	const struct menu_item *it = menu_list_chosen(&q->list);
	int y = s->rows - 1 - q->whole_rows;

	if (it && q->whole_rows && is_cut(&s->p, it, s->cols - 2))
		draw_wrap(&s->p, y, 2, q->whole_rows, s->cols - 4, ROLE_MUTED,
		    it->words);
}

static void
choose_draw(struct screen *s)
{
	struct choose *q = (struct choose *)s;

	draw_frame(&s->p, q->title);
	draw_wrap(&s->p, 1, 2, q->text_rows, s->cols - 4, ROLE_TEXT, q->text);
	draw_whole(q);
	menu_list_draw(&q->list, &s->p);	/* last: the cursor stays there */
}

static void
answer(struct choose *q, int n)
{
	struct ui *ui = q->s.ui;
	dialog_pick_fn done = q->done;
	void *arg = q->arg;

	q->answered = true;
	stack_pop(&q->s);
	if (done)
		done(ui, arg, n);
}

static enum request
choose_request(struct screen *s, enum request r)
{
	struct choose *q = (struct choose *)s;
	const struct menu_item *it;

	if (menu_list_move(&q->list, r))
		return REQ_NONE;
	if (r == REQ_MENU_OK) {
		it = menu_list_chosen(&q->list);
		answer(q, it ? it->value : -1);
	} else if (r == REQ_MENU_LEAVE) {
		answer(q, -1);
	}
	return REQ_NONE;
}

static bool
choose_key(struct screen *s, int key)
{
	struct choose *q = (struct choose *)s;
	const char *at;

	if (q->list.n == 0) {
		answer(q, -1);		/* any key goes on */
		return true;
	}
	if (q->keys) {
		at = key > ' ' && key < 127 ? strchr(q->keys, key) : NULL;
		if (at)
			answer(q, (int)(at - q->keys));
		return at != NULL;
	}
	if (key < '1' || key > '9' || (size_t)(key - '1') >= q->list.n)
		return false;
	answer(q, key - '1');
	return true;
}

static void
choose_bar(const struct screen *s, struct buf *out)
{
	const struct choose *q = (const struct choose *)s;

	buf_add(out, q->keys ? "Enter choose   Esc leave" : q->list.n ? "Enter choose   1-9 by number   Esc leave" :
	    "Any key goes on");
}

static const struct screen_ops choose_ops = {
	.name = "A choice", .size = sizeof(struct choose), .groups = G_MENU,
	.flags = SF_POPUP | SF_OWNBAR,
	.open = choose_open, .close = choose_close, .place = choose_place,
	.layout = choose_layout, .draw = choose_draw,
	.request = choose_request, .key = choose_key, .bar = choose_bar,
};

bool
dialog_choose(struct ui *ui, const char *title, const char *text,
    const struct strs *choices, int first, dialog_pick_fn done, void *arg)
{
	struct choose_arg a = {title, text, choices, first, done, arg, NULL};

	return stack_show(ui, &choose_ops, &a);
}

bool
dialog_special(struct ui *ui, const struct strs *found, dialog_pick_fn done,
    void *arg)
{
	struct strs choices = {0};
	char *text = strs_join(found, "\n");
	struct choose_arg a = {"Private?", text, &choices, 0, done, arg, "r!"};
	bool shown;

	strs_add(&choices, "Reword");
	strs_add(&choices, "Save as private anyway");
	shown = stack_show(ui, &choose_ops, &a);
	strs_clear(&choices);
	free(text);
	return shown;
}

bool
dialog_text(struct ui *ui, const char *title, const char *text)
{
	return dialog_choose(ui, title, text, NULL, 0, NULL, NULL);
}
