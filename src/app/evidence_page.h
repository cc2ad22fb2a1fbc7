/* evidence_page.h - what the parts of the evidence page share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_EVIDENCE_PAGE_H
#define APP_EVIDENCE_PAGE_H

#include "app/assess.h"
#include "app/lineage.h"
#include "app/overview.h"
#include "app/report.h"

/* The page while it is made. */
struct evidence_making {
	struct app	*app;
	const struct row *school;
	struct report	*r;
	bool		 asked;		/* for what is asked of the network's
					 * schools: not of a primary school */
	int		 year;		/* academic year of the day it is made */
	struct overview	 now;		/* of that year */
	struct lineage	 before;	/* whose log is counted in; once the
					 * encounters are made */
	struct strs	 gaps;		/* what is missing, one sentence each */
};

/* Each adds its blocks, and to gaps what it finds missing. */
enum status	evidence_standing(struct evidence_making *, struct err *) MUST_CHECK;
enum status	evidence_results(struct evidence_making *, struct err *) MUST_CHECK;
enum status	evidence_encounters(struct evidence_making *, struct err *) MUST_CHECK;
/* One line: days of work experience a pupil of each cohort, once asked for. */
enum status	evidence_days(struct evidence_making *, struct err *) MUST_CHECK;
void		evidence_people(struct evidence_making *);
enum status	evidence_facts(struct evidence_making *, struct err *) MUST_CHECK;
/* The last: what was found missing, and what else is. */
enum status	evidence_gaps(struct evidence_making *, struct err *) MUST_CHECK;
/* What the log shows beside the questions of today's framework. */
struct evidence_log {
	bool			any;
	struct assess		asked;		/* not saved, nothing answered */
	struct assess_evidence	shown;
};
enum status	evidence_log_read(struct evidence_making *, struct evidence_log *out,
		    struct err *) MUST_CHECK;
void		evidence_log_clear(struct evidence_log *);
/* The cell of a benchmark; the block of pupils by year group. */
void		evidence_log_cell(struct evidence_making *, const struct evidence_log *, int bm);
void		evidence_log_groups(struct evidence_making *, const struct evidence_log *);
/* "years:school/900123@y10 status:delivered since:… until:…" for the list of
 * what a figure counts; GROUP "" for all, MORE "" or " benchmarks:7". */
void		evidence_filter(const struct evidence_making *, int year,
		    const char *group, const char *more, struct buf *out);

#endif
