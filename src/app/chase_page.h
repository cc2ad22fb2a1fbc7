/* chase_page.h - who was asked, when, and who has not answered.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_CHASE_PAGE_H
#define APP_CHASE_PAGE_H

#include "app/report.h"

/* One who was asked, over a notice and all its reminders. */
struct chase_row {
	int64_t		 recipient;	/* on the newest of them that they got */
	int64_t		 place, contact;	/* 0 none */
	bool		 open;		/* sent, and not answered */
};
struct chase_rows {
	struct chase_row *v;		/* open ones first, as they were asked */
	size_t		 n;
	size_t		 asked, replied, open;	/* without those left out */
};
void		chase_rows_clear(struct chase_rows *);

/* The page of NOTICE: a table with a row each of ROWS, whose first cell opens the
 * school, employer or person; a column each time they were asked, the reply, and
 * what is next: a day, or whose turn it is at the school. At most three times
 * are shown. The caller clears both, also on failure. */
enum status	chase_page(struct app *, int64_t notice, struct chase_rows *,
		    struct report *, struct err *) MUST_CHECK;
/* For reports.def. */
enum status	chase_report(struct app *, const struct report_args *,
		    struct report *, struct err *);

#endif
