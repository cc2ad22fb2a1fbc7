/* totals.h - which kept totals a write touches. Only for db/.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_TOTALS_H
#define DB_TOTALS_H

#include "db/db.h"
#include "model/row.h"

/* A new kind: a row of kinds[] in totals.c and its statements. */
enum total_kind { TOTAL_SCHOOL, TOTAL_EMPLOYER, TOTAL_PARTNER, TOTAL_MAX };

/* Remember the totals in which this difference counts; either may be NULL. */
void		totals_mark(struct db *, const struct row *old,
		    const struct row *new);
/* The record is going: its totals, kept or marked, go first. */
enum status	totals_forget(struct db *, const struct row *, struct err *)
		    MUST_CHECK;

#endif
