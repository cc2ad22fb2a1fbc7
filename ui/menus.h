/* menus.h - help, palette, go-to, open by words, history, welcome.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_MENUS_H
#define UI_MENUS_H

#include "ui/session.h"

void	help_open(struct ui *);			/* ? what can be done here */
void	palette_open(struct ui *);		/* : any command by name */
void	goto_open(struct ui *);			/* g and a letter */
void	find_open(struct ui *);			/* o any record by words */
/* Steps, newest first; of one record when ENT is not NULL. */
void	history_open(struct ui *, const struct entity *, int64_t id);
void	welcome_open(struct ui *);		/* a database just made */

#endif
