/* evidence.h - one school's delivered encounters; for app/evidenced.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_EVIDENCE_H
#define DB_EVIDENCE_H

#include "db/db.h"
#include "model/evidence.h"

/* The year lines of SCHOOL, none archived, from FIRST to LAST day; of other
 * schools at the same encounters none. Text is borrowed during the call. */
enum status	evidence_events(struct db *, int64_t school, const char *first,
		    const char *last, void (*fn)(void *arg, const struct evidence_event *),
		    void *arg, struct err *) MUST_CHECK;
/* The same of placements under way or finished that name no encounter: .id is
 * theirs, they count for BM6; a day has so many hours. */
enum status	evidence_placements(struct db *, int64_t school, const char *first,
		    const char *last, double day_hours,
		    void (*fn)(void *arg, const struct evidence_event *),
		    void *arg, struct err *) MUST_CHECK;
/* The day of the first delivered encounter; DAY_NONE without any. */
enum status	evidence_first(struct db *, int64_t school, int *day,
		    struct err *) MUST_CHECK;

#endif
