/* monthend_records.c - our records as the register has them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/monthend_impl.h"
#include "app/record.h"
#include "app/rows.h"
#include "app/rulebook.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/rules.h"
#include "model/fields.h"
#include "model/tables.h"

/* Which records; %s is a day of the month, the first or (LAST) the last. */
static const struct {
	enum entity_no	 ent;
	const char	*filter;
	bool		 during;	/* since:FIRST until:LAST on field "to" */
} scope[] = {
	{ ENT_school, "status:open* -stage: -stage:prospect,left", false },
	{ ENT_school, "status:open* stage: -coordinators:"
	    " -phase:primary,nursery,\"middle deemed primary\"", false },
	{ ENT_match, "-status:proposed,ended", false },
	{ ENT_match, "status:ended", true },
	{ ENT_volunteer, "-stage:enquiry,closed", false },
};

enum status
monthend_rules(struct app *app, struct monthly **out, struct err *e)
{
	struct rulebook b;
	enum status st = rulebook_open(app->opt, "return-fields.csv", &b, e);

	if (st != ST_OK)
		return st;
	st = monthly_load(b.hub.text != NULL ? &b.hub : NULL, out, e);
	rulebook_close(&b);
	return st;
}

/* --- one cell ---------------------------------------------------------------- */

/* Names for references; everything else as files have it. */
static void
plain(struct app *app, const struct row *r, int f, struct buf *out)
{
	const struct field *fd = &r->ent->fields[f];
	const char *slash;
	char *kind;

	if (row_is_empty(r, f))
		return;
	if (fd->type == FT_REF) {
		title_text(app, entity_find(fd->ref), row_ref(r, f), out);
	} else if (fd->type == FT_ANY) {
		slash = strchr(row_get(r, f), '/');
		kind = xstrndup(row_get(r, f), slash == NULL ? 0 :
		    (size_t)(slash - row_get(r, f)));
		title_text(app, entity_find(kind), row_ref(r, f), out);
		free(kind);
	} else if (fd->type == FT_SET) {
		value_text(app, r, f, out);
	} else {
		buf_add(out, row_get(r, f));
	}
}

enum status
monthend_before_dot(struct app *app, const struct row *r,
    const struct monthly_field *f, const struct entity **ent, int64_t *id,
    struct err *e)
{
	char *role, day[11];
	enum status st;

	if (f->field >= 0) {
		*ent = entity_find(r->ent->fields[f->field].ref);
		*id = row_ref(r, f->field);
		return ST_OK;
	}
	role = xstrndup(f->path, (size_t)(strchr(f->path, '.') - f->path));
	*ent = &contact_entity;
	day_iso(app->today, day);
	st = rules_holder(app->db, r->id, role, day, id, e);
	free(role);
	return st;
}

/* The record with field F alone worked out. */
static enum status
load_with(struct app *app, const struct entity *ent, int64_t id, int f,
    struct row **out, struct err *e)
{
	bool *only = xcalloc(ent->nfields, sizeof *only);
	enum status st;

	only[f] = true;
	st = record_load_some(app, ent, id, only, out, e);
	free(only);
	return st;
}

static enum status
put_cell(struct app *app, const struct row *r, const struct monthly_field *f,
    struct monthly_record *out, struct err *e)
{
	const struct entity *ent;
	struct row *other;
	struct buf b;
	int64_t id;
	int rest;
	enum status st = ST_OK;

	buf_init(&b, BUF_LINE);
	if (f->rest == NULL) {
		plain(app, r, f->field, &b);
		monthly_put(out, f->col, b.p);
	} else if ((st = monthend_before_dot(app, r, f, &ent, &id, e)) ==
	    ST_OK && id != 0 && (rest = entity_field(ent, f->rest)) >= 0 &&
	    (st = load_with(app, ent, id, rest, &other, e)) == ST_OK) {
		plain(app, other, rest, &b);
		monthly_put(out, f->col, b.p);
		row_free(other);
	}
	buf_clear(&b);
	return st;
}

/* --- the records ------------------------------------------------------------- */

struct reading {
	struct app	*app;
	const struct monthly *m;
	const struct entity *ent;
	struct monthly_set *out;
	char		 from[11], to[11];
	const char	*begin;		/* of every filter */
	bool		 some;		/* only … */
	int64_t		*only;		/* … these, */
	size_t		 nonly;
	int64_t		*people;	/* volunteers of the matches read */
	size_t		 npeople;
};

static void
put_volunteer(struct reading *r, const struct row *match)
{
	r->people = xreallocarray(r->people, r->npeople + 1,
	    sizeof *r->people);
	r->people[r->npeople++] = row_ref(match, F_match_volunteer);
}

/* What the return asks of a record: that alone is worked out, since it is read
 * for every record, on the first screen too. */
static enum status
load_asked(struct reading *r, int64_t id, struct row **out, struct err *e)
{
	bool *asked = xcalloc(r->ent->nfields, sizeof *asked);
	enum status st;

	for (size_t i = 0; i < r->m->n; i++)
		if (r->m->v[i].ent == r->ent && r->m->v[i].field >= 0)
			asked[r->m->v[i].field] = true;
	st = record_load_some(r->app, r->ent, id, asked, out, e);
	free(asked);
	return st;
}

/* One more record. */
static enum status
put_record(void *arg, int64_t id, struct err *e)
{
	struct reading *r = arg;
	struct monthly_record *rec;
	struct row *row;
	enum status st = load_asked(r, id, &row, e);

	if (st != ST_OK)
		return st;
	if (r->ent->no == ENT_match)
		put_volunteer(r, row);
	rec = monthly_add(r->m, r->out, r->ent, id);
	for (size_t i = 0; i < r->m->n && st == ST_OK; i++)
		if (r->m->v[i].ent == r->ent)
			st = put_cell(r->app, row, &r->m->v[i], rec, e);
	monthly_named(r->m, rec);
	row_free(row);
	return st;
}

static enum status
put_some(struct reading *r, struct lister *l, struct err *e)
{
	struct list_page page = { 0 };
	enum status st = lister_these(l, r->only, r->nonly, &page, e);

	for (size_t i = 0; i < page.n && st == ST_OK; i++)
		st = put_record(r, page.row[i].id, e);
	list_clear(&page);
	return st;
}

static enum status
read_filter(struct reading *r, const char *filter, struct err *e)
{
	struct lister l;
	enum status st = lister_open(&l, r->app, r->ent, filter, e);

	if (st != ST_OK)
		return st;
	st = r->some ? put_some(r, &l, e) :
	    lister_each(&l, put_record, r, e);
	lister_close(&l);
	return st;
}

/* Kinds that only a hub's own table names are read whole. */
static bool
in_scope(const struct entity *ent)
{
	for (size_t i = 0; i < COUNT_OF(scope); i++)
		if (entities[scope[i].ent] == ent)
			return true;
	return false;
}

static bool
named_before(const struct monthly *m, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (m->v[i].ent == m->v[at].ent)
			return true;
	return false;
}

static enum status
read_kind(struct reading *r, struct err *e)
{
	struct buf b;
	enum status st = ST_OK;

	r->out->has[r->ent->no] = true;
	buf_init(&b, BUF_LINE);
	if (!in_scope(r->ent))
		st = read_filter(r, r->begin, e);
	for (size_t i = 0; i < COUNT_OF(scope) && st == ST_OK; i++) {
		if (entities[scope[i].ent] != r->ent)
			continue;
		buf_reset(&b);
		buf_addf(&b, "%s%s", r->begin, scope[i].filter);
		if (scope[i].during)
			buf_addf(&b, " to>=%s to<=%s", r->from, r->to);
		st = read_filter(r, b.p, e);
	}
	buf_clear(&b);
	return st;
}

static struct reading
begin(struct app *app, struct monthend *m, const char *filter)
{
	struct reading r = { .app = app, .m = m->rules, .out = &m->here,
		.begin = filter };

	day_iso(m->first, r.from);
	day_iso(m->last, r.to);
	return r;
}

enum status
monthend_records(struct app *app, struct monthend *m, const char *mine,
    struct err *e)
{
	struct reading r = begin(app, m, mine);
	enum status st = ST_OK;

	for (size_t i = 0; i < m->rules->n && st == ST_OK; i++) {
		if (named_before(m->rules, i))
			continue;
		r.ent = m->rules->v[i].ent;
		st = read_kind(&r, e);
	}
	free(r.people);
	return st;
}

/* Matches come before the volunteers they name. */
enum status
monthend_of_school(struct app *app, struct monthend *m, struct err *e)
{
	struct reading r = begin(app, m, "");
	struct buf b;
	enum status st;

	buf_init(&b, BUF_LINE);
	buf_add(&b, "school:");
	ref_text(app, &school_entity, m->school, &b);
	buf_addc(&b, ' ');
	r.ent = &school_entity;
	r.some = true;
	r.only = &m->school;
	r.nonly = 1;
	st = read_kind(&r, e);
	r.ent = &match_entity;
	r.some = false;
	r.begin = b.p;
	if (st == ST_OK)
		st = read_kind(&r, e);
	r.ent = &volunteer_entity;
	r.some = true;
	r.begin = "";
	r.only = r.people;
	r.nonly = r.npeople;
	if (st == ST_OK && r.npeople > 0)
		st = read_kind(&r, e);
	free(r.people);
	buf_clear(&b);
	return st;
}
