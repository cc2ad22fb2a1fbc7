/* fuzz_date.c - any text read as a day, a time, a span, a year, an instant. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/utf8.h"

#define FIRST_TODAY	(-62091)	/* 1 January 1800 */
#define DAYS		146097		/* in 400 years */

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What we print must be read as the same day, whatever today is. */
static void
check_day(int day, int today)
{
	char iso[11], words[24];
	int again;

	day_iso(day, iso);
	assert(iso[0] != '\0' && day_from_iso(iso) == day);
	day_long(day, words);
	if (date_parse(words, today, DATE_BACK, &again, NULL) != ST_OK ||
	    again != day)
		abort();
	day_short(day, today, words);
	if (date_parse(words, today, DATE_FORWARD, &again, NULL) != ST_OK ||
	    again != day)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *s = xstrndup((const char *)data, size), out[25];
	int today = FIRST_TODAY, day, minutes, year;
	bool like = date_like(s);
	struct err e;

	for (size_t i = 0; i < size; i++)	/* any day may be today */
		today = FIRST_TODAY + (today - FIRST_TODAY + data[i] * 571) %
		    DAYS;
	for (int dir = DATE_BACK; dir <= DATE_LAST; dir++) {
		day = DAY_NONE;
		if (date_parse(s, today, (enum date_dir)dir, &day, &e) ==
		    ST_OK) {
			assert(like);
			check_day(day, today);
		} else {
			assert(day == DAY_NONE && e.st == ST_INVALID);
			assert(e.text[0] != '\0');
		}
	}
	if (date_parse_file(s, &day))
		check_day(day, today);
	minutes = time_parse(s);
	assert(minutes >= -1 && minutes < 24 * 60);
	if (minutes >= 0) {
		time_format(minutes, out);
		assert(time_parse(out) == minutes);
	}
	minutes = span_parse(s);
	assert(minutes >= -1 && minutes <= 99999);
	if (year_parse(s, &year)) {
		year_format(year, out);
		assert(year_parse(out, &year));
		check_day(year_first_day(year), today);
		assert(year_of_day(year_last_day(year)) == year);
	}
	if (clock_from_iso(s) != -1) {
		clock_iso(clock_from_iso(s), out);
		assert(clock_from_iso(out) == clock_from_iso(s));
	}
	free(s);
	return 0;
}
