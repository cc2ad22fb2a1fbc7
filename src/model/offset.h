/* offset.h - how far a follow-up is from its anchor: "+5 wd", "-2 sw".
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef MODEL_OFFSET_H
#define MODEL_OFFSET_H

#include "base/err.h"
#include "model/calendar.h"

enum offset_unit {
	OFFSET_DAYS,			/* "+10 d" */
	OFFSET_WORKING,			/* "+5 wd", as cal_add_working */
	OFFSET_SCHOOL_WEEKS,		/* "-2 sw", as cal_add_school_weeks */
	OFFSET_UNITS
};
struct offset {
	int			n;	/* negative: before the anchor */
	enum offset_unit	unit;
};

#define OFFSET_MAX	999		/* of any unit */

/* "+5 wd", "5 working days", "-2sw", "+10 d", "2 weeks" (of 7 days each, so
 * "+14 d"), "0" (days). Any case. */
enum status	 offset_parse(const char *text, struct offset *out,
		    struct err *e) MUST_CHECK;
/* Canonical, as offset_parse reads it: "+5 wd", "0 sw", and "0" for 0 days. */
void		 offset_format(struct offset, char out[16]);
/* The day that far from ANCHOR. "+10 d" and "0" give any day, the others a
 * working or a school day. DAY_NONE when the calendar does not know it. */
int		 offset_day(const struct calendar *, int anchor, struct offset);

#endif
