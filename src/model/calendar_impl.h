/* calendar_impl.h - what the files of the calendar share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef MODEL_CALENDAR_IMPL_H
#define MODEL_CALENDAR_IMPL_H

#include "base/str.h"
#include "model/calendar.h"

struct period {
	int		 from, to;
	const char	*title;		/* of text, or constant */
	bool		 usual;
};
struct periods {		/* by first day */
	struct period	*v;
	size_t		 n;
	int		 longest;	/* days the longest lasts */
};
struct calendar {
	struct periods	 of[CAL_KINDS];
	struct strs	 text;		/* what titles point to */
	bool		 in_term;	/* cal_keep_to_terms */
};

void	periods_add(struct periods *, struct period);
void	periods_sort(struct periods *);
/* The one DAY is in, of several the last to begin; NULL. Sorted ones only. */
const struct period *periods_at(const struct periods *, int day);

/* The terms and half terms nobody typed; bank holidays are in C already, and
 * all periods are sorted afterwards. */
void	calendar_add_usual(struct calendar *);

#endif
