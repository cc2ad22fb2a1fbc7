/* calendar_usual.c - terms and half terms where nobody typed any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * model/calendar.h says which and why.
 */
#include "base/date.h"
#include "model/calendar_impl.h"

#define FRIDAY		4
#define REPLACED	21	/* days typed of a term that stand for it */
#define NEAR		14	/* days about a half term */
#define WORTH		3	/* days of a holiday that stands for it */

static const char *const half_term = "Half term";

/* The last day of that weekday on or before DAY. */
static int
back_to(int day, int weekday)
{
	return day - (day_weekday(day) - weekday + 7) % 7;
}

static int
first_weekday(int day)
{
	while (day_weekday(day) > FRIDAY)
		day++;
	return day;
}

static int
last_weekday(int day)
{
	while (day_weekday(day) > FRIDAY)
		day--;
	return day;
}

/* Days the Easter holiday begins and ends before and after Easter Sunday, by
 * where in April Easter is. Last day of spring, Monday of summer. */
static void
easter_holiday(int year, int *last, int *first)
{
	static const struct { int until, last, first; } when[] = {
		{ 4, -3, 15 }, { 12, -9, 8 }, { 30, -16, 1 },
	};
	int easter = easter_sunday(year), april = day_from_ymd(year, 4, 1);
	int i = 0;

	while (easter > april + when[i].until - 1)
		i++;
	*last = easter + when[i].last;
	*first = easter + when[i].first;
}

/* Has U days that typed terms leave? It begins after one that covers its first
 * day; false too when they cover enough of it to stand for it. */
static bool
uncovered(const struct periods *terms, struct period *u)
{
	const int from = u->from;
	int covered = 0;

	for (size_t i = 0; i < terms->n; i++) {
		const struct period *t = &terms->v[i];
		int lo = t->from > from ? t->from : from;
		int hi = t->to < u->to ? t->to : u->to;

		if (t->usual || lo > hi)
			continue;
		covered += hi - lo + 1;
		if (lo == from && hi + 1 > u->from)
			u->from = hi + 1;
	}
	return covered < REPLACED && u->from <= u->to;
}

static bool
holiday_near(const struct periods *holidays, int monday)
{
	for (size_t i = 0; i < holidays->n; i++) {
		const struct period *h = &holidays->v[i];

		if (!h->usual && h->to - h->from + 1 >= WORTH &&
		    h->from <= monday + 4 + NEAR && h->to >= monday - NEAR)
			return true;
	}
	return false;
}

/* A term, and its half term from MONDAY. */
static void
add_term(struct calendar *c, const char *title, int from, int to, int monday)
{
	struct period u = { from, to, title, true };
	struct period half = { monday, monday + 4, half_term, true };

	if (!uncovered(&c->of[CAL_TERM], &u))
		return;
	while (u.from <= u.to && !cal_working(c, u.from))
		u.from++;
	if (u.from > u.to)
		return;
	periods_add(&c->of[CAL_TERM], u);
	if (!holiday_near(&c->of[CAL_HOLIDAY], monday))
		periods_add(&c->of[CAL_HOLIDAY], half);
}

void
calendar_add_usual(struct calendar *c)
{
	for (int year = CAL_FIRST; year < CAL_LAST; year++) {
		int christmas = back_to(day_from_ymd(year, 12, 22), FRIDAY);
		int spring_last, summer_first;

		easter_holiday(year + 1, &spring_last, &summer_first);
		add_term(c, "Autumn term",
		    first_weekday(day_from_ymd(year, 9, 1)), christmas,
		    back_to(day_from_ymd(year, 10, 28), 0));
		add_term(c, "Spring term", christmas + 17, spring_last,
		    back_to(day_from_ymd(year + 1, 2, 18), 0));
		add_term(c, "Summer term", summer_first,
		    last_weekday(day_from_ymd(year + 1, 7, 22)),
		    back_to(day_from_ymd(year + 1, 5, 31), 0));
	}
}
