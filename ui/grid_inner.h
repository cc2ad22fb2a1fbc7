/* grid_inner.h - what the parts of the numbers screen share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_GRID_INNER_H
#define UI_GRID_INNER_H

#include "ui/grid.h"
#include "ui/keep.h"
#include "ui/screen.h"

struct grid_screen {
	struct screen	 s;
	struct grid	 g;
	size_t		 row, col;	/* the cell under the cursor */
	size_t		 start;		/* column in which Enter begins a school */
	char		 typed[6];	/* digits of the cell, not yet taken */
	size_t		 top, left;	/* first school and column shown */
	bool		 employers;	/* the cursor is among the employers */
	size_t		 employer;	/* which */
	struct keep	 keep;
};

/* Take the digits typed into the cell; false when they cannot be (said). */
bool	grid_take(struct grid_screen *);

/* --- grid_draft.c --- */
bool	grid_is_changed(const struct grid_screen *);
void	grid_draft_now(struct grid_screen *);	/* says when it fails */
enum status grid_draft_keep(struct grid_screen *, struct err *) MUST_CHECK;
void	grid_draft_offer(struct grid_screen *);

/* --- grid_save.c --- */
void	grid_save(struct grid_screen *);	/* and leaves, when it is saved */

/* --- grid_paint.c --- */
void	grid_draw(struct screen *);
void	grid_where(const struct screen *, struct buf *);
void	grid_right(const struct screen *, struct buf *);
void	grid_hint(const struct screen *, struct buf *);

/* --- grid_employers.c --- */
void	grid_employer_open(struct grid_screen *);
/* While the cursor is among them; false when R is of the numbers. */
bool	grid_employer_request(struct grid_screen *, enum request r);
/* From row Y on; the cursor is put there while it is among them. */
void	grid_employer_draw(struct grid_screen *, int y);

#endif
