/* cli.c - find the command, open the database, run it, say what went wrong.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/cli.h"

#include <inttypes.h>
#include <langinfo.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/backup.h"
#include "app/lists.h"
#include "app/may.h"
#include "app/record.h"
#include "app/synced.h"
#include "base/buf.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/utf8.h"
#include "cli/pick.h"
#include "config.h"

#define MAY(verb)	(((unsigned)DO_##verb + 1) << CMD_MAY_SHIFT)

const struct command commands[] = {
#define CMD(name, fn, options, flags, usage, help) \
	{ name, options, flags, usage, help, fn },
#include "cli/cmds.def"
	{ NULL, NULL, 0, NULL, NULL, NULL },
};

const struct command *
command_find(const char *name)
{
	const struct command *c;

	for (c = commands; c->name != NULL; c++)
		if (str_eq(c->name, name))
			return c;
	return NULL;
}

/* All text is hostile: a sentence may quote what was typed or imported. */
static void
say_line(FILE *to, const char *text)
{
	struct strs lines = { 0 };
	char *safe;
	size_t i;

	str_split(&lines, text, '\n');
	for (i = 0; i < lines.n; i++) {
		safe = utf8_printable(lines.v[i],
		    str_eq(nl_langinfo(CODESET), "UTF-8"));
		fprintf(to, "%s%s\n", i == 0 ? "caseload: " : "  ", safe);
		free(safe);
	}
	strs_clear(&lines);
}

void
cli_complain(const char *text)
{
	say_line(stderr, text);
}

void
cli_say(struct cli *c, const char *fmt, ...)
{
	va_list ap;
	char *text;
	struct buf b;

	va_start(ap, fmt);
	buf_init(&b, BUF_LINE);
	buf_addv(&b, fmt, ap);
	va_end(ap);
	text = buf_take(&b);
	say_line(c->err, text);
	free(text);
}

enum status
cli_format(struct cli *c, enum format *out, struct err *e)
{
	const char *word = arg_get(c->args, "format");

	if (word != NULL)
		return format_parse(word, out, e);
	*out = isatty(fileno(c->out)) ? FMT_TABLE : FMT_TSV;
	return ST_OK;
}

static int
usage_error(const struct err *e, const struct command *c)
{
	say_line(stderr, e->text);
	fprintf(stderr, c != NULL ? "Try: caseload help %s\n" :
	    "Try: caseload help\n", c != NULL ? c->name : "");
	return EXIT_USAGE;
}

static enum status
unknown_command(const char *name, struct err *e)
{
	const char *names[64], *near;
	size_t n = 0;

	for (n = 0; commands[n].name != NULL && n < 64; n++)
		names[n] = commands[n].name;
	near = str_nearest(name, names, n);
	return err_set(e, ST_USAGE, "unknown command \"%s\"%s%s%s", name,
	    near != NULL ? "; did you mean " : "", near != NULL ? near : "",
	    near != NULL ? "?" : "");
}

/* What is of no use to the user goes to the log. */
static void
log_detail(const struct err *e)
{
	char *path, *dir;

	if (e->detail[0] == '\0')
		return;
	path = path_state("log");
	dir = path_dir(path);
	if (path_make_dir(dir, NULL) == ST_OK)
		log_open(path);
	free(dir);
	log_line("%s [%s]", e->text, e->detail);
	log_close();
	free(path);
}

/* What failed came after the save: who types it again has it twice. WORKED:
 * only the output failed. */
static bool
say_saved(struct cli *c, bool worked, struct err *e)
{
	const struct command *cmd = command_find(c->args->command);
	char *label, *said;

	if (c->app == NULL)
		return false;
	if ((label = step_last_label(c->app)) == NULL && worked &&
	    (cmd->flags & CMD_CREATE) != 0) {
		(void)pick_hint("The database is made all the same.", e);
		return true;
	}
	if (label == NULL)
		return false;
	said = xasprintf("It is saved all the same, as step %" PRId64 ": %s.",
	    step_last(c->app), label);
	(void)pick_hint(said, e);
	free(said);
	free(label);
	return true;
}

/* A warning, never a block. */
static void
say_special(struct cli *c)
{
	for (size_t i = 0; i < c->app->special->n; i++)
		cli_say(c, "%s", c->app->special->v[i]);
	strs_clear(c->app->special);
	c->app->special = c->app->minded = c->app->odd = NULL;
}

static int
finish(struct cli *c, enum status st, int code, struct err *e)
{
	bool saved, worked = st == ST_OK;

	if (c->app != NULL)
		say_special(c);

	if (c->app != NULL && c->app->notice != NULL)
		say_line(c->err, c->app->notice);
	if (st == ST_OK && (fflush(c->out) != 0 || ferror(c->out)))
		st = err_errno(e, "cannot write the output");
	if (st == ST_OK)
		return code;
	saved = say_saved(c, worked, e);
	log_detail(e);
	say_line(c->err, e->text);
	return st == ST_USAGE ? EXIT_USAGE : saved ? EXIT_PART : EXIT_FAILED;
}

/* Before a save, and only then: looking is safe anywhere. */
static void
warn_synced(struct cli *c)
{
	char *warning = synced_warning(c->app, false);

	if (warning != NULL)
		cli_say(c, "%s", warning);
	free(warning);
}

/* Another save is under way: who looks on is told. */
static enum waiting
on_wait(void *arg, int waited_ms)
{
	bool *told = arg;

	if (waited_ms >= 300 && !*told && isatty(STDERR_FILENO))
		cli_complain("waiting for another save...");
	*told = *told || waited_ms >= 300;
	return WAIT_ON;
}

void
cli_hint_backup(struct cli *c, struct err *e)
{
	struct strs all = { 0 };
	char *file = NULL, *said;

	if (!c->args->start.restricted &&
	    app_db_path(&c->args->start, &file, NULL) == ST_OK)
		backup_list(file, &all);
	if (all.n > 0) {
		said = xasprintf("Its newest backup can be put back: caseload "
		    "restore-backup %s", all.v[0]);
		(void)pick_hint(said, e);
		free(said);
	}
	strs_clear(&all);
	free(file);
}

/* May the command begin? Who may change nothing at all is told which role does
 * this; others are told where it is done. */
static enum status
may_begin(const struct app *app, const struct command *cmd,
    const struct args *a, struct err *e)
{
	unsigned verb = cmd->flags >> CMD_MAY_SHIFT;
	const struct entity *ent = entity_find(cmd->name);
	enum status st = app_may_write(app, e);
	char *kind;

	if (st == ST_OK || app->readonly || verb == 0)
		return st;
	if (ent == NULL && a->pos.n > 0) {
		kind = xstrndup(a->pos.v[0], strcspn(a->pos.v[0], "/"));
		ent = entity_find(kind);
		free(kind);
	}
	err_clear(e);
	st = may_do(app, (enum may_verb)(verb - 1), ent, e);
	return st != ST_OK ? st : app_may_write(app, e);
}

/* Commands that make the database do; any other needs it there. */
static int
with_database(const struct command *cmd, const struct args *a)
{
	struct app app;
	struct cli c = { .args = a, .out = stdout, .err = stderr };
	struct app_start start = a->start;
	struct strs special = { 0 };
	struct err e = { 0 };
	enum status st;
	int code = EXIT_DONE;
	bool told = false;

	start.create = (cmd->flags & CMD_CREATE) != 0 && !start.readonly;
	if ((st = app_open(&app, &start, &e)) == ST_OK) {
		c.app = &app;
		lists_wait(&app, on_wait, &told);
		app.special = app.minded = app.odd = &special;
		if (cmd->flags & CMD_WRITES)
			st = may_begin(&app, cmd, a, &e);
		if ((cmd->flags & CMD_WRITES) && st == ST_OK)
			warn_synced(&c);
		if (st == ST_OK)
			st = cmd->run(&c, &code, &e);
	} else if (st == ST_NOT_FOUND) {
		cli_hint_backup(&c, &e);
	}
	code = finish(&c, st, code, &e);
	if (c.app != NULL && st != ST_OK)
		app_unmake(&app);
	else if (c.app != NULL)
		app_close(&app);
	if (st == ST_USAGE)
		fprintf(stderr, "Try: caseload help %s\n", cmd->name);
	return code;
}

int
cli_run(const struct args *a)
{
	const struct command *cmd = command_find(a->command);
	struct cli c = { .args = a, .out = stdout, .err = stderr };
	struct err e = { 0 };
	int code = EXIT_DONE;
	enum status st;

	if (cmd == NULL) {
		(void)unknown_command(a->command, &e);
		return usage_error(&e, NULL);
	}
	if (a->help) {
		cli_help(stdout, cmd->name);
		return EXIT_DONE;
	}
	if ((cmd->flags & CMD_LOCAL) && a->start.restricted) {
		(void)err_set(&e, ST_USAGE, "%s is not for a session over SSH:"
		    " whoever keeps the hub runs it there.", cmd->name);
		return usage_error(&e, cmd);
	}
	if ((cmd->flags & CMD_ALONE) && a->pos.n > 0) {
		(void)err_set(&e, ST_USAGE, "%s takes no \"%s\"", cmd->name,
		    a->pos.v[0]);
		return usage_error(&e, cmd);
	}
	if ((cmd->flags & CMD_NO_DB) == 0)
		return with_database(cmd, a);
	st = cmd->run(&c, &code, &e);
	code = finish(&c, st, code, &e);
	if (st == ST_USAGE)
		fprintf(stderr, "Try: caseload help\n");
	return code;
}

void
cli_version(FILE *to)
{
	fprintf(to, "%s %s\n", PACKAGE_NAME, PACKAGE_VERSION);
	fputs("Licence GPL-3.0-or-later: "
	    "<https://gnu.org/licenses/gpl.html>\n"
	    "This is free software: you may change and share it.  "
	    "There is no warranty.\n", to);
}

/* Length of the first sentence, its full stop apart: the rest is for help of
 * the command alone. */
static int
first_sentence(const char *help)
{
	const char *end = strstr(help, ". ");
	size_t n = end != NULL ? (size_t)(end - help) : strlen(help);

	return (int)(n > 0 && help[n - 1] == '.' ? n - 1 : n);
}

void
cli_help(FILE *to, const char *name)
{
	const struct command *c = name != NULL ? command_find(name) : NULL;

	if (c != NULL) {
		fprintf(to, "Usage: caseload %s %s\n\n%s\n", c->name, c->usage,
		    c->help);
		if (c->run == cmd_log)
			cli_log_examples(to);
		return;
	}
	fputs("Usage: caseload [options] [command [arguments]]\n\n"
	    "Without a command, on a terminal: the full-screen program.\n\n"
	    "Commands\n", to);
	for (c = commands; c->name != NULL; c++)
		fprintf(to, "  %-9s %.*s.\n", c->name, first_sentence(c->help),
		    c->help);
	fputs("\nOptions\n"
	    "  --db FILE       the database\n"
	    "  --config FILE   the settings\n"
	    "  --user NAME     who is writing\n"
	    "  --today DATE    what today means, YYYY-MM-DD\n"
	    "  --readonly      look, change nothing\n"
	    "  --plain         line mode, for screen readers\n"
	    "  --help, --version\n\n"
	    "caseload help COMMAND explains a command, caseload help case the "
	    "fields of cases.\n", to);
}
