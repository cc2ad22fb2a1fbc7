/* menus.h - help, palette, go-to, open by words, history, welcome.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_MENUS_H
#define UI_MENUS_H

#include "ui/session.h"

struct history_query;

void	help_open(struct ui *);			/* ? what can be done here */
void	palette_open(struct ui *);		/* : any command by name */
void	goto_open(struct ui *);			/* g and a letter */
void	find_open(struct ui *);			/* o any record by words */
void	history_open(struct ui *);		/* steps, newest first */
/* Those that Q asks for; the title says WORDS, and Enter opens the records of
 * mine that a step changed. True when it opened. */
bool	history_narrow(struct ui *, const struct history_query *q,
	    const char *words);
void	welcome_open(struct ui *);		/* a database just made */

#endif
