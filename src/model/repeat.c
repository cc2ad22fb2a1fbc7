/* repeat.c - when a task that repeats is due again.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/repeat.h"

#include "base/date.h"
#include "base/str.h"

enum { ROUNDS = 6000 };		/* more weeks than a calendar has */

/* The Nth day after DUE; DAY_NONE where there is none. */
typedef int rhythm(const struct calendar *, int due, int n);

static int
weeks(const struct calendar *cal, int due, int n)
{
	return cal_add_days(cal, due, 7 * n);
}

static int
two_weeks(const struct calendar *cal, int due, int n)
{
	return cal_add_days(cal, due, 14 * n);
}

static int
months(const struct calendar *cal, int due, int n)
{
	return cal_add_days(cal, day_add_months(due, n), 0);
}

static int
years(const struct calendar *cal, int due, int n)
{
	return months(cal, due, 12 * n);
}

/* As far into its term as DUE is into its own. */
static int
terms(const struct calendar *cal, int due, int n)
{
	int first = cal_term_first(cal, due);
	int into = cal_working_between(cal, first, due);

	for (int day = due; first != DAY_NONE && n > 0; n--)
		first = day = cal_next_term(cal, day);
	return first == DAY_NONE ? DAY_NONE : cal_add_working(cal, first, into);
}

static const struct {
	const char	*word;
	rhythm		*nth;
	bool		 working;	/* what is no working day is left out */
} rhythms[] = {
	{ "weekly",	weeks,		true },
	{ "fortnightly", two_weeks,	true },
	{ "monthly",	months,		false },
	{ "termly",	terms,		false },
	{ "yearly",	years,		false },
};

bool
repeat_by_months(const char *word)
{
	return str_in(word, "monthly yearly");
}

int
repeat_next(const struct calendar *cal, const char *word, int due, int today)
{
	bool weekend = day_weekday(due) > 4;
	size_t i = 0;
	int day;

	if (str_eq(word, "daily"))
		return cal_add_working(cal, due > today ? due : today, 1);
	while (i < sizeof rhythms / sizeof rhythms[0] &&
	    !str_eq(rhythms[i].word, word))
		i++;
	if (i == sizeof rhythms / sizeof rhythms[0])
		return DAY_NONE;
	for (int n = 1; n < ROUNDS; n++) {
		day = rhythms[i].nth(cal, due, n);
		if (day == DAY_NONE || (day > today && day > due &&
		    (!rhythms[i].working || weekend || cal_working(cal, day))))
			return day;
	}
	return DAY_NONE;
}
