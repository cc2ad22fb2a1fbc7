/* evidence.h - what logged encounters show for benchmarks 5 to 8.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * domain.md 3. Encounters count pupils, never name them, so that what they
 * show of a cohort is a range over its roll (model/numbers.h). A band such as
 * ks4 says nothing of a cohort and is left out.
 */
#ifndef MODEL_EVIDENCE_H
#define MODEL_EVIDENCE_H

#include <stdbool.h>

#include "model/numbers.h"
#include "model/row.h"

/* What is asked, as a framework's item writes it: "BM TIMES GROUPS [KINDS]".
 *   5 1 each                one encounter in the year, each year group
 *   5 1 y7                  … that year group
 *   6 1 y7-y11              the cohort that is Y11: all it did in Y7 to Y11
 *   6 2 y12-y13             … two or more
 *   7 1 y7-y11 college|university   with a provider of one of these kinds
 */
struct evidence_rule {
	int	bm;		/* 5 to 8 */
	int	times;		/* 1 or 2 */
	bool	each;
	int	first, last;	/* year groups, indexes; of each: Y7 to Y13 */
	char	kinds[160];	/* "college|university", "" any */
};
enum status	evidence_rule(const char *text, struct evidence_rule *out,
		    struct err *) MUST_CHECK;

/* One year line of a delivered encounter. */
struct evidence_event {
	int64_t		 id;		/* of the encounter */
	int		 day;
	int		 group;		/* index of year_groups */
	long		 attended;	/* -1 not known */
	long		 others;	/* … so many of whom may be pupils of
					 * another part of a school that was split;
					 * else 0 */
	bool		 estimated;	/* shared out by the roll */
	long		 minutes;	/* for each pupil, -1 not known */
	double		 days;		/* of a placement, 0 none */
	unsigned	 counts;	/* bit N: for benchmark N */
	unsigned	 meaningful;	/* … and it is meaningful */
	bool		 virtual;	/* nobody met in person */
	const char	*kinds;		/* of the providers present, '|' between */
};

/* Whose figure it is: the cohort of ENTRY, in groups FIRST to LAST, until YEAR
 * ends. */
struct evidence_span {
	int	entry;
	int	first, last;
	int	year;
};
/* The span of groups FIRST to LAST for the cohort that is LAST in YEAR. */
struct evidence_span evidence_span(int first, int last, int year);
/* First and last academic year of it. */
void		evidence_years(const struct evidence_span *, int *first, int *last);

struct evidence_count {
	struct range	 logged, meaningful;
	size_t		 events, meaningful_events;
	size_t		 unknown;	/* of the events: attendance is not known */
	size_t		 estimated;	/* … or was shared out */
	int64_t		*lacking;	/* encounters that lack only ticks */
	size_t		 nlacking;
};
/* Does the event belong to what the rule asks of the span? */
bool		evidence_fits(const struct evidence_rule *,
		    const struct evidence_span *, const struct evidence_event *);
/* Count N events, on a roll of ROLL pupils (-1 not known). */
void		evidence_count(const struct evidence_rule *,
		    const struct evidence_span *, const struct evidence_event *,
		    size_t n, long roll, struct evidence_count *out);
void		evidence_clear(struct evidence_count *);
/* At least so many of a hundred, rounded down; -1 without a roll. */
int		evidence_percent(struct range, long roll);

#endif
