/* letters.h - m, r and t of notices: write to somebody, chase, note an answer.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_LETTERS_H
#define UI_LETTERS_H

#include "model/row.h"
#include "ui/session.h"

/* A draft to records: its form, with them as the audience. Says why where
 * nobody can be written to. */
void	letters_write(struct ui *, const struct entity *, const int64_t *id, size_t n);
/* To the record under the cursor. */
void	letters_write_here(struct ui *);
/* The next reminder of the notice under the cursor: shown first, one undo. */
void	letters_chase_here(struct ui *);
/* Notices are sent, or it is asked what recipients answered; whoever has
 * answered has not. */
void	letters_tick(struct ui *, const struct entity *, const int64_t *id, size_t n);

#endif
