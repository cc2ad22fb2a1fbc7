/* calendar_made.c - calendars for tests: usual ones, and those of typed spans. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/model/calendar_made.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"

int
on(const char *iso)
{
	int day = day_from_iso(iso);

	assert_int_not_equal(day, DAY_NONE);
	return day;
}

void
is_day(int day, const char *want)
{
	char got[11];

	day_iso(day, got);
	assert_string_equal(got, want);
}

struct calendar *
typed(const char *const *lines, size_t n)
{
	static const char *const kinds[CAL_KINDS] = {
		[CAL_TERM] = "term", [CAL_HOLIDAY] = "holiday",
		[CAL_BANK] = "bank", [CAL_INSET] = "inset",
	};
	struct cal_span v[16];
	struct strs words = { 0 };
	struct calendar *c;

	assert_true(n <= COUNT(v));
	for (size_t i = 0; i < n; i++) {
		int kind = 0;

		str_words(&words, lines[i]);
		while (strcmp(kinds[kind], words.v[0]) != 0)
			kind++;
		v[i] = (struct cal_span){ .kind = (enum cal_kind)kind,
		    .from = on(words.v[1]), .to = on(words.v[2]),
		    .title = words.n > 3 ? xstrdup(words.v[3]) : NULL };
		strs_clear(&words);
	}
	c = cal_new(v, n, NULL);
	for (size_t i = 0; i < n; i++)
		free(v[i].title);	/* the calendar has its own */
	return c;
}

struct calendar *
usual(void)
{
	return cal_new(NULL, 0, NULL);
}
