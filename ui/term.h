/* term.h - the terminal: taken over, given back on every way out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_TERM_H
#define UI_TERM_H

#include <stdbool.h>

#include "base/err.h"

struct options;
struct ui_opts;

enum {				/* what signals asked for */
	TERM_RESIZE	= 1 << 0,
	TERM_HANGUP	= 1 << 1,	/* HUP or TERM: leave now */
	TERM_BREAK	= 1 << 2,	/* INT from outside */
	TERM_STOP	= 1 << 3	/* TSTP from outside */
};

/* Start curses on the terminal, or on nothing for a script. */
enum status	term_open(const struct ui_opts *, const struct options *,
		    struct err *) MUST_CHECK;
/* Give the terminal back; a second call does nothing. */
void		term_close(void);
/* Its size now; 24 x 80 when it reports none. */
void		term_size(int *rows, int *cols);
/* Tell curses that size. */
void		term_resize(int rows, int cols);
/* What signals asked for since the last call: TERM_... */
unsigned	term_signals(void);
/* Did the terminal hang up, or shall we end? Left for term_signals. */
bool		term_hangs_up(void);
/* Wait until a key comes, a signal, or MS passed (-1: no end). True: a key. */
bool		term_wait(int ms);
/* The next key without waiting, -1 when there is none (keymap.h). */
int		term_key(void);
/* Text pasted, up to its end mark; caller frees. After KEY_PASTE. */
char		*term_paste(void);
/* Stop as the shell's Ctrl-Z would and come back. False: no shell is there. */
bool		term_suspend(void);
/* Text to the terminal's clipboard (OSC 52). */
void		term_clipboard(const char *text);

#define TERM_PASTE_OFF	"\033[?2004l"	/* pastes are not marked any more */

#define KEY_PASTE	KEY_CODE(0x7ffe)	/* a paste begins */

#endif
