/* buf.c - a growing string with a ceiling.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define FIRST_CAP	64

void
buf_init(struct buf *b, size_t max)
{
	b->cap = FIRST_CAP;
	b->p = xmalloc(b->cap);
	b->p[0] = '\0';
	b->n = 0;
	b->max = max;
	b->over = false;
}

void
buf_clear(struct buf *b)
{
	free(b->p);
	b->p = NULL;
	b->n = b->cap = 0;
	b->over = false;
}

void
buf_reset(struct buf *b)
{
	b->n = 0;
	b->p[0] = '\0';
	b->over = false;
}

/* Room for MORE bytes and the terminator; the ceiling was checked. */
static void
grow(struct buf *b, size_t more)
{
	size_t need = b->n + more + 1;

	if (need <= b->cap)
		return;
	while (b->cap < need)
		b->cap = b->cap > need / 2 ? b->cap * 2 : need;
	b->p = xreallocarray(b->p, b->cap, 1);
}

/* Once something was dropped all that follows is: the text stays a beginning
 * of what it should have been, and never ends within a character. */
void
buf_addn(struct buf *b, const char *s, size_t n)
{
	if (b->over || n == 0)
		return;
	if (n > b->max - b->n) {
		b->over = true;
		n = b->max - b->n;
		while (n > 0 && ((unsigned char)s[n] & 0xC0) == 0x80)
			n--;
	}
	grow(b, n);
	memcpy(b->p + b->n, s, n);
	b->n += n;
	b->p[b->n] = '\0';
}

void
buf_add(struct buf *b, const char *s)
{
	buf_addn(b, s, strlen(s));
}

void
buf_addc(struct buf *b, char c)
{
	if (!b->over && b->n < b->max && b->n + 1 < b->cap) {
		b->p[b->n++] = c;
		b->p[b->n] = '\0';
	} else {
		buf_addn(b, &c, 1);
	}
}

void
buf_addv(struct buf *b, const char *fmt, va_list ap)
{
	va_list again;
	size_t room = b->cap - b->n;
	int n;

	if (b->over)
		return;
	va_copy(again, ap);
	n = vsnprintf(b->p + b->n, room, fmt, ap);
	if (n >= 0 && (size_t)n < room && (size_t)n <= b->max - b->n) {
		b->n += (size_t)n;	/* the usual case: it fitted at once */
	} else {
		b->p[b->n] = '\0';
		if (n > 0) {
			char *whole = xmalloc((size_t)n + 1);
			vsnprintf(whole, (size_t)n + 1, fmt, again);
			buf_addn(b, whole, (size_t)n);
			free(whole);
		}
	}
	va_end(again);
}

void
buf_addf(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_addv(b, fmt, ap);
	va_end(ap);
}

void
buf_cut(struct buf *b, size_t n)
{
	if (n < b->n) {
		b->n = n;
		b->p[n] = '\0';
	}
}

char *
buf_take(struct buf *b)
{
	char *p = b->p;

	b->p = NULL;
	b->n = b->cap = 0;
	b->over = false;
	return p;
}

bool
buf_over(const struct buf *b)
{
	return b->over;
}
