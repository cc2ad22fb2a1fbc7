/* time_parse.c - times of day and spans of time as people type them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/date_words.h"
#include "base/mem.h"
#include "base/str.h"

#define MAX_SPAN	99999	/* minutes; a placement of a term is 20,000 */

static int
read_time(const char *s)
{
	int h, m = 0, digits = date_take_number(&s, 4, &h);
	bool whole = false;	/* only an hour: wants am or pm */

	if (digits == 0)
		return -1;
	if (digits >= 3) {
		m = h % 100;
		h /= 100;
	} else if (*s == ':' || *s == '.') {
		s++;
		if (date_take_number(&s, 2, &m) != 2)
			return -1;
	} else {
		whole = true;
	}
	date_skip_blanks(&s);
	if (str_ieq(s, "am") || str_ieq(s, "pm")) {
		if (h < 1 || h > 12)
			return -1;
		h = h % 12 + (str_ieq(s, "pm") ? 12 : 0);
	} else if (*s != '\0' || whole) {
		return -1;
	}
	return h < 24 && m < 60 ? h * 60 + m : -1;
}

int
time_parse(const char *s)
{
	char *text = str_trimmed(s);
	int minutes = read_time(text);

	free(text);
	return minutes;
}

void
time_format(int minutes, char out[6])
{
	if (minutes < 0 || minutes >= 24 * 60) {
		out[0] = '\0';
		return;
	}
	out[0] = (char)('0' + minutes / 600);
	out[1] = (char)('0' + minutes / 60 % 10);
	out[2] = ':';
	out[3] = (char)('0' + minutes % 60 / 10);
	out[4] = (char)('0' + minutes % 10);
	out[5] = '\0';
}

/* The word for hours or minutes off *S: 'h', 'm', or 0. */
static char
take_unit(const char **s)
{
	size_t n = strspn(*s, "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	char *word = xstrndup(*s, n);
	char unit = 0;

	for (char *p = word; *p != '\0'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p + ('a' - 'A'));
	if (str_in(word, "h hr hrs hour hours"))
		unit = 'h';
	else if (str_in(word, "m min mins minute minutes"))
		unit = 'm';
	free(word);
	if (unit != 0)
		*s += n;
	return unit;
}

/* Hundredths after the point, 1 or 2 digits. */
static int
take_fraction(const char **s)
{
	int v, n = date_take_number(s, 2, &v);

	return n == 0 ? -1 : n == 1 ? v * 10 : v;
}

static int
read_span(const char *s)
{
	int v, rest = 0, part = 0;
	char unit;

	if (!date_take_number(&s, 5, &v))
		return -1;
	if (*s == '.') {
		s++;
		if ((part = take_fraction(&s)) < 0)
			return -1;
	}
	date_skip_blanks(&s);
	unit = take_unit(&s);
	if (unit == 'm')
		return *s == '\0' && part == 0 ? v : -1;
	if (unit != 'h')
		return -1;
	v = v * 60 + (part * 60 + 50) / 100;
	date_skip_blanks(&s);
	if (*s != '\0') {		/* 1h30, 1h 30m */
		if (part != 0 || !date_take_number(&s, 2, &rest) || rest > 59)
			return -1;
		date_skip_blanks(&s);
		if (*s != '\0' && (take_unit(&s) != 'm' || *s != '\0'))
			return -1;
	}
	return v + rest;
}

int
span_parse(const char *s)
{
	char *text = str_trimmed(s);
	int minutes = read_span(text);

	free(text);
	return minutes <= MAX_SPAN ? minutes : -1;
}
