/* import_sheet.c - our own CSV, and people's own sheets, row by row.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file with a ref column is what export wrote: taken back as it stands, an
 * empty cell empties the field. In a person's own sheet an empty cell says
 * nothing, dates may have any one form a column, and with --match names a
 * record may be named as in quick entry.
 */
#include "app/import_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "base/mem.h"
#include "db/joined.h"
#include "db/store.h"
#include "model/fields.h"

static bool
sheet_knows(const struct importer *imp)
{
	(void)imp;
	return true;
}

static enum status
sheet_begin(struct importer *imp, struct err *e)
{
	struct sheet_import *s = xcalloc(1, sizeof *s);

	imp->mine = s;
	s->has = xcalloc(imp->ent->nfields, sizeof *s->has);
	return sheet_columns(imp, s, e);
}

static void
sheet_ended(struct importer *imp)
{
	struct sheet_import *s = imp->mine;

	if (s == NULL)
		return;
	dated_clear(&s->dated);
	hashset_clear(&s->refs);
	hashset_clear(&s->waits);
	free(s->col);
	free(s->order);
	free(s->has);
	free(s);
}

static bool
is_date(const struct importer *imp, const struct sheet_column *c)
{
	return c->use == COL_FIELD &&
	    imp->ent->fields[c->field].type == FT_DATE;
}

static enum status
sheet_survey(struct importer *imp, const struct csv_row *row, struct err *e)
{
	struct sheet_import *s = imp->mine;
	const char *ref = import_cell(row, s->ref), *slash;
	int64_t id;

	(void)e;
	if (ref != NULL && (slash = strchr(ref, '/')) != NULL &&
	    sheet_code(imp->ent, slash + 1, &id)) {
		hashset_add(&s->refs, (uint64_t)id);
		if (id > s->highest)
			s->highest = id;
	}
	for (size_t i = 0; i < imp->heads.n && i < row->n; i++)
		if (is_date(imp, &s->col[i]))
			dates_look(&s->col[i].dates,
			    import_cell(row, (int)i), imp->line);
	return ST_OK;
}

static enum status
sheet_surveyed(struct importer *imp, struct err *e)
{
	struct sheet_import *s = imp->mine;
	enum status st = ST_OK;

	for (size_t i = 0; i < imp->heads.n && st == ST_OK; i++) {
		if (!is_date(imp, &s->col[i]))
			continue;
		st = dates_decide(&s->col[i].dates, imp->file,
		    imp->heads.v[i], e);
		if (st == ST_OK && s->col[i].dates.month_first) {
			imp->line = s->col[i].dates.not_dmy;
			import_warn(imp, imp->heads.v[i], "%s: the whole "
			    "column is read month first",
			    s->col[i].dates.dmy_text);
		}
	}
	return st;
}

/* The figure of a column that has no year group in its heading. OUT: what
 * others of the row say of the years. */
static void
add_count(struct importer *imp, const char *which, const char *count,
    struct buf *out)
{
	const struct choice *c;

	if (str_empty(count))
		return;
	if (str_empty(which)) {
		if (out->n > 0)		/* a total beside its parts */
			return;
		import_warn(imp, "years", "\"%s\" pupils are left out: no "
		    "year group is given", count);
		return;
	}
	c = field_choice(&imp->ent->fields[F_encounter_years].set->cols
	    [EY_GROUP], which);
	buf_addf(out, "%s%s %s", out->n > 0 ? ", " : "",
	    c != NULL ? c->word : which, count);
}

/* Beside its URN a school may be named: one record, which the number says. */
static void
add_ref(const char *text, struct buf *out)
{
	if (out->n == 0 || (str_digits(text) && !str_digits(out->p))) {
		buf_cut(out, 0);
		buf_add(out, text);
	}
}

/* The text for column ORDER[*AT], with those that follow for the same field;
 * *AT is moved past them. NULL when no cell says anything. */
static char *
gather(struct importer *imp, const struct sheet_import *s,
    const struct csv_row *row, size_t *at)
{
	const struct sheet_column *first = &s->col[s->order[*at]];
	const struct field *f = &imp->ent->fields[first->field];
	const char *between = f->type == FT_SET ? ", " :
	    f->type == FT_NOTE ? "\n" : " ";
	const char *which = NULL, *count = NULL;
	bool any = false;
	char iso[11];
	struct buf b;

	buf_init(&b, BUF_ROW);
	for (; *at < s->norder; ++*at) {
		const struct sheet_column *c = &s->col[s->order[*at]];
		const char *text;

		if (c->field != first->field)
			break;
		text = import_cell(row, s->order[*at]);
		if (text == NULL || (*text == '\0' && !imp->ours))
			continue;
		any = true;
		if (c->use == COL_WHICH)
			which = text;
		else if (c->use == COL_COUNT)
			count = text;
		if (c->use == COL_WHICH || c->use == COL_COUNT ||
		    (c->use == COL_GROUP && str_eq(text, "0")))
			continue;
		if (is_date(imp, c) && dates_read(&c->dates, text, iso))
			text = iso;
		if (f->type == FT_REF || f->type == FT_ANY) {
			add_ref(text, &b);
			continue;
		}
		if (b.n > 0 && *text != '\0')
			buf_add(&b, between);
		if (c->use == COL_GROUP)
			buf_addf(&b, "%s ", c->group);
		if (c->use == COL_ITEM)
			buf_addf(&b, "%s=", c->item);
		buf_add(&b, text);
	}
	add_count(imp, which, count, &b);
	if (any)
		return buf_take(&b);
	buf_clear(&b);
	return NULL;
}

/* What makes a dated row, read as the field of that row. */
static enum status
read_dated(struct importer *imp, struct sheet_import *s, struct row *r, int f,
    const char *text, struct err *e)
{
	const struct entity *ent;
	struct row *made;
	enum status st;
	int into;

	if (!dated_into(imp->ent, f, &ent, &into))
		return dated_note(imp->app, &s->dated, r, f, text, 0, e);
	made = row_new(ent);
	st = sheet_cell(imp, made, into, text, e);
	if (st == ST_OK)
		dated_keep(&s->dated, f, row_get(made, into));
	row_free(made);
	return st;
}

static void
tidy_key(const struct importer *imp, struct row *r)
{
	char *key = sheet_key(imp->ent, row_get(r, imp->ent->key));

	row_set(r, imp->ent->key, key);
	free(key);
}

/* Does the cell, which names nothing that is here, name a row of this file
 * (two cases may name each other)? Then it is read when all rows are there. */
static bool
comes_later(const struct importer *imp, const struct sheet_import *s, int f,
    const char *text)
{
	const struct field *fd = &imp->ent->fields[f];
	size_t len = strlen(imp->ent->id);

	if (fd->type != FT_SET || fd->set->shape != SET_REFS ||
	    s->again || s->refs.n == 0)
		return false;
	while (*(text += strspn(text, ", ")) != '\0') {
		char *one = xstrndup(text, strcspn(text, ", "));
		int64_t id;
		bool here = str_starts(one, imp->ent->id) &&
		    one[len] == '/' &&
		    sheet_code(imp->ent, one + len + 1, &id) &&
		    hashset_has(&s->refs, (uint64_t)id);

		text += strlen(one);
		free(one);
		if (here)
			return true;
	}
	return false;
}

/* A user whom nobody knows yet is made with the record that names them. */
static enum status
read_plain(struct importer *imp, struct sheet_import *s, struct row *r, int f,
    const char *text, struct err *e)
{
	bool taken;
	enum status st = dated_user(imp->app, &s->dated, r, f, text, &taken, e);

	s->has[f] = true;
	if (st != ST_OK || taken)
		return st;
	st = sheet_cell(imp, r, f, text, e);
	if (st != ST_OK && imp->ent->fields[f].type == FT_TEXT &&
	    *text != '\0' && str_eq(row_get(r, f), text))
		st = ST_OK;	/* as it is stored, from before the rule */
	if (st == ST_NOT_FOUND && r->id != 0 && comes_later(imp, s, f, text)) {
		hashset_add(&s->waits, (uint64_t)r->id);
		s->has[f] = false;
		st = ST_OK;
	}
	if (st == ST_OK && f == imp->ent->key)
		tidy_key(imp, r);
	return st;
}

/* All the row's cells into R; NEW: fields only the program writes are taken
 * as well. */
static enum status
read_row(struct importer *imp, struct sheet_import *s,
    const struct csv_row *row, struct row *r, bool new, struct err *e)
{
	enum status st = ST_OK;

	memset(s->has, 0, imp->ent->nfields * sizeof *s->has);
	dated_clear(&s->dated);
	for (size_t at = 0; at < s->norder && st == ST_OK;) {
		int f = s->col[s->order[at]].field;
		char *text = gather(imp, s, row, &at);

		if (text == NULL || (!new &&
		    (imp->ent->fields[f].flags & FF_READONLY) != 0)) {
			free(text);
			continue;
		}
		if (dated_takes(imp->ent, f)) {
			st = read_dated(imp, s, r, f, text, e);
		} else {
			st = read_plain(imp, s, r, f, text, e);
		}
		free(text);
	}
	if (st == ST_OK && imp->ent->no == ENT_contact &&
	    !str_empty(dated_given(&s->dated, F_contact_role)) &&
	    str_empty(dated_given(&s->dated, F_contact_organisation)))
		import_warn(imp, "role", "\"%s\" is left out: no organisation "
		    "is given", dated_given(&s->dated, F_contact_role));
	return st;
}

/* Put what the row gave into R, a copy of the record it turned out to be. */
static void
transplant(const struct sheet_import *s, const struct row *given,
    struct row *r)
{
	for (size_t f = 0; f < r->ent->nfields; f++) {
		const struct field *fd = &r->ent->fields[f];

		if (!s->has[f] || (fd->flags & FF_READONLY) != 0)
			continue;
		if (fd->type == FT_SET)
			set_copy(row_members(r, (int)f),
			    row_members(given, (int)f), fd->set);
		else
			row_set(r, (int)f, row_get(given, (int)f));
	}
}

/* What follows by rule from a new record (a proposal, a place on the waiting
 * list) is not what the file says: say it again. */
static enum status
insist(struct importer *imp, const struct sheet_import *s,
    const struct row *want, const struct row *stored, struct err *e)
{
	struct row *r = row_copy(stored);
	enum import_verdict v;
	enum status st;

	for (size_t f = 0; f < r->ent->nfields; f++) {
		if (!s->has[f] || row_same(want, r, (int)f))
			continue;
		if (r->ent->fields[f].type == FT_SET)
			set_copy(row_members(r, (int)f),
			    row_members(want, (int)f),
			    r->ent->fields[f].set);
		else
			row_set(r, (int)f, row_get(want, (int)f));
	}
	st = import_change(imp, stored, r, &v, e);
	row_free(r);
	return st;
}

/* A row without its day gets today's, which is seldom what was meant. */
static void
tell_day(struct importer *imp, const struct sheet_import *s,
    const struct row *r)
{
	for (size_t f = 0; f < imp->ent->nfields; f++) {
		const struct field *fd = &imp->ent->fields[f];

		if (fd->type == FT_DATE && (fd->flags & FF_REQUIRED) != 0 &&
		    !s->has[f] && *row_get(r, (int)f) != '\0')
			import_warn(imp, fd->id, "no day is given; %s is "
			    "taken", row_get(r, (int)f));
	}
}

static enum status
save_new(struct importer *imp, struct sheet_import *s, struct row *r,
    struct err *e)
{
	enum status st = dated_users(imp->app, r, &s->dated, e);
	struct row *want = imp->ours ? row_copy(r) : NULL;

	if (st == ST_OK)
		st = import_add(imp, r, e);
	if (st == ST_OK && want != NULL)
		st = insist(imp, s, want, r, e);
	row_free(want);
	return st;
}

/* After the record: the dated rows, when the sheet gives any. */
static enum status
save_dated(struct importer *imp, struct sheet_import *s, const struct row *r,
    enum import_verdict *v, struct err *e)
{
	int64_t before = step_count(imp->app);
	enum status st;

	if (s->dated.n == 0 || (imp->ent->no == ENT_contact &&
	    str_empty(dated_given(&s->dated, F_contact_organisation))))
		return ST_OK;
	st = dated_give(imp->app, r, &s->dated, e);
	if (st == ST_OK && step_count(imp->app) > before &&
	    *v == IMP_UNCHANGED)
		*v = IMP_UPDATED;
	return st;
}

static enum status
take_known(struct importer *imp, struct sheet_import *s,
    const struct csv_row *row, int64_t id, const struct row *given,
    enum import_verdict *v, struct err *e)
{
	struct row *base = NULL, *r, *kept = NULL;
	int64_t to = id;
	bool went = joined_follow(imp->app->db, imp->ent, &to);
	enum status st = store_load(imp->app->db, imp->ent, id, false, &base,
	    e);

	if (st != ST_OK)
		return st;
	r = row_copy(base);
	if (given != NULL)
		transplant(s, given, r);
	else
		st = read_row(imp, s, row, r, false, e);
	if (st == ST_OK)
		st = went ? import_joined(imp, base, r, to, &kept, v, e) :
		    import_change(imp, base, r, v, e);
	if (st == ST_OK)
		st = save_dated(imp, s, went ? kept : r, v, e);
	row_free(base);
	row_free(kept);
	row_free(r);
	return st;
}

/* Which record the row is. In a file with references a row without one is
 * new, unless a natural key says otherwise. */
static enum status
find_match(struct importer *imp, struct sheet_import *s, const struct row *r,
    int64_t *id, struct err *e)
{
	enum status st;

	if (imp->ent->no == ENT_encounter)
		return s->ref < 0 ? sheet_again(imp, s, r, id, e) : ST_OK;
	st = sheet_match(imp, r, &s->dated, id, e);
	if (st == ST_OK && *id != 0 && imp->ent->no == ENT_school &&
	    row_is_empty(r, F_school_urn) &&
	    !row_is_empty(r, F_school_local_number) &&
	    hashset_has(&imp->spoken, (uint64_t)*id))
		return err_field(e, ST_CONFLICT, "local_number", "%s came "
		    "before in this file", row_get(r, F_school_local_number));
	return st;
}

static enum status
sheet_take(struct importer *imp, const struct csv_row *row,
    enum import_verdict *v, struct err *e)
{
	struct sheet_import *s = imp->mine;
	const char *ref = import_cell(row, s->ref);
	int64_t id = 0, make = 0;
	char *key = NULL;
	struct row *r;
	enum status st = ST_OK;

	if (!str_empty(ref) && (st = sheet_by_ref(imp, ref, &id, &make, &key,
	    e)) != ST_OK)
		return s->again ? ST_OK : st;
	if (s->again && !hashset_has(&s->waits, (uint64_t)id)) {
		free(key);
		return ST_OK;
	}
	if (id != 0)
		return take_known(imp, s, row, id, NULL, v, e);
	/* ids this import gives must not be ones that come further down */
	step_above(imp->app, s->highest);
	r = record_new(imp->app, imp->ent);
	r->id = make;
	if (key != NULL)
		row_set(r, imp->ent->key, key);
	free(key);
	st = read_row(imp, s, row, r, true, e);
	if (st == ST_OK && make == 0)
		st = find_match(imp, s, r, &id, e);
	if (st == ST_OK && id != 0) {
		st = take_known(imp, s, row, id, r, v, e);
	} else if (st == ST_OK) {
		*v = IMP_ADDED;
		tell_day(imp, s, r);
		if ((st = save_new(imp, s, r, e)) == ST_OK)
			st = save_dated(imp, s, r, v, e);
		id = r->id;
	}
	if (st == ST_OK && s->ref < 0 && (imp->ent->no == ENT_encounter ||
	    imp->ent->no == ENT_school))
		hashset_add(&imp->spoken, (uint64_t)id);
	row_free(r);
	return st;
}

static bool
sheet_once_more(struct importer *imp)
{
	struct sheet_import *s = imp->mine;

	s->again = s->waits.n > 0;
	return s->again;
}

const struct import_reader import_sheet = {
	.name = "sheet",
	.knows = sheet_knows, .begin = sheet_begin, .survey = sheet_survey,
	.surveyed = sheet_surveyed, .take = sheet_take,
	.again = sheet_once_more, .end = sheet_ended,
};
