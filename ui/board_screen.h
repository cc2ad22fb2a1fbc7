/* board_screen.h - schools side by side: the board, the matrix of benchmarks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_BOARD_SCREEN_H
#define UI_BOARD_SCREEN_H

#include "app/board.h"
#include "ui/session.h"

/* In place of what is open; FILTER NULL: my schools, else all with a stage. */
void	board_open(struct ui *, const struct board_kind *, const char *filter);

#endif
