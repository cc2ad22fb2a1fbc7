/* diary_screen.h - a week of the diary.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_DIARY_SCREEN_H
#define UI_DIARY_SCREEN_H

#include "ui/session.h"

/* This week, over the stack. */
void	diary_open(struct ui *);

#endif
