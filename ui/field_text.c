/* field_text.c - a value as a form field can show it, and back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/field_text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

/* Marks: newline, tab. */
static const struct {
	char		 is;
	const char	*utf8, *ascii;
} marks[] = {
	{ '\n', "\xe2\x8f\x8e", "\\n" },
	{ '\t', "\xe2\x87\xa5", "\\t" },
};
#define NMARKS	(sizeof marks / sizeof marks[0])

static const char *
mark_of(int32_t cp, bool utf8)
{
	size_t i;

	for (i = 0; i < NMARKS; i++)
		if (cp == marks[i].is)
			return utf8 ? marks[i].utf8 : marks[i].ascii;
	return NULL;
}

char *
field_text_show(const char *value, bool utf8)
{
	size_t left = strlen(value), n;
	const char *mark;
	struct buf b;
	int32_t cp;

	buf_init(&b, BUF_ROW);
	for (; left > 0; value += n, left -= n) {
		cp = utf8_decode(value, left, &n);
		if ((mark = mark_of(cp, utf8)) != NULL)
			buf_add(&b, mark);
		else if (cp >= 0 && utf8_is_printable(cp) &&
		    (utf8 || cp < 0x7f))
			buf_addn(&b, value, n);
		else
			buf_addf(&b, "\\u{%x}", (unsigned)(cp < 0 ? 0xfffd :
			    cp));
	}
	return buf_take(&b);
}

/* "\u{HEX}" at S: the code point and its length, else 0. */
static size_t
escape(const char *s, int32_t *cp)
{
	char *end;
	unsigned long v;

	if (strncmp(s, "\\u{", 3) != 0 ||
	    strspn(s + 3, "0123456789abcdefABCDEF") == 0)
		return 0;
	v = strtoul(s + 3, &end, 16);
	if (*end != '}' || end - s > 9 || v > 0x10ffff ||
	    (v >= 0xd800 && v < 0xe000))
		return 0;
	*cp = (int32_t)v;
	return (size_t)(end + 1 - s);
}

static size_t
mark_at(const char *s, bool utf8, char *out)
{
	size_t i, n;

	for (i = 0; i < NMARKS; i++) {
		const char *m = utf8 ? marks[i].utf8 : marks[i].ascii;

		n = strlen(m);
		if (strncmp(s, m, n) == 0) {
			*out = marks[i].is;
			return n;
		}
	}
	return 0;
}

char *
field_text_value(const char *shown, bool utf8)
{
	struct buf b;
	char c, bytes[4];
	int32_t cp;
	size_t n;

	buf_init(&b, BUF_ROW);
	while (*shown != '\0') {
		if ((n = mark_at(shown, utf8, &c)) > 0) {
			buf_addc(&b, c);
		} else if ((n = escape(shown, &cp)) > 0) {
			buf_addn(&b, bytes, utf8_encode(cp, bytes));
		} else {
			n = 1;
			buf_addc(&b, *shown);
		}
		shown += n;
	}
	return buf_take(&b);
}

bool
field_text_exact(const char *value, bool utf8)
{
	char *shown = field_text_show(value, utf8);
	char *back = field_text_value(shown, utf8);
	bool same = strcmp(back, value) == 0;

	free(shown);
	free(back);
	return same;
}
