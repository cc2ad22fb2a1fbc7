/* export.c - records out as table, csv, tsv or json.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/export.h"

#include <stdlib.h>

#include "app/export_json.h"
#include "app/record.h"
#include "app/text.h"
#include "base/clock.h"
#include "base/csv.h"
#include "base/mem.h"
#include "base/str.h"

#define SLICE_MS	100	/* no lock is held for longer */

/* One list on its way out. */
struct export {
	struct app	*app;
	const struct list_spec *spec;
	enum format	 fmt;
	int64_t		 limit, done;	/* 0: no limit */
	FILE		*to;
	struct sheet	*sheet;		/* table, csv, tsv */
	char		**cells;	/* of the row at hand */
	struct buf	 text;
	struct list_page page;		/* table */
	bool		 reading;	/* a read transaction is open … */
	int64_t		 since_ms;	/* … since then */
};

size_t
export_fields(const struct entity *ent, int **out)
{
	size_t n = 0;

	*out = xcalloc(ent->nfields + 1, sizeof **out);
	for (unsigned derived = 0; derived < 2; derived++)
		for (size_t f = 0; f < ent->nfields; f++) {
			unsigned flags = ent->fields[f].flags;

			if (((flags & FF_DERIVED) != 0) == derived)
				(*out)[n++] = (int)f;
		}
	return n;
}

/* A table shows the list's headings; files carry ids, ref first. */
static void
begin(struct export *x)
{
	const struct list_spec *s = x->spec;
	const char **heads = xcalloc(s->ncols + 1, sizeof *heads);
	size_t n = 0;

	x->cells = xcalloc(s->ncols + 1, sizeof *x->cells);
	buf_init(&x->text, 4 * BUF_ROW);
	if (x->fmt != FMT_TABLE)
		heads[n++] = "ref";
	for (size_t i = 0; i < s->ncols; i++) {
		const struct field *f = &s->ent->fields[s->cols[i]];

		heads[n++] = x->fmt == FMT_TABLE ? field_head(f) : f->id;
	}
	if (x->fmt != FMT_JSON)
		x->sheet = sheet_new(x->to, x->fmt, heads, n);
	free(heads);
}

static enum status
end(struct export *x, enum status st, struct err *e)
{
	enum status wrote = ST_OK;
	struct err why = { 0 };

	if (x->sheet != NULL)
		wrote = sheet_end(x->sheet, &why);
	else if (fputs(x->done == 0 ? "[]\n" : "\n]\n", x->to) == EOF ||
	    fflush(x->to) != 0 || ferror(x->to))
		wrote = err_errno(&why, "cannot write the output");
	if (st == ST_OK && wrote != ST_OK) {
		st = wrote;
		if (e != NULL)
			*e = why;
	}
	list_clear(&x->page);
	free(x->cells);
	buf_clear(&x->text);
	return st;
}

/* The cells one after another in x->text, each with its terminator. */
static void
put_row(struct export *x, const struct row *r)
{
	const struct list_spec *s = x->spec;
	size_t *at = xcalloc(s->ncols + 1, sizeof *at);

	buf_reset(&x->text);
	if (x->fmt == FMT_JSON) {
		buf_add(&x->text, x->done == 0 ? "[\n" : ",\n");
		export_json(x->app, r, s->cols, s->ncols, &x->text);
		export_json_put(&x->text, x->to);
	} else {
		ref_text(x->app, r->ent, r->id, &x->text);
		for (size_t i = 0; i < s->ncols; i++) {
			buf_addn(&x->text, "", 1);
			at[i + 1] = x->text.n;
			value_text(x->app, r, s->cols[i], &x->text);
		}
		for (size_t i = 0; i <= s->ncols; i++)
			x->cells[i] = x->text.p + at[i];
		sheet_row(x->sheet, (const char *const *)x->cells);
	}
	x->done++;
	free(at);
}

/* A transaction for every read took four fifths of the time; but others must
 * get to save in between. */
static enum status
slice(struct export *x, struct err *e)
{
	enum status st = ST_OK;

	if (x->reading && clock_monotonic_ms() - x->since_ms > SLICE_MS) {
		db_read_end(x->app->db);
		x->reading = false;
	}
	if (!x->reading && !db_in_transaction(x->app->db)) {
		st = db_read_begin(x->app->db, e);
		x->reading = st == ST_OK;
		x->since_ms = clock_monotonic_ms();
	}
	return st;
}

static enum status
put_record(void *arg, int64_t id, struct err *e)
{
	struct export *x = arg;
	struct row *r = NULL;
	bool found = true;
	enum status st;

	if (x->limit > 0 && x->done == x->limit)
		return ST_INTERRUPTED;
	if ((st = slice(x, e)) != ST_OK)
		return st;
	if (x->fmt == FMT_TABLE) {
		st = list_one(x->app->db, x->spec, id, &x->page, &found, e);
		if (st == ST_OK && found && x->page.n > 0) {
			sheet_row(x->sheet,
			    (const char *const *)x->page.row[0].cell);
			x->done++;
		}
		return st;
	}
	if ((st = record_load(x->app, x->spec->ent, id, &r, e)) == ST_OK)
		put_row(x, r);
	row_free(r);
	return st == ST_NOT_FOUND ? ST_OK : st;	/* undone meanwhile */
}

enum status
export_list(struct app *app, const struct list_spec *spec, enum format fmt,
    int64_t limit, FILE *to, int64_t *rows, struct err *e)
{
	struct export x = {
		.app = app, .spec = spec, .limit = limit, .to = to,
		.fmt = fmt == FMT_TEXT ? FMT_TABLE : fmt,
	};
	struct err why = { 0 };
	enum status st;

	begin(&x);
	st = list_each(app->db, spec, put_record, &x, &why);
	if (x.reading)
		db_read_end(app->db);
	if (st == ST_INTERRUPTED && limit > 0 && x.done == limit)
		st = ST_OK;
	if (st != ST_OK && e != NULL)
		*e = why;
	if (rows != NULL)
		*rows = x.done;
	return end(&x, st, e);
}

enum status
export_row(struct app *app, const struct list_spec *spec,
    const struct row *r, enum format fmt, FILE *to, struct err *e)
{
	struct export x = {
		.app = app, .spec = spec, .to = to,
		.fmt = fmt == FMT_TABLE || fmt == FMT_TEXT ? FMT_TSV : fmt,
	};

	begin(&x);
	put_row(&x, r);
	return end(&x, ST_OK, e);
}
