/* demo_week.c - what the examples do this week, and a saved view.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/demo_int.h"
#include "base/str.h"
#include "model/encounter.h"
#include "model/id.h"

/* One line: who, when and how many. */
enum { NONE = -1 };

static const struct planned {
	int		 day;
	const char	*type, *status, *start, *finish;
	int		 minutes;
	short		 schools[4], years[4], expected[4];	/* NONE ends */
	short		 in;		/* schools whose numbers are in */
	short		 employers[8];
	short		 providers[2];
	bool		 cluster;	/* Tech East's */
	const char	*venue, *title;
} week[] = {
	/* To close: the day has passed. */
	{ -1, "careers fair", "planned", "09:30", "14:00", 270,
	  { ASHDOWN, HARBOUR, NORTHGATE, SANDMERE }, { 9, 10, 9, 9 },
	  { 60, 45, 90, 90 }, 2,
	  { ARUP, BARCLAYS, CITY_CRANES, COUNCIL, NONE },
	  { EASTFIELD_P, APPRENTICE_CO }, true, "Town Hall", "" },
	{ -2, "talk", "planned", "11:00", "", 50, { HARBOUR, NONE }, { 10 },
	  { 55 }, 0, { ARUP, NONE }, { NONE, NONE }, false, "", "" },
	{ -4, "guidance meeting", "planned", "", "", 45, { ASHDOWN, NONE },
	  { 11 }, { 6 }, 0, { NONE }, { NONE, NONE }, false, "", "" },
	/* Today. */
	{ 0, "mock interview", "confirmed", "13:10", "14:50", 100,
	  { SANDMERE, NONE }, { 10 }, { 24 }, 0,
	  { BARCLAYS, ARUP, CITY_CRANES, TFL, NONE }, { NONE, NONE }, false,
	  "Sixth form centre", "" },
	/* Coming; that of Tuesday falls into the mocks (demo_diary.c). */
	{ MON, "talk", "confirmed", "13:00", "13:50", 50, { HARBOUR, NONE },
	  { 10 }, { 50 }, 0, { ARUP, NONE }, { NONE, NONE }, false, "", "" },
	{ TUE, "cv workshop", "planned", "10:00", "12:30", 150,
	  { SANDMERE, NONE }, { 11 }, { 30 }, 0,
	  { BARCLAYS, ARUP, TFL, MARKS, NONE }, { NONE, NONE }, false, "",
	  "" },
	{ WED, "mock interview", "planned", "09:30", "12:00", 150,
	  { NORTHGATE, NONE }, { 10 }, { 24 }, 0, { BARCLAYS, ARUP, NONE },
	  { NONE, NONE }, false, "Library", "" },
	{ THU, "careers fair", "planned", "09:30", "14:00", 270,
	  { ASHDOWN, HARBOUR, NORTHGATE, SANDMERE }, { 10, 12, 10, 8 },
	  { 90, 40, 100, 120 }, 0,
	  { ARUP, BARCLAYS, CITY_CRANES, COUNCIL, TFL, MARKS, NONE },
	  { EASTFIELD_P, CITY_COLLEGE }, true, "Town Hall",
	  "Tech East careers fair" },
	{ 13, "workplace visit", "planned", "10:00", "", 180,
	  { SANDMERE, NONE }, { 12 }, { 18 }, 0, { TFL, NONE },
	  { NONE, NONE }, false, "", "" },
	{ 14, "provider assembly", "confirmed", "09:30", "10:10", 40,
	  { BROOKVALE, NONE }, { 9 }, { 10 }, 0, { NONE },
	  { CITY_COLLEGE, NONE }, false, "", "" },
};

static void
put_school(struct demo *d, struct row *r, const struct planned *p, int i)
{
	char code[ID_CODE], n[16], came[16] = "";

	id_code(d->school[p->schools[i]].id, code);
	set_put(row_members(r, F_encounter_schools), &encounter_schools_set,
	    (const char *const[]){ code, i < p->in ? "yes" : "" });
	snprintf(n, sizeof n, "%d", p->expected[i]);
	if (i < p->in)
		snprintf(came, sizeof came, "%d", p->expected[i] - 3);
	set_put(row_members(r, F_encounter_years), &encounter_years_set,
	    (const char *const[]){ code, year_groups[p->years[i]].word, n,
	    came, "", "", "" });
}

static void
put_partners(struct demo *d, struct row *r, const struct planned *p)
{
	char code[ID_CODE];

	for (int i = 0; i < 8 && p->employers[i] != NONE; i++) {
		id_code(d->employer[p->employers[i]], code);
		set_put(row_members(r, F_encounter_employers),
		    &encounter_employers_set,
		    (const char *const[]){ code, i < 2 ? "coming" :
		    "invited" });
	}
	for (int i = 0; i < 2 && p->providers[i] != NONE; i++) {
		id_code(d->partner[p->providers[i]], code);
		set_put(row_members(r, F_encounter_providers),
		    &encounter_providers_set,
		    (const char *const[]){ code, "coming" });
	}
}

static void
make_planned(struct demo *d, const struct planned *p)
{
	struct row *r = row_new(entities[ENT_encounter]);
	int64_t id;

	row_set(r, F_encounter_type, p->type);
	row_set(r, F_encounter_status, p->status);
	demo_day(r, F_encounter_date, demo_when(d, p->day));
	row_set(r, F_encounter_start, p->start);
	row_set(r, F_encounter_finish, p->finish);
	demo_int(r, F_encounter_minutes, p->minutes);
	row_set(r, F_encounter_mode, "in person");
	row_set(r, F_encounter_in_hours, "yes");
	row_set(r, F_encounter_venue, p->venue);
	row_set(r, F_encounter_title, p->title);
	if (p->cluster) {
		demo_ref(r, F_encounter_cluster, "cluster", d->cluster[0]);
		row_set(r, F_encounter_organiser, "cluster");
	}
	for (int i = 0; i < 4 && p->schools[i] != NONE; i++)
		if (p->schools[i] < d->nschools)
			put_school(d, r, p, i);
	put_partners(d, r, p);
	id = demo_add(d, r);
	if (p->cluster && p->day == THU)
		d->fair = id;
}

void
demo_this_week(struct demo *d)
{
	for (size_t i = 0; i < COUNT_OF(week) && d->st == ST_OK; i++)
		if (week[i].schools[0] < d->nschools)
			make_planned(d, &week[i]);
}

/* --- a saved view --- */

void
demo_views(struct demo *d)
{
	struct row *r = row_new(entities[ENT_view]);

	row_set(r, F_view_name, "Havering schools");
	row_set(r, F_view_entity, "school");
	row_set(r, F_view_filter, "la:havering status:open");
	row_set(r, F_view_sort, "name");
	row_set(r, F_view_columns, "name,type,pupils,stage,bm,encounters,encounter");
	row_set(r, F_view_owner, d->app->user);
	demo_add(d, r);
}
