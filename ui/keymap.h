/* keymap.h - keys by name, and which request each asks for.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A key is an int: a code point, or KEY_CODE(k) for what curses calls KEY_k.
 * Names: a character, Space, Enter, Esc, Tab, S-Tab, Up, Down, Left, Right,
 * PgUp, PgDn, Home, End, Ins, Del, Backspace, Ctrl-X, F1 to F12.
 */
#ifndef UI_KEYMAP_H
#define UI_KEYMAP_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"
#include "ui/request.h"

struct options;
struct keymap;

#define KEY_CODE(k)	(0x110000 + (k))
#define KEY_ESC		27
#define KEY_RETURN	13
#define KEY_CTRL(c)	((c) & 0x1f)
#define KEY_UNKNOWN	KEY_CODE(0x7fff)	/* a sequence we do not know */

/* The defaults with [keys] laid over; OPT may be NULL. ST_INVALID names an
 * unknown request or key, or two requests of one screen on one key, and where
 * the file says so. */
enum status	keymap_new(const struct options *opt, struct keymap **out,
		    struct err *) MUST_CHECK;
/* Only to know whether it would do. */
enum status	keymap_check(const struct options *opt, struct err *) MUST_CHECK;
void		keymap_free(struct keymap *);
/* What KEY asks for among GROUPS (G_...); REQ_NONE when nothing. */
enum request	keymap_request(const struct keymap *, unsigned groups, int key);
/* Does a key of R ask for R among GROUPS, where others may stand before it? Yes
 * when it has no key. */
bool		keymap_reaches(const struct keymap *, unsigned groups, enum request r);
/* The first key of R as shown: "Ctrl-S", "/"; "" when it has none. Borrowed. */
const char	*keymap_shown(const struct keymap *, enum request r);
/* All keys of R, blank between, appended. */
void		keymap_all(const struct keymap *, enum request r, struct buf *out);

int		key_parse(const char *name);		/* -1 when not one */
void		key_text(int key, struct buf *out);
bool		key_is_text(int key);			/* may be typed into a line */

#endif
