/* access_inner.h - what the files of the screen of provider access share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_ACCESS_INNER_H
#define UI_ACCESS_INNER_H

#include "app/access.h"
#include "ui/screen.h"

struct access_mark {
	int64_t	 school;
	int	 group;
};

struct access_screen {
	struct screen	 s;
	char		*text;		/* the filter */
	char		*named, *name;	/* this filter is called so */
	struct access_lines ls;
	int		 day;		/* they are as at the end of it */
	size_t		 top, at;	/* first line shown, cursor */
	struct access_mark *mark;	/* cohorts, also such as are not shown */
	size_t		 nmarks;
};

/* access_paint.c */
void	access_draw(struct screen *);
/* The line under the cursor; NULL none. */
const struct access_line *access_here(const struct access_screen *);

/* access_write.c: marks, and m */
bool	access_marked(const struct access_screen *, const struct access_line *);
void	access_mark(struct access_screen *, const struct access_line *, bool on);
void	access_mark_all(struct access_screen *);
void	access_unmark(struct access_screen *);
size_t	access_nmarked(const struct access_screen *);	/* of the lines shown */
/* A notice to the schools marked; without marks a draft to the school of the
 * line, or to a provider. */
void	access_write(struct access_screen *);

#endif
