/* monthend_file.c - the register's download, read as any sheet is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In either encoding, with the headings an import would know; what the return
 * keeps of it is UTF-8 under the headings of the return.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "app/import_map.h"
#include "app/monthend_impl.h"
#include "base/csv.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

#define DOWNLOAD_MAX	(900u << 10)	/* bytes of it that a return keeps */
#define RECORD		"Record"

struct download {
	const struct monthly *m;
	const char	*path;
	struct csv_file	*csv;
	struct strs	 heads;
	struct buf	*out;
};

/* --- its headings --------------------------------------------------------- */

/* Is HEAD what people call F, a field of ENT or of what that names? */
static bool
is_called(const struct monthly_field *f, const char *head)
{
	const struct entity *of = f->ent;
	int i;

	if (f->field < 0)
		return false;
	if (f->rest == NULL)
		return import_heading(of, head) == f->field;
	if (of->fields[f->field].ref == NULL ||
	    (of = entity_find(of->fields[f->field].ref)) == NULL)
		return false;
	i = import_heading(of, head);
	return i >= 0 && str_eq(of->fields[i].id, f->rest);
}

static const struct monthly_field *
field_headed(const struct monthly *m, const struct entity *ent,
    const char *head)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->v[i].ent == ent && str_ieq(m->v[i].heading, head))
			return &m->v[i];
	for (size_t i = 0; i < m->n; i++)
		if (m->v[i].ent == ent && is_called(&m->v[i], head))
			return &m->v[i];
	return NULL;
}

static bool
has_head(const struct download *d, const char *head)
{
	for (size_t i = 0; i < d->heads.n; i++)
		if (str_ieq(d->heads.v[i], head))
			return true;
	return false;
}

/* The kind of record most columns are of; NULL when none is. */
static const struct entity *
kind_of(const struct download *d)
{
	const struct entity *best = NULL;
	size_t most = 0;

	for (size_t i = 0; i < d->m->n; i++) {
		const struct entity *ent = d->m->v[i].ent;
		size_t n = 0;

		for (size_t c = 0; c < d->heads.n; c++)
			n += field_headed(d->m, ent, d->heads.v[c]) != NULL;
		if (n > most) {
			most = n;
			best = ent;
		}
	}
	return best;
}

/* Headings people use become the return's own, where it is not there too. */
static void
name_heads(struct download *d)
{
	const struct entity *ent = has_head(d, RECORD) ? NULL : kind_of(d);

	for (size_t i = 0; ent != NULL && i < d->heads.n; i++) {
		const struct monthly_field *f = field_headed(d->m, ent,
		    d->heads.v[i]);

		if (f == NULL || has_head(d, f->heading))
			continue;
		free(d->heads.v[i]);
		d->heads.v[i] = xstrdup(f->heading);
	}
}

static enum status
read_heads(struct download *d, const struct csv_row *row, struct err *e)
{
	for (size_t i = 0; i < row->n; i++)
		strs_take(&d->heads, str_trimmed(row->cell[i]));
	if (row->n == 1 && strchr(row->cell[0], ';') != NULL)
		return err_set(e, ST_INVALID, "%s:%ju: semicolons stand between"
		    " its columns: save it as CSV with commas", d->path,
		    (uintmax_t)row->line);
	name_heads(d);
	for (size_t i = 0; i < d->heads.n; i++) {
		if (i > 0)
			buf_addc(d->out, ',');
		csv_cell(d->out, d->heads.v[i], false);
	}
	buf_addc(d->out, '\n');
	return ST_OK;
}

/* --- its rows ------------------------------------------------------------- */

static enum status
refuse(const struct download *d, const struct csv_row *row, size_t i,
    struct err *e)
{
	const char *head = i < d->heads.n ? d->heads.v[i] : "";

	return err_prefix(e, "%s:%ju: %s%s", d->path, (uintmax_t)row->line,
	    head, *head != '\0' ? ": " : "");
}

static enum status
check_row(const struct download *d, const struct csv_row *row, bool first,
    struct err *e)
{
	if (row->bad_byte) {
		(void)err_set(e, ST_INVALID, "byte 0x%02X stands for nothing in"
		    " Windows-1252: save the file as CSV UTF-8",
		    row->bad_value);
		return refuse(d, row, row->bad_cell, e);
	}
	for (size_t i = 0; i < row->n; i++) {
		char *text = utf8_clean(row->cell[i]);
		enum status st = utf8_check(text, true, 0, e);

		free(text);
		if (st != ST_OK)
			return refuse(d, row, i, e);
	}
	for (size_t i = d->heads.n; !first && i < row->n; i++)
		if (!str_empty(row->cell[i]))
			return err_set(e, ST_INVALID, "%s:%ju: %zu cells below "
			    "%zu headings: the row is shifted", d->path,
			    (uintmax_t)row->line, row->n, d->heads.n);
	return ST_OK;
}

static void
put_row(struct download *d, const struct csv_row *row)
{
	size_t n = row->n < d->heads.n ? row->n : d->heads.n;

	for (size_t i = 0; i < n; i++) {
		char *text = utf8_clean(row->cell[i]);

		if (i > 0)
			buf_addc(d->out, ',');
		csv_cell(d->out, text, false);
		free(text);
	}
	buf_addc(d->out, '\n');
}

static enum status
read_all(struct download *d, struct err *e)
{
	struct csv_row row;
	bool more = false, first = true;
	enum status st;

	while ((st = csv_next(d->csv, &row, &more, e)) == ST_OK && more) {
		if ((st = check_row(d, &row, first, e)) != ST_OK)
			break;
		if (!first)
			put_row(d, &row);
		else if ((st = read_heads(d, &row, e)) != ST_OK)
			break;
		first = false;
	}
	return st;
}

enum status
monthend_download(const struct monthly *m, const char *path, struct buf *out,
    struct err *e)
{
	struct download d = { .m = m, .path = path, .out = out };
	enum status st = csv_open(path, &d.csv, e);

	if (st != ST_OK)
		return st;
	if (csv_size(d.csv) > DOWNLOAD_MAX)
		st = err_set(e, ST_INVALID, "%s is larger than %u kB: a return"
		    " keeps no more of a download", path, DOWNLOAD_MAX >> 10);
	if (st == ST_OK)
		st = read_all(&d, e);
	csv_close(d.csv);
	strs_clear(&d.heads);
	return st;
}
