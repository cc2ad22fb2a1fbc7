/* list_rows.h - the rows a list holds; inside of list_view.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_LIST_ROWS_H
#define UI_LIST_ROWS_H

#include "ui/list_view.h"

/* A key's answer looks for rows so long. */
#define LIST_SLICE_MS	6

/* Does a key wait? For lists_stop. */
bool	rows_key_waits(void *arg);
size_t	rows_page(const struct list_view *);	/* rows of a page */
/* Read the next page below, above those held. */
void	rows_below(struct list_view *);
void	rows_above(struct list_view *);
/* Hold only the first or the last pages. STOP: a key that waits stops it, the
 * old rows stay and idle reads. False when nothing was read. */
bool	rows_edge(struct list_view *, bool start, bool stop);
/* Some rows may not have been found yet: idle goes on. */
bool	rows_short(const struct list_view *);
bool	rows_wanted(const struct list_view *);	/* … and are now */
/* A key came: what idle looks for waits until keys pause. */
void	rows_pause(struct list_view *);
/* Go on for a longer slice, or until a key waits. */
void	rows_look_on(struct list_view *);
/* Other rows are held: where looking stopped short is forgotten; or was from
 * the start at the end of PAGE. */
void	rows_settled(struct list_view *);
void	rows_reached(struct list_view *, struct list_page *page);
/* Let go of rows far from the cursor. */
void	rows_forget(struct list_view *);
void	rows_free_one(struct list_row *, size_t ncols);

/* Bring the cursor's row into the window, reading what is missing. */
void	list_view_scroll(struct list_view *);
/* From the start again. */
void	list_view_restart(struct list_view *, bool stop);
/* Nothing has the last value typed: is it a beginning? Once that is known. */
void	list_view_begun(struct list_view *);
/* A count that a key would stop is not begun before typing pauses. */
void	list_view_count_later(struct list_view *);

#endif
