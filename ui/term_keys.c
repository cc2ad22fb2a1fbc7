/* term_keys.c - bytes of the terminal to keys: the only get_wch.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys are read from a pad of ours: reading from stdscr would paint it over
 * everything. curses waits escape_ms after an Esc; what then follows at once
 * is a key of its own, such as an arrow, or a sequence it does not know, or Alt
 * with a letter: these last are one unknown key, never Esc and letters.
 */
#include "ui/term_keys.h"

#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "ui/curses.h"
#include "ui/keymap.h"
#include "ui/term.h"

#define CODE_PASTE_ON	0x7f01		/* ours, beyond KEY_MAX */
#define CODE_PASTE_OFF	0x7f02
#define PASTE_MAX	(256u << 10)
#define ANSWER_MAX	4096
#define TYPED_MAX	3		/* fewer behind an Enter: typed ahead */
#define BEHIND_MS	40
#define PAUSE_MS	300		/* within a paste without marks */

static WINDOW *pad;
static int escape_ms;
static int waits[TYPED_MAX + 1];	/* read already, come next */
static int nwaits;
static bool in_a_row;		/* the last key was there with one before it */

void
keys_init(const struct options *opt)
{
	static const struct {
		const char *seq;
		int code;
	} more[] = {
		{"\033[A", KEY_UP}, {"\033[B", KEY_DOWN},
		{"\033[C", KEY_RIGHT}, {"\033[D", KEY_LEFT},
		{"\033OA", KEY_UP}, {"\033OB", KEY_DOWN},
		{"\033OC", KEY_RIGHT}, {"\033OD", KEY_LEFT},
		{"\033[H", KEY_HOME}, {"\033[F", KEY_END},
		{"\033OH", KEY_HOME}, {"\033OF", KEY_END},
		{"\033[1~", KEY_HOME}, {"\033[4~", KEY_END},
		{"\033[7~", KEY_HOME}, {"\033[8~", KEY_END},
		{"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE},
		{"\033[3~", KEY_DC}, {"\033[Z", KEY_BTAB},
		{"\033OM", KEY_ENTER},
		{"\033[200~", CODE_PASTE_ON}, {"\033[201~", CODE_PASTE_OFF},
	};
	size_t i;

	escape_ms = getenv("SSH_CONNECTION") ? 400 : 100;
	if (opt && *option_text(opt, OPT_ESCAPE_MS))
		escape_ms = (int)option_int(opt, OPT_ESCAPE_MS);
	set_escdelay(escape_ms);
	pad = newpad(1, 1);
	keypad(pad, TRUE);
	for (i = 0; i < sizeof more / sizeof more[0]; i++)
		define_key(more[i].seq, more[i].code);
}

void
keys_free(void)
{
	if (pad)
		delwin(pad);
	pad = NULL;
}

/* The next character or KEY_CODE, waiting at most MS; -1 none. */
static int
next(int ms)
{
	wint_t c;
	int kind, first;

	if (nwaits) {
		first = waits[0];
		memmove(waits, waits + 1, (size_t)--nwaits * sizeof *waits);
		return first;
	}
	wtimeout(pad, ms);
	kind = wget_wch(pad, &c);
	if (kind == KEY_CODE_YES)
		return KEY_CODE((int)c);
	return kind == OK ? (int)c : -1;
}

/* The answer of a terminal, a text up to BEL or Esc and a backslash: it presses
 * no keys, also when it is not ended. */
static void
swallow_text(void)
{
	int c = 0, was;

	for (int i = 0; i < ANSWER_MAX && c >= 0 && c != '\a'; i++) {
		was = c;
		c = next(escape_ms);
		if (was == KEY_ESC && c == '\\')
			return;
	}
}

/* Parameters and a final character; the old report of a mouse, which nobody
 * asked for, has three more. */
static int
swallow_params(void)
{
	int c = 0, i;

	for (i = 0; i < 64; i++) {
		c = next(escape_ms);
		if (c < 0 || (c >= '@' && c <= '~'))
			break;
	}
	if (i == 0 && c == 'M')
		for (i = 0; i < 3; i++)
			next(escape_ms);
	return KEY_UNKNOWN;
}

/* The rest of a sequence after Esc: '[' and parameters, 'O' and a character, a
 * text, or one character typed with Alt. */
static int
swallow(int c)
{
	switch (c) {
	case 'O':
	case 'N':
		next(escape_ms);
		break;
	case '[':
		return swallow_params();
	case ']':
	case 'P':
	case 'X':
	case '^':
	case '_':
		swallow_text();
		break;
	}
	return KEY_UNKNOWN;
}

/* What an Esc is: itself, or the first half of Alt with a character. A key of
 * its own behind it comes next; so does the mark of pasted text: were it lost,
 * the text would press keys. */
static int
escape(void)
{
	int c = next(0);

	if (c >= 0 && c != KEY_ESC && c < KEY_CODE(0))
		return swallow(c);
	if (c >= 0)
		waits[nwaits++] = c;
	return KEY_ESC;
}

bool
keys_waiting(void)
{
	return nwaits > 0;
}

int
term_key(void)
{
	static bool one_before;
	int c = next(0);

	in_a_row = one_before && c >= 0;
	one_before = c >= 0;
	switch (c) {
	case KEY_ESC:
		return escape();
	case '\n':
	case KEY_CODE(KEY_ENTER):
		return KEY_RETURN;
	case 127:
	case 8:
		return KEY_CODE(KEY_BACKSPACE);
	case KEY_CODE(KEY_MOUSE):
		return swallow_params();	/* behind "[<" */
	case KEY_CODE(CODE_PASTE_ON):
		return KEY_PASTE;
	case KEY_CODE(CODE_PASTE_OFF):
	case KEY_CODE(KEY_RESIZE):
		return term_key();
	default:
		return c;
	}
}

static bool
is_line_end(int c)
{
	return c == '\r' || c == '\n' || c == KEY_CODE(KEY_ENTER);
}

static bool
is_text(int c)
{
	return c == '\t' || (c >= ' ' && c < KEY_CODE(0) &&
	    utf8_is_printable(c));
}

static void
add(struct buf *b, int c)
{
	char utf8[4];

	if (is_line_end(c))
		buf_add(b, "\n");
	else if (is_text(c))
		buf_addn(b, utf8, utf8_encode(c, utf8));
}

static char *
taken(struct buf *b)
{
	char *text = utf8_clean(b->p);

	buf_clear(b);
	return text;
}

char *
term_paste(void)
{
	struct buf b;
	int c;

	buf_init(&b, PASTE_MAX);
	while ((c = next(1000)) >= 0 && c != KEY_CODE(CODE_PASTE_OFF))
		add(&b, c);
	return taken(&b);
}

/* What is read here and is not pasted comes next as keys. */
char *
term_run_on(void)
{
	int got[TYPED_MAX], n = 0, text = 0, c = -1;
	bool line = false;
	struct buf b;

	while (n < TYPED_MAX && !(text && line)) {
		c = next(n > 0 || in_a_row ? BEHIND_MS : 0);
		if (c < 0)
			break;
		got[n++] = c;
		text += is_text(c);
		line |= is_line_end(c);
		if (!is_text(c) && !is_line_end(c))
			break;
	}
	if (!(text && line) && text < TYPED_MAX) {
		memcpy(waits + nwaits, got, (size_t)n * sizeof *got);
		nwaits += n;
		return NULL;
	}
	buf_init(&b, PASTE_MAX);
	for (int i = 0; i < n; i++)
		add(&b, got[i]);
	while ((c = next(PAUSE_MS)) >= 0)
		add(&b, c);
	return taken(&b);
}
