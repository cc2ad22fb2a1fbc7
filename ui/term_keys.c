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
#define ANSWER_MS	1000		/* of an answer, then others have a turn */
#define C1_ST		0x9c

static WINDOW *pad;
static int escape_ms;
static int64_t pasting;		/* until then, by the clock; 0 not */
static int ahead[2];		/* read already; the last comes first */
static int nahead;
static int held = -1;		/* a byte read behind a broken character */

/* An answer of the terminal, in the middle of which a turn ended. */
static enum { NO_ANSWER, IN_PARAMS, IN_TEXT } within;
static int64_t within_until;	/* by the clock: then a pause has ended it */

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
	nahead = 0;
	held = -1;
	within = NO_ANSWER;
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

/* A byte or a KEY_CODE, waiting at most MS; -1 none. */
static int
next_byte(int ms)
{
	int c = held;

	held = -1;
	if (c >= 0)
		return c;
	wtimeout(pad, ms);
	c = wgetch(pad);
	return c == ERR ? -1 : c >= KEY_MIN ? KEY_CODE(c) : c;
}

static bool
is_c1(int c)
{
	return c >= 0x80 && c < 0xa0;
}

/* The next character or KEY_CODE, waiting at most MS; -1 none. Bytes that are
 * no character are KEY_UNKNOWN, but for a C1 control, which is one also where
 * the locale writes it otherwise: curses' own get_wch would take what follows
 * such a byte for more of it. */
static int
next(int ms)
{
	mbstate_t state = {0};
	int c, first;
	size_t len = 0;
	wchar_t wide;
	char byte;

	if (nahead > 0)
		return ahead[--nahead];
	c = first = next_byte(ms);
	while (c >= 0 && c < KEY_CODE(0)) {
		byte = (char)c;
		len = mbrtowc(&wide, &byte, 1, &state);
		if (len <= 1)
			return len ? (int)wide : 0;
		if (len == (size_t)-1)
			break;
		c = next_byte(escape_ms);
	}
	if (len == 0)
		return c;
	if (len == (size_t)-1 && c == first)
		return is_c1(c) ? c : KEY_UNKNOWN;
	held = c;
	return KEY_UNKNOWN;
}

static void
unread(int c)
{
	if (c >= 0)
		ahead[nahead++] = c;
}

/* What begins something else: an Esc, or a key that a sequence is. */
static bool
begins(int c)
{
	return c == KEY_ESC || (c >= KEY_CODE(0) && c != KEY_UNKNOWN &&
	    c != KEY_CODE(KEY_BACKSPACE));
}

/* C, of the answer of a terminal: is it the last of it? Behind a text stands
 * BEL, or Esc and a backslash; behind parameters one character. What begins
 * something else ends it too, and comes next. */
static bool
ends_answer(int c)
{
	if (c == KEY_ESC && within == IN_TEXT) {
		c = next(0);
		if (c == '\\')
			return true;
		unread(c);
		c = KEY_ESC;
	}
	if (begins(c))
		unread(c);
	return c < 0 || begins(c) || (within == IN_TEXT ? c == '\a' ||
	    c == C1_ST : c >= '@' && c <= '~');
}

/* On with the answer of a terminal: it presses no keys, however long it is, also
 * when only a pause ends it. -1 when it goes on and on: the rest in
 * another turn, so that nothing hangs on it. */
static int
swallow_on(void)
{
	int64_t began = clock_monotonic_ms(), now;

	while (!ends_answer(next(escape_ms))) {
		now = clock_monotonic_ms();
		within_until = now + escape_ms;
		if (now - began >= ANSWER_MS)
			return -1;
	}
	within = NO_ANSWER;
	return KEY_UNKNOWN;
}

/* At most N characters that belong to a sequence. */
static int
swallow_few(int n)
{
	int c = 0;

	while (n-- > 0 && c >= 0 && !begins(c))
		c = next(escape_ms);
	if (begins(c))
		unread(c);
	return KEY_UNKNOWN;
}

/* Parameters and a final character; the old report of a mouse, which nobody
 * asked for, has three more. */
static int
swallow_params(void)
{
	int c = next(escape_ms);

	if (c == 'M')
		return swallow_few(3);
	unread(c);
	within = IN_PARAMS;
	return swallow_on();
}

/* The rest of a sequence after Esc: '[' and parameters, 'O' and a character, a
 * text, or one character typed with Alt. */
static int
swallow(int c)
{
	switch (c) {
	case 'O':
	case 'N':
		return swallow_few(1);
	case '[':
		return swallow_params();
	case ']':
	case 'P':
	case 'X':
	case '^':
	case '_':
		within = IN_TEXT;
		return swallow_on();
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

	if (c >= 0 && !begins(c) && !is_c1(c))
		return swallow(c);
	unread(c);
	return KEY_ESC;
}

bool
keys_waiting(void)
{
	return nahead > 0 || held >= 0;
}

int
term_key(void)
{
	int c;

	if (pasting > 0 && clock_monotonic_ms() > pasting)
		pasting = 0;		/* its end was lost */
	if (pasting > 0)
		return term_wait(0) ? KEY_PASTE : -1;
	if (within && clock_monotonic_ms() <= within_until)
		return swallow_on();
	within = NO_ANSWER;
	c = next(0);
	if (is_c1(c))
		return swallow(c - 0x40);	/* Esc and that, in one */
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
		if (len == 0) {
			c = 0xfffd;	/* a NUL */
			len = 1;
		}
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
