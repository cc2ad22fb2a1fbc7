/* cmd_backup.c - backup, restore-backup.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <sys/stat.h>

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/admin.h"
#include "app/backup.h"
#include "app/place.h"
#include "base/mem.h"
#include "base/path.h"
#include "cli/cli.h"
#include "cli/pick.h"

static volatile sig_atomic_t stop;

static void
on_stop(int sig)
{
	stop = sig;
}

/* Per cent on a terminal; Ctrl-C leaves nothing behind. */
static bool
progress(void *arg, int done, int total)
{
	struct cli *c = arg;

	if (isatty(fileno(c->err)) && total > 0)
		fprintf(c->err, done < total ? "\r%3d %% " : "\r      \r",
		    (int)(100.0 * done / total));
	return stop == 0;
}

static void
stop_on_signals(void)
{
	struct sigaction sa = { .sa_handler = on_stop };

	stop = 0;
	sigaction(SIGINT, &sa, NULL);
	sigaction(SIGTERM, &sa, NULL);
	sigaction(SIGHUP, &sa, NULL);
}

static enum status
daily(struct cli *c, struct err *e)
{
	struct strs told = { 0 };
	enum status st = backup_daily(c->app, &told, progress, c, e);

	for (size_t i = 0; i < told.n; i++)
		pick_print(c->out, "%s", told.v[i]);
	strs_clear(&told);
	return st;
}

static enum status
to_file(struct cli *c, const char *typed, struct err *e)
{
	bool force = arg_has(c->args, "force");
	struct stat sb = { 0 };
	char *path, *said;
	enum status st = place_write(c->app, typed, force, &path, e);

	if (st != ST_OK)
		return st;
	(void)stat(admin_path(c->app), &sb);
	if ((st = place_room(c->app, (uint64_t)sb.st_size, e)) == ST_OK &&
	    (st = backup_to(c->app, path, force, progress, c, e)) == ST_OK) {
		said = c->app->restricted ? outbox_hint(typed) : xstrdup(path);
		pick_print(c->out, "%s", said);
		free(said);
	}
	free(path);
	return st;
}

enum status
cmd_backup(struct cli *c, int *code, struct err *e)
{
	const struct strs *pos = &c->args->pos;

	(void)code;
	if ((pos->n == 1) == arg_has(c->args, "daily") || pos->n > 1)
		return err_set(e, ST_USAGE, "backup takes a file to write, or "
		    "--daily");
	stop_on_signals();
	return pos->n == 0 ? daily(c, e) : to_file(c, pos->v[0], e);
}

/* --- put back ---------------------------------------------------------------- */

static enum status
ask(struct cli *c, const char *path, struct err *e)
{
	char answer[8] = "";

	if (arg_has(c->args, "yes"))
		return ST_OK;
	if (!isatty(STDIN_FILENO))
		return err_set(e, ST_USAGE, "restore-backup puts %s in the place"
		    " of all records: say --yes to be sure", path);
	fprintf(c->err, "Everything in the database is replaced by the backup;"
	    " undo does not reach it.\nA copy of what is there is kept. Go on?"
	    " (y/n) ");
	if (fgets(answer, sizeof answer, stdin) == NULL || (answer[0] != 'y' &&
	    answer[0] != 'Y'))
		return err_set(e, ST_INTERRUPTED, "stopped; nothing was"
		    " changed");
	return ST_OK;
}

/* What cannot be opened, or not be read: the file itself is replaced. */
static enum status
file_level(struct cli *c, const char *file, const char *path, struct err *e)
{
	char *kept = NULL;
	enum status st = backup_replace(file, path, &kept, e);

	if (st == ST_OK)
		pick_print(c->out, kept == NULL ? "Put back %s." : "Put back "
		    "%s. The damaged file is kept as %s.", path, kept);
	free(kept);
	return st;
}

static enum status
put_back(struct cli *c, const char *path, bool *damaged, struct err *e)
{
	struct app app;
	char *kept = NULL;
	enum status st = app_open(&app, &c->args->start, e);

	*damaged = st == ST_CORRUPT || st == ST_NOT_FOUND;
	if (st != ST_OK)
		return st;
	st = backup_restore(&app, path, &kept, progress, c, e);
	if (st == ST_OK) {
		pick_print(c->out, "Put back %s.", path);
		pick_print(c->out, "What was there is kept: caseload "
		    "restore-backup %s", kept);
	}
	*damaged = st == ST_CORRUPT && kept != NULL;
	free(kept);
	app_close(&app);
	return st;
}

enum status
cmd_restore_backup(struct cli *c, int *code, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	char *file = NULL;
	bool damaged = false;
	enum status st;

	(void)code;
	if (pos->n != 1)
		return err_set(e, ST_USAGE, "restore-backup takes one file");
	if (c->args->start.readonly)
		return err_set(e, ST_DENIED,
		    "This session is read only: nothing was changed.");
	if ((st = app_db_path(&c->args->start, &file, e)) != ST_OK)
		return st;
	if (path_same(pos->v[0], file))
		st = err_set(e, ST_INVALID, "%s is the database itself: name a"
		    " backup of it", pos->v[0]);
	if (st != ST_OK || (st = backup_look(pos->v[0], NULL, e)) != ST_OK ||
	    (st = ask(c, pos->v[0], e)) != ST_OK) {
		free(file);
		return st;
	}
	stop_on_signals();
	st = put_back(c, pos->v[0], &damaged, e);
	if (damaged)
		st = file_level(c, file, pos->v[0], e);
	free(file);
	return st;
}
