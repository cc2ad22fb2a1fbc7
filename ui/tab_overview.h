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

/* Lay the pieces out for the tab's columns; drop those there are. */
void	overview_lay_out(struct overview_tab *);
void	overview_forget(struct overview_tab *);

#endif
