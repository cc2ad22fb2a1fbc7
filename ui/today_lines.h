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
	BLANK = -1,
	SINCE = -2,			/* what others did meanwhile */
	HEADING = -10,			/* of a block; the second line of figures
					 * is HEADING - 1, and so on */
	MINE = -100			/* how my schools stand; likewise */
};

struct mine_figure {
	enum mine_is	 is;
	int		 line, x, cols;	/* line: 0 the first of MINE */
	char		 text[48];	/* "rolls unconfirmed 6" */
};
/* A part of a block: "cases 1"; of a block with one part, "Late 3"; where there
 * is little room all parts as one, "Late 14". */
struct head_figure {
	enum agenda_block on;		/* the block whose heading it stands on */
	size_t		 part;		/* of the agenda */
	int		 line, x, cols;	/* line: 0 the first of that heading */
	char		 name[200];	/* of its block, before its first part:
					 * "Late 3"; "" others */
	int		 name_cols;	/* with the gap after it */
	bool		 names;		/* TEXT itself has the block's name */
	bool		 sum;		/* of all parts of the block */
	char		 text[200];
};

struct today {
	struct screen	 s;
	struct agenda	 a;
	struct line_of	*line;
	size_t		 n, at, top;
	int		 day;		/* what it was read for */
	bool		 unread;	/* somebody saved since, or the day is over */
	bool		 was_busy;	/* … and saves: again with the next second */
	struct since	 since;
	bool		 since_failed;	/* not read on before others have saved */
	bool		 counted;	/* the headings' figures are there */
	bool		 sums;		/* headings are without the kinds */
	struct head_figure *head;
	size_t		 nhead, head_at; /* head_at: chosen, on a heading */
	struct mine	 mine;
	bool		 mine_read;
	struct mine_figure fig[MINE_FIGURES];	/* those shown */
	size_t		 nfig, fig_at;
};

void		today_draw(struct screen *);

/* The lines of what was read, for the room there is (today_lay.c): blocks with
 * nothing are left out, what has least room is only counted on the heading
 * before it. The cursor stays on the record ID, or on its line. */
void		today_lay(struct today *, int64_t id);
/* The record under the cursor; 0 none. */
int64_t		today_id(const struct today *);

/* Headings (today_heads.c). */
bool		today_is_head(const struct today *, size_t line);
/* Figures of block B on the heading of block ON, after those that are there;
 * lines the heading then has. */
int		today_head_add(struct today *, enum agenda_block on,
		    enum agenda_block b);
void		today_head_draw(const struct today *, int y, size_t line);
/* To the figure left (-1) or right (1) of the chosen one, of this heading. */
void		today_head_aside(struct today *, int dir);
/* Is there more than one on the heading under the cursor? */
bool		today_head_many(const struct today *);
/* The cursor came to its line: choose a figure there. */
void		today_head_come(struct today *);
void		today_head_open(struct today *);

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
