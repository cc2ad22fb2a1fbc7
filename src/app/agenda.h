/* agenda.h - what is on today, late, due and coming: the first screen and
 * `agenda`.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A block has parts; each is what one filter lists of one kind of record, so
 * that its figure opens exactly what it counts. What is mine: what the filter
 * `mine` finds (model/filter.h), of schools I coordinate or cover for; or all,
 * for somebody who looks after no school and never covered for anybody, such
 * as the one user of a program in which nobody is said to. CPD sessions and
 * pilots are everybody's; a target is its owner's alone. A task that is with
 * others (is:waiting) is in that block alone, and there once it is expected, or
 * else due, before the next term begins; one of a user I cover is in theirs.
 */
#ifndef APP_AGENDA_H
#define APP_AGENDA_H

#include "app/app.h"

enum agenda_block {
	AG_TODAY,
	AG_TOCLOSE,		/* planned, and the day has passed */
	AG_LATE,		/* tasks and cases, then contacts */
	AG_WEEK,		/* to a week from today */
	AG_WAITING,		/* for others */
	AG_FOR,			/* tasks of those I cover, a part each */
	AG_COMING,		/* after the week */
	AG_BLOCKS
};

struct agenda_part {
	enum agenda_block block;
	const struct entity *ent;
	const char	*word;		/* "cases" */
	char		*filter;	/* that lists exactly these */
	int		 field;		/* the day of ENT it goes by, */
	int		 sort;		/* … and what it is read by */
	bool		 desc;
	int64_t		 count;		/* to 1,001; -1 not counted */
	size_t		 n;		/* items of it that were read */
	int64_t		 user;		/* AG_FOR: who is covered, */
	char		*name;		/* … what they are called, */
	int		 until;		/* … and the last day */
};
struct agenda_item {
	enum agenda_block block;
	const struct entity *ent;
	int64_t		 id;
	int		 field;		/* that holds its day: where z moves it */
	int		 day;		/* DAY_NONE: a task may have none */
	char		 time[6];	/* "09:30" or "" */
	char		*kind;		/* "Mock interview", "CPD", "Visit", "Task" */
	char		*title;		/* school, or "4 schools"; else its own title */
	char		*who;		/* employer, people; the school of a task */
	char		*state;		/* "Y10 ~24", "2 of 4 numbers in", "17 d" */
	bool		 late;		/* STATE says how many days */
};
struct agenda {
	struct agenda_item *v;		/* by block, then day and time */
	size_t		 n;
	struct agenda_part *part;	/* by block */
	size_t		 nparts;
};
void		agenda_clear(struct agenda *);
/* The blocks for DAYS days from today, at most LIMIT items a block. Parts of
 * which all were read are counted, also what lies beyond DAYS. */
enum status	agenda_read(struct app *, int days, size_t limit, struct agenda *,
		    struct err *) MUST_CHECK;
/* As one list by day and time, whatever the block; without a day last. */
void		agenda_by_day(struct agenda *);
/* Count the first part that is not; *MORE is false when all are. */
enum status	agenda_count(struct app *, struct agenda *, bool *more, struct err *)
		    MUST_CHECK;
/* One encounter in the same words; strings as in agenda_item. KIND is NULL when
 * there is no such record. */
enum status	agenda_describe(struct app *, int64_t encounter, struct agenda_item *,
		    struct err *) MUST_CHECK;
void		agenda_item_clear(struct agenda_item *);
/* "late", "call", "Mock interview": what `agenda` calls its kind; the word of a
 * visit's kind, or one for tasks (task, late, waiting), cases, contacts and
 * reviews. */
const char	*agenda_kind(const struct agenda_item *);

#endif
