/* list_screen.h - any entity's list: filter, order, columns, marks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_LIST_SCREEN_H
#define UI_LIST_SCREEN_H

#include "ui/screen.h"

/* Push a list of ENT with FILTER (NULL none) in place; the title says NAME
 * (NULL none) instead of the filter until another is typed. */
void	list_open(struct ui *, const struct entity *, const char *filter,
	    const char *name);

#endif
