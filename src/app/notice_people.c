/* notice_people.c - the people an audience means.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/notice_int.h"

#include <stdlib.h>
#include <string.h>

#include "app/lists.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/notice.h"
#include "db/rules.h"
#include "db/store.h"
#include "model/encounter.h"
#include "model/fields.h"
#include "model/tables.h"

#define TAKEN	"school employer partner volunteer contact encounter cpd"

void
notice_people_clear(struct notice_people *l)
{
	free(l->v);
	free(l->p);
	strs_clear(&l->kept);
	*l = (struct notice_people){ 0 };
}

const char *
notice_keep(struct notice_people *l, const char *s)
{
	strs_add(&l->kept, s);
	return l->kept.v[l->kept.n - 1];
}

/* --- what is known of somebody ------------------------------------------- */

static enum status
know_person(struct app *app, struct notice_people *l, struct notice_to *to,
    struct audience_person *p, int day, struct err *e)
{
	char iso[11];
	struct row *r;
	enum status st;

	if (to->contact == 0)
		return ST_OK;
	st = store_load(app->db, entities[ENT_contact], to->contact, false, &r,
	    e);
	if (st != ST_OK)
		return st;
	p->email = notice_keep(l, row_get(r, F_contact_email));
	p->contact_ok = notice_keep(l, row_get(r, F_contact_contact_ok));
	p->not_before = row_day(r, F_contact_not_before);
	p->archived = !row_is_empty(r, F_contact_archived);
	row_free(r);
	if (l->volunteers && (st = notice_quit(app->db, to->contact, &p->quit,
	    e)) != ST_OK)
		return st;
	day_iso(day, iso);
	return notice_role_ended(app->db, to->contact, to->ent, to->place, iso,
	    &p->ended, e);
}

static enum status
know_place(struct app *app, const struct notice_to *to,
    struct audience_person *p, struct err *e)
{
	struct row *r;
	enum status st;

	if (to->place == 0)
		return ST_OK;
	st = store_load(app->db, entities[to->ent], to->place, false, &r, e);
	if (st != ST_OK)
		return st;
	p->place_archived = !row_is_empty(r, entity_field(r->ent,
	    "archived"));
	p->place_closed = to->ent == ENT_school &&
	    row_is(r, F_school_status, "Closed");
	if (to->ent == ENT_employer)
		p->place_not_before = row_day(r, F_employer_not_before);
	row_free(r);
	return ST_OK;
}

enum status
notice_add(struct app *app, struct notice_people *l, enum entity_no ent,
    int64_t place, int64_t contact, const char *role, int day, bool from_place,
    struct err *e)
{
	struct notice_to to = { place != 0 ? ent : ENT_MAX, place, contact,
	    { AUDIENCE_GETS, DAY_NONE, role }, NULL };
	struct audience_person p = { .contact = contact, .place = place,
	    .email = "", .contact_ok = "", .role = role,
	    .not_before = DAY_NONE, .place_not_before = DAY_NONE,
	    .ended = DAY_NONE, .by_place = from_place };
	enum status st;

	if ((st = know_person(app, l, &to, &p, day, e)) != ST_OK ||
	    (st = know_place(app, &to, &p, e)) != ST_OK)
		return st;
	if (l->n == l->cap) {
		l->cap = 2 * l->cap + 16;
		l->v = xreallocarray(l->v, l->cap, sizeof *l->v);
		l->p = xreallocarray(l->p, l->cap, sizeof *l->p);
	}
	l->v[l->n] = to;
	l->p[l->n++] = p;
	return ST_OK;
}

void
notice_judge(struct notice_people *l, bool bulk, int day)
{
	struct audience_verdict *v = xcalloc(l->n + 1, sizeof *v);

	audience_judge(l->p, l->n, bulk, day, v);
	for (size_t i = 0; i < l->n; i++)
		l->v[i].verdict = v[i];
	free(v);
}

/* --- what was chosen ----------------------------------------------------- */

struct choosing {
	struct app	*app;
	struct notice_people *l;
	const struct entity *ent;
	const char	*role;
	int		 day;
	bool		 bulk;
};

static enum status
add_place(struct choosing *c, enum entity_no ent, int64_t id, struct err *e)
{
	const struct notice_whom whom = { c->role, c->day, c->bulk };

	return notice_add_place(c->app, c->l, ent, id, &whom, e);
}

/* Where they work today, the first of several. */
static enum status
add_contact(struct choosing *c, int64_t id, struct err *e)
{
	struct place at = { ENT_MAX, 0 };
	char iso[11];
	size_t n;
	enum status st;

	day_iso(c->day, iso);
	st = rules_places(c->app->db, id, iso, &at, 1, &n, e);
	return st != ST_OK ? st : notice_add(c->app, c->l, at.ent,
	    n > 0 ? at.id : 0, id, "", c->day, false, e);
}

/* A volunteer goes on where their role ended: the employer is only named. */
static enum status
add_volunteer(struct choosing *c, const struct row *r, struct err *e)
{
	enum status st;

	c->l->volunteers = true;
	st = notice_add(c->app, c->l, ENT_employer,
	    row_ref(r, F_volunteer_employer), row_ref(r, F_volunteer_contact),
	    "", c->day, false, e);
	c->l->volunteers = false;
	return st;
}

static enum status
add_encounter(struct choosing *c, const struct row *r, struct err *e)
{
	static const struct { int field; enum entity_no ent; } parts[] = {
		{ F_encounter_schools, ENT_school },
		{ F_encounter_employers, ENT_employer },
		{ F_encounter_providers, ENT_partner },
	};
	enum status st = ST_OK;

	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		const struct set *s = row_members(r, parts[i].field);

		for (size_t k = 0; k < s->n && st == ST_OK; k++)
			st = add_place(c, parts[i].ent,
			    member_ref(&s->m[k], 0), e);
	}
	return st;
}

static enum status
add_session(struct choosing *c, int64_t id, struct err *e)
{
	struct db_ids ids;
	enum status st = notice_booked(c->app->db, id, &ids, e);

	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < ids.n && st == ST_OK; i++)
		st = add_contact(c, ids.v[i], e);
	db_ids_clear(&ids);
	return st;
}

static enum status
add_record(void *arg, int64_t id, struct err *e)
{
	struct choosing *c = arg;
	struct row *r;
	enum status st;

	switch (c->ent->no) {
	case ENT_school:
	case ENT_employer:
	case ENT_partner:
		return add_place(c, c->ent->no, id, e);
	case ENT_contact:
		return add_contact(c, id, e);
	case ENT_cpd:
		return add_session(c, id, e);
	default:
		break;
	}
	st = store_load(c->app->db, c->ent, id, false, &r, e);
	if (st != ST_OK)
		return st;
	st = c->ent->no == ENT_volunteer ? add_volunteer(c, r, e) :
	    add_encounter(c, r, e);
	row_free(r);
	return st;
}

static enum status
add_refs(struct choosing *c, const char *text, struct err *e)
{
	struct strs refs = { 0 };
	enum status st = ST_OK;
	const char *ent;
	int64_t id;

	str_split_list(&refs, text);
	for (size_t i = 0; i < refs.n && st == ST_OK; i++) {
		st = ref_resolve_in(c->app, TAKEN, refs.v[i], false, &ent, &id,
		    e);
		if (st == ST_OK) {
			c->ent = entity_find(ent);
			st = add_record(c, id, e);
		}
	}
	strs_clear(&refs);
	return st;
}

static enum status
add_filter(struct choosing *c, const char *text, struct err *e)
{
	size_t n = strcspn(text, " \t");
	char *word = xstrndup(text, n);
	struct lister l;
	enum status st;

	c->ent = entity_find(word);
	if (c->ent == NULL || !str_in(c->ent->id, TAKEN)) {
		st = err_set(e, ST_INVALID, "\"%s\" is no audience: write "
		    "school, employer, partner, volunteer or contact and a "
		    "filter (school mine), or records (encounter/REF)", word);
		free(word);
		return st;
	}
	free(word);
	st = lister_open(&l, c->app, c->ent, text + n, e);
	if (st == ST_USAGE)	/* here it is the value of a field */
		st = e->st = ST_INVALID;
	if (st != ST_OK)
		return st;
	st = lister_each(&l, add_record, c, e);
	lister_close(&l);
	return st;
}

/* A record has its kind and "/" before any blank or field. */
static bool
names_records(const char *text)
{
	return text[strcspn(text, "/ \t:\"")] == '/';
}

static enum status
choose(struct choosing *c, const char *audience, struct err *e)
{
	struct strs parts = { 0 };
	enum status st = ST_OK;

	*c->l = (struct notice_people){ 0 };
	str_split(&parts, audience, ';');
	for (size_t i = 0; i < parts.n && st == ST_OK; i++) {
		if (str_empty(parts.v[i]))
			continue;
		st = names_records(parts.v[i]) ?
		    add_refs(c, parts.v[i], e) :
		    add_filter(c, parts.v[i], e);
	}
	strs_clear(&parts);
	if (st == ST_OK)
		notice_judge(c->l, c->bulk, c->day);
	return st;
}

static bool
refuses_mailings(const struct notice_people *l)
{
	bool any = false;

	for (size_t i = 0; i < l->n && !any; i++)
		any = l->v[i].verdict.why == AUDIENCE_NO_BULK;
	return any;
}

/* Of a reminder its first letter says it. */
enum status
notice_for_volunteers(struct app *app, int64_t notice, bool *out,
    struct err *e)
{
	struct db_ids chain;
	struct row *first;
	struct strs parts = { 0 };
	enum status st = notice_chain(app->db, notice, &chain, e);

	*out = false;
	if (st != ST_OK)
		return st;
	st = store_load(app->db, entities[ENT_notice], chain.n > 0 ?
	    chain.v[0] : notice, false, &first, e);
	db_ids_clear(&chain);
	if (st != ST_OK)
		return st;
	str_split(&parts, row_get(first, F_notice_audience), ';');
	for (size_t i = 0; i < parts.n && (i == 0 || *out); i++) {
		char *word = xstrndup(parts.v[i], strcspn(parts.v[i],
		    "/ \t"));

		*out = entity_find(word) == entities[ENT_volunteer];
		free(word);
	}
	strs_clear(&parts);
	row_free(first);
	return ST_OK;
}

/* That it is a mailing shows only once all are chosen: then another person may
 * stand in for who wants none. */
enum status
notice_audience(struct app *app, const char *audience, const char *role,
    int day, bool bulk, struct notice_people *l, struct err *e)
{
	struct choosing c = { .app = app, .l = l, .role = role, .day = day,
	    .bulk = bulk };
	enum status st = choose(&c, audience, e);

	if (st != ST_OK || bulk || !refuses_mailings(l))
		return st;
	notice_people_clear(l);
	c.bulk = true;
	return choose(&c, audience, e);
}
