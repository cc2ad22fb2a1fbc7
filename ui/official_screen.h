/* official_screen.h - the eight percentages of an official result, typed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_OFFICIAL_SCREEN_H
#define UI_OFFICIAL_SCREEN_H

#include "ui/screen.h"

/* Of a school and the last snapshot day, over the stack. FROM is the list it
 * was opened from, along which Ctrl-N goes on with the same day; or NULL. */
void	official_open(struct ui *, int64_t school, struct screen *from);
/* A stored one, of its own day. */
void	official_edit(struct ui *, int64_t id, struct screen *from);

#endif
