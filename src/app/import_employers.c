/* import_employers.c - employers from the gender pay gap download and from
 * Companies House, row by row.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns differ by year and are found by heading; ResponsiblePerson, a
 * person's name, is never read.
 */
#include "app/import_employers.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/shipped.h"
#include "base/utf8.h"

#define MAX_SIC		4
#define MAX_LINES	4	/* columns of one address */
#define MAX_PREVIOUS	10	/* names a company had */

struct section {
	int	 from, to;	/* divisions: the first two digits */
	char	*sector;
};
struct registers {
	int	name, number, current, address, sic[MAX_SIC], size;
	int	line[MAX_LINES], town, postcode, previous[MAX_PREVIOUS];
	struct section	*section;
	size_t		 nsections;
	struct register_row row;
	struct buf	 value;
};

static bool
employers_know(const struct importer *imp)
{
	return imp->ent->no == ENT_employer && imp->opt->map == NULL &&
	    (import_column(imp, "EmployerName") >= 0 ||
	    (import_column(imp, "CompanyName") >= 0 &&
	    import_column(imp, "CompanyNumber") >= 0));
}

/* Sections of the industrial classification, as words of ours. */
static void
read_sections(struct registers *g)
{
	const struct shipped *file = shipped_find("sic-sections.csv");
	struct strs lines = { 0 };

	str_split(&lines, (const char *)file->data, '\n');
	g->section = xcalloc(lines.n + 1, sizeof *g->section);
	for (size_t i = 1; i < lines.n; i++) {
		struct strs cell = { 0 };
		int64_t from, to;

		str_split_list(&cell, lines.v[i]);
		if (cell.n == 3 && str_int(cell.v[0], 0, 99, &from) &&
		    str_int(cell.v[1], 0, 99, &to))
			g->section[g->nsections++] = (struct section){
			    (int)from, (int)to, xstrdup(cell.v[2]) };
		strs_clear(&cell);
	}
	strs_clear(&lines);
}

static enum status
employers_begin(struct importer *imp, struct err *e)
{
	struct registers *g = xcalloc(1, sizeof *g);
	char head[40];

	(void)e;
	imp->mine = g;
	g->name = import_column(imp, "EmployerName");
	if (g->name < 0)
		g->name = import_column(imp, "CompanyName");
	g->current = import_column(imp, "CurrentName");
	g->number = import_column(imp, "CompanyNumber");
	g->size = import_column(imp, "EmployerSize");
	g->address = import_column(imp, "Address");
	g->line[0] = import_column(imp, "RegAddress.CareOf");
	g->line[1] = import_column(imp, "RegAddress.POBox");
	g->line[2] = import_column(imp, "RegAddress.AddressLine1");
	g->line[3] = import_column(imp, "RegAddress.AddressLine2");
	g->town = import_column(imp, "RegAddress.PostTown");
	g->postcode = import_column(imp, "RegAddress.PostCode");
	if (g->postcode < 0)
		g->postcode = import_column(imp, "PostCode");
	for (int i = 0; i < MAX_PREVIOUS; i++) {
		snprintf(head, sizeof head, "PreviousName_%d.CompanyName",
		    i + 1);
		g->previous[i] = import_column(imp, head);
	}
	for (int i = 0; i < MAX_SIC; i++) {
		snprintf(head, sizeof head, "SICCode.SicText_%d", i + 1);
		g->sic[i] = import_column(imp, head);
	}
	if (g->sic[0] < 0)
		g->sic[0] = import_column(imp, "SicCodes");
	read_sections(g);
	g->row.row = row_new(imp->ent);
	buf_init(&g->value, BUF_ROW);
	return ST_OK;
}

static void
employers_end(struct importer *imp)
{
	struct registers *g = imp->mine;

	if (g == NULL)
		return;
	for (size_t i = 0; i < g->nsections; i++)
		free(g->section[i].sector);
	free(g->section);
	row_free(g->row.row);
	strs_clear(&g->row.also);
	buf_clear(&g->value);
	free(g);
}

/* A cell that cannot be kept leaves the field empty, with a warning. */
static void
put(struct importer *imp, int f, const char *text)
{
	struct registers *g = imp->mine;
	const struct field *fd = &imp->ent->fields[f];
	struct err why;

	if (field_parse(fd, text, &imp->parse, &g->value, &why) != ST_OK) {
		import_warn(imp, fd->id, "cannot read \"%.60s\"; left empty",
		    text);
		return;
	}
	row_set(g->row.row, f, g->value.p);
	g->row.has[f] = true;
}

/* Some files lost the leading zeros; blanks stand before and after. */
static void
read_number(struct importer *imp, const char *text)
{
	char number[9];
	size_t n = 0;

	if (str_empty(text))
		return;
	for (const char *c = text; *c != '\0' && n < sizeof number; c++)
		if (*c != ' ')
			number[n++] = (char)toupper((unsigned char)*c);
	if (n == sizeof number) {
		put(imp, F_employer_company_number, text);
		return;
	}
	number[n] = '\0';
	if (str_digits(number)) {
		size_t zeros = sizeof number - 1 - n;

		memmove(number + zeros, number, n + 1);
		memset(number, '0', zeros);
	}
	put(imp, F_employer_company_number, number);
}

/* The codes of one cell, "93110,\n93130" or "98000 - Residents property
 * management", added to OUT with five digits; others ("1") say nothing. */
static void
add_codes(const char *text, struct strs *out)
{
	while (*text != '\0') {
		size_t n = strspn(text, "0123456789");
		char code[8];

		if (n == 4 || n == 5) {
			snprintf(code, sizeof code, "%s%.*s", n == 4 ? "0" :
			    "", (int)n, text);
			if (!strs_has(out, code))
				strs_add(out, code);
		}
		if (n == 0) {
			text++;
			continue;
		}
		text += n;
		while (*text == ' ')
			text++;
		if (*text == '-')	/* its words, which may hold figures */
			break;
	}
}

static void
read_codes(struct importer *imp, const struct csv_row *row)
{
	struct registers *g = imp->mine;
	struct strs codes = { 0 };
	char *joined;
	int division;

	for (int i = 0; i < MAX_SIC; i++) {
		const char *text = import_cell(row, g->sic[i]);

		if (text != NULL)
			add_codes(text, &codes);
	}
	if (codes.n > 0) {
		joined = strs_join(&codes, ", ");
		put(imp, F_employer_sic, joined);
		free(joined);
		division = (codes.v[0][0] - '0') * 10 + codes.v[0][1] - '0';
		for (size_t i = 0; i < g->nsections; i++)
			if (division >= g->section[i].from &&
			    division <= g->section[i].to)
				put(imp, F_employer_sector,
				    g->section[i].sector);
	}
	strs_clear(&codes);
}

static void
read_address(struct importer *imp, const struct csv_row *row)
{
	struct registers *g = imp->mine;
	const char *whole = import_cell(row, g->address);
	const char *postcode = import_cell(row, g->postcode);
	const char *town = import_cell(row, g->town);
	struct row *parts = row_new(imp->ent);
	struct buf b;
	char tidy[9];

	buf_init(&b, BUF_ROW);
	for (int i = 0; i < MAX_LINES; i++) {
		const char *line = import_cell(row, g->line[i]);

		if (!str_empty(line))
			buf_addf(&b, "%s%s", b.n > 0 ? ", " : "", line);
	}
	if (!str_empty(whole))
		address_split(whole, parts);
	else
		row_set(parts, F_employer_street, b.p);
	if (!str_empty(town))
		row_set(parts, F_employer_town, town);
	if (!str_empty(postcode))
		row_set(parts, F_employer_postcode,
		    postcode_read(postcode, tidy) ? tidy : postcode);
	if (whole != NULL || g->line[2] >= 0) {
		put(imp, F_employer_street, row_get(parts, F_employer_street));
		put(imp, F_employer_town, row_get(parts, F_employer_town));
		put(imp, F_employer_postcode,
		    row_get(parts, F_employer_postcode));
	}
	buf_clear(&b);
	row_free(parts);
}

static void
read_other_name(struct registers *g, const struct importer *imp,
    const char *text)
{
	const struct field *name = &imp->ent->fields[F_employer_name];
	char *ours, *other;

	if (str_empty(text) || field_parse(name, text, &imp->parse, &g->value,
	    NULL) != ST_OK)
		return;
	ours = utf8_fold_company(row_get(g->row.row, F_employer_name));
	other = utf8_fold_company(g->value.p);
	if (!str_eq(ours, other))
		strs_add(&g->row.also, g->value.p);
	free(ours);
	free(other);
}

static enum status
employers_take(struct importer *imp, const struct csv_row *row,
    enum import_verdict *out, struct err *e)
{
	struct registers *g = imp->mine;
	const char *name = import_cell(row, g->name);
	const char *size = import_cell(row, g->size);

	for (int f = 0; f < F_employer_MAX; f++)
		if (imp->ent->fields[f].type != FT_SET)
			row_set(g->row.row, f, "");
	memset(g->row.has, 0, sizeof g->row.has);
	strs_clear(&g->row.also);
	if (str_empty(name))
		return err_field(e, ST_INVALID, "name", "there is no name");
	put(imp, F_employer_name, name);
	if (!g->row.has[F_employer_name])
		return err_field(e, ST_INVALID, "name",
		    "the name cannot be read");
	read_number(imp, import_cell(row, g->number));
	read_address(imp, row);
	read_codes(imp, row);
	if (!str_empty(size) && !str_ieq(size, "Not Provided"))
		put(imp, F_employer_size, size);
	read_other_name(g, imp, import_cell(row, g->current));
	for (int i = 0; i < MAX_PREVIOUS; i++)
		read_other_name(g, imp, import_cell(row, g->previous[i]));
	return employer_save(imp, &g->row, out, e);
}

const struct import_reader import_employers = {
	.name = "register of employers",
	.knows = employers_know, .begin = employers_begin,
	.take = employers_take, .end = employers_end,
};
