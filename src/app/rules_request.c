/* rules_request.c - rules of what schools want and who is asked for it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/rules_request.h"

#include "app/approach.h"
#include "app/record.h"
#include "app/rules_week.h"
#include "base/date.h"
#include "db/fitting.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/request.h"
#include "model/tables.h"

enum status
request_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	return rule_mine(app, old, row, F_request_owner, e);
}

enum status
approach_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	bool became = row_is(row, F_approach_status, "became encounter");
	bool was = old != NULL && row_is(old, F_approach_status,
	    "became encounter");
	int64_t id;
	enum status st;

	if ((st = rule_mine(app, old, row, F_approach_owner, e)) != ST_OK)
		return st;
	if (!row_is_empty(row, F_approach_encounter)) {
		if (!became && (old == NULL || !row_same(old, row,
		    F_approach_encounter)))
			row_set(row, F_approach_status, "became encounter");
		else if (!became && was)
			row_set(row, F_approach_encounter, "");
		return ST_OK;
	}
	/* one that a file brings is as the file has it */
	if (!became || was || (old == NULL && row->id != 0))
		return ST_OK;
	st = approach_encounter(app, row, DAY_NONE, &id, e);
	if (st == ST_OK)
		row_set_ref(row, F_approach_encounter, "encounter", id);
	return st;
}

/* --- what follows for the request ---------------------------------------- */

struct following {
	struct request_asked asked;
	int64_t		 planned, delivered;	/* encounters, the newest */
};

static void
on_asked(void *arg, const char *approach, const char *encounter, int64_t id)
{
	struct following *f = arg;

	request_count(&f->asked, approach, encounter);
	if (str_eq(encounter, "delivered"))
		f->delivered = id;
	else if (str_in(encounter, "planned confirmed"))
		f->planned = id;
}

/* What came of it goes with it; what somebody wrote there stays until then. */
static enum status
save(struct app *app, const struct row *base, const char *status,
    const struct following *f, struct err *e)
{
	struct row *mine = row_copy(base);
	int64_t encounter = f->delivered != 0 ? f->delivered : f->planned;
	enum status st;

	row_set(mine, F_request_status, status);
	if (encounter != 0)
		row_set_ref(mine, F_request_encounter, "encounter",
		    encounter);
	else if (!row_same(base, mine, F_request_status))
		row_set(mine, F_request_encounter, "");
	st = record_change(app, base, mine, NULL, e);
	row_free(mine);
	return st;
}

static enum status
follow(struct app *app, int64_t request, struct err *e)
{
	struct following f = { 0 };
	const char *status;
	struct row *r;
	enum status st;

	if (request == 0 || !store_exists(app->db, entities[ENT_request],
	    request))
		return ST_OK;
	st = store_load(app->db, entities[ENT_request], request, false, &r, e);
	if (st != ST_OK)
		return st;
	st = request_asked(app->db, request, on_asked, &f, e);
	status = request_stands(row_get(r, F_request_status), &f.asked);
	/* met, and nobody named an encounter: somebody knows better */
	if (st == ST_OK && !(row_is(r, F_request_status, "met") &&
	    row_is_empty(r, F_request_encounter)))
		st = save(app, r, status, &f, e);
	row_free(r);
	return st;
}

enum status
approach_after(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	int64_t was = old != NULL ? row_ref(old, F_approach_request) : 0;
	int64_t is = row_ref(row, F_approach_request);
	enum status st;

	if (old != NULL && was == is &&
	    row_same(old, row, F_approach_status) &&
	    row_same(old, row, F_approach_encounter) &&
	    row_same(old, row, F_approach_archived))
		return ST_OK;
	if (was != is && (st = follow(app, was, e)) != ST_OK)
		return st;
	return follow(app, is, e);
}

enum status
requests_follow(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	struct db_ids ids = { 0 };
	enum status st;

	if (old == NULL || (row_same(old, row, F_encounter_status) &&
	    row_same(old, row, F_encounter_archived)))
		return ST_OK;
	st = requests_of_encounter(app->db, row->id, &ids, e);
	for (size_t i = 0; i < ids.n && st == ST_OK; i++)
		st = follow(app, ids.v[i], e);
	db_ids_clear(&ids);
	return st;
}
