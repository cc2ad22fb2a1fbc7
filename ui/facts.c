/* facts.c - what the terminal can do, for caseload doctor.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/facts.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "ui/curses.h"

#include <term.h>

static bool
has(const char *capability)
{
	char name[8];
	const char *s;

	snprintf(name, sizeof name, "%s", capability);	/* not const there */
	s = tigetstr(name);
	return s != NULL && s != (char *)-1 && *s != '\0';
}

static int
number(const char *capability)
{
	char name[8];
	int n;

	snprintf(name, sizeof name, "%s", capability);
	n = tigetnum(name);
	return n > 0 ? n : 0;
}

static void
ask_size(struct doctor_terminal *t)
{
	struct winsize ws;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) == 0) {
		t->rows = ws.ws_row;
		t->cols = ws.ws_col;
	}
}

void
term_facts(struct doctor_terminal *out)
{
	const char *name = getenv("TERM");
	TERMINAL *was = cur_term;
	int found = 0;

	*out = (struct doctor_terminal){ .name = name != NULL ? name : "",
	    .tty = isatty(STDOUT_FILENO) != 0 };
	if (!out->tty || *out->name == '\0')
		return;
	if (was == NULL && setupterm(NULL, STDOUT_FILENO, &found) != OK)
		return;
	out->known = true;
	out->moves = has("cup");
	out->alternate = has("smcup");
	out->draws = has("acsc");
	out->colours = number("colors");
	ask_size(out);
	if (was == NULL && cur_term != NULL) {
		del_curterm(cur_term);
		set_curterm(NULL);
	}
}
