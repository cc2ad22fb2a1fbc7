/* tab_overview.h - the pieces of a school's first tab; inside of it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_TAB_OVERVIEW_H
#define UI_TAB_OVERVIEW_H

#include "app/overview.h"
#include "ui/tabs.h"

enum opens { OPENS_NOTHING, OPENS_RECORD, OPENS_LIST };

struct piece {
	int		 y, x, cols;
	enum role	 role;
	bool		 right;
	char		*text;
	enum opens	 opens;
	const struct entity *ent;
	int64_t		 id;		/* of OPENS_RECORD */
	char		*filter, *name;	/* of OPENS_LIST */
};

struct overview_tab {
	struct tab	 t;
	struct overview	 o;
	struct piece	*v;
	size_t		 n, at;		/* at: a piece that opens something */
	int		 height, top;
};

/* A piece of text at Y, X; returns where it ends. The other two say what the
 * piece added last opens; LIST takes both texts. */
int	piece_add(struct overview_tab *, int y, int x, enum role, const char *text);
void	piece_record(struct overview_tab *, enum entity_no, int64_t id);
void	piece_list(struct overview_tab *, enum entity_no, char *take_filter,
	    char *take_name);
/* Where pieces flow: to the next row, at column LEFT, when WIDTH more columns
 * do not fit. */
struct flow {
	int	 y, x, left;
};
void	flow_room(const struct overview_tab *, struct flow *, int width);

/* Text in as many lines as it needs, further ones at column HANG; F is behind
 * it. */
void	flow_lines(struct overview_tab *, struct flow *, int hang, enum role,
	    const char *text);

/* What is going on: the last and next visit; promises, cases, plan, what is
 * pinned. Each returns the row after it (overview_week.c). */
int	overview_lay_visits(struct overview_tab *, int y);
int	overview_lay_week(struct overview_tab *, int y);
/* The school's place in the programme: stage, coordinators, results; what is
 * to be minded. Each returns the row after it (overview_programme.c). */
int	overview_lay_programme(struct overview_tab *, int y);
int	overview_lay_warnings(struct overview_tab *, int y);

/* Lay the pieces out for the tab's columns; drop those there are. */
void	overview_lay_out(struct overview_tab *);
void	overview_forget(struct overview_tab *);

#endif
