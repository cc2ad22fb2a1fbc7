/* menu_list.h - a menu of the menu library within a screen's window.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_MENU_LIST_H
#define UI_MENU_LIST_H

#include <stddef.h>

#include "base/str.h"
#include "ui/draw.h"
#include "ui/request.h"

struct menu_item {
	char	*name;		/* left column, "" for a heading */
	char	*words;		/* right column, or the heading */
	int	 value;		/* the caller's */
};

struct menu_list {
	struct menu_item *v;
	size_t		 n, cap;
	MENU		*menu;
	ITEM		**item;
	char		**text;		/* what the items show */
	WINDOW		*sub;
	size_t		 at;		/* the chosen one while there is no menu */
	int		 rows, cols;
};

/* Zeroed is empty. Items are copied; then menu_list_place builds the menu. */
void	menu_list_add(struct menu_list *, const char *name, const char *words,
	    int value);
void	menu_list_reset(struct menu_list *);	/* no items, no menu */
void	menu_list_clear(struct menu_list *);	/* frees all */
/* Build it in P's window. Call again after adding and on each layout. */
void	menu_list_place(struct menu_list *, const struct paint *, int rows,
	    int cols, int y, int x);
void	menu_list_draw(struct menu_list *, const struct paint *);
/* REQ_MENU_UP and its like, or UP, DOWN, PAGE_UP. False: not one of them. */
bool	menu_list_move(struct menu_list *, enum request);
/* The chosen one, NULL when there is none. */
const struct menu_item *menu_list_chosen(const struct menu_list *);
void	menu_list_choose(struct menu_list *, size_t i);

#endif
