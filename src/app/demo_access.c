/* demo_access.c - meetings with providers of the demonstration: cohorts that
 * have had both, one, two with the same provider, a part of the pupils, none.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/demo_int.h"

#include <stdio.h>

#include "base/date.h"
#include "model/access.h"
#include "model/encounter.h"

enum { NONE = -1, ALL = 100 };

/* GROUP is that of this year; DAY counts back from today, or from the end of
 * last July where it is LAST - n. */
#define LAST	10000
static const struct met {
	short		 school, group;
	int		 day;
	short		 provider[2];
	short		 share;		/* of the roll, per cent */
	short		 minutes;
} meetings[] = {
	/* nothing is missing */
	{ NORTHGATE, 8, 30, { CITY_COLLEGE, NONE }, ALL, 40 },
	{ NORTHGATE, 8, 16, { APPRENTICE_CO, NONE }, ALL, 40 },
	{ NORTHGATE, 9, LAST - 120, { EASTFIELD_P, NONE }, ALL, 45 },
	{ NORTHGATE, 9, 23, { APPRENTICE_CO, EASTFIELD_P }, ALL, 40 },
	{ NORTHGATE, 10, 37, { CITY_COLLEGE, NONE }, ALL, 40 },
	{ NORTHGATE, 10, 9, { APPRENTICE_CO, NONE }, ALL, 40 },
	{ NORTHGATE, 11, LAST - 60, { CITY_COLLEGE, NONE }, ALL, 40 },
	{ NORTHGATE, 11, 44, { EASTFIELD_P, NONE }, ALL, 60 },
	{ NORTHGATE, 12, 31, { APPRENTICE_CO, NONE }, 40, 40 },
	{ NORTHGATE, 12, 17, { APPRENTICE_CO, NONE }, 30, 40 },
	{ NORTHGATE, 13, LAST - 90, { UNIVERSITY, NONE }, 50, 60 },
	{ NORTHGATE, 13, 24, { APPRENTICE_CO, NONE }, 35, 40 },
	/* nothing that is due this year */
	{ ASHDOWN, 9, LAST - 130, { CITY_COLLEGE, NONE }, ALL, 40 },
	{ ASHDOWN, 9, 18, { EASTFIELD_P, NONE }, ALL, 40 },
	{ ASHDOWN, 11, LAST - 131, { APPRENTICE_CO, NONE }, ALL, 40 },
	{ ASHDOWN, 11, 19, { CITY_COLLEGE, NONE }, ALL, 40 },
	/* the same provider twice; one; one that was too short */
	{ SANDMERE, 9, LAST - 100, { CITY_COLLEGE, NONE }, ALL, 40 },
	{ SANDMERE, 9, 25, { CITY_COLLEGE, NONE }, ALL, 40 },
	{ SANDMERE, 11, LAST - 75, { APPRENTICE_CO, NONE }, ALL, 45 },
	{ SANDMERE, 13, LAST - 76, { UNIVERSITY, NONE }, 60, 50 },
	{ SANDMERE, 13, 26, { APPRENTICE_CO, NONE }, 20, 15 },
	{ HARBOUR, 11, LAST - 80, { CITY_COLLEGE, NONE }, ALL, 40 },
	/* not all pupils the second time */
	{ BROOKVALE, 9, LAST - 110, { CITY_COLLEGE, NONE }, ALL, 40 },
	{ BROOKVALE, 9, 32, { APPRENTICE_CO, NONE }, 65, 30 },
};

/* A working day on or before it. */
static int
day_of(const struct demo *d, const struct met *m)
{
	int day = m->day < LAST / 2 ? d->today - m->day :
	    year_last_day(d->year - 1) - 31 - (LAST - m->day);

	while (day_weekday(day) > 4)
		day--;
	return day;
}

static void
put_school(struct demo *d, struct row *r, const struct met *m, int day)
{
	int group = m->group - (d->year - year_of_day(day));
	long roll = demo_roll(d, m->school, d->year, m->group);
	char code[ID_CODE], came[24];

	id_code(d->school[m->school].id, code);
	set_put(row_members(r, F_encounter_schools), &encounter_schools_set,
	    (const char *const[]){ code, "yes" });
	snprintf(came, sizeof came, "%ld", (roll * m->share + 50) / 100);
	set_put(row_members(r, F_encounter_years), &encounter_years_set,
	    (const char *const[]){ code, year_groups[group].word, "", came,
	    "", "", "" });
}

static void
put_providers(struct demo *d, struct row *r, const struct met *m)
{
	char code[ID_CODE];

	for (int i = 0; i < 2 && m->provider[i] != NONE; i++) {
		id_code(d->partner[m->provider[i]], code);
		set_put(row_members(r, F_encounter_providers),
		    &encounter_providers_set,
		    (const char *const[]){ code, "came" });
	}
}

static void
add_meeting(struct demo *d, const struct met *m, int day)
{
	struct row *r = row_new(entities[ENT_encounter]);

	row_set(r, F_encounter_type, m->provider[0] == UNIVERSITY ?
	    "university visit" : "provider assembly");
	row_set(r, F_encounter_status, "delivered");
	demo_day(r, F_encounter_date, day);
	row_set(r, F_encounter_mode, "in person");
	row_set(r, F_encounter_in_hours, "yes");
	demo_int(r, F_encounter_minutes, m->minutes);
	demo_word(r, F_encounter_benchmarks, "7");
	put_school(d, r, m, day);
	put_providers(d, r, m);
	for (int i = 0; i < ACCESS_CONTENTS; i++)
		demo_word(r, F_encounter_ticks, access_contents[i]);
	demo_add(d, r);
}

/* What would lie before this academic year, or its roll is not known, is left
 * out. */
void
demo_access(struct demo *d)
{
	for (size_t i = 0; i < COUNT_OF(meetings) && d->st == ST_OK; i++) {
		const struct met *m = &meetings[i];
		int day = day_of(d, m);

		if (m->school >= d->nschools ||
		    (m->day < LAST / 2 && year_of_day(day) != d->year) ||
		    demo_roll(d, m->school, d->year, m->group) < 0)
			continue;
		add_meeting(d, m, day);
	}
}
