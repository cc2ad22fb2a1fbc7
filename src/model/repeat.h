/* repeat.h - when a task that repeats is due again.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef MODEL_REPEAT_H
#define MODEL_REPEAT_H

#include "model/calendar.h"

/* Is it counted in months? Then count from the day that was meant, not from the
 * last one of a shorter month. */
bool		 repeat_by_months(const char *word);
/* After DUE the first day of the rhythm WORD (task_repeats in model/task.c)
 * that is after TODAY: the next working day; the same weekday a week or two
 * on, left out where it is no working day; the same day of the month or year
 * (the last one of a shorter month); as many working days into the next term.
 * DAY_NONE for another word and where the calendar does not know it. */
int		 repeat_next(const struct calendar *, const char *word, int due, int today);

#endif
