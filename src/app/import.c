/* import.c - a CSV file in: two passes over it, one step.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first pass reads to the end, so that a file with a quote never closed is
 * refused before anything is written, and lets the reader look at every row.
 * The second writes within one transaction whose pages are held back, so that
 * others wait only for the commit.
 */
#include "app/import.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/importer.h"
#include "app/may.h"
#include "app/place.h"
#include "app/record.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/path.h"
#include "db/db.h"
#include "db/search.h"
#include "db/steps.h"

#define PROGRESS_MS	200
#define PROGRESS_ROWS	32	/* the clock is asked once in so many rows */

/* The first that knows the file reads it; the sheet takes what is left. */
static const struct import_reader *const readers[] = {
	&import_gias, &import_employers, &import_sheet,
};

/* A heading as compared: blanks at the ends, a mark and case aside. */
int
import_column(const struct importer *imp, const char *name)
{
	for (size_t i = 0; i < imp->heads.n; i++)
		if (str_ieq(imp->heads.v[i], name))
			return (int)i;
	return -1;
}

const char *
import_cell(const struct csv_row *row, int col)
{
	if (col < 0 || (size_t)col >= row->n)
		return NULL;
	return row->cell[col] = str_trim(row->cell[col]);
}

bool
import_rejects(enum status st)
{
	return st == ST_INVALID || st == ST_NOT_FOUND ||
	    st == ST_AMBIGUOUS || st == ST_CONFLICT || st == ST_DENIED;
}

static void
say_at(struct importer *imp, const char *field, const char *kind,
    const char *words)
{
	size_t n = strlen(field);
	char *line;

	if (imp->opt->say == NULL)
		return;
	if (n > 0 && strncmp(words, field, n) == 0 && words[n] == ':')
		field = "";		/* the sentence names it already */
	line = xasprintf("%s:%ju: %s%s%s%s", imp->file, (uintmax_t)imp->line,
	    field, *field != '\0' ? ": " : "", kind, words);
	imp->opt->say(imp->opt->arg, line);
	free(line);
}

void
import_warn(struct importer *imp, const char *field, const char *fmt, ...)
{
	char words[2048];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(words, sizeof words, fmt, ap);
	va_end(ap);
	imp->res->warnings++;
	say_at(imp, field, "warning: ", words);
}

/* What a note had better not say is told by its line. */
static enum status
save_row(struct importer *imp, const struct row *base, struct row *r,
    struct err *e)
{
	struct strs found = { 0 }, *was = imp->app->special;
	struct strs *odd = imp->app->odd;
	enum status st;

	imp->app->special = &found;
	imp->app->odd = imp->reader == &import_gias ? NULL : &found;	/* it tells */
	imp->app->minded = NULL;	/* what was long ago, by many */
	st = base == NULL ? record_add(imp->app, r, e) :
	    record_change(imp->app, base, r, NULL, e);
	imp->app->special = was;
	imp->app->odd = odd;
	for (size_t i = 0; i < found.n && st == ST_OK; i++)
		import_warn(imp, "", "%s", found.v[i]);
	strs_clear(&found);
	return st;
}

enum status
import_add(struct importer *imp, struct row *r, struct err *e)
{
	struct err near = { 0 };
	enum status st = ST_OK;

	if (imp->ent->no != ENT_school && !imp->ours)
		st = record_near(imp->app, r, &near);
	if (st != ST_OK && !import_rejects(st)) {
		*e = near;
		return st;
	}
	if ((st = save_row(imp, NULL, r, e)) == ST_OK && near.st != ST_OK)
		import_warn(imp, near.field, "added, but %s", near.text);
	return st;
}

static bool
is_unchanged(const struct row *base, const struct row *mine)
{
	size_t f = 0;

	while (f < base->ent->nfields && row_same(base, mine, (int)f))
		f++;
	return f == base->ent->nfields;
}

/* Is it once more what BASE says, with what follows from it: a word that is
 * kept as the register writes it? */
static bool
says_nothing(const struct importer *imp, const struct row *base,
    const struct row *mine)
{
	struct row *whole;
	bool same = is_unchanged(base, mine);

	if (same || base->ent->derive == NULL)
		return same;
	whole = row_copy(mine);
	base->ent->derive(base, whole, imp->app->today);
	same = is_unchanged(base, whole);
	row_free(whole);
	return same;
}

enum status
import_change(struct importer *imp, const struct row *base, struct row *mine,
    enum import_verdict *out, struct err *e)
{
	if (says_nothing(imp, base, mine)) {
		*out = IMP_UNCHANGED;
		return ST_OK;
	}
	*out = IMP_UPDATED;
	return save_row(imp, base, mine, e);
}

static enum status
tell_progress(struct importer *imp, uint64_t base, uint64_t rows,
    struct err *e)
{
	int64_t now;

	if (imp->opt->progress == NULL || imp->rows % PROGRESS_ROWS != 0)
		return ST_OK;
	now = clock_monotonic_ms();
	if (now - imp->told_ms < PROGRESS_MS)
		return ST_OK;
	imp->told_ms = now;
	if (imp->opt->progress(imp->opt->arg, base + csv_at(imp->csv),
	    2 * csv_size(imp->csv), rows))
		return err_set(e, ST_INTERRUPTED,
		    "%s: stopped; nothing was imported", imp->file);
	return ST_OK;
}

/* Asked while nobody writes the pipe that is to be read. */
static bool
is_stopped(void *arg)
{
	const struct import_opts *o = arg;

	return o->progress != NULL && o->progress(o->arg, 0, 0, 0);
}

/* The next row of data, *MORE false at the end; a first one is its heading. */
static enum status
next_row(struct importer *imp, struct csv_row *row, bool *more, struct err *e)
{
	enum status st = csv_next(imp->csv, row, more, e);

	if (st != ST_OK || !*more)
		return st;
	imp->line = row->line;
	imp->rows++;
	if (imp->guarded)
		for (size_t i = 0; i < row->n; i++)
			csv_unguard(row->cell[i]);
	return ST_OK;
}

static enum status
read_heads(struct importer *imp, struct err *e)
{
	struct csv_row row;
	bool more;
	enum status st = csv_next(imp->csv, &row, &more, e);
	size_t empty = 0;

	if (st != ST_OK)
		return st;
	if (!more)
		return err_set(e, ST_INVALID, "%s: the file holds no row: its "
		    "first line should hold the headings", imp->file);
	imp->line = imp->head_line = row.line;
	if (row.bad_byte)
		return err_set(e, ST_INVALID, "%s:%ju: byte 0x%02X stands for "
		    "nothing in Windows-1252: save the file as CSV UTF-8",
		    imp->file, (uintmax_t)row.line, row.bad_value);
	for (size_t i = 0; i < row.n; i++) {
		strs_take(&imp->heads, str_trimmed(row.cell[i]));
		empty += str_empty(row.cell[i]);
	}
	if (empty == row.n)
		return err_set(e, ST_INVALID, "%s:%ju: no headings: the first "
		    "line should name the columns", imp->file,
		    (uintmax_t)row.line);
	imp->ours = import_column(imp, "ref") >= 0 && imp->opt->map == NULL;
	imp->guarded = imp->ours || str_eq(imp->heads.v[0], REJECTS_REASON);
	return ST_OK;
}

static enum status
first_pass(struct importer *imp, struct err *e)
{
	const struct import_reader *rd = imp->reader;
	struct csv_row row;
	enum status st;
	bool more;

	for (;;) {
		if ((st = next_row(imp, &row, &more, e)) != ST_OK)
			return st;
		if (!more)
			break;
		if (rd->survey != NULL &&
		    (rd->cells_apart || !row.bad_byte) &&
		    (st = rd->survey(imp, &row, e)) != ST_OK)
			return st;
		if ((st = tell_progress(imp, 0, 0, e)) != ST_OK)
			return st;
	}
	return rd->surveyed != NULL ? rd->surveyed(imp, e) : ST_OK;
}

enum status
import_bad_byte(const struct importer *imp, const struct csv_row *row,
    struct err *e)
{
	return err_field(e, ST_INVALID, row->bad_cell < imp->heads.n ?
	    imp->heads.v[row->bad_cell] : "",
	    "byte 0x%02X stands for nothing in Windows-1252: type the cell "
	    "again, or save the file as CSV UTF-8", row->bad_value);
}

/* What is wrong with a row whatever its reader. */
static enum status
check_row(const struct importer *imp, const struct csv_row *row,
    struct err *e)
{
	if (row->bad_byte && !imp->reader->cells_apart)
		return import_bad_byte(imp, row, e);
	if (imp->tail_repeats)
		return ST_OK;
	for (size_t i = imp->heads.n; i < row->n; i++)
		if (!str_empty(row->cell[i]))
			return err_field(e, ST_INVALID, "row",
			    "%zu cells below %zu headings: the row is shifted",
			    row->n, imp->heads.n);
	return ST_OK;
}

static void
count(struct import_result *res, enum import_verdict v)
{
	switch (v) {
	case IMP_ADDED:
		res->added++;
		break;
	case IMP_UPDATED:
		res->updated++;
		break;
	case IMP_UNCHANGED:
		res->unchanged++;
		break;
	}
}

static enum status
second_pass(struct importer *imp, struct buf *rejects, struct err *e)
{
	struct csv_row row;
	enum status st;
	bool more;

	imp->rows = 0;
	if ((st = csv_rewind(imp->csv, e)) != ST_OK ||
	    (st = csv_next(imp->csv, &row, &more, e)) != ST_OK)
		return st;
	for (;;) {
		enum import_verdict v = IMP_UNCHANGED;
		struct err why = { 0 };

		if ((st = next_row(imp, &row, &more, e)) != ST_OK || !more)
			return st;
		if ((st = check_row(imp, &row, &why)) == ST_OK)
			st = import_row(imp, &row, &v, &why);
		if (st == ST_OK) {
			count(imp->res, v);
		} else if (import_rejects(st)) {
			imp->res->rejected++;
			say_at(imp, why.field, "", why.text);
			if (imp->opt->rejects != NULL)
				rejects_row(imp, &row, &why, rejects);
		} else {
			*e = why;
			return st;
		}
		if ((st = tell_progress(imp, csv_size(imp->csv), imp->rows,
		    e)) != ST_OK)
			return st;
	}
}

/* Once more, for what named rows further down. A row that fails now is here
 * already, but for that: it is told, and nothing is counted. */
static enum status
third_pass(struct importer *imp, struct err *e)
{
	struct csv_row row;
	enum status st;
	bool more;

	if (imp->reader->again == NULL || !imp->reader->again(imp))
		return ST_OK;
	if ((st = csv_rewind(imp->csv, e)) != ST_OK ||
	    (st = csv_next(imp->csv, &row, &more, e)) != ST_OK)
		return st;
	for (;;) {
		enum import_verdict v;
		struct err why = { 0 };

		if ((st = next_row(imp, &row, &more, e)) != ST_OK || !more)
			return st;
		st = import_row(imp, &row, &v, &why);
		if (import_rejects(st)) {
			import_warn(imp, "", "left out: %s", why.text);
		} else if (st != ST_OK) {
			*e = why;
			return st;
		}
	}
}

static enum status
write_rejects(struct importer *imp, const struct buf *text, struct err *e)
{
	if (imp->opt->rejects == NULL || imp->res->rejected == 0)
		return ST_OK;
	if (buf_over(text))
		return err_set(e, ST_INVALID, "%s: too many rejected rows for "
		    "one file", imp->opt->rejects);
	return place_put(imp->app, imp->opt->rejects, text->p, text->n,
	    imp->opt->force, e);
}

/* Both passes and the step between. */
static enum status
run(struct importer *imp, struct err *e)
{
	struct buf rejects;
	char *label = NULL;
	enum status st = first_pass(imp, e);

	if (st != ST_OK)
		return st;
	buf_init(&rejects, BUF_FILE);
	rejects_head(imp, &rejects);
	db_hold_pages(imp->app->db, true);
	search_near_hold(imp->app->db, imp->ent);
	if ((st = step_begin(imp->app, e)) == ST_OK) {
		st = steps_next(imp->app->db, &imp->first_seq, e);
		imp->first_seq--;
		if (st == ST_OK)
			st = second_pass(imp, &rejects, e);
		if (st == ST_OK)
			st = third_pass(imp, e);
		if (st == ST_OK)
			st = write_rejects(imp, &rejects, e);
		label = xasprintf(IMPORT_LABEL "%s: %ju added, %ju updated",
		    imp->ent->ids, (uintmax_t)imp->res->added,
		    (uintmax_t)imp->res->updated);
		if (st == ST_OK && imp->opt->dry_run) {
			struct err quiet;

			st = step_end(imp->app, ST_INTERRUPTED, label, &quiet);
			st = st == ST_INTERRUPTED ? ST_OK : st;
		} else if ((st = step_end(imp->app, st, label, e)) == ST_OK) {
			imp->res->step = step_last(imp->app);
		}
	}
	search_near_release(imp->app->db);
	db_hold_pages(imp->app->db, false);
	buf_clear(&rejects);
	free(label);
	return st;
}

static enum status
find_entity(const char *kind, const struct entity **out, struct err *e)
{
	const char *near;

	*out = entity_find(kind);
	if (*out != NULL)
		return ST_OK;
	near = entity_nearest(kind);
	if (near != NULL)
		return err_set(e, ST_USAGE,
		    "no kind of record is called \"%s\"; did you mean %s?",
		    kind, near);
	return err_set(e, ST_USAGE, "no kind of record is called \"%s\"",
	    kind);
}

/* Sooner refused than after a long import. */
static enum status
check_rejects_file(struct app *app, const struct import_opts *o,
    struct err *e)
{
	struct stat sb;
	char *path;
	bool there;
	enum status st;

	if (o->rejects == NULL)
		return ST_OK;
	if ((st = place_write(app, o->rejects, o->force, &path, e)) != ST_OK)
		return st;
	there = lstat(path, &sb) == 0;
	free(path);
	if (!there || o->force)
		return ST_OK;
	return err_set(e, ST_INVALID, "%s exists already: name another file "
	    "for the rejected rows, or add --force", o->rejects);
}

enum status
import_file(struct app *app, const char *kind, const char *path,
    const struct import_opts *opt, struct import_result *res, struct err *e)
{
	struct import_result counts = { 0 };
	struct import_opts own = *opt;
	struct importer imp = {
		.app = app, .opt = opt, .file = path, .res = &counts,
	};
	enum status st;

	if ((st = find_entity(kind, &imp.ent, e)) != ST_OK ||
	    (st = app_may_write(app, e)) != ST_OK ||
	    (st = may_do(app, DO_IMPORT, imp.ent, e)) != ST_OK ||
	    (st = place_read(app, path, e)) != ST_OK ||
	    (st = check_rejects_file(app, opt, e)) != ST_OK ||
	    (st = csv_open_until(path, is_stopped, &own, &imp.csv, e)) !=
	    ST_OK)
		return st;
	counts.ent = imp.ent;
	imp.parse = app_parse(app, DATE_LAST);
	if (str_eq(path, "-"))
		st = place_sent(app, e);
	if (st == ST_OK && (st = read_heads(&imp, e)) == ST_OK) {
		for (size_t i = 0; imp.reader == NULL; i++)
			if (readers[i]->knows(&imp))
				imp.reader = readers[i];
		if ((st = imp.reader->begin(&imp, e)) == ST_OK)
			st = run(&imp, e);
		imp.reader->end(&imp);
	}
	csv_close(imp.csv);
	strs_clear(&imp.heads);
	hashset_clear(&imp.spoken);
	if (st == ST_OK)
		*res = counts;
	return st;
}
