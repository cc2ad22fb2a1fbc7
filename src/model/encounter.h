/* encounter.h - what the parts of the encounter's table share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef MODEL_ENCOUNTER_H
#define MODEL_ENCOUNTER_H

#include "model/field.h"

extern const struct choice encounter_types[], encounter_statuses[], modes[],
	organisers[], programmes[];
extern const struct setdef encounter_schools_set, encounter_employers_set,
	encounter_providers_set, encounter_years_set,
	encounter_benchmarks_set, encounter_ticks_set, encounter_groups_set;

/* The mode of TYPE where nothing else is said: "virtual" or "in person". */
const char	*type_mode(const char *type);
/* Is it held at a distance (domain.md 4, days of work experience)? By its mode;
 * a type that is held no other way counts so unless it says "mixed". */
bool		 is_virtual(const char *type, const char *mode);

/* The ticks an encounter needs to be meaningful for benchmark BM (domain.md 3),
 * blank between; "" where there is no such list. */
const char	*benchmark_ticks(int bm);
/* Is an encounter of DAY with these ticks, a comma between, meaningful for BM?
 * Before 1 Sep 2025 no list was asked for; nor is one for BM8. */
bool		 is_meaningful(int bm, int day, const char *ticked);

#endif
