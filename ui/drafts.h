/* drafts.h - what was left unsaved, as a list to go on with or throw away.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_DRAFTS_H
#define UI_DRAFTS_H

#include "app/draft.h"
#include "ui/session.h"

struct form_screen;

/* All of this user when FORM is NULL, else those of a new record such as FORM
 * has, to be laid over it. Nothing is shown when there are none. */
void	drafts_offer(struct ui *, struct form_screen *form);
/* Is it of the form of that record? */
bool	drafts_of_form(const struct draft *, const struct entity *, int64_t id);
/* "Thu 19 Nov 2026 at 16:40", appended. */
void	drafts_add_when(struct ui *, const struct draft *, struct buf *);

#endif
