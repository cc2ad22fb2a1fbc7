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
	long	least, most;
};
/* Of N events, N figures of one school and year group: at least the largest,
 * at most their sum, both within the ROLL; ROLL -1 when it is not known. */
struct range	range_of(const long *attended, size_t n, long roll);
/* "60", or "51-74" when the ends differ. */
void		range_format(struct range, struct buf *out);

#endif
