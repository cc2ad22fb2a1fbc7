/* line.h - one line of text being typed: dialogs, filters, quick entry.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_LINE_H
#define UI_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/draw.h"

struct line {
	char	*text;		/* UTF-8, never NULL after line_init */
	size_t	 n, cap, max;	/* bytes; bytes allocated; most bytes */
	size_t	 at;		/* byte before which the next goes */
	size_t	 first;		/* first byte shown */
};

void	line_init(struct line *, size_t max, const char *text);
void	line_clear(struct line *);			/* frees */
void	line_set(struct line *, const char *text);	/* cursor at the end */
void	line_insert(struct line *, const char *text);	/* at the cursor */
/* Edit keys and text: Left Right Home End Backspace Del Ctrl-A E W U K. True:
 * the key was used. */
bool	line_key(struct line *, int key);
/* Paint it into COLS columns, scrolled so that the cursor shows; returns the
 * column of the cursor from X. */
int	line_draw(struct line *, const struct paint *, int y, int x, int cols,
	    enum role);

#endif
