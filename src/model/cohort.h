/* cohort.h - the pupils of one school who were in Year 7 together.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Y9 of 2026/27 was Y8 in 2025/26: one cohort, known by the academic year of
 * its Year 7, 2024. Bands and adults belong to none.
 */
#ifndef MODEL_COHORT_H
#define MODEL_COHORT_H

#include <stdbool.h>

/* The entry year of GROUP ("y9") in academic year YEAR; false for a band. */
bool		 cohort_entry(const char *group, int year, int *out);
/* The year group of that cohort in YEAR: "r", "y1" … "y14"; NULL when it is
 * not at school then. */
const char	*cohort_group(int entry, int year);

#endif
