/* cursor.h - a cursor over lines that stand one under the other.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_CURSOR_H
#define UI_CURSOR_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/request.h"

/* Move *AT as R asks, ROWS being seen at once; false when R is no moving. It
 * may end up at or behind N, where more can be read before cursor_within. */
bool	cursor_move(size_t *at, size_t n, int rows, enum request r);
/* AT, or the last of N lines; 0 of none. */
size_t	cursor_within(size_t at, size_t n);
/* The first of N lines to show, TOP before, so that AT is among ROWS and no row
 * stays empty while lines are hidden above. A line past the edge brings half a
 * screen, so that on a slow line most keys cost only the two lines they
 * change. */
size_t	cursor_top(size_t top, size_t at, size_t n, int rows);

#endif
