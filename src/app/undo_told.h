/* undo_told.h - what an undo tells of each record. Private to undo*.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_UNDO_TOLD_H
#define APP_UNDO_TOLD_H

#include "app/undo.h"
#include "db/steps.h"

/* "encounter/…: minutes 60 -> 45" added to TO, one of the report's, as far as it
 * holds it; TAIL is what follows the record. */
void		undo_tell(struct app *, const struct undo_report *,
		    struct strs *to, const struct entity *, int64_t id,
		    const char *tail);
/* What the field is called in the report. */
void		undo_field(const struct undo_report *, const struct entity *,
		    const char *field, struct buf *);
/* What is, and what there will be in its place. */
void		undo_tell_value(struct app *, struct undo_report *,
		    const struct entity *, const struct change *);

#endif
