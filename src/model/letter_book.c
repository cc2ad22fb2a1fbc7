/* letter_book.c - wordings of notices read from CSV.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/letter_book.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/letter.h"

#define FILE_NAME	"notice-templates.csv"
#define HEADS		"template title body | attempt role"
#define WORD_MAX	40		/* characters */
#define TITLE_MAX	200
#define BODY_MAX	10000
#define ATTEMPT_MAX	99

static void
clear_form(struct letter_form *f)
{
	free(f->name);
	free(f->title);
	free(f->body);
	free(f->role);
}

void
letter_book_free(struct letter_book *b)
{
	if (b == NULL)
		return;
	for (size_t i = 0; i < b->n; i++)
		clear_form(&b->v[i]);
	free(b->v);
	free(b);
}

static struct letter_form *
named(const struct letter_book *b, const char *name)
{
	for (size_t i = 0; i < b->n; i++)
		if (str_ieq(b->v[i].name, name))
			return &b->v[i];
	return NULL;
}

const struct letter_form *
letter_book_find(const struct letter_book *b, const char *name)
{
	return named(b, name);
}

const struct letter_form *
letter_book_attempt(const struct letter_book *b, int attempt)
{
	const struct letter_form *best = NULL;

	for (size_t i = 0; i < b->n; i++)
		if (b->v[i].attempt > 0 && b->v[i].attempt <= attempt &&
		    (best == NULL || b->v[i].attempt >= best->attempt))
			best = &b->v[i];
	return best;
}

/* --- reading ------------------------------------------------------------- */

static const struct {
	const char *head;
	size_t	 max;
	bool	 needed;
} cells[] = {
	{ "template", WORD_MAX, true },
	{ "title", TITLE_MAX, true },
	{ "body", BODY_MAX, true },
	{ "role", WORD_MAX, false },
};

/* A cell is one line: \n in it begins another. */
static char *
with_lines(const char *s)
{
	struct buf b;

	buf_init(&b, BUF_ROW);
	for (; *s != '\0'; s++) {
		if (s[0] == '\\' && s[1] == 'n') {
			buf_addc(&b, '\n');
			s++;
		} else {
			buf_addc(&b, *s);
		}
	}
	return buf_take(&b);
}

static enum status
check_cells(const struct csv_table *t, size_t row, struct err *e)
{
	for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
		const char *text = csv_table_cell(t, row, cells[i].head);
		struct err why = { 0 };

		if (cells[i].needed && text[0] == '\0')
			return csv_table_refuse(t, row, cells[i].head, e,
			    "it is missing");
		if (utf8_check(text, false, cells[i].max, &why) !=
		    ST_OK || letter_check(text, &why) != ST_OK)
			return csv_table_refuse(t, row, cells[i].head, e, "%s",
			    why.text);
	}
	return ST_OK;
}

static enum status
read_row(const struct csv_table *t, size_t row, struct letter_book *b,
    struct err *e)
{
	const char *name = csv_table_cell(t, row, "template");
	const char *attempt = csv_table_cell(t, row, "attempt");
	int64_t n = 0;
	enum status st = check_cells(t, row, e);

	if (st != ST_OK)
		return st;
	if (attempt[0] != '\0' && !str_int(attempt, 1, ATTEMPT_MAX, &n))
		return csv_table_refuse(t, row, "attempt", e, "a number, 1 to "
		    "%d, or nothing", ATTEMPT_MAX);
	if (named(b, name) != NULL)
		return csv_table_refuse(t, row, "template", e, "\"%s\" is there"
		    " twice", name);
	b->v = xreallocarray(b->v, b->n + 1, sizeof *b->v);
	b->v[b->n++] = (struct letter_form){ .name = xstrdup(name),
	    .title = xstrdup(csv_table_cell(t, row, "title")),
	    .body = with_lines(csv_table_cell(t, row, "body")),
	    .role = xstrdup(csv_table_cell(t, row, "role")),
	    .attempt = (int)n };
	return ST_OK;
}

static enum status
read_file(const struct csv_source *src, struct letter_book **out,
    struct err *e)
{
	struct csv_table t;
	enum status st = csv_table_read(src, HEADS, &t, e);

	*out = xcalloc(1, sizeof **out);
	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < t.n && st == ST_OK; i++)
		st = read_row(&t, i, *out, e);
	csv_table_clear(&t);
	return st;
}

/* Those of HUB into B: in the place of the one of that name, or at the end. */
static void
merge(struct letter_book *b, struct letter_book *hub)
{
	for (size_t i = 0; i < hub->n; i++) {
		struct letter_form *old = named(b, hub->v[i].name);

		if (old == NULL) {
			b->v = xreallocarray(b->v, b->n + 1, sizeof *b->v);
			old = &b->v[b->n++];
		} else {
			clear_form(old);
		}
		*old = hub->v[i];
	}
	hub->n = 0;
}

enum status
letter_book_read(const struct csv_source *hub, struct letter_book **out,
    struct err *e)
{
	struct csv_source shipped = csv_shipped(FILE_NAME);
	struct letter_book *own = NULL;
	enum status st = read_file(&shipped, out, e);

	if (st == ST_OK && hub != NULL && hub->text != NULL) {
		st = read_file(hub, &own, e);
		if (st == ST_OK)
			merge(*out, own);
		letter_book_free(own);
	}
	if (st != ST_OK) {
		letter_book_free(*out);
		*out = NULL;
	}
	return st;
}
