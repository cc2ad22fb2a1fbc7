/* snapshot.c - the days on which the official results are counted.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/snapshot.h"

#include "base/date.h"

static const struct {
	int month, day;
} snapshots[] = { { 3, 31 }, { 7, 31 }, { 12, 31 } };

enum { A_YEAR = sizeof snapshots / sizeof snapshots[0] };

static int
year_of(int day)
{
	int y, m, d;

	day_to_ymd(day, &y, &m, &d);
	return y;
}

static int
nth(int year, int i)
{
	return day_from_ymd(year, snapshots[i].month, snapshots[i].day);
}

int
snapshot_before(int day)
{
	int year = year_of(day);

	for (int i = A_YEAR; i-- > 0; )
		if (nth(year, i) < day)
			return nth(year, i);
	return nth(year - 1, A_YEAR - 1);
}

int
snapshot_from(int day)
{
	int year = year_of(day);

	for (int i = 0; i < A_YEAR; i++)
		if (nth(year, i) >= day)
			return nth(year, i);
	return nth(year + 1, 0);
}
