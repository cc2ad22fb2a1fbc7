/* pledge_counts.c - what one record counts for in a commitment.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What did not happen keeps no promise: who was invited and did not come, an
 * evening for parents alone, a place that nobody took.
 */
#include "model/pledge.h"

#include "base/date.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

/* Types of encounter that are not for pupils, unless pupils are counted. */
static const char *const for_adults[] = { "parents' event",
	"teacher placement" };

static bool
came(const struct row *r, const struct entity *who, int64_t id)
{
	const struct set *s = row_members(r, who == &employer_entity ?
	    F_encounter_employers : F_encounter_providers);

	for (size_t i = 0; i < s->n; i++)
		if (member_ref(&s->m[i], EE_EMPLOYER) == id)
			return !str_eq(s->m[i].v[EE_PART], "invited") &&
			    !str_eq(s->m[i].v[EE_PART], "did not come");
	return false;
}

static bool
is_for_adults(const struct row *r)
{
	for (size_t i = 0; i < COUNT_OF(for_adults); i++)
		if (row_is(r, F_encounter_type, for_adults[i]))
			return true;
	return false;
}

/* A line counts until it is said that nobody came. */
static bool
meets_pupils(const struct row *r)
{
	const struct set *years = row_members(r, F_encounter_years);

	for (size_t i = 0; i < years->n; i++)
		if (!str_eq(years->m[i].v[EY_GROUP], "adult") &&
		    !str_eq(years->m[i].v[EY_ATTENDED], "0"))
			return true;
	if (years->n > 0 || is_for_adults(r))
		return false;
	return row_int(r, F_encounter_adults, 0) == 0 ||
	    row_members(r, F_encounter_groups)->n > 0;
}

static int
first_day(int today)
{
	return year_first_day(year_of_day(today));
}

/* What went on until DAY, as at TODAY. */
static enum pledge_counts
happened(int day, int today)
{
	return day != DAY_NONE && day >= first_day(today) ? COUNTS_NOW :
	    COUNTS_EARLIER;
}

static enum pledge_counts
of_encounter(const struct row *r, int today, int *day)
{
	int from = row_day(r, F_encounter_date);
	int to = row_day(r, F_encounter_end);

	if (to == DAY_NONE)
		to = from;
	if (row_is(r, F_encounter_status, "delivered") && from <= today) {
		*day = to < today ? to : today;
		return happened(to, today);
	}
	if (row_is(r, F_encounter_status, "cancelled") ||
	    row_is(r, F_encounter_status, "postponed"))
		return COUNTS_NOT;
	return to >= today ? COUNTS_PLANNED : COUNTS_LATE;
}

/* Planned, or begun and empty: its places are there while it lasts. */
static enum pledge_counts
to_come(int last, int today, enum pledge_counts what)
{
	return last == DAY_NONE || last >= today ? what : COUNTS_LATE;
}

static enum pledge_counts
of_placement(const struct row *r, int today, int *day)
{
	int from = row_day(r, F_placement_from);
	int to = row_day(r, F_placement_to);
	bool goes_on = row_is(r, F_placement_status, "under way");
	bool empty = row_is(r, F_placement_filled, "0");

	if (row_is(r, F_placement_status, "cancelled"))
		return COUNTS_NOT;
	if (!goes_on && !row_is(r, F_placement_status, "finished"))
		return to_come(to != DAY_NONE ? to : from, today,
		    COUNTS_PLANNED);
	if (from != DAY_NONE && from > today)
		return empty ? COUNTS_OFFERED : COUNTS_PLANNED;
	if (to == DAY_NONE)
		to = goes_on ? today : from;
	if (empty)
		return goes_on && to >= today ? COUNTS_OFFERED : COUNTS_NOT;
	*day = to > today ? today : to;
	return happened(to, today);
}

static enum pledge_counts
of_offer(const struct row *r, int today)
{
	int to = row_day(r, F_offer_to);

	if (!row_is(r, F_offer_status, "open"))
		return COUNTS_NOT;
	return to == DAY_NONE || to >= today ? COUNTS_OFFERED : COUNTS_LAPSED;
}

static enum pledge_counts
of_volunteer(const struct row *r)
{
	if (row_is(r, F_volunteer_stage, "enquiry"))
		return COUNTS_PLANNED;
	return row_is(r, F_volunteer_stage, "resting") ||
	    row_is(r, F_volunteer_stage, "closed") ? COUNTS_EARLIER :
	    COUNTS_NOW;
}

/* A role at a school of somebody who works at the organisation. */
static enum pledge_counts
of_role(const struct row *r, int today)
{
	int from = row_day(r, F_role_from), to = row_day(r, F_role_to);

	if (!str_starts(row_get(r, F_role_organisation), "school/"))
		return COUNTS_NOT;
	if (from != DAY_NONE && from > today)
		return COUNTS_PLANNED;
	return to == DAY_NONE || to >= today ? COUNTS_NOW : COUNTS_EARLIER;
}

enum pledge_counts
pledge_counts_of(const struct row *r, const struct entity *who, int64_t id,
    int today, int *day)
{
	*day = DAY_NONE;
	switch (r->ent->no) {
	case ENT_encounter:
		return came(r, who, id) && meets_pupils(r) ?
		    of_encounter(r, today, day) : COUNTS_NOT;
	case ENT_placement:
		return of_placement(r, today, day);
	case ENT_offer:
		return of_offer(r, today);
	case ENT_volunteer:
		return of_volunteer(r);
	case ENT_role:
		return of_role(r, today);
	default:
		return COUNTS_NOT;
	}
}
