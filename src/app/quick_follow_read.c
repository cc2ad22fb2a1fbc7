/* quick_follow_read.c - what is to be done, and by when, as it is said.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/quick_part.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define DATE_WORDS	4	/* "wed 2 dec 2026" */

/* A day that moves with today's academic year is not meant to be past. */
static void
check_ahead(struct part *p, const char *typed, int today)
{
	char day[24];

	if (p->fault != NULL || p->day == DAY_NONE || !p->no_year ||
	    p->day >= today)
		return;
	day_long(p->day, day);
	p->fault = xasprintf("\"%s\" would be %s, which has passed: write its "
	    "year", typed, day);
}

/* A day in TEXT, and only that? */
static bool
take_day(struct part *p, const char *text, int today)
{
	struct part when = { .day = DAY_NONE, .last_day = DAY_NONE,
	    .start = -1, .finish = -1 };

	if (strlen(text) < 2 || !when_read(text, today, DATE_FORWARD, &when) ||
	    (when.day == DAY_NONE && when.fault == NULL) ||
	    when.last_day != DAY_NONE || when.finish >= 0) {
		free(when.fault);
		return false;
	}
	p->day = when.day;
	p->no_year = when.no_year;
	p->start = when.start;
	p->fault = when.fault;
	check_ahead(p, text, today);
	return true;
}

static void
drop_words(struct strs *words, size_t from, size_t n)
{
	for (size_t i = from; i < from + n; i++)
		free(words->v[i]);
	memmove(words->v + from, words->v + from + n,
	    (words->n - from - n) * sizeof *words->v);
	words->n -= n;
}

/* The day at the end of WORDS, cut off with the "by" before it. */
static void
cut_day(struct part *p, struct strs *words, int today)
{
	size_t most = words->n < DATE_WORDS ? words->n : DATE_WORDS;

	for (size_t n = most; n > 0; n--) {
		struct strs some = { words->v + words->n - n, n, n };
		char *text = strs_join(&some, " ");
		bool good = take_day(p, text, today);

		free(text);
		if (!good)
			continue;
		drop_words(words, words->n - n, n);
		if (words->n > 0 && str_in(words->v[words->n - 1],
		    "by on before until"))
			drop_words(words, words->n - 1, 1);
		return;
	}
}

/* "@bell" among the words: who is to do it. */
static void
cut_person(struct part *p, struct strs *words)
{
	for (size_t i = 0; i < words->n; i++) {
		if (words->v[i][0] != '@' || words->v[i][1] == '\0')
			continue;
		if (p->made != NULL && p->fault == NULL)
			p->fault = xasprintf("\"%s\": who is to do it? One "
			    "person a todo", p->text);
		free(p->made);
		p->made = xstrdup(words->v[i] + 1);
		drop_words(words, i--, 1);
	}
	p->word = p->made;
}

static void
read_words(struct part *p, const char *text, int today)
{
	struct strs words = { 0 };

	str_words(&words, text);
	if (p->kind == PK_TODO)
		cut_person(p, &words);
	cut_day(p, &words, today);
	p->value = strs_join(&words, " ");
	if (p->start >= 0) {	/* a task has no time: it stays with the words */
		char clock[6], *both;

		time_format(p->start, clock);
		both = xasprintf("%s%s%s", p->value, *p->value != '\0' ? " " :
		    "", clock);
		free(p->value);
		p->value = both;
	}
	strs_clear(&words);
	if (p->fault != NULL)
		return;
	if (p->kind == PK_TODO && *p->value == '\0')
		p->fault = xasprintf("\"%s\": what is to be done? Write todo "
		    "send toolkit fri", p->text);
	else if (p->kind == PK_AGAIN && p->day == DAY_NONE)
		p->fault = xasprintf("\"%s\": again when? Write again thu",
		    p->text);
}

static void
read_next(struct part *p, const char *text, int today)
{
	if (!when_read(text, today, DATE_FORWARD, p) ||
	    (p->day == DAY_NONE && p->fault == NULL)) {
		p->day = DAY_NONE;
		if (p->fault == NULL)
			p->fault = xasprintf("\"%s\": which day is next? Write "
			    "next wed 2/12 10:00", p->text);
	} else if (p->last_day != DAY_NONE && p->fault == NULL) {
		p->fault = xasprintf("\"%s\": one day, please", p->text);
	}
	check_ahead(p, text, today);
}

/* Behind the '@' of TEXT up to a colon, "@grace bell: placement list", is who;
 * what follows it is left of TEXT. */
static void
cut_name(struct part *p, const char **text)
{
	size_t n = strcspn(*text, ":");

	if (**text != '@' || (*text)[n] == '\0' ||
	    memchr(*text + 1, '@', n - 1) != NULL)
		return;
	free(p->made);
	p->made = xstrndup(*text + 1, n - 1);
	*text += n + 1;
}

void
follow_read(struct part *p, const char *text, int today)
{
	if (p->kind == PK_NEXT) {
		read_next(p, text, today);
		return;
	}
	if (p->kind == PK_TODO && p->made == NULL)
		cut_name(p, &text);
	read_words(p, text, today);
}
