/* join_screen.h - two records side by side, before one goes into the other.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_JOIN_SCREEN_H
#define UI_JOIN_SCREEN_H

#include "model/entity.h"
#include "ui/session.h"

/* GONE is proposed to go into KEPT; which goes and what holds is chosen there,
 * and nothing happens before one yes to a preview. */
void	join_show(struct ui *, const struct entity *, int64_t gone,
	    int64_t kept);
/* The record of the screen into another, which is asked for. */
void	join_ask(struct ui *);

#endif
