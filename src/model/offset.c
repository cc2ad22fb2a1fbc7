/* offset.c - how far a follow-up is from its anchor.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/offset.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/str.h"

#define MINUS	"\xe2\x88\x92"		/* U+2212, as word processors write it */

static const struct {
	const char		*words;
	enum offset_unit	 unit;
	int			 times;
} units[] = {
	{ "", OFFSET_DAYS, 1 }, { "d", OFFSET_DAYS, 1 },
	{ "day", OFFSET_DAYS, 1 }, { "days", OFFSET_DAYS, 1 },
	{ "w", OFFSET_DAYS, 7 }, { "week", OFFSET_DAYS, 7 },
	{ "weeks", OFFSET_DAYS, 7 },
	{ "wd", OFFSET_WORKING, 1 }, { "working day", OFFSET_WORKING, 1 },
	{ "working days", OFFSET_WORKING, 1 },
	{ "sw", OFFSET_SCHOOL_WEEKS, 1 },
	{ "school week", OFFSET_SCHOOL_WEEKS, 1 },
	{ "school weeks", OFFSET_SCHOOL_WEEKS, 1 },
};
enum { WORDS = sizeof units / sizeof units[0] };

/* The sign at *P, skipped with the blanks after it. */
static int
take_sign(const char **p)
{
	int sign = 1;

	if (**p == '-' || str_starts(*p, MINUS)) {
		sign = -1;
		*p += **p == '-' ? 1 : sizeof MINUS - 1;
	} else if (**p == '+') {
		(*p)++;
	}
	*p += strspn(*p, " ");
	return sign;
}

/* The number at *P, skipped with the blanks after it; above OFFSET_MAX it is
 * only known to be more. False without one. */
static bool
take_number(const char **p, int *out)
{
	const char *start = *p;

	for (*out = 0; **p >= '0' && **p <= '9'; (*p)++)
		if (*out <= OFFSET_MAX)
			*out = *out * 10 + (**p - '0');
	if (*p == start)
		return false;
	*p += strspn(*p, " ");
	return true;
}

static bool
read(const char *p, struct offset *out)
{
	int sign = take_sign(&p), n;

	if (!take_number(&p, &n))
		return false;
	for (int i = 0; i < WORDS; i++)
		if (str_ieq(p, units[i].words)) {
			out->unit = units[i].unit;
			out->n = sign * n * units[i].times;
			return true;
		}
	return false;
}

enum status
offset_parse(const char *text, struct offset *out, struct err *e)
{
	struct strs words = { 0 };
	struct offset o;
	char *plain;
	bool good;

	str_words(&words, text);
	plain = strs_join(&words, " ");
	strs_clear(&words);
	good = read(plain, &o);
	free(plain);
	if (!good)
		return err_set(e, ST_INVALID, "\"%.40s\" is no distance: write "
		    "+5 wd (working days), -2 sw (school weeks), +10 d (days) "
		    "or 0", text);
	if (o.n > OFFSET_MAX || o.n < -OFFSET_MAX)
		return err_set(e, ST_INVALID, "\"%.40s\" is too far: %d is the "
		    "most", text, OFFSET_MAX);
	*out = o;
	return ST_OK;
}

void
offset_format(struct offset o, char out[16])
{
	static const char *const words[OFFSET_UNITS] = { " d", " wd", " sw" };

	snprintf(out, 16, "%s%d%s", o.n > 0 ? "+" : "", o.n,
	    o.n == 0 && o.unit == OFFSET_DAYS ? "" : words[o.unit]);
}

int
offset_day(const struct calendar *c, int anchor, struct offset o)
{
	switch (o.unit) {
	case OFFSET_WORKING:
		return cal_add_working(c, anchor, o.n);
	case OFFSET_SCHOOL_WEEKS:
		return cal_add_school_weeks(c, anchor, o.n);
	case OFFSET_DAYS:
	case OFFSET_UNITS:
		break;
	}
	return cal_add_days(c, anchor, o.n);
}
