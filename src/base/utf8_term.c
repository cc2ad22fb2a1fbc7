/* utf8_term.c - text for a terminal: what may reach it, how wide it is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8_table.h"

bool
utf8_is_printable(int32_t cp)
{
	if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0))
		return false;		/* C0, DEL, C1, invalid bytes */
	if (cp < 0x61C)
		return true;
	return cp != 0x61C && cp != 0x200E && cp != 0x200F &&
	    !(cp >= 0x2028 && cp <= 0x202E) &&	/* 2028/9, bidi 202A-E */
	    !(cp >= 0x2066 && cp <= 0x2069) && cp != 0xFEFF &&
	    !utf8_is_nonchar(cp);
}

/* A letter, a dash or a quotation mark as people write it in ASCII. */
static void
add_ascii(struct buf *b, int32_t cp)
{
	utf8proc_int32_t part[32];
	utf8proc_ssize_t n;
	const char *plain;
	int bound = 0;
	size_t before = b->n;

	if ((plain = utf8_table_plain(cp)) != NULL) {
		buf_add(b, plain);
		return;
	}
	n = utf8proc_decompose_char(cp, part, 32,
	    UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &bound);
	for (utf8proc_ssize_t i = 0; i < n && i < 32; i++) {
		if (part[i] >= 0x20 && part[i] < 0x7F)
			buf_addc(b, (char)part[i]);
		else if ((plain = utf8_table_plain(part[i])) != NULL)
			buf_add(b, plain);
	}
	/* A mark on its own belongs to the letter before it. */
	if (b->n == before && utf8proc_charwidth(cp) > 0)
		buf_addc(b, '?');
}

char *
utf8_printable(const char *s, bool utf8)
{
	size_t n = strlen(s), len;
	struct buf b;

	buf_init(&b, BUF_FILE);
	for (; n > 0; s += len, n -= len) {
		int32_t cp = utf8_decode(s, n, &len);

		if (cp == '\n' || cp == '\t')
			buf_addc(&b, ' ');
		else if (!utf8_is_printable(cp))
			buf_addc(&b, '?');
		else if (cp < 0x7F)
			buf_addc(&b, (char)cp);
		else if (utf8)
			buf_addn(&b, s, len);
		else
			add_ascii(&b, cp);
	}
	return buf_take(&b);
}

void
utf8_lose(struct lost *l, int32_t cp)
{
	if (l->n++ == 0)
		l->first = cp;
}

void
utf8_lost(const struct lost *l, struct buf *out)
{
	if (l->n > 1)
		buf_addf(out, "%zu characters were left out, the first U+%04X",
		    l->n, (unsigned)l->first);
	else
		buf_addf(out, "U+%04X was left out", (unsigned)l->first);
}

char *
utf8_typable(const char *s, struct lost *lost)
{
	size_t n = strlen(s), len;
	struct buf b;
	int32_t cp;

	buf_init(&b, BUF_FILE);
	for (; n > 0; s += len, n -= len) {
		cp = utf8_decode(s, n, &len);
		if (utf8_is_printable(cp) || cp == '\n' || cp == '\t')
			buf_addn(&b, s, len);
		else
			utf8_lose(lost, cp < 0 ? 0xfffd : cp);
	}
	return buf_take(&b);
}

static int
width_of(int32_t cp)
{
	int w;

	if (cp < 0x7F)
		return cp >= 0x20;
	w = utf8proc_charwidth(cp);
	return w > 0 ? w : 0;
}

int
utf8_width(const char *s)
{
	int width;

	(void)utf8_fit(s, -1, &width);
	return width;
}

size_t
utf8_fit(const char *s, int cols, int *width)
{
	size_t n = strlen(s), done = 0, len;
	int taken = 0;

	for (; done < n; done += len) {
		int32_t cp = utf8_decode(s + done, n - done, &len);
		int w = width_of(cp);

		if (cols >= 0 && taken + w > cols)
			break;
		taken += w;
	}
	if (width != NULL)
		*width = taken;
	return done;
}
