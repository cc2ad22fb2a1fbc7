/* utf8.c - code points: decoding, what text may enter, Windows-1252.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/mem.h"

int32_t
utf8_decode(const char *s, size_t n, size_t *len)
{
	const unsigned char *u = (const unsigned char *)s;
	utf8proc_int32_t cp = -1;
	utf8proc_ssize_t k;

	if (n > 0 && u[0] < 0x80) {
		*len = 1;
		return u[0];
	}
	k = n > 0 ? utf8proc_iterate(u, n > 4 ? 4 : (utf8proc_ssize_t)n, &cp)
	    : 0;
	*len = k > 0 ? (size_t)k : n > 0;
	return k > 0 ? cp : -1;
}

bool
utf8_valid(const char *s, size_t n)
{
	size_t len;

	for (; n > 0; s += len, n -= len)
		if (utf8_decode(s, n, &len) < 0)
			return false;
	return true;
}

size_t
utf8_count(const char *s)
{
	size_t n = strlen(s), count = 0, len;

	for (; n > 0; s += len, n -= len, count++)
		(void)utf8_decode(s, n, &len);
	return count;
}

size_t
utf8_encode(int32_t cp, char out[4])
{
	utf8proc_ssize_t n;

	n = utf8proc_encode_char(cp, (utf8proc_uint8_t *)out);
	return n > 0 ? (size_t)n : 0;
}

bool
utf8_is_nonchar(int32_t cp)
{
	return (cp >= 0xFDD0 && cp <= 0xFDEF) || (cp & 0xFFFE) == 0xFFFE;
}

enum status
utf8_check(const char *s, bool multiline, size_t max, struct err *e)
{
	size_t n = strlen(s), at = 1, len;

	for (; n > 0; s += len, n -= len, at++) {
		int32_t cp = utf8_decode(s, n, &len);

		if (cp < 0)
			return err_set(e, ST_INVALID, "character %zu is not "
			    "valid UTF-8 (byte %02X): write it in UTF-8", at,
			    (unsigned)(unsigned char)*s);
		if (cp == '\n' && !multiline)
			return err_set(e, ST_INVALID, "there is a line break "
			    "at character %zu: write one line", at);
		if (cp == '\t' && !multiline)
			return err_set(e, ST_INVALID, "there is a tab at "
			    "character %zu: write a blank", at);
		if ((cp < 0x20 && cp != '\n' && cp != '\t') ||
		    (cp >= 0x7F && cp < 0xA0))
			return err_set(e, ST_INVALID, "character %zu is the "
			    "control character U+%04X: take it out", at,
			    (unsigned)cp);
		if (utf8_is_nonchar(cp))
			return err_set(e, ST_INVALID, "character %zu (U+%04X) "
			    "is not a character: take it out", at,
			    (unsigned)cp);
	}
	if (max > 0 && at - 1 > max)
		return err_set(e, ST_INVALID, "%zu characters: at most %zu "
		    "are kept", at - 1, max);
	return ST_OK;
}

char *
utf8_clean(const char *s)
{
	size_t n, k = 0;
	char *out;

	s += strspn(s, " \t\r\n");
	n = strlen(s);
	while (n > 0 && strchr(" \t\r\n", s[n - 1]) != NULL)
		n--;
	out = xmalloc(n + 1);
	for (size_t i = 0; i < n; i++) {
		if (s[i] != '\r')
			out[k++] = s[i];
		else if (i + 1 >= n || s[i + 1] != '\n')
			out[k++] = '\n';
	}
	out[k] = '\0';
	return out;
}

int32_t
utf8_from_1252_byte(unsigned char byte)
{
	static const int32_t high[32] = {	/* 0x80 to 0x9F */
		0x20AC, -1, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
		0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, -1, 0x017D, -1,
		-1, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
		0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, -1, 0x017E, 0x0178,
	};

	return byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80] : byte;
}

char *
utf8_compose(const char *s)
{
	utf8proc_uint8_t *made = NULL;
	const char *p = s;
	char *copy;

	while (*p != '\0' && (unsigned char)*p < 0x80)
		p++;
	if (*p == '\0' || utf8proc_map((const utf8proc_uint8_t *)s, 0, &made,
	    UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE) < 0)
		return xstrdup(s);
	copy = xstrdup((const char *)made);
	free(made);
	return copy;
}
