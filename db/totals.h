/* totals.h - keys of kept totals that a write touched. Only for db/.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_TOTALS_H
#define DB_TOTALS_H

#include "db/db.h"

/* A new kind: a row of kinds[] in totals.c and its two statements. */
enum total_kind { TOTAL_SCHOOL, TOTAL_EMPLOYER, TOTAL_PARTNER, TOTAL_MAX };

/* Recompute the totals of record ID in academic year YEAR (its first) before
 * the commit. */
void		marks_add(struct db *, enum total_kind, int64_t id, int year);

#endif
