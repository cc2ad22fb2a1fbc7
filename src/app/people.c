/* people.c - what a person does where, made by setting it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/people.h"

#include <stdlib.h>

#include "app/record.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/rules.h"
#include "model/fields.h"

#define PLACES	20	/* of one person, told at most */

bool
people_takes(const struct entity *ent, int f)
{
	return ent->no == ENT_contact &&
	    (f == F_contact_organisation || f == F_contact_role);
}

enum status
people_note(struct app *app, struct people_role *r, const struct entity *ent,
    int f, const char *text, struct err *e)
{
	struct row *row;
	enum status st;
	int to = f == F_contact_role ? F_role_role : F_role_organisation;
	char **keep = f == F_contact_role ? &r->role : &r->organisation;

	(void)ent;
	row = row_new(entities[ENT_role]);
	st = value_parse(app, row, to, text, 0, false, e);
	if (st == ST_OK) {
		free(*keep);
		*keep = xstrdup(row_get(row, to));
	}
	row_free(row);
	return st;
}

void
people_clear(struct people_role *r)
{
	free(r->organisation);
	free(r->role);
	*r = (struct people_role){ NULL, NULL };
}

/* Where a role without a place is meant: the person's one place, else they
 * are named. */
static enum status
only_place(struct app *app, const struct row *contact, const char *role,
    struct place *out, struct err *e)
{
	struct place place[PLACES];
	struct buf b;
	char day[11];
	size_t n;
	enum status st;

	day_iso(app->today, day);
	st = rules_places(app->db, contact->id, day, place, PLACES, &n, e);
	if (st != ST_OK)
		return st;
	if (n == 0)
		return err_field(e, ST_INVALID, "organisation", "\"%s\" at"
		    " which place? Say organisation= too.", role);
	if (n == 1) {
		*out = place[0];
		return ST_OK;
	}
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < n; i++) {
		const struct entity *ent = entities[place[i].ent];

		buf_addf(&b, "%s", i > 0 ? ", " : "");
		ref_text(app, ent, place[i].id, &b);
		buf_add(&b, " ");
		title_text(app, ent, place[i].id, &b);
	}
	st = err_field(e, ST_AMBIGUOUS, "organisation", "\"%s\" at which"
	    " place? Say organisation= too; there are: %s.", role, b.p);
	buf_clear(&b);
	return st;
}

enum status
people_give(struct app *app, const struct row *contact,
    const struct people_role *r, struct err *e)
{
	const struct entity *ent = entities[ENT_role];
	struct place place = { ENT_school, 0 };
	int64_t known = 0;
	char day[11];
	struct row *row;
	enum status st;

	if (str_empty(r->organisation)) {
		if (str_empty(r->role))
			return ST_OK;
		st = only_place(app, contact, r->role, &place, e);
		if (st != ST_OK)
			return st;
	}
	row = record_new(app, ent);
	row_set_ref(row, F_role_contact, "contact", contact->id);
	if (str_empty(r->organisation))
		row_set_ref(row, F_role_organisation, entities[place.ent]->id,
		    place.id);
	else
		row_set(row, F_role_organisation, r->organisation);
	row_set(row, F_role_role, str_empty(r->role) ? "contact" : r->role);
	day_iso(app->today, day);
	row_set(row, F_role_from, day);
	st = rules_role_of(app->db, contact->id,
	    row_get(row, F_role_organisation),
	    row_ref(row, F_role_organisation), row_get(row, F_role_role), day,
	    &known, e);
	if (st == ST_OK && known == 0)
		st = record_add(app, row, e);
	row_free(row);
	return st;
}
