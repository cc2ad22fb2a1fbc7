/* to_file.c - ask for a file's name and write there: exports, reports.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/to_file.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "app/place.h"
#include "base/mem.h"
#include "base/path.h"
#include "ui/dialog.h"
#include "ui/statusbar.h"

struct to_file {
	to_file_fn	 make;
	void		*arg;
	char		*typed, *path;
};

static void
forget(struct to_file *t)
{
	free(t->typed);
	free(t->path);
	free(t);
}

/* Written beside the target, then renamed; no link is followed. */
static void
write_and_say(struct ui *ui, struct to_file *t, bool force)
{
	struct buf said;
	struct err e = {0};
	char *whole, *text = NULL;
	size_t n = 0;

	buf_init(&said, BUF_LINE);
	if (t->make(ui, t->arg, t->path, &text, &n, &said, &e) ||
	    place_room(ui->app, n, &e) || path_replace(t->path, text, n, force, &e)) {
		say_err(ui, &e);
	} else if (ui->restricted) {
		whole = outbox_hint(t->typed);
		say_good(ui, "%s", whole);
		free(whole);
	} else {
		whole = realpath(t->path, NULL);
		say_good(ui, "%s in %s", said.p, whole ? whole : t->path);
		free(whole);
	}
	free(text);
	buf_clear(&said);
}

static void
on_overwrite(struct ui *ui, void *arg, bool yes)
{
	struct to_file *t = arg;

	if (yes)
		write_and_say(ui, t, true);
	else
		say(ui, "%s is as it was.", t->typed);
	forget(t);
}

static bool
on_path(struct ui *ui, void *arg, const char *typed)
{
	struct to_file *t = arg;
	struct err e = {0};
	struct stat sb;
	char *question;

	if (!typed || !*typed) {
		forget(t);
		return true;
	}
	t->typed = path_typed(typed);
	if (place_write(ui->app, t->typed, true, &t->path, &e)) {
		say_err(ui, &e);
		free(t->typed);
		t->typed = NULL;
		return false;
	}
	if (lstat(t->path, &sb) != 0) {
		write_and_say(ui, t, false);
		forget(t);
		return true;
	}
	question = xasprintf("%s exists. Write over it? (y/n)", t->typed);
	dialog_confirm(ui, question, on_overwrite, t);
	free(question);
	return true;
}

void
to_file_ask(struct ui *ui, const char *label, const char *name,
    to_file_fn make, void *arg)
{
	struct to_file *t;

	t = xcalloc(1, sizeof *t);
	t->make = make;
	t->arg = arg;
	dialog_prompt(ui, label, name, on_path, t);
}
