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

#endif
