/* date.c - days as numbers, their calendar, and academic years.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date_words.h"
#include "base/mem.h"
#include "base/str.h"

#define SEPTEMBER	9	/* academic years begin with it */
#define CENTURY_PIVOT	70	/* 69 is 2069, 70 is 1970 */

/* The first three letters are the short form. */
static const char *const weekday_names[7] = {
	"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
	"Sunday"
};
static const char *const month_names[12] = {
	"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December"
};

static bool
is_leap(int y)
{
	return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

int
date_month_days(int y, int m)
{
	static const int days[12] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};

	return m == 2 && is_leap(y) ? 29 : days[m - 1];
}

/* Howard Hinnant's days_from_civil: years begin in March, eras are 400. */
int
day_from_ymd(int y, int m, int d)
{
	int era, of_era, of_year;

	if (y < DATE_YEAR_MIN || y > DATE_YEAR_MAX || m < 1 || m > 12 ||
	    d < 1 || d > date_month_days(y, m))
		return DAY_NONE;
	y -= m <= 2;
	era = y / 400;
	of_era = y - era * 400;
	of_year = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + d - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 +
	    of_year - 719468;
}

void
day_to_ymd(int day, int *y, int *m, int *d)
{
	int z = day + 719468;	/* positive for all our years */
	int era = z / 146097, of_era = z - era * 146097;
	int year = (of_era - of_era / 1460 + of_era / 36524 -
	    of_era / 146096) / 365;
	int of_year = of_era - (365 * year + year / 4 - year / 100);
	int mp = (5 * of_year + 2) / 153;

	*d = of_year - (153 * mp + 2) / 5 + 1;
	*m = mp < 10 ? mp + 3 : mp - 9;
	*y = year + era * 400 + (*m <= 2);
}

int
day_weekday(int day)
{
	return ((day + 3) % 7 + 7) % 7;		/* 1970 began on a Thursday */
}

bool
day_in_range(long day)
{
	return day >= day_from_ymd(DATE_YEAR_MIN, 1, 1) &&
	    day <= day_from_ymd(DATE_YEAR_MAX, 12, 31);
}

/* DIGITS of V at P; numbers here are never negative. */
static char *
put(char *p, int v, int digits)
{
	for (int i = digits - 1; i >= 0; i--) {
		p[i] = (char)('0' + v % 10);
		v /= 10;
	}
	return p + digits;
}

void
day_iso(int day, char out[11])
{
	int y, m, d;

	out[0] = '\0';
	if (day == DAY_NONE || !day_in_range(day))
		return;
	day_to_ymd(day, &y, &m, &d);
	out = put(out, y, 4);
	*out++ = '-';
	out = put(out, m, 2);
	*out++ = '-';
	*put(out, d, 2) = '\0';
}

int
day_from_iso(const char *s)
{
	static const char form[] = "dddd-dd-dd";
	size_t i;

	for (i = 0; form[i] != '\0'; i++)
		if (form[i] == 'd' ? s[i] < '0' || s[i] > '9' : s[i] != '-')
			return DAY_NONE;
	if (s[i] != '\0')
		return DAY_NONE;
	return day_from_ymd(date_digits(s, 4), date_digits(s + 5, 2),
	    date_digits(s + 8, 2));
}

int
date_digits(const char *s, int n)
{
	int v = 0;

	while (n-- > 0)
		v = v * 10 + (*s++ - '0');
	return v;
}

int
day_add_months(int day, int n)
{
	int y, m, d, most;
	long months;

	if (day == DAY_NONE)
		return DAY_NONE;
	day_to_ymd(day, &y, &m, &d);
	months = (long)y * 12 + (m - 1) + n;
	if (months < DATE_YEAR_MIN * 12L || months >= (DATE_YEAR_MAX + 1) * 12L)
		return DAY_NONE;
	y = (int)(months / 12);
	m = (int)(months % 12) + 1;
	most = date_month_days(y, m);
	return day_from_ymd(y, m, d < most ? d : most);
}

/* "Thu 12 Mar"; the year follows when asked for. */
static void
words(int day, bool year, char out[24])
{
	int y, m, d;

	out[0] = '\0';
	if (day == DAY_NONE || !day_in_range(day))
		return;
	day_to_ymd(day, &y, &m, &d);
	memcpy(out, weekday_names[day_weekday(day)], 3);
	out += 3;
	*out++ = ' ';
	out = put(out, d, d < 10 ? 1 : 2);
	*out++ = ' ';
	memcpy(out, month_names[m - 1], 3);
	out += 3;
	if (year) {
		*out++ = ' ';
		out = put(out, y, 4);
	}
	*out = '\0';
}

void
day_long(int day, char out[24])
{
	words(day, true, out);
}

void
day_short(int day, int today, char out[24])
{
	words(day, today == DAY_NONE || day == DAY_NONE ||
	    year_of_day(day) != year_of_day(today), out);
}

/* Which of N names begins with S (at least three letters, any case)? */
static int
name_index(const char *s, const char *const *names, int n)
{
	if (strlen(s) < 3)
		return -1;
	for (int i = 0; i < n; i++)
		if (str_istarts(names[i], s))
			return i;
	return -1;
}

int
date_weekday_index(const char *s)
{
	return str_ieq(s, "weds") ? 2 : name_index(s, weekday_names, 7);
}

int
date_month_index(const char *s)
{
	int i = name_index(s, month_names, 12);

	return i < 0 ? -1 : i + 1;
}

const char *
date_weekday_name(int weekday)
{
	return weekday_names[weekday];
}

const char *
date_month_name(int month)
{
	return month_names[month - 1];
}

int
date_take_number(const char **s, int most, int *out)
{
	int n = (int)strspn(*s, "0123456789");

	if (n < 1 || n > most)
		return 0;
	*out = date_digits(*s, n);
	*s += n;
	return n;
}

void
date_skip_blanks(const char **s)
{
	while (**s == ' ' || **s == '\t')
		(*s)++;
}

int
date_full_year(int y, int digits)
{
	if (digits != 2)
		return y;
	return y < CENTURY_PIVOT ? 2000 + y : 1900 + y;
}

int
year_of_day(int day)
{
	int y, m, d;

	day_to_ymd(day, &y, &m, &d);
	return m >= SEPTEMBER ? y : y - 1;
}

int
year_first_day(int year)
{
	return day_from_ymd(year, SEPTEMBER, 1);
}

int
year_last_day(int year)
{
	return day_from_ymd(year + 1, SEPTEMBER - 1, 31);
}

int
year_as_at(int year, int today)
{
	int now = year_of_day(today);

	return year < now ? year_last_day(year) :
	    year > now ? year_first_day(year) : today;
}

void
year_format(int year, char out[8])
{
	if (year < 0 || year > 9999) {
		out[0] = '\0';
		return;
	}
	out = put(out, year, 4);
	*out++ = '/';
	*put(out, (year + 1) % 100, 2) = '\0';
}

bool
year_parse(const char *s, int *out)
{
	char *copy = str_trimmed(s), *second;
	size_t n1, n2;
	int y, next;
	bool good = false;

	n1 = strspn(copy, "0123456789");
	second = copy + n1;
	if ((n1 == 4 || n1 == 2) && (*second == '/' || *second == '-')) {
		second++;
		n2 = strspn(second, "0123456789");
		if (second[n2] == '\0' && (n2 == 2 || (n2 == 4 && n1 == 4))) {
			y = date_full_year(date_digits(copy, (int)n1), (int)n1);
			next = date_digits(second, (int)n2);
			good = y >= DATE_YEAR_MIN && y < DATE_YEAR_MAX &&
			    (n2 == 4 ? y + 1 : (y + 1) % 100) == next;
			if (good)
				*out = y;
		}
	}
	free(copy);
	return good;
}
