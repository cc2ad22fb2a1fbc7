/* line.c - one line of text being typed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/line.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "ui/keymap.h"

void
line_init(struct line *l, size_t max, const char *text)
{
	memset(l, 0, sizeof *l);
	l->max = max;
	l->cap = 64;
	l->text = xmalloc(l->cap);
	l->text[0] = '\0';
	line_set(l, text ? text : "");
}

void
line_clear(struct line *l)
{
	free(l->text);
	memset(l, 0, sizeof *l);
}

void
line_set(struct line *l, const char *text)
{
	l->n = l->at = l->first = 0;
	l->text[0] = '\0';
	line_insert(l, text);
}

static void
insert(struct line *l, const char *s, size_t n)
{
	if (l->n + n > l->max)
		return;
	if (l->n + n + 1 > l->cap) {
		l->cap = (l->n + n + 1) * 2;
		l->text = xreallocarray(l->text, l->cap, 1);
	}
	memmove(l->text + l->at + n, l->text + l->at, l->n - l->at + 1);
	memcpy(l->text + l->at, s, n);
	l->n += n;
	l->at += n;
}

void
line_insert(struct line *l, const char *text)
{
	size_t n, left = strlen(text);
	int32_t cp;

	for (; left; text += n, left -= n) {
		cp = utf8_decode(text, left, &n);
		if (cp == '\n' || cp == '\t')
			insert(l, " ", 1);
		else if (cp >= 0 && utf8_is_printable(cp))
			insert(l, text, n);
	}
}

static size_t
before(const struct line *l, size_t at)
{
	if (at)
		at--;
	while (at && ((unsigned char)l->text[at] & 0xc0) == 0x80)
		at--;
	return at;
}

static size_t
after(const struct line *l, size_t at)
{
	size_t n = 0;

	if (at < l->n)
		utf8_decode(l->text + at, l->n - at, &n);
	return at + n;
}

static void
cut(struct line *l, size_t from, size_t to)
{
	memmove(l->text + from, l->text + to, l->n - to + 1);
	l->n -= to - from;
	l->at = from;
	if (l->first > l->at)
		l->first = l->at;
}

static size_t
word_before(const struct line *l)
{
	size_t at = l->at;

	while (at && l->text[at - 1] == ' ')
		at--;
	while (at && l->text[at - 1] != ' ')
		at--;
	return at;
}

/* Typed combining marks join the letter before them. */
static void
type(struct line *l, int key)
{
	char c[4], *whole, *one;
	size_t from = before(l, l->at), old = l->at;

	insert(l, c, utf8_encode(key, c));
	if (key < 0x300 || l->at == old || old == 0)
		return;
	whole = xstrndup(l->text + from, l->at - from);
	one = utf8_compose(whole);
	cut(l, from, l->at);
	line_insert(l, one);
	free(one);
	free(whole);
}

bool
line_key(struct line *l, int key)
{
	switch (key) {
	case KEY_CODE(KEY_LEFT):
		l->at = before(l, l->at);
		return true;
	case KEY_CODE(KEY_RIGHT):
		l->at = after(l, l->at);
		return true;
	case KEY_CODE(KEY_HOME):
	case KEY_CTRL('a'):
		l->at = 0;
		return true;
	case KEY_CODE(KEY_END):
	case KEY_CTRL('e'):
		l->at = l->n;
		return true;
	case KEY_CODE(KEY_BACKSPACE):
		cut(l, before(l, l->at), l->at);
		return true;
	case KEY_CODE(KEY_DC):
	case KEY_CTRL('d'):
		cut(l, l->at, after(l, l->at));
		return true;
	case KEY_CTRL('w'):
		cut(l, word_before(l), l->at);
		return true;
	case KEY_CTRL('k'):
		cut(l, l->at, l->n);
		return true;
	case KEY_CTRL('u'):
		cut(l, 0, l->n);
		return true;
	default:
		if (!key_is_text(key))
			return false;
		type(l, key);
		return true;
	}
}

int
line_draw(struct line *l, const struct paint *p, int y, int x, int cols,
    enum role role)
{
	char *head;
	int width;

	if (l->first > l->at)
		l->first = l->at;
	for (;;) {
		head = xstrndup(l->text + l->first, l->at - l->first);
		width = draw_width(p, head);
		free(head);
		if (width < cols || l->first >= l->at)
			break;
		l->first = after(l, l->first);
	}
	draw_blank(p, y, x, cols);
	draw_text(p, y, x, cols, role, l->text + l->first);
	return width;
}
