/* importing.c - long work with its progress; CSV files read on screen.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/importing.h"

#include <stdlib.h>

#include "app/import.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/path.h"
#include "ui/dialog.h"
#include "ui/stack.h"
#include "ui/statusbar.h"
#include "ui/term.h"

#define LINES_SHOWN 12		/* of what the import has to say */

/* Esc or Ctrl-C among the keys that wait stops the work. */
static bool
stop_typed(void)
{
	int key;
	bool stop = false;

	while (term_wait(0) && (key = term_key()) >= 0)
		stop |= key == 27 || key == 3;
	return stop;
}

bool
work_progress(void *arg, uint64_t done, uint64_t total)
{
	struct work *w = arg;
	int64_t now = clock_monotonic_ms();

	if (now - w->shown_ms < 200)
		return false;
	w->shown_ms = now;
	if (total)
		say(w->ui, "%s: %d %%; Esc stops it, nothing is kept then.",
		    w->verb, (int)(done * 100 / total));
	else
		say(w->ui, "%s...", w->verb);
	stack_draw(w->ui);
	/* What has no length yet may wait for ever: not without a terminal. */
	return stop_typed() || (total == 0 && term_hangs_up());
}

static bool
on_progress(void *arg, uint64_t done, uint64_t total, uint64_t rows)
{
	(void)rows;
	return work_progress(arg, done, total);
}

struct importing {
	struct work	 w;		/* first: the progress's argument */
	struct buf	 words;
	int		 lines;
};

static void
on_words(void *arg, const char *line)
{
	struct importing *i = arg;

	if (i->lines++ < LINES_SHOWN)
		buf_addf(&i->words, "%s\n", line);
}

static void
say_result(struct ui *ui, const struct importing *i,
    const struct import_result *r)
{
	say(ui, "%s: %llu added, %llu updated, %llu unchanged, %llu "
	    "rejected.%s", r->ent->ids, (unsigned long long)r->added,
	    (unsigned long long)r->updated, (unsigned long long)r->unchanged,
	    (unsigned long long)r->rejected,
	    r->step ? " u takes it back." : "");
	if (!i->words.n)
		return;
	dialog_text(ui, i->lines > LINES_SHOWN ? "The first of what the "
	    "import said" : "What the import said", i->words.p);
}

static bool
on_file(struct ui *ui, void *arg, const char *typed)
{
	const struct entity *ent = arg;
	struct importing i = {.w = {.ui = ui, .verb = "Reading the file"}};
	struct import_opts o = {.say = on_words, .progress = on_progress,
	    .arg = &i};
	struct import_result r = {0};
	struct err e = {0};
	enum status st;
	char *path;

	if (!typed || !*typed)
		return true;
	path = path_typed(typed);
	buf_init(&i.words, BUF_ROW);
	st = import_file(ui->app, ent->id, path, &o, &r, &e);
	if (st) {
		say_err(ui, &e);
	} else {
		if (r.step)
			ui_changed(ui);
		say_result(ui, &i, &r);
	}
	buf_clear(&i.words);
	free(path);
	return st == ST_OK;
}

void
import_ask(struct ui *ui, const struct entity *ent)
{
	char *label;

	if (ui->restricted) {
		say(ui, "Files cannot be read in this session.");
		return;
	}
	label = xasprintf("CSV file of %s: ", ent->ids);
	dialog_prompt(ui, label, "", on_file, (void *)(uintptr_t)ent);
	free(label);
}
