/* numbers.c - sums and ranges over the pupils of encounters.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/numbers.h"

#include <string.h>

#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

long
numbers_pupils(const struct row *r, int today)
{
	const struct set *years = row_members(r, F_encounter_years);
	int col = figures_are_ahead(r, today) ? EY_EXPECTED : EY_ATTENDED;
	long sum = -1;

	for (size_t i = 0; i < years->n; i++) {
		const struct member *m = &years->m[i];
		int64_t n;

		if (strcmp(m->v[EY_GROUP], "adult") == 0 ||
		    !str_int(m->v[col], 0, 99999, &n))
			continue;
		sum = (sum < 0 ? 0 : sum) + (long)n;
	}
	return sum;
}

void
numbers_hours(long minutes, struct buf *out)
{
	long hundredths = (minutes % 60 * 100 + 30) / 60;

	buf_addf(out, "%ld", minutes / 60);
	if (hundredths % 10 != 0)
		buf_addf(out, ".%02ld", hundredths);
	else if (hundredths != 0)
		buf_addf(out, ".%ld", hundredths / 10);
}

static struct range
within(struct range r, long roll)
{
	if (r.least < 0)
		r.least = 0;
	if (r.most < 0)
		r.most = 0;
	if (roll >= 0 && r.least > roll)
		r.least = roll;
	if (roll >= 0 && r.most > roll)
		r.most = roll;
	return r;
}

struct range
range_of(const long *attended, size_t n, long roll)
{
	struct range r = { 0, 0 };

	for (size_t i = 0; i < n; i++) {
		if (attended[i] < 0)
			continue;
		if (attended[i] > r.least)
			r.least = attended[i];
		r.most += attended[i];
	}
	return within(r, roll);
}

void
range_format(struct range r, struct buf *out)
{
	if (r.least == r.most)
		buf_addf(out, "%ld", r.least);
	else
		buf_addf(out, "%ld-%ld", r.least, r.most);
}
