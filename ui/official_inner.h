/* official_inner.h - what the parts of the form of percentages share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_OFFICIAL_INNER_H
#define UI_OFFICIAL_INNER_H

#include "app/official.h"
#include "ui/keep.h"
#include "ui/line.h"
#include "ui/screen.h"

#define DAY_CELL	0	/* the others are the benchmarks 1 … 8 */

struct official_screen {
	struct screen	 s;
	struct official	 o;
	int64_t		 school;
	int		 day;
	char		*name;
	struct screen	*from;		/* its list, NULL none */
	int		 cell;
	struct line	 line;		/* what is typed into the cell */
	bool		 fresh;		/* nothing yet: a digit begins anew */
	bool		 on;		/* after the save the next school */
	struct keep	 keep;
};

/* --- official_screen.c --- */
bool	official_is_changed(const struct official_screen *);
enum status official_read(struct official_screen *, int64_t school, int day,
	    struct err *) MUST_CHECK;
void	official_go_to(struct official_screen *, int cell);

/* --- official_paint.c --- */
/* "31 Jul 2026" of the day, "64" of a benchmark, "" not known. */
void	official_cell_text(const struct official_screen *, int cell,
	    char out[24]);
void	official_draw(struct screen *);
void	official_where(const struct screen *, struct buf *);
void	official_hint(const struct screen *, struct buf *);

/* --- official_draft.c --- */
void	official_draft_keep(struct official_screen *);
void	official_draft_drop(struct official_screen *);
/* Ask whether to go on with what was typed last time, if anything was. */
void	official_draft_offer(struct official_screen *);

#endif
