/* theme.h - roles of text, and what they look like on this terminal.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A role never says what words do not: without colours, bold, underline and
 * reverse carry them, and without those the words and marks still do.
 */
#ifndef UI_THEME_H
#define UI_THEME_H

#include <stdbool.h>

struct options;

enum role {
	ROLE_TEXT,
	ROLE_TITLE,	/* where you are; headings of blocks */
	ROLE_MUTED,	/* column headings, units, hints */
	ROLE_ACCENT,	/* what can be opened */
	ROLE_GOOD, ROLE_WARN, ROLE_BAD,
	ROLE_CHOSEN,	/* the row or field with the cursor */
	ROLE_TYPED,	/* what is being typed */
	ROLE_MATCH,	/* letters that matched */
	ROLE_MAX
};

struct theme {
	unsigned long	 attr[ROLE_MAX];	/* attr_t, colour pair included */
	bool		 colour;
	bool		 utf8;			/* the locale shows more than ASCII */
	bool		 ascii;			/* lines and marks in plain ASCII */
};

/* After initscr: looks at the terminal, NO_COLOR, [ui] colour and lines. */
void	theme_init(struct theme *, const struct options *);

#endif
