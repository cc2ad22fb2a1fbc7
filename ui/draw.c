/* draw.c - text on windows; the only caller of waddnstr and its like.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/draw.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

/* Terminals do not agree how wide emoji are that are joined or given another
 * look: what follows them in the row would stand elsewhere. They stand apart. */
static void
take_apart(char *s)
{
	char *to = s;

	while (*s)
		if (str_starts(s, "\u200d") || str_starts(s, "\ufe0f"))
			s += 3;		/* bytes of either */
		else
			*to++ = *s++;
	*to = '\0';
}

/* Printable text of S: S itself when it is plain ASCII, else a copy in *OWN,
 * which the caller frees. */
static const char *
printable(const struct paint *p, const char *s, char **own)
{
	const unsigned char *c;

	*own = NULL;
	for (c = (const unsigned char *)s; *c; c++)
		if (*c < 0x20 || *c > 0x7e) {
			*own = utf8_printable(s, p->theme->utf8);
			take_apart(*own);
			return *own;
		}
	return s;
}

static const char *
ellipsis(const struct paint *p)
{
	return p->theme->ascii ? "~" : "\xe2\x80\xa6";
}

static void
role_on(const struct paint *p, enum role role)
{
	wattrset(p->win, (int)p->theme->attr[role]);
}

/* Clip to the window; false when nothing is left. */
static bool
clip(const struct paint *p, int y, int *x, int *cols)
{
	int rows, width;

	getmaxyx(p->win, rows, width);
	if (y < 0 || y >= rows || *x < 0 || *x >= width)
		return false;
	if (*cols > width - *x)
		*cols = width - *x;
	return *cols > 0;
}

static int
put(const struct paint *p, int y, int x, int cols, enum role role,
    const char *text)
{
	int width;
	size_t n = utf8_fit(text, cols, &width);

	role_on(p, role);
	if (text[n] == '\0') {
		mvwaddnstr(p->win, y, x, text, (int)n);
		return width;
	}
	n = utf8_fit(text, cols - 1, &width);
	mvwaddnstr(p->win, y, x, text, (int)n);
	mvwaddstr(p->win, y, x + width, ellipsis(p));
	return width + 1;
}

int
draw_text(const struct paint *p, int y, int x, int cols, enum role role,
    const char *s)
{
	char *own;
	int used;

	if (!clip(p, y, &x, &cols))
		return 0;
	used = put(p, y, x, cols, role, printable(p, s, &own));
	free(own);
	return used;
}

int
draw_width(const struct paint *p, const char *s)
{
	char *own;
	int width = utf8_width(printable(p, s, &own));

	free(own);
	return width;
}

int
draw_right(const struct paint *p, int y, int x, int cols, enum role role,
    const char *s)
{
	int width = draw_width(p, s);

	if (width > cols)
		width = cols;
	return draw_text(p, y, x + cols - width, width, role, s);
}

int
draw_tail(const struct paint *p, int y, int x, int cols, enum role role,
    const char *s)
{
	char *own;
	const char *text = printable(p, s, &own);
	size_t n;
	int width = utf8_width(text), drop, lost, used = 0;

	if (clip(p, y, &x, &cols)) {
		if (width > cols) {
			drop = width - cols + 1;
			n = utf8_fit(text, drop, &lost);
			if (lost < drop && text[n])	/* half of a wide one */
				n += utf8_fit(text + n, 2, &lost);
			used = put(p, y, x, 1, role, ellipsis(p));
			text += n;
			cols--;
		}
		used += put(p, y, x + used, cols, role, text);
	}
	free(own);
	return used;
}

int
draw_fmt(const struct paint *p, int y, int x, int cols, enum role role,
    const char *fmt, ...)
{
	char line[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(line, sizeof line, fmt, ap);
	va_end(ap);
	return draw_text(p, y, x, cols, role, line);
}

/* The longest of WORDS with which S begins, in bytes; ASCII case ignored,
 * which is enough to show why a row is there. */
static size_t
word_at(const char *s, const struct strs *words)
{
	size_t i, n, best = 0;

	for (i = 0; i < words->n; i++) {
		n = strlen(words->v[i]);
		if (n > best && str_istarts(s, words->v[i]))
			best = n;
	}
	return best;
}

static int
columns(const char *s, size_t n)
{
	char *copy = xstrndup(s, n);
	int width = utf8_width(copy);

	free(copy);
	return width;
}

int
draw_match(const struct paint *p, int y, int x, int cols, enum role role,
    const char *s, const char *typed)
{
	struct strs words = {0};
	char *own;
	const char *text = printable(p, s, &own), *c;
	int used = 0, at;
	size_t n;

	str_words(&words, typed);
	if (clip(p, y, &x, &cols)) {
		used = put(p, y, x, cols, role, text);
		role_on(p, ROLE_MATCH);
		for (c = text; words.n && *c; c++) {
			if (c != text && c[-1] != ' ')
				continue;
			n = word_at(c, &words);
			at = columns(text, (size_t)(c - text));
			if (n && at + columns(c, n) < cols)
				mvwaddnstr(p->win, y, x + at, c, (int)n);
		}
	}
	strs_clear(&words);
	free(own);
	return used;
}

#define RAGGED	20	/* columns given up for a break between two things */

/* Bytes of TEXT that stand in one line of COLS, broken at a blank; where two
 * blanks hold things apart, rather there than within one: "7 12  8 24". */
static size_t
line_of(const char *text, int cols)
{
	int width;
	size_t cut = utf8_fit(text, cols, &width), n = cut, two;

	if (!text[cut])
		return cut;
	while (n && text[n] != ' ')
		n--;
	for (two = n; two > 1 && two + RAGGED > cut; two--)
		if (text[two] == ' ' && text[two - 1] == ' ')
			return two - 1;
	return n ? n : cut;
}

int
draw_wrap_rows(const struct paint *p, int rows, int cols, const char *s)
{
	char *own;
	const char *text = printable(p, s, &own);
	int row = 0;

	while (*text && row < rows && cols > 0) {
		text += line_of(text, cols);
		text += strspn(text, " ");
		row++;
	}
	free(own);
	return row;
}

void
draw_wrap_split(const struct paint *p, int rows, int cols, const char *s,
    struct buf *lines, struct buf *rest)
{
	char *own;
	const char *text = printable(p, s, &own);
	size_t cut;

	for (; *text && rows > 0 && cols > 0; rows--) {
		cut = line_of(text, cols);
		buf_addn(lines, text, cut);
		buf_addc(lines, '\n');
		text += cut;
		text += strspn(text, " ");
	}
	buf_add(rest, text);
	free(own);
}

int
draw_wrap(const struct paint *p, int y, int x, int rows, int cols,
    enum role role, const char *s)
{
	const char *line = s, *stop;
	char *own, *copy;
	const char *text;
	size_t n, cut;
	int row = 0;

	while (*line && row < rows && cols > 0) {
		stop = strchr(line, '\n');
		n = stop ? (size_t)(stop - line) : strlen(line);
		copy = xstrndup(line, n);
		text = printable(p, copy, &own);
		do {
			cut = row < rows - 1 ? line_of(text, cols) :
			    strlen(text);
			if (text[cut]) {
				role_on(p, role);
				mvwaddnstr(p->win, y + row, x, text, (int)cut);
			} else {
				put(p, y + row, x, cols, role, text);
			}
			text += cut;
			while (*text == ' ')
				text++;
			row++;
		} while (*text && row < rows);
		free(own);
		free(copy);
		if (!stop)
			break;
		line = stop + 1;
	}
	return row;
}

void
draw_clear(const struct paint *p)
{
	wattrset(p->win, A_NORMAL);
	werase(p->win);
}

void
draw_emptied(void)
{
	werase(stdscr);
	clearok(stdscr, TRUE);
	wrefresh(stdscr);
}

void
draw_blank(const struct paint *p, int y, int x, int cols)
{
	if (!clip(p, y, &x, &cols))
		return;
	role_on(p, ROLE_TEXT);
	mvwhline(p->win, y, x, ' ', cols);
}

void
draw_copy(const struct paint *p, WINDOW *from, int top, int y, int rows,
    int cols)
{
	int height, width, fh, fw;

	getmaxyx(p->win, height, width);
	getmaxyx(from, fh, fw);
	if (rows > height - y)
		rows = height - y;
	if (rows > fh - top)
		rows = fh - top;
	if (cols > width)
		cols = width;
	if (cols > fw)
		cols = fw;
	if (rows > 0 && cols > 0)
		copywin(from, p->win, top, 0, y, 0, y + rows - 1, cols - 1,
		    FALSE);
}

void
draw_frame(const struct paint *p, const char *title)
{
	int rows, cols;

	getmaxyx(p->win, rows, cols);
	role_on(p, ROLE_MUTED);
	if (p->theme->ascii)
		wborder(p->win, '|', '|', '-', '-', '+', '+', '+', '+');
	else
		wborder_set(p->win, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
		    NULL);
	if (rows > 0 && cols > 6 && *title) {
		mvwaddstr(p->win, 0, 1, " ");
		rows = draw_text(p, 0, 2, cols - 5, ROLE_TITLE, title);
		role_on(p, ROLE_MUTED);
		mvwaddstr(p->win, 0, 2 + rows, " ");
	}
}

void
draw_frame_more(const struct paint *p)
{
	static const char more[] = " v more ";
	int rows, cols;

	getmaxyx(p->win, rows, cols);
	draw_text(p, rows - 1, cols - (int)sizeof more - 1,
	    (int)sizeof more - 1, ROLE_MUTED, more);
}

void
draw_cursor(const struct paint *p, int y, int x)
{
	int rows, cols;

	getmaxyx(p->win, rows, cols);
	if (y >= rows)
		y = rows - 1;
	if (x >= cols)
		x = cols - 1;
	wmove(p->win, y < 0 ? 0 : y, x < 0 ? 0 : x);
}
