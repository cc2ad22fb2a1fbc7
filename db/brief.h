/* brief.h - what one should know of a school before a visit; for app/brief*.c and
 * app/overview_week.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_BRIEF_H
#define DB_BRIEF_H

#include "db/db.h"

struct brief_ask {
	int64_t		 id;		/* the school; of actions, the plan */
	const char	*first, *today;	/* days as YYYY-MM-DD */
	const char	*near;		/* last day of what is near */
	const char	*word;		/* academic year; fact */
	int64_t		 most;		/* rows */
};

/* What there is to read: each row has the text of the columns that follow, "" or
 * -1 where it has none. */
enum brief_what {
	BRIEF_NEXT,		/* visit: time, people, kind, day, minutes */
	BRIEF_LAST,		/* visit: summary, people, kind, day, minutes */
	BRIEF_THEIRS,		/* task: title, who, status, due or done */
	BRIEF_OURS,		/* the same */
	BRIEF_WAITING,		/* task: title, for whom, status, expected */
	BRIEF_NOTES,		/* hand-over note: text, by whom, -, day */
	BRIEF_CALLS,		/* a kind: -, -, kind, last, how many */
	BRIEF_CASES,		/* case: title, reason, status, due */
	BRIEF_PLAN,		/* plan: -, -, status */
	BRIEF_ACTIONS,		/* task: title, who, status, due, number */
	BRIEF_FACT,		/* fact: value, source, -, checked */
	BRIEF_CPD,		/* session: title, "3 5", -, day, places left */
	BRIEF_CLUSTERS,		/* encounter: what, cluster, status, day */
	BRIEF_SEND,		/* resource: title, -, -, day it was checked */
	BRIEF_WHATS
};
struct brief_row {
	int64_t		 id;
	const char	*title, *who, *word, *day;
	int64_t		 n;
};
/* Text is borrowed during the call. */
enum status	brief_read(struct db *, enum brief_what, const struct brief_ask *,
		    void (*fn)(void *arg, const struct brief_row *), void *arg,
		    struct err *) MUST_CHECK;

#endif
