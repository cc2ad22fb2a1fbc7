/* log_inner.h - what the parts of the quick-entry line share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_LOG_INNER_H
#define UI_LOG_INNER_H

#include "app/lines.h"
#include "app/quick.h"
#include "ui/keep.h"
#include "ui/line.h"
#include "ui/screen.h"

#define LOG_MAX_BYTES 4000

struct log_screen {
	struct screen	 s;
	struct line	 line;
	struct keep	 keep;
	int64_t		*school;	/* in view: part of every line */
	size_t		 nschools;
	char		*schools;	/* their names, shown before the line */
	struct quick	 q;		/* the line as understood */
	bool		 stale;		/* typed since it was read */
	struct strs	 picks;		/* answers to what was asked */
	bool		 asking;	/* Enter was pressed: digits answer */
	bool		 sure;		/* Enter was pressed on a "sure?" */
	bool		 anyway;	/* what its note says is to be saved */
	struct lines	 past;
	size_t		 at;		/* in past.v; n: the line being typed */
	char		*typed;		/* that line, while one walks the past */
	struct strs	 ends;		/* completions of the part at the cursor */
	size_t		 end, from, len; /* which is shown, where it stands */
	int		 rows;		/* the popup has now */
};

/* Understand the line as it stands. */
void	log_read(struct log_screen *);
/* Save it as understood, unless a note asks for a second thought. */
void	log_save(struct log_screen *);
/* How many rows the answer needs under the line. */
int	log_rows(const struct log_screen *, int cols);
void	log_draw(struct screen *);
/* The text is another one: read it again, forget what was answered. */
void	log_changed(struct log_screen *);
void	log_walk(struct log_screen *, int dir);	/* to earlier or later lines */
void	log_complete(struct log_screen *);	/* the part at the cursor; again: the next */

/* Several pasted lines, one by one, each told. */
void	log_batch(struct ui *, const char *text);

#endif
