/* output.c - what a program may write to a terminal.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/e2e/output.h"

#include <string.h>

#include "tests/lib/test.h"

/* Controls that curses itself sends: bell, blanks, Esc, character sets. */
static bool
is_of_curses(unsigned c)
{
	return c != 0 && strchr("\a\b\t\n\r\033\016\017", (int)c) != NULL;
}

/* The code point that ends with the last of three bytes, 0 when none does that
 * is forbidden. */
static unsigned
forbidden(const unsigned char b[3])
{
	static const struct {
		unsigned first, last;
	} marks[] = {
		{0x200e, 0x200f}, {0x2028, 0x202e}, {0x2066, 0x2069},
		{0xfeff, 0xfeff}, {0xfffe, 0xffff},
	};
	unsigned cp;

	if (b[2] == 0x7f || (b[2] < ' ' && !is_of_curses(b[2])))
		return b[2] + 0x10000;		/* also NUL is one */
	if (b[1] == 033 && b[2] == '_')
		return 033;			/* of the text */
	if ((b[1] == 0xc2 && b[2] >= 0x80 && b[2] <= 0x9f) ||
	    (b[1] == 0xd8 && b[2] == 0x9c))
		return (b[1] & 0x1fu) << 6 | (b[2] & 0x3fu);
	if ((b[0] & 0xf0) != 0xe0)
		return 0;
	cp = (b[0] & 0xfu) << 12 | (b[1] & 0x3fu) << 6 | (b[2] & 0x3fu);
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (cp >= marks[i].first && cp <= marks[i].last)
			return cp;
	return 0;
}

/* What goes to the clipboard is pasted somewhere: no control but tab and
 * newline is in it either. */
static void
check_copied(struct output *o, char c)
{
	static const char begin[] = "\033]52;c;", digits[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	    "0123456789+/";
	const char *at;
	unsigned byte;

	if (o->copied < sizeof begin - 1) {
		o->copied = c == begin[o->copied] ? o->copied + 1 :
		    c == begin[0];
		o->bits = o->nbits = 0;
		return;
	}
	if (c == '=' || c == '\0' || (at = strchr(digits, c)) == NULL) {
		o->copied = 0;
		return;
	}
	o->bits = (o->bits << 6 | (unsigned)(at - digits)) & 0xffff;
	if ((o->nbits += 6) < 8)
		return;
	o->nbits -= 8;
	byte = o->bits >> o->nbits & 0xff;
	if ((byte < ' ' && byte != '\t' && byte != '\n') || byte == 0x7f)
		fail_msg("U+%04X reached the clipboard", byte);
}

void
output_check(struct output *o, const char *bytes, size_t n)
{
	unsigned cp;

	for (size_t i = 0; i < n; i++) {
		memmove(o->last, o->last + 1, 2);
		o->last[2] = (unsigned char)bytes[i];
		check_copied(o, bytes[i]);
		cp = forbidden(o->last);
		if (cp == 0 && o->ascii && o->last[2] > 0x7e)
			cp = o->last[2];
		if (cp != 0)
			fail_msg("U+%04X reached the terminal", cp & 0xffff);
	}
}
