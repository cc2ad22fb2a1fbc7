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
#include <wchar.h>

#include "app/options.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/utf8.h"
#include "ui/curses.h"
#include "ui/keymap.h"
#include "ui/term.h"

#define CODE_PASTE_ON	0x7f01		/* ours, beyond KEY_MAX */
#define CODE_PASTE_OFF	0x7f02
#define PASTE_MAX	(256u << 10)
#define PASTE_MS	3000		/* of a pause within it */
#define PASTE_ON_MS	10000		/* after one: then it has ended */
#define ANSWER_MAX	4096

static WINDOW *pad;
static int escape_ms;
static int64_t pasting;		/* until then, by the clock; 0 not */
static int waits = -1;		/* a key read behind an Esc; -1 none */

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
	int kind;

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
	waits = c;
	return KEY_ESC;
}

bool
keys_waiting(void)
{
	return waits >= 0;
}

int
term_key(void)
{
	int c = waits;

	if (pasting > 0 && clock_monotonic_ms() > pasting)
		pasting = 0;		/* its end was lost */
	if (pasting > 0)
		return term_wait(0) ? KEY_PASTE : -1;
	waits = -1;
	if (c < 0)
		c = next(0);
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

/* A byte or a KEY_CODE, waiting at most MS; -1 none. */
static int
next_byte(int ms)
{
	int c;

	wtimeout(pad, ms);
	c = wgetch(pad);
	return c == ERR ? -1 : c >= KEY_MIN ? KEY_CODE(c) : c;
}

/* RAW in the terminal's own encoding, as UTF-8; U+FFFD for what is no character,
 * so that it is seen. */
static void
add_text(const char *raw, size_t n, struct buf *out)
{
	mbstate_t state = {0};
	char utf8[4];
	wchar_t c;
	size_t i, len;

	for (i = 0; i < n; i += len) {
		len = mbrtowc(&c, raw + i, n - i, &state);
		if (len == (size_t)-1 || len == (size_t)-2) {
			memset(&state, 0, sizeof state);
			c = 0xfffd;
			len = 1;
		}
		if (len == 0)
			len = 1;	/* a NUL */
		else if (utf8_is_printable((int32_t)c) || c == '\n' ||
		    c == '\t')
			buf_addn(out, utf8, utf8_encode((int32_t)c, utf8));
	}
}

/* Its end is told by the terminal, not by a pause: what comes after one, on a
 * slow line, is still pasted, and comes as a text of its own. */
char *
term_paste(void)
{
	struct buf raw, b;
	char *text;
	int c;

	buf_init(&raw, PASTE_MAX);
	buf_init(&b, PASTE_MAX);
	while ((c = next_byte(PASTE_MS)) >= 0 && c != KEY_CODE(CODE_PASTE_OFF))
		if (c < KEY_CODE(0))
			buf_addc(&raw, (char)(c == '\r' ? '\n' : c));
	pasting = c < 0 ? clock_monotonic_ms() + PASTE_ON_MS : 0;
	add_text(raw.p, raw.n, &b);
	text = utf8_clean(b.p);
	buf_clear(&raw);
	buf_clear(&b);
	return text;
}
