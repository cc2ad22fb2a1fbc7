/* tasks.h - what one does with tasks: tick, put off, give away, follow up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each is one step, whatever the number of records: one undo takes it back.
 * Where nothing changes there is no step (step_last is 0). What follows from a
 * change (days, the next of a task that repeats) is done by the rules.
 */
#ifndef APP_TASKS_H
#define APP_TASKS_H

#include "app/app.h"

/* Done today; those that are done stay as they are. */
enum status	task_tick(struct app *, const int64_t *id, size_t n, struct err *) MUST_CHECK;
/* To be done again, also what was dropped. */
enum status	task_untick(struct app *, const int64_t *id, size_t n, struct err *) MUST_CHECK;
/* Due on DAY; DAY_NONE: no day. */
enum status	task_later(struct app *, const int64_t *id, size_t n, int day,
		    struct err *) MUST_CHECK;

/* Records of ENT that have an owner (tasks, cases, visits, plans) become WHO's:
 * the name of one of us, as users_meant reads it, made when nobody has it yet;
 * for tasks also contact/…; "" nobody's. ST_INVALID for other kinds of record. */
enum status	assign(struct app *, const struct entity *ent, const int64_t *id, size_t n,
		    const char *who, struct err *) MUST_CHECK;
/* Does a record of ENT have an owner that assign can change? */
bool		assign_takes(const struct entity *ent);

/* A task about a record from one line, "send toolkit fri": a day at its end
 * (by …, on …) is when it is due, and looks forward. About a careers plan it is
 * an action of it; about another task, of what that is about; about a record
 * that tasks cannot name, of its school. *TASK is the new one. ST_INVALID says
 * what is wrong with the line. */
enum status	follow_up(struct app *, const struct entity *ent, int64_t id, const char *line,
		    int64_t *task, struct err *) MUST_CHECK;
/* The day of such a line, DAY_NONE when it has none: to show as one types. */
int		follow_up_day(struct app *, const char *line);

#endif
