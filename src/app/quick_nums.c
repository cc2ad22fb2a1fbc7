/* quick_nums.c - numbers of pupils as quick entry writes them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *	y10 24 of 30, y11 ~18        figures of the line's schools
 *	northgate y9 60, ashdown y9 45/20/4   schools with figures of their own
 *
 * A word is a year group, a figure of the group before it, or begins the name
 * of the next school.
 */
#include "app/quick_part.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "model/tables.h"

/* The word S alone: y10, yr10, y7-9, ks4. */
static bool
is_group(const char *s)
{
	struct years_item it;

	return (*s == 'y' || *s == 'Y' || *s == 'k' || *s == 'K') &&
	    years_item(s, &it, NULL) == ST_OK && it.value == YV_NONE;
}

/* Parents and carers are adults, who are counted apart from pupils. */
static bool
is_adults(const char *s)
{
	return str_ieq(s, "adult") || str_ieq(s, "adults") ||
	    str_ieq(s, "parents") || str_ieq(s, "carers");
}

/* "40 parents", as people say it. */
static void
turn_adults(struct strs *w)
{
	char *first;

	if (w->n != 2 || !str_digits(w->v[0]) || !is_adults(w->v[1]))
		return;
	first = w->v[0];
	w->v[0] = w->v[1];
	w->v[1] = first;
}

/* How many words from I name a group, 0 when they do not: also "year 10", and
 * reception and adults, which are words of names too and so want a figure
 * behind them. */
static size_t
group_words(const struct strs *w, size_t i)
{
	const char *next = i + 1 < w->n ? w->v[i + 1] : "";

	if (is_group(w->v[i]))
		return 1;
	if (str_in(w->v[i], "year Year years Years") && *next >= '0' &&
	    *next <= '9')
		return 2;
	return (str_in(w->v[i], "r R") || is_adults(w->v[i])) && (*next == '~' ||
	    *next == '?' || (*next >= '0' && *next <= '9') ||
	    str_ieq(next, "all"));
}

/* Does a word continue the figures behind a group? */
static bool
is_figure(const char *w)
{
	return (*w >= '0' && *w <= '9') || *w == '~' || *w == '?' ||
	    str_ieq(w, "of") || str_ieq(w, "all") || str_ieq(w, "each") ||
	    str_ieq(w, "by") || str_ieq(w, "roll");
}

static const char *const small[] = {
	"no", "one", "two", "three", "four", "five", "six", "seven"
};

/* "120 over two years: y8 60, y9 60, or y8-9 all, or y8-9 120 by roll" */
static char *
over_years(const struct years_item *it)
{
	int years = it->last - it->first + 1;
	long left = it->count;
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_addf(&b, "%ld over ", left);
	if (years < 8)
		buf_add(&b, small[years]);
	else
		buf_addf(&b, "%d", years);
	buf_add(&b, " years: ");
	for (int g = it->first; g <= it->last; g++) {
		long share = left / (it->last - g + 1);

		buf_addf(&b, "%s %ld, ", year_groups[g].word, share);
		left -= share;
	}
	buf_addf(&b, "or %s-%s all, or %s-%s %ld by roll",
	    year_groups[it->first].word, year_groups[it->last].word + 1,
	    year_groups[it->first].word, year_groups[it->last].word + 1,
	    it->count);
	return buf_take(&b);
}

/* The item from word FROM to TO, without "each". */
static void
read_item(const struct strs *w, size_t from, size_t to, struct num *n,
    char **fault)
{
	struct err e;
	struct buf b;

	buf_init(&b, BUF_LINE);
	for (size_t i = from; i < to; i++) {
		if (str_ieq(w->v[i], "each")) {
			n->each = true;
			continue;
		}
		if (b.n > 0)
			buf_addc(&b, ' ');
		buf_add(&b, w->v[i]);
	}
	if (years_item(b.p, &n->it, &e) != ST_OK && *fault == NULL) {
		buf_add(&b, " by roll");	/* was that all it lacks? */
		*fault = years_item(b.p, &n->it, NULL) == ST_OK ?
		    over_years(&n->it) : xstrdup(e.text);
	}
	buf_clear(&b);
}

static int
name_index(struct nums *ns, const char *name)
{
	strs_add(&ns->names, name);
	return (int)ns->names.n - 1;
}

/* Words of a line with the commas at their ends cut off; KEPT are the words as
 * they stand, for names. */
static void
cut_words(const char *text, struct strs *words, struct strs *kept)
{
	str_words(kept, text);
	for (size_t i = 0; i < kept->n; i++) {
		size_t n = strlen(kept->v[i]);

		while (n > 0 && kept->v[i][n - 1] == ',')
			n--;
		strs_take(words, xstrndup(kept->v[i], n));
	}
}

static bool
is_joint(const char *word)
{
	return *word == '\0' || str_eq(word, "&") || str_eq(word, "+") ||
	    str_ieq(word, "and");
}

/* The name from word FROM to TO, without joints before it and the comma
 * behind it. */
static char *
take_name(const struct strs *kept, size_t from, size_t to)
{
	struct buf b;

	while (from < to && is_joint(kept->v[from]))
		from++;
	buf_init(&b, BUF_LINE);
	for (size_t i = from; i < to; i++) {
		if (i > from)
			buf_addc(&b, ' ');
		buf_add(&b, kept->v[i]);
	}
	while (b.n > 0 && b.p[b.n - 1] == ',')
		buf_cut(&b, b.n - 1);
	return buf_take(&b);
}

bool
nums_read(const char *text, struct nums *out, char **fault)
{
	struct strs words = { 0 }, kept = { 0 };
	struct nums ns = { 0 };
	size_t name = 0, i = 0, n;
	int school = -1;
	bool good;

	cut_words(text, &words, &kept);
	turn_adults(&words);
	turn_adults(&kept);
	while (i < words.n) {
		if ((n = group_words(&words, i)) == 0) {
			i++;		/* a word of the next name */
			continue;
		}
		char *typed = take_name(&kept, name, i);

		if (str_digits(typed) && strlen(typed) < 5 && *fault == NULL)
			*fault = xasprintf("write the year first: %s %s",
			    words.v[i], typed);
		else if (*typed != '\0')
			school = name_index(&ns, typed);
		free(typed);
		struct num one = { .school = school };
		size_t first = i;

		for (i += n; i < words.n && is_figure(words.v[i]) &&
		    !str_ends(kept.v[i - 1], ","); )
			i++;
		name = i;
		read_item(&words, first, i, &one, fault);
		ns.v = xreallocarray(ns.v, ns.n + 1, sizeof *ns.v);
		ns.v[ns.n++] = one;
	}
	if (ns.n > 0 && name < words.n && *fault == NULL) {
		char *rest = take_name(&kept, name, words.n);

		if (*rest != '\0')
			*fault = xasprintf("cannot read \"%s\" behind %s: "
			    "write y10 24, y10 24 of 30, y10 24/8/3, y10 all",
			    rest, year_groups[ns.v[ns.n - 1].it.first].word);
		free(rest);
	}
	good = ns.n > 0;
	if (good)
		*out = ns;
	else
		nums_clear(&ns);
	strs_clear(&words);
	strs_clear(&kept);
	return good;
}
