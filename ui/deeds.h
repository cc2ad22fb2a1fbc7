/* deeds.h - a school goes on as another, the next year is prepared, somebody is
 * covered for, volunteers are proposed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first two are tried first: what they would do is shown before one yes,
 * and is one step with one undo.
 */
#ifndef UI_DEEDS_H
#define UI_DEEDS_H

#include "ui/request.h"
#include "ui/session.h"

/* The school of the screen, else one that is asked for, is succeeded by one that
 * is asked for. */
void	deeds_succeed(struct ui *);
void	deeds_rollover(struct ui *);
void	deeds_cover(struct ui *);
/* A volunteer for each of my schools that has none: shown, then one step. */
void	deeds_propose(struct ui *);
/* Is R one of these? They are offered by name on every screen. */
bool	deeds_are(enum request r);

#endif
