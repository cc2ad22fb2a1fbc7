/* quick_cast.c - who and what there is in the world of quick entry. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/app/quick_world.h"

#include <string.h>

#include "base/mem.h"
#include "model/encounter.h"
#include "model/fields.h"
#include "model/id.h"
#include "model/set.h"

/* --- making rows --------------------------------------------------------- */

static struct row *
add(struct world *w, enum entity_no no)
{
	struct row *row = row_new(entities[no]);

	row->id = FIRST_ID + (int64_t)w->n;
	w->rows = xreallocarray(w->rows, w->n + 1, sizeof *w->rows);
	w->rows[w->n++] = row;
	return row;
}

static void
add_school(struct world *w, const char *urn, const char *name, const char *la,
    const char *low, const char *high)
{
	struct row *row = add(w, ENT_school);

	row_set(row, F_school_urn, urn);
	row_set(row, F_school_name, name);
	row_set(row, F_school_la, la);
	row_set(row, F_school_low_age, low);
	row_set(row, F_school_high_age, high);
	row_set(row, F_school_status, "Open");
}

static void
close_school(struct world *w, const char *day)
{
	row_set(w->rows[w->n - 1], F_school_status, "Closed");
	row_set(w->rows[w->n - 1], F_school_closed, day);
}

static void
add_employer(struct world *w, const char *name, const char *also)
{
	struct row *row = add(w, ENT_employer);

	row_set(row, F_employer_name, name);
	if (also != NULL)
		set_put(row_members(row, F_employer_also),
		    row->ent->fields[F_employer_also].set, &also);
}

int64_t
world_id(const struct world *w, enum entity_no no, const char *name)
{
	int f = entity_field(entities[no], no == ENT_cpd ? "title" : "name");

	for (size_t i = 0; i < w->n; i++)
		if (w->rows[i]->ent == entities[no] &&
		    str_starts(row_get(w->rows[i], f), name))
			return w->rows[i]->id;
	abort();
}

static void
add_role(struct world *w, const char *contact, const char *school,
    const char *role)
{
	struct row *row = add(w, ENT_role);

	row_set_ref(row, F_role_contact, "contact",
	    world_id(w, ENT_contact, contact));
	row_set_ref(row, F_role_organisation, "school",
	    world_id(w, ENT_school, school));
	row_set(row, F_role_role, role);
}

static void
add_contact(struct world *w, const char *name)
{
	row_set(add(w, ENT_contact), F_contact_name, name);
}

static struct row *
add_task(struct world *w, const char *title, const char *school,
    const char *due)
{
	struct row *row = add(w, ENT_task);

	row_set(row, F_task_title, title);
	row_set(row, F_task_status, "open");
	row_set(row, F_task_due, due);
	row_set_ref(row, F_task_school, "school",
	    world_id(w, ENT_school, school));
	return row;
}

static struct row *
add_visit(struct world *w, const char *school, const char *kind,
    const char *date, const char *status)
{
	struct row *row = add(w, ENT_visit);

	row_set_ref(row, F_visit_school, "school",
	    world_id(w, ENT_school, school));
	row_set(row, F_visit_kind, kind);
	row_set(row, F_visit_date, date);
	row_set(row, F_visit_status, status);
	return row;
}

/* A call to CONTACT without an answer. */
static void
add_call(struct world *w, const char *contact, const char *school,
    const char *date)
{
	struct row *row = add_visit(w, school, "call", date, "done");
	char code[ID_CODE];

	id_code(world_id(w, ENT_contact, contact), code);
	set_put(row_members(row, F_visit_people),
	    row->ent->fields[F_visit_people].set, (const char *[]){ code });
	row_set(row, F_visit_result, "no answer");
}

static void
add_action(struct world *w, int64_t plan, const char *number,
    const char *title, const char *status)
{
	struct row *row = add_task(w, title, "Northgate School", "");

	row_set_ref(row, F_task_plan, "plan", plan);
	row_set(row, F_task_number, number);
	row_set(row, F_task_status, status);
}

/* What is under way at the schools this week. */
static void
fill_week(struct world *w)
{
	struct row *row;
	int64_t plan;

	add_task(w, "Send toolkit", "Northgate School", "2026-11-23");
	add_task(w, "Book the hall", "Northgate School", "2026-12-01");
	row = add_task(w, "Call Ms Okoro", "Harbour UTC", "2026-11-20");
	row_set_ref(row, F_task_about, "contact",
	    world_id(w, ENT_contact, "Ms Okoro"));
	row_set(row, F_task_attempt, "2");
	row = add_task(w, "Call about the fair", "Ashdown", "2026-11-24");
	row_set_ref(row, F_task_about, "contact",
	    world_id(w, ENT_contact, "Ms Rumana"));
	row_set(row, F_task_attempt, "1");
	row = add_task(w, "Call Ms Chowdhury's deputy", "Ashdown",
	    "2026-11-24");
	row_set_ref(row, F_task_about, "contact",
	    world_id(w, ENT_contact, "Ms Rumana"));
	add_call(w, "Ms Okoro", "Harbour UTC", "2026-11-12");
	add_call(w, "Ms Okoro", "Harbour UTC", "2026-11-17");
	row = add(w, ENT_notice);
	plan = row->id;
	row_set(row, F_notice_title, "Autumn assessment");
	row = add(w, ENT_recipient);
	row_set_ref(row, F_recipient_notice, "notice", plan);
	row_set_ref(row, F_recipient_organisation, "school",
	    world_id(w, ENT_school, "Harbour UTC"));
	row_set(row, F_recipient_status, "sent");
	row = add(w, ENT_recipient);
	row_set_ref(row, F_recipient_notice, "notice", plan);
	row_set_ref(row, F_recipient_organisation, "school",
	    world_id(w, ENT_school, "Ashdown"));
	row_set_ref(row, F_recipient_contact, "contact",
	    world_id(w, ENT_contact, "Ms Rumana"));
	row_set(row, F_recipient_status, "sent");
	row = add(w, ENT_plan);
	plan = row->id;
	row_set_ref(row, F_plan_school, "school",
	    world_id(w, ENT_school, "Northgate School"));
	row_set(row, F_plan_year, "2026/27");
	add_action(w, plan, "1", "Audit the careers page", "done");
	add_action(w, plan, "2", "Find a link governor", "dropped");
	add_action(w, plan, "3", "Publish the programme", "open");
	add_action(w, plan, "4", "Survey Y9", "open");
	add_visit(w, "Sandmere", "visit", "2026-12-02", "planned");
	row = add_visit(w, "Sandmere", "visit", "2026-11-25", "planned");
	row_set(row, F_visit_school, "");
	row_set_ref(row, F_visit_employer, "employer",
	    world_id(w, ENT_employer, "Arup"));
	add_visit(w, "Ashdown", "visit", "2026-11-19", "planned");
	add_visit(w, "Ashdown", "call", "2026-11-18", "planned");
}

/* CONTACT, who is new, as an Enterprise Adviser matched with SCHOOLS, one after
 * the other. */
static void
add_adviser(struct world *w, const char *contact, const char *const *schools)
{
	struct row *row;
	int64_t id;

	add_contact(w, contact);
	row = add(w, ENT_volunteer);
	id = row->id;
	row_set_ref(row, F_volunteer_contact, "contact",
	    world_id(w, ENT_contact, contact));
	row_set(row, F_volunteer_kind, "enterprise adviser");
	for (; *schools != NULL; schools++) {
		row = add(w, ENT_match);
		row_set_ref(row, F_match_volunteer, "volunteer", id);
		row_set_ref(row, F_match_school, "school",
		    world_id(w, ENT_school, *schools));
		row_set(row, F_match_status, "working");
	}
}

static void
add_offer(struct world *w, const char *employer)
{
	struct row *row = add(w, ENT_offer);

	row_set_ref(row, F_offer_organisation, "employer",
	    world_id(w, ENT_employer, employer));
	row_set(row, F_offer_kind, "talks");
}

static void
add_fact(struct world *w, const char *school, const char *fact,
    const char *value)
{
	struct row *row = add(w, ENT_fact);

	row_set_ref(row, F_fact_school, "school",
	    world_id(w, ENT_school, school));
	row_set(row, F_fact_year, "2026/27");
	row_set(row, F_fact_fact, fact);
	row_set(row, F_fact_value, value);
}

static void
add_placement(struct world *w, const char *school, const char *employer,
    const char *from)
{
	struct row *row = add(w, ENT_placement);

	row_set_ref(row, F_placement_school, "school",
	    world_id(w, ENT_school, school));
	row_set_ref(row, F_placement_employer, "employer",
	    world_id(w, ENT_employer, employer));
	row_set(row, F_placement_kind, "work experience");
	row_set(row, F_placement_status, "planned");
	row_set(row, F_placement_from, from);
	row_set(row, F_placement_places, "6");
}

static void
add_cpd(struct world *w, const char *title, const char *date)
{
	struct row *row = add(w, ENT_cpd);

	row_set(row, F_cpd_title, title);
	row_set(row, F_cpd_date, date);
}

static void
add_booking(struct world *w, const char *cpd, const char *contact)
{
	struct row *row = add(w, ENT_booking);

	row_set_ref(row, F_booking_cpd, "cpd", world_id(w, ENT_cpd, cpd));
	row_set_ref(row, F_booking_contact, "contact",
	    world_id(w, ENT_contact, contact));
	row_set(row, F_booking_status, "booked");
}

static void
add_rolls(struct world *w, const char *school, const char *year, int first,
    const int *pupils)
{
	for (; *pupils > 0; pupils++, first++) {
		struct row *row = add(w, ENT_roll);
		char text[16];

		row_set_ref(row, F_roll_school, "school",
		    world_id(w, ENT_school, school));
		row_set(row, F_roll_year, year);
		snprintf(text, sizeof text, "y%d", first);
		row_set(row, F_roll_group, text);
		snprintf(text, sizeof text, "%d", *pupils);
		row_set(row, F_roll_pupils, text);
		row_set(row, F_roll_source, "rolled forward");
	}
}

static void
add_planned(struct world *w, const char *school, const char *type,
    const char *date, const char *expected)
{
	struct row *row = add(w, ENT_encounter);
	char code[ID_CODE];

	id_code(world_id(w, ENT_school, school), code);
	set_put(row_members(row, F_encounter_schools), &encounter_schools_set,
	    (const char *[]){ code, "" });
	set_put(row_members(row, F_encounter_years), &encounter_years_set,
	    (const char *[]){ code, "y10", expected, "", "", "", "" });
	row_set(row, F_encounter_type, type);
	row_set(row, F_encounter_date, date);
	row_set(row, F_encounter_status, "planned");
}

/* An official result of 50 throughout. */
static void
add_compass(struct world *w, const char *school, const char *date)
{
	struct row *row = add(w, ENT_assessment);

	row_set_ref(row, F_assessment_school, "school",
	    world_id(w, ENT_school, school));
	row_set(row, F_assessment_date, date);
	row_set(row, F_assessment_source, "compass");
	row_set(row, F_assessment_framework, "G2024");
	for (int bm = 0; bm < BENCHMARKS; bm++)
		row_set(row, F_assessment_bm1 + bm, "50");
}

void
world_fill(struct world *w)
{
	static const int sandmere[] = { 182, 180, 178, 181, 175, 121, 118, 0 };
	static const int brookvale[] = { 10, 12, 11, 9, 8, 0 };

	add_school(w, "900123", "Sandmere Park Academy", "Havering", "11",
	    "18");
	add_school(w, "900124", "Harbour UTC", "Newham", "14", "19");
	add_school(w, "900125", "Northgate School", "Newham", "11", "16");
	add_school(w, "900126", "Brookvale Special School", "Barking", "11",
	    "16");
	add_school(w, "900127", "Ashdown Green School", "Havering", "11",
	    "18");
	add_school(w, "900128", "All Souls High", "Hackney", "11", "18");
	add_school(w, "900129", "All Souls School and Technology College",
	    "Barking", "11", "18");
	add_school(w, "900130", "Dockside Enterprise Academy", "Newham", "11",
	    "18");
	add_school(w, "900131", "Park Hill High School", "Redbridge", "11",
	    "16");
	add_school(w, "900132", "Park Hill Sixth Form", "Redbridge", "16",
	    "19");
	add_school(w, "900133", "Barclay Primary School", "Waltham Forest",
	    "3", "11");
	add_school(w, "900134", "Barclay Nursery", "Waltham Forest", "3", "4");
	add_school(w, "900135", "Eastfield College", "Havering", "16", "99");
	add_school(w, "900136", "Mill Lane Academy", "Newham", "11", "16");
	row_set(w->rows[w->n - 1], F_school_opened, "2025-09-01");
	add_school(w, "900137", "Mill Lane Academy", "Newham", "11", "16");
	close_school(w, "2025-08-31");
	add_school(w, "900138", "Old Ford College", "Newham", "11", "16");
	close_school(w, "2026-08-31");
	add_employer(w, "Barclays Bank", NULL);
	add_employer(w, "Arup", NULL);
	add_employer(w, "City Cranes", NULL);
	add_employer(w, "Transport for London", "TfL");
	add_employer(w, "Marks & Spencer", NULL);
	add_employer(w, "Borough Council", NULL);
	add_employer(w, "Dockside", NULL);
	add_employer(w, "Green Energy", NULL);
	row_set(add(w, ENT_partner), F_partner_name, "Eastfield College");
	row_set(add(w, ENT_cluster), F_cluster_name, "Tech East");
	row_set(w->rows[w->n - 1], F_cluster_short_name, "tech-east");
	add_contact(w, "Mr Hale");
	add_contact(w, "Ms Grace Bell");
	add_contact(w, "Ms Rumana Chowdhury");
	add_contact(w, "Mr Dale");
	add_contact(w, "J Smith");
	add_contact(w, "Anna Smith");
	add_contact(w, "Peter Smith");
	add_contact(w, "Dr Owen Smith");
	add_contact(w, "Mr Tom Nwosu");
	add_contact(w, "Ms Joy Nwosu");
	add_contact(w, "Ms Okoro");
	add_role(w, "Mr Hale", "Harbour UTC", "head");
	add_role(w, "Ms Grace Bell", "Northgate School", "careers leader");
	add_role(w, "Ms Joy Nwosu", "Northgate School", "head");
	add_role(w, "Ms Okoro", "Harbour UTC", "deputy head");
	add_role(w, "J Smith", "Northgate School", "teacher");
	add_role(w, "Anna Smith", "Sandmere Park Academy", "senco");
	add_cpd(w, "LMI in the curriculum", "2026-11-17");
	add_cpd(w, "LMI for beginners", "2026-11-10");
	add_cpd(w, "Compass for all", "2026-12-09");
	row_set(w->rows[w->n - 1], F_cpd_capacity, "2");
	add_cpd(w, "Compass again", "2027-01-13");
	add_booking(w, "LMI in", "Ms Grace Bell");
	add_booking(w, "LMI in", "Ms Rumana Chowdhury");
	add_booking(w, "LMI in", "Mr Dale");
	add_rolls(w, "Sandmere", "2026/27", 7, sandmere);
	add_rolls(w, "Brookvale", "2026/27", 7, brookvale);
	add_compass(w, "Harbour", "2026-07-31");
	add_planned(w, "Sandmere", "mock interview", "2026-11-24", "30");
	add_planned(w, "Sandmere", "careers fair", "2026-11-26", "200");
	add_planned(w, "Northgate School", "mock interview", "2026-11-20",
	    "30");
	fill_week(w);
	add_adviser(w, "Tom Adeyemi", (const char *const[]){
	    "Northgate School", NULL });
	add_adviser(w, "Tom Barker", (const char *const[]){
	    "Harbour", "Ashdown", NULL });
	add_offer(w, "City Cranes");
	add_offer(w, "Borough Council");
	add_placement(w, "Harbour", "Arup", "2027-02-01");
	add_placement(w, "Harbour", "City Cranes", "2027-02-08");
	add_placement(w, "Ashdown", "Arup", "2027-02-01");
	add_fact(w, "Sandmere", "leader hours", "4");
	add_fact(w, "Sandmere", "programme page", "sandm.example/careers");
	row_set(add(w, ENT_user), F_user_name, "bel");
}
