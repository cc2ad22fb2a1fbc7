/* notice_next.c - whom the next reminder goes to at a school or elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/notice_int.h"

#include "base/date.h"
#include "base/str.h"
#include "db/notice.h"
#include "db/rules.h"
#include "model/fields.h"

/* Each person once, in the role that is tried first; that nobody holds a role
 * is said of the first only. */
static enum status
try(struct app *app, struct notice_people *l, enum entity_no ent,
    int64_t place, int64_t contact, const char *role, struct err *e)
{
	if (contact == 0 && l->n > 0)
		return ST_OK;
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].contact == contact)
			return ST_OK;
	return notice_add(app, l, ent, place, contact, role, app->today,
	    place != 0, e);
}

static enum status
try_roles(struct app *app, struct notice_people *l, int64_t school,
    const char *role, struct err *e)
{
	int64_t contact;
	char iso[11];
	enum status st = ST_OK;

	day_iso(app->today, iso);
	for (role = audience_role(role); role != NULL && st == ST_OK;
	    role = audience_stand_in(role)) {
		st = rules_holder(app->db, school, role, iso, &contact, e);
		if (st == ST_OK)
			st = try(app, l, ENT_school, school, contact, role, e);
	}
	return st;
}

/* Elsewhere than at a school: whoever is there. */
static enum status
try_all(struct app *app, struct notice_people *l, enum entity_no ent,
    int64_t place, struct err *e)
{
	struct db_ids ids;
	char iso[11];
	enum status st;

	day_iso(app->today, iso);
	st = notice_persons(app->db, ent, place, "", iso, &ids, e);
	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < ids.n && st == ST_OK; i++)
		st = try(app, l, ent, place, ids.v[i], "", e);
	db_ids_clear(&ids);
	return st;
}

enum status
notice_next(struct app *app, const struct row *asked,
    const struct notice_turn *turn, struct notice_people *l, struct err *e)
{
	int64_t place, contact = row_ref(asked, F_recipient_contact);
	enum entity_no ent = notice_place(asked, &place);
	bool to_role = ent == ENT_school && !str_empty(turn->role);
	enum status st = ST_OK;

	*l = (struct notice_people){ 0 };
	if (!to_role)
		st = try(app, l, ent, place, contact, "", e);
	if (st == ST_OK && ent == ENT_school)
		st = try_roles(app, l, place, to_role ? turn->role :
		    turn->first_role, e);
	if (st == ST_OK && to_role)
		st = try(app, l, ent, place, contact, "", e);
	if (st == ST_OK && turn->first != 0)
		st = try(app, l, ent, place, turn->first, "", e);
	if (st == ST_OK && (ent == ENT_employer || ent == ENT_partner))
		st = try_all(app, l, ent, place, e);
	return st;
}

size_t
notice_pick(const struct notice_people *l, bool bulk, int day,
    struct buf *instead)
{
	struct audience_verdict why;
	size_t at = audience_first(l->p, l->n, bulk, day, &why);

	if (at == l->n)
		return 0;
	if (at > 0)
		audience_instead(&why, instead);
	return at;
}
