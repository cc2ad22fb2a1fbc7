/* report_data.c - a report's document as csv and json, a value a row.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/report_out.h"
#include "app/text.h"
#include "base/csv.h"
#include "base/date.h"
#include "base/json.h"
#include "base/mem.h"

/* One value with its place. */
struct datum {
	const char	*section;
	size_t		 row;
	const char	*item, *figure;
	const char	*value;
	bool		 number;	/* of a column of figures */
	const struct report_cell *cell;	/* NULL: not from a block */
};

typedef void (*put_fn)(void *, const struct datum *);

static char *
figure_name(const struct report_col *c)
{
	return c->over[0] == '\0' ? xstrdup(c->head) :
	    xasprintf("%s %s", c->over, c->head);
}

/* In pairs and tables the first column names the row and is no value. */
static void
each_of_block(const struct report_block *b, put_fn put, void *arg)
{
	bool named = b->kind == REPORT_PAIRS || b->kind == REPORT_TABLE;
	size_t i, c, first = named && b->ncols > 1 ? 1 : 0;

	for (i = 0; i < report_rows(b); i++) {
		const struct report_cell *row = &b->cell[i * b->ncols];

		for (c = first; c < b->ncols; c++) {
			char *figure = figure_name(&b->col[c]);

			put(arg, &(struct datum){ b->title, i + 1,
			    first > 0 ? row[0].text : "", figure, row[c].text,
			    b->col[c].right, &row[c] });
			free(figure);
		}
	}
}

static void
each_datum(const struct report *r, put_fn put, void *arg)
{
	struct buf left;
	char day[11];
	size_t i;

	day_iso(r->day, day);
	put(arg, &(struct datum){ "report", 1, "title", "", r->title, false,
	    NULL });
	put(arg, &(struct datum){ "report", 2, "date", "", day, false, NULL });
	for (i = 0; i < r->source.n; i++)
		put(arg, &(struct datum){ "report", 3 + i, "source", "",
		    r->source.v[i], false, NULL });
	for (i = 0; i < r->n; i++)
		if (!r->block[i].ours && !r->block[i].page)
			each_of_block(&r->block[i], put, arg);
	for (i = 0; i < r->notes.n; i++)
		put(arg, &(struct datum){ "notes", i + 1, "", "",
		    r->notes.v[i], false, NULL });
	buf_init(&left, BUF_LINE);
	report_left_out(r, &left);
	if (left.n > 0)
		put(arg, &(struct datum){ "notes", i + 1, "", "", left.p,
		    false, NULL });
	buf_clear(&left);
}

/* The one table of a flat report. */
static const struct report_block *
only_table(const struct report *r)
{
	for (size_t i = 0; r->flat && i < r->n; i++)
		if (r->block[i].kind == REPORT_TABLE)
			return &r->block[i];
	return NULL;
}

void
report_opener(struct app *app, const struct report_cell *c, struct buf *out)
{
	if (c == NULL || c->ent == NULL)
		return;
	if (c->id != 0) {
		buf_add(out, "show ");
		ref_text(app, c->ent, c->id, out);
	} else {
		buf_addf(out, "list %s %s", c->ent->id,
		    c->filter != NULL ? c->filter : "");
	}
}

/* --- csv ----------------------------------------------------------------- */

static void
csv_datum(void *arg, const struct datum *d)
{
	struct buf *out = arg;

	csv_cell(out, d->section, true);
	buf_addf(out, ",%zu,", d->row);
	csv_cell(out, d->item, true);
	buf_addc(out, ',');
	csv_cell(out, d->figure, true);
	buf_addc(out, ',');
	csv_cell(out, d->value, true);
	buf_addc(out, '\n');
}

static void
csv_table(const struct report_block *b, struct buf *out)
{
	const char *gap = "";

	for (size_t c = 0; c < b->ncols; c++) {
		char *name = figure_name(&b->col[c]);

		if (!b->col[c].page) {
			buf_add(out, gap);
			csv_cell(out, name, true);
			gap = ",";
		}
		free(name);
	}
	for (size_t i = 0; i < report_rows(b) * b->ncols; i++) {
		if (i % b->ncols == 0)
			gap = "\n";
		if (b->col[i % b->ncols].page)
			continue;
		buf_add(out, gap);
		csv_cell(out, b->cell[i].text, true);
		gap = ",";
	}
	buf_addc(out, '\n');
}

void
report_to_csv(struct app *app, const struct report *r, struct buf *out)
{
	const struct report_block *b = only_table(r);

	(void)app;
	if (b != NULL) {
		csv_table(b, out);
		return;
	}
	buf_add(out, "section,row,item,figure,value\n");
	each_datum(r, csv_datum, out);
}

/* --- json ---------------------------------------------------------------- */

struct json {
	struct app	*app;
	struct buf	*out;
	bool		 any;
};

/* A figure that is a plain number is one; "51-74", "?" and "." are text. */
static void
json_value(struct buf *out, const char *v, bool number)
{
	int64_t n;

	if (*v == '\0')
		buf_add(out, "null");
	else if (number && str_int(v, -INT64_C(999999999),
	    INT64_C(999999999), &n) && (v[0] != '0' || v[1] == '\0'))
		buf_add(out, v);
	else
		json_string(out, v);
}

static void
begin_object(struct json *j)
{
	buf_add(j->out, j->any ? ",\n{" : "[\n{");
	j->any = true;
}

static void
json_datum(void *arg, const struct datum *d)
{
	struct json *j = arg;
	bool first = true;
	struct buf opens;

	begin_object(j);
	json_key(j->out, "section", &first);
	json_string(j->out, d->section);
	json_key(j->out, "row", &first);
	buf_addf(j->out, "%zu", d->row);
	json_key(j->out, "item", &first);
	json_string(j->out, d->item);
	json_key(j->out, "figure", &first);
	json_string(j->out, d->figure);
	json_key(j->out, "value", &first);
	json_value(j->out, d->value, d->number);
	buf_init(&opens, BUF_ROW);
	report_opener(j->app, d->cell, &opens);
	json_key(j->out, "opens", &first);
	json_value(j->out, opens.p, false);
	buf_clear(&opens);
	buf_addc(j->out, '}');
}

static void
json_table(struct json *j, const struct report_block *b)
{
	for (size_t i = 0; i < report_rows(b); i++) {
		bool first = true;

		begin_object(j);
		for (size_t c = 0; c < b->ncols; c++) {
			char *name;

			if (b->col[c].page)
				continue;
			name = figure_name(&b->col[c]);
			json_key(j->out, name, &first);
			json_value(j->out, b->cell[i * b->ncols + c].text,
			    b->col[c].right);
			free(name);
		}
		buf_addc(j->out, '}');
	}
}

void
report_to_json(struct app *app, const struct report *r, struct buf *out)
{
	const struct report_block *b = only_table(r);
	struct json j = { app, out, false };

	if (b != NULL)
		json_table(&j, b);
	else
		each_datum(r, json_datum, &j);
	buf_add(out, j.any ? "\n]\n" : "[]\n");
}
