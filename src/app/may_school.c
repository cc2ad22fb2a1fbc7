/* may_school.c - with [hub] own_schools: whose schools a write touches.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The entity tables say which: fields and members that hold a school, or, where
 * a record has none, those of the one record it belongs to: the request of an
 * approach, the person of a booking, who has roles at schools.
 *
 * A person is of every school at which they have a role today. Whoever looks
 * after one of these may change them, and so nobody takes on a person of
 * others' schools alone by a role at a school of their own. To put a person
 * away takes all of them.
 */
#include "app/may_school.h"

#include <stdlib.h>

#include "app/text.h"
#include "base/date.h"
#include "base/str.h"
#include "db/db.h"
#include "db/rules.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/filter.h"
#include "model/id.h"
#include "model/tables.h"

enum { PLACES = 20 };		/* of one person */

/* The schools of a record, looked at one by one. */
struct look {
	struct app	*app;
	char		 day[11];
	size_t		 n;		/* there are so many */
	bool		 mine;		/* one is mine */
	int64_t		 other;		/* one that is not; 0 none */
};

static void
begin(struct look *l, struct app *app)
{
	*l = (struct look){ .app = app };
	day_iso(may_day(app), l->day);
}

static enum status
look_at(struct look *l, int64_t school, struct err *e)
{
	int64_t found = 0;
	enum status st;

	if (school == 0)
		return ST_OK;
	st = db_get_int(l->app->db, Q_MINE_SCHOOL, 0, &found, e, "ssl",
	    l->app->user, l->day, school);
	l->n++;
	l->mine = l->mine || found != 0;
	if (found == 0 && l->other == 0)
		l->other = school;
	return st;
}

static bool
may_hold(const struct field *f)
{
	return (f->type == FT_REF || f->type == FT_ANY) &&
	    !(f->flags & FF_DERIVED) && str_in("school", f->ref);
}

/* The school VALUE names, 0 none. */
static int64_t
school_of(const struct field *f, const char *value)
{
	int64_t id;

	if (!may_hold(f) || *value == '\0')
		return 0;
	if (f->type == FT_REF)
		return id_parse(value, &id) ? id : 0;
	return str_starts(value, "school/") &&
	    id_parse(value + sizeof "school/" - 1, &id) ? id : 0;
}

/* The school a member is of. */
static int64_t
member_school(const struct member *m, const struct setdef *d)
{
	int64_t school = 0;

	for (size_t k = 0; k < d->nkeys && school == 0; k++)
		school = school_of(&d->cols[k], m->v[k]);
	return school;
}

/* --- the schools of a record ---------------------------------------------- */

static enum status
own_fields(struct look *l, const struct row *r, struct err *e)
{
	enum status st = ST_OK;

	if (r->ent->no == ENT_school)
		return look_at(l, r->id, e);
	for (size_t i = 0; st == ST_OK && i < r->ent->nfields; i++) {
		const struct field *f = &r->ent->fields[i];

		if (f->flags & FF_DERIVED)
			continue;
		if (f->type != FT_SET)
			st = look_at(l, school_of(f, row_get(r, (int)i)), e);
		for (size_t k = 0; f->type == FT_SET && st == ST_OK &&
		    k < r->sets[i].n; k++)
			st = look_at(l, member_school(&r->sets[i].m[k],
			    f->set), e);
	}
	return st;
}

static enum status
places_of(struct look *l, int64_t contact, struct err *e)
{
	struct place place[PLACES];
	size_t n = 0;
	enum status st = rules_places(l->app->db, contact, l->day, place,
	    PLACES, &n, e);

	for (size_t i = 0; st == ST_OK && i < n; i++)
		if (place[i].ent == ENT_school)
			st = look_at(l, place[i].id, e);
	return st;
}

/* Does field F of ENT name the record it belongs to? A person who is looked
 * after by one of us is not a school's. */
static bool
belongs_by(const struct entity *ent, const struct field *f)
{
	const struct entity *to;
	int field;

	if (f->type != FT_REF || (f->flags & FF_DERIVED))
		return false;
	to = entity_find(f->ref);
	if (to->no == ENT_contact)
		return filter_owner_of(ent) < 0;
	return to->no != ENT_school && to != ent &&
	    filter_mine_of(to, &field) == MINE_SCHOOL;
}

static enum status
owner_fields(struct look *l, const struct row *r, int f, struct err *e)
{
	const struct entity *to = entity_find(r->ent->fields[f].ref);
	struct row *of = NULL;
	enum status st;

	if (to->no == ENT_contact)
		return places_of(l, row_ref(r, f), e);
	st = store_load(l->app->db, to, row_ref(r, f), false, &of, e);
	if (st == ST_OK)
		st = own_fields(l, of, e);
	row_free(of);
	return st;
}

/* ALL: each of its own schools has to be mine; else one is enough. Of those it
 * has through another record one always is. */
static enum status
look_over(struct look *l, const struct row *r, bool *all, struct err *e)
{
	enum status st;

	if (r->ent->no == ENT_contact)
		return places_of(l, r->id, e);
	if ((st = own_fields(l, r, e)) != ST_OK || l->n > 0)
		return st;
	*all = false;
	for (size_t i = 0; st == ST_OK && i < r->ent->nfields; i++)
		if (belongs_by(r->ent, &r->ent->fields[i]) &&
		    !row_is_empty(r, (int)i))
			st = owner_fields(l, r, (int)i, e);
	return st;
}

/* --- refusing ------------------------------------------------------------- */

static enum status
refuse(struct app *app, int64_t school, const struct entity *ent,
    struct err *e)
{
	struct buf title;
	char day[11], *who = NULL;
	enum status st;
	bool one;

	day_iso(may_day(app), day);
	st = db_get_text(app->db, Q_MAY_COORDINATORS, &who, e, "ls", school,
	    day);
	if (st != ST_OK)
		return st;
	one = who != NULL && *who != '\0';
	buf_init(&title, BUF_LINE);
	title_text(app, entities[ENT_school], school, &title);
	st = err_set(e, ST_DENIED, "%s is looked after by %s: changing %s"
	    " needs the role coordinator%s%s.", title.p, one ? who : "nobody",
	    ent->no == ENT_school ? "it" : "its records",
	    one ? ", or cover for " : "", one ? who : "");
	buf_clear(&title);
	free(who);
	return st;
}

/* One record as it is: ALL of its schools, or one. */
static enum status
check_row(struct app *app, const struct row *r, bool all, struct err *e)
{
	struct look l;
	enum status st;

	begin(&l, app);
	st = look_over(&l, r, &all, e);
	if (st != ST_OK || l.n == 0 || (all ? l.other == 0 : l.mine))
		return st;
	return refuse(app, l.other, r->ent, e);
}

enum status
may_school_row(struct app *app, const struct row *r, struct err *e)
{
	return check_row(app, r, false, e);
}

/* --- who is taken on ------------------------------------------------------ */

/* Does R, from today on, make a person one of ours who is none by OLD? */
static bool
takes_on(struct app *app, const struct row *old, const struct row *r)
{
	static const int of_role[] = { F_role_contact, F_role_organisation,
	    F_role_from, F_role_to, F_role_archived };
	static const int of_volunteer[] = { F_volunteer_contact,
	    F_volunteer_archived };
	bool role = r->ent->no == ENT_role;
	const int *f = role ? of_role : of_volunteer;
	size_t n = role ? COUNT_OF(of_role) : COUNT_OF(of_volunteer), i = 0;

	if (!role && r->ent->no != ENT_volunteer)
		return false;
	if (!row_is_empty(r, f[n - 1]) || (role &&
	    row_day(r, F_role_to) != DAY_NONE &&
	    row_day(r, F_role_to) < may_day(app)))
		return false;
	while (old != NULL && i < n && row_same(old, r, f[i]))
		i++;
	return i < n;
}

/* Somebody who is at schools today, none of which is mine, is theirs. */
static enum status
check_person(struct app *app, const struct row *old, const struct row *r,
    struct err *e)
{
	struct look l;
	enum status st;

	if (!takes_on(app, old, r))
		return ST_OK;
	begin(&l, app);
	st = places_of(&l, row_ref(r, r->ent->no == ENT_role ?
	    (int)F_role_contact : (int)F_volunteer_contact), e);
	return st != ST_OK || l.n == 0 || l.mine ? st :
	    refuse(app, l.other, r->ent, e);
}

/* --- what a change moves -------------------------------------------------- */

/* Members that came, went or changed, by the school each is of; both sets are
 * sorted by key. */
static enum status
look_at_set(struct look *l, const struct setdef *d, const struct set *a,
    const struct set *b, struct err *e)
{
	size_t x = 0, y = 0;
	enum status st = ST_OK;

	while (st == ST_OK && (x < a->n || y < b->n)) {
		int c = x == a->n ? 1 : y == b->n ? -1 :
		    member_cmp_key(&a->m[x], &b->m[y], d);

		if (c != 0 || !member_same(&a->m[x], &b->m[y], d))
			st = look_at(l, member_school(c > 0 ? &b->m[y] :
			    &a->m[x], d), e);
		x += c <= 0;
		y += c >= 0;
	}
	return st;
}

/* A school that is put in or taken away, and what is said of one: each is
 * mine. Who is of a school by another record may not be moved to another's. */
static enum status
check_moved(struct app *app, const struct row *old, const struct row *new,
    struct err *e)
{
	struct look l;
	bool belongs = false;
	enum status st = ST_OK;

	begin(&l, app);
	for (size_t i = 0; st == ST_OK && i < old->ent->nfields; i++) {
		const struct field *f = &old->ent->fields[i];
		int no = (int)i;

		if ((f->flags & FF_DERIVED) || row_same(old, new, no))
			continue;
		if (f->type == FT_SET) {
			st = look_at_set(&l, f->set, &old->sets[i],
			    &new->sets[i], e);
			continue;
		}
		belongs = belongs || belongs_by(old->ent, f);
		st = look_at(&l, school_of(f, row_get(old, no)), e);
		if (st == ST_OK)
			st = look_at(&l, school_of(f, row_get(new, no)), e);
	}
	if (st == ST_OK && l.other != 0)
		return refuse(app, l.other, old->ent, e);
	return st == ST_OK && belongs ? check_row(app, new, false, e) : st;
}

/* A person is archived, or brought back. */
static bool
puts_away(const struct row *old, const struct row *new)
{
	return old->ent->no == ENT_contact &&
	    !row_same(old, new, F_contact_archived);
}

enum status
may_school(struct app *app, const struct row *old, const struct row *new,
    struct err *e)
{
	enum status st;

	if (old == NULL || new == NULL) {
		st = check_row(app, old != NULL ? old : new, true, e);
	} else {
		st = check_row(app, old, puts_away(old, new), e);
		if (st == ST_OK)
			st = check_moved(app, old, new, e);
	}
	return st == ST_OK && new != NULL ? check_person(app, old, new, e) : st;
}
