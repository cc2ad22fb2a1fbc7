/* date.h - days, times, academic years, and how people type them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A day is an int: days since 1970-01-01, proleptic Gregorian, 1 Jan 1800 to
 * 31 Dec 2199. Stored and exported as YYYY-MM-DD. Day before month when typed.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <limits.h>
#include <stdbool.h>

#include "base/err.h"

#define DAY_NONE	INT_MIN

/* How a bare weekday, and a day without its year, are meant. */
enum date_dir {
	DATE_BACK,		/* weekday: the last one, never today */
	DATE_FORWARD,		/* weekday: the next one, never today */
	DATE_LAST	/* as BACK; without its year: the last such day */
};

int	 day_from_ymd(int y, int m, int d);	/* DAY_NONE when impossible */
void	 day_to_ymd(int day, int *y, int *m, int *d);
int	 day_weekday(int day);			/* 0 Monday … 6 Sunday */
void	 day_iso(int day, char out[11]); /* 2026-03-12; "" for DAY_NONE */
int	 day_from_iso(const char *s);		/* strict, else DAY_NONE */
int	 day_add_months(int day, int n);	/* stays within the month */
/* "Thu 12 Mar 2026" and, within the academic year of TODAY, "Thu 12 Mar". */
void	 day_long(int day, char out[24]);
void	 day_short(int day, int today, char out[24]);

/* What people type: 2026-03-12, 12/3, 12/3/26, 12.3.2026, 12 mar [2026],
 * today t, yesterday y, tomorrow, mon … sunday, +3, -2, +2w, +1m, term+1 (the
 * first day of the next term, of date_terms_are); a weekday
 * before a day ("Thu 12 Mar 2026") must be the right one.
 * Without a year: in the academic year of TODAY (DATE_LAST: the last such
 * day). An impossible day is refused: "no 31 November". */
enum status date_parse(const char *s, int today, enum date_dir dir, int *out,
		struct err *e) MUST_CHECK;
/* From where "term+1" takes the terms: NEXT gives the first day of the term
 * that begins next after DAY, DAY_NONE when there is none. NULL: none are
 * known. One for the whole process, as the time zone is. */
struct date_terms {
	int	(*next)(void *arg, int day);
	void	*arg;
};
void	 date_terms_are(const struct date_terms *);
/* Has S the form of a day, even of an impossible one such as 31/11? What has
 * not may be something else: a name, a number. */
bool	 date_like(const char *s);
/* Only the forms of files: YYYY-MM-DD, DD-MM-YYYY, D/M/YYYY. */
bool	 date_parse_file(const char *s, int *out);

/* Times of day in minutes: 9:30 930 09.30 2pm 2:15pm 14:00; -1 when not one. */
int	 time_parse(const char *s);
void	 time_format(int minutes, char out[6]);	/* "09:30" */
/* 60m 1h 1h30 90 min 1.5h: minutes, -1 when not one. */
int	 span_parse(const char *s);

/* Academic years run 1 September to 31 August and are known by their first. */
int	 year_of_day(int day);			/* DAY is not DAY_NONE */
int	 year_first_day(int year);
int	 year_last_day(int year);
/* The day that academic YEAR is looked at when it is TODAY: its last when it is
 * over, its first when it is to come, else TODAY. */
int	 year_as_at(int year, int today);
void	 year_format(int year, char out[8]);	/* "2026/27" */
/* 2026/27, 2026-27, 26/27, 2026/2027; false when the halves do not follow. */
bool	 year_parse(const char *s, int *out);

#endif
