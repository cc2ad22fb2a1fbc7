/* import_gias.c - schools from the official download, row by row.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns are found by heading, in any order; what is not there is left as it
 * is. A row is rejected only without URN or name, when it is shifted or when
 * its URN came before; a cell that cannot be read, also for a byte that stands
 * for nothing, is left empty with a warning.
 */
#include "app/import_gias.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/utf8.h"

static const struct {
	int		field, code_field;
	const char	*head, *second, *table;
	bool		coded;
} map[] = {
#define GIAS(f, h)		{ F_school_##f, F_NONE, h, NULL, NULL, false },
#define GIAS_JOIN(f, h, s)	{ F_school_##f, F_NONE, h, s, NULL, false },
#define GIAS_CODED(f, cf, c, h, t) { F_school_##f, cf, h, c, t, true },
#include "app/map_gias.def"
};
#define NMAP	(sizeof map / sizeof map[0])

struct gias {
	struct gias_column col[NMAP];
	int		   urn, name, postcode, status_code, status_name;
	int		   links, title, first, last;
	struct gias_seen  *seen;
	struct gias_row	   row;
	struct buf	   value;	/* canonical, of the cell at hand */
};

static bool
gias_knows(const struct importer *imp)
{
	return imp->ent->no == ENT_school && imp->opt->map == NULL &&
	    import_column(imp, "URN") >= 0 &&
	    import_column(imp, "EstablishmentName") >= 0;
}

static enum status
gias_begin(struct importer *imp, struct err *e)
{
	struct gias *g = xcalloc(1, sizeof *g);

	(void)e;
	imp->mine = g;
	for (size_t i = 0; i < NMAP; i++) {
		struct gias_column *c = &g->col[i];

		c->field = map[i].field;
		c->code_field = map[i].code_field;
		c->coded = map[i].coded;
		c->col = import_column(imp, map[i].head);
		c->second = map[i].second != NULL ?
		    import_column(imp, map[i].second) : -1;
		if (map[i].table != NULL)
			c->table = code_table(map[i].table);
	}
	g->urn = import_column(imp, "URN");
	g->name = import_column(imp, "EstablishmentName");
	g->postcode = import_column(imp, "Postcode");
	g->status_code = import_column(imp, "EstablishmentStatus (code)");
	g->status_name = import_column(imp, "EstablishmentStatus (name)");
	g->links = import_column(imp, "Linked establishments");
	g->title = import_column(imp, "HeadTitle (name)");
	g->first = import_column(imp, "HeadFirstName");
	g->last = import_column(imp, "HeadLastName");
	imp->tail_repeats = g->links >= 0 &&
	    (size_t)g->links == imp->heads.n - 1;
	g->seen = seen_new();
	g->row.row = row_new(imp->ent);
	buf_init(&g->row.links, BUF_ROW);
	buf_init(&g->row.head, BUF_LINE);
	buf_init(&g->value, BUF_ROW);
	return ST_OK;
}

static void
gias_end(struct importer *imp)
{
	struct gias *g = imp->mine;

	if (g == NULL)
		return;
	seen_free(g->seen);
	row_free(g->row.row);
	buf_clear(&g->row.links);
	buf_clear(&g->row.head);
	buf_clear(&g->value);
	free(g);
}

/* -1 when the cell holds no URN. */
static int
read_urn(const char *text)
{
	int64_t urn;

	if (text == NULL || strlen(text) != 6 || !str_digits(text) ||
	    !str_int(text, 0, 999999, &urn))
		return -1;
	return (int)urn;
}

/* A code as GIAS writes it, zero-padded or not; -1 when it is none. */
static int
read_code(const char *text)
{
	int64_t code;

	while (text[0] == '0' && text[1] != '\0')
		text++;
	return str_digits(text) && str_int(text, 0, 9999, &code) ?
	    (int)code : -1;
}

/* Cells of the last heading, which GIAS repeats. */
static void
read_links(struct gias *g, const struct importer *imp,
    const struct csv_row *row)
{
	struct gias_row *r = &g->row;
	size_t last;

	buf_reset(&r->links);
	r->has_links = g->links >= 0 && (size_t)g->links < row->n;
	if (!r->has_links)
		return;
	last = imp->tail_repeats ? row->n : (size_t)g->links + 1;
	for (size_t i = (size_t)g->links; i < last; i++)
		buf_addf(&r->links, "%s\n", row->cell[i]);
}

static enum status
gias_survey(struct importer *imp, const struct csv_row *row, struct err *e)
{
	struct gias *g = imp->mine;
	const char *name = import_cell(row, g->name);
	const char *post = import_cell(row, g->postcode);
	const char *code = import_cell(row, g->status_code);
	const char *word = import_cell(row, g->status_name);
	bool closed = code != NULL && *code != '\0' ? read_code(code) == 2 :
	    word != NULL && str_istarts(word, "closed");

	(void)e;
	if (str_empty(name))
		return ST_OK;
	seen_add(g->seen, read_urn(import_cell(row, g->urn)), name,
	    post != NULL ? post : "", closed);
	read_links(g, imp, row);
	gias_predecessors(g->seen, read_urn(import_cell(row, g->urn)),
	    &g->row);
	return ST_OK;
}

static enum status
gias_surveyed(struct importer *imp, struct err *e)
{
	struct gias *g = imp->mine;

	(void)e;
	seen_ready(g->seen);
	return ST_OK;
}

static void
put(struct gias *g, int field, const char *value)
{
	if (field == F_NONE)
		return;
	row_set(g->row.row, field, value);
	g->row.has[field] = true;
}

/* A byte was lost, here or before we got the file. */
static bool
is_broken(const char *text)
{
	return text != NULL && strstr(text, "\uFFFD") != NULL;
}

/* What the register writes where it does not tell, or what nobody can read. */
static bool
is_withheld(const char *text)
{
	return is_broken(text) || str_eq(text, "..") || str_eq(text, "...") ||
	    str_ieq(text, "SUPP");
}

/* Leave the field as it is, or empty in a new record. */
static void
unreadable(struct importer *imp, int field, const char *text)
{
	import_warn(imp, imp->ent->fields[field].id,
	    "cannot read \"%.60s\"; left empty", text);
}

static void
read_plain(struct importer *imp, const struct gias_column *c,
    const char *text)
{
	struct gias *g = imp->mine;
	const struct field *f = &imp->ent->fields[c->field];
	char iso[11];
	int day;

	if (is_withheld(text)) {
		unreadable(imp, c->field, text);
		return;
	}
	if (f->type == FT_DATE && *text != '\0') {
		if (!date_parse_file(text, &day)) {
			unreadable(imp, c->field, text);
			return;
		}
		day_iso(day, iso);
		text = iso;
	} else if (c->field == F_school_fe_type &&
	    str_ieq(text, "Not applicable")) {
		text = "";
	}
	if (field_parse(f, text, &imp->parse, &g->value, NULL) == ST_OK)
		put(g, c->field, g->value.p);
	else
		unreadable(imp, c->field, text);
}

static void
read_joined(struct importer *imp, const struct gias_column *c,
    const char *text, const char *second)
{
	char *both;

	if (str_empty(second) || str_ieq(text, second)) {
		read_plain(imp, c, text);
		return;
	}
	both = *text == '\0' ? xstrdup(second) :
	    xasprintf("%s, %s", text, second);
	read_plain(imp, c, both);
	free(both);
}

/* A code, a name, or both: the code wins. */
static void
read_coded(struct importer *imp, const struct gias_column *c,
    const char *code, const char *name)
{
	struct gias *g = imp->mine;
	const struct code_row *r = NULL;
	char number[16] = "";
	int n = -1;

	if (!str_empty(code)) {
		if ((n = read_code(code)) < 0)
			unreadable(imp, c->code_field != F_NONE ?
			    c->code_field : c->field, code);
		else
			r = code_by_number(c->table, n);
	}
	if (!str_empty(name) && is_withheld(name)) {
		if (n < 0)
			unreadable(imp, c->field, name);
		name = NULL;
	}
	if (n < 0 && !str_empty(name)) {
		if ((r = code_by_name(c->table, name)) != NULL)
			n = r->code;
		else if (c->code_field != F_school_la_code)
			import_warn(imp, imp->ent->fields[c->field].id,
			    "\"%.60s\" is not a word of the register; kept "
			    "without its code", name);
	}
	if (n < 0 && str_empty(name) && (name == NULL || !str_empty(code)))
		return;			/* unreadable, and nothing else */
	snprintf(number, sizeof number, "%d", n);
	if (c->code_field != F_NONE)
		put(g, c->code_field, n < 0 ? "" : number);
	if (r != NULL)
		put(g, c->field, r->name);
	else if (c->field == F_school_sixth_form)
		put(g, c->field, "");
	else if (name != NULL && field_parse(&imp->ent->fields[c->field],
	    name, &imp->parse, &g->value, NULL) == ST_OK)
		put(g, c->field, g->value.p);
}

static void
read_head(struct gias *g, const struct csv_row *row)
{
	const int cols[] = { g->title, g->first, g->last };
	const char *last = import_cell(row, g->last);
	struct buf *b = &g->row.head;

	buf_reset(b);
	g->row.has_head = last != NULL;
	if (str_empty(last))
		return;
	for (size_t i = 0; i < 3; i++) {
		const char *part = import_cell(row, cols[i]);

		if (!str_empty(part) && !str_ieq(part, "Not-applicable") &&
		    !str_ieq(part, "Not applicable"))
			buf_addf(b, "%s%s", b->n > 0 ? " " : "", part);
	}
	if (utf8_check(b->p, false, 120, NULL) != ST_OK || is_broken(b->p))
		buf_reset(b);
}

/* Ages the wrong way round cannot both stand. */
static void
check_ages(struct importer *imp, struct gias *g)
{
	struct row *r = g->row.row;
	long low = row_int(r, F_school_low_age, -1);
	long high = row_int(r, F_school_high_age, -1);

	if (low < 0 || high < 0 || low <= high)
		return;
	import_warn(imp, "high_age", "%ld is below the lowest age, %ld; both "
	    "left empty", high, low);
	put(g, F_school_low_age, "");
	put(g, F_school_high_age, "");
}

static enum status
read_key(struct gias *g, const struct importer *imp,
    const struct csv_row *row, struct err *e)
{
	const char *text = import_cell(row, g->urn);
	const char *name = import_cell(row, g->name);
	int urn = read_urn(text);

	if (row->bad_byte && (is_broken(text) || is_broken(name)))
		return import_bad_byte(imp, row, e);
	if (str_empty(text))
		return err_field(e, ST_INVALID, "urn", "there is no URN");
	if (urn < 0)
		return err_field(e, ST_INVALID, "urn",
		    "\"%.60s\" is not a URN: six digits", text);
	if (str_empty(name))
		return err_field(e, ST_INVALID, "name", "there is no name");
	if (!seen_take(g->seen, urn))
		return err_field(e, ST_INVALID, "urn",
		    "%s came before in this file", text);
	memset(g->row.has, 0, sizeof g->row.has);
	g->row.urn = urn;
	put(g, F_school_urn, text);
	return ST_OK;
}

static enum status
gias_take(struct importer *imp, const struct csv_row *row,
    enum import_verdict *out, struct err *e)
{
	struct gias *g = imp->mine;
	enum status st = read_key(g, imp, row, e);

	if (st != ST_OK)
		return st;
	for (int f = 0; f < F_school_MAX; f++)
		if (!g->row.has[f] && imp->ent->fields[f].type != FT_SET)
			row_set(g->row.row, f, "");
	for (size_t i = 0; i < NMAP; i++) {
		const struct gias_column *c = &g->col[i];
		const char *text = import_cell(row, c->col);
		const char *second = import_cell(row, c->second);

		if (c->coded) {
			if (text != NULL || second != NULL)
				read_coded(imp, c, second, text);
		} else if (text != NULL) {
			read_joined(imp, c, text, second);
		}
	}
	if (!g->row.has[F_school_name])
		return err_field(e, ST_INVALID, "name",
		    "the name cannot be read");
	check_ages(imp, g);
	read_links(g, imp, row);
	read_head(g, row);
	return gias_save(imp, g->seen, &g->row, out, e);
}

const struct import_reader import_gias = {
	.name = "official school data", .cells_apart = true,
	.knows = gias_knows, .begin = gias_begin, .survey = gias_survey,
	.surveyed = gias_surveyed, .take = gias_take, .end = gias_end,
};
