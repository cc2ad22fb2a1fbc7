/* years.h - pupils per school and year group: the text of contract.md "Years
 * and numbers" as lines, and back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   y10 24            came; while the record is ahead: expected
 *   y10 24/8/3        of them disadvantaged, SEND
 *   y10 24 of 30      24 came of 30 expected; 24 of ?: came, whatever the status
 *   y10 ~30           expected, whatever the status
 *   y10 all           the roll
 *   y10 ?             not known yet
 *   y7-9 all          each its roll
 *   y7-9 540 by roll  shared by the rolls, marked estimated
 *   y7 182 by roll    one such line
 *   ks4 30            a band
 */
#ifndef MODEL_YEARS_H
#define MODEL_YEARS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

enum years_value {
	YV_NONE,	/* no value was written */
	YV_UNKNOWN,	/* ? */
	YV_ALL,		/* the roll */
	YV_COUNT	/* figures */
};

#define YEARS_MAX	9999	/* pupils of one line */

/* One item as written: which groups, which figures; -1 is not given. */
struct years_item {
	int		 first, last;	/* indexes into year_groups */
	enum years_value value;
	long		 count;		/* the plain figure, 24 */
	long		 of;		/* 30 of "24 of 30" */
	long		 disadvantaged, send;
	bool		 has_of;	/* "of" was written, perhaps "of ?" */
	bool		 expected;	/* ~ was written */
	bool		 by_roll;
};

/* Read one item. The sentence on failure names no field. */
enum status	years_item(const char *text, struct years_item *out,
		    struct err *e) MUST_CHECK;
/* Share TOTAL among N by their rolls, the largest remainders first; the shares
 * add up to TOTAL. False when the rolls add up to nothing. */
bool		years_share(long total, const long *roll, size_t n, long *out);

#endif
