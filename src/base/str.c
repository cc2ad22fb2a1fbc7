/* str.c - looking at strings: equality, blanks, numbers, lists of strings.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"

/* Not ctype: those follow the locale and dislike negative chars. */
static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static unsigned char
lower(char c)
{
	return (unsigned char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

bool
str_eq(const char *a, const char *b)
{
	return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

bool
str_ieq(const char *a, const char *b)
{
	a = a != NULL ? a : "";
	b = b != NULL ? b : "";
	for (; *a != '\0' && lower(*a) == lower(*b); a++)
		b++;
	return *a == *b;
}

bool
str_starts(const char *s, const char *prefix)
{
	return strncmp(s, prefix, strlen(prefix)) == 0;
}

bool
str_istarts(const char *s, const char *prefix)
{
	for (; *prefix != '\0'; s++, prefix++)
		if (lower(*s) != lower(*prefix))
			return false;
	return true;
}

bool
str_ends(const char *s, const char *suffix)
{
	size_t n = strlen(s), k = strlen(suffix);

	return n >= k && memcmp(s + n - k, suffix, k) == 0;
}

bool
str_empty(const char *s)
{
	while (s != NULL && is_blank(*s))
		s++;
	return s == NULL || *s == '\0';
}

/* The part of S (N bytes) without blanks at its ends. */
static const char *
trim_span(const char *s, size_t *n)
{
	while (*n > 0 && is_blank(*s)) {
		s++;
		(*n)--;
	}
	while (*n > 0 && is_blank(s[*n - 1]))
		(*n)--;
	return s;
}

char *
str_trim(char *s)
{
	size_t n = strlen(s);
	const char *start = trim_span(s, &n);

	s += start - s;
	s[n] = '\0';
	return s;
}

static char *
trimmed_span(const char *s, size_t n)
{
	s = trim_span(s, &n);
	return xstrndup(s, n);
}

char *
str_trimmed(const char *s)
{
	return s != NULL ? trimmed_span(s, strlen(s)) : xstrdup("");
}

char *
str_shell(const char *s)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789@%+=:,./_-";
	struct buf b;

	if (*s != '\0' && s[strspn(s, plain)] == '\0')
		return xstrdup(s);
	buf_init(&b, BUF_FILE);
	buf_addc(&b, '\'');
	for (; *s != '\0'; s++)
		if (*s == '\'')
			buf_add(&b, "'\\''");
		else
			buf_addc(&b, *s);
	buf_addc(&b, '\'');
	return buf_take(&b);
}

void
str_split(struct strs *out, const char *s, char sep)
{
	const char *end;

	while ((end = strchr(s, sep)) != NULL && *end != '\0') {
		strs_take(out, trimmed_span(s, (size_t)(end - s)));
		s = end + 1;
	}
	strs_take(out, str_trimmed(s));
}

void
str_words(struct strs *out, const char *s)
{
	for (;;) {
		const char *start;

		while (is_blank(*s))
			s++;
		if (*s == '\0')
			return;
		for (start = s; *s != '\0' && !is_blank(*s); s++)
			;
		strs_take(out, xstrndup(start, (size_t)(s - start)));
	}
}

void
str_split_list(struct strs *out, const char *s)
{
	const char *start = s;
	bool quoted = false;
	int depth = 0;

	for (; *s != '\0'; s++) {
		if (*s == '"')
			quoted = !quoted;
		else if (quoted)
			continue;
		else if (*s == '(')
			depth++;
		else if (*s == ')' && depth > 0)
			depth--;
		else if (*s == ',' && depth == 0) {
			strs_take(out, trimmed_span(start,
			    (size_t)(s - start)));
			start = s + 1;
		}
	}
	strs_take(out, trimmed_span(start, (size_t)(s - start)));
}

bool
str_digits(const char *s)
{
	if (s == NULL || *s == '\0')
		return false;
	for (; *s != '\0'; s++)
		if (*s < '0' || *s > '9')
			return false;
	return true;
}

bool
str_int(const char *s, int64_t lo, int64_t hi, int64_t *out)
{
	bool minus = s != NULL && *s == '-';
	int64_t v = 0;

	if (minus)
		s++;
	if (!str_digits(s))
		return false;
	for (; *s != '\0'; s++) {	/* negative: its range is the larger */
		int d = *s - '0';

		if (v < (INT64_MIN + d) / 10)
			return false;
		v = v * 10 - d;
	}
	if (!minus) {
		if (v == INT64_MIN)
			return false;
		v = -v;
	}
	if (v < lo || v > hi)
		return false;
	*out = v;
	return true;
}

bool
str_in(const char *s, const char *words)
{
	size_t n = s != NULL ? strlen(s) : 0;

	if (n == 0)
		return false;
	for (;;) {
		size_t len;

		words += strspn(words, " ");
		if (*words == '\0')
			return false;
		len = strcspn(words, " ");
		if (len == n && memcmp(words, s, n) == 0)
			return true;
		words += len;
	}
}

void
strs_take(struct strs *l, char *take_s)
{
	if (l->n == l->cap) {
		l->cap = l->cap > 0 ? l->cap * 2 : 8;
		l->v = xreallocarray(l->v, l->cap, sizeof *l->v);
	}
	l->v[l->n++] = take_s;
}

void
strs_add(struct strs *l, const char *s)
{
	strs_take(l, xstrdup(s));
}

void
strs_clear(struct strs *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->v[i]);
	free(l->v);
	l->v = NULL;
	l->n = l->cap = 0;
}

bool
strs_has(const struct strs *l, const char *s)
{
	for (size_t i = 0; i < l->n; i++)
		if (str_eq(l->v[i], s))
			return true;
	return false;
}

char *
strs_join(const struct strs *l, const char *sep)
{
	struct buf b;

	buf_init(&b, BUF_FILE);
	for (size_t i = 0; i < l->n; i++) {
		if (i > 0)
			buf_add(&b, sep);
		buf_add(&b, l->v[i]);
	}
	return buf_take(&b);
}
