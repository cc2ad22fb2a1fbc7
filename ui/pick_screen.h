/* pick_screen.h - choose one record by its words, and hand it back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_PICK_SCREEN_H
#define UI_PICK_SCREEN_H

#include "ui/picker.h"
#include "ui/session.h"

/* CHOSEN is borrowed; its id is 0 for a new record of that name (only when F
 * may make one); NULL when left with Esc or closed from outside. It always
 * runs, once; when it was answered the screen has popped itself. */
typedef void (*pick_fn)(struct ui *, void *arg, const struct pick *chosen);
void	pick_open(struct ui *, const char *title, const struct field *f,
	    pick_fn, void *arg);

#endif
