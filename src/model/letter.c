/* letter.c - the text of a notice, with what is filled in for each who gets it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/letter.h"

#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "base/utf8.h"

#define LETTERS	"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"

static const char *const words[LETTER_WORDS] = {
	[LETTER_NAME] = "name",
	[LETTER_SCHOOL] = "school",
	[LETTER_ORGANISATION] = "organisation",
	[LETTER_ME] = "me",
	[LETTER_TITLE] = "title",
	[LETTER_DUE] = "due",
	[LETTER_ASKED] = "asked",
};

const char *
letter_word(enum letter_word w)
{
	return words[w];
}

/* The bytes of the word in braces at P, "{name}": 4; 0 when P is none. */
static size_t
braced(const char *p)
{
	size_t n = *p == '{' ? strspn(p + 1, LETTERS) : 0;

	return n > 0 && p[1 + n] == '}' ? n : 0;
}

static enum letter_word
find(const char *p, size_t n)
{
	int w = 0;

	while (w < LETTER_WORDS &&
	    (strlen(words[w]) != n || strncasecmp(words[w], p, n) != 0))
		w++;
	return (enum letter_word)w;
}

static enum status
refuse(const char *text, const char *at, size_t n, struct err *e)
{
	const char *near, *line = text;
	char word[64];
	size_t lines = 1, column;
	struct buf all;

	for (const char *p = text; p < at; p++)
		if (*p == '\n') {
			line = p + 1;
			lines++;
		}
	column = 1;
	for (const char *p = line; p < at; p++)
		column += ((unsigned char)*p & 0xC0) != 0x80;
	if (n >= sizeof word)
		n = sizeof word - 1;
	memcpy(word, at + 1, n);
	word[n] = '\0';
	near = str_nearest(word, words, LETTER_WORDS);
	buf_init(&all, BUF_LINE);
	for (int w = 0; w < LETTER_WORDS; w++)
		buf_addf(&all, "%s{%s}", w > 0 ? " " : "", words[w]);
	if (near != NULL)
		(void)err_set(e, ST_INVALID, "line %zu, column %zu: {%s} is not"
		    " filled in; did you mean {%s}?", lines, column, word,
		    near);
	else
		(void)err_set(e, ST_INVALID, "line %zu, column %zu: {%s} is not"
		    " filled in; there are %s", lines, column, word, all.p);
	buf_clear(&all);
	return ST_INVALID;
}

enum status
letter_check(const char *text, struct err *e)
{
	for (const char *p = text; *p != '\0'; p++) {
		size_t n = braced(p);

		if (n > 0 && find(p + 1, n) == LETTER_WORDS)
			return refuse(text, p, n, e);
	}
	return ST_OK;
}

void
letter_fill(const char *text, const char *const value[LETTER_WORDS],
    struct buf *out)
{
	for (const char *p = text; *p != '\0'; p++) {
		size_t n = braced(p);
		enum letter_word w = n > 0 ? find(p + 1, n) : LETTER_WORDS;

		if (w == LETTER_WORDS) {
			buf_addc(out, *p);
			continue;
		}
		buf_add(out, value[w] != NULL ? value[w] : "");
		p += n + 1;
	}
}

bool
letter_has(const char *text, enum letter_word w)
{
	for (const char *p = text; *p != '\0'; p++) {
		size_t n = braced(p);

		if (n > 0 && find(p + 1, n) == w)
			return true;
	}
	return false;
}
