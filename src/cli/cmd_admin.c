/* cmd_admin.c - init, demo, check, doctor, help.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/admin.h"
#include "app/backup.h"
#include "app/demo.h"
#include "base/str.h"
#include "cli/cli.h"
#include "cli/pick.h"

/* Of a database that was in its place, and may have been lost. */
static void
tell_backups(struct cli *c)
{
	struct strs backups = { 0 };
	char *word;

	backup_list(admin_path(c->app), &backups);
	if (backups.n > 0 && c->app->first_seq == 0) {
		word = str_shell(backups.v[0]);
		pick_print(c->err, "caseload: there is a backup of what was"
		    " there: caseload restore-backup %s.", word);
		free(word);
	}
	strs_clear(&backups);
}

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
	tell_backups(c);
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
