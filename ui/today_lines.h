/* today_lines.h - what the first screen shows; inside of today_screen.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_TODAY_LINES_H
#define UI_TODAY_LINES_H

#include "app/agenda.h"
#include "app/steps.h"
#include "ui/screen.h"

#define MOST	12	/* items of a block; its heading opens them all */

/* One line of the screen. */
struct line_of {
	enum agenda_block block;
	int		 item;		/* in the agenda, or one of these */
};

enum {
	HEADING = -1, BLANK = -2,
	SINCE = -3			/* what others did meanwhile */
};

struct today {
	struct screen	 s;
	struct agenda	 a;
	struct line_of	*line;
	size_t		 n, at, top;
	int		 day;		/* what it was read for */
	struct since	 since;
	bool		 counted;	/* the headings' figures are there */
	bool		 on_cpd;	/* of a heading: on its figure of CPD */
};

void		today_draw(struct screen *);
/* What a block is called. */
const char	*today_heading(enum agenda_block);

#endif
