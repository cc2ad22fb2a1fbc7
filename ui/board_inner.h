/* board_inner.h - what the files of the board's screen share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_BOARD_INNER_H
#define UI_BOARD_INNER_H

#include "app/board.h"
#include "ui/list_view.h"

enum { BOARD_COLS = 24 };

struct board_cached {
	int64_t		 id;
	struct board_cell *cell;
};
struct board_shown {
	size_t		 col;		/* of the kind */
	int		 x, width;
};
struct board_screen {
	struct screen	 s;
	struct list_view v;		/* rows, filter, order */
	const struct board_kind *k;
	char		*named, *name;	/* this filter is called so; or NULL */
	struct board_cached *cache;	/* of the rows in the window, and others */
	size_t		 ncache;
	struct board_shown shown[BOARD_COLS];
	size_t		 nshown;
	size_t		 fig;		/* of them: where the figure cursor is */
	struct strs	 foot;		/* ncols texts a line */
	bool		 summed;	/* … is of the schools shown */
};

/* Which columns fit and where: board_paint.c. */
void	board_place(struct board_screen *);
void	board_paint(struct board_screen *);
/* Rows the foot takes. */
int	board_foot_rows(const struct board_screen *);
/* The cells of a row, NULL while they are not read. */
const struct board_cell *board_cached(const struct board_screen *, int64_t id);

#endif
