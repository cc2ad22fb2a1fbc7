/* draw.h - text on windows; the only caller of waddnstr and its like.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text may come from anywhere: it is made printable and clipped by display
 * width here. Nothing outside the window is touched and nothing is refreshed.
 * Y and X count from 0 within the window; all return the columns used.
 */
#ifndef UI_DRAW_H
#define UI_DRAW_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"
#include "ui/curses.h"
#include "ui/theme.h"

struct paint {
	WINDOW			*win;
	const struct theme	*theme;
};

/* S in at most COLS columns; what is cut ends with an ellipsis. */
int	draw_text(const struct paint *, int y, int x, int cols, enum role, const char *s);
/* The same, ending at column X + COLS. */
int	draw_right(const struct paint *, int y, int x, int cols, enum role, const char *s);
/* Shortened from the left: titles. */
int	draw_tail(const struct paint *, int y, int x, int cols, enum role, const char *s);
int	draw_fmt(const struct paint *, int y, int x, int cols, enum role,
	    const char *fmt, ...) PRINTF(6, 7);
/* S with the letters that fit the words of TYPED in ROLE_MATCH. */
int	draw_match(const struct paint *, int y, int x, int cols, enum role,
	    const char *s, const char *typed);
/* S broken at blanks into lines of COLS, at most ROWS; returns the rows used. */
int	draw_wrap(const struct paint *, int y, int x, int rows, int cols,
	    enum role, const char *s);
/* The first ROWS lines that S, one paragraph, is broken into, each with its line
 * end, and what follows them; appended. */
void	draw_wrap_split(const struct paint *, int rows, int cols, const char *s,
	    struct buf *lines, struct buf *rest);
/* The rows it would use of S, one paragraph; draws nothing. */
int	draw_wrap_rows(const struct paint *, int rows, int cols, const char *s);
void	draw_clear(const struct paint *);		/* the whole window */
void	draw_emptied(void);	/* the whole terminal, at once */
void	draw_blank(const struct paint *, int y, int x, int cols);
/* ROWS x COLS of FROM, a pad of the forms library, from its row TOP on. */
void	draw_copy(const struct paint *, WINDOW *from, int top, int y, int rows, int cols);
/* A frame round the window with TITLE in it: popups only. */
void	draw_frame(const struct paint *, const char *title);
/* In the frame: there is more further down. */
void	draw_frame_more(const struct paint *);
/* Put the real cursor here: the last call of a draw. */
void	draw_cursor(const struct paint *, int y, int x);
/* Columns S takes on this terminal. */
int	draw_width(const struct paint *, const char *s);

#endif
