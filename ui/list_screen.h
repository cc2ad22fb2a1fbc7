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
bool	list_is(const struct screen *);
/* The record before (DIR -1) or after (1) ID in the list screen LIST, whose
 * cursor moves along; 0 when there is none. */
int64_t	list_neighbour(struct screen *list, int64_t id, int dir);

#endif
