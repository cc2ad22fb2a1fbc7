/* years.c - reading one item of "Years and numbers", and sharing by roll.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/years.h"

#include <string.h>

#include "base/str.h"
#include "model/tables.h"

static const char *
skip_blanks(const char *s)
{
	while (*s == ' ')
		s++;
	return s;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A word in any case, not followed by another letter. */
static bool
take_word(const char **s, const char *word)
{
	size_t n = strlen(word);
	char next;

	if (!str_istarts(*s, word))
		return false;
	next = (*s)[n];
	if ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'))
		return false;
	*s = skip_blanks(*s + n);
	return true;
}

/* Digits; saturates far above anything allowed. False when there are none. */
static bool
take_number(const char **s, long *out)
{
	long v = 0;

	if (!is_digit(**s))
		return false;
	for (; is_digit(**s); (*s)++)
		if (v <= YEARS_MAX)
			v = v * 10 + (**s - '0');
	*out = v;
	return true;
}

/* A hyphen, or one of the dashes that programs make of it. */
static bool
take_dash(const char **s)
{
	static const char *const dashes[] = {
		"-", "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x93",
		"\xE2\x80\x94",
	};
	const char *p = skip_blanks(*s);

	for (size_t i = 0; i < COUNT_OF(dashes); i++)
		if (str_starts(p, dashes[i])) {
			*s = skip_blanks(p + strlen(dashes[i]));
			return true;
		}
	return false;
}

/* "y10", "yr 10", "year 10"; BARE also "10". */
static bool
take_year(const char **s, bool bare, int *out)
{
	static const char *const words[] = { "years", "year", "yrs", "yr",
	    "y" };
	const char *p = *s;
	long n;

	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (str_istarts(p, words[i])) {
			p = skip_blanks(p + strlen(words[i]));
			bare = true;
			break;
		}
	if (!bare || !take_number(&p, &n) || n < 1 || n > 14)
		return false;
	*s = p;
	*out = (int)n;
	return true;
}

/* Which groups; leaves *S at what follows. */
static bool
take_groups(const char **s, int *first, int *last)
{
	const char *p = *s;

	if (take_word(&p, "adults") || take_word(&p, "adult") ||
	    take_word(&p, "parents") || take_word(&p, "carers")) {
		*first = *last = YG_ADULT;
	} else if (str_istarts(p, "ks") && p[2] >= '3' && p[2] <= '5' &&
	    !is_digit(p[3])) {
		*first = *last = YG_KS3 + (p[2] - '3');
		p += 3;
	} else if (take_word(&p, "reception") || take_word(&p, "r")) {
		*first = *last = YG_R;
		if (take_dash(&p) && !take_year(&p, true, last))
			return false;
	} else if (take_year(&p, false, first)) {
		*last = *first;
		if (take_dash(&p) && !take_year(&p, true, last))
			return false;
	} else {
		return false;
	}
	*s = skip_blanks(p);
	return true;
}

/* A figure or "?", which gives -1. */
static bool
take_figure(const char **s, long *out)
{
	if (**s == '?') {
		*out = -1;
		(*s)++;
		return true;
	}
	return take_number(s, out);
}

static bool
take_slash(const char **s)
{
	const char *p = skip_blanks(*s);

	if (*p != '/')
		return false;
	*s = skip_blanks(p + 1);
	return true;
}

static bool
take_counts(const char **s, struct years_item *it)
{
	it->value = YV_COUNT;
	if (**s == '~') {
		it->expected = true;
		*s = skip_blanks(*s + 1);
	}
	if (!take_figure(s, &it->count))
		return false;
	if (take_slash(s))
		(void)take_number(s, &it->disadvantaged);
	if (take_slash(s))
		(void)take_number(s, &it->send);
	*s = skip_blanks(*s);
	if (take_word(s, "of")) {
		it->has_of = true;
		if (it->expected || !take_figure(s, &it->of))
			return false;
		*s = skip_blanks(*s);
	}
	if (take_word(s, "by")) {
		it->by_roll = true;
		if (!take_word(s, "roll"))
			return false;
	}
	return **s == '\0';
}

/* A lone "?" is a value of its own. */
static void
settle_unknown(struct years_item *it)
{
	if (it->count < 0 && it->of < 0 && it->disadvantaged < 0 &&
	    it->send < 0 && !it->by_roll)
		it->value = YV_UNKNOWN;
}

static enum status
check_limits(const char *text, const struct years_item *it, struct err *e)
{
	long whole = it->count >= 0 ? it->count : it->of;
	long most = it->count;

	if (it->of > most)
		most = it->of;
	if (it->disadvantaged > most)
		most = it->disadvantaged;
	if (it->send > most)
		most = it->send;
	if (most > YEARS_MAX)
		return err_set(e, ST_INVALID, "\"%.60s\": at most %d pupils "
		    "in one line", text, YEARS_MAX);
	if (whole >= 0 && it->disadvantaged > whole)
		return err_set(e, ST_INVALID, "\"%.60s\": %ld disadvantaged "
		    "of %ld pupils", text, it->disadvantaged, whole);
	if (whole >= 0 && it->send > whole)
		return err_set(e, ST_INVALID, "\"%.60s\": %ld SEND of %ld "
		    "pupils", text, it->send, whole);
	return ST_OK;
}

/* Figures over several groups make sense only when shared by roll. */
static enum status
check_range(const char *text, const struct years_item *it, struct err *e)
{
	const char *first = year_groups[it->first].word;
	const char *last = year_groups[it->last].word;
	bool plain = it->count >= 0 && !it->has_of &&
	    it->disadvantaged < 0 && it->send < 0;

	if (it->first == it->last || it->value != YV_COUNT ||
	    (it->by_roll && plain))
		return ST_OK;
	if (plain)
		return err_set(e, ST_INVALID, "%ld over several years: "
		    "\"%s …, %s …\", \"%s-%s all\", or \"%s-%s %ld by roll\"",
		    it->count, first, last, first, last, first, last,
		    it->count);
	return err_set(e, ST_INVALID, "\"%.60s\": write a line for each year: "
	    "\"%s …, %s …\"", text, first, last);
}

enum status
years_item(const char *text, struct years_item *out, struct err *e)
{
	struct years_item it = {
		.count = -1, .of = -1, .disadvantaged = -1, .send = -1
	};
	const char *s = skip_blanks(text);
	enum status st;

	if (is_digit(*s))
		return err_set(e, ST_INVALID, "\"%.60s\" of which year? "
		    "y10 24", text);
	if (!take_groups(&s, &it.first, &it.last))
		return err_set(e, ST_INVALID, "no year group in \"%.60s\": "
		    "y10 24; groups are r, y1 to y14, ks3, ks4, ks5, adult",
		    text);
	if (it.last < it.first)
		return err_set(e, ST_INVALID, "\"%.60s\" runs backwards: "
		    "%s-%s", text, year_groups[it.last].word,
		    year_groups[it.first].word);
	if (*s == '\0')
		it.value = YV_NONE;
	else if (str_ieq(s, "all"))
		it.value = YV_ALL;
	else if (!take_counts(&s, &it))
		return err_set(e, ST_INVALID, "\"%.60s\" is not read: "
		    "y10 24, y10 24/8/3, y10 24 of 30, y10 ~30, y10 all, "
		    "y10 ?", text);
	if (it.value == YV_COUNT)
		settle_unknown(&it);
	if ((st = check_limits(text, &it, e)) != ST_OK ||
	    (st = check_range(text, &it, e)) != ST_OK)
		return st;
	*out = it;
	return ST_OK;
}

bool
years_share(long total, const long *roll, size_t n, long *out)
{
	long long sum = 0, given = 0;

	for (size_t i = 0; i < n; i++)
		sum += roll[i];
	if (sum <= 0)
		return false;
	for (size_t i = 0; i < n; i++) {
		out[i] = (long)((long long)total * roll[i] / sum);
		given += out[i];
	}
	for (; given < total; given++) {	/* fewer than n turns */
		long long most = -1;
		size_t at = 0;

		for (size_t i = 0; i < n; i++) {
			long long rest = (long long)total * roll[i] -
			    out[i] * sum;

			if (rest > most) {
				most = rest;
				at = i;
			}
		}
		out[at]++;
	}
	return true;
}
