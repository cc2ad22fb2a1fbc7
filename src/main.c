/* main.c - the only file that sees every layer: parse, open, run, close.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/lists.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/path.h"
#include "cli/cli.h"
#include "cli/hub.h"
#include "cli/plain.h"
#include "ui/facts.h"
#include "ui/keymap.h"
#include "ui/ui.h"

/* The log is for what users need not read; without it nothing is lost. */
static void
begin_log(void)
{
	char *path = path_state("log"), *dir = path_dir(path);
	struct err e = {0};

	if (path_make_dir(dir, &e) == ST_OK)
		log_open(path);
	free(dir);
	free(path);
}

/* Only the default file is made by looking at it. */
static bool
may_create(const struct args *a)
{
	const char *env = getenv("CASELOAD_DB");

	return !a->start.db && !(env && *env) && !a->start.readonly &&
	    !a->start.restricted;
}

/* CASELOAD_SIZE=60x15: of a script's screen. */
static void
script_size(struct ui_opts *o)
{
	const char *size = getenv("CASELOAD_SIZE");

	if (size && sscanf(size, "%dx%d", &o->cols, &o->rows) != 2)
		o->cols = o->rows = 0;
}

static int
full_screen(const struct args *a)
{
	struct app_start start = a->start;
	struct ui_opts opts = {.script = a->script,
	    .out = getenv("CASELOAD_SCREENS"),
	    .mono = getenv("CASELOAD_MONO") != NULL,
	    .restricted = a->start.restricted};
	struct app app;
	struct err e = {0};
	enum status st;

	begin_log();
	script_size(&opts);
	start.create = may_create(a);
	st = app_open(&app, &start, &e);
	if (st == ST_OK) {
		opts.welcome = !app.readonly && lists_empty(&app);
		st = ui_run(&app, &opts, &e);
		app_close(&app);
	}
	log_close();
	if (st != ST_OK)
		cli_complain(e.text);
	return st == ST_OK ? EXIT_DONE : st == ST_USAGE ? EXIT_USAGE :
	    EXIT_FAILED;
}

/* Without a terminal: what is due, or how to begin. */
static int
no_screen(struct args *a)
{
	struct err e = {0};
	struct stat sb;
	char *path;
	bool there;

	if (app_db_path(&a->start, &path, &e) != ST_OK) {
		cli_complain(e.text);
		return EXIT_FAILED;
	}
	there = stat(path, &sb) == 0;
	free(path);
	if (there) {
		a->command = "agenda";
		return cli_run(a);
	}
	puts("Caseload has no database yet. On a terminal, caseload makes one; "
	    "so do\n"
	    "caseload init, and caseload demo with fictional data. Then: "
	    "caseload help.");
	return EXIT_DONE;
}

/* A session over SSH without words and without a terminal. */
static int
no_terminal(void)
{
	cli_complain(isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) ?
	    "What kind of terminal this is was not said: set TERM, as in"
	    " TERM=xterm-256color ssh -t HUB." :
	    "There is no terminal for the full-screen program: ssh -t"
	    " HUB asks for one; ssh HUB COMMAND needs none.");
	return EXIT_FAILED;
}

static bool
is_dumb(void)
{
	const char *term = getenv("TERM");

	return isatty(STDIN_FILENO) && term && strcmp(term, "dumb") == 0;
}

static bool
has_screen(void)
{
	const char *term = getenv("TERM");

	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && term &&
	    *term && strcmp(term, "dumb") != 0;
}

/* The locale the client named may not be on this machine. */
static void
begin_locale(bool hub)
{
	if (!setlocale(LC_ALL, "") && hub)
		setlocale(LC_CTYPE, "C.UTF-8");
}

/* What was typed: here, or by the client of a hub. */
static enum status
read_words(struct args *a, struct hub *hub, int argc, char *argv[],
    struct err *e)
{
	enum status st = ST_OK;
	bool session = hub_is_session(argc, argv);

	if (session)
		st = hub_begin(hub, a, argc, argv, e);
	begin_locale(session);
	if (st != ST_OK)
		return st;
	return session ? args_parse(a, hub->argc, hub->argv, e) :
	    args_parse(a, argc, argv, e);
}

int
main(int argc, char *argv[])
{
	struct args a = {0};
	struct hub hub = {0};
	struct err e = {0};
	int code = EXIT_DONE;

	a.start.check = keymap_check;
	a.start.terminal = term_facts;
	umask(077);
	signal(SIGXFSZ, SIG_IGN);	/* a write too many fails, and is told */
	if (read_words(&a, &hub, argc, argv, &e) != ST_OK) {
		cli_complain(e.text);
		fputs("Try: caseload help\n", stderr);
		code = EXIT_USAGE;
	} else if (a.version) {
		cli_version(stdout);
	} else if (a.command) {
		code = cli_run(&a);
	} else if (a.help) {
		cli_help(stdout, NULL);
	} else if (a.plain || is_dumb()) {
		code = plain_run(&a);
	} else if (a.script || has_screen()) {
		code = full_screen(&a);
	} else if (a.start.restricted) {
		code = no_terminal();
	} else {
		code = no_screen(&a);
	}
	args_clear(&a);
	hub_end(&hub);
	if (code == EXIT_DONE && (fflush(stdout) != 0 || ferror(stdout))) {
		(void)err_errno(&e, "cannot write the output");
		cli_complain(e.text);
		code = EXIT_FAILED;
	}
	return code;
}
