/* cmd_admin.c - init, demo, check, doctor, help.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/admin.h"
#include "app/demo.h"
#include "app/doctor.h"
#include "base/str.h"
#include "cli/cli.h"
#include "cli/pick.h"

enum status
cmd_init(struct cli *c, int *code, struct err *e)
{
	const char *name = arg_get(c->args, "name");
	enum status st;

	(void)code;
	if (name != NULL &&
	    (st = admin_set_name(c->app, name, e)) != ST_OK)
		return st;
	pick_print(c->out, "%s", admin_path(c->app));
	return ST_OK;
}

static bool
demo_progress(void *arg, uint64_t done, uint64_t total)
{
	struct cli *c = arg;

	if (isatty(fileno(c->err)) && total > 0)
		fprintf(c->err, "\r%3" PRIu64 " %% ", done * 100 / total);
	return false;
}

enum status
cmd_demo(struct cli *c, int *code, struct err *e)
{
	struct demo_opts o = { .progress = demo_progress, .arg = c };
	int64_t schools, years, seed;
	enum status st;

	(void)code;
	if ((st = arg_number(c->args, "schools", 1, 60000, 0, &schools, e)) !=
	    ST_OK || (st = arg_number(c->args, "years", 1, 10, 0, &years, e)) !=
	    ST_OK || (st = arg_number(c->args, "seed", 1, INT64_MAX, 0, &seed,
	    e)) != ST_OK)
		return st;
	o.schools = (int)schools;
	o.years = (int)years;
	o.seed = (uint64_t)seed;
	if ((st = demo_fill(c->app, &o, e)) != ST_OK)
		return st;
	fputs("Fictional demonstration data: try caseload list school, or"
	    " caseload undo to start clean.\n", c->out);
	return ST_OK;
}

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

enum status
cmd_check(struct cli *c, int *code, struct err *e)
{
	static const char *const heads[] = { "level", "what", "ref" };
	struct found f = { .c = c };
	enum format fmt;
	enum status st, end;

	if ((st = cli_format(c, &fmt, e)) != ST_OK)
		return st;
	f.sheet = sheet_new(c->out, fmt, heads, 3);
	st = admin_check(c->app, tell, &f, e);
	end = sheet_end(f.sheet, st == ST_OK ? e : NULL);
	if (st == ST_OK)
		st = end;
	if (f.errors > 0)
		*code = EXIT_FAILED;
	return st;
}

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

/* What one would ask of a kind of record: its fields, and what its form opens
 * with. */
static void
help_entity(FILE *to, const struct entity *ent)
{
	int width = 0;

	for (size_t i = 0; i < ent->nfields; i++)
		if ((int)strlen(ent->fields[i].id) > width)
			width = (int)strlen(ent->fields[i].id);
	fprintf(to, "%s: fields for add, set, list and filters.\n\n",
	    ent->plural);
	if (ent->says != NULL)
		fprintf(to, "%s\n\n", ent->says);
	for (size_t i = 0; i < ent->nfields; i++)
		if (!(ent->fields[i].flags & (FF_HIDDEN | FF_SYSTEM)))
			fprintf(to, "  %-*s  %s\n", width, ent->fields[i].id,
			    ent->fields[i].help);
}

enum status
cmd_help(struct cli *c, int *code, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	const struct entity *ent = pos->n == 1 ? entity_find(pos->v[0]) : NULL;
	bool command = pos->n == 0 || command_find(pos->v[0]) != NULL;

	(void)code;
	if (pos->n > 1)
		return err_set(e, ST_USAGE, "help takes one command");
	if (!command && ent == NULL)
		return err_set(e, ST_USAGE, "unknown command \"%s\"",
		    pos->v[0]);
	if (command)
		cli_help(c->out, pos->n > 0 ? pos->v[0] : NULL);
	if (command && ent != NULL)
		fputc('\n', c->out);
	if (ent != NULL)
		help_entity(c->out, ent);
	return ST_OK;
}
