/* standing.h - how a school stands: official, claimed, evidenced.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three figures that are never mixed (domain.md 3). Official is what Compass
 * reported: it says what is achieved. Claimed is our own self-assessment.
 * Evidenced is what logged encounters show of benchmarks 5 to 8.
 */
#ifndef APP_STANDING_H
#define APP_STANDING_H

#include "app/assess.h"

struct standing_bm {
	int		 official;	/* per cent, -1 not known */
	int		 claimed;
	enum score_state official_state, claimed_state;
	int		 points, max;	/* of the claimed; -1 without */
	/* The item encounters show least of; NULL where they show nothing. */
	const struct evidenced *shown;
	const struct item *shown_item;
	int		 at_least;	/* per cent of its roll, -1 not known */
	int		 claimed_share;	/* per cent of pupils claimed there, -1 */
	int		 gap;		/* claimed_share - at_least; only when both
					 * are known and of one academic year */
	bool		 has_gap;
};
struct standing {
	struct assess	 official, claimed;
	bool		 has_official, has_claimed;
	const struct framework *framework;	/* of the evidence's items */
	int		 year;		/* academic year of the evidence */
	struct standing_bm bm[BENCHMARKS];	/* BM1 first */
	/* what it borrows from */
	struct assess	 blank;
	bool		 has_blank;
	struct assess_evidence ev;
};

/* A school today: its newest official result and its newest self-assessment
 * until then, and what was logged for this academic year. */
enum status	standing_of(struct app *, int64_t school, struct standing *out,
		    struct err *) MUST_CHECK;
/* One assessment, and what was logged for the academic year of its date. */
enum status	standing_at(struct app *, int64_t assessment,
		    struct standing *out, struct err *) MUST_CHECK;
void		standing_clear(struct standing *);
/* Is the self-assessment, if there is one, of the questions the evidence is
 * asked about? Item 5.1 of a college is another than that of a school. */
bool		standing_same_questions(const struct standing *);

#endif
