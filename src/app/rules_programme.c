/* rules_programme.c - rules of how a school stands: who coordinates it, what is
 * known of it, its stages and places.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/rules_programme.h"

#include <inttypes.h>

#include "app/text.h"
#include "base/date.h"
#include "db/rules.h"
#include "db/store.h"
#include "model/fields.h"

enum status
coordinator_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	int64_t school = row_ref(row, F_coordinator_school), other;
	struct buf who;
	enum status st;

	(void)old;
	if (school == 0 || row_ref(row, F_coordinator_user) == 0 ||
	    !row_is_empty(row, F_coordinator_archived))
		return ST_OK;
	st = rules_coordinator_of(app->db, school,
	    row_ref(row, F_coordinator_user),
	    row_get(row, F_coordinator_from), row_get(row, F_coordinator_to),
	    row->id, &other, e);
	if (st != ST_OK || other == 0)
		return st;
	buf_init(&who, BUF_LINE);
	title_text(app, entities[ENT_user], row_ref(row, F_coordinator_user),
	    &who);
	st = err_field(e, ST_CONFLICT, "user",
	    "%s coordinates this school at that time already; change that"
	    " row.", who.p);
	buf_clear(&who);
	return st;
}

enum status
fact_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	int64_t other;
	enum status st;

	(void)old;
	if (row_ref(row, F_fact_school) == 0 ||
	    !row_is_empty(row, F_fact_archived))
		return ST_OK;
	st = rules_fact_of(app->db, row_ref(row, F_fact_school),
	    row_get(row, F_fact_year), row_get(row, F_fact_fact), row->id,
	    &other, e);
	if (st != ST_OK || other == 0)
		return st;
	return err_field(e, ST_CONFLICT, "fact",
	    "This school has a fact \"%s\" for %s already; change that one.",
	    row_get(row, F_fact_fact), row_get(row, F_fact_year));
}

/* Does the row hold one of the limited places of a network? */
static bool
holds_place(const struct row *r)
{
	return r != NULL && row_is(r, F_membership_place, "yes") &&
	    !row_is(r, F_membership_stage, "left") &&
	    row_ref(r, F_membership_network) != 0 &&
	    row_is_empty(r, F_membership_archived);
}

static enum status
check_places(struct app *app, const struct row *row, struct err *e)
{
	const struct entity *ent = entities[ENT_network];
	int64_t id = row_ref(row, F_membership_network), taken = 0;
	struct row *network;
	struct buf title;
	char today[11];
	long places;
	enum status st;

	if ((st = store_load(app->db, ent, id, false, &network, e)) != ST_OK)
		return st;
	places = row_int(network, F_network_places, -1);
	row_free(network);
	if (places < 0)		/* nobody counts them */
		return ST_OK;
	day_iso(app->today, today);
	st = rules_places_taken(app->db, id,
	    row_is_empty(row, F_membership_from) ? today :
	    row_get(row, F_membership_from),
	    row_ref(row, F_membership_school), &taken, e);
	if (st != ST_OK || taken < places)
		return st;
	buf_init(&title, BUF_LINE);
	title_text(app, ent, id, &title);
	st = places == 0 ? err_field(e, ST_CONFLICT, "place",
	    "%s has no limited places.", title.p) :
	    err_field(e, ST_CONFLICT, "place", "All %ld places of %s are"
	    " taken.", places, title.p);
	buf_clear(&title);
	return st;
}

enum status
membership_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	int64_t school = row_ref(row, F_membership_school), other;
	enum status st;

	if (school == 0 || !row_is_empty(row, F_membership_archived))
		return ST_OK;
	st = rules_stage_of(app->db, school,
	    row_get(row, F_membership_stage), row_get(row, F_membership_from),
	    row->id, &other, e);
	if (st == ST_OK && other != 0)
		return err_field(e, ST_CONFLICT, "stage", "This school has the"
		    " stage \"%s\" from that day already; change that row.",
		    row_get(row, F_membership_stage));
	if (st != ST_OK || !holds_place(row) || (holds_place(old) &&
	    row_same(old, row, F_membership_school) &&
	    row_same(old, row, F_membership_network) &&
	    row_same(old, row, F_membership_from)))
		return st;
	return check_places(app, row, e);
}
