/* numbers.h - sums and ranges over the pupils of encounters.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef MODEL_NUMBERS_H
#define MODEL_NUMBERS_H

#include <stddef.h>

#include "base/buf.h"

struct row;

/* Pupils of an encounter, bands included, adults not: those expected while it
 * is planned or confirmed, those that came otherwise; -1 when no line says. */
long	numbers_pupils(const struct row *encounter, int today);
/* Minutes, not negative, as hours: "1.67", "2"; appended. */
void	numbers_hours(long minutes, struct buf *out);

/* How many different pupils some figures may stand for (domain.md 3). */
struct range {
	long	least;
	long	most;		/* -1: no bound is known */
};
/* Pupils who were at one (TIMES 1) or at two (TIMES 2) of N events, from the N
 * figures of one school and cohort, -1 for a figure that is not known.
 * At one: at least the largest figure, at most their sum. At two: at least
 * what the two largest have over the roll, at most half of all figures, and no
 * more than all but the largest. No figure counts for more than the ROLL; -1:
 * not known, then two events need not share a pupil. An unknown figure may be
 * as large as the roll: where that leaves nothing known, most is -1. */
struct range	range_of(const long *attended, size_t n, long roll, int times);
/* "60"; "51-74" when the ends differ; "51-?" without an upper bound, and "?"
 * when nothing is known. */
void		range_format(struct range, struct buf *out);

#endif
