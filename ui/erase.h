/* erase.h - X: the person of the screen is taken out for good.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What goes is shown before one yes, then each text that names them is asked
 * for; what no answer reaches is told at the end. app/erase.h.
 */
#ifndef UI_ERASE_H
#define UI_ERASE_H

#include "ui/session.h"

void	erase_here(struct ui *);

#endif
