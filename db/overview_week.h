/* overview_week.h - one school's visits, promises, cases and notes; for
 * app/overview_week.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_OVERVIEW_WEEK_H
#define DB_OVERVIEW_WEEK_H

#include "db/db.h"

enum week_part {
	WEEK_VISIT,		/* the last visits and meetings, newest first */
	WEEK_NEXT_VISIT,	/* what is planned, from today on */
	WEEK_PROMISED,		/* open tasks, those of people at the school first */
	WEEK_CASES,		/* open cases by their day */
	WEEK_PINNED,		/* hand-over notes that are shown today */
	WEEK_PARTS
};

struct week_row {		/* borrowed during the call */
	int64_t		 id;
	const char	*word;	/* kind of a visit; "contact", "user"; status */
	const char	*day;	/* of the visit, note; when it is due; "" none */
	const char	*who;	/* time of a visit; owner; who pinned it */
	const char	*title;	/* summary; title; text */
	int64_t		 n;	/* promises, cases: all there are */
};
/* At most LIMIT rows of PART. */
enum status	overview_week_read(struct db *, enum week_part, int64_t school,
		    const char *today, int limit,
		    void (*fn)(void *arg, const struct week_row *), void *arg,
		    struct err *) MUST_CHECK;

#endif
