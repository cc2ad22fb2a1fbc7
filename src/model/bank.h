/* bank.h - bank holidays of England and Wales.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reckoned: New Year's Day, Good Friday, Easter Monday, the first Monday of
 * May, the last of May and of August, Christmas Day and Boxing Day; those that
 * fall on a weekend are kept on the next days that are none (Banking and
 * Financial Dealings Act 1971, and the proclamations made under it each year).
 * Days proclaimed once or moved are in src/data/bank-holidays.csv. Source of
 * both: gov.uk/bank-holidays. True from 1990; days announced after a release
 * are added by a hub's own file.
 */
#ifndef MODEL_BANK_H
#define MODEL_BANK_H

#include "base/csv_table.h"
#include "base/err.h"

struct bank_day {
	int	 day;
	char	*title;		/* "Boxing Day (substitute day)" */
};
struct bank_days {		/* by day, each once */
	struct bank_day	*v;
	size_t		 n;
};

/* Those of the calendar years FIRST to LAST, and a hub's own file of the
 * shipped one's name (NULL none): a row adds its day, or names it anew, and
 * takes away the day it replaces (unless a row before did). A row outside the
 * years is read and left out. */
enum status	 bank_days_load(const struct csv_source *hub, int first,
		    int last, struct bank_days *out, struct err *e) MUST_CHECK;
void		 bank_days_clear(struct bank_days *);
/* Its title, NULL when it is no bank holiday. */
const char	*bank_day(const struct bank_days *, int day);
/* Easter Sunday of a year of the Gregorian calendar, as a day. */
int		 easter_sunday(int year);

#endif
