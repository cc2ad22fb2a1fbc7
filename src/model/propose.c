/* propose.c - one volunteer each for the schools that need one most.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The assignment problem by shortest augmenting paths with prices (Kuhn and
 * Munkres), a school at a time in order of need. Whoever was served stays
 * served, only by whom changes. A school that cannot be served beside those
 * before it is passed over; the volunteers it could have are then all taken by
 * needier schools, and stay with such.
 */
#include "model/propose.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define FAR	(LONG_MAX / 4)

int
propose_cmp(const struct propose_school *a, const struct propose_school *b)
{
	int c;

	if (a->need != b->need)
		return a->need > b->need ? -1 : 1;
	if (a->wait != b->wait)
		return a->wait > b->wait ? -1 : 1;
	if ((c = strcmp(a->name, b->name)) != 0)
		return c;
	return (a->id > b->id) - (a->id < b->id);
}

/* A place is one school that one volunteer could take. */
struct assigning {
	const struct propose_in *in;
	size_t		 n;		/* places */
	size_t		*who;		/* whose place it is */
	size_t		*has;		/* which school took it, or PROPOSE_NOBODY */
	long		*price;		/* of a place, */
	long		*gain;		/* of a school */
	/* of the search for one school */
	long		*least;		/* what the way to a place costs beyond
					 * the prices */
	size_t		*from;		/* the place before it on that way */
	bool		*done;
};

static size_t
count_places(const struct propose_in *in)
{
	size_t n = 0;

	for (size_t j = 0; j < in->volunteers; j++)
		if (in->room[j] > 0)
			n += (size_t)in->room[j];
	return n;
}

static void
begin(struct assigning *a, const struct propose_in *in)
{
	size_t n = count_places(in), k = 0;

	*a = (struct assigning){ .in = in, .n = n };
	a->who = xcalloc(n + 1, sizeof *a->who);
	a->has = xcalloc(n + 1, sizeof *a->has);
	a->price = xcalloc(n + 1, sizeof *a->price);
	a->gain = xcalloc(in->schools + 1, sizeof *a->gain);
	a->least = xcalloc(n + 1, sizeof *a->least);
	a->from = xcalloc(n + 1, sizeof *a->from);
	a->done = xcalloc(n + 1, sizeof *a->done);
	for (size_t j = 0; j < in->volunteers; j++)
		for (int i = 0; i < in->room[j]; i++)
			a->who[k++] = j;
	for (k = 0; k < n; k++)
		a->has[k] = PROPOSE_NOBODY;
}

static void
end(struct assigning *a)
{
	free(a->who);
	free(a->has);
	free(a->price);
	free(a->gain);
	free(a->least);
	free(a->from);
	free(a->done);
}

/* What the pair costs beyond the prices; FAR when it is barred. */
static long
cost(const struct assigning *a, size_t school, size_t place)
{
	int score = a->in->score[school * a->in->volunteers + a->who[place]];

	return score < 0 ? FAR : -score - a->gain[school] - a->price[place];
}

/* From SCHOOL, reached at the end of the way to the place FROM (PROPOSE_NOBODY:
 * it is the one to be served), on to the nearest place not done yet;
 * PROPOSE_NOBODY when there is none. *STEP gets how far that is. */
static size_t
nearest(struct assigning *a, size_t school, size_t from, long *step)
{
	size_t best = PROPOSE_NOBODY;
	long c;

	*step = FAR;
	for (size_t k = 0; k < a->n; k++) {
		if (a->done[k])
			continue;
		c = cost(a, school, k);
		if (c < a->least[k]) {
			a->least[k] = c;
			a->from[k] = from;
		}
		if (a->least[k] < *step) {
			*step = a->least[k];
			best = k;
		}
	}
	return best;
}

/* The prices after a step of the search of SCHOOL. */
static void
move_prices(struct assigning *a, size_t school, long step)
{
	a->gain[school] += step;
	for (size_t k = 0; k < a->n; k++) {
		if (a->done[k]) {
			a->gain[a->has[k]] += step;
			a->price[k] -= step;
		} else if (a->least[k] < FAR)
			a->least[k] -= step;
	}
}

/* The free place to which the cheapest way from SCHOOL leads. */
static size_t
search(struct assigning *a, size_t school)
{
	size_t at = PROPOSE_NOBODY;
	long step;

	for (size_t k = 0; k < a->n; k++) {
		a->least[k] = FAR;
		a->done[k] = false;
	}
	for (;;) {
		at = nearest(a, at == PROPOSE_NOBODY ? school : a->has[at], at,
		    &step);
		if (at == PROPOSE_NOBODY)
			return at;
		move_prices(a, school, step);
		if (a->has[at] == PROPOSE_NOBODY)
			return at;
		a->done[at] = true;
	}
}

/* Everybody on the way to the place AT takes the next one. */
static void
take(struct assigning *a, size_t school, size_t at)
{
	while (a->from[at] != PROPOSE_NOBODY) {
		a->has[at] = a->has[a->from[at]];
		at = a->from[at];
	}
	a->has[at] = school;
}

static int
cmp_school(const void *a, const void *b)
{
	return propose_cmp(*(const struct propose_school *const *)a,
	    *(const struct propose_school *const *)b);
}

void
propose(const struct propose_in *in, size_t given[])
{
	const struct propose_school **order = xcalloc(in->schools + 1,
	    sizeof *order);
	struct assigning a;
	size_t i, at, school;

	for (i = 0; i < in->schools; i++) {
		order[i] = &in->school[i];
		given[i] = PROPOSE_NOBODY;
	}
	qsort(order, in->schools, sizeof *order, cmp_school);
	begin(&a, in);
	for (i = 0; i < in->schools; i++) {
		if (order[i]->room <= 0)
			continue;
		school = (size_t)(order[i] - in->school);
		if ((at = search(&a, school)) != PROPOSE_NOBODY)
			take(&a, school, at);
	}
	for (size_t k = 0; k < a.n; k++)
		if (a.has[k] != PROPOSE_NOBODY)
			given[a.has[k]] = a.who[k];
	end(&a);
	free((void *)order);
}
