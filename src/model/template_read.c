/* template_read.c - templates of dated follow-ups read from CSV.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/entity.h"
#include "model/template.h"

#define FILE_NAME	"templates.csv"
#define HEADS		"template no offset task | title about anchor owner" \
	" benchmarks help"
#define WORD_MAX	40		/* characters */
#define TEXT_MAX	200
#define HELP_MAX	500

static void
clear_row(struct template_row *r)
{
	free(r->task);
	free(r->owner);
	free(r->benchmarks);
	free(r->help);
}

static void
clear_template(struct template *t)
{
	for (size_t i = 0; i < t->n; i++)
		clear_row(&t->v[i]);
	free(t->v);
	free(t->name);
	free(t->title);
	free(t->about);
	free(t->anchor);
}

void
templates_free(struct templates *ts)
{
	if (ts == NULL)
		return;
	for (size_t i = 0; i < ts->n; i++)
		clear_template(&ts->v[i]);
	free(ts->v);
	free(ts);
}

/* --- cells --------------------------------------------------------------- */

static enum status
check_text(const struct csv_table *t, size_t row, const char *head, size_t max,
    bool needed, struct err *e)
{
	const char *text = csv_table_cell(t, row, head);
	struct err why = { 0 };

	if (needed && text[0] == '\0')
		return csv_table_refuse(t, row, head, e, "it is missing");
	if (utf8_check(text, false, max, &why) != ST_OK)
		return csv_table_refuse(t, row, head, e, "%s", why.text);
	return ST_OK;
}

/* Words of letters, as the ids of entities are: those of a later release may
 * stand here too. */
static enum status
check_about(const struct csv_table *t, size_t row, struct err *e)
{
	const char *text = csv_table_cell(t, row, "about");

	if (text[strspn(text, "abcdefghijklmnopqrstuvwxyz_ ")] != '\0')
		return csv_table_refuse(t, row, "about", e, "kinds of record "
		    "are written school contact encounter");
	return ST_OK;
}

static enum status
read_benchmarks(const struct csv_table *t, size_t row, char **out,
    struct err *e)
{
	bool is[BENCHMARKS + 1] = { false };
	struct strs words = { 0 };
	enum status st = ST_OK;
	struct buf b;
	int64_t n;

	str_words(&words, csv_table_cell(t, row, "benchmarks"));
	for (size_t i = 0; i < words.n && st == ST_OK; i++) {
		if (str_int(words.v[i], 1, BENCHMARKS, &n))
			is[n] = true;
		else
			st = csv_table_refuse(t, row, "benchmarks", e,
			    "\"%.20s\" is no benchmark: write 1 to %d, blanks "
			    "between", words.v[i], BENCHMARKS);
	}
	strs_clear(&words);
	if (st != ST_OK)
		return st;
	buf_init(&b, BUF_LINE);
	for (int i = 1; i <= BENCHMARKS; i++)
		if (is[i])
			buf_addf(&b, "%s%d", b.n > 0 ? ", " : "", i);
	*out = buf_take(&b);
	return ST_OK;
}

static char *
lower(const char *s)
{
	char *copy = xstrdup(s);

	for (char *p = copy; *p != '\0'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
	return copy;
}

static enum status
read_cells(const struct csv_table *t, size_t row, struct template_row *r,
    struct err *e)
{
	const char *offset = csv_table_cell(t, row, "offset");
	struct err why = { 0 };
	enum status st;
	int64_t no;

	if ((st = check_text(t, row, "task", TEXT_MAX, true, e)) != ST_OK ||
	    (st = check_text(t, row, "owner", WORD_MAX, false, e)) != ST_OK ||
	    (st = check_text(t, row, "help", HELP_MAX, false, e)) != ST_OK)
		return st;
	if (!str_int(csv_table_cell(t, row, "no"), 1, TEMPLATE_ROWS_MAX, &no))
		return csv_table_refuse(t, row, "no", e, "a number, 1 to %d",
		    TEMPLATE_ROWS_MAX);
	if (offset_parse(offset, &r->offset, &why) != ST_OK)
		return csv_table_refuse(t, row, "offset", e, "%s", why.text);
	if ((st = read_benchmarks(t, row, &r->benchmarks, e)) != ST_OK)
		return st;
	r->no = (int)no;
	r->task = xstrdup(csv_table_cell(t, row, "task"));
	r->owner = lower(csv_table_cell(t, row, "owner"));
	r->help = xstrdup(csv_table_cell(t, row, "help"));
	return ST_OK;
}

/* --- templates ----------------------------------------------------------- */

static struct template *
named(struct templates *ts, const char *name)
{
	for (size_t i = 0; i < ts->n; i++)
		if (strcmp(ts->v[i].name, name) == 0)
			return &ts->v[i];
	return NULL;
}

/* What stands on the first line of a template, and may again on others. */
static enum status
read_head(const struct csv_table *t, size_t row, const char *head,
    char **value, struct err *e)
{
	const char *text = csv_table_cell(t, row, head);
	enum status st = check_text(t, row, head, TEXT_MAX, false, e);

	if (st != ST_OK)
		return st;
	if (*value == NULL)
		*value = xstrdup(text);
	else if (text[0] != '\0' && strcmp(text, *value) != 0)
		return csv_table_refuse(t, row, head, e, "the template's first "
		    "line says \"%.40s\"", *value);
	return ST_OK;
}

static enum status
read_heads(const struct csv_table *t, size_t row, struct template *out,
    struct err *e)
{
	enum status st;

	if ((st = read_head(t, row, "title", &out->title, e)) != ST_OK ||
	    (st = check_about(t, row, e)) != ST_OK ||
	    (st = read_head(t, row, "about", &out->about, e)) != ST_OK)
		return st;
	return read_head(t, row, "anchor", &out->anchor, e);
}

/* Rows stand by their numbers, wherever they were in the file. */
static enum status
put_row(const struct csv_table *t, size_t row, struct template *to,
    struct template_row r, struct err *e)
{
	size_t i = to->n;

	while (i > 0 && to->v[i - 1].no > r.no)
		i--;
	if (i > 0 && to->v[i - 1].no == r.no) {
		clear_row(&r);
		return csv_table_refuse(t, row, "no", e, "%d is there twice in "
		    "\"%.40s\"", r.no, to->name);
	}
	to->v = xreallocarray(to->v, to->n + 1, sizeof *to->v);
	memmove(to->v + i + 1, to->v + i, (to->n - i) * sizeof *to->v);
	to->v[i] = r;
	to->n++;
	return ST_OK;
}

static enum status
read_row(const struct csv_table *t, size_t row, struct templates *out,
    struct err *e)
{
	struct template_row r = { 0 };
	struct template *to;
	enum status st;
	char *name;

	st = check_text(t, row, "template", WORD_MAX, true, e);
	if (st != ST_OK)
		return st;
	name = lower(csv_table_cell(t, row, "template"));
	if ((to = named(out, name)) == NULL) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof *out->v);
		to = &out->v[out->n++];
		*to = (struct template){ .name = name };
	} else {
		free(name);
	}
	if ((st = read_heads(t, row, to, e)) != ST_OK)
		return st;
	if (to->title[0] == '\0') {
		free(to->title);
		to->title = xstrdup(to->name);
	}
	if ((st = read_cells(t, row, &r, e)) != ST_OK)
		return st;
	return put_row(t, row, to, r, e);
}

static enum status
read_file(const struct csv_source *src, struct templates **out, struct err *e)
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

/* Those of HUB into TS: in the place of the one of that name, or at the end. */
static void
merge(struct templates *ts, struct templates *hub)
{
	for (size_t i = 0; i < hub->n; i++) {
		struct template *old = named(ts, hub->v[i].name);

		if (old == NULL) {
			ts->v = xreallocarray(ts->v, ts->n + 1, sizeof *ts->v);
			old = &ts->v[ts->n++];
		} else {
			clear_template(old);
		}
		*old = hub->v[i];
	}
	hub->n = 0;
}

enum status
templates_read(const struct csv_source *hub, struct templates **out,
    struct err *e)
{
	struct csv_source shipped = csv_shipped(FILE_NAME);
	struct templates *own = NULL;
	enum status st = read_file(&shipped, out, e);

	if (st == ST_OK && hub != NULL && hub->text != NULL) {
		st = read_file(hub, &own, e);
		if (st == ST_OK)
			merge(*out, own);
		templates_free(own);
	}
	if (st != ST_OK) {
		templates_free(*out);
		*out = NULL;
	}
	return st;
}
