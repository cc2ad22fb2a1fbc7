/* rules.c - rules that need more than one record.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/rules.h"

#include "app/assess_fill.h"
#include "app/checklist.h"
#include "app/erase.h"
#include "app/notice.h"
#include "app/options.h"
#include "app/record.h"
#include "app/rules_booking.h"
#include "app/rules_claim.h"
#include "app/rules_commitment.h"
#include "app/rules_match.h"
#include "app/rules_programme.h"
#include "app/rules_request.h"
#include "app/rules_week.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/rules.h"
#include "db/store.h"
#include "model/encounter.h"
#include "model/fields.h"
#include "model/numbers.h"

/* The same twice at one time would count twice. */
static enum status
member_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	int64_t other;
	enum status st;

	(void)old;
	if (!row_is_empty(row, F_member_archived))
		return ST_OK;
	st = rules_member_of(app->db, row_ref(row, F_member_cluster),
	    row_get(row, F_member_organisation),
	    row_ref(row, F_member_organisation), row_get(row, F_member_from),
	    row_get(row, F_member_to), row->id, &other, e);
	if (st != ST_OK || other == 0)
		return st;
	return err_field(e, ST_CONFLICT, "organisation",
	    "It is a member of this cluster at that time already.");
}

/* Nobody holds one role at one place twice at a time. */
static enum status
role_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	char today[11];
	int64_t other = 0;
	enum status st;

	day_iso(app->today, today);
	if (old != NULL || row_ref(row, F_role_contact) == 0 ||
	    row_is_empty(row, F_role_organisation) ||
	    !row_is_empty(row, F_role_to) ||
	    !row_is_empty(row, F_role_archived))
		return ST_OK;
	st = rules_role_of(app->db, row_ref(row, F_role_contact),
	    row_get(row, F_role_organisation),
	    row_ref(row, F_role_organisation), row_get(row, F_role_role),
	    row_is_empty(row, F_role_from) ? today : row_get(row, F_role_from),
	    &other, e);
	if (st != ST_OK || other == 0)
		return st;
	return err_field(e, ST_CONFLICT, "role",
	    "This person is %s there already; change that role.",
	    row_get(row, F_role_role));
}

/* One roll a school, academic year and year group. */
static enum status
roll_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	int64_t other;
	enum status st;

	if (row_ref(row, F_roll_school) == 0 ||
	    !row_is_empty(row, F_roll_archived) || (old != NULL &&
	    row_is_empty(old, F_roll_archived) &&
	    row_same(old, row, F_roll_school) &&
	    row_same(old, row, F_roll_year) && row_same(old, row, F_roll_group)))
		return ST_OK;
	st = rules_roll_of(app->db, row_ref(row, F_roll_school),
	    row_get(row, F_roll_year), row_get(row, F_roll_group), &other, e);
	if (st != ST_OK || other == 0 || other == row->id)
		return st;
	return err_field(e, ST_CONFLICT, "group",
	    "This school has a roll for %s in %s already; change that one.",
	    row_get(row, F_roll_group), row_get(row, F_roll_year));
}

/* Every tick of BM; what is there already stays. */
static void
put_ticks(struct row *row, int bm)
{
	struct strs w = { 0 };

	str_words(&w, benchmark_ticks(bm));
	for (size_t i = 0; i < w.n; i++)
		set_put(row_members(row, F_encounter_ticks),
		    &encounter_ticks_set, (const char *[]){ w.v[i] });
	strs_clear(&w);
}

/* A new one of a type that a hub takes to be meaningful has all ticks of its
 * benchmarks, unless somebody ticked. */
static void
preset_ticks(struct app *app, struct row *row)
{
	const struct field *f = &row->ent->fields[F_encounter_type];
	const struct set *bms = row_members(row, F_encounter_benchmarks);
	struct strs w = { 0 };
	bool found = false;

	str_split(&w, option_text(app->opt, OPT_PRESET_TICKS), ',');
	for (size_t i = 0; i < w.n && !found; i++) {
		const struct choice *c = field_choice(f, w.v[i]);

		found = c != NULL && row_is(row, F_encounter_type, c->word);
	}
	strs_clear(&w);
	for (size_t i = 0; found && i < bms->n; i++)
		put_ticks(row, bms->m[i].v[0][0] - '0');
}

/* What is still to come did not take place yet. */
static enum status
encounter_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	int day = row_day(row, F_encounter_date);
	char shown[24];

	if (old == NULL && row_is_empty(row, F_encounter_ticks))
		preset_ticks(app, row);
	if (!row_is(row, F_encounter_status, "delivered") ||
	    day == DAY_NONE || day <= app->today || (old != NULL &&
	    row_same(old, row, F_encounter_status) &&
	    row_same(old, row, F_encounter_date)))
		return ST_OK;
	day_long(day, shown);
	return err_field(e, ST_INVALID, "status", "%s is still to come: it"
	    " cannot be delivered, only planned or confirmed.", shown);
}

/* A school without a URN is known by the number the hub gave it. */
static enum status
school_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	int64_t other;
	struct buf title;
	enum status st;

	if (row_is_empty(row, F_school_local_number) ||
	    (old != NULL && row_same(old, row, F_school_local_number)))
		return ST_OK;
	st = rules_school_of(app->db, row_get(row, F_school_local_number),
	    row->id, &other, e);
	if (st != ST_OK || other == 0)
		return st;
	buf_init(&title, BUF_LINE);
	title_text(app, row->ent, other, &title);
	st = err_field(e, ST_CONFLICT, "local_number",
	    "The local number %s is that of %s already.",
	    row_get(row, F_school_local_number), title.p);
	buf_clear(&title);
	return st;
}

/* Who saves a view owns it. */
static enum status
view_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	(void)e;
	if (old == NULL && row_is_empty(row, F_view_owner))
		row_set(row, F_view_owner, app->user);
	return ST_OK;
}

static const struct rule {
	enum entity_no	  ent;
	enum status	(*before)(struct app *, const struct row *, struct row *,
			    struct err *);
	enum status	(*after)(struct app *, const struct row *,
			    const struct row *, struct err *);
} rules[] = {
	{ ENT_approach, approach_before, approach_after },
	{ ENT_assessment, assessment_before, NULL },
	{ ENT_booking,	booking_before,	booking_after },
	{ ENT_case,	case_before,	checklist_follow },
	{ ENT_case,	NULL,		case_after },
	{ ENT_checklist, checklist_before, checklist_after },
	{ ENT_claim,	claim_before,	NULL },
	{ ENT_commitment, commitment_before, NULL },
	{ ENT_coordinator, coordinator_before, coordinator_after },
	{ ENT_cover,	cover_before,	NULL },
	{ ENT_cpd,	NULL,		checklist_follow },
	{ ENT_encounter, encounter_before, checklist_follow },
	{ ENT_encounter, NULL,		requests_follow },
	{ ENT_fact,	fact_before,	NULL },
	{ ENT_handover,	handover_before, NULL },
	{ ENT_line,	line_before,	NULL },
	{ ENT_match,	match_before,	match_after },
	{ ENT_member,	member_before,	NULL },
	{ ENT_membership, membership_before, NULL },
	{ ENT_notice,	notice_before,	notice_after },
	{ ENT_pilot,	pilot_before,	NULL },
	{ ENT_plan,	plan_before,	NULL },
	{ ENT_recipient, recipient_before, recipient_after },
	{ ENT_request,	request_before,	NULL },
	{ ENT_role,	role_before,	NULL },
	{ ENT_roll,	roll_before,	NULL },
	{ ENT_school,	school_before,	NULL },
	{ ENT_task,	task_before,	task_after },
	{ ENT_view,	view_before,	NULL },
	{ ENT_visit,	visit_before,	checklist_follow },
	{ ENT_volunteer, volunteer_before, volunteer_after },
};

enum status
rules_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	enum status st = erase_guard(app, old, row, e);
	size_t i;

	for (i = 0; st == ST_OK && i < sizeof rules / sizeof rules[0]; i++)
		if (rules[i].ent == row->ent->no && rules[i].before != NULL)
			st = rules[i].before(app, old, row, e);
	return st;
}

enum status
rules_after(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	enum status st = ST_OK;
	size_t i;

	for (i = 0; st == ST_OK && i < sizeof rules / sizeof rules[0]; i++)
		if (rules[i].ent == row->ent->no && rules[i].after != NULL)
			st = rules[i].after(app, old, row, e);
	return st;
}
