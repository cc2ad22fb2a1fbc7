/* undo_walk.h - the changes of one step, taken back. Private to undo*.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_UNDO_WALK_H
#define APP_UNDO_WALK_H

#include "app/undo.h"
#include "db/steps.h"

/* Within a new step: what S did is undone, and told in the report. What has
 * changed since, or has to stay, is told as refused; the whole is then
 * ST_CONFLICT or ST_DENIED unless EXCEPT leaves those out. CANNOT begins the
 * sentence: "Step 12 cannot be undone". */
enum status	undo_walk(struct app *, const struct step *s, bool except,
		    const char *cannot, struct undo_report *, struct err *) MUST_CHECK;

#endif
