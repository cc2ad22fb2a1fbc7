/* fuzz_date.c - days, times, spans and years as anybody may type them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"

#define TODAY 20777		/* 20 November 2026 */

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool fact)
{
	if (!fact)
		__builtin_trap();
}

/* A day that was understood is written and read back the same. */
static void
try_day(const char *s, enum date_dir dir)
{
	char iso[11], words[24];
	struct err e;
	int day;

	err_clear(&e);
	if (date_parse(s, TODAY, dir, &day, &e) != ST_OK) {
		must(e.text[0] != '\0');
		return;
	}
	day_iso(day, iso);
	must(day_from_iso(iso) == day);
	day_long(day, words);
	must(date_parse(words, TODAY, dir, &day, &e) == ST_OK);
	day_short(day, TODAY, words);
	/* The first and the last year reach beyond the days there are. */
	must(year_first_day(year_of_day(day)) <= day);
	must(year_last_day(year_of_day(day)) >= day ||
	    year_last_day(year_of_day(day)) == DAY_NONE);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *s = malloc(size + 1), text[8];
	int n, day;

	if (s == NULL)
		return 0;
	memcpy(s, data, size);
	s[size] = '\0';
	try_day(s, DATE_BACK);
	try_day(s, DATE_FORWARD);
	try_day(s, DATE_LAST);
	date_like(s);
	if (date_parse_file(s, &day)) {
		char iso[11];

		day_iso(day, iso);
		must(day_from_iso(iso) == day);
	}
	n = time_parse(s);
	must(n >= -1 && n <= 24 * 60);
	if (n >= 0) {
		time_format(n, text);
		must(time_parse(text) == n);
	}
	must(span_parse(s) >= -1);
	if (year_parse(s, &n)) {
		int again;

		year_format(n, text);
		must(year_parse(text, &again) && again == n);
	}
	free(s);
	return 0;
}
