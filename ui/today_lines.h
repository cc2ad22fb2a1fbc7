/* today_lines.h - what the first screen shows; inside of today_screen.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_TODAY_LINES_H
#define UI_TODAY_LINES_H

#include "app/agenda.h"
#include "app/mine.h"
#include "app/since.h"
#include "ui/screen.h"

#define MOST	12	/* items of a block; its heading opens them all */

/* One line of the screen. */
struct line_of {
	enum agenda_block block;
	int		 item;		/* in the agenda, or one of these */
};

enum {
	HEADING = -1, BLANK = -2,
	SINCE = -3,			/* what others did meanwhile */
	MINE = -4			/* how my schools stand; the second such
					 * line is MINE - 1, and so on */
};

struct mine_figure {
	enum mine_is	 is;
	int		 line, x, cols;	/* line: 0 the first of MINE */
	char		 text[48];	/* "rolls unconfirmed 6" */
};

struct today {
	struct screen	 s;
	struct agenda	 a;
	struct line_of	*line;
	size_t		 n, at, top;
	int		 day;		/* what it was read for */
	struct since	 since;
	bool		 since_failed;	/* not read on before others have saved */
	bool		 counted;	/* the headings' figures are there */
	bool		 on_cpd;	/* of a heading: on its figure of CPD */
	struct mine	 mine;
	bool		 mine_read;
	struct mine_figure fig[MINE_FIGURES];	/* those shown */
	size_t		 nfig, fig_at;
};

void		today_draw(struct screen *);
/* What a block is called. */
const char	*today_heading(enum agenda_block);

/* What others did since I was last here (today_since.c). */
bool		today_is_since(const struct today *, size_t line);
/* Count some of it while no key waits; false when there is nothing to do. */
bool		today_since_idle(struct today *);
void		today_since_draw(const struct today *, int y, size_t line);
void		today_since_open(struct today *);

/* How my schools stand, the last block (today_mine.c). */
bool		today_is_mine(const struct today *, size_t line);
/* Lay its figures out; the number of lines they take. */
int		today_mine_lay(struct today *);
void		today_mine_draw(const struct today *, int y, size_t line);
/* To the figure left (-1) or right (1) of the chosen one. */
void		today_mine_aside(struct today *, int dir);
/* The cursor came to its line: choose a figure there. */
void		today_mine_come(struct today *);
void		today_mine_open(struct today *);

#endif
