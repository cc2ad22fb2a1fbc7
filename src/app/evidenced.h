/* evidenced.h - what a school's logged encounters show for benchmarks 5 to 8.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The third of the figures that are never mixed (domain.md 3): official,
 * claimed, evidenced. It is a range over the roll of the year asked about.
 */
#ifndef APP_EVIDENCED_H
#define APP_EVIDENCED_H

#include "app/app.h"
#include "model/evidence.h"

/* One item, for one cohort. */
struct evidenced {
	size_t		 item;		/* index of the text it came from */
	struct evidence_rule ask;
	struct evidence_span span;	/* whose and which years; .entry is the
					 * cohort, .last its group in .year */
	char		 group[6];	/* that group as it is read: "Y11" */
	struct evidence_count n;	/* logged and meaningful, apart */
	struct range	 used;		/* that of the two which counts */
	bool		 by_ticks;	/* … is the meaningful one */
	long		 roll;		/* of the group in the year, -1 not known */
	bool		 confirmed;
	bool		 applies;	/* the school has that group */
	int		 since;		/* first academic year logged, where the
					 * span begins earlier; 0 */
	bool		 before;	/* … and ends earlier: nothing is known */
};
struct evidenced_all {
	struct evidenced *v;
	size_t		 n;
};

/* Each of the N texts (model/evidence.h) for a school in an academic year:
 * "each" gives one figure a year group. Which of logged and meaningful counts is
 * a setting, [rules] evidence. To be cleared. */
enum status	evidenced_of(struct app *, const struct row *school, int year,
		    const char *const *items, size_t n, struct evidenced_all *out,
		    struct err *) MUST_CHECK;
void		evidenced_clear(struct evidenced_all *);
/* The figure of benchmark BM that shows the smallest share of its roll, what is
 * known before what is not; NULL when no item of it applies. */
const struct evidenced *evidenced_weakest(const struct evidenced_all *, int bm);
/* What counts, of a hundred of the roll, rounded down: 0-0 where nobody was,
 * not known (0 and -1) without a roll or a figure. */
struct range	evidenced_share(const struct evidenced *);
/* The filter of exactly the encounters that .used counts, appended; of those
 * that would count if they had their ticks (.n.lacking); and of all that
 * .n.logged counts. */
void		evidenced_filter(struct app *, const struct row *school,
		    const struct evidenced *, struct buf *out);
void		evidenced_logged_filter(struct app *, const struct row *school,
		    const struct evidenced *, struct buf *out);
void		evidenced_lacking_filter(struct app *, const struct row *school,
		    const struct evidenced *, struct buf *out);
/* "51-74", "." does not apply, "?" not known; appended. */
void		evidenced_text(const struct evidenced *, struct buf *out);
/* What to know about it: "logged since Sep 2025; roll of Y11 unconfirmed";
 * appended, nothing when there is nothing to say. */
void		evidenced_said(const struct evidenced *, struct buf *out);

#endif
