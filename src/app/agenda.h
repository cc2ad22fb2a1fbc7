/* agenda.h - what is late, due and coming: the first screen and `agenda`.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_AGENDA_H
#define APP_AGENDA_H

#include "app/app.h"

enum agenda_block { AG_TODAY, AG_TOCLOSE, AG_WEEK, AG_COMING, AG_BLOCKS };

struct agenda_item {
	enum agenda_block block;
	const struct entity *ent;
	int64_t		 id;
	int		 day;
	char		 time[6];	/* "09:30" or "" */
	char		*kind;		/* "Mock interview", "CPD" */
	char		*title;		/* school, or "4 schools"; the session's title */
	char		*who;		/* employer, cluster, or places taken */
	char		*state;		/* "Y10 ~24", "2 of 4 numbers in" */
};
struct agenda {
	struct agenda_item *v;
	size_t		 n;
	int64_t		 count[AG_BLOCKS];	/* encounters, by agenda_counts; 0 before */
	int64_t		 cpd[AG_BLOCKS];	/* sessions among them */
};
void		agenda_clear(struct agenda *);
/* The blocks for DAYS days from today, at most LIMIT items a block. */
enum status	agenda_read(struct app *, int days, size_t limit, struct agenda *,
		    struct err *) MUST_CHECK;
/* The CPD sessions of one block alone, at most LIMIT. */
enum status	agenda_sessions(struct app *, enum agenda_block, int days, size_t limit,
		    struct agenda *, struct err *) MUST_CHECK;
/* How many encounters each block really has, counted to 1,001. */
enum status	agenda_counts(struct app *, int days, struct agenda *, struct err *) MUST_CHECK;
/* One encounter in the same words; strings as in agenda_item. KIND is NULL when
 * there is no such record. */
enum status	agenda_describe(struct app *, int64_t encounter, struct agenda_item *,
		    struct err *) MUST_CHECK;
void		agenda_item_clear(struct agenda_item *);
/* The filter that opens a block as a list of encounters. */
const char	*agenda_filter(enum agenda_block);

#endif
