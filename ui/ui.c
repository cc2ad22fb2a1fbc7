/* ui.c - the full-screen program: start, run, end.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/ui.h"

#include <locale.h>
#include <stdlib.h>

#include "app/lists.h"
#include "ui/form_screen.h"
#include "ui/keymap.h"
#include "ui/loop.h"
#include "ui/menus.h"
#include "ui/script.h"
#include "ui/session.h"
#include "ui/stack.h"
#include "ui/statusbar.h"
#include "ui/term.h"
#include "ui/today_screen.h"

static void
stop(struct ui *ui)
{
	stack_clear(ui);
	statusbar_free(ui);
	term_close();
	keymap_free(ui->keymap);
	free(ui->last_line);
}

static enum status
start(struct ui *ui, struct err *e)
{
	enum status st;

	theme_init(&ui->theme, ui->app->opt);
	term_size(&ui->rows, &ui->cols);
	ui->small = ui->rows < 15 || ui->cols < 60;
	statusbar_init(ui);
	ui->version = lists_version(ui->app);
	st = today_open(ui, e);
	if (!st && ui->opts->welcome)
		welcome_open(ui);
	else if (!st && !ui->app->readonly)
		form_offer_drafts(ui);
	return st;
}

enum status
ui_run(struct app *app, const struct ui_opts *opts, struct err *e)
{
	struct ui ui = {.app = app, .opts = opts};
	enum status st;

	setlocale(LC_ALL, "");
	ui.restricted = opts->restricted;
	st = keymap_new(app->opt, &ui.keymap, e);
	if (st)
		return st;
	st = term_open(opts, app->opt, e);
	if (st) {
		term_close();
		keymap_free(ui.keymap);
		return st;
	}
	st = start(&ui, e);
	if (!st && opts->script)
		st = script_run(&ui, opts->script, e);
	else if (!st)
		loop_run(&ui);
	stop(&ui);
	return st;
}
