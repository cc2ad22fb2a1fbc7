/* suit_list.h - who would suit whom: a list, and under it what speaks for the
 * row with the cursor and what against.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the suggestions of a record and for the proposal of a caseload.
 */
#ifndef UI_SUIT_LIST_H
#define UI_SUIT_LIST_H

#include "model/suit.h"
#include "ui/screen.h"

/* Borrowed from whoever fills the list. */
struct suit_item {
	const char	*left, *middle;	/* two columns */
	const struct reasons *suit;
	const char	*why_not;	/* instead of reasons; NULL none */
	bool		 marked;
};
struct suit_list {		/* zeroed is an empty one */
	struct suit_item *v;		/* owned */
	size_t		 n, at, top;
	int		 rows, cols;
	bool		 marks;		/* rows can be marked */
};

/* N empty items to be filled; the cursor stays where it was. */
void	suit_list_make(struct suit_list *, size_t n);
void	suit_list_clear(struct suit_list *);
void	suit_list_layout(struct suit_list *, int rows, int cols);
/* HEADS are the titles of the two columns. */
void	suit_list_draw(const struct suit_list *, const struct paint *, int y,
	    const char *left, const char *middle);
/* The movements; false when R is none. */
bool	suit_list_move(struct suit_list *, enum request r);

#endif
