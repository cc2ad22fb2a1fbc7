/* test_pledge_counts.c - what one record counts for in a commitment: one that
 * keeps it, and those that nearly do. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "base/date.h"
#include "model/encounter.h"
#include "model/fields.h"
#include "model/id.h"
#include "model/pledge.h"
#include "model/tables.h"
#include "tests/lib/test.h"

#define US	7		/* the organisation */
static int today;

static enum pledge_counts
counts(const struct row *r, const struct entity *who, int *day)
{
	return pledge_counts_of(r, who, US, today, day);
}

static void
join(struct row *r, int f, const struct setdef *def, int64_t id,
    const char *part)
{
	char code[ID_CODE];

	id_code(id, code);
	set_put(row_members(r, f), def, (const char *[]){ code, part });
}

static void
line(struct row *r, const char *group, const char *attended)
{
	char code[ID_CODE];

	id_code(1, code);
	set_put(row_members(r, F_encounter_years), &encounter_years_set,
	    (const char *[]){ code, group, "30", attended, "", "", "" });
}

static const struct {
	const char	*status, *date, *end, *part;
	const char	*group, *attended;	/* NULL: no line */
	const char	*type;
	enum pledge_counts want;
} meetings[] = {
	{ "delivered", "2026-10-01", "", "came", "y9", "30", "talk", COUNTS_NOW },
	{ "delivered", "2026-10-01", "", "", NULL, NULL, "talk", COUNTS_NOW },
	{ "delivered", "2026-09-01", "", "", "y9", "", "talk", COUNTS_NOW },
	{ "delivered", "2026-10-01", "", "did not come", "y9", "30", "talk",
	    COUNTS_NOT },
	{ "delivered", "2026-10-01", "", "invited", "y9", "30", "talk",
	    COUNTS_NOT },
	{ "delivered", "2026-10-01", "", "came", "y9", "0", "talk", COUNTS_NOT },
	{ "delivered", "2026-10-01", "", "came", "adult", "30",
	    "parents' event", COUNTS_NOT },
	{ "delivered", "2026-10-01", "", "came", NULL, NULL, "parents' event",
	    COUNTS_NOT },
	{ "delivered", "2026-10-01", "", "came", "y9", "12", "parents' event",
	    COUNTS_NOW },
	{ "delivered", "2026-08-31", "", "came", "y9", "30", "talk",
	    COUNTS_EARLIER },
	{ "delivered", "2026-08-28", "2026-09-02", "came", "y9", "30", "talk",
	    COUNTS_NOW },
	{ "delivered", "2026-11-21", "", "came", "y9", "30", "talk",
	    COUNTS_PLANNED },
	{ "planned", "2026-11-20", "", "", NULL, NULL, "talk", COUNTS_PLANNED },
	{ "confirmed", "2027-09-09", "", "coming", NULL, NULL, "talk",
	    COUNTS_PLANNED },
	{ "planned", "2026-11-27", "", "invited", NULL, NULL, "talk",
	    COUNTS_NOT },
	{ "planned", "2025-10-01", "", "", NULL, NULL, "talk", COUNTS_LATE },
	{ "planned", "2026-11-19", "", "", NULL, NULL, "talk", COUNTS_LATE },
	{ "cancelled", "2026-10-01", "", "came", NULL, NULL, "talk",
	    COUNTS_NOT },
	{ "postponed", "2026-12-01", "", "", NULL, NULL, "talk", COUNTS_NOT },
};

static void
met(size_t i, const struct entity *who, int f, const struct setdef *def)
{
	struct row *r = row_new(&encounter_entity);
	int day;

	row_set(r, F_encounter_status, meetings[i].status);
	row_set(r, F_encounter_date, meetings[i].date);
	row_set(r, F_encounter_end, meetings[i].end);
	row_set(r, F_encounter_type, meetings[i].type);
	join(r, f, def, US + 1, "came");
	assert_int_equal(counts(r, who, &day), COUNTS_NOT);
	join(r, f, def, US, meetings[i].part);
	if (meetings[i].group != NULL)
		line(r, meetings[i].group, meetings[i].attended);
	if (counts(r, who, &day) != meetings[i].want)
		fail_msg("meeting %zu counts for %d", i,
		    (int)counts(r, who, &day));
	assert_true((day != DAY_NONE) == (meetings[i].want == COUNTS_NOW ||
	    meetings[i].want == COUNTS_EARLIER));
	row_free(r);
}

/* The same of an employer and of a provider. */
static void
only_those_who_met_pupils(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(meetings); i++) {
		met(i, &employer_entity, F_encounter_employers,
		    &encounter_employers_set);
		met(i, &partner_entity, F_encounter_providers,
		    &encounter_providers_set);
	}
}

static void
adults_alone_are_no_pupils(void **state)
{
	struct row *r = row_new(&encounter_entity);
	int day;

	(void)state;
	row_set(r, F_encounter_status, "delivered");
	row_set(r, F_encounter_date, "2026-10-01");
	row_set(r, F_encounter_type, "talk");
	join(r, F_encounter_employers, &encounter_employers_set, US, "");
	assert_int_equal(counts(r, &employer_entity, &day), COUNTS_NOW);
	assert_int_equal(day, day_from_ymd(2026, 10, 1));
	row_set(r, F_encounter_adults, "12");
	assert_int_equal(counts(r, &employer_entity, &day), COUNTS_NOT);
	line(r, "y9", "4");
	assert_int_equal(counts(r, &employer_entity, &day), COUNTS_NOW);
	row_free(r);
}

static const struct {
	const char	*status, *from, *to, *filled;
	enum pledge_counts want;
	const char	*last;
} placed[] = {
	{ "finished", "2026-10-05", "2026-10-09", "2", COUNTS_NOW,
	    "2026-10-09" },
	{ "finished", "2026-10-05", "", "", COUNTS_NOW, "2026-10-05" },
	{ "finished", "2026-10-05", "2026-10-09", "0", COUNTS_NOT, "" },
	{ "finished", "2026-07-06", "2026-07-10", "2", COUNTS_EARLIER,
	    "2026-07-10" },
	{ "finished", "2026-07-06", "2026-09-04", "2", COUNTS_NOW,
	    "2026-09-04" },
	{ "finished", "", "", "2", COUNTS_EARLIER, "" },
	{ "under way", "2026-06-01", "2027-03-31", "1", COUNTS_NOW,
	    "2026-11-20" },
	{ "under way", "2026-08-25", "", "", COUNTS_NOW, "2026-11-20" },
	{ "under way", "2026-06-01", "2026-08-31", "1", COUNTS_EARLIER,
	    "2026-08-31" },
	{ "under way", "2026-06-01", "2027-03-31", "0", COUNTS_OFFERED, "" },
	{ "under way", "2026-09-01", "2026-10-31", "0", COUNTS_NOT, "" },
	{ "under way", "2026-12-01", "", "1", COUNTS_PLANNED, "" },
	{ "planned", "2026-12-01", "", "0", COUNTS_PLANNED, "" },
	{ "confirmed", "2026-10-01", "2026-12-18", "", COUNTS_PLANNED, "" },
	{ "planned", "", "", "", COUNTS_PLANNED, "" },
	{ "planned", "2025-10-01", "", "", COUNTS_LATE, "" },
	{ "confirmed", "2025-10-01", "2025-10-05", "", COUNTS_LATE, "" },
	{ "cancelled", "2026-10-05", "2026-10-09", "2", COUNTS_NOT, "" },
};

static void
only_places_that_are_filled(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(placed); i++) {
		struct row *r = row_new(&placement_entity);
		enum pledge_counts n;
		char last[11];
		int day;

		row_set(r, F_placement_status, placed[i].status);
		row_set(r, F_placement_from, placed[i].from);
		row_set(r, F_placement_to, placed[i].to);
		row_set(r, F_placement_filled, placed[i].filled);
		n = counts(r, &employer_entity, &day);
		if (n != placed[i].want)
			fail_msg("placement %zu counts for %d", i, (int)n);
		day_iso(day, last);
		assert_string_equal(last, placed[i].last);
		row_free(r);
	}
}

static void
is(struct row *r, const struct entity *who, enum pledge_counts want)
{
	int day;

	assert_int_equal(counts(r, who, &day), want);
	assert_int_equal(day, DAY_NONE);
}

static void
only_offers_that_hold(void **state)
{
	struct row *r = row_new(&offer_entity);

	(void)state;
	row_set(r, F_offer_status, "open");
	is(r, &employer_entity, COUNTS_OFFERED);
	row_set(r, F_offer_to, "2026-11-20");
	is(r, &employer_entity, COUNTS_OFFERED);
	row_set(r, F_offer_to, "2026-11-19");
	is(r, &employer_entity, COUNTS_LAPSED);
	row_set(r, F_offer_to, "");
	row_set(r, F_offer_status, "withdrawn");
	is(r, &employer_entity, COUNTS_NOT);
	row_free(r);
}

static void
only_staff_who_serve_today(void **state)
{
	static const struct {
		const char	*stage;
		enum pledge_counts want;
	} grades[] = {
		{ "enquiry", COUNTS_PLANNED }, { "signed up", COUNTS_NOW },
		{ "matched", COUNTS_NOW }, { "resting", COUNTS_EARLIER },
		{ "closed", COUNTS_EARLIER },
	};
	struct row *r = row_new(&volunteer_entity);

	(void)state;
	for (size_t i = 0; i < COUNT_OF(grades); i++) {
		row_set(r, F_volunteer_stage, grades[i].stage);
		is(r, &employer_entity, grades[i].want);
	}
	row_free(r);
	r = row_new(&role_entity);
	row_set_ref(r, F_role_organisation, "employer", 9);
	is(r, &employer_entity, COUNTS_NOT);
	row_set_ref(r, F_role_organisation, "school", 9);
	is(r, &employer_entity, COUNTS_NOW);
	row_set(r, F_role_from, "2026-11-21");
	is(r, &employer_entity, COUNTS_PLANNED);
	row_set(r, F_role_from, "2025-11-21");
	row_set(r, F_role_to, "2026-11-19");
	is(r, &employer_entity, COUNTS_EARLIER);
	row_free(r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_those_who_met_pupils),
		cmocka_unit_test(adults_alone_are_no_pupils),
		cmocka_unit_test(only_places_that_are_filled),
		cmocka_unit_test(only_offers_that_hold),
		cmocka_unit_test(only_staff_who_serve_today),
	};

	today = day_from_ymd(2026, 11, 20);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
