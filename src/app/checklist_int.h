/* checklist_int.h - what checklist.c and checklist_make.c share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_CHECKLIST_INT_H
#define APP_CHECKLIST_INT_H

#include "app/checklist.h"
#include "model/calendar.h"

/* The tasks of a new checklist, in the step at hand. */
enum status	checklist_make(struct app *, const struct row *list, struct err *) MUST_CHECK;
/* The calendar by which LIST's tasks are due: that of its school, by its terms
 * when something at schools is what the list is about. The caller frees it. */
enum status	checklist_calendar(struct app *, const struct row *list,
		    struct calendar **out, struct err *) MUST_CHECK;
/* The field of ENT that holds the day an anchor goes with; -1 none. */
int		checklist_day_of(const struct entity *);

#endif
