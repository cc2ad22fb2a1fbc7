/* work.h - a, f and v: give it to one of us, follow it up, log a visit with it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_WORK_H
#define UI_WORK_H

#include "ui/session.h"

struct entity;

/* Ask to whom, and give N records of ENT: one step. Says so where they have no
 * owner. */
void	work_assign(struct ui *, const struct entity *ent, const int64_t *id, size_t n);
/* The same for the record under the cursor. */
void	work_assign_here(struct ui *);
/* One line becomes a task about the record under the cursor. */
void	work_follow_up(struct ui *);
/* The quick-entry line, begun for the school, person or employer under the
 * cursor, else for the schools of the screen. */
void	work_visit(struct ui *);

#endif
