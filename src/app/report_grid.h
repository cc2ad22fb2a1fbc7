/* report_grid.h - a block of a report as columns; inside of report_lay.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns are as wide as they need. When that is too much, the widest that
 * holds words gives way and its cells are wrapped, between words as long as the
 * others have room.
 */
#ifndef APP_REPORT_GRID_H
#define APP_REPORT_GRID_H

#include "app/report_out.h"

#define GRID_GAP	2		/* between columns; 1 where room is short */

/* One block while it is laid out. */
struct grid {
	int		 gap;
	const struct report_block *b;
	char		**text;		/* of each cell, as it is written */
	int		*width, *x;	/* of each column */
	int		 indent;
	int		 word;		/* least width of the words of pairs */
};
/* Widths, places and the gap, for lines of COLS; LINED_UP: with other blocks, so
 * that the gap stays. */
void	grid_measure(struct grid *, int cols, bool lined_up);

#endif
