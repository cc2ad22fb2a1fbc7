/* assess_screen.h - an assessment answered item by item; eight percentages.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_ASSESS_SCREEN_H
#define UI_ASSESS_SCREEN_H

#include "ui/screen.h"

/* Answer a stored assessment, from its first item without an answer. */
void	assess_open(struct ui *, int64_t id);
/* Answer a new one of a school, of today: FRAMEWORK (NULL: that of the day).
 * Where there is one of today already it goes on. Nothing is stored before the
 * first answer. */
void	assess_new(struct ui *, int64_t school, const char *framework);
/* What is to be done with a school: go on, begin one, or only percentages; the
 * last goes on along the list FROM (may be NULL). */
void	assess_school(struct ui *, int64_t school, struct screen *from);
/* The same, and the percentages at once, of the school the screen is about. */
void	assess_ask(struct ui *);
void	official_ask(struct ui *);
/* Show a stored one here if it is answered by items; else false. */
bool	assess_shows(struct ui *, int64_t id);
/* Change a stored one: its items, or its percentages. */
void	assess_edit(struct ui *, int64_t id);

#endif
