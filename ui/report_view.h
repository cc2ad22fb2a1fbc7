/* report_view.h - a report's document in a window: a screen's, or a tab's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_REPORT_VIEW_H
#define UI_REPORT_VIEW_H

#include "app/report_out.h"
#include "ui/screen.h"

struct report_view {		/* zeroed, with S set, is an empty one */
	struct screen	*s;		/* in whose window */
	struct report	 r;
	struct report_lines l;
	size_t		 at;		/* spot with the cursor */
	int		 top;		/* first line shown */
	int		 rows, cols;
};

/* Another document; report_view_layout must follow before it is drawn. */
void	report_view_take(struct report_view *, struct report *take);
void	report_view_clear(struct report_view *);
void	report_view_layout(struct report_view *, int rows, int cols);
void	report_view_draw(struct report_view *, int y);
/* "v more" when there is more below; appended. */
void	report_view_more(const struct report_view *, struct buf *out);
/* Is the cursor on something that opens? */
bool	report_view_has_spot(const struct report_view *);
/* Up Down Left Right and pages; false when R is no movement. */
bool	report_view_move(struct report_view *, enum request r);
void	report_view_open(struct report_view *);

#endif
