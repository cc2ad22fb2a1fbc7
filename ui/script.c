/* script.c - keys from a file, screens to files: golden tests.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/script.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/path.h"
#include "base/str.h"
#include "base/utf8.h"
#include "ui/curses.h"
#include "ui/keymap.h"
#include "ui/loop.h"
#include "ui/stack.h"
#include "ui/term.h"
#include "ui/ui.h"

/* One cell as UTF-8; returns its columns. */
static int
add_cell(struct buf *out, int y, int x)
{
	wchar_t text[CCHARW_MAX + 1] = {0};
	cchar_t cell;
	attr_t attr;
	short pair;
	char utf8[4];
	int i, width;

	if (mvwin_wch(curscr, y, x, &cell) != OK ||
	    getcchar(&cell, text, &attr, &pair, NULL) != OK || !text[0]) {
		buf_addc(out, ' ');
		return 1;
	}
	i = (int)out->n;
	for (width = 0; text[width]; width++)
		buf_addn(out, utf8, utf8_encode((int32_t)text[width], utf8));
	width = utf8_width(out->p + i);
	return width > 0 ? width : 1;
}

static void
trim_line(struct buf *out, size_t from)
{
	while (out->n > from && out->p[out->n - 1] == ' ')
		buf_cut(out, out->n - 1);
	buf_addc(out, '\n');
}

/* A letter for what a cell looks like: '.' plain, b bold, r reverse, u
 * underline, d dim, c with a colour (upper case when bold too). */
static char
look_of(int y, int x)
{
	wchar_t text[CCHARW_MAX + 1];
	cchar_t cell;
	attr_t attr = 0;
	short pair = 0;

	if (mvwin_wch(curscr, y, x, &cell) != OK ||
	    getcchar(&cell, text, &attr, &pair, NULL) != OK)
		return '.';
	if (attr & A_REVERSE)
		return 'r';
	if (pair)
		return (char)((attr & A_BOLD ? 'A' : 'a') + pair - 1);
	if (attr & A_UNDERLINE)
		return 'u';
	if (attr & A_DIM)
		return 'd';
	return attr & A_BOLD ? 'b' : '.';
}

/* The looks of a row that has any: "3: ..rrrr". */
static void
add_looks(struct buf *out, int y, int cols)
{
	size_t from = out->n, first;
	int x;

	buf_addf(out, "%2d ", y + 1);
	first = out->n;
	for (x = 0; x < cols; x++)
		buf_addc(out, look_of(y, x));
	while (out->n > first && out->p[out->n - 1] == '.')
		buf_cut(out, out->n - 1);
	if (out->n == first)
		buf_cut(out, from);
	else
		buf_addc(out, '\n');
}

static enum status
dump(struct ui *ui, const char *name, struct err *e)
{
	WINDOW *top = ui->top->p.win;
	struct buf out, path;
	enum status st;
	size_t from;
	int y, x, cy, cx;

	buf_init(&out, BUF_ROW);
	buf_init(&path, BUF_LINE);
	for (y = 0; y < ui->rows; y++) {
		from = out.n;
		for (x = 0; x < ui->cols; )
			x += add_cell(&out, y, x);
		trim_line(&out, from);
	}
	getyx(top, cy, cx);
	buf_addf(&out, "--- cursor %d,%d\n", cy + getbegy(top) + 1,
	    cx + getbegx(top) + 1);
	for (y = 0; y < ui->rows; y++)
		add_looks(&out, y, ui->cols);
	buf_addf(&path, "%s/%s.screen", ui->opts->out ? ui->opts->out : ".",
	    name);
	st = path_replace(path.p, out.p, out.n, true, e);
	buf_clear(&path);
	buf_clear(&out);
	return st;
}

static void
one_key(struct ui *ui, int key)
{
	loop_key(ui, key);
	if (!ui->quit)
		loop_settle(ui);
}

static void
type(struct ui *ui, const char *text)
{
	size_t n, left = strlen(text);
	int32_t cp;

	for (; left && !ui->quit; text += n, left -= n) {
		cp = utf8_decode(text, left, &n);
		one_key(ui, cp);
	}
}

static void
paste(struct ui *ui, const char *text)
{
	struct buf b;

	buf_init(&b, BUF_ROW);
	for (; *text; text++) {
		if (text[0] == '\\' && text[1] == 'n') {
			buf_addc(&b, '\n');
			text++;
		} else {
			buf_addc(&b, *text);
		}
	}
	loop_paste(ui, b.p);
	loop_settle(ui);
	buf_clear(&b);
}

static enum status
size(struct ui *ui, const char *text, struct err *e)
{
	struct strs part = {0};
	int64_t cols, rows;
	bool ok;

	str_split(&part, text, 'x');
	ok = part.n == 2 && str_int(part.v[0], 10, 400, &cols) &&
	    str_int(part.v[1], 4, 200, &rows);
	strs_clear(&part);
	if (!ok)
		return err_set(e, ST_USAGE, ":size takes COLSxROWS.");
	term_resize((int)rows, (int)cols);
	stack_resize(ui, (int)rows, (int)cols);
	loop_settle(ui);
	return ST_OK;
}

static enum status
keys(struct ui *ui, const char *line, struct err *e)
{
	struct strs words = {0};
	enum status st = ST_OK;
	size_t i;
	int key;

	str_words(&words, line);
	for (i = 0; i < words.n && !ui->quit && !st; i++) {
		key = key_parse(words.v[i]);
		if (key < 0)
			st = err_set(e, ST_USAGE, "\"%s\" is no key.",
			    words.v[i]);
		else
			one_key(ui, key);
	}
	strs_clear(&words);
	return st;
}

static enum status
one_line(struct ui *ui, const char *line, struct err *e)
{
	if (line[0] == '#' && (line[1] == ' ' || line[1] == '\0'))
		return ST_OK;
	if (str_starts(line, ":type "))
		return type(ui, line + 6), ST_OK;
	if (str_starts(line, ":paste "))
		return paste(ui, line + 7), ST_OK;
	if (str_starts(line, ":size "))
		return size(ui, line + 6, e);
	if (str_starts(line, ":screen "))
		return dump(ui, line + 8, e);
	return keys(ui, line, e);
}

enum status
script_run(struct ui *ui, const char *path, struct err *e)
{
	struct strs lines = {0};
	enum status st;
	char *text;
	size_t n, i;

	st = path_read(path, 1u << 20, &text, &n, e);
	if (st)
		return st;
	str_split(&lines, text, '\n');
	free(text);
	loop_settle(ui);
	for (i = 0; i < lines.n && !st && !ui->quit; i++) {
		st = one_line(ui, lines.v[i], e);
		if (st)
			err_prefix(e, "%s:%zu: ", path, i + 1);
	}
	strs_clear(&lines);
	return st;
}
