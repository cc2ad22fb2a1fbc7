/* attend_inner.h - what the parts of the attendance screen share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_ATTEND_INNER_H
#define UI_ATTEND_INNER_H

#include "ui/attend.h"
#include "ui/keep.h"
#include "ui/screen.h"

struct attend_screen {
	struct screen	 s;
	struct attend	 a;
	size_t		 at, top;
	char		 typed[5];	/* minutes, not yet taken */
	bool		 marking;	/* the next digit is what they thought */
	struct keep	 keep;
};

/* --- attend.c --- */
bool	attend_same(const struct row *, const struct row *);

/* --- attend_screen.c --- */
void	attend_touched(struct attend_screen *);
/* The minutes typed into the row under the cursor; no mark is awaited. */
void	attend_take(struct attend_screen *);

/* --- attend_ask.c: R answered, or what else it may be --- */
enum request attend_ask(struct attend_screen *, enum request r);

/* --- attend_draft.c: status and hours by booking, walk-ins by person --- */
void	attend_draft_now(struct attend_screen *);	/* says when it fails */
enum status attend_draft_keep(struct attend_screen *, struct err *) MUST_CHECK;
void	attend_draft_offer(struct attend_screen *);

/* --- attend_paint.c --- */
void	attend_draw(struct screen *);
void	attend_where(const struct screen *, struct buf *);
void	attend_right(const struct screen *, struct buf *);
void	attend_hint(const struct screen *, struct buf *);

#endif
