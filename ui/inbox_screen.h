/* inbox_screen.h - g i: what waits for an answer.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_INBOX_SCREEN_H
#define UI_INBOX_SCREEN_H

#include "ui/session.h"

void	inbox_open(struct ui *);

#endif
