/* cmd_io.c - import and export.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/import.h"
#include "app/place.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/path.h"
#include "cli/cli.h"
#include "cli/pick.h"

static volatile sig_atomic_t interrupted;

static void
on_interrupt(int sig)
{
	(void)sig;
	interrupted = 1;
}

static void
say(void *arg, const char *line)
{
	pick_print(((struct cli *)arg)->err, "%s", line);
}

/* A line that is written over, on a terminal only, after the first second. */
static bool
progress(void *arg, uint64_t done, uint64_t total, uint64_t rows)
{
	struct cli *c = arg;
	static int64_t began;
	int64_t now = clock_monotonic_ms();

	if (began == 0)
		began = now;
	if (now - began > 1000 && isatty(fileno(c->err)))
		fprintf(c->err, "\r%3" PRIu64 " %%  %" PRIu64 " rows, %" PRIu64
		    " a second  (Ctrl-C leaves nothing behind) ",
		    total > 0 ? done * 100 / total : 0, rows,
		    rows * 1000 / (uint64_t)(now - began));
	return interrupted != 0;
}

static enum status
check_match(struct cli *c, bool *names, struct err *e)
{
	const char *word = arg_get(c->args, "match");

	*names = word != NULL;
	if (word != NULL && !str_eq(word, "names"))
		return err_set(e, ST_USAGE, "--match: \"%s\" is not known;"
		    " write --match names", word);
	return ST_OK;
}

enum status
cmd_import(struct cli *c, int *code, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	struct import_result r = { 0 };
	struct import_opts o = {
		.dry_run = arg_has(c->args, "dry-run"),
		.map = arg_get(c->args, "map"),
		.rejects = arg_get(c->args, "rejects"),
		.force = arg_has(c->args, "force"),
		.say = say, .progress = progress, .arg = c,
	};
	struct sigaction act = { .sa_handler = on_interrupt }, old;
	enum status st;

	if (pos->n != 2)
		return err_set(e, ST_USAGE, "import takes a kind and a file:"
		    " caseload import schools FILE.csv");
	if ((st = check_match(c, &o.match_names, e)) != ST_OK)
		return st;
	sigemptyset(&act.sa_mask);
	sigaction(SIGINT, &act, &old);
	st = import_file(c->app, pos->v[0], pos->v[1], &o, &r, e);
	sigaction(SIGINT, &old, NULL);
	if (st != ST_OK)
		return st;
	if (o.dry_run)
		cli_say(c, "%s", "Dry run: nothing was imported.");
	fprintf(c->out, "%s: %" PRIu64 " added, %" PRIu64 " updated, %" PRIu64
	    " unchanged, %" PRIu64 " rejected\n", r.ent->ids, r.added,
	    r.updated, r.unchanged, r.rejected);
	if (r.rejected > 0)
		*code = r.added + r.updated + r.unchanged > 0 ? EXIT_PART :
		    EXIT_FAILED;
	return ST_OK;
}

/* Written beside the target, then renamed; nothing is overwritten unasked. */
static enum status
export_to(struct cli *c, const struct list_spec *spec, enum format fmt,
    const char *path, struct err *e)
{
	struct path_file *f;
	char *place;
	enum status st;

	if (path == NULL || str_eq(path, "-"))
		return export_list(c->app, spec, fmt, 0, c->out, NULL, e);
	st = place_write(c->app, path, arg_has(c->args, "force"), &place, e);
	if (st != ST_OK)
		return st;
	st = path_begin(place, arg_has(c->args, "force"), &f, e);
	free(place);
	if (st != ST_OK)
		return st;
	st = export_list(c->app, spec, fmt, 0, path_stream(f), NULL, e);
	if (st == ST_IO && ferror(path_stream(f)))
		st = err_errno(e, "cannot write %s", path);
	if (st == ST_OK)
		st = place_room(c->app, (uint64_t)ftello(path_stream(f)), e);
	return path_end(f, st, e);
}

static enum status
export_all(struct cli *c, enum format fmt, struct err *e)
{
	const char *dir = arg_get(c->args, "output");
	enum status st;
	int i;

	if (dir == NULL)
		return err_set(e, ST_USAGE, "export all needs -o FOLDER");
	if ((st = place_folder(c->app, dir, "export one kind of record at a"
	    " time, as in ssh HUB export school > school.csv", e)) != ST_OK ||
	    (st = path_make_dir(dir, e)) != ST_OK)
		return st;
	for (i = 0; st == ST_OK && i < ENT_MAX; i++) {
		struct list_spec spec;
		char *name, *path;

		st = pick_spec(c, entities[i], (char *[]){
		    (char *)(uintptr_t)"archived:any" }, 1, &spec, e);
		if (st != ST_OK)
			return st;
		st = pick_columns(c, fmt, &spec, e);
		name = xasprintf("%s.%s", entities[i]->id,
		    fmt == FMT_JSON ? "json" : "csv");
		path = path_join(dir, name);
		if (st == ST_OK)
			st = export_to(c, &spec, fmt, path, e);
		free(name);
		free(path);
		pick_spec_clear(&spec);
	}
	return st;
}

/* Archived rows too, unless the filter says something about them. */
static void
with_archived(struct list_spec *spec, const struct strs *pos)
{
	size_t i;

	for (i = 1; i < pos->n; i++)
		if (strstr(pos->v[i], "archived:") != NULL)
			return;
	((struct filter *)(uintptr_t)spec->filter)->archived = 2;
}

enum status
cmd_export(struct cli *c, int *code, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	const char *word = arg_get(c->args, "format");
	const struct entity *ent;
	struct list_spec spec;
	enum format fmt = FMT_CSV;
	enum status st;

	(void)code;
	if (pos->n == 0)
		return err_set(e, ST_USAGE, "export what? caseload export"
		    " encounter -o FILE.csv");
	if (word == NULL && arg_has(c->args, "output") &&
	    str_ends(arg_get(c->args, "output"), ".json"))
		word = "json";
	if (word != NULL && (st = format_parse(word, &fmt, e)) != ST_OK)
		return st;
	if (fmt != FMT_CSV && fmt != FMT_JSON)
		return err_set(e, ST_USAGE, "export writes csv or json; "
		    "list prints a %s", word);
	if (arg_has(c->args, "output") &&
	    str_empty(arg_get(c->args, "output")))
		return err_set(e, ST_USAGE, "-o needs the name of a file");
	if (str_eq(pos->v[0], "all"))
		return export_all(c, fmt, e);
	if ((st = pick_entity(pos->v[0], &ent, e)) != ST_OK ||
	    (st = pick_spec(c, ent, pos->v + 1, pos->n - 1, &spec, e)) != ST_OK)
		return st;
	with_archived(&spec, pos);
	st = pick_columns(c, fmt, &spec, e);
	if (st == ST_OK)
		st = export_to(c, &spec, fmt, arg_get(c->args, "output"), e);
	pick_spec_clear(&spec);
	return st;
}
