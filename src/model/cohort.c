/* cohort.c - the pupils of one school who were in Year 7 together.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/cohort.h"

#include <stddef.h>

#include "model/tables.h"

bool
cohort_entry(const char *group, int year, int *out)
{
	int g = year_group(group);

	if (g < 0 || g >= YG_KS3)
		return false;
	*out = year - (g - YG_Y7);
	return true;
}

const char *
cohort_group(int entry, int year)
{
	int g = YG_Y7 + (year - entry);

	return g >= YG_R && g < YG_KS3 ? year_groups[g].word : NULL;
}
