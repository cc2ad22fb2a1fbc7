/* diary.h - a week, day by day: what is on, what is due, what clashes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Layers, each with what the one before has:
 *   mine     visits, encounters and days of my schools (those I coordinate, or
 *            whose coordinator I cover today), CPD, and what I own
 *   team     the same of all who coordinate one of my schools with me
 *   borough  events of these schools' boroughs and of everywhere
 * What lasts more than five days is shown on the first of each week, and where
 * it clashes. Who coordinates no school sees everybody's. Reading costs what is on in the
 * week, and a look at each of those schools.
 */
#ifndef APP_DIARY_H
#define APP_DIARY_H

#include "app/app.h"
#include "base/buf.h"

enum diary_layer { DIARY_MINE, DIARY_TEAM, DIARY_BOROUGH, DIARY_LAYERS };
extern const char *const diary_layers[DIARY_LAYERS + 1];	/* "mine", …; NULL */

enum diary_class { DIARY_TIMED, DIARY_ALL_DAY, DIARY_DUE };

struct diary_item {
	int		 day;
	enum diary_class cls;
	int		 first, last;	/* of its days */
	char		 time[6];	/* "09:30" or "" */
	int		 from, to;	/* minutes of the day; -1 not known */
	const struct entity *ent;
	int64_t		 id;		/* 0: the list of ENT */
	int		 field;		/* its day in the record, which can be moved;
					 * -1: it cannot */
	bool		 whole;		/* it takes all day, or several */
	bool		 clash;		/* no item, but what the one before clashes
					 * with; ent and id are the other's */
	char		*kind;		/* "Visit", "Exams", "Task" */
	char		*title, *who, *state;
};
struct diary_gap {			/* a school without a visit */
	int64_t		 school;	/* 0: next contacts that have passed, all
					 * of them the last gap */
	char		*name;
	int		 days;		/* since the last one; -1 there was none;
					 * how many contacts */
};

#define DIARY_WEEK	7
#define DIARY_GAPS	3

struct diary {
	int		 first;		/* a Monday */
	enum diary_layer layer;
	struct diary_item *v;		/* by day; timed, all day, due */
	size_t		 n;
	int		 clashes;
	bool		 cut;		/* more was on than is here */
	int		 week;		/* of its term, from 1; 0: no school */
	char		*closed;	/* why, "Half term"; or "" */
	char		*whose;		/* "priya + dan", "everybody" */
	struct diary_gap gap[DIARY_GAPS + 1];	/* my schools, longest first */
	int		 ngaps, all_gaps;
};

/* The week of DAY. OUT is written on success, and freed by diary_clear. */
enum status	diary_read(struct app *, int day, enum diary_layer, struct diary *out,
		    struct err *) MUST_CHECK;
void		diary_clear(struct diary *);
/* "09:30", "all day" (in short "all d"), "due"; "!" of a clash; "" when its time
 * is not known. */
const char	*diary_time(const struct diary_item *, bool shortly);
/* Monday to Friday, and a day of the weekend with something on. */
bool		diary_shows(const struct diary *, int day);
/* "Mon 23 - Fri 27 Nov 2026   week 12 of the term"; in short "23-27 Nov 2026
 * week 12"; appended. */
void		diary_heading(const struct diary *, bool shortly, struct buf *out);
/* "Brookvale Special: no visit for 69 days"; appended. */
void		diary_gap_words(const struct diary_gap *, struct buf *out);
/* The filter of schools that gives all that are unplanned; appended. */
void		diary_gap_filter(const struct app *, struct buf *out);
/* The filter of visits whose next contact has passed, with nothing since. */
#define DIARY_OVERDUE	"mine is:overdue"

#endif
