/* keep.h - when typing is kept as a draft, and what is said when it cannot be.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Screens ask once a second (screen_ops.tick): two seconds after the last key,
 * and ten after the draft before while one types on, it lies in a file.
 */
#ifndef UI_KEEP_H
#define UI_KEEP_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/dialog.h"
#include "ui/screen.h"
#include "ui/session.h"

struct keep {
	bool		 dirty;		/* typed since it was kept */
	int64_t		 typed_at;	/* the last key; monotonic ms */
	int64_t		 since;		/* of what is not kept, the first key */
};

void	keep_typed(struct keep *);	/* a key changed something */
/* Is it time? DIRTY stays until keep_done. */
bool	keep_due(const struct keep *);
void	keep_done(struct keep *);
/* After an attempt: said the first time it fails in a session, that nobody
 * relies on drafts; in the log each time. */
void	keep_tell(struct ui *, enum status, const struct err *);
/* The screen is left with typing in it, which was kept as ST and E say. It goes,
 * and SAID is said, NULL for what forms say; where the typing could not be kept
 * it goes only if one says so, for then the typing is lost. */
void	keep_leave(struct screen *, const char *said, enum status st,
	    const struct err *);

/* A draft lies where one has come back to, of what TEXT says: 0 go on with it, 1
 * throw it away, 2 or -1 leave it for later. */
void	keep_offer(struct ui *, const char *text, dialog_pick_fn done, void *arg);

#endif
