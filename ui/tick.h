/* tick.h - t and z: done, came, closed with numbers; another day.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_TICK_H
#define UI_TICK_H

#include "ui/request.h"
#include "ui/session.h"

struct entity;
struct row;

/* Why records of ENT cannot be ticked (snoozed, have numbers: R); "" when
 * that is nothing of theirs, NULL when they can. */
const char	*tick_refused(const struct entity *, enum request r);
/* The numbers of an encounter, the attendance of a session. */
void		numbers_open(struct ui *, const struct entity *, int64_t id);
/* Tick N records: one planned encounter asks its numbers first. */
void		tick_records(struct ui *, const struct entity *, const int64_t *id,
		    size_t n);
/* Ask for a day and move them there: the day of FIELD, or with -1 the one that
 * counts as each one's own. "+1w" counts from a record's day that is to come,
 * else from today. */
void		snooze_records(struct ui *, const struct entity *, const int64_t *id,
		    size_t n, int field);

/* What was said to an approach, and what follows from it. */
void		approach_answer(struct ui *, const struct row *approach);

#endif
