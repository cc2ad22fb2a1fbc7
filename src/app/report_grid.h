/* report_grid.h - a block of a report as columns; inside of report_lay.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns are as wide as they need. When that is too much, the widest that
 * holds words gives way and its cells are wrapped, between words as long as the
 * others have room; then width goes from one to another where it saves lines.
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
/* The bytes of S that go on one line of COLS; *NEXT where to go on. */
size_t	grid_break(const char *s, int cols, size_t *next);

#endif
