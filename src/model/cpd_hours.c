/* cpd_hours.c - hours of CPD of an academic year and of the register's year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/cpd_hours.h"

#include "base/date.h"

/* The first day of the register's year in which DAY lies: from the 29th of
 * February on, years begin on the 28th where there is no 29th. */
static int
year_from(int reg, int day)
{
	int y, m, d, now, mm, dd, from;

	day_to_ymd(reg, &y, &m, &d);
	day_to_ymd(day, &now, &mm, &dd);
	from = day_add_months(reg, 12 * (now - y));
	return from <= day ? from : day_add_months(reg, 12 * (now - y - 1));
}

struct cpd_hours
cpd_hours_of(const struct cpd_attended *v, size_t n, int reg, int today)
{
	struct cpd_hours h = { .from = DAY_NONE, .to = DAY_NONE,
		.registered = reg != DAY_NONE && reg <= today };
	int first = year_first_day(year_of_day(today)), y, m, d, yy;

	if (h.registered) {
		h.from = year_from(reg, today);
		day_to_ymd(reg, &y, &m, &d);
		day_to_ymd(h.from, &yy, &m, &d);
		h.to = day_add_months(reg, 12 * (yy - y + 1)) - 1;
	}
	for (size_t i = 0; i < n; i++) {
		if (v[i].day > today || v[i].day == DAY_NONE)
			continue;
		if (v[i].day >= first)
			h.year += v[i].hours;
		if (h.registered && v[i].day >= h.from)
			h.counted += v[i].hours;
	}
	if (h.registered && h.counted < CPD_HOURS)
		h.left = CPD_HOURS - h.counted;
	return h;
}

bool
cpd_short(const struct cpd_hours *h, int today)
{
	return h->registered && h->left > 0 && h->to - today <= CPD_SOON;
}
