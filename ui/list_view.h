/* list_view.h - rows of one list in a window: what list screens and tabs share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only some pages round the cursor are held. Moving reads the next page after
 * (or before) a row, never by an offset; nothing is counted to paint.
 */
#ifndef UI_LIST_VIEW_H
#define UI_LIST_VIEW_H

#include "app/lists.h"
#include "ui/screen.h"

struct list_col {
	int	 field;
	size_t	 cell;			/* index in list_row.cell */
	int	 x, width;
	bool	 right;			/* numbers */
};

struct list_view {
	struct ui	*ui;
	struct lister	 l;
	struct list_page held;		/* rows held, in order */
	size_t		 top, at;	/* first shown, cursor; indexes of held */
	bool		 whole_start, whole_end;	/* the first, last row is held */
	char		*typing;	/* a filter typed and not read yet; NULL */
	bool		 stale;		/* a read was stopped: read when idle */
	struct list_row	 below, above;	/* where looking for rows stopped short,
					 * to go on when idle; key NULL: it did not */
	int64_t		 more_at;	/* … from then on, monotonic ms */
	char		*begun;		/* this filter ends in the beginning of a value
					 * when nothing has the value itself; NULL */
	size_t		 base;		/* bytes of the filter that were not typed */
	const char	*none;		/* what it says without rows; NULL: what the
					 * entity says */
	int64_t		 gone;		/* cursor's row that matches no more; 0 */
	int64_t		 count;		/* rows that match, to 1,001; -1 unknown */
	int64_t		 count_at;	/* when counting may begin, monotonic ms */
	int64_t		 total;		/* without filter; -1 unknown */
	int64_t		*mark;		/* ids, sorted */
	size_t		 nmarks, marks_cap;
	struct list_col	 col[24];
	size_t		 ncols;
	int		 rows, cols;	/* room for rows and columns */
};

enum status	list_view_open(struct list_view *, struct ui *, const struct entity *,
		    const char *filter, struct err *) MUST_CHECK;
void		list_view_close(struct list_view *);
/* Room for ROWS rows (without heading) of COLS columns. */
void		list_view_layout(struct list_view *, int rows, int cols);
/* Heading at row Y, rows below it. */
void		list_view_draw(struct list_view *, const struct paint *, int y);
/* Moving requests; false when R is none. */
bool		list_view_move(struct list_view *, enum request r);
/* From the start again: another filter or order. A wrong filter says why. */
bool		list_view_filter(struct list_view *, const char *text);
/* The same while it is typed: read once the key was shown, from idle; flush
 * does it at once. The last value may be a beginning. */
void		list_view_typing(struct list_view *, const char *text);
void		list_view_flush(struct list_view *);
void		list_view_sort(struct list_view *, int field, bool desc);
void		list_view_columns(struct list_view *, const int *cols, size_t n);
/* Others changed something: the cursor's row stays, greyed when it is gone.
 * OWN: this user did, so it may go. */
void		list_view_refresh(struct list_view *, bool own);
/* Another academic year is looked at (years.h): from the start again as at its
 * day, with the filter TEXT. */
void		list_view_year(struct list_view *, const char *text);
/* Slices: stale rows, counts. True: there is more. */
bool		list_view_idle(struct list_view *);
/* The row under the cursor, NULL none. */
const struct list_row *list_view_row(const struct list_view *);
/* The row before or after ID, moving the cursor there; 0 none. */
int64_t		list_view_neighbour(struct list_view *, int64_t id, int dir);
/* "18 of 141   3 marked" */
void		list_view_counts(const struct list_view *, struct buf *);

bool		list_view_marked(const struct list_view *, int64_t id);
void		list_view_mark(struct list_view *, int64_t id, bool on);
void		list_view_mark_many(struct list_view *, const int64_t *id, size_t n);
void		list_view_unmark(struct list_view *);
/* The marked, else the row under the cursor; caller frees. */
size_t		list_view_targets(const struct list_view *, int64_t **out);

/* "4,210" */
void		count_text(int64_t n, struct buf *out);

#endif
