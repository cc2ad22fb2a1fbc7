/* date_parse.c - days as people type them and as files hold them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two steps: read_form() sees which form it is, date_parse() asks the calendar.
 */
#include "base/date.h"

#include <stdlib.h>
#include <string.h>

#include "base/date_words.h"
#include "base/mem.h"
#include "base/str.h"

#define MAX_OFFSET_DIGITS	6	/* +999999 is beyond our years */

/* What was typed, before the calendar is asked. */
struct typed {
	enum { F_NONE, F_OFFSET, F_MONTHS, F_TERMS, F_WEEKDAY, F_YMD } form;
	int	 n;		/* days, months, terms, or the weekday */
	int	 y, m, d;	/* Y is -1 without a year */
	int	 weekday;	/* written before the day; -1 when not */
};

/* Take letters off *S into WORD, lowering nothing; false without any. */
static bool
take_word(const char **s, char word[16])
{
	size_t n = 0;

	while (((**s >= 'a' && **s <= 'z') || (**s >= 'A' && **s <= 'Z')) &&
	    n < 15)
		word[n++] = *(*s)++;
	word[n] = '\0';
	return n > 0;
}

/* "+3", "-2", "+2w", "+1m". */
static bool
read_offset(const char *s, struct typed *t)
{
	bool minus = *s == '-';
	char unit;

	s++;
	if (date_take_number(&s, MAX_OFFSET_DIGITS, &t->n) == 0)
		return false;
	if (minus)
		t->n = -t->n;
	unit = *s != '\0' ? *s++ : 'd';
	if (*s != '\0')
		return false;
	t->form = F_OFFSET;
	switch (unit) {
	case 'd': case 'D':
		return true;
	case 'w': case 'W':
		t->n *= 7;
		return true;
	case 'm': case 'M':
		t->form = F_MONTHS;
		return true;
	default:
		return false;
	}
}

/* "term+1": the first day of the next term but none. */
static bool
read_terms(const char *s, struct typed *t)
{
	if (!str_istarts(s, "term+"))
		return false;
	s += strlen("term+");
	if (date_take_number(&s, 1, &t->n) == 0 || *s != '\0' || t->n == 0)
		return false;
	t->form = F_TERMS;
	return true;
}

/* A year of two or four digits to the end of S. */
static bool
read_year(const char *s, struct typed *t)
{
	int digits = date_take_number(&s, 4, &t->y);

	t->y = date_full_year(t->y, digits);
	return *s == '\0' && (digits == 2 || digits == 4);
}

/* "12/3", "12/3/26", "12.3.2026", "12-3-2026", "12 mar", "12th march 2026". */
static bool
read_day_first(const char *s, struct typed *t)
{
	char word[16], sep;
	int digits = date_take_number(&s, 2, &t->d);

	if (digits == 0)
		return false;
	sep = *s;
	if (sep == '/' || sep == '.' || sep == '-') {
		s++;
		if (!date_take_number(&s, 2, &t->m))
			return false;
		/* 9.30 may be a time and 9-11 a span: those want the year. */
		if (*s == '\0')
			return sep == '/';
		return *s++ == sep && read_year(s, t);
	}
	if (*s == 's' || *s == 'n' || *s == 'r' || *s == 't' || *s == 'S' ||
	    *s == 'N' || *s == 'R' || *s == 'T') {
		const char *after = s;
		if (take_word(&after, word) && (str_ieq(word, "st") ||
		    str_ieq(word, "nd") || str_ieq(word, "rd") ||
		    str_ieq(word, "th")))
			s = after;
	}
	date_skip_blanks(&s);
	if (!take_word(&s, word) || (t->m = date_month_index(word)) < 0)
		return false;
	if (*s == '\0')
		return true;
	if (*s != ' ' && *s != '\t')
		return false;
	date_skip_blanks(&s);
	return read_year(s, t);
}

static bool
read_iso(const char *s, struct typed *t)
{
	if (strlen(s) != 10 || strspn(s, "0123456789") != 4 || s[4] != '-' ||
	    strspn(s + 5, "0123456789") != 2 || s[7] != '-' ||
	    strspn(s + 8, "0123456789") != 2)
		return false;
	t->y = date_digits(s, 4);
	t->m = date_digits(s + 5, 2);
	t->d = date_digits(s + 8, 2);
	return true;
}

/* S is trimmed. False when it is no date at all. */
static bool
read_form(const char *s, struct typed *t)
{
	static const struct {
		const char *word;
		int	    n;
	} near[] = {
		{ "t", 0 }, { "today", 0 }, { "y", -1 }, { "yesterday", -1 },
		{ "tomorrow", 1 },
	};
	char word[16];

	*t = (struct typed){ .form = F_NONE, .y = -1, .weekday = -1 };
	if (read_terms(s, t))
		return true;
	if (*s == '+' || *s == '-')
		return read_offset(s, t);
	for (size_t i = 0; i < sizeof near / sizeof near[0]; i++)
		if (str_ieq(s, near[i].word)) {
			t->form = F_OFFSET;
			t->n = near[i].n;
			return true;
		}
	if (take_word(&s, word)) {
		if ((t->weekday = date_weekday_index(word)) < 0)
			return false;
		if (*s == '\0') {
			t->form = F_WEEKDAY;
			t->n = t->weekday;
			return true;
		}
		if (*s != ' ' && *s != '\t')
			return false;
		date_skip_blanks(&s);	/* "Thu 12 Mar 2026", as we print it */
	}
	t->form = F_YMD;
	return read_iso(s, t) || read_day_first(s, t);
}

/* Refuses, in words, a month or a day that no year has. */
static enum status
check_month(const struct typed *t, struct err *e)
{
	if (t->m < 1 || t->m > 12) {
		if (t->m <= 31 && t->m > 0 && t->d >= 1 && t->d <= 12)
			return err_set(e, ST_INVALID, "no month %d: the day "
			    "comes before the month, %d/%d", t->m, t->m, t->d);
		return err_set(e, ST_INVALID, "no month %d", t->m);
	}
	if (t->d < 1 || t->d > date_month_days(2000, t->m))
		return err_set(e, ST_INVALID, "no %d %s", t->d,
		    date_month_name(t->m));
	return ST_OK;
}

/* The year meant when none was typed. */
static int
choose_year(const struct typed *t, int today, enum date_dir dir)
{
	int year, day;

	if (dir != DATE_LAST) {
		year = year_of_day(today);
		return t->m >= 9 ? year : year + 1;
	}
	day_to_ymd(today, &year, &(int){ 0 }, &(int){ 0 });
	for (int i = 0; i < 9; i++) {	/* 29 February may be 8 years back */
		day = day_from_ymd(year - i, t->m, t->d);
		if (day != DAY_NONE && day <= today)
			return year - i;
	}
	return year;
}

static enum status
resolve_ymd(const struct typed *t, int today, enum date_dir dir, int *out,
    struct err *e)
{
	int y = t->y, day;
	enum status st;

	if ((st = check_month(t, e)) != ST_OK)
		return st;
	if (y < 0)
		y = choose_year(t, today, dir);
	if (y < DATE_YEAR_MIN || y > DATE_YEAR_MAX)
		return err_set(e, ST_INVALID, "the year %d is out of range: "
		    "%d to %d", y, DATE_YEAR_MIN, DATE_YEAR_MAX);
	if ((day = day_from_ymd(y, t->m, t->d)) == DAY_NONE)
		return err_set(e, ST_INVALID, "no %d %s %d", t->d,
		    date_month_name(t->m), y);
	if (t->weekday >= 0 && day_weekday(day) != t->weekday)
		return err_set(e, ST_INVALID, "%d %s %d is a %s, not a %s",
		    t->d, date_month_name(t->m), y,
		    date_weekday_name(day_weekday(day)),
		    date_weekday_name(t->weekday));
	*out = day;
	return ST_OK;
}

static struct date_terms terms;

void
date_terms_are(const struct date_terms *are)
{
	terms = are != NULL ? *are : (struct date_terms){ NULL, NULL };
}

/* The first day of the Nth term that begins after TODAY. */
static enum status
resolve_terms(int n, int today, int *out, struct err *e)
{
	int day = today;

	if (terms.next == NULL)
		return err_set(e, ST_INVALID, "no term dates are known here: "
		    "write the day, 12/3");
	while (n-- > 0 && day != DAY_NONE)
		day = terms.next(terms.arg, day);
	*out = day;
	return ST_OK;
}

enum status
date_parse(const char *s, int today, enum date_dir dir, int *out,
    struct err *e)
{
	char *text = str_trimmed(s);
	struct typed t;
	enum status st = ST_OK;
	int day = today, ahead;

	if (!read_form(text, &t))
		t.form = F_NONE;
	switch (t.form) {
	case F_OFFSET:
		day = today + t.n;
		break;
	case F_MONTHS:
		day = day_add_months(today, t.n);
		break;
	case F_TERMS:
		st = resolve_terms(t.n, today, &day, e);
		break;
	case F_WEEKDAY:
		ahead = (t.n - day_weekday(today) + 7) % 7;
		if (dir == DATE_FORWARD)
			day = today + (ahead > 0 ? ahead : 7);
		else
			day = today + ahead - 7;
		break;
	case F_YMD:
		st = resolve_ymd(&t, today, dir, &day, e);
		break;
	case F_NONE:
		st = err_set(e, ST_INVALID, "cannot read \"%s\" as a date: "
		    "write 12/3, 12 mar or 2026-03-12", text);
		break;
	}
	if (st == ST_OK && (day == DAY_NONE || !day_in_range(day)))
		st = err_set(e, ST_INVALID, "\"%s\" is out of range: days run "
		    "from %d to %d", text, DATE_YEAR_MIN, DATE_YEAR_MAX);
	if (st == ST_OK)
		*out = day;
	free(text);
	return st;
}

bool
date_like(const char *s)
{
	char *text = str_trimmed(s);
	struct typed t;
	bool like = read_form(text, &t);

	free(text);
	return like;
}

bool
date_parse_file(const char *s, int *out)
{
	char *text = str_trimmed(s);
	struct typed t = { .weekday = -1 };
	size_t n = strlen(text);
	bool good = false;
	int day;

	/* DD-MM-YYYY, and D/M/YYYY as a spreadsheet saves it again */
	if (read_iso(text, &t))
		good = true;
	else if (n >= 8 && n <= 10 && strspn(text, "0123456789/-") == n &&
	    (text[n - 5] == '/' || (text[n - 5] == '-' && n == 10)))
		good = read_day_first(text, &t);
	free(text);
	if (!good || (day = day_from_ymd(t.y, t.m, t.d)) == DAY_NONE)
		return false;
	*out = day;
	return true;
}
