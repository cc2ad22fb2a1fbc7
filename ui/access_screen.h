/* access_screen.h - provider access: cohorts that lack meetings with providers.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_ACCESS_SCREEN_H
#define UI_ACCESS_SCREEN_H

#include "ui/session.h"

/* In place of what is open: of my schools, else of all with a stage. */
void	access_open(struct ui *);

#endif
