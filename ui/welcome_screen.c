/* welcome_screen.c - a database just made: what to begin with.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/demo.h"
#include "ui/dialog.h"
#include "ui/importing.h"
#include "ui/menus.h"
#include "ui/statusbar.h"

static void
demonstrate(struct ui *ui)
{
	struct work w = {.ui = ui, .verb = "Making the demonstration"};
	struct demo_opts o = {.progress = work_progress, .arg = &w};
	struct err e = {0};

	if (demo_fill(ui->app, &o, &e)) {
		say_err(ui, &e);
		return;
	}
	say(ui, "Here are fictional schools, people, encounters to try; u "
	    "takes them out.");
	ui_changed(ui);
}

static void
on_choice(struct ui *ui, void *arg, int n)
{
	(void)arg;
	if (n == 0)
		demonstrate(ui);
	else if (n == 1)
		import_ask(ui, entities[ENT_school]);
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
