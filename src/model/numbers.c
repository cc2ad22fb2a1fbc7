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

/* A figure that is not known, where the roll is not either. */
#define FAR	((int64_t)1 << 40)

/* Figures of events while they are looked through. */
struct heap {
	int64_t	first, second;	/* the largest known */
	int64_t	sum, top;	/* of all, the unknown as large as can be */
	bool	unknown;
};

static int64_t
within(int64_t n, long roll)
{
	return roll >= 0 && n > roll ? roll : n;
}

static void
heap_add(struct heap *h, long attended, long roll)
{
	int64_t known = within(attended, roll);
	int64_t most = attended >= 0 ? known : roll >= 0 ? roll : FAR;

	h->sum += most;
	if (most > h->top)
		h->top = most;
	h->unknown = h->unknown || attended < 0;
	if (known > h->first) {
		h->second = h->first;
		h->first = known;
	} else if (known > h->second) {
		h->second = known;
	}
}

struct range
range_of(const long *attended, size_t n, long roll, int times)
{
	struct heap h = { 0 };
	int64_t least, most;

	for (size_t i = 0; i < n; i++)
		heap_add(&h, attended[i], roll);
	least = h.first;
	most = h.sum;
	if (times > 1) {
		least = roll < 0 ? 0 : h.first + h.second - roll;
		most = h.sum / 2 < h.sum - h.top ? h.sum / 2 : h.sum - h.top;
	}
	least = least < 0 ? 0 : least;
	most = within(most, roll);
	if (most >= FAR / 2 || (h.unknown && least == 0 && most == roll &&
	    roll > 0))
		most = -1;
	return (struct range){ (long)least, (long)most };
}

void
range_format(struct range r, struct buf *out)
{
	if (r.most < 0 && r.least == 0)
		buf_addc(out, '?');
	else if (r.most < 0)
		buf_addf(out, "%ld-?", r.least);
	else if (r.least == r.most)
		buf_addf(out, "%ld", r.least);
	else
		buf_addf(out, "%ld-%ld", r.least, r.most);
}
