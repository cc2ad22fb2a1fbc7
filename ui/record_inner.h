/* record_inner.h - what the screen of a record holds; inside of record_screen.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_RECORD_INNER_H
#define UI_RECORD_INNER_H

#include "ui/tabs.h"

#define TABS	32	/* of one kind of record, with room to spare */
#define KEYED	9	/* tabs that have a key of their own */

struct record {
	struct screen	 s;
	const struct entity *ent;
	struct row	*row;
	char		*title;
	struct screen	*from;		/* the list it was opened from, below */
	const struct tab_info *info[TABS];
	size_t		 ntabs, at;
	struct tab	*tab;		/* of info[at] */
};

/* Those that stand on the bar; of more than nine the last is "More". */
size_t	record_shown_tabs(const struct record *);
void	record_draw(struct screen *);
void	record_where(const struct screen *, struct buf *out);
void	record_right(const struct screen *, struct buf *out);

#endif
