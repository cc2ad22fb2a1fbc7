/* name.c - does what was typed name this record?
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/name.h"

#include <stdbool.h>
#include <string.h>

#include "base/str.h"

#define TYPO_LETTERS	5	/* shorter words must be right */
#define WORD_BYTES	96	/* longer words take no part in typos */

struct word {
	const char	*s;
	size_t		 n;
};

/* The next word of *TEXT; false at the end. */
static bool
next_word(const char **text, struct word *w)
{
	const char *s = *text + strspn(*text, " ");

	w->s = s;
	w->n = strcspn(s, " ");
	*text = s + w->n;
	return w->n > 0;
}

static bool
is_same(struct word a, struct word b)
{
	return a.n == b.n && memcmp(a.s, b.s, a.n) == 0;
}

static bool
begins(struct word w, struct word start)
{
	return start.n <= w.n && memcmp(w.s, start.s, start.n) == 0;
}

static size_t
letters(struct word w)
{
	size_t n = 0;

	for (size_t i = 0; i < w.n; i++)
		n += ((unsigned char)w.s[i] & 0xC0) != 0x80;
	return n;
}

static bool
has_word(const char *text, struct word wanted)
{
	struct word w;

	while (next_word(&text, &w))
		if (is_same(w, wanted))
			return true;
	return false;
}

static bool
match_words(const char *query, const char *name)
{
	struct word q;

	while (next_word(&query, &q))
		if (!has_word(name, q))
			return false;
	return true;
}

/* Words of the name may be left out, but not change places. */
static bool
match_beginnings(const char *query, const char *name)
{
	struct word q, w;

	while (next_word(&query, &q)) {
		do {
			if (!next_word(&name, &w))
				return false;
		} while (!begins(w, q));
	}
	return true;
}

static bool
is_small(struct word w)
{
	static const char *const small[] = { "and", "of", "the", "for" };

	for (size_t i = 0; i < sizeof small / sizeof small[0]; i++)
		if (w.n == strlen(small[i]) && memcmp(w.s, small[i], w.n) == 0)
			return true;
	return false;
}

/* The first letters of the name's words, all of them, at least two. */
static bool
match_initials(const char *query, const char *name, bool skip_small)
{
	struct word w;
	size_t count = 0;

	if (strchr(query, ' ') != NULL)
		return false;
	while (next_word(&name, &w)) {
		size_t n = 1;

		if (skip_small && is_small(w))
			continue;
		while (n < w.n && ((unsigned char)w.s[n] & 0xC0) == 0x80)
			n++;	/* the bytes of one letter */
		if (strncmp(query, w.s, n) != 0)
			return false;
		query += n;
		count++;
	}
	return *query == '\0' && count >= 2;
}

/* One edit apart, in a word long enough to tell. */
static bool
is_typo(struct word q, struct word w)
{
	char a[WORD_BYTES], b[WORD_BYTES];

	if (q.n >= sizeof a || w.n >= sizeof b ||
	    letters(q) < TYPO_LETTERS || letters(w) < TYPO_LETTERS)
		return false;
	memcpy(a, q.s, q.n);
	a[q.n] = '\0';
	memcpy(b, w.s, w.n);
	b[w.n] = '\0';
	return str_one_edit(a, b);
}

/* Each word typed begins a word of the name or is one edit from one. */
static bool
match_typo(const char *query, const char *name)
{
	struct word q, w;

	while (next_word(&query, &q)) {
		const char *rest = name;
		bool found = false;

		while (!found && next_word(&rest, &w))
			found = begins(w, q) || is_typo(q, w);
		if (!found)
			return false;
	}
	return true;
}

enum name_class
name_match_text(const char *query, const char *folded)
{
	query += strspn(query, " ");
	if (*query == '\0' || *folded == '\0')
		return NAME_NONE;
	if (strcmp(query, folded) == 0)
		return NAME_EXACT;
	if (match_words(query, folded))
		return NAME_WORDS;
	if (match_initials(query, folded, false) ||
	    match_initials(query, folded, true))
		return NAME_INITIALS;
	if (match_beginnings(query, folded))
		return NAME_BEGINNINGS;
	if (letters((struct word){ query, strlen(query) }) >= 3 &&
	    strstr(folded, query) != NULL)
		return NAME_SUBSTRING;
	return match_typo(query, folded) ? NAME_TYPO : NAME_NONE;
}

enum name_class
name_match(const char *query, const struct name *n)
{
	enum name_class best;

	query += strspn(query, " ");
	if (n->key != NULL && *n->key != '\0' && strcmp(query, n->key) == 0)
		return NAME_KEY;
	best = name_match_text(query, n->folded);
	for (size_t i = 0; i < n->nalso && best < NAME_EXACT; i++) {
		enum name_class c = name_match_text(query, n->also[i]);

		if (c > best)
			best = c;
	}
	return best;
}
