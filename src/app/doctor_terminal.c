/* doctor_terminal.c - what the terminal and the language can show.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>

#include "app/doctor_int.h"
#include "base/str.h"

enum { LEAST_ROWS = 15, LEAST_COLS = 60 };	/* contract.md 4 */

static void
tell_size(struct doctor *d, const struct doctor_terminal *t)
{
	if (t->rows == 0 || t->cols == 0)
		doctor_find(d, DOCTOR_WARNING, "Set its size: stty rows 24 "
		    "cols 80.", "The terminal does not say how large it is: "
		    "it counts as 80x24.");
	else if (t->rows < LEAST_ROWS || t->cols < LEAST_COLS)
		doctor_find(d, DOCTOR_WARNING, "Make it larger, or use "
		    "caseload --plain.", "The terminal has %dx%d; the screens "
		    "need %dx%d.", t->cols, t->rows, LEAST_COLS, LEAST_ROWS);
	else
		doctor_ok(d, "The terminal has %dx%d.", t->cols, t->rows);
}

static void
tell_terminal(struct doctor *d, const struct doctor_terminal *t)
{
	static const char advice[] = "Set TERM to what the terminal is, such as "
	    "xterm-256color; caseload --plain needs none.";

	if (t->name[0] == '\0')
		doctor_find(d, DOCTOR_ERROR, advice, "TERM is not set.");
	else if (str_eq(t->name, "dumb"))
		doctor_ok(d, "TERM is dumb: caseload works line by line.");
	else if (!t->known)
		doctor_find(d, DOCTOR_ERROR, advice, "This machine has no "
		    "description of the terminal TERM=%s.", t->name);
	else if (!t->moves)
		doctor_find(d, DOCTOR_ERROR, advice, "The terminal TERM=%s "
		    "cannot place its cursor.", t->name);
	else
		doctor_ok(d, "TERM=%s: %s, %s lines, %s.", t->name,
		    t->colours >= 8 ? "colours" : "no colours, of which none "
		    "is needed", t->draws ? "drawn" : "plain", t->alternate ?
		    "a screen of its own" : "the screen stays as it is left");
}

void
doctor_terminal(struct doctor *d)
{
	struct doctor_terminal t = { .name = "" };
	const char *codes = nl_langinfo(CODESET);

	if (str_eq(codes, "UTF-8"))
		doctor_ok(d, "The language takes all letters (%s).", codes);
	else
		doctor_find(d, DOCTOR_WARNING, "Set LANG to a language with "
		    "UTF-8, such as C.UTF-8 or en_GB.UTF-8.", "The language "
		    "shows only plain letters (%s): others are written as "
		    "\\u{e9}.", codes);
	if (d->from->terminal == NULL)
		return;
	d->from->terminal(&t);
	if (!t.tty) {
		doctor_ok(d, "This is no terminal: what it can show was not "
		    "looked at.");
		return;
	}
	tell_terminal(d, &t);
	if (t.known)
		tell_size(d, &t);
}
