/* grid_screen.h - numbers of one encounter for its schools; attendance.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_GRID_SCREEN_H
#define UI_GRID_SCREEN_H

#include <stdint.h>

#include "ui/session.h"

void	grid_open(struct ui *, int64_t encounter);
void	attendance_open(struct ui *, int64_t cpd);

#endif
