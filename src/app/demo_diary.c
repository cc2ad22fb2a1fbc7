/* demo_diary.c - the demonstration's events: what goes on at schools and in
 * boroughs beside our own work.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/demo_int.h"
#include "base/str.h"

enum { NONE = -1, A_SCHOOL = 40 };	/* A_SCHOOL: schools with events */

static const struct known_event {
	int		 day, days;
	const char	*kind, *title, *start, *finish;
	short		 schools[3];	/* NONE ends */
	const char	*la, *groups;	/* blank between */
	const char	*venue, *organiser, *summary, *note;
} events[] = {
	/* In the way of what is planned (demo_week.c). */
	{ TUE, 9, "exams", "Y11 mocks", "", "", { SANDMERE, ASHDOWN, NONE },
	  "", "y11", "", "", "Whole year group, mornings and afternoons.",
	  "Sandmere may move maths to the second week." },
	{ THU, 1, "borough event", "Redbridge careers fair", "09:00", "15:00",
	  { ASHDOWN, PARK_HIGH, NONE }, "Redbridge", "y10 y12", "Town Hall",
	  "Redbridge Council", "Forty stalls; schools come by the hour.", "" },
	/* Beside it. */
	{ WED, 1, "borough event", "Havering apprenticeship show", "10:00",
	  "16:00", { NONE }, "Havering", "y11 y12 y13", "Sports centre",
	  "Havering Council", "Thirty employers of apprentices.", "" },
	{ THU + NEXT_WEEK, 1, "open evening", "Open evening", "17:30", "20:00",
	  { NORTHGATE, NONE }, "", "", "", "Northgate School",
	  "Careers stall by the entrance.", "" },
	{ TUE + NEXT_WEEK, 1, "parents' evening", "Y9 parents' evening",
	  "16:30", "19:00", { SANDMERE, NONE }, "", "y9", "", "",
	  "Before the options are chosen.", "" },
	{ WED + NEXT_WEEK, 3, "school trip", "Y8 field trip", "", "",
	  { HARBOUR, ALL_SOULS_HIGH, NONE }, "", "y8", "Kelder coast", "", "",
	  "No staff free for visits on these days." },
	{ FRI + NEXT_WEEK, 1, "meeting", "Heads' forum", "08:30", "10:00",
	  { NONE }, "", "", "Town Hall, room 2", "The boroughs",
	  "Agenda: the careers return of the spring.", "" },
	{ FRI, 1, "other", "Last day for nominations of link governors", "",
	  "", { NONE }, "", "", "", "Local hub", "", "" },
	{ -24, 1, "open evening", "Sixth form open evening", "17:00", "19:30",
	  { CRANMERE, NONE }, "", "y11", "", "Cranmere College", "", "" },
};

static void
add_event(struct demo *d, const struct known_event *k)
{
	struct row *r = row_new(entities[ENT_event]);
	struct strs groups = { 0 };
	int day = demo_when(d, k->day);

	row_set(r, F_event_title, k->title);
	row_set(r, F_event_kind, k->kind);
	demo_day(r, F_event_date, day);
	if (k->days > 1)
		demo_day(r, F_event_end, day + k->days - 1);
	row_set(r, F_event_start, k->start);
	row_set(r, F_event_finish, k->finish);
	for (int i = 0; i < 3 && k->schools[i] != NONE; i++)
		if (k->schools[i] < d->nschools)
			demo_word(r, F_event_schools,
			    demo_code(d, d->school[k->schools[i]].id));
	str_words(&groups, k->groups);
	for (size_t i = 0; i < groups.n; i++)
		demo_word(r, F_event_groups, groups.v[i]);
	strs_clear(&groups);
	row_set(r, F_event_la, k->la);
	row_set(r, F_event_venue, k->venue);
	row_set(r, F_event_organiser, k->organiser);
	row_set(r, F_event_summary, k->summary);
	row_set(r, F_event_note, k->note);
	demo_add(d, r);
}

/* Mocks of the new year, at every other school with a Year 11. */
static void
add_mocks(struct demo *d, int s)
{
	struct row *r;
	int from = day_from_ymd(d->year + 1, 1, 8);

	if (d->school[s].low > YG_Y11 || d->school[s].high < YG_Y11 ||
	    !demo_open(d, s, from))
		return;
	from += (7 - day_weekday(from)) % 7;
	r = row_new(entities[ENT_event]);
	row_set(r, F_event_title, "Y11 mocks");
	row_set(r, F_event_kind, "exams");
	demo_day(r, F_event_date, from);
	demo_day(r, F_event_end, from + 4);
	demo_word(r, F_event_schools, demo_code(d, d->school[s].id));
	demo_word(r, F_event_groups, "y11");
	demo_add(d, r);
}

/* Those of no school in the database are left out, but a borough's stay. */
void
demo_diary(struct demo *d)
{
	for (size_t i = 0; i < COUNT_OF(events) && d->st == ST_OK; i++)
		if (events[i].schools[0] < d->nschools)
			add_event(d, &events[i]);
	for (int s = DEMO_CAST; s < d->nschools && s < A_SCHOOL; s += 2)
		add_mocks(d, s);
}
