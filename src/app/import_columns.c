/* import_columns.c - what each heading of a sheet is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What --map says, else a field's id, label or list heading in any case, else
 * a word people use for it.
 */
#include <stdlib.h>
#include <string.h>

#include "app/import_map.h"
#include "app/import_sheet.h"
#include "base/mem.h"
#include "model/fields.h"

static const struct {
	const char *entity, *head, *field;
} others[] = {
#define HEADING(entity, head, field) { entity, head, field },
#include "app/map_sheet.def"
};

/* Columns that make a dated row; in our own files those are a file of their
 * own. */
static bool
makes_dated(const struct importer *imp, int f)
{
	return !imp->ours && dated_in_sheets(imp->ent, f);
}

static bool
is_read(const struct importer *imp, int f)
{
	unsigned flags = imp->ent->fields[f].flags;

	if ((flags & FF_DERIVED) != 0)
		return makes_dated(imp, f);
	return imp->ours || (flags & FF_READONLY) == 0;
}

/* A field by its id, its label, or the heading of its list column. */
static int
field_called(const struct entity *ent, const char *head)
{
	for (size_t f = 0; f < ent->nfields; f++)
		if (str_ieq(head, ent->fields[f].id))
			return (int)f;
	for (size_t f = 0; f < ent->nfields; f++)
		if (str_ieq(head, ent->fields[f].label) ||
		    str_ieq(head, field_head(&ent->fields[f])))
			return (int)f;
	return -1;
}

/* The field people mean by a heading that is none; NULL when it is unknown. */
static const char *
meant_by(const struct entity *ent, const char *head)
{
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		if (str_ieq(others[i].head, head) &&
		    (str_eq(others[i].entity, ent->id) ||
		    (others[i].entity[0] == '\0' &&
		    entity_field(ent, others[i].field) >= 0)))
			return others[i].field;
	return NULL;
}

int
import_heading(const struct entity *ent, const char *head)
{
	const char *meant;
	int f = field_called(ent, head);

	return f >= 0 || (meant = meant_by(ent, head)) == NULL ? f :
	    entity_field(ent, meant);
}

/* "Y10", "Year 10", where an encounter's pupils are one column a year. */
static const char *
group_of_head(const struct entity *ent, const char *head)
{
	const struct choice *c;

	if (ent->no != ENT_encounter || str_digits(head))
		return NULL;
	c = field_choice(&ent->fields[F_encounter_years].set->cols[EY_GROUP],
	    head);
	return c != NULL ? c->word : NULL;
}

/* "6.1", where an assessment has a column an item. */
static bool
set_item(const struct importer *imp, struct sheet_column *c, const char *name)
{
	int bm, no;

	if (imp->ent->no != ENT_assessment || imp->ours ||
	    !item_id(name, strlen(name), &bm, &no))
		return false;
	c->use = COL_ITEM;
	c->field = F_assessment_items;
	snprintf(c->item, sizeof c->item, "%d.%d", bm, no);
	return true;
}

/* "Benchmark 4: Linking curriculum learning to careers", "BM4 (%)": the field
 * of that percentage; -1 for another heading. */
static int
benchmark_headed(const struct importer *imp, const char *head)
{
	static const char *const before[] = { "gatsby benchmark ",
		"gatsby ", "benchmark ", "bm ", "bm" };
	size_t i = 0, n = sizeof before / sizeof before[0];
	int bm;

	if (imp->ent->no != ENT_assessment || imp->ours)
		return -1;
	while (i < n && !str_istarts(head, before[i]))
		i++;
	if (i == n)
		return -1;
	head += strlen(before[i]);
	bm = *head - '0';
	if (bm < 1 || bm > BENCHMARKS)
		return -1;
	head += 1 + strspn(head + 1, " ");
	return *head != '\0' && strchr(":.-%(", *head) != NULL ?
	    F_assessment_bm1 + bm - 1 : -1;
}

/* What NAME is, apart from an ordinary field. */
static bool
set_special(const struct importer *imp, struct sheet_column *c,
    const char *name)
{
	const char *group = group_of_head(imp->ent, name);

	if (str_ieq(name, "ref")) {
		c->use = COL_REF;
		return true;
	}
	if (set_item(imp, c, name))
		return true;
	if (imp->ent->no != ENT_encounter || imp->ours)
		return false;
	c->field = F_encounter_years;
	c->group = group;
	if (group != NULL)
		c->use = COL_GROUP;
	else if (str_ieq(name, "pupils"))
		c->use = COL_COUNT;
	else if (str_ieq(name, "year group"))
		c->use = COL_WHICH;
	return c->use != COL_LEFT_OUT;
}

static enum status
set_field(const struct importer *imp, struct sheet_column *c,
    const char *name, struct err *e)
{
	const struct entity *ent = imp->ent;
	const char *near;

	if (*name == '\0' || str_eq(name, "-") || set_special(imp, c, name))
		return ST_OK;
	c->field = entity_field(ent, name);
	if (c->field >= 0 && is_read(imp, c->field)) {
		c->use = COL_FIELD;
		return ST_OK;
	}
	if (c->field >= 0)
		return err_set(e, ST_USAGE, "--map: %s of %s is kept by the "
		    "program and cannot be imported", name, ent->id);
	near = entity_field_nearest(ent, name);
	return err_set(e, ST_USAGE, "--map: %s has no field \"%s\"%s%s%s",
	    ent->id, name, near != NULL ? "; did you mean " : "",
	    near != NULL ? near : "", near != NULL ? "?" : "");
}

static enum status
apply_map(struct importer *imp, struct sheet_import *s, bool *mapped,
    struct err *e)
{
	struct import_map m = { 0 };
	enum status st;

	if (imp->opt->map == NULL)
		return ST_OK;
	if ((st = import_map_read(imp->app, imp->opt->map, &m, e)) != ST_OK)
		return st;
	for (size_t i = 0; i < m.heads.n && st == ST_OK; i++) {
		int col = import_column(imp, m.heads.v[i]);

		if (col < 0) {
			st = err_set(e, ST_INVALID, "%s:%ju: there is no "
			    "heading \"%s\", which --map names", imp->file,
			    (uintmax_t)imp->head_line, m.heads.v[i]);
			break;
		}
		mapped[col] = true;
		st = set_field(imp, &s->col[col], m.fields.v[i], e);
	}
	if (st == ST_OK)
		st = import_map_keep(imp->app, &m, e);
	import_map_clear(&m);
	return st;
}

static void
find_column(const struct importer *imp, struct sheet_column *c, size_t i)
{
	const char *head = imp->heads.v[i], *meant;

	if (*head == '\0' || (i == 0 && str_eq(head, REJECTS_REASON)))
		return;
	if (set_special(imp, c, head))
		return;
	c->field = field_called(imp->ent, head);
	if (c->field < 0 && (meant = meant_by(imp->ent, head)) != NULL) {
		if (set_special(imp, c, meant))
			return;
		c->field = entity_field(imp->ent, meant);
	}
	if (c->field < 0)
		c->field = benchmark_headed(imp, head);
	if (c->field >= 0) {
		if (is_read(imp, c->field))
			c->use = COL_FIELD;
		return;
	}
	c->unknown = true;
}

/* Said once it is sure that the file can be read. */
static void
tell_unknown(struct importer *imp, const struct sheet_import *s)
{
	for (size_t i = 0; i < imp->heads.n; i++)
		if (s->col[i].unknown)
			import_warn(imp, "", "column \"%s\" is no field of %s "
			    "and is left out", imp->heads.v[i], imp->ent->id);
}

/* Two columns of one heading would overwrite each other; two mapped to one
 * text are joined. */
static enum status
check_twice(const struct importer *imp, const struct sheet_import *s,
    struct err *e)
{
	for (size_t i = 0; i < imp->heads.n; i++)
		for (size_t k = 0; k < i; k++)
			if (s->col[i].use != COL_LEFT_OUT &&
			    s->col[k].use == s->col[i].use &&
			    str_ieq(imp->heads.v[i], imp->heads.v[k]))
				return err_set(e, ST_INVALID, "%s:%ju: two "
				    "columns are headed \"%s\"", imp->file,
				    (uintmax_t)imp->head_line,
				    imp->heads.v[i]);
	return ST_OK;
}

static bool
is_given(const struct importer *imp, const struct sheet_import *s, int f)
{
	for (size_t i = 0; i < imp->heads.n; i++)
		if (s->col[i].use == COL_FIELD && s->col[i].field == f)
			return true;
	return false;
}

/* Enough to know a record by, or to make one? */
static enum status
check_enough(const struct importer *imp, const struct sheet_import *s,
    struct err *e)
{
	const struct entity *ent = imp->ent;
	size_t used = 0;

	for (size_t i = 0; i < imp->heads.n; i++)
		used += s->col[i].use != COL_LEFT_OUT;
	if (used == 0)
		return err_set(e, ST_INVALID, "%s:%ju: no headings of %s: the "
		    "first line should name fields, as \"%s\"; --map "
		    "\"Heading=field\" says what other headings are",
		    imp->file, (uintmax_t)imp->head_line, ent->id,
		    ent->fields[0].id);
	if (s->ref >= 0 || (ent->key >= 0 && is_given(imp, s, ent->key)))
		return ST_OK;
	for (size_t f = 0; f < ent->nfields; f++)
		if ((ent->fields[f].flags & FF_REQUIRED) != 0 &&
		    ent->fields[f].def == NULL &&
		    !(ent->no == ENT_encounter &&
		    (int)f == F_encounter_status) &&
		    !is_given(imp, s, (int)f))
			return err_set(e, ST_INVALID, "%s:%ju: no column holds "
			    "%s, which every %s needs: name it in the first "
			    "line or with --map", imp->file,
			    (uintmax_t)imp->head_line, ent->fields[f].id,
			    ent->id);
	return ST_OK;
}

/* Years and other groups look at the record's schools, date and status. */
static int
turn(const struct importer *imp, const struct sheet_column *c)
{
	const struct field *f = &imp->ent->fields[c->field];
	bool late = f->type == FT_SET && (f->set->shape == SET_YEARS ||
	    f->set->shape == SET_COUNTS);

	return c->field + (late ? (int)imp->ent->nfields : 0);
}

static void
put_in_order(const struct importer *imp, struct sheet_import *s)
{
	s->order = xcalloc(imp->heads.n + 1, sizeof *s->order);
	for (size_t i = 0; i < imp->heads.n; i++) {
		size_t at = s->norder;

		if (s->col[i].use == COL_LEFT_OUT || s->col[i].use == COL_REF)
			continue;
		for (; at > 0 && turn(imp, &s->col[s->order[at - 1]]) >
		    turn(imp, &s->col[i]); at--)
			s->order[at] = s->order[at - 1];
		s->order[at] = (int)i;
		s->norder++;
	}
}

enum status
sheet_columns(struct importer *imp, struct sheet_import *s, struct err *e)
{
	bool *mapped = xcalloc(imp->heads.n, sizeof *mapped);
	enum status st;

	s->col = xcalloc(imp->heads.n, sizeof *s->col);
	s->ref = -1;
	st = apply_map(imp, s, mapped, e);
	for (size_t i = 0; i < imp->heads.n && st == ST_OK; i++) {
		if (!mapped[i])
			find_column(imp, &s->col[i], i);
		if (s->col[i].use == COL_REF)
			s->ref = (int)i;
	}
	free(mapped);
	if (st == ST_OK && (st = check_twice(imp, s, e)) == ST_OK)
		st = check_enough(imp, s, e);
	if (st == ST_OK) {
		put_in_order(imp, s);
		tell_unknown(imp, s);
	}
	return st;
}
