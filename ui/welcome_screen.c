/* welcome_screen.c - a database just made: what to begin with.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/demo.h"
#include "app/import.h"
#include "base/clock.h"
#include "base/mem.h"
#include "ui/dialog.h"
#include "ui/loop.h"
#include "ui/menus.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

/* --- something long ------------------------------------------------------ */

struct work {
	struct ui	*ui;
	const char	*verb;
	int64_t		 shown_ms;
	struct buf	 words;		/* first lines the importer said */
	int		 lines;
};

static bool
on_progress(void *arg, uint64_t done, uint64_t total)
{
	struct work *w = arg;
	int64_t now = clock_monotonic_ms();

	if (now - w->shown_ms < 200)
		return false;
	w->shown_ms = now;
	if (total)
		say(w->ui, "%s: %d %%", w->verb, (int)(done * 100 / total));
	else
		say(w->ui, "%s...", w->verb);
	stack_draw(w->ui);
	return false;
}

static bool
on_rows(void *arg, uint64_t done, uint64_t total, uint64_t rows)
{
	(void)rows;
	return on_progress(arg, done, total);
}

static void
on_words(void *arg, const char *line)
{
	struct work *w = arg;

	if (w->lines++ < 12)
		buf_addf(&w->words, "%s\n", line);
}

static void
demonstrate(struct ui *ui)
{
	struct work w = {.ui = ui, .verb = "Making the demonstration"};
	struct demo_opts o = {.progress = on_progress, .arg = &w};
	struct err e = {0};

	if (demo_fill(ui->app, &o, &e)) {
		say_err(ui, &e);
		return;
	}
	say(ui, "Here are fictional schools, people and encounters to try "
	    "things with; u takes them out.");
	ui_changed(ui);
}

static bool
on_file(struct ui *ui, void *arg, const char *path)
{
	struct work w = {.ui = ui, .verb = "Reading the schools"};
	struct import_opts o = {.say = on_words, .progress = on_rows,
	    .arg = &w};
	struct import_result r = {0};
	struct err e = {0};
	enum status st;

	(void)arg;
	if (!path || !*path)
		return true;
	buf_init(&w.words, BUF_ROW);
	st = import_file(ui->app, "schools", path, &o, &r, &e);
	if (st) {
		say_err(ui, &e);
	} else {
		say(ui, "%llu schools added, %llu rejected. u takes them "
		    "out.", (unsigned long long)r.added,
		    (unsigned long long)r.rejected);
		ui_changed(ui);
		if (w.words.n)
			dialog_text(ui, "What the import said", w.words.p);
	}
	buf_clear(&w.words);
	return st == ST_OK;
}

static void
on_choice(struct ui *ui, void *arg, int n)
{
	(void)arg;
	if (n == 0)
		demonstrate(ui);
	else if (n == 1)
		dialog_prompt(ui, "File of the official school data (CSV): ",
		    "", on_file, NULL);
	else
		say(ui, "The database is empty; l logs, g s then n adds a "
		    "school.");
}

void
welcome_open(struct ui *ui)
{
	struct strs choices = {0};

	strs_add(&choices, "Fictional demonstration data, to look around");
	strs_add(&choices, "Import schools from the official download (CSV)");
	strs_add(&choices, "Start empty");
	dialog_choose(ui, "Welcome to Caseload",
	    "This is a new database. What should it begin with?\n"
	    "Anything can be taken back with u, and ? always says what can "
	    "be done.", &choices, 0, on_choice, NULL);
	strs_clear(&choices);
}
