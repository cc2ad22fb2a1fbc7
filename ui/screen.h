/* screen.h - what a screen is: a window, and a table of what it does.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A screen never reads a key and never runs a loop. Keys become requests
 * (request.def); the screen answers those of its groups, and what it hands
 * back the generic code does. Dialogs are screens with a callback. To add one:
 * a file X_screen.c with a struct that begins with struct screen, its ops, a
 * function X_open that calls stack_push; a line in ui/local.mk.
 */
#ifndef UI_SCREEN_H
#define UI_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/app.h"
#include "base/buf.h"
#include "ui/draw.h"
#include "ui/request.h"
#include "ui/session.h"

struct screen;

enum {				/* screen_ops.flags */
	SF_POPUP	= 1 << 0,	/* lies over the screen below; .place says where */
	SF_TYPES	= 1 << 1,	/* one types here: letters are text, not requests */
	SF_OWNBAR	= 1 << 2,	/* row 24 stays that of .bar, not from the table */
	SF_EDITS	= 1 << 3	/* the record of .record is edited here */
};

struct place {
	int	 rows, cols, y, x;	/* y, x from the top left of the terminal */
};

struct screen_ops {
	const char	*name;		/* heading of help: "Schools" */
	size_t		 size;		/* of the struct that starts with struct screen */
	unsigned	 groups;	/* G_...: requests it answers; G_EVERY is not implied */
	unsigned	 flags;		/* SF_... */

	/* ARG as given to stack_push. Failing leaves nothing behind but what
	 * close frees: close is called after a failed open too. */
	enum status	(*open)(struct screen *, const void *arg, struct err *);
	void		(*close)(struct screen *);
	/* Popups: where to lie on a terminal of ROWS x COLS. */
	void		(*place)(struct screen *, int rows, int cols, struct place *);
	/* The window has (another) size, s->rows x s->cols: recompute, keep what
	 * was typed. Called once after open and before the first draw. */
	void		(*layout)(struct screen *);
	/* Paint what open, request and layout computed: no query, no I/O, no
	 * clock. The window was cleared. Ends with draw_cursor. */
	void		(*draw)(struct screen *);

	/* This screen's step of the title's path: "Schools > la:havering". */
	void		(*where)(const struct screen *, struct buf *);
	/* What stands at the right of the title: "18 of 141   3 marked". */
	void		(*right)(const struct screen *, struct buf *);
	/* The hint of row 23 while no message is shown. May be NULL. */
	void		(*hint)(const struct screen *, struct buf *);
	/* NULL when R can be done now, "" when it is nothing of this screen,
	 * else the sentence that says why not. NULL slot: all of its groups. */
	const char	*(*why_not)(const struct screen *, enum request r);
	bool		(*has_row)(const struct screen *);
	/* What R does here, for the bar: "propose". NULL, slot too: the table's. */
	const char	*(*word)(const struct screen *, enum request r);

	/* Do it and return REQ_NONE, or hand it back for the generic code. */
	enum request	(*request)(struct screen *, enum request);
	/* A key no binding claimed (keymap.h); forms eat text here. True: used. */
	bool		(*key)(struct screen *, int key);
	/* Pasted text, as UTF-8, line breaks LF; one in front: it goes on from what
	 * was typed. NULL: refused in words. */
	void		(*paste)(struct screen *, const char *text);
	/* Would a Return save now? NULL: where one types a line it takes it. */
	bool		(*saves)(const struct screen *);

	/* Somebody (this program too) changed the database: read again what is
	 * visible; the row under the cursor stays. Must wait for nothing. */
	void		(*data_changed)(struct screen *);
	/* Work in slices of some 5 ms while no key waits; true: there is more. */
	bool		(*idle)(struct screen *);
	/* Once a second. */
	void		(*tick)(struct screen *);
	/* May it be left now? False when it asks something first (and then pops
	 * itself). NULL: yes. */
	bool		(*may_leave)(struct screen *);
	/* The terminal hung up: keep drafts. May be NULL. */
	void		(*hangup)(struct screen *);
	/* The schools the screen is about, for l: at most MAX. */
	size_t		(*schools)(const struct screen *, int64_t *out, size_t max);
	/* The record under the cursor, for keys that are about its school; false
	 * where there is none. */
	bool		(*here)(const struct screen *, const struct entity **, int64_t *id);
	/* The stored record the whole screen is about, for ui/others.h; false
	 * when there is none. */
	bool		(*record)(const struct screen *, const struct entity **, int64_t *id);
	/* A list: the record before (DIR -1) or after (1) ID in it, whose cursor
	 * moves along; 0 when there is none. */
	int64_t		(*neighbour)(struct screen *, int64_t id, int dir);
	/* Words for SF_OWNBAR. */
	void		(*bar)(const struct screen *, struct buf *);
};

struct screen {
	struct paint	 p;		/* its window and theme: draw_text(&s->p, ...) */
	const struct screen_ops *ops;
	struct ui	*ui;
	struct app	*app;
	PANEL		*panel;
	struct screen	*below;		/* on the stack; NULL for the first */
	int		 rows, cols;	/* of its window */
	unsigned	 seen;		/* ui->changed when its data were read, … */
	bool		 stale;		/* … or have to be */
	int64_t		 step;		/* SF_EDITS: newest step when it opened, or
					 * of others that was told */
	bool		 laid_out;
};

#endif
