/* brief.h - what the parts of the brief share: the page before a visit.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was promised on both sides and is not done, what happened since one was
 * there, what to ask, what to offer. It is read by us: hand-over notes are in
 * it, which are left out of what is handed on (app/report.h). Every line that
 * stands for records opens them. The reads are of one school's records, and of
 * the sessions to come.
 */
#ifndef APP_BRIEF_H
#define APP_BRIEF_H

#include "app/overview.h"
#include "app/report.h"
#include "db/brief.h"

#define BRIEF_MOST	6	/* lines of one kind; then "more" */
#define BRIEF_OFFERS	3	/* … of offers of a kind, notes */
#define BRIEF_COLS	240	/* of a note or reason that is shown */

struct brief_making {
	struct app	*app;
	const struct row *school;
	struct report	*r;
	char		*ref;		/* of the school */
	int		 year;		/* academic year of today */
	int		 first;		/* day of the last visit; without one the
					 * first of the academic year */
	bool		 visited;	/* there is a last visit */
	int		 near;		/* a month from today */
	char		 days[3][11];	/* … and what ask borrows */
	struct brief_ask ask;		/* of the school */
	struct overview	 now;
	size_t		 n;		/* rows of the part being read */
};

/* Each adds its blocks. */
enum status	brief_promised(struct brief_making *, struct err *) MUST_CHECK;
enum status	brief_since(struct brief_making *, struct err *) MUST_CHECK;
enum status	brief_open(struct brief_making *, struct err *) MUST_CHECK;
enum status	brief_questions(struct brief_making *, struct err *) MUST_CHECK;
enum status	brief_offers(struct brief_making *, struct err *) MUST_CHECK;
void		brief_advisers(struct brief_making *);

/* "9 Nov", "31 Jul 2026"; "" for DAY_NONE. */
void		brief_day(const struct brief_making *, int day, char out[24]);
/* The beginning of TEXT that is shown, and "…" when there is more. */
void		brief_begin(const char *text, struct buf *out);
/* At most MOST rows; is there one more? Then a line opens all of them. */
enum status	brief_rows(struct brief_making *, enum brief_what, size_t most,
		    void (*fn)(void *m, const struct brief_row *), struct err *) MUST_CHECK;
bool		brief_more(const struct brief_making *, size_t most);
/* The last cell lists the records of ENT with the filter made. */
void		brief_lists(struct brief_making *, enum entity_no, const char *fmt, ...)
		PRINTF(3, 4);

#endif
