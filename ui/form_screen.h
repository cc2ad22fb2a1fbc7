/* form_screen.h - any entity's form: errors beside fields, drafts, repeat.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_FORM_SCREEN_H
#define UI_FORM_SCREEN_H

#include "model/row.h"
#include "ui/session.h"

/* Open the form over the stack: ID 0 is a new record, beginning with the
 * entity's defaults and over them PRESET's values that are not empty (may be
 * NULL; copied). Says why on the message line when it cannot. */
void	form_open(struct ui *, const struct entity *, int64_t id,
	    const struct row *preset);
/* The same of a record, with the cursor on FIELD. */
void	form_open_at(struct ui *, const struct entity *, int64_t id, int field);
/* Is FIELD typed in its form? */
bool	form_takes(const struct entity *, int field);
/* Once, after the first screen is there: work left unsaved last time. */

#endif
