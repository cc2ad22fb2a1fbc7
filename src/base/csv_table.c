/* csv_table.c - read a small file of rules, and what its cells say.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/csv_table.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/mem.h"
#include "base/shipped.h"
#include "base/utf8.h"

#define MAX_SIZE	(1u << 20)	/* bytes */

struct csv_source
csv_shipped(const char *name)
{
	const struct shipped *file = shipped_find(name);

	assert(file != NULL);
	return (struct csv_source){
		.name = name, .text = (const char *)file->data,
		.size = file->size,
	};
}

static enum status
refuse_at(const struct csv_table *t, uint64_t line, struct err *e,
    const char *sentence)
{
	return err_set(e, ST_INVALID, "%s:%ju: %s", t->name, (uintmax_t)line,
	    sentence);
}

/* The cells of a row, cleaned and checked. */
static enum status
take_cells(const struct csv_table *t, const struct csv_row *row,
    struct strs *out, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < row->n && st == ST_OK; i++) {
		strs_take(out, utf8_clean(row->cell[i]));
		st = utf8_check(out->v[i], false, 0, e);
	}
	if (st != ST_OK)
		(void)err_prefix(e, "%s:%ju: ", t->name, (uintmax_t)row->line);
	else if (row->bad_byte)
		st = refuse_at(t, row->line, e, "a byte that is no letter: "
		    "save it as CSV UTF-8");
	return st;
}

/* The words of HEADS before and after its "|". */
static void
split_heads(const char *heads, struct strs *must, struct strs *may)
{
	struct strs sides = { 0 };

	str_split(&sides, heads, '|');
	str_words(must, sides.v[0]);
	if (sides.n > 1)
		str_words(may, sides.v[1]);
	strs_clear(&sides);
}

static enum status
check_heads(const struct csv_table *t, uint64_t line, const char *heads,
    struct err *e)
{
	struct strs must = { 0 }, may = { 0 }, seen = { 0 };
	enum status st = ST_OK;

	split_heads(heads, &must, &may);
	for (size_t i = 0; i < t->heads.n && st == ST_OK; i++) {
		const char *h = t->heads.v[i];

		if (!strs_has(&must, h) && !strs_has(&may, h))
			st = err_set(e, ST_INVALID, "%s:%ju: no column "
			    "\"%.40s\" is known here: %s", t->name,
			    (uintmax_t)line, h, heads);
		else if (strs_has(&seen, h))
			st = err_set(e, ST_INVALID, "%s:%ju: the column "
			    "\"%s\" is there twice", t->name, (uintmax_t)line,
			    h);
		strs_add(&seen, h);
	}
	for (size_t i = 0; i < must.n && st == ST_OK; i++)
		if (!strs_has(&seen, must.v[i]))
			st = err_set(e, ST_INVALID, "%s:%ju: the column "
			    "\"%s\" is missing", t->name, (uintmax_t)line,
			    must.v[i]);
	strs_clear(&must);
	strs_clear(&may);
	strs_clear(&seen);
	return st;
}

static void
take_row(struct csv_table *t, uint64_t line, struct strs *cells)
{
	struct csv_table_row *r;

	t->v = xreallocarray(t->v, t->n + 1, sizeof *t->v);
	r = &t->v[t->n++];
	while (cells->n < t->heads.n)
		strs_add(cells, "");
	r->line = line;
	r->cell = cells->v;		/* and with it the cells */
	*cells = (struct strs){ 0 };
}

/* Empty cells at the end are not there. */
static void
cut_empty(struct strs *cells)
{
	while (cells->n > 0 && *cells->v[cells->n - 1] == '\0')
		free(cells->v[--cells->n]);
}

static enum status
read_row(struct csv_table *t, const struct csv_row *row, const char *heads,
    struct err *e)
{
	struct strs cells = { 0 };
	enum status st = take_cells(t, row, &cells, e);

	cut_empty(&cells);
	if (st != ST_OK || cells.n == 0 || cells.v[0][0] == '#') {
		;
	} else if (t->heads.n == 0) {
		t->heads = cells;
		cells = (struct strs){ 0 };
		st = check_heads(t, row->line, heads, e);
	} else if (cells.n > t->heads.n) {
		st = refuse_at(t, row->line, e, "more cells than headings: put "
		    "a cell that holds a comma in quotation marks");
	} else {
		take_row(t, row->line, &cells);
	}
	strs_clear(&cells);
	return st;
}

enum status
csv_table_read(const struct csv_source *src, const char *heads,
    struct csv_table *out, struct err *e)
{
	struct csv_file *f = NULL;
	struct csv_row row;
	bool more = true;
	enum status st;

	*out = (struct csv_table){ .name = xstrdup(src->name) };
	st = src->size > MAX_SIZE ?
	    refuse_at(out, 1, e, "more than 1 MB: too much for a table of "
	    "rules") : csv_open_text(src->name, src->text, src->size, &f, e);
	while (st == ST_OK && more) {
		st = csv_next(f, &row, &more, e);
		if (st == ST_OK && more)
			st = read_row(out, &row, heads, e);
	}
	if (st == ST_OK && out->heads.n == 0)
		st = refuse_at(out, 1, e, "its first line should hold the "
		    "headings");
	csv_close(f);
	if (st != ST_OK)
		csv_table_clear(out);
	return st;
}

void
csv_table_clear(struct csv_table *t)
{
	for (size_t i = 0; i < t->n; i++) {
		for (size_t c = 0; c < t->heads.n; c++)
			free(t->v[i].cell[c]);
		free(t->v[i].cell);
	}
	free(t->v);
	free(t->name);
	strs_clear(&t->heads);
	*t = (struct csv_table){ 0 };
}

const char *
csv_table_cell(const struct csv_table *t, size_t row, const char *head)
{
	for (size_t c = 0; c < t->heads.n; c++)
		if (strcmp(t->heads.v[c], head) == 0)
			return t->v[row].cell[c];
	return "";
}

enum status
csv_table_refuse(const struct csv_table *t, size_t row, const char *head,
    struct err *e, const char *fmt, ...)
{
	char text[1024];
	va_list ap;

	va_start(ap, fmt);
	if (vsnprintf(text, sizeof text, fmt, ap) < 0)
		text[0] = '\0';
	va_end(ap);
	return err_set(e, ST_INVALID, "%s:%ju: %s: %s", t->name,
	    (uintmax_t)t->v[row].line, head, text);
}
