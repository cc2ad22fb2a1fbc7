/* access_inner.h - what the files of the screen of provider access share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_ACCESS_INNER_H
#define UI_ACCESS_INNER_H

#include "app/access.h"
#include "ui/screen.h"

struct access_screen {
	struct screen	 s;
	char		*text;		/* the filter */
	char		*named, *name;	/* this filter is called so */
	struct access_lines ls;
	int		 day;		/* they are as at the end of it */
	size_t		 top, at;	/* first line shown, cursor */
};

/* access_paint.c */
void	access_draw(struct screen *);
/* The line under the cursor; NULL none. */
const struct access_line *access_here(const struct access_screen *);

#endif
