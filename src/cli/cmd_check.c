/* cmd_check.c - check and doctor: are the data and the installation whole.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/admin.h"
#include "app/backup.h"
#include "app/doctor.h"
#include "base/mem.h"
#include "base/str.h"
#include "cli/cli.h"
#include "cli/pick.h"

struct found {
	struct cli	*c;
	struct sheet	*sheet;
	uint64_t	 errors;
};

static void
tell(void *arg, const char *level, const char *what, const char *ref)
{
	struct found *f = arg;

	f->errors += str_eq(level, "error");
	sheet_row(f->sheet, (const char *const[]){ level, what, ref });
}

static enum status
look(struct cli *c, struct app *app, int *code, struct err *e)
{
	static const char *const heads[] = { "level", "what", "ref" };
	struct found f = { .c = c };
	enum format fmt;
	enum status st, end;

	if ((st = cli_format(c, &fmt, e)) != ST_OK)
		return st;
	f.sheet = sheet_new(c->out, fmt, heads, 3);
	st = admin_check(app, tell, &f, e);
	end = sheet_end(f.sheet, st == ST_OK ? e : NULL);
	if (st == ST_OK)
		st = end;
	if (f.errors > 0)
		*code = EXIT_FAILED;
	return st;
}

/* On stderr, so that the table of findings stays one. */
static void
say_done(void *arg, const char *text)
{
	cli_say(arg, "%s", text);
}

/* The damaged file stays; what could be saved is checked as any other. */
static enum status
rescue(struct cli *c, const char *file, int *code, struct err *e)
{
	struct app_start start = c->args->start;
	struct app app;
	char *out, *word;
	bool whole;
	enum status st;

	cli_say(c, "%s is damaged: what can be saved of it goes to a new file.",
	    file);
	if ((st = admin_rescue(file, &out, &whole, say_done, c, e)) != ST_OK)
		return st;
	start.db = out;
	if ((st = app_open(&app, &start, e)) == ST_OK) {
		st = look(c, &app, code, e);
		app_close(&app);
	}
	if (!whole && *code == EXIT_DONE)
		*code = EXIT_PART;
	word = str_shell(out);
	cli_say(c, "%s is as it was. To go on with what was saved:\n"
	    "caseload restore-backup %s", file, word);
	free(word);
	free(out);
	return st;
}

static enum status
repair(struct cli *c, struct app *app, bool *damaged, struct err *e)
{
	enum status st = backup_look(admin_path(app), NULL, e);

	if (st == ST_OK)
		st = admin_repair(app, say_done, c, e);
	*damaged = st == ST_CORRUPT;
	return st;
}

static enum status
opened(struct cli *c, bool *damaged, int *code, struct err *e)
{
	struct app app;
	enum status st = app_open(&app, &c->args->start, e);

	*damaged = st == ST_CORRUPT;
	if (st != ST_OK)
		return st;
	if (arg_has(c->args, "repair"))
		st = repair(c, &app, damaged, e);
	if (st == ST_OK)
		st = look(c, &app, code, e);
	app_close(&app);
	return st;
}

enum status
cmd_check(struct cli *c, int *code, struct err *e)
{
	bool mend = arg_has(c->args, "repair"), damaged;
	char *file;
	enum status st;

	if (mend && c->args->start.restricted)
		return err_set(e, ST_DENIED, "check --repair is for whoever has "
		    "the machine: it cannot be done over SSH.");
	if (mend && c->args->start.readonly)
		return err_set(e, ST_DENIED,
		    "This session is read only: nothing was changed.");
	if ((st = opened(c, &damaged, code, e)) == ST_NOT_FOUND)
		cli_hint_backup(c, e);
	if (!mend || !damaged ||
	    app_db_path(&c->args->start, &file, e) != ST_OK)
		return st;
	st = rescue(c, file, code, e);
	free(file);
	return st;
}

/* --- the installation ------------------------------------------------------- */

static void
tell_health(void *arg, enum doctor_level level, const char *what,
    const char *advice)
{
	struct found *f = arg;

	f->errors += level == DOCTOR_ERROR;
	sheet_row(f->sheet, (const char *const[]){ doctor_levels[level], what,
	    advice });
}

/* Line by line: a table would be read out row by row across its columns. */
static void
say_health(void *arg, enum doctor_level level, const char *what,
    const char *advice)
{
	struct found *f = arg;

	f->errors += level == DOCTOR_ERROR;
	pick_print(f->c->out, "%s: %s%s%s", doctor_levels[level], what,
	    *advice != '\0' ? " " : "", advice);
}

enum status
cmd_doctor(struct cli *c, int *code, struct err *e)
{
	static const char *const heads[] = { "level", "what", "do" };
	struct doctor_start from = { &c->args->start, NULL,
		c->args->start.terminal };
	const char *mode = arg_get(c->args, "journal");
	struct found f = { .c = c };
	enum format fmt;
	enum status st = ST_OK;

	if (mode != NULL && (st = doctor_set_journal(from.start, mode, e)) ==
	    ST_OK)
		pick_print(c->out, "The journal mode is %s.", mode);
	if (st != ST_OK || mode != NULL)
		return st;
	if (c->args->plain && !arg_has(c->args, "format")) {
		doctor_run(&from, say_health, &f);
	} else {
		if ((st = cli_format(c, &fmt, e)) != ST_OK)
			return st;
		f.sheet = sheet_new(c->out, fmt, heads, 3);
		doctor_run(&from, tell_health, &f);
		st = sheet_end(f.sheet, e);
	}
	if (f.errors > 0)
		*code = EXIT_FAILED;
	return st;
}
