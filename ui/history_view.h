/* history_view.h - steps as rows: the history screen and the tabs share it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_HISTORY_VIEW_H
#define UI_HISTORY_VIEW_H

#include "app/steps.h"
#include "ui/screen.h"

struct history_view {
	struct ui	*ui;
	struct history_query q;		/* which steps */
	struct step_list list;
	char		**shown;	/* labels with titles, as long as list */
	bool		 more;
	size_t		 at, top;
	int		 rows, cols;
};

/* What Q borrows stays as long as the view. */
enum status	history_view_open(struct history_view *, struct ui *,
		    const struct history_query *q, struct err *) MUST_CHECK;
void		history_view_close(struct history_view *);
void		history_view_draw(struct history_view *, const struct paint *, int y);
bool		history_view_move(struct history_view *, enum request);
void		history_view_refresh(struct history_view *);
/* Show what the chosen step changed. */
void		history_view_show(struct history_view *);
const struct step *history_view_step(const struct history_view *);

#endif
