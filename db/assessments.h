/* assessments.h - which assessments a school has; for src/app.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_ASSESSMENTS_H
#define DB_ASSESSMENTS_H

#include "db/db.h"

/* What tells one assessment from another; days as 2026-07-31. */
struct assessment_key {
	int64_t		 school;
	const char	*source, *framework;
	const char	*setting;	/* NULL: any */
	const char	*date;
};

/* The newest before the assessment SELF of that day (0: not stored yet, then
 * others of the day come before it) that has items, of the same framework and
 * setting, of any source; 0 none. */
enum status	assessments_before(struct db *, const struct assessment_key *,
		    int64_t self, int64_t *out, struct err *) MUST_CHECK;
/* Those of this key other than SELF: the first up to MAX in OUT, *N how many
 * there are of them. */
enum status	assessments_same(struct db *, const struct assessment_key *,
		    int64_t self, int64_t *out, size_t max, size_t *n,
		    struct err *) MUST_CHECK;
/* The newest of SOURCE on or before DAY; 0 none. */
enum status	assessments_newest(struct db *, int64_t school,
		    const char *source, const char *day, int64_t *out,
		    struct err *) MUST_CHECK;

#endif
