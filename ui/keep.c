/* keep.c - when typing is kept as a draft, and what is said when it cannot be.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/keep.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

/* With ticks a second apart these make two seconds and ten. */
#define REST_MS	900
#define MOST_MS	8900

void
keep_typed(struct keep *k)
{
	k->typed_at = clock_monotonic_ms();
	if (!k->dirty)
		k->since = k->typed_at;
	k->dirty = true;
}

bool
keep_due(const struct keep *k)
{
	int64_t now;

	if (!k->dirty)
		return false;
	now = clock_monotonic_ms();
	return now - k->typed_at >= REST_MS || now - k->since >= MOST_MS;
}

void
keep_done(struct keep *k)
{
	k->dirty = false;
}

/* "cannot write PATH: the disk is full", the reason first: the path is long, and
 * a row may be too short for both. The caller frees it. */
static char *
reason_first(const struct err *e)
{
	const char *at = NULL, *next = e->text;

	while ((next = strstr(next, ": ")) != NULL)
		at = next++;
	return at ? xasprintf("%s (%.*s)", at + 2, (int)(at - e->text),
	    e->text) : xstrdup(e->text);
}

void
keep_tell(struct ui *ui, enum status st, const struct err *e)
{
	char *why;

	if (!st)
		return;
	log_line("no draft: %s", e->text);
	if (ui->undrafted)
		return;
	ui->undrafted = true;
	why = reason_first(e);
	app_notice(ui->app, xasprintf("Typing cannot be kept as a draft: %s",
	    why));
	free(why);
}

static void
on_lose(struct ui *ui, void *arg, int n)
{
	if (n == 1)
		stack_pop(arg);
	else
		say(ui, "Nothing is lost yet; what you typed is here.");
}

void
keep_leave(struct screen *s, const char *said, enum status st,
    const struct err *e)
{
	struct strs choices = {0};
	char *why, *reason;

	if (!st) {
		say(s->ui, "%s", said ? said : "Not saved; kept as a draft, "
		    "offered when you come back here.");
		stack_pop(s);
		return;
	}
	reason = reason_first(e);
	why = xasprintf("What you typed is not saved, and cannot be kept as a "
	    "draft: %s.", reason);
	free(reason);
	strs_add(&choices, "stay here");
	strs_add(&choices, "leave, and lose what was typed");
	dialog_choose(s->ui, "Not kept", why, &choices, 0, on_lose, s);
	strs_clear(&choices);
	free(why);
}

void
keep_offer(struct ui *ui, const char *text, dialog_pick_fn done, void *arg)
{
	struct strs choices = {0};

	strs_add(&choices, "go on with it");
	strs_add(&choices, "throw it away");
	strs_add(&choices, "leave it for later");
	dialog_choose(ui, "A draft", text, &choices, 0, done, arg);
	strs_clear(&choices);
}
