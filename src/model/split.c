/* split.c - parts of a line, where double quotes keep a part together.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/split.h"

#include <string.h>

#include "base/mem.h"

/* The end of the quoted text that begins at S, past its closing quote; NULL
 * when it never closes. */
static const char *
quote_end(const char *s)
{
	for (s++; *s != '\0'; s++) {
		if (*s != '"')
			continue;
		if (s[1] != '"')
			return s + 1;
		s++;
	}
	return NULL;
}

/* The next character to look at after *S, leaping over quoted text; AT_WORD
 * says whether a quote here would open one, and is kept up to date. */
static const char *
step(const char *s, bool *at_word)
{
	const char *end;

	if (*s == '"' && *at_word && (end = quote_end(s)) != NULL) {
		*at_word = false;
		return end;
	}
	*at_word = strchr(" ,;:", *s) != NULL;
	return s + 1;
}

static void
take_part(struct strs *out, const char *from, const char *to)
{
	char *part = xstrndup(from, (size_t)(to - from));

	if (!str_empty(part))
		strs_take(out, str_trimmed(part));
	free(part);
}

void
split_parts(struct strs *out, const char *s, char sep)
{
	const char *from = s;
	bool at_word = true;

	while (*s != '\0') {
		if (*s == sep) {
			take_part(out, from, s);
			from = s + 1;
		}
		s = step(s, &at_word);
	}
	take_part(out, from, s);
}

const char *
split_last(const char *s, char c)
{
	const char *last = NULL;
	bool at_word = true;

	while (*s != '\0') {
		if (*s == c)
			last = s;
		s = step(s, &at_word);
	}
	return last;
}

char *
split_unquote(const char *part)
{
	const char *end = *part == '"' ? quote_end(part) : NULL;
	struct buf b;

	if (end == NULL || *end != '\0')
		return xstrdup(part);
	buf_init(&b, BUF_ROW);
	for (const char *s = part + 1; s < end - 1; s++) {
		buf_addc(&b, *s);
		if (*s == '"')
			s++;	/* the first of two */
	}
	return buf_take(&b);
}

void
split_quote(struct buf *out, const char *word, const char *special)
{
	if (strpbrk(word, special) == NULL && strchr(word, '"') == NULL)
		buf_add(out, word);
	else
		split_quoted(out, word);
}

void
split_quoted(struct buf *out, const char *word)
{
	buf_addc(out, '"');
	for (; *word != '\0'; word++) {
		if (*word == '"')
			buf_addc(out, '"');
		buf_addc(out, *word);
	}
	buf_addc(out, '"');
}
