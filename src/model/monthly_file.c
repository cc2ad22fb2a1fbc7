/* monthly_file.c - the month-end return as a file, and how two differ.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/monthly.h"

#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/mem.h"

#define RECORD	"Record"	/* the column that says what kind a row is */
#define NO_COL	SIZE_MAX

void
monthly_csv(const struct monthly *m, const struct monthly_set *s,
    struct buf *out)
{
	buf_add(out, RECORD);
	for (size_t c = 0; c < m->heads.n; c++) {
		buf_addc(out, ',');
		csv_cell(out, m->heads.v[c], true);
	}
	buf_addc(out, '\n');
	for (size_t i = 0; i < s->n; i++) {
		csv_cell(out, s->v[i].ent->title, true);
		for (size_t c = 0; c < m->heads.n; c++) {
			const char *text = s->v[i].cell[c];

			buf_addc(out, ',');
			csv_cell(out, text != NULL ? text : "", true);
		}
		buf_addc(out, '\n');
	}
}

/* --- reading ---------------------------------------------------------------- */

struct reading {
	const struct monthly *m;
	const char	*name;
	size_t		*col;		/* of each cell, NO_COL none */
	size_t		 n;
	size_t		 record;	/* cell that says the kind, NO_COL none */
	const struct entity *ent;	/* of all, where none does */
	struct monthly_set *out;
};

static bool
is_head(const char *cell, const char *head)
{
	char *text = str_trimmed(cell);
	bool is = str_ieq(text, head);

	free(text);
	return is;
}

/* How many columns of ENT the file has; 0 when it has none of its key. */
static size_t
fits(const struct reading *r, const struct entity *ent)
{
	const struct monthly_field *f;
	bool key = false;
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++) {
		f = r->col[i] == NO_COL ? NULL :
		    monthly_under(r->m, ent, r->col[i]);
		n += f != NULL;
		key |= f != NULL && f->key > 0;
	}
	return key ? n : 0;
}

static enum status
no_return(const struct reading *r, struct err *e)
{
	return err_set(e, ST_INVALID, "%s: no column of it is one of the"
	    " return: URN, EOI number and the like", r->name);
}

static enum status
find_kind(struct reading *r, struct err *e)
{
	size_t best = 0;

	for (size_t i = 0; i < r->m->n; i++) {
		size_t n = fits(r, r->m->v[i].ent);

		if (n > best) {
			best = n;
			r->ent = r->m->v[i].ent;
		}
	}
	if (best == 0)
		return no_return(r, e);
	r->out->has[r->ent->no] = true;
	return ST_OK;
}

static enum status
read_heads(struct reading *r, const struct csv_row *row, struct err *e)
{
	r->n = row->n;
	r->col = xcalloc(row->n + 1, sizeof *r->col);
	r->record = NO_COL;
	for (size_t i = 0; i < row->n; i++) {
		r->col[i] = NO_COL;
		if (is_head(row->cell[i], RECORD))
			r->record = i;
		for (size_t c = 0; c < r->m->heads.n; c++)
			if (is_head(row->cell[i], r->m->heads.v[c]))
				r->col[i] = c;
	}
	if (r->record == NO_COL)
		return find_kind(r, e);
	for (size_t i = 0; i < r->n; i++)
		if (r->col[i] != NO_COL)
			return ST_OK;
	return no_return(r, e);
}

/* Of a kind the return has nothing of, NULL. */
static const struct entity *
kind_of(const struct reading *r, const struct csv_row *row)
{
	char *text;
	const struct entity *ent = NULL;

	if (r->record == NO_COL)
		return r->ent;
	if (r->record >= row->n)
		return NULL;
	text = str_trimmed(row->cell[r->record]);
	for (size_t i = 0; i < r->m->n && ent == NULL; i++)
		if (str_ieq(text, r->m->v[i].ent->title) ||
		    str_ieq(text, r->m->v[i].ent->id))
			ent = r->m->v[i].ent;
	free(text);
	return ent;
}

/* Nothing in it of what is read. */
static bool
is_empty(const struct reading *r, const struct csv_row *row)
{
	for (size_t i = 0; i < row->n && i < r->n; i++)
		if (r->col[i] != NO_COL &&
		    row->cell[i][strspn(row->cell[i], " \t")] != '\0')
			return false;
	return true;
}

static void
read_row(struct reading *r, const struct csv_row *row)
{
	const struct entity *ent = kind_of(r, row);
	struct monthly_record *rec;

	if (ent == NULL || is_empty(r, row))
		return;
	rec = monthly_add(r->m, r->out, ent, 0);
	for (size_t i = 0; i < r->n; i++) {
		if (r->col[i] == NO_COL ||
		    monthly_under(r->m, ent, r->col[i]) == NULL)
			continue;
		if (i < row->n)
			csv_unguard(row->cell[i]);
		monthly_put(rec, r->col[i], i < row->n ? row->cell[i] : "");
	}
	monthly_named(r->m, rec);
}

enum status
monthly_read(const struct monthly *m, const char *name, const char *text,
    struct monthly_set *out, struct err *e)
{
	struct reading r = { .m = m, .name = name, .out = out };
	struct csv_file *f;
	struct csv_row row;
	bool more = false;
	enum status st = csv_open_text(name, text, strlen(text), &f, e);

	if (st != ST_OK)
		return st;
	*out = (struct monthly_set){ 0 };
	if ((st = csv_next(f, &row, &more, e)) == ST_OK && more)
		st = read_heads(&r, &row, e);
	while (st == ST_OK && more &&
	    (st = csv_next(f, &row, &more, e)) == ST_OK && more)
		read_row(&r, &row);
	csv_close(f);
	free(r.col);
	if (st != ST_OK)
		monthly_clear(m, out);
	return st;
}

/* --- how two differ ------------------------------------------------------------ */

static bool
both_have(const struct monthly_record *a, const struct monthly_record *b,
    size_t col)
{
	return !str_eq(a->cell[col], "") && !str_eq(b->cell[col], "");
}

/* One part of the key: the first column that both have decides. */
static bool
part_same(const struct monthly *m, const struct monthly_record *a,
    const struct monthly_record *b, int key, bool *any)
{
	for (size_t i = 0; i < m->n; i++) {
		const struct monthly_field *f = &m->v[i];

		if (f->ent != a->ent || f->key != key)
			continue;
		*any = true;
		if (both_have(a, b, f->col))
			return str_eq(a->folded[f->col], b->folded[f->col]);
	}
	return !*any;
}

static bool
one_record(const struct monthly *m, const struct monthly_record *a,
    const struct monthly_record *b)
{
	bool any = false, part;

	if (a->ent != b->ent)
		return false;
	for (int key = 1; key <= 9; key++) {
		part = false;
		if (!part_same(m, a, b, key, &part))
			return false;
		any |= part;
	}
	return any;
}

static void
add_diff(struct monthly_diffs *d, enum monthly_how how,
    const struct monthly_record *here, const struct monthly_record *there,
    const struct monthly_field *f)
{
	d->v = xreallocarray(d->v, d->n + 1, sizeof *d->v);
	d->v[d->n++] = (struct monthly_diff){ how, here, there, f };
}

static void
compare_two(const struct monthly *m, const struct monthly_record *here,
    const struct monthly_record *there, struct monthly_diffs *d)
{
	size_t before = d->n;

	for (size_t i = 0; i < m->n; i++) {
		const struct monthly_field *f = &m->v[i];

		if (f->ent != here->ent || there->cell[f->col] == NULL ||
		    str_eq(here->folded[f->col], there->folded[f->col]))
			continue;
		add_diff(d, MONTHLY_OTHER, here, there, f);
	}
	d->same[here->ent->no] += d->n == before;
}

void
monthly_compare(const struct monthly *m, const struct monthly_set *here,
    const struct monthly_set *there, struct monthly_diffs *out)
{
	bool *met = xcalloc(there->n + 1, sizeof *met);
	size_t k;

	*out = (struct monthly_diffs){ 0 };
	for (size_t i = 0; i < here->n; i++) {
		const struct monthly_record *r = &here->v[i];

		if (!there->has[r->ent->no])
			continue;
		out->here[r->ent->no]++;
		for (k = 0; k < there->n; k++)
			if (!met[k] && one_record(m, r, &there->v[k]))
				break;
		if (k == there->n) {
			add_diff(out, MONTHLY_ONLY_HERE, r, NULL, NULL);
			continue;
		}
		met[k] = true;
		compare_two(m, r, &there->v[k], out);
	}
	for (k = 0; k < there->n; k++)
		if (!met[k])
			add_diff(out, MONTHLY_ONLY_THERE, NULL, &there->v[k],
			    NULL);
	free(met);
}

void
monthly_diffs_clear(struct monthly_diffs *d)
{
	free(d->v);
	*d = (struct monthly_diffs){ 0 };
}
