/* clash.c - what cannot both go well on one day; pure.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/clash.h"

#include "base/str.h"
#include "model/tables.h"

unsigned
clash_groups(const char *words)
{
	struct strs l = { 0 };
	unsigned bits = 0;
	int first, last;

	str_split(&l, words, ',');
	for (size_t i = 0; i < l.n; i++) {
		int g = year_group(l.v[i]);

		if (g < 0 || !year_group_span(g, &first, &last))
			continue;
		for (int y = first; y <= last; y++)
			bits |= 1u << y;
	}
	strs_clear(&l);
	return bits;
}

static int
end_of(const struct clash_item *c)
{
	return c->to > c->from ? c->to : c->from + CLASH_SPAN;
}

static bool
timed(const struct clash_item *a, const struct clash_item *b)
{
	return a->from >= 0 && b->from >= 0;
}

static bool
overlap(const struct clash_item *a, const struct clash_item *b)
{
	return timed(a, b) && a->from < end_of(b) && b->from < end_of(a);
}

/* Does A, an event, take pupils away from B, an encounter? */
static bool
takes(const struct clash_item *a, const struct clash_place *at,
    const struct clash_item *b, const struct clash_place *bt)
{
	if (a->kind != CLASH_EVENT || b->kind != CLASH_ENCOUNTER)
		return false;
	if (timed(a, b) && !overlap(a, b))
		return false;
	return at->groups == CLASH_ALL || (at->groups & bt->groups) != 0;
}

/* What holds of two that are at one school. */
static struct clash_found
at_school(const struct clash_item *a, const struct clash_place *at,
    const struct clash_item *b, const struct clash_place *bt)
{
	struct clash_found f = { CLASH_NONE, at->school, 0 };

	if (a->fair && b->fair) {
		f.why = CLASH_FAIRS;
	} else if (takes(a, at, b, bt) || takes(b, bt, a, at)) {
		f.why = CLASH_PUPILS;
		f.groups = at->groups & bt->groups;
		if (f.groups == 0)
			f.groups = CLASH_ALL;
	} else if (overlap(a, b) &&
	    !(a->kind == CLASH_EVENT && b->kind == CLASH_EVENT)) {
		f.why = CLASH_PLACE;
	}
	return f;
}

struct clash_found
clash_of(const struct clash_item *a, const struct clash_item *b)
{
	struct clash_found best = { CLASH_NONE, 0, 0 }, f;

	for (size_t i = 0; i < a->nplaces; i++)
		for (size_t k = 0; k < b->nplaces; k++) {
			if (a->place[i].school != b->place[k].school)
				continue;
			f = at_school(a, &a->place[i], b, &b->place[k]);
			if (f.why != CLASH_NONE && (best.why == CLASH_NONE ||
			    f.why < best.why))
				best = f;
		}
	if (best.why == CLASH_NONE && a->kind == CLASH_VISIT &&
	    b->kind == CLASH_VISIT && a->user != 0 && a->user == b->user &&
	    overlap(a, b))
		best.why = CLASH_USER;
	return best;
}
