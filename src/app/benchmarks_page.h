/* benchmarks_page.h - how a school stands on the eight, as a document.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_BENCHMARKS_PAGE_H
#define APP_BENCHMARKS_PAGE_H

#include "app/report.h"
#include "app/standing.h"

/* The report benchmarks as it fits COLS columns. R must be zeroed; it is the
 * caller's to clear, on failure too. */
enum status	benchmarks_make(struct app *, const struct row *school, int cols,
		    struct report *r, struct err *) MUST_CHECK;

/* --- for benchmarks_*.c --- */

enum {
	BENCHMARKS_SHOWN = 4,	/* official results side by side; the bar of
				 * another framework takes the place of one */
	BENCHMARKS_LISTED = 12	/* results of each source below */
};

/* The page while it is made. */
struct benchmarks_making {
	struct app	*app;
	struct report	*r;
	const struct row *school;
	struct standing	 now;
	struct row	*official[BENCHMARKS_LISTED];	/* newest first */
	struct row	*own[BENCHMARKS_LISTED];
	size_t		 nofficial, nown;
	size_t		 shown;		/* official ones side by side */
	bool		 narrow;
};

/* Each adds its blocks. */
enum status	benchmarks_said(struct benchmarks_making *, struct err *) MUST_CHECK;
void		benchmarks_lifts(struct benchmarks_making *);
enum status	benchmarks_results(struct benchmarks_making *, struct err *) MUST_CHECK;
/* The last cell opens the encounters a figure counts: those that are TICKED
 * where ticks are asked for, or all that were logged. */
void		benchmarks_opens(struct benchmarks_making *, const struct evidenced *,
		    bool ticked);
/* Of an assessment: "31 Jul 2026", "Jul 26". */
void		benchmarks_day(const struct row *, char out[24]);
void		benchmarks_month(const struct row *, char out[24]);
/* Are the two of different frameworks, which cannot be compared? */
bool		benchmarks_break(const struct row *a, const struct row *b);

#endif
