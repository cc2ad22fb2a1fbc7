/* quick_when.c - days, times and spans as quick entry writes them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A day, a day and a time, several days, a time, a span: "thu", "next fri",
 * "2/12 10:00", "10/11 to 14/11", "9:30-11".
 */
#include "app/quick_part.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define FIRST_HOUR	7	/* a bare 930 is a time, a bare 240 is not */
#define LAST_HOUR	21
#define LONGEST		(8 * 60)	/* a span is no longer if it need not be */

/* A time of day; digits alone only where people work. */
static int
read_time(const char *s)
{
	int t = time_parse(s);

	if (t >= 0 && str_digits(s) &&
	    (strlen(s) < 3 || t / 60 < FIRST_HOUR || t / 60 > LAST_HOUR))
		return -1;
	return t;
}

/* As the second half of a span an hour alone will do: 9:30-11. */
static int
read_finish(const char *s, int start)
{
	int64_t hour;
	int t = time_parse(s);

	if (t < 0 && str_int(s, 0, 23, &hour))
		t = (int)hour * 60;
	if (t >= 0 && t <= start && t < 12 * 60 &&
	    t + 12 * 60 - start <= LONGEST)
		t += 12 * 60;	/* 11:30-2, and never past midnight */
	return t;
}

static int
read_start(const char *s)
{
	int64_t hour;
	int t = time_parse(s);

	if (t < 0 && str_int(s, FIRST_HOUR, LAST_HOUR, &hour))
		t = (int)hour * 60;
	return t;
}

static bool
read_span(const char *s, struct part *p)
{
	const char *dash = strchr(s, '-');
	char *a, *b;
	int start, finish = -1;

	if (dash == NULL)
		return false;
	a = xstrndup(s, (size_t)(dash - s));
	b = str_trimmed(dash + 1);
	start = read_start(str_trim(a));
	if (start >= 0)
		finish = read_finish(b, start);
	free(a);
	free(b);
	if (start < 0 || finish < 0)
		return false;
	p->start = start;
	p->finish = finish;
	if (finish <= start)
		p->fault = xasprintf("\"%s\" ends before it begins", s);
	return true;
}

static bool
read_clock(const char *s, struct part *p)
{
	int t;

	if (str_istarts(s, "at "))
		s += 3;
	if ((t = read_time(s)) >= 0) {
		p->start = t;
		return true;
	}
	return read_span(s, p);
}

/* Typed with a day and a month and no year? Then it moves with today. */
static bool
moves_with_year(const char *s, int today, enum date_dir dir, int day)
{
	int later;

	if (*s == '+' || *s == '-' || strpbrk(s, "0123456789") == NULL ||
	    date_parse(s, today + 800, dir, &later, NULL) != ST_OK)
		return false;
	return later != day;
}

static bool
read_day(const char *s, int today, enum date_dir dir, struct part *p, int *out)
{
	struct err e;

	if (str_istarts(s, "next ")) {
		s += 5;
		dir = DATE_FORWARD;
	} else if (str_istarts(s, "last ")) {
		s += 5;
		dir = DATE_BACK;
	} else if (str_istarts(s, "on ")) {
		s += 3;
	}
	s += strspn(s, " ");
	if (!date_like(s))
		return false;
	if (date_parse(s, today, dir, out, &e) != ST_OK) {
		if (p->fault == NULL)
			p->fault = xstrdup(e.text);
		*out = DAY_NONE;
	} else {
		p->no_year = moves_with_year(s, today, dir, *out);
	}
	return true;
}

/* "10/11 to 14/11", "10/11-14/11", "mon-fri" */
static bool
read_days(const char *s, int today, enum date_dir dir, struct part *p)
{
	static const char *const joints[] = { " to ", " - ", "-" };

	for (size_t i = 0; i < sizeof joints / sizeof joints[0]; i++) {
		const char *at = strstr(s, joints[i]);
		char *a, *b;
		bool good;

		if (at == NULL || at == s)
			continue;
		a = xstrndup(s, (size_t)(at - s));
		b = str_trimmed(at + strlen(joints[i]));
		good = date_like(a) && date_like(b) && *b != '+' && *b != '-';
		if (good) {
			good = read_day(a, today, dir, p, &p->day) &&
			    read_day(b, today, dir, p, &p->last_day);
			if (p->last_day != DAY_NONE && p->last_day < p->day &&
			    strpbrk(b, "0123456789") == NULL)
				p->last_day += 7;	/* wed-tue */
			if (p->fault == NULL && p->last_day < p->day)
				p->fault = xasprintf("\"%s\" ends before it "
				    "begins", s);
		}
		free(a);
		free(b);
		if (good)
			return true;
	}
	return false;
}

static bool
read_day_and_time(const char *s, int today, enum date_dir dir, struct part *p)
{
	for (const char *at = strchr(s, ' '); at != NULL;
	    at = strchr(at + 1, ' ')) {
		char *a = xstrndup(s, (size_t)(at - s));
		char *b = str_trimmed(at);
		bool good = read_day(a, today, dir, p, &p->day) &&
		    read_clock(b, p);

		free(a);
		free(b);
		if (good)
			return true;
		free(p->fault);
		p->fault = NULL;
		p->day = DAY_NONE;
		p->no_year = false;
	}
	return false;
}

bool
when_read(const char *text, int today, enum date_dir dir, struct part *p)
{
	return read_day(text, today, dir, p, &p->day) ||
	    read_clock(text, p) || read_days(text, today, dir, p) ||
	    read_day_and_time(text, today, dir, p);
}

/* --- a day behind words -------------------------------------------------- */

#define DAY_WORDS	4	/* "wed 2 dec 2026" */

/* Where the last N words of TEXT begin; NULL when there are fewer. */
static const char *
last_words(const char *text, size_t n)
{
	const char *p = text + strlen(text);

	while (n > 0 && p > text) {
		for (p--; p > text && p[-1] != ' '; p--)
			;
		if (--n == 0)
			return p;
		while (p > text && p[-1] == ' ')
			p--;
	}
	return NULL;
}

/* "send toolkit by " without what only led to the day. */
static void
drop_lead(char *text)
{
	const char *last;

	str_trim(text);
	last = last_words(text, 1);
	if (last != NULL && str_in(last, "by on before until"))
		text[last - text] = '\0';
	str_trim(text);
}

/* A day to come at the end of a line, with or without a time? */
static bool
read_ahead(const char *text, int today, struct part *p)
{
	char day[24];

	if (strlen(text) < 2 || !when_read(text, today, DATE_FORWARD, p) ||
	    p->last_day != DAY_NONE || p->finish >= 0 ||
	    (p->day == DAY_NONE && p->fault == NULL))
		return false;
	if (p->fault == NULL && p->no_year && p->day < today) {
		day_long(p->day, day);
		p->fault = xasprintf("\"%s\" would be %s, which has passed:"
		    " write its year", text, day);
	}
	return true;
}

/* TEXT up to FROM, with a time behind it: a task has a day only. */
static char *
words_before(char *take_text, const char *from, int start)
{
	char clock[6], *both;

	take_text[from - take_text] = '\0';
	drop_lead(take_text);
	if (start < 0)
		return take_text;
	time_format(start, clock);
	both = xasprintf("%s %s", take_text, clock);
	free(take_text);
	return both;
}

char *
when_cut(const char *text, int today, int *day, char **fault)
{
	char *all = str_trimmed(text);

	*day = DAY_NONE;
	for (size_t n = DAY_WORDS; n > 0; n--) {
		struct part p = { .day = DAY_NONE, .last_day = DAY_NONE,
		    .start = -1, .finish = -1 };
		const char *from = last_words(all, n);

		if (from != NULL && read_ahead(from, today, &p)) {
			*day = p.day;
			*fault = p.fault;
			return words_before(all, from, p.start);
		}
		free(p.fault);
	}
	return all;
}
