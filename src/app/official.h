/* official.h - an official result: the eight percentages that were reported.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It is an assessment without items whose source is compass. A school has one
 * for each day and framework.
 */
#ifndef APP_OFFICIAL_H
#define APP_OFFICIAL_H

#include "app/assess.h"

struct official {
	struct assess	 now;		/* of the day; .percent, .achieved */
	struct assess	 before;	/* the newest before that day … */
	bool		 has_before;	/* … when there is one */
};

/* The day of which results are copied now: the last snapshot. */
int		official_day(const struct app *);
/* What is stored of a school for DAY, else a new one. To be cleared. */
enum status	official_of(struct app *, int64_t school, int day,
		    struct official *out, struct err *) MUST_CHECK;
void		official_clear(struct official *);
/* BM from 1. "0" to "100", "" or "-" or "?" when it is not known. */
enum status	official_put(struct official *, int bm, const char *text,
		    struct err *) MUST_CHECK;
/* One step, nothing when nothing changed. Refused while all are unknown. */
enum status	official_save(struct official *, struct clashes *,
		    struct err *) MUST_CHECK;

#endif
