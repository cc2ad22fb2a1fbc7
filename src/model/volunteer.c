/* volunteer.c - choices, sets and rules of volunteers.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

const struct choice volunteer_kinds[] = {
	{ .word = "enterprise adviser", .label = "Enterprise Adviser",
	  .also = "ea,adviser,enterprise advisor" },
	{ .word = "governor", .label = "Governor" },
	{ .word = "mentor", .label = "Mentor" },
	{ .word = "speaker", .label = "Speaker" },
	{ 0 }
};

/* domain.md 7, in order: the first of volunteer_stages. */
enum { STAGE_ENQUIRY, STAGE_SIGNED_UP, STAGE_INDUCTED, STAGE_CHECKED };
static const struct choice volunteer_stages[] = {
	{ .word = "enquiry", .label = "Enquiry" },
	{ .word = "signed up", .label = "Signed up", .also = "joined" },
	{ .word = "inducted", .label = "Inducted" },
	{ .word = "checked", .label = "Checked" },
	{ .word = "matched", .label = "Matched" },
	{ .word = "resting", .label = "Resting", .also = "paused" },
	{ .word = "closed", .label = "Closed", .also = "left" },
	{ 0 }
};

const struct choice dbs_statuses[] = {
	{ .word = "not needed", .label = "Not needed" },
	{ .word = "asked", .label = "Asked for", .also = "requested" },
	{ .word = "seen clear", .label = "Seen, clear", .also = "clear,seen" },
	{ .word = "renew by", .label = "To be renewed by", .also = "renew" },
	{ 0 }
};

static const struct choice inductions[] = {
	{ .word = "yes" }, { .word = "no" }, { 0 }
};

static const struct choice qualifications[] = {
	{ .word = "level 2 or below" }, { .word = "level 3" },
	{ .word = "level 4 or 5" }, { .word = "degree" },
	{ .word = "higher degree" }, { .word = "none" }, { 0 }
};

static const struct choice how_heards[] = {
	{ .word = "employer" }, { .word = "colleague" }, { .word = "school" },
	{ .word = "event" }, { .word = "web" }, { .word = "other" }, { 0 }
};

static const struct choice employments[] = {
	{ .word = "employed full time" }, { .word = "employed part time" },
	{ .word = "self-employed" }, { .word = "retired" },
	{ .word = "not working" }, { 0 }
};

static const struct setdef volunteer_boroughs_set = {
	.table = "volunteer_borough", .shape = SET_WORDS, .nkeys = 1,
	.ncols = 1,
	.cols = (const struct field[]){
		{ .id = "borough", .type = FT_TEXT, .label = "Borough",
		  .max = 100, .help = "A borough they are willing to go to." },
	},
};

/* Its day, or whether it has been: a spreadsheet often knows no more. */
static enum status
volunteer_check_induction(const struct field *f, const char *value,
    struct err *e)
{
	if (str_in(value, "yes no") || date_like(value))
		return ST_OK;
	return field_refuse(e, f->id, "\"%s\" is neither the day of the "
	    "induction nor yes or no", value);
}

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/volunteer.def"
};

/* "9 nov" is that day. */
static void
derive_induction(struct row *r, int today)
{
	struct err why = { 0 };
	char iso[11];
	int day;

	if (str_in(row_get(r, F_volunteer_induction), "yes no") ||
	    row_is_empty(r, F_volunteer_induction) ||
	    date_parse(row_get(r, F_volunteer_induction), today, DATE_BACK,
	    &day, &why) != ST_OK)
		return;
	day_iso(day, iso);
	row_set(r, F_volunteer_induction, iso);
}

static bool
inducted(const struct row *r, int today)
{
	int day = day_from_iso(row_get(r, F_volunteer_induction));

	return row_is(r, F_volunteer_induction, "yes") ||
	    (day != DAY_NONE && day <= today);
}

static bool
dbs_holds(const struct row *r, int today)
{
	int day = row_day(r, F_volunteer_dbs_date);

	if (row_is(r, F_volunteer_dbs_status, "renew by"))
		return day != DAY_NONE && day >= today;
	return row_is(r, F_volunteer_dbs_status, "not needed") ||
	    row_is(r, F_volunteer_dbs_status, "seen clear");
}

/* How far they are by what the record says; matched, resting and closed are
 * for people to say. */
static int
stage_by_facts(const struct row *r, int today)
{
	if (inducted(r, today))
		return dbs_holds(r, today) ? STAGE_CHECKED : STAGE_INDUCTED;
	return row_is_empty(r, F_volunteer_signed_up) ? STAGE_ENQUIRY :
	    STAGE_SIGNED_UP;
}

static int
stage_of(const struct row *r)
{
	int i = 0;

	while (volunteer_stages[i].word != NULL &&
	    !row_is(r, F_volunteer_stage, volunteer_stages[i].word))
		i++;
	return i;
}

/* A stage that is no further than what the record said follows what it says
 * now; one that was typed stays. */
static void
derive_stage(const struct row *old, struct row *r, int today)
{
	int before = old != NULL ? stage_by_facts(old, today) : STAGE_ENQUIRY;
	int now = stage_by_facts(r, today);

	if (now != before && stage_of(r) <= before &&
	    (old == NULL || row_same(old, r, F_volunteer_stage)))
		row_set(r, F_volunteer_stage, volunteer_stages[now].word);
}

static void
volunteer_derive(const struct row *old, struct row *r, int today)
{
	derive_induction(r, today);
	derive_stage(old, r, today);
}

static enum status
volunteer_check(const struct row *r, struct err *e)
{
	enum status st = check_day(r, F_volunteer_signed_up, e);

	return st != ST_OK ? st : check_day(r, F_volunteer_dbs_date, e);
}

const struct entity volunteer_entity = {
	.no = ENT_volunteer, .id = "volunteer", .title = "Volunteer",
	.plural = "Volunteers", .ids = "volunteers", .also = "adviser ea",
	.go = 'a',
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_volunteer_signed_up,
	.empty = "No volunteers yet. n makes one.",
	.says = "Status and date of a DBS check only: never a certificate or "
	    "its number.",
	.derive = volunteer_derive, .check = volunteer_check,
};
