/* board_impl.h - what the columns of boards are made from.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_BOARD_IMPL_H
#define APP_BOARD_IMPL_H

#include "app/board.h"
#include "db/board.h"

struct board_school {
	struct app	*app;
	int		 day;
	char		 iso[11];		/* … as text */
	char		*ref;
	struct row	*row;			/* of the kind's fields alone */
	struct board_facts facts;
};

void		 cell_set(struct board_cell *, const char *text, const char *data);
/* Opens the records of ENT with a filter. */
void		 cell_lists(struct board_cell *, const char *ent, char *take_filter);
/* Opens this one; 0 none. */
void		 cell_opens(struct board_cell *, const char *ent, int64_t id);

/* Columns that several kinds have. */
enum status	 board_make_name(const struct board_school *,
		    const struct board_col *, struct board_cell *, struct err *);
enum status	 board_make_bm(const struct board_school *,
		    const struct board_col *, struct board_cell *, struct err *);
/* board_made.c */
enum status	 board_make_bm5(const struct board_school *,
		    const struct board_col *, struct board_cell *, struct err *);
enum status	 board_make_access(const struct board_school *,
		    const struct board_col *, struct board_cell *, struct err *);
enum status	 board_make_return(const struct board_school *,
		    const struct board_col *, struct board_cell *, struct err *);
enum status	 board_make_need(const struct board_school *,
		    const struct board_col *, struct board_cell *, struct err *);

#endif
