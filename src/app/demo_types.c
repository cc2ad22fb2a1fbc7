/* demo_types.c - which types of encounter a school has, and what they are like.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/demo_int.h"
#include "model/encounter.h"

enum {
	SEC = AT_SECONDARY, PRI = AT_PRIMARY, SPE = AT_SPECIAL,
	POST = AT_COLLEGE, MOST = SEC | SPE | POST,
	FEW = SHARE_FEW, GROUP = SHARE_GROUP, HALF = SHARE_HALF,
	ALL = SHARE_ALL
};

/* In the order of encounter_types[]; a year group's index is its number. */
const struct demo_shape demo_shapes[] = {
	{ 16, MOST, 7, 13, HALF, 45, 1, 1, 0, 0 },	/* talk */
	{ 7, MOST, 8, 13, ALL, 180, 3, 6, 2, 0 },	/* fair */
	{ 5, SEC, 8, 11, GROUP, 90, 2, 4, 0, 0 },	/* networking */
	{ 3, MOST, 9, 12, FEW, 60, 1, 1, 0, 0 },	/* mentoring */
	{ 8, MOST, 10, 12, GROUP, 60, 1, 2, 0, 0 },	/* mock */
	{ 5, MOST, 10, 13, GROUP, 60, 1, 2, 0, 0 },	/* cv */
	{ 2, SEC, 7, 10, GROUP, 240, 1, 3, 0, 0 },
	{ 3, SEC, 8, 12, GROUP, 300, 1, 2, 0, 0 },	/* project */
	{ 3, SEC | SPE, 7, 11, HALF, 60, 1, 1, 0, 0 },
	{ 3, MOST, 7, 13, HALF, 40, 1, 1, 0, 0 },	/* virtual */
	{ 5, MOST, 9, 13, GROUP, 180, 1, 1, 0, 0 },	/* visit */
	{ 1, POST | SEC, 10, 13, FEW, 300, 1, 1, 0, 1 },
	{ 4, MOST, 10, 12, HALF, 1500, 1, 3, 0, 5 },	/* work exp. */
	{ 1, MOST, 10, 13, FEW, 3000, 1, 1, 0, 10 },
	{ 1, SEC | POST, 10, 13, GROUP, 300, 1, 1, 0, 1 },
	{ 1, POST | SEC, 12, 13, FEW, 18900, 1, 2, 0, 63 },
	{ 3, SPE | POST, 12, 13, FEW, 12000, 1, 1, 0, 40 },
	{ 2, MOST, 10, 12, GROUP, 300, 1, 1, 0, 0 },	/* taster */
	{ 3, SEC | SPE, 10, 11, GROUP, 300, 0, 0, 1, 0 },
	{ 6, SEC | SPE, 8, 12, ALL, 40, 0, 0, 1, 0 },	/* assembly */
	{ 2, MOST, 10, 13, GROUP, 240, 0, 0, 1, 0 },	/* campus */
	{ 3, SEC | POST, 10, 13, GROUP, 300, 0, 0, 1, 0 },
	{ 4, MOST, 11, 13, HALF, 45, 0, 1, 1, 0 },
	{ 2, SEC, 9, 11, ALL, 120, 0, 2, 2, 0 },	/* options */
	{ 5, MOST, 9, 13, GROUP, 45, 0, 0, 0, 0 },	/* guidance */
	{ 2, MOST, 8, 12, HALF, 50, 0, 1, 0, 0 },	/* lmi */
	{ 2, MOST | PRI, 0, 13, HALF, 90, 0, 2, 1, 0 },	/* parents */
	{ 3, SEC | SPE, 7, 11, HALF, 50, 0, 1, 0, 0 },	/* lesson */
	{ 1, SEC, 7, 13, FEW, 300, 1, 1, 0, 1 },	/* teacher */
	{ 6, PRI, 3, 6, ALL, 60, 1, 2, 0, 0 },
	{ 3, PRI, 0, 6, HALF, 75, 0, 1, 0, 0 },		/* family */
};
enum { NSHAPES = COUNT_OF(demo_shapes) };

int
demo_where(const struct demo_school *s)
{
	switch (s->kind) {
	case K_PRIMARY:		return PRI;
	case K_SPECIAL:
	case K_SPECIAL_ACADEMY:
	case K_PRU:
	case K_AP:		return SPE;
	case K_FE:
	case K_SIXTH:		return POST;
	default:		return SEC;
	}
}

/* Does that type fit the school: its sort, and its year groups? */
bool
demo_fits(const struct demo_school *s, int type)
{
	const struct demo_shape *h = &demo_shapes[type];

	return (h->where & demo_where(s)) != 0 && h->lo <= s->high &&
	    h->hi >= s->low;
}

int
demo_pick_type(struct demo *d, const struct demo_school *s)
{
	int all = 0, at;

	/* Sooner or later each type once, before chance has its way. */
	if (demo_chance(d, 30))
		for (int t = 0; t < NSHAPES; t++)
			if ((d->shown >> t & 1) == 0 && demo_fits(s, t)) {
				d->shown |= UINT64_C(1) << t;
				return t;
			}
	for (int t = 0; t < NSHAPES; t++)
		all += demo_fits(s, t) ? demo_shapes[t].weight : 0;
	at = demo_below(d, all);
	for (int t = 0; t < NSHAPES; t++)
		if (demo_fits(s, t) && (at -= demo_shapes[t].weight) < 0)
			return t;
	return 0;
}
