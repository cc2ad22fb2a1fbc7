/* calendar.h - working days, school days and school weeks of one place.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A working day is Monday to Friday and no bank holiday. A school day is a
 * working day inside a term that is no holiday and no inset day (on which
 * staff work). A school week is Monday to Sunday with a school day in it.
 *
 * Terms that are typed are believed as they stand. Where none is typed, usual
 * dates stand in, a rule of thumb for England (councils and trusts differ):
 *   autumn  the first weekday of September to the last Friday on or before 22
 *           December; half term the week of the fourth Monday of October
 *   spring  after two weeks of holiday to the Easter holiday; half term the
 *           week of the Monday of 12 to 18 February
 *   Easter  two weeks with Good Friday and Easter Monday in them: Easter to 4
 *           April ends the term the day before Good Friday, to 12 April the
 *           Friday a week before it, later two weeks before it; summer begins
 *           on the first working day after
 *   summer  to the last weekday on or before 22 July; half term the week of
 *           the last Monday of May
 * A usual term is left out when typed terms cover three weeks or more of it;
 * one whose first days are covered begins after them. A usual half term is
 * left out when a holiday of three days or more is typed within two weeks.
 *
 * Days as in base/date.h. Known from 1 September 1989 to 31 August 2101; what
 * would be outside, or is asked of a day outside, is DAY_NONE, 0, false, NULL.
 */
#ifndef MODEL_CALENDAR_H
#define MODEL_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>

#include "model/bank.h"

enum cal_kind {
	CAL_TERM,
	CAL_HOLIDAY,		/* school holiday or half term */
	CAL_BANK,		/* a bank holiday beside those known */
	CAL_INSET,		/* staff are in, pupils are not */
	CAL_KINDS
};
struct cal_span {
	enum cal_kind	 kind;
	int		 from, to;	/* days, both in it */
	char		*title;		/* NULL or "": a usual one */
};
struct calendar;

/* The years (as first and last of bank_days_load) a calendar knows. */
#define CAL_FIRST	1989
#define CAL_LAST	2101

/* Of N spans in any order, copied; a span without days (TO before FROM, or
 * DAY_NONE) is left out. BANK, copied too, are the bank holidays; NULL those
 * shipped. Making one takes most of a millisecond: once for a page, not for
 * each row. */
struct calendar	*cal_new(const struct cal_span *v, size_t n,
		    const struct bank_days *bank);
void		 cal_free(struct calendar *);

/* From now on count as working days only those on which schools have staff in:
 * in term, inset days too; of what is at a school nothing is due in its
 * holidays. Nothing but cal_add_working and cal_working_between changes. */
void		 cal_keep_to_terms(struct calendar *);

bool		 cal_working(const struct calendar *, int day);
bool		 cal_school_day(const struct calendar *, int day);
/* N days on, of any kind, back when N < 0. */
int		 cal_add_days(const struct calendar *, int day, int n);
/* N working days on, back when N < 0; with 0 that day, or the next working day
 * when it is none. */
int		 cal_add_working(const struct calendar *, int day, int n);
/* How many working days TO is after FROM, negative when before: what
 * cal_add_working needs to come from FROM to a working day TO. */
int		 cal_working_between(const struct calendar *, int from, int to);
/* N weeks on, back when N < 0, counting only school weeks: the same weekday,
 * else the next school day of that week, else the first school day after; but
 * going back never as late as DAY: then that week's last school day. With 0
 * the week is that of DAY. */
int		 cal_add_school_weeks(const struct calendar *, int day, int n);
/* First day of the next term that begins after DAY. */
int		 cal_next_term(const struct calendar *, int day);
/* First day of the term DAY is in, else of the last one before. */
int		 cal_term_first(const struct calendar *, int day);
/* The number of DAY's week among the school weeks of its term, from 1; 0 in a
 * week without a school day. */
int		 cal_week_of_term(const struct calendar *, int day);
/* What makes DAY no school day: "Good Friday", "Half term", "Christmas
 * holiday"; NULL on a school day and a weekend in term. The calendar's. */
const char	*cal_title(const struct calendar *, int day);
/* Do the usual dates decide: is the term of DAY (between terms: the one before
 * or after) one that nobody typed? */
bool		 cal_usual(const struct calendar *, int day);

#endif
