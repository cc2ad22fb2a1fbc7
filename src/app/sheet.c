/* sheet.c - rows of cells written as table, csv, tsv or json.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * To a terminal go only characters that are safe there, in whatever format.
 * A table is as wide as its first rows need; later ones may stand out.
 */
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/export.h"
#include "app/export_json.h"
#include "base/buf.h"
#include "base/csv.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

#define TABLE_ROWS	200	/* rows held to learn the widths from */
#define TABLE_GAP	2

struct sheet {
	FILE		*to;
	enum format	 fmt;
	size_t		 n;		/* columns */
	char		**heads;
	char		*kinds;		/* NULL: all strings */
	uint64_t	 rows;
	struct buf	 line;
	char		**held;		/* of a table: cells not yet written */
	size_t		 nheld;		/* rows of them */
	int		*width;		/* known once rows are no longer held */
	bool		 utf8;
	bool		 tty;		/* csv and tsv are read by a person */
};

enum status
format_parse(const char *word, enum format *out, struct err *e)
{
	static const char *const words[] = {
		[FMT_TABLE] = "table", [FMT_CSV] = "csv", [FMT_TSV] = "tsv",
		[FMT_JSON] = "json", [FMT_TEXT] = "text",
	};

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (str_ieq(word, words[i])) {
			*out = (enum format)i;
			return ST_OK;
		}
	return err_set(e, ST_USAGE, "\"%s\" is no format: table, csv, tsv or "
	    "json", word);
}

struct sheet *
sheet_new(FILE *to, enum format fmt, const char *const *heads, size_t n)
{
	struct sheet *s = xcalloc(1, sizeof *s);

	s->to = to;
	s->fmt = fmt;
	s->n = n;
	s->heads = xcalloc(n + 1, sizeof *s->heads);
	for (size_t i = 0; i < n; i++)
		s->heads[i] = xstrdup(heads[i]);
	buf_init(&s->line, 4 * BUF_ROW);
	s->utf8 = str_ieq(nl_langinfo(CODESET), "UTF-8");
	s->tty = isatty(fileno(to));
	if (fmt == FMT_CSV || fmt == FMT_TSV)
		sheet_row(s, heads);
	s->rows = 0;
	return s;
}

void
sheet_kinds(struct sheet *s, const char *kinds)
{
	free(s->kinds);
	s->kinds = xstrdup(kinds);
}

static void
write_line(struct sheet *s)
{
	fwrite(s->line.p, 1, s->line.n, s->to);
	buf_reset(&s->line);
}

/* A tab or line break would end the cell: they are written \t, \n, \\. Other
 * controls, which a pipe may well bring to a terminal, are \u001b. */
static void
tsv_cell(struct buf *out, const char *s)
{
	for (; *s != '\0'; s++)
		switch (*s) {
		case '\t':
			buf_add(out, "\\t");
			break;
		case '\n':
			buf_add(out, "\\n");
			break;
		case '\\':
			buf_add(out, "\\\\");
			break;
		case '\xc2':		/* U+0080 to U+009F, in two bytes */
			if ((unsigned char)s[1] - 0x80u < 0x20)
				buf_addf(out, "\\u%04x", (unsigned char)*++s);
			else
				buf_addc(out, *s);
			break;
		default:
			if ((unsigned char)*s < ' ' || *s == 0x7f)
				buf_addf(out, "\\u%04x", (unsigned char)*s);
			else
				buf_addc(out, *s);
		}
}

static void
json_row(struct sheet *s, const char *const *cells)
{
	bool first = true;

	buf_add(&s->line, s->rows == 0 ? "[\n{" : ",\n{");
	for (size_t i = 0; i < s->n; i++) {
		char kind = s->kinds != NULL ? s->kinds[i] : 's';
		const char *v = cells[i] != NULL ? cells[i] : "";

		json_key(&s->line, s->heads[i], &first);
		if (kind == 's' || (kind == 'd' && *v != '\0'))
			json_string(&s->line, v);
		else if (*v == '\0')
			buf_add(&s->line, "null");
		else if (kind == 'b')
			buf_add(&s->line, str_eq(v, "yes") ? "true" : "false");
		else
			buf_add(&s->line, v);
	}
	buf_addc(&s->line, '}');
	export_json_put(&s->line, s->to);
	buf_reset(&s->line);
}

static void
table_line(struct sheet *s, const char *const *cells)
{
	size_t last = s->n;

	while (last > 0 && str_empty(cells[last - 1]))
		last--;
	for (size_t i = 0; i < last; i++) {
		int pad = s->width[i] + TABLE_GAP - utf8_width(cells[i]);

		buf_add(&s->line, cells[i]);
		if (i + 1 == last)
			break;
		for (; pad > 0; pad--)
			buf_addc(&s->line, ' ');
	}
	buf_addc(&s->line, '\n');
	write_line(s);
}

/* The widths are known now: write the headings and what was held. */
static void
table_flush(struct sheet *s)
{
	char **heads;

	if (s->width != NULL)
		return;
	s->width = xcalloc(s->n + 1, sizeof *s->width);
	heads = xcalloc(s->n + 1, sizeof *heads);
	for (size_t i = 0; i < s->n; i++) {
		heads[i] = utf8_printable(s->heads[i], s->utf8);
		s->width[i] = utf8_width(heads[i]);
	}
	for (size_t i = 0; i < s->nheld * s->n; i++) {
		int w = utf8_width(s->held[i]);

		if (w > s->width[i % s->n])
			s->width[i % s->n] = w;
	}
	if (s->nheld > 0)
		table_line(s, (const char *const *)heads);
	for (size_t i = 0; i < s->nheld; i++)
		table_line(s, (const char *const *)&s->held[i * s->n]);
	for (size_t i = 0; i < s->nheld * s->n; i++)
		free(s->held[i]);
	for (size_t i = 0; i < s->n; i++)
		free(heads[i]);
	free(heads);
	s->nheld = 0;
}

static void
table_row(struct sheet *s, const char *const *cells)
{
	char **safe;

	if (s->held == NULL)
		s->held = xcalloc(TABLE_ROWS * s->n + 1, sizeof *s->held);
	safe = s->held + s->nheld * s->n;
	for (size_t i = 0; i < s->n; i++)
		safe[i] = utf8_printable(cells[i] != NULL ? cells[i] : "",
		    s->utf8);
	if (s->width != NULL) {
		table_line(s, (const char *const *)safe);
		for (size_t i = 0; i < s->n; i++)
			free(safe[i]);
	} else if (++s->nheld == TABLE_ROWS) {
		table_flush(s);
	}
}

void
sheet_row(struct sheet *s, const char *const *cells)
{
	switch (s->fmt) {
	case FMT_CSV:
	case FMT_TSV:
		for (size_t i = 0; i < s->n; i++) {
			const char *v = cells[i] != NULL ? cells[i] : "";
			char *safe = s->tty ? utf8_printable(v, s->utf8) : NULL;

			if (i > 0)
				buf_addc(&s->line, s->fmt == FMT_CSV ? ',' :
				    '\t');
			if (s->fmt == FMT_CSV)
				csv_cell(&s->line, safe != NULL ? safe : v,
				    true);
			else
				tsv_cell(&s->line, safe != NULL ? safe : v);
			free(safe);
		}
		buf_addc(&s->line, '\n');
		write_line(s);
		break;
	case FMT_JSON:
		json_row(s, cells);
		break;
	case FMT_TABLE:
	case FMT_TEXT:
		table_row(s, cells);
		break;
	}
	s->rows++;
}

enum status
sheet_end(struct sheet *s, struct err *e)
{
	enum status st = ST_OK;

	if (s->fmt == FMT_JSON)
		fputs(s->rows == 0 ? "[]\n" : "\n]\n", s->to);
	else if (s->fmt == FMT_TABLE || s->fmt == FMT_TEXT)
		table_flush(s);
	if (fflush(s->to) != 0 || ferror(s->to))
		st = err_errno(e, "cannot write the output");
	for (size_t i = 0; i < s->n; i++)
		free(s->heads[i]);
	free(s->heads);
	free(s->kinds);
	free(s->held);
	free(s->width);
	buf_clear(&s->line);
	free(s);
	return st;
}
