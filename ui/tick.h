/* tick.h - t and z: done, came, closed with numbers; another day.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_TICK_H
#define UI_TICK_H

#include "ui/request.h"
#include "ui/session.h"

struct entity;

/* Why records of ENT cannot be ticked (or snoozed, R); NULL when they can. */
const char	*tick_refused(const struct entity *, enum request r);
/* Tick N records: one planned encounter asks its numbers first. */
void		tick_records(struct ui *, const struct entity *, const int64_t *id,
		    size_t n);
/* Ask for a day and move them there. */
void		snooze_records(struct ui *, const struct entity *, const int64_t *id,
		    size_t n);

#endif
