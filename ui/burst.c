/* burst.c - lines that come faster than anybody types: pasted, where the
 * terminal does not mark what is pasted.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On a bad line keys pile up and come at once too: a Return and a few keys
 * behind it are typed; two more Returns, or a line of text, are not.
 */
#include "ui/burst.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "ui/keymap.h"
#include "ui/term.h"
#include "ui/wait.h"

enum {
	QUIET_MS = 30,		/* then what came at once has ended */
	RETURNS = 2,		/* behind the first … */
	LETTERS = 12,		/* … or so many characters */
	KEYS_MAX = 65536
};

static bool
is_pasted(const int *key, size_t n)
{
	size_t returns = 0;

	for (size_t i = 0; i < n; i++)
		returns += key[i] == KEY_RETURN;
	return returns >= RETURNS || n - returns >= LETTERS;
}

static char *
as_text(const int *key, size_t n)
{
	struct buf b;
	char utf8[4];

	buf_init(&b, KEYS_MAX * sizeof utf8);
	buf_addc(&b, '\n');
	for (size_t i = 0; i < n; i++) {
		if (key[i] == KEY_RETURN)
			buf_addc(&b, '\n');
		else
			buf_addn(&b, utf8, utf8_encode(key[i], utf8));
	}
	return buf_take(&b);
}

char *
burst_take(struct ui *ui)
{
	int *key, other = -1;
	size_t n = 0;
	char *text = NULL;

	if (ui->held || !term_wait(0))
		return NULL;
	key = xcalloc(KEYS_MAX, sizeof *key);
	while (n < KEYS_MAX && other < 0 && term_wait(QUIET_MS) &&
	    (other = term_key()) >= 0)
		if (key_is_text(other) || other == KEY_RETURN ||
		    other == '\t') {
			key[n++] = other;
			other = -1;
		}
	if (is_pasted(key, n))
		text = as_text(key, n);
	else
		for (size_t i = 0; i < n; i++)
			wait_hold(ui, key[i], NULL);
	if (other >= 0)
		wait_hold(ui, other, other == KEY_PASTE ? term_paste() :
		    NULL);
	free(key);
	return text;
}
