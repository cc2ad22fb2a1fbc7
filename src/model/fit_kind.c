/* fit_kind.c - kinds of offers, terms and year groups, as fit.h compares them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fit.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/utf8.h"
#include "model/tables.h"

/* --- kinds --------------------------------------------------------------- */

/* What comes of each kind that comes to schools, of an employer and of a
 * provider. */
static const struct {
	const char	*kind, *type, *provider;
	bool		 pupils;
} kinds[] = {
	{ "talks", "talk", "apprenticeship talk", false },
	{ "careers fair", "careers fair", "careers fair", false },
	{ "mock interviews", "mock interview", "mock interview", false },
	{ "mentoring", "mentoring", "mentoring", false },
	{ "projects", "employer project", "employer project", false },
	{ "workplace visits", "workplace visit", "campus visit", false },
	{ "taster days", "employer taster day", "college taster day", true },
	{ "work experience", "work experience", "work experience", true },
	{ "supported internships", "supported internship",
	  "supported internship", true },
	{ "t level placements", "t level placement", "t level placement",
	  true },
	{ "apprenticeship talks", "apprenticeship talk",
	  "apprenticeship talk", false },
	{ "campus visits", "campus visit", "campus visit", false },
	{ "provider assembly", "provider assembly", "provider assembly",
	  false },
	{ "teacher placements", "teacher placement", "teacher placement",
	  false },
};

const char *
fit_type(const char *kind, bool provider)
{
	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		if (str_eq(kinds[i].kind, kind))
			return provider ? kinds[i].provider : kinds[i].type;
	return "";
}

bool
fit_of_pupils(const char *kind)
{
	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		if (str_eq(kinds[i].kind, kind))
			return kinds[i].pupils;
	return false;
}

void
fit_group_add(unsigned *groups, const char *word)
{
	int first, last;

	if (year_group_span(year_group(word), &first, &last))
		for (int g = first; g <= last; g++)
			*groups |= 1u << g;
}

/* --- days ---------------------------------------------------------------- */

static const struct {
	const char	*word;
	int		 first, last;	/* months */
} terms[] = {
	{ "autumn", 9, 12 }, { "spring", 1, 3 }, { "summer", 4, 7 },
};

/* A year among the words of TEXT, or 0. */
static int
year_said(const char *text)
{
	struct strs words = { 0 };
	int64_t year = 0;

	str_words(&words, text);
	for (size_t i = 0; i < words.n && year == 0; i++)
		(void)str_int(words.v[i], 1990, 2100, &year);
	strs_clear(&words);
	return (int)year;
}

bool
fit_term(const char *term, int day, int *from, int *to)
{
	char *text = utf8_fold(term);
	int y, m, d, year = year_said(text);
	bool found = false;

	day_to_ymd(day, &y, &m, &d);
	for (size_t i = 0; i < COUNT_OF(terms) && !found; i++) {
		int last = terms[i].last;

		if (strstr(text, terms[i].word) == NULL)
			continue;
		if (year == 0)
			year = m > last ? y + 1 : y;
		*from = day_from_ymd(year, terms[i].first, 1);
		*to = last == 12 ? day_from_ymd(year, 12, 31) :
		    day_from_ymd(year, last + 1, 1) - 1;
		found = *from != DAY_NONE;
	}
	free(text);
	return found;
}
