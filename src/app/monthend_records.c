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
#include "base/mem.h"
#include "model/fields.h"
#include "model/tables.h"

/* Which records; %s is a day of the month, the first or (LAST) the last. */
static const struct {
	enum entity_no	 ent;
	const char	*filter;
	bool		 during;	/* since:FIRST until:LAST on field "to" */
} scope[] = {
	{ ENT_school, "status:open* -stage: -stage:prospect,left", false },
	{ ENT_school, "status:open* stage: -coordinators:", false },
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

static enum status
first_id(void *arg, int64_t id, struct err *e)
{
	int64_t *out = arg;

	(void)e;
	if (*out == 0)
		*out = id;
	return ST_OK;
}

/* The person who holds the role today; 0 nobody. */
static enum status
holder(struct app *app, const struct row *school, const char *role,
    int64_t *out, struct err *e)
{
	int64_t id = 0;
	struct lister l;
	struct row *r;
	struct buf b;
	enum status st;

	*out = 0;
	buf_init(&b, BUF_LINE);
	buf_add(&b, "organisation:");
	ref_text(app, school->ent, school->id, &b);
	buf_addf(&b, " role:\"%s\" -from>today -to<today", role);
	st = lister_open(&l, app, &role_entity, b.p, e);
	buf_clear(&b);
	if (st != ST_OK)
		return st;
	st = lister_each(&l, first_id, &id, e);
	lister_close(&l);
	if (st != ST_OK || id == 0 ||
	    (st = record_load(app, &role_entity, id, &r, e)) != ST_OK)
		return st;
	*out = row_ref(r, F_role_contact);
	row_free(r);
	return ST_OK;
}

/* The record that what stands before the dot names; *ID 0: there is none. */
static enum status
before_dot(struct app *app, const struct row *r,
    const struct monthly_field *f, const struct entity **ent, int64_t *id,
    struct err *e)
{
	char *role;
	enum status st;

	if (f->field >= 0) {
		*ent = entity_find(r->ent->fields[f->field].ref);
		*id = row_ref(r, f->field);
		return ST_OK;
	}
	role = xstrndup(f->path, (size_t)(strchr(f->path, '.') - f->path));
	*ent = &contact_entity;
	st = holder(app, r, role, id, e);
	free(role);
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
	enum status st = ST_OK;

	buf_init(&b, BUF_LINE);
	if (f->rest == NULL) {
		plain(app, r, f->field, &b);
		monthly_put(out, f->col, b.p);
	} else if ((st = before_dot(app, r, f, &ent, &id, e)) == ST_OK &&
	    id != 0 && (st = record_load(app, ent, id, &other, e)) == ST_OK) {
		plain(app, other, entity_field(ent, f->rest), &b);
		monthly_put(out, f->col, b.p);
		row_free(other);
	}
	buf_clear(&b);
	return st;
}

/* --- the records ------------------------------------------------------------- */

/* One more record of ENT. */
static enum status
put_record(struct app *app, const struct monthly *m,
    const struct entity *ent, int64_t id, struct monthly_set *out,
    struct err *e)
{
	struct monthly_record *rec;
	struct row *r;
	enum status st = record_load(app, ent, id, &r, e);

	if (st != ST_OK)
		return st;
	rec = monthly_add(m, out, ent, id);
	for (size_t i = 0; i < m->n && st == ST_OK; i++)
		if (m->v[i].ent == ent)
			st = put_cell(app, r, &m->v[i], rec, e);
	monthly_named(m, rec);
	row_free(r);
	return st;
}

struct reading {
	struct app	*app;
	const struct monthly *m;
	const struct entity *ent;
	struct monthly_set *out;
};

static enum status
add_one(void *arg, int64_t id, struct err *e)
{
	struct reading *r = arg;

	return put_record(r->app, r->m, r->ent, id, r->out, e);
}

static enum status
read_filter(struct reading *r, const char *filter, struct err *e)
{
	struct lister l;
	enum status st = lister_open(&l, r->app, r->ent, filter, e);

	if (st != ST_OK)
		return st;
	st = lister_each(&l, add_one, r, e);
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
read_kind(struct reading *r, int first, int last, const char *mine,
    struct err *e)
{
	char from[11], to[11];
	struct buf b;
	enum status st = ST_OK;

	day_iso(first, from);
	day_iso(last, to);
	buf_init(&b, BUF_LINE);
	if (!in_scope(r->ent))
		st = read_filter(r, mine, e);
	for (size_t i = 0; i < COUNT_OF(scope) && st == ST_OK; i++) {
		if (entities[scope[i].ent] != r->ent)
			continue;
		buf_reset(&b);
		buf_addf(&b, "%s%s", mine, scope[i].filter);
		if (scope[i].during)
			buf_addf(&b, " to>=%s to<=%s", from, to);
		st = read_filter(r, b.p, e);
	}
	buf_clear(&b);
	return st;
}

enum status
monthend_records(struct app *app, const struct monthly *m, int first,
    int last, const char *mine, struct monthly_set *out, struct err *e)
{
	struct reading r = { .app = app, .m = m, .out = out };
	enum status st = ST_OK;

	for (size_t i = 0; i < m->n && st == ST_OK; i++) {
		if (named_before(m, i))
			continue;
		r.ent = m->v[i].ent;
		out->has[r.ent->no] = true;
		st = read_kind(&r, first, last, mine, e);
	}
	return st;
}
