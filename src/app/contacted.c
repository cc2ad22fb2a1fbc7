/* contacted.c - is somebody else in touch with an employer already?
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/contacted.h"

#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/db.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

struct minding {
	struct app	*app;
	const struct row *row;
	int		 day;		/* of the contact that is meant */
	struct strs	*out;
};

/* --- what is to be told of one ------------------------------------------- */

static void
tell_not_before(struct minding *m, const char *name, const char *day)
{
	char shown[24];
	int first = day_from_iso(day);

	if (first == DAY_NONE || m->day >= first)
		return;
	day_long(first, shown);
	strs_take(m->out, xasprintf("%s: not to be contacted before %s.",
	    name, shown));
}

/* LAST: day, user, how, with tabs between. */
static void
tell_last(struct minding *m, const char *name, const char *last)
{
	struct strs v = { 0 };
	char shown[24];

	str_split(&v, last, '\t');
	if (v.n == 3) {
		day_short(day_from_iso(v.v[0]), m->app->today, shown);
		strs_take(m->out, xasprintf("%s: %s was in touch on %s (%s).",
		    name, v.v[1], shown, v.v[2]));
	}
	strs_clear(&v);
}

static enum status
mind_employer(struct minding *m, int64_t id, struct err *e)
{
	long days = option_int(m->app->opt, OPT_CONTACT_DAYS);
	struct stmt *s;
	char since[11], today[11];
	enum status st;
	bool more;

	day_iso(m->app->today, today);
	/* nobody is in touch within no days */
	day_iso(days > 0 ? m->day - (int)days : m->app->today + 1, since);
	if ((st = db_stmt(m->app->db, Q_CONTACTED_BY_OTHERS, &s, e)) !=
	    ST_OK ||
	    (st = db_bindf(s, e, "lssls", id, m->app->user, since,
	    m->row->id, today)) != ST_OK ||
	    (st = db_step(s, &more, e)) != ST_OK || !more)
		return st;
	tell_not_before(m, db_text(s, 0), db_text(s, 1));
	tell_last(m, db_text(s, 0), db_text(s, 2));
	db_done(s);
	return ST_OK;
}

static enum status
mind_contact(struct minding *m, int64_t id, struct err *e)
{
	struct row *r;
	enum status st = store_load(m->app->db, entities[ENT_contact], id,
	    false, &r, e);

	if (st != ST_OK)
		return st == ST_NOT_FOUND ? ST_OK : st;
	tell_not_before(m, row_get(r, F_contact_name),
	    row_get(r, F_contact_not_before));
	if (row_is(r, F_contact_contact_ok, "none"))
		strs_take(m->out, xasprintf("%s: not to be contacted at all.",
		    row_get(r, F_contact_name)));
	row_free(r);
	return ST_OK;
}

enum status
contacted_person(struct app *app, int64_t contact, struct strs *out,
    struct err *e)
{
	struct minding m = { app, NULL, app->today, out };

	return mind_contact(&m, contact, e);
}

static enum status
mind_one(struct minding *m, const char *ent, int64_t id, struct err *e)
{
	if (id == 0)
		return ST_OK;
	if (str_eq(ent, "employer"))
		return mind_employer(m, id, e);
	return str_eq(ent, "contact") ? mind_contact(m, id, e) : ST_OK;
}

/* --- what a record means ------------------------------------------------- */

/* The fields by which each names whom it is with, and its day. */
static const struct means {
	enum entity_no	 ent;
	const char	*fields, *day;
	const char	*status, *not;	/* it means nothing while this is that */
} means[] = {
	{ ENT_visit, "employer people", "date", "status", "cancelled" },
	{ ENT_encounter, "employers", "date", "status",
	    "delivered cancelled postponed" },
	{ ENT_approach, "organisation contact", "date", "status", "" },
	{ ENT_task, "about employers", "due", "status", "done dropped" },
};

static const struct means *
means_of(const struct row *r)
{
	int status;

	for (size_t i = 0; i < COUNT_OF(means); i++) {
		if (means[i].ent != r->ent->no)
			continue;
		status = entity_field(r->ent, means[i].status);
		return str_in(row_get(r, status), means[i].not) ||
		    !row_is_empty(r, entity_field(r->ent, "archived")) ?
		    NULL : &means[i];
	}
	return NULL;
}

bool
contacted_names(const struct entity *ent, int field)
{
	for (size_t i = 0; i < COUNT_OF(means); i++)
		if (means[i].ent == ent->no &&
		    str_in(ent->fields[field].id, means[i].fields))
			return true;
	return false;
}

static bool
had(const struct row *old, int f, const struct member *m)
{
	return old != NULL && set_find(row_members(old, f),
	    old->ent->fields[f].set, (const char *const *)m->v) != NULL;
}

static enum status
mind_set(struct minding *m, const struct row *old, int f, struct err *e)
{
	const struct field *fd = &m->row->ent->fields[f];
	const struct set *s = row_members(m->row, f);
	enum status st = ST_OK;

	for (size_t i = 0; i < s->n && st == ST_OK; i++)
		if (!had(old, f, &s->m[i]))
			st = mind_one(m, fd->set->cols[0].ref,
			    member_ref(&s->m[i], 0), e);
	return st;
}

static enum status
mind_field(struct minding *m, const struct row *old, int f, struct err *e)
{
	const struct field *fd = &m->row->ent->fields[f];
	const char *v, *slash;
	char *ent;
	enum status st;

	if (fd->type == FT_SET)
		return mind_set(m, old, f, e);
	if (old != NULL && row_same(old, m->row, f))
		return ST_OK;
	v = row_get(m->row, f);
	slash = strchr(v, '/');
	ent = slash != NULL ? xstrndup(v, (size_t)(slash - v)) :
	    xstrdup(fd->ref);
	st = mind_one(m, ent, row_ref(m->row, f), e);
	free(ent);
	return st;
}

static struct minding
minding_of(struct app *app, const struct row *row, const struct means *w,
    struct strs *out)
{
	int day = row_day(row, entity_field(row->ent, w->day));

	return (struct minding){ app, row, day == DAY_NONE ? app->today : day,
		out };
}

enum status
contacted_mind(struct app *app, const struct row *old, const struct row *row,
    struct strs *out, struct err *e)
{
	const struct means *w = means_of(row);
	struct strs fields = { 0 };
	struct minding m;
	enum status st = ST_OK;

	if (w == NULL)
		return ST_OK;
	m = minding_of(app, row, w, out);
	str_words(&fields, w->fields);
	for (size_t i = 0; i < fields.n && st == ST_OK; i++)
		st = mind_field(&m, old, entity_field(row->ent, fields.v[i]),
		    e);
	strs_clear(&fields);
	return st;
}

void
contacted_field(struct app *app, const struct row *row, int field,
    struct buf *out)
{
	struct row *whole = row_copy(row);	/* with what follows from it */
	const struct means *w;
	struct strs said = { 0 };
	struct minding m;

	if (whole->ent->derive != NULL)
		whole->ent->derive(NULL, whole, app->today);
	w = means_of(whole);
	if (w != NULL && contacted_names(row->ent, field)) {
		m = minding_of(app, whole, w, &said);
		if (mind_field(&m, NULL, field, NULL) != ST_OK)
			strs_clear(&said);
	}
	for (size_t i = 0; i < said.n; i++)
		buf_addf(out, "%s%s", out->n > 0 ? " " : "", said.v[i]);
	strs_clear(&said);
	row_free(whole);
}
