/* date_words.h - names and limits shared by date.c, date_parse.c, time_parse.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to them; everybody else includes date.h.
 */
#ifndef BASE_DATE_WORDS_H
#define BASE_DATE_WORDS_H

#include <stdbool.h>

#define DATE_YEAR_MIN	1800
#define DATE_YEAR_MAX	2199

int	date_month_days(int y, int m);		/* M is 1 to 12 */
int	date_digits(const char *s, int n);	/* N digits, known to be such */
/* Take one to MOST digits off *S; how many, 0 when there are none or more. */
int	date_take_number(const char **s, int most, int *out);
void	date_skip_blanks(const char **s);
int	date_full_year(int y, int digits);	/* 26 of 2 digits is 2026 */
int	date_weekday_index(const char *s);	/* 0 Monday; -1 none */
int	date_month_index(const char *s);	/* 1 January; -1 none */
const char *date_weekday_name(int weekday);	/* "Monday"; constant */
const char *date_month_name(int month);		/* "January"; constant */
bool	day_in_range(long day);

#endif
