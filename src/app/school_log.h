/* school_log.h - one school's rolls and delivered encounters, read once.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the first tab and the evidence for benchmarks count from, so that they
 * agree. The encounters of schools it took over from (app/lineage.h) are among
 * them, each until its last day: its cohorts were there before.
 */
#ifndef APP_SCHOOL_LOG_H
#define APP_SCHOOL_LOG_H

#include "app/app.h"
#include "model/evidence.h"
#include "model/tables.h"

struct school_log {
	const struct row *school;	/* borrowed */
	int		 year;		/* the academic year asked about */
	int		 since;		/* that of the first delivered encounter;
					 * without any, today's */
	struct evidence_event *ev;	/* of the school's own pupils */
	size_t		 n;
	long		 roll[YG_MAX];	/* in that year, -1 not known */
	bool		 confirmed[YG_MAX];
};

/* Encounters of the academic years FIRST to YEAR. To be cleared. */
enum status	school_log_read(struct app *, const struct row *school, int first,
		    int year, struct school_log *out, struct err *) MUST_CHECK;
void		school_log_clear(struct school_log *);
/* Was that year group taught there in the year? By the ages of the register, a
 * roll, or an encounter; without ages, Y7 to Y11. */
bool		school_log_has(const struct school_log *, int group);
/* "schools:X years:X@LINE since: until: status:delivered" appended: encounters
 * at which the school's own pupils of LINE, a year group or a cohort, were: also
 * when it was another school. */
void		school_log_filter(struct app *, const struct row *school,
		    const char *line, int first, int last, struct buf *out);

#endif
