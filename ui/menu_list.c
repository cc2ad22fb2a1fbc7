/* menu_list.c - a menu of the menu library within a screen's window.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The library refuses names that are empty, not printable or wider than its
 * window, so its items show a text made here for the window's width.
 */
#include "ui/menu_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"

void
menu_list_add(struct menu_list *l, const char *name, const char *words,
    int value)
{
	if (l->n == l->cap) {
		l->cap = l->cap ? l->cap * 2 : 16;
		l->v = xreallocarray(l->v, l->cap, sizeof *l->v);
	}
	l->v[l->n].name = xstrdup(name);
	l->v[l->n].words = xstrdup(words);
	l->v[l->n++].value = value;
}

static void
drop_menu(struct menu_list *l)
{
	size_t i;

	if (l->menu) {
		if (current_item(l->menu))
			l->at = (size_t)item_index(current_item(l->menu));
		unpost_menu(l->menu);
		free_menu(l->menu);
	}
	for (i = 0; l->item && l->item[i]; i++) {
		free_item(l->item[i]);
		free(l->text[i]);
	}
	free(l->item);
	free(l->text);
	if (l->sub)
		delwin(l->sub);
	l->menu = NULL;
	l->item = NULL;
	l->text = NULL;
	l->sub = NULL;
}

void
menu_list_reset(struct menu_list *l)
{
	size_t i;

	drop_menu(l);
	for (i = 0; i < l->n; i++) {
		free(l->v[i].name);
		free(l->v[i].words);
	}
	l->n = 0;
	l->at = 0;
}

void
menu_list_clear(struct menu_list *l)
{
	menu_list_reset(l);
	free(l->v);
	l->v = NULL;
	l->cap = 0;
}

static bool
is_heading(const struct menu_list *l, size_t i)
{
	return l->v[i].name[0] == '\0';
}

/* "name   words", cut and padded to COLS columns. */
static char *
line_of(const struct menu_item *it, const struct paint *p, int left, int cols)
{
	char *name = utf8_printable(it->name, p->theme->utf8);
	char *words = utf8_printable(it->words, p->theme->utf8);
	struct buf b;
	size_t n;
	int width;

	buf_init(&b, BUF_LINE);
	if (*name) {
		n = utf8_fit(name, left, &width);
		buf_addn(&b, name, n);
		buf_addf(&b, "%*s", left - width + (*words ? 2 : 0), "");
	}
	n = utf8_fit(words, cols - utf8_width(b.p), &width);
	buf_addn(&b, words, n);
	width = utf8_width(b.p);
	buf_addf(&b, "%*s", cols > width ? cols - width : 0, "");
	n = utf8_fit(b.p, cols, &width);
	buf_cut(&b, n);
	free(name);
	free(words);
	return buf_take(&b);
}

static int
name_width(const struct menu_list *l, const struct paint *p, int cols)
{
	int width = 0, w, most;
	size_t i;
	bool words = false;

	for (i = 0; i < l->n; i++) {
		w = draw_width(p, l->v[i].name);
		width = w > width ? w : width;
		if (!is_heading(l, i) && *l->v[i].words)
			words = true;
	}
	most = words ? cols / 4 : cols;
	return width > most ? most : width;
}

void
menu_list_place(struct menu_list *l, const struct paint *p, int rows,
    int cols, int y, int x)
{
	int left;
	size_t i;

	drop_menu(l);
	l->rows = rows;
	l->cols = cols;
	if (!l->n || rows < 1 || cols < 4)
		return;
	cols -= 2;			/* the mark */
	left = name_width(l, p, cols);
	l->item = xcalloc(l->n + 1, sizeof *l->item);
	l->text = xcalloc(l->n + 1, sizeof *l->text);
	for (i = 0; i < l->n; i++) {
		l->text[i] = line_of(&l->v[i], p, left, cols);
		l->item[i] = new_item(l->text[i], "");
		if (is_heading(l, i))
			item_opts_off(l->item[i], O_SELECTABLE);
	}
	l->menu = new_menu(l->item);
	l->sub = derwin(p->win, rows, cols + 2, y, x);
	menu_opts_off(l->menu, O_SHOWDESC | O_NONCYCLIC);
	menu_opts_on(l->menu, O_NONCYCLIC);
	set_menu_format(l->menu, rows, 1);
	set_menu_mark(l->menu, "> ");
	set_menu_fore(l->menu, (chtype)p->theme->attr[ROLE_CHOSEN]);
	set_menu_back(l->menu, (chtype)p->theme->attr[ROLE_TEXT]);
	set_menu_grey(l->menu, (chtype)p->theme->attr[ROLE_TITLE]);
	set_menu_win(l->menu, p->win);
	set_menu_sub(l->menu, l->sub);
	menu_list_choose(l, l->at);
}

/* In the frame right below it, where there is one: there are items further down. */
static void
draw_more(const struct menu_list *l, const struct paint *p)
{
	int y, x;

	getparyx(l->sub, y, x);
	if (x == 1 && y + l->rows == getmaxy(p->win) - 1 &&
	    (size_t)(top_row(l->menu) + l->rows) < l->n)
		draw_frame_more(p);
}

void
menu_list_draw(struct menu_list *l, const struct paint *p)
{
	int y, x;

	if (!l->menu)
		return;
	unpost_menu(l->menu);
	post_menu(l->menu);
	draw_more(l, p);
	pos_menu_cursor(l->menu);
	getyx(p->win, y, x);
	draw_cursor(p, y, x);
}

void
menu_list_choose(struct menu_list *l, size_t i)
{
	if (i >= l->n)
		i = l->n ? l->n - 1 : 0;
	while (i < l->n && is_heading(l, i) && i + 1 < l->n)
		i++;
	l->at = i;
	if (l->menu)
		set_current_item(l->menu, l->item[i]);
}

/* The next one that is no heading, at least COUNT away in direction DIR; at
 * the ends the last one there is. */
static size_t
step(const struct menu_list *l, size_t from, int dir, size_t count)
{
	size_t i = from, best = from;

	while (dir < 0 ? i > 0 : i + 1 < l->n) {
		i = dir < 0 ? i - 1 : i + 1;
		if (!is_heading(l, i))
			best = i;
		if (count)
			count--;
		if (!count && best != from)
			break;
	}
	return best;
}

bool
menu_list_move(struct menu_list *l, enum request r)
{
	size_t at, page = l->rows > 1 ? (size_t)l->rows - 1 : 1;

	at = l->menu ? (size_t)item_index(current_item(l->menu)) : l->at;
	switch (r) {
	case REQ_UP: case REQ_MENU_UP: case REQ_LINE_UP:
		at = step(l, at, -1, 1);
		break;
	case REQ_DOWN: case REQ_MENU_DOWN: case REQ_LINE_DOWN:
		at = step(l, at, 1, 1);
		break;
	case REQ_PAGE_UP: case REQ_MENU_PGUP:
		at = step(l, at, -1, page);
		break;
	case REQ_PAGE_DOWN: case REQ_MENU_PGDN:
		at = step(l, at, 1, page);
		break;
	case REQ_HOME: case REQ_MENU_HOME:
		at = 0;
		break;
	case REQ_END: case REQ_MENU_END:
		at = l->n ? l->n - 1 : 0;
		break;
	default:
		return false;
	}
	menu_list_choose(l, at);
	return true;
}

const struct menu_item *
menu_list_chosen(const struct menu_list *l)
{
	size_t at = l->menu ? (size_t)item_index(current_item(l->menu)) :
	    l->at;

	return at < l->n && !is_heading(l, at) ? &l->v[at] : NULL;
}
