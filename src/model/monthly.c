/* monthly.c - what the register wants at a month's end, and what we lack.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/monthly.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "model/fields.h"
#include "model/tables.h"

#define FILE_NAME	"return-fields.csv"
#define HEADS		"record field heading required | key"
#define HEADING_MAX	60		/* characters */

/* --- the table ------------------------------------------------------------- */

static void
field_clear(struct monthly_field *f)
{
	free(f->path);
	free(f->rest);
	free(f->heading);
}

void
monthly_free(struct monthly *m)
{
	if (m == NULL)
		return;
	for (size_t i = 0; i < m->n; i++)
		field_clear(&m->v[i]);
	free(m->v);
	strs_clear(&m->heads);
	free(m);
}

/* What stands after the dot must be a field of what the reference names. */
static bool
rest_known(const struct monthly_field *f)
{
	const struct field *fd;
	const struct entity *of = &contact_entity;

	if (f->field >= 0) {
		fd = &f->ent->fields[f->field];
		of = fd->type == FT_REF ? entity_find(fd->ref) : NULL;
	}
	return of != NULL && entity_field(of, f->rest) >= 0;
}

static enum status
read_path(const char *text, struct monthly_field *f, struct err *e)
{
	const char *dot = strchr(text, '.');
	char *head = dot == NULL ? xstrdup(text) :
	    xstrndup(text, (size_t)(dot - text));
	bool known;

	f->path = xstrdup(text);
	f->rest = dot != NULL ? xstrdup(dot + 1) : NULL;
	f->field = entity_field(f->ent, head);
	known = f->field >= 0 || (dot != NULL && f->ent == &school_entity &&
	    field_choice(&role_entity.fields[F_role_role], head) != NULL);
	free(head);
	if (known && (f->rest == NULL || rest_known(f)))
		return ST_OK;
	return err_set(e, ST_INVALID, "there is no field \"%.60s\" in %s", text,
	    f->ent->ids);
}

static enum status
read_field(const struct csv_table *t, size_t row, struct monthly_field *f,
    struct err *e)
{
	const char *record = csv_table_cell(t, row, "record");
	const char *needs = csv_table_cell(t, row, "required");
	const char *key = csv_table_cell(t, row, "key");
	int64_t n = 0;
	struct err why = { 0 };

	if ((f->ent = entity_find(record)) == NULL)
		return csv_table_refuse(t, row, "record", e, "\"%.40s\" is no"
		    " kind of record", record);
	if (read_path(csv_table_cell(t, row, "field"), f, &why) != ST_OK)
		return csv_table_refuse(t, row, "field", e, "%s", why.text);
	f->heading = xstrdup(csv_table_cell(t, row, "heading"));
	if (*f->heading == '\0' || utf8_count(f->heading) > HEADING_MAX)
		return csv_table_refuse(t, row, "heading", e, "say what the"
		    " register calls it, in at most %d characters", HEADING_MAX);
	f->required = str_ieq(needs, "yes");
	if (!f->required && !str_ieq(needs, "no"))
		return csv_table_refuse(t, row, "required", e, "\"%.20s\" is"
		    " neither yes nor no", needs);
	if (*key != '\0' && !str_int(key, 1, 9, &n))
		return csv_table_refuse(t, row, "key", e, "\"%.20s\" is no"
		    " number from 1 to 9", key);
	f->key = (int)n;
	return ST_OK;
}

static struct monthly_field *
same_field(const struct monthly *m, const struct monthly_field *f)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->v[i].ent == f->ent &&
		    str_ieq(m->v[i].heading, f->heading))
			return &m->v[i];
	return NULL;
}

static void
keep_field(struct monthly *m, const struct monthly_field *f)
{
	struct monthly_field *old = same_field(m, f);

	if (old != NULL) {
		field_clear(old);
		*old = *f;
		return;
	}
	m->v = xreallocarray(m->v, m->n + 1, sizeof *m->v);
	m->v[m->n++] = *f;
}

static enum status
read_table(const struct csv_source *src, struct monthly *m, struct err *e)
{
	struct csv_table t;
	enum status st = csv_table_read(src, HEADS, &t, e);

	for (size_t i = 0; st == ST_OK && i < t.n; i++) {
		struct monthly_field f = { 0 };

		st = read_field(&t, i, &f, e);
		if (st == ST_OK)
			keep_field(m, &f);
		else
			field_clear(&f);
	}
	csv_table_clear(&t);
	return st;
}

static size_t
column(struct monthly *m, const char *heading)
{
	size_t i = 0;

	while (i < m->heads.n && !str_ieq(m->heads.v[i], heading))
		i++;
	if (i == m->heads.n)
		strs_add(&m->heads, heading);
	return i;
}

enum status
monthly_load(const struct csv_source *hub, struct monthly **out, struct err *e)
{
	struct csv_source shipped = csv_shipped(FILE_NAME);
	struct monthly *m = xcalloc(1, sizeof *m);
	enum status st = read_table(&shipped, m, e);

	if (st == ST_OK && hub != NULL)
		st = read_table(hub, m, e);
	if (st != ST_OK) {
		monthly_free(m);
		return st;
	}
	for (size_t i = 0; i < m->n; i++)
		m->v[i].col = column(m, m->v[i].heading);
	*out = m;
	return ST_OK;
}

const struct monthly_field *
monthly_under(const struct monthly *m, const struct entity *ent, size_t col)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->v[i].ent == ent && m->v[i].col == col)
			return &m->v[i];
	return NULL;
}

/* --- records ---------------------------------------------------------------- */

void
monthly_clear(const struct monthly *m, struct monthly_set *s)
{
	for (size_t i = 0; i < s->n; i++) {
		for (size_t c = 0; c < m->heads.n; c++) {
			free(s->v[i].cell[c]);
			free(s->v[i].folded[c]);
		}
		free(s->v[i].cell);
		free(s->v[i].folded);
		free(s->v[i].name);
	}
	free(s->v);
	*s = (struct monthly_set){ 0 };
}

struct monthly_record *
monthly_add(const struct monthly *m, struct monthly_set *s,
    const struct entity *ent, int64_t id)
{
	struct monthly_record *r;

	s->v = xreallocarray(s->v, s->n + 1, sizeof *s->v);
	r = &s->v[s->n++];
	*r = (struct monthly_record){ .ent = ent, .id = id,
		.cell = xcalloc(m->heads.n + 1, sizeof *r->cell),
		.folded = xcalloc(m->heads.n + 1, sizeof *r->folded) };
	s->has[ent->no] = true;
	return r;
}

/* By which cells are compared: a day as a day, however it is written. */
static char *
fold_cell(const char *text)
{
	char day[11];
	int n;

	if (!date_parse_file(text, &n))
		return utf8_fold(text);
	day_iso(n, day);
	return xstrdup(day);
}

void
monthly_put(struct monthly_record *r, size_t col, const char *text)
{
	free(r->cell[col]);
	free(r->folded[col]);
	r->cell[col] = str_trimmed(text);
	r->folded[col] = fold_cell(r->cell[col]);
}

/* Of each part of the key the last that is there: names are behind numbers. */
void
monthly_named(const struct monthly *m, struct monthly_record *r)
{
	const char *part;
	struct buf b;

	buf_init(&b, BUF_LINE);
	for (int key = 1; key <= 9; key++) {
		part = NULL;
		for (size_t i = 0; i < m->n; i++) {
			const struct monthly_field *f = &m->v[i];

			if (f->ent == r->ent && f->key == key &&
			    !str_eq(r->cell[f->col], ""))
				part = r->cell[f->col];
		}
		if (part != NULL)
			buf_addf(&b, "%s%s", b.n > 0 ? " - " : "", part);
	}
	free(r->name);
	r->name = b.n > 0 ? buf_take(&b) : xstrdup("without a name");
	buf_clear(&b);
}

/* --- what is to mend --------------------------------------------------------- */

size_t
monthly_gaps(const struct monthly *m, const struct monthly_set *s,
    struct monthly_gap **out)
{
	struct monthly_gap *v = NULL;
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		for (size_t k = 0; k < m->n; k++) {
			const struct monthly_field *f = &m->v[k];

			const char *text = s->v[i].ent != f->ent ? NULL :
			    s->v[i].cell[f->col];

			if (!f->required || text == NULL || *text != '\0')
				continue;
			v = xreallocarray(v, n + 1, sizeof *v);
			v[n++] = (struct monthly_gap){ i, f };
		}
	*out = v;
	return n;
}

/* "Highest qualification" within a sentence; names, "EOI number", stay. */
static void
put_heading(const char *heading, struct buf *out)
{
	bool word = isupper((unsigned char)heading[0]);

	for (const char *c = heading + 1; *c != '\0'; c++)
		word = word && !isupper((unsigned char)*c);
	if (word)
		buf_addc(out, (char)tolower((unsigned char)heading[0]));
	buf_add(out, heading + word);
}

void
monthly_gap_said(const struct monthly_gap *g, struct buf *out)
{
	monthly_gaps_said(g, 1, out);
}

size_t
monthly_gaps_run(const struct monthly_gap *g, size_t left)
{
	size_t n = 0;

	while (n < left && g[n].record == g[0].record)
		n++;
	return n;
}

void
monthly_gaps_said(const struct monthly_gap *g, size_t n, struct buf *out)
{
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_add(out, ", ");
		put_heading(g[i].f->heading, out);
	}
	buf_add(out, n == 1 ? " is empty" : " are empty");
}

size_t
monthly_gaps_records(const struct monthly_gap *g, size_t n)
{
	size_t records = 0;

	for (size_t i = 0; i < n; i += monthly_gaps_run(&g[i], n - i))
		records++;
	return records;
}

void
monthly_diff_said(const struct monthly_diff *d, const char *here,
    const char *there, struct buf *out)
{
	const char *a, *b;

	if (d->how == MONTHLY_ONLY_HERE) {
		buf_addf(out, "only %s", here);
		return;
	}
	if (d->how == MONTHLY_ONLY_THERE) {
		buf_addf(out, "only %s", there);
		return;
	}
	a = d->here->cell[d->f->col];
	b = d->there->cell[d->f->col];
	put_heading(d->f->heading, out);
	buf_addf(out, ": %s %s, %s %s", !str_eq(a, "") ? a : "nothing", here,
	    *b != '\0' ? b : "nothing", there);
}
