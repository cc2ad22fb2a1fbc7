/* mine.h - how my schools stand: those I coordinate today, in a few figures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each figure is the count of a list of schools, by the filter that opens
 * exactly these; the cost is that of my schools.
 */
#ifndef APP_MINE_H
#define APP_MINE_H

#include "app/app.h"

enum mine_is {
	MINE_ALL,		/* my open schools */
	MINE_NOT_ASSESSED,	/* no official result since the last snapshot */
	MINE_NO_VISIT,		/* none made this term */
	MINE_NO_ENCOUNTER,	/* none delivered this term */
	MINE_ROLLS,		/* rolls of this year to confirm */
	MINE_ACCESS,		/* a cohort lacks meetings with providers, by a day
				 * of this academic year */
	MINE_NO_GOVERNOR,
	MINE_NO_ADVISER,	/* in the network, and no Enterprise Adviser */
	MINE_RETURN,		/* what the month-end return that is due soon asks
				 * for and we lack: opens its report, not schools */
	MINE_FIGURES
};
struct mine {
	int64_t		 n[MINE_FIGURES];	/* all 0 when I coordinate none */
	int64_t		 assessed_of;	/* my schools that are assessed at all */
	int		 last, next;	/* snapshots: before today, and from today */
	int		 term;		/* first day of this term, or the one before */
	int		 due;		/* of the month-end return */
};

enum status	mine_read(struct app *, struct mine *, struct err *) MUST_CHECK;
/* "not assessed for 31 Dec", "My"; appended. */
void		mine_words(const struct mine *, enum mine_is, struct buf *out);
/* "no visit this term 4", "return: 6 to mend by 30 Nov"; appended. */
void		mine_said(const struct mine *, enum mine_is, struct buf *out);
/* The filter of schools that gives exactly these; appended. Not of
 * MINE_RETURN. */
void		mine_filter(const struct mine *, enum mine_is, struct buf *out);
/* "Official results for 31 Dec: 4 of 22 schools not assessed since 31 Jul";
 * appended. */
void		mine_snapshot(const struct mine *, struct buf *out);

#endif
