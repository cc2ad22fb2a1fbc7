/* approach.c - somebody is asked for what a school wants, and it comes to be.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/approach.h"

#include "app/contacted.h"
#include "app/record.h"
#include "app/text.h"
#include "base/date.h"
#include "db/store.h"
#include "model/encounter.h"
#include "model/fields.h"
#include "model/id.h"
#include "model/tables.h"

/* --- asking -------------------------------------------------------------- */

static enum status
refuse(const struct fitting *f, struct err *e)
{
	struct buf why;
	enum status st;

	buf_init(&why, BUF_LINE);
	reasons_said(&f->why, REASON_AGAINST, &why);
	st = err_set(e, ST_CONFLICT, "%s is not asked: %s.", f->name, why.p);
	buf_clear(&why);
	return st;
}

/* Whom an offer names is who is asked. */
static enum status
put_offer(struct app *app, struct row *r, int64_t offer, struct err *e)
{
	struct row *o;
	enum status st = store_load(app->db, entities[ENT_offer], offer,
	    false, &o, e);

	if (st != ST_OK)
		return st;
	row_set_ref(r, F_approach_offer, "offer", offer);
	row_set_ref(r, F_approach_contact, "contact",
	    row_ref(o, F_offer_contact));
	row_free(o);
	return ST_OK;
}

/* The approach as a row; the caller frees it, also after a failure. */
static enum status
make(struct app *app, const struct fitting *f, int64_t request,
    struct row **out, struct err *e)
{
	struct row *r = record_new(app, entities[ENT_approach]);

	row_set_ref(r, F_approach_organisation, f->employer != 0 ?
	    "employer" : "partner", f->employer != 0 ? f->employer :
	    f->partner);
	row_set_ref(r, F_approach_request, "request", request);
	*out = r;
	return f->offer != 0 ? put_offer(app, r, f->offer, e) : ST_OK;
}

static enum status
add(struct app *app, const struct fitting *f, int64_t request, int64_t *id,
    struct err *e)
{
	struct row *r;
	enum status st = make(app, f, request, &r, e);

	if (st == ST_OK)
		st = record_add(app, r, e);
	*id = r->id;
	row_free(r);
	return st;
}

enum status
approach_mind(struct app *app, const struct fitting *f, int64_t request,
    struct strs *out, struct err *e)
{
	struct row *r;
	enum status st = make(app, f, request, &r, e);

	if (st == ST_OK)
		st = contacted_mind(app, NULL, r, out, e);
	row_free(r);
	return st;
}

enum status
approach_ask(struct app *app, const struct fitting *f, int64_t request,
    int64_t *id, struct err *e)
{
	struct buf label;
	enum status st;

	if (f->why.barred)
		return refuse(f, e);
	if ((st = step_begin(app, e)) != ST_OK)
		return st;
	st = add(app, f, request, id, e);
	buf_init(&label, BUF_LINE);
	buf_add(&label, "asked ");
	ref_text(app, entities[f->employer != 0 ? ENT_employer : ENT_partner],
	    f->employer != 0 ? f->employer : f->partner, &label);
	buf_add(&label, " for ");
	ref_text(app, entities[ENT_request], request, &label);
	st = step_end(app, st, label.p, e);
	buf_clear(&label);
	return st;
}

/* That of ALL which is ENT/ID, or is of that organisation. */
static const struct fitting *
suggested(const struct fittings *all, const struct entity *ent, int64_t id)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct fitting *f = &all->v[i];

		if ((ent->no == ENT_offer && f->offer == id) ||
		    (ent->no == ENT_employer && f->employer == id) ||
		    (ent->no == ENT_partner && f->partner == id))
			return f;
	}
	return NULL;
}

enum status
approach_ask_one(struct app *app, int64_t request, const struct entity *ent,
    int64_t id, int64_t *out, struct err *e)
{
	struct fittings all;
	const struct fitting *f;
	struct row *r;
	struct buf title;
	enum status st = store_load(app->db, entities[ENT_request], request,
	    true, &r, e);

	if (st != ST_OK)
		return st;
	st = fitting_for_request(app, r, &all, e);
	row_free(r);
	if (st != ST_OK)
		return st;
	if ((f = suggested(&all, ent, id)) != NULL) {
		st = approach_ask(app, f, request, out, e);
	} else {
		buf_init(&title, BUF_LINE);
		title_text(app, ent, id, &title);
		st = err_set(e, ST_INVALID, "Nothing speaks for asking %s for "
		    "this: no offer of the kind, and no such encounter near "
		    "there. To ask all the same: add approach organisation=... "
		    "request=...", title.p);
		buf_clear(&title);
	}
	fittings_clear(&all);
	return st;
}

/* --- answers ------------------------------------------------------------- */

static enum status
change(struct app *app, int64_t approach, const char *status,
    const char *reason, int64_t encounter, struct err *e)
{
	struct row *base, *mine;
	enum status st = record_load(app, entities[ENT_approach], approach,
	    &base, e);

	if (st != ST_OK)
		return st;
	mine = row_copy(base);
	row_set(mine, F_approach_status, status);
	if (*reason != '\0')
		st = value_parse(app, mine, F_approach_reason, reason, 0,
		    false, e);
	if (encounter != 0)
		row_set_ref(mine, F_approach_encounter, "encounter",
		    encounter);
	if (st == ST_OK)
		st = record_change(app, base, mine, NULL, e);
	row_free(base);
	row_free(mine);
	return st;
}

enum status
approach_set(struct app *app, int64_t approach, const char *status,
    const char *reason, struct err *e)
{
	struct buf label;
	enum status st = step_begin(app, e);

	if (st != ST_OK)
		return st;
	st = change(app, approach, status, reason, 0, e);
	buf_init(&label, BUF_LINE);
	buf_addf(&label, "%s: ", status);
	ref_text(app, entities[ENT_approach], approach, &label);
	st = step_end(app, st, label.p, e);
	buf_clear(&label);
	return st;
}

/* --- the encounter ------------------------------------------------------- */

static void
put_ref(struct row *r, int field, int64_t id)
{
	char code[ID_CODE];
	const char *v[] = { code, "" };

	id_code(id, code);
	set_put(row_members(r, field), r->ent->fields[field].set, v);
}

/* One year group has all the pupils; of several it is not known how many. */
static void
put_years(struct row *r, const struct row *request)
{
	const struct set *groups = row_members(request, F_request_groups);
	const char *pupils = groups->n == 1 ? row_get(request,
	    F_request_pupils) : "";
	char code[ID_CODE];

	id_code(row_ref(request, F_request_school), code);
	for (size_t i = 0; i < groups->n; i++)
		set_put(row_members(r, F_encounter_years),
		    &encounter_years_set, (const char *[]){ code,
		    groups->m[i].v[0], pupils, "", "", "", "" });
}

static enum status
add_encounter(struct app *app, const struct row *approach,
    const struct row *request, const char *day, int64_t *id, struct err *e)
{
	const char *who = row_get(approach, F_approach_organisation);
	bool provider = str_starts(who, "partner/");
	const char *type = fit_type(row_get(request, F_request_kind),
	    provider);
	struct row *r;
	enum status st;

	if (*type == '\0')
		return err_field(e, ST_INVALID, "encounter", "What is wanted, "
		    "%s, becomes no encounter of a usual type: make one, and "
		    "name it in encounter.", row_get(request,
		    F_request_kind));
	r = record_new(app, entities[ENT_encounter]);
	row_set(r, F_encounter_type, type);
	row_set(r, F_encounter_date, day);
	row_set(r, F_encounter_status, "planned");
	row_set(r, F_encounter_title, row_get(request, F_request_title));
	put_ref(r, F_encounter_schools, row_ref(request, F_request_school));
	put_ref(r, provider ? F_encounter_providers : F_encounter_employers,
	    row_ref(approach, F_approach_organisation));
	put_years(r, request);
	st = record_add(app, r, e);
	*id = r->id;
	row_free(r);
	return st;
}

enum status
approach_encounter(struct app *app, const struct row *approach, int day,
    int64_t *id, struct err *e)
{
	struct row *request;
	char iso[11];
	bool said;
	enum status st;

	if (row_ref(approach, F_approach_request) == 0)
		return err_field(e, ST_INVALID, "encounter", "Without a "
		    "request it is not known for which school: make the "
		    "encounter, and name it in encounter.");
	st = store_load(app->db, entities[ENT_request],
	    row_ref(approach, F_approach_request), true, &request, e);
	if (st != ST_OK)
		return st;
	said = day != DAY_NONE;
	if (!said)
		day = row_day(request, F_request_by);
	if (day == DAY_NONE || day < app->today) {
		st = err_field(e, ST_INVALID, "encounter", "On which day? %s: "
		    "match become approach/... --on DATE.", day == DAY_NONE ?
		    "The request has none" : said ? "That one is past" :
		    "The request's is past");
	} else {
		day_iso(day, iso);
		st = add_encounter(app, approach, request, iso, id, e);
	}
	row_free(request);
	return st;
}

enum status
approach_becomes(struct app *app, int64_t approach, int day,
    int64_t *encounter, struct err *e)
{
	struct row *r;
	struct buf label;
	enum status st;

	st = record_load(app, entities[ENT_approach], approach, &r, e);
	if (st != ST_OK)
		return st;
	if (row_ref(r, F_approach_encounter) != 0)
		st = err_set(e, ST_CONFLICT, "It became an encounter "
		    "already.");
	else if (row_is(r, F_approach_status, "said no"))
		st = err_set(e, ST_CONFLICT, "They said no: if they agreed "
		    "after all, set status=agreed first.");
	if (st == ST_OK)
		st = step_begin(app, e);
	if (st != ST_OK) {
		row_free(r);
		return st;
	}
	st = approach_encounter(app, r, day, encounter, e);
	if (st == ST_OK)
		st = change(app, approach, "became encounter", "", *encounter,
		    e);
	buf_init(&label, BUF_LINE);
	ref_text(app, r->ent, approach, &label);
	buf_add(&label, " became ");
	if (st == ST_OK)
		ref_text(app, entities[ENT_encounter], *encounter, &label);
	st = step_end(app, st, label.p, e);
	buf_clear(&label);
	row_free(r);
	return st;
}
