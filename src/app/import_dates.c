/* import_dates.c - how one column of a sheet writes its dates.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Day first, unless the column shows that it is month first; a year of four
 * digits at the start decides by itself. Anything else is left to the parser
 * of what people type.
 */
#include "app/import_dates.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"

/* Is S nothing, or a time of day after a blank or T, as spreadsheets and
 * questionnaires write? It is not part of the day. */
static bool
is_rest(const char *s)
{
	if (*s == '\0')
		return true;
	return (*s == ' ' || *s == 'T') && isdigit((unsigned char)s[1]) &&
	    strchr(s, ':') != NULL && s[1 + strspn(s + 1, "0123456789:.Z")] ==
	    '\0';
}

/* Three numbers with one separator between: '-', '/' or '.'. */
static bool
split(const char *s, int part[3], int digits[3])
{
	char sep = '\0';

	for (int i = 0; i < 3; i++) {
		part[i] = digits[i] = 0;
		while (isdigit((unsigned char)*s) && digits[i] < 4) {
			part[i] = part[i] * 10 + *s++ - '0';
			digits[i]++;
		}
		if (digits[i] == 0)
			return false;
		if (i == 2)
			break;
		if (strchr("-/.", *s) == NULL || *s == '\0' ||
		    (i == 1 && *s != sep))
			return false;
		sep = *s++;
	}
	return is_rest(s);
}

/* 12-Mar-2026, as spreadsheets write by themselves. */
static bool
read_named(const char *cell, int *day)
{
	char text[24];
	size_t n = strlen(cell), parts = 0;

	if (n >= sizeof text)
		return false;
	for (size_t i = 0; i <= n; i++) {
		bool sep = cell[i] == '-' || cell[i] == '/';

		text[i] = sep ? ' ' : cell[i];
		parts += sep;
	}
	return parts == 2 && isdigit((unsigned char)cell[0]) &&
	    strpbrk(cell, "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != NULL &&
	    date_parse(text, 0, DATE_LAST, day, NULL) == ST_OK;
}

void
dates_look(struct date_column *c, const char *cell, uint64_t line)
{
	int p[3], n[3];

	if (!split(cell, p, n) || n[0] == 4)
		return;
	if (p[1] > 12 && c->not_dmy == 0) {
		c->not_dmy = line;
		snprintf(c->dmy_text, sizeof c->dmy_text, "%.20s", cell);
	}
	if (p[0] > 12 && c->not_mdy == 0) {
		c->not_mdy = line;
		snprintf(c->mdy_text, sizeof c->mdy_text, "%.20s", cell);
	}
}

enum status
dates_decide(struct date_column *c, const char *file, const char *head,
    struct err *e)
{
	c->month_first = c->not_dmy != 0;
	if (c->not_dmy == 0 || c->not_mdy == 0)
		return ST_OK;
	return err_set(e, ST_INVALID, "%s: column \"%s\" mixes days and "
	    "months: %s in line %ju and %s in line %ju; write every date as "
	    "YYYY-MM-DD", file, head, c->mdy_text, (uintmax_t)c->not_mdy,
	    c->dmy_text, (uintmax_t)c->not_dmy);
}

bool
dates_read(const struct date_column *c, const char *cell, char out[11])
{
	int p[3], n[3], y, m, d, day;

	if (!split(cell, p, n)) {
		if (!read_named(cell, &day))
			return false;
		day_iso(day, out);
		return true;
	}
	if (n[0] == 4) {
		y = p[0], m = p[1], d = p[2];
	} else {
		y = p[2];
		m = c->month_first ? p[0] : p[1];
		d = c->month_first ? p[1] : p[0];
		if (n[2] == 2)
			y += y < 70 ? 2000 : 1900;
		else if (n[2] != 4)
			return false;
	}
	if ((day = day_from_ymd(y, m, d)) == DAY_NONE)
		return false;
	day_iso(day, out);
	return true;
}
