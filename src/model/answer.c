/* answer.c - answers to items: from what people type, and as figures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/answer.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"

#define DAYS_MAX	200	/* more days of a year than school has */

/* What may be typed for each word; the first is the canonical text. */
static const struct {
	enum answer_is	 is;
	const char	*words[6];
} typed[] = {
	{ ANSWER_YES, { "yes", "y" } },
	{ ANSWER_NO, { "no", "n" } },
	{ ANSWER_PROGRESS, { "in progress", "p", "progress", "..." } },
	{ ANSWER_AWAY, { "n/a", "x", "na", "not applicable",
	    "does not apply" } },
};

/* What an item of each kind takes, as its refusal says. */
static const char *const takes[] = {
	[ITEM_YES] = "yes, no, in progress or n/a",
	[ITEM_SHARE] = ("a per cent 0 to 100, pupils of all as 64/171, "
	    "in progress or n/a"),
	[ITEM_DAYS] = "a number of days, in progress or n/a",
};

static bool
find_word(const char *text, struct answer *a, const char **canonical)
{
	for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++)
		for (size_t w = 0; w < 6 && typed[i].words[w] != NULL; w++)
			if (str_ieq(typed[i].words[w], text)) {
				*a = (struct answer){ .is = typed[i].is };
				*canonical = typed[i].words[0];
				return true;
			}
	return false;
}

/* Digits from *P on as a number; false when there are none or too many. */
static bool
number(const char **p, long most, long *out)
{
	const char *from = *p;

	for (*out = 0; **p >= '0' && **p <= '9'; ++*p) {
		*out = *out * 10 + (**p - '0');
		if (*out > most)
			return false;
	}
	return *p > from;
}

static void
blanks(const char **p)
{
	while (**p == ' ')
		++*p;
}

/* "64/171" or "64 of 171". False when it has not that form; a number that is
 * too large is ANSWER_PUPILS + 1. */
static bool
pupils_of(const char *p, long *n, long *m)
{
	if (!number(&p, ANSWER_PUPILS, n))
		return false;
	blanks(&p);
	if (*p == '/')
		p++;
	else if (str_istarts(p, "of "))
		p += 2;
	else
		return false;
	blanks(&p);
	return number(&p, ANSWER_PUPILS, m) && *p == '\0';
}

/* "75", "75%", "2.5", "33.33" in hundredths. */
static bool
hundredths(const char *p, long *out)
{
	long whole, part = 0;

	if (!number(&p, ANSWER_PUPILS, &whole))
		return false;
	if (*p == '.') {
		p++;
		for (long unit = 10; unit > 0 && *p >= '0' && *p <= '9';
		    unit /= 10)
			part += (*p++ - '0') * unit;
		if (p[-1] == '.')
			return false;
	}
	blanks(&p);
	if (*p == '%')
		p++;
	*out = whole * 100 + part;
	return *p == '\0';
}

static void
write_hundredths(long n, struct buf *out)
{
	buf_addf(out, "%ld", n / 100);
	if (n % 10 != 0)
		buf_addf(out, ".%02ld", n % 100);
	else if (n % 100 != 0)
		buf_addf(out, ".%ld", n % 100 / 10);
}

/* TEXT is trimmed and not empty. */
static enum status
read_answer(const char *text, struct answer *a, struct buf *out,
    struct err *e)
{
	const char *word;
	long n, m;

	if (find_word(text, a, &word)) {
		buf_add(out, word);
	} else if (pupils_of(text, &n, &m)) {
		if (m == 0)
			return err_set(e, ST_INVALID, "\"%.40s\": nobody is "
			    "no share: n/a when there are no such pupils",
			    text);
		if (n > m)
			return err_set(e, ST_INVALID, "\"%.40s\": %ld are more "
			    "than all %ld", text, n, m);
		*a = (struct answer){ ANSWER_SHARE, n, m };
		buf_addf(out, "%ld/%ld", n, m);
	} else if (hundredths(text, &n)) {
		if (n > 10000 && strchr(text, '%') != NULL)
			return err_set(e, ST_INVALID, "\"%.40s\" is more than "
			    "100 per cent", text);
		*a = (struct answer){ ANSWER_NUMBER, n, 0 };
		write_hundredths(n, out);
	} else {
		return err_set(e, ST_INVALID, "\"%.40s\" is no answer: yes, "
		    "no, in progress, n/a, a per cent or pupils of all as "
		    "64/171", text);
	}
	return ST_OK;
}

enum status
answer_parse(const char *text, struct buf *out, struct err *e)
{
	char *trimmed = str_trimmed(text);
	struct answer a;
	enum status st = ST_OK;

	buf_reset(out);
	if (*trimmed != '\0')
		st = read_answer(trimmed, &a, out, e);
	free(trimmed);
	return st;
}

bool
answer_fits(enum item_kind kind, const struct answer *a)
{
	switch (a->is) {
	case ANSWER_NO:
	case ANSWER_YES:
		return kind == ITEM_YES;
	case ANSWER_SHARE:
		return kind == ITEM_SHARE;
	case ANSWER_NUMBER:
		return (kind == ITEM_SHARE && a->n <= 10000 &&
		    a->n % 100 == 0) ||
		    (kind == ITEM_DAYS && a->n <= DAYS_MAX * 100);
	case ANSWER_NONE:
	case ANSWER_PROGRESS:
	case ANSWER_AWAY:
		break;
	}
	return true;
}

enum status
answer_parse_item(const struct item *it, const char *text, struct buf *out,
    struct err *e)
{
	enum status st = answer_parse(text, out, e);
	struct answer a;

	if (st != ST_OK)
		return err_prefix(e, "%s: ", it->id);
	a = answer_of(out->p);
	if (answer_fits(it->kind, &a))
		return ST_OK;
	buf_reset(out);
	return err_set(e, ST_INVALID, "%s: \"%.40s\" is not what it takes: %s",
	    it->id, text, takes[it->kind]);
}

struct answer
answer_of(const char *canonical)
{
	struct answer a = { 0 };
	struct buf unused;

	if (str_empty(canonical))
		return a;
	buf_init(&unused, BUF_LINE);
	if (read_answer(canonical, &a, &unused, NULL) != ST_OK ||
	    strcmp(unused.p, canonical) != 0)
		a = (struct answer){ 0 };
	buf_clear(&unused);
	return a;
}

bool
answer_share(const struct answer *a, long *n, long *m)
{
	if (a->is != ANSWER_SHARE && a->is != ANSWER_NUMBER)
		return false;
	*n = a->n;
	*m = a->is == ANSWER_SHARE ? a->m : 10000;
	return true;
}
