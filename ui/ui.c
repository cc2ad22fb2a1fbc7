/* ui.c - the full-screen program: start, run, end.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/ui.h"

#include <locale.h>
#include <stdlib.h>

#include "app/lists.h"
#include "app/presence.h"
#include "app/since.h"
#include "base/clock.h"
#include "base/mem.h"
#include "app/synced.h"
#include "ui/drafts.h"
#include "ui/keymap.h"
#include "ui/loop.h"
#include "ui/menus.h"
#include "ui/script.h"
#include "ui/session.h"
#include "ui/stack.h"
#include "ui/statusbar.h"
#include "ui/term.h"
#include "ui/today_screen.h"
#include "ui/wait.h"

/* What others did until now is seen. After a hang-up nobody knows how long the
 * screen was looked at. */
static void
leave(struct ui *ui)
{
	ui->own_account = true;
	if (ui->hung_up)
		since_seen(ui->app);
	else
		since_leave(ui->app);
}

static void
stop(struct ui *ui)
{
	lists_wait(ui->app, NULL, NULL);
	wait_free(ui);
	stack_clear(ui);
	statusbar_free(ui);
	presence_free(ui->presence);
	term_close();
	keymap_free(ui->keymap);
	free(ui->last_line);
}

static void
warn_synced(struct ui *ui)
{
	char *warning = ui->app->readonly ? NULL :
	    synced_warning(ui->app, true);

	if (warning)
		say_warn(ui, "%s", warning);
	free(warning);
}

static enum status
start(struct ui *ui, struct err *e)
{
	enum status st;

	theme_init(&ui->theme, ui->app->opt);
	term_size(&ui->rows, &ui->cols);
	ui->small = ui->rows < 15 || ui->cols < 60;
	statusbar_init(ui);
	lists_wait(ui->app, wait_turn, ui);
	idle_begin(&ui->idle, ui->app, clock_monotonic_ms());
	ui->version = lists_version(ui->app);
	ui->role_at = clock_monotonic_ms();
	ui->presence = presence_new(ui->app);
	presence_poll(ui->presence);
	st = today_open(ui, e);
	if (!st && ui->opts->welcome)
		welcome_open(ui);
	else if (!st && !app_may_write(ui->app, NULL))
		drafts_offer(ui, NULL);
	if (!st)
		warn_synced(ui);
	return st;
}

/* Nothing of the records stays on a terminal that nobody looks at. */
static enum status
lock(struct ui *ui, struct err *e)
{
	const char *kept = ui->undrafted ? "What you typed could not be kept" :
	    "What you typed is kept";
	enum status st;
	struct buf time;

	buf_init(&time, BUF_LINE);
	idle_time(&ui->idle, &time);
	if (ui->shut_out)
		st = err_set(e, ST_DENIED, "%s %s.", ui->shut_out, kept);
	else
		st = err_set(e, ST_INTERRUPTED, "Locked after %s without a key."
		    " %s; connect again to go on.", time.p, kept);
	buf_clear(&time);
	stack_clear(ui);
	draw_emptied();
	return st;
}

static struct ui *session;	/* for want of memory */

static void
keep_all(void)
{
	loop_keep(session);
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
	session = &ui;
	mem_on_failure(keep_all, term_close);
	st = start(&ui, e);
	if (!st && opts->script)
		st = script_run(&ui, opts->script, e);
	else if (!st)
		loop_run(&ui);
	if (!st)
		leave(&ui);
	if (!st && (ui.locked || ui.shut_out))
		st = lock(&ui, e);
	stop(&ui);
	free(ui.shut_out);
	session = NULL;
	return st;
}
