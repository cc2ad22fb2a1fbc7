/* wex.h - days of work experience that a cohort's pupils have had.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * domain.md 4: from September 2026 one week's worth, five days, of activity led
 * by employers in Years 7 to 9, and five days of placement in Years 10 and 11
 * (the government's guarantee of two weeks of work experience). Pupils are
 * counted, not named: what is worked out is the mean of a pupil on roll.
 */
#ifndef MODEL_WEX_H
#define MODEL_WEX_H

#include "model/evidence.h"

#define WEX_DAYS	5	/* asked for, of each of the two */

struct wex {
	int	group;		/* index of year_groups, in the year asked about */
	int	first, last;	/* the years it is of: Y7 to Y9, or Y10 and Y11 */
	int	bm;		/* of encounters that count for it: 5 or 6, or 6 alone */
	long	roll;		/* -1 not known */
	double	in_person, virtual;	/* days, mean of a pupil on roll; 0 without
				 * a roll */
	size_t	events;		/* that count */
	size_t	unknown;	/* of them: the length or how many came is not known */
};
/* The cohort that is GROUP (Y7 to Y11) in academic YEAR, on a ROLL (-1 not
 * known), from N events; a day has HOURS. Pupils who may be at another school
 * now are left out. */
void	wex_of(int group, int year, long roll, const struct evidence_event *ev,
	    size_t n, double hours, struct wex *out);
/* "3.2", "0"; "?" when a roll or every length is not known; appended. */
void	wex_days_said(const struct wex *, double days, struct buf *out);

#endif
