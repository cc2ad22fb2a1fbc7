/* notice_whom.c - whom one writes to at a school, an employer or a partner.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/notice_int.h"

#include "base/date.h"
#include "db/notice.h"
#include "model/tables.h"

/* Who holds ROLE, else who stands in. */
static enum status
at_school(struct app *app, int64_t school, const char *role, const char *day,
    struct db_ids *out, struct err *e)
{
	enum status st;

	role = audience_role(role);
	for (;;) {
		st = notice_holders(app->db, school, role, day, out, e);
		role = audience_stand_in(role);
		if (st != ST_OK || out->n > 0 || role == NULL)
			return st;
		db_ids_clear(out);
	}
}

static enum status
all_at(struct app *app, enum entity_no ent, int64_t place,
    const struct notice_whom *whom, struct db_ids *out, struct err *e)
{
	char iso[11];

	day_iso(whom->day, iso);
	return ent == ENT_school ? at_school(app, place, whom->role, iso, out,
	    e) : notice_persons(app->db, ent, place, whom->role, iso, out, e);
}

static bool
last_gets(const struct notice_people *l, const struct notice_whom *whom)
{
	struct audience_verdict v;

	audience_judge(&l->p[l->n - 1], 1, whom->bulk, whom->day, &v);
	return v.why == AUDIENCE_GETS;
}

/* Of those there the first that may get it, else the first of all. */
enum status
notice_add_place(struct app *app, struct notice_people *l, enum entity_no ent,
    int64_t place, const struct notice_whom *whom, struct err *e)
{
	const char *role = notice_keep(l, ent == ENT_school ?
	    audience_role(whom->role) : "");
	bool found = false;
	struct db_ids ids;
	enum status st = all_at(app, ent, place, whom, &ids, e);

	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < ids.n && st == ST_OK && !found; i++) {
		st = notice_add(app, l, ent, place, ids.v[i], role, whom->day,
		    true, e);
		found = st == ST_OK && last_gets(l, whom);
		if (st == ST_OK && !found)
			l->n--;
	}
	if (st == ST_OK && !found)
		st = notice_add(app, l, ent, place, ids.n > 0 ? ids.v[0] : 0,
		    role, whom->day, true, e);
	db_ids_clear(&ids);
	return st;
}
