/* wait.c - another save is under way: what waits for it says so.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/wait.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "ui/keymap.h"
#include "ui/stack.h"
#include "ui/statusbar.h"
#include "ui/term.h"

#define TELL_MS	300
#define WORDS	"Waiting for another save... Esc gives up."

struct held {
	int		 key;
	char		*text;		/* of KEY_PASTE */
	bool		 unseen;	/* typed while the screen waited */
};

struct held_keys {
	struct held	*v;
	size_t		 n, next;
};

static int
from_terminal(char **text)
{
	int key = term_key();

	*text = key == KEY_PASTE ? term_paste() : NULL;
	return key;
}

static void
hold(struct ui *ui, struct held one)
{
	struct held_keys *h = ui->held;

	if (!h)
		h = ui->held = xcalloc(1, sizeof *h);
	h->v = xreallocarray(h->v, h->n + 1, sizeof *h->v);
	h->v[h->n++] = one;
}

void
wait_hold(struct ui *ui, int key, char *text)
{
	hold(ui, (struct held){key, text, false});
}

/* Nothing here may ask the database: it is in the middle of a question. So a
 * window that changes its size is laid out when the wait is over. */
enum waiting
wait_turn(void *arg, int waited_ms)
{
	struct ui *ui = arg;
	char *text;
	int key;

	if (ui->own_account) {
		ui->was_busy = true;
		return WAIT_NOT;
	}
	if (term_hangs_up())
		return WAIT_STOP;
	if (waited_ms < TELL_MS || !ui->top)
		return WAIT_ON;
	if (!str_eq(ui->message, WORDS)) {
		say(ui, WORDS);
		ui->waited = true;
		stack_draw(ui);
	}
	while (term_wait(0) && (key = from_terminal(&text)) >= 0) {
		if (key == KEY_ESC)
			return WAIT_STOP;
		hold(ui, (struct held){key, text, true});
	}
	return WAIT_ON;
}

int
wait_key(struct ui *ui, char **text)
{
	struct held_keys *h = ui->held;
	struct held first;

	ui->unseen = false;
	if (!h)
		return from_terminal(text);
	first = h->v[h->next++];
	if (h->next == h->n) {
		free(h->v);
		free(h);
		ui->held = NULL;
	}
	ui->unseen = first.unseen;
	*text = first.text;
	return first.key;
}

void
wait_over(struct ui *ui)
{
	if (ui->waited && str_eq(ui->message, WORDS))
		say_nothing(ui);
	ui->waited = false;
}

void
wait_free(struct ui *ui)
{
	char *text;

	while (ui->held) {
		(void)wait_key(ui, &text);
		free(text);
	}
}
