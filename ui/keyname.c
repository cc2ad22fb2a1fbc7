/* keyname.c - names of keys, and keys of names.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "ui/curses.h"
#include "ui/keymap.h"

/* One row a name; the first row of a key is how it is shown. */
static const struct {
	const char	*name;
	int		 key;
} names[] = {
	{"Enter", KEY_RETURN}, {"Esc", KEY_ESC}, {"Tab", 9}, {"Space", ' '},
	{"S-Tab", KEY_CODE(KEY_BTAB)}, {"Up", KEY_CODE(KEY_UP)},
	{"Down", KEY_CODE(KEY_DOWN)}, {"Left", KEY_CODE(KEY_LEFT)},
	{"Right", KEY_CODE(KEY_RIGHT)}, {"PgUp", KEY_CODE(KEY_PPAGE)},
	{"PgDn", KEY_CODE(KEY_NPAGE)}, {"Home", KEY_CODE(KEY_HOME)},
	{"End", KEY_CODE(KEY_END)}, {"Ins", KEY_CODE(KEY_IC)},
	{"Del", KEY_CODE(KEY_DC)}, {"Backspace", KEY_CODE(KEY_BACKSPACE)},
	{"Shift-Tab", KEY_CODE(KEY_BTAB)}, {"Return", KEY_RETURN},
	{"Escape", KEY_ESC}, {"PageUp", KEY_CODE(KEY_PPAGE)},
	{"PageDown", KEY_CODE(KEY_NPAGE)},
};

int
key_parse(const char *name)
{
	size_t i, len;
	int64_t n;
	int32_t cp;

	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if (str_ieq(names[i].name, name))
			return names[i].key;
	if (str_istarts(name, "Ctrl-") && name[5] >= '@' && name[5] <= 'z' &&
	    name[6] == '\0')
		return KEY_CTRL(name[5]);
	if ((name[0] == 'F' || name[0] == 'f') &&
	    str_int(name + 1, 1, 12, &n))
		return KEY_CODE(KEY_F((int)n));
	cp = utf8_decode(name, strlen(name), &len);
	if (cp < ' ' || cp == 127 || name[len] != '\0')
		return -1;
	return cp;
}

void
key_text(int key, struct buf *out)
{
	char c[4];
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if (names[i].key == key) {
			buf_add(out, names[i].name);
			return;
		}
	if (key >= KEY_CODE(KEY_F(1)) && key <= KEY_CODE(KEY_F(12)))
		buf_addf(out, "F%d", key - KEY_CODE(KEY_F(0)));
	else if (key >= 0 && key < ' ')
		buf_addf(out, "Ctrl-%c", key + '@');
	else if (key >= KEY_CODE(0) || key < 0)
		buf_add(out, "That key");
	else if (!utf8_is_printable(key))
		buf_addf(out, "U+%04X", (unsigned)key);
	else
		buf_addn(out, c, utf8_encode(key, c));
}

bool
key_is_text(int key)
{
	return key >= ' ' && key < KEY_CODE(0) && key != 127 &&
	    utf8_is_printable(key);
}
