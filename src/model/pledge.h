/* pledge.h - commitments of the action plan: whether records show that they
 * are kept, and why.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * domain.md 8. src/data/commitments.csv names them: item, actor (a word of
 * actors), title in our own words, rule (how it is derived; empty: nothing but
 * what is typed in says it), unit, baseline and its academic year, target,
 * source. A hub's file of the same name adds rows, or puts one in place of the
 * item of the same name. What is derived and what somebody typed are never
 * mixed; where they disagree that is said.
 */
#ifndef MODEL_PLEDGE_H
#define MODEL_PLEDGE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/csv_table.h"
#include "model/row.h"

enum pledge_rule {
	PLEDGE_TYPED = -1,	/* no records show it */
	PLEDGE_BENCHMARKS, PLEDGE_NETWORK, PLEDGE_GOVERNOR, PLEDGE_STAFF,
	PLEDGE_INSIGHTS, PLEDGE_EXPERIENCE, PLEDGE_VOLUNTEERS,
	PLEDGE_INTERNSHIPS, PLEDGE_T_LEVELS, PLEDGE_MEETS,
	PLEDGE_RULES
};
struct pledge_item {
	char		*item;		/* "signed-up" */
	const struct choice *actor;
	char		*title;
	enum pledge_rule rule;
	char		*unit, *baseline, *baseline_year, *target, *source;
};
struct pledge_items {
	struct pledge_item *v;
	size_t		 n;
};
enum status	 pledge_load(const struct csv_source *hub, struct pledge_items *out,
		    struct err *) MUST_CHECK;
void		 pledge_clear(struct pledge_items *);
const struct pledge_item *pledge_find(const struct pledge_items *, const char *item);	/* NULL none */

enum pledge_state {		/* in the order of pledge_states */
	PLEDGE_KEPT, PLEDGE_UNDER_WAY, PLEDGE_NOT_YET, PLEDGE_NOT_KNOWN,
	PLEDGE_STATES		/* no records: it is typed in */
};
const char	*pledge_state_word(enum pledge_state);	/* "not yet" */

/* Why records say nothing of a commitment, which is typed in then. */
enum pledge_untold {
	UNTOLD_NO_ITEM,		/* it is of none */
	UNTOLD_OTHER_ITEM,	/* … of one there is not */
	UNTOLD_NO_RULE,		/* no records show this item */
	UNTOLD_NOBODY,		/* it is of all organisations of the actor */
	UNTOLD_OTHER_KIND,	/* … of one that has no such records */
	PLEDGE_UNTOLDS
};
const char	*pledge_untold_said(enum pledge_untold);	/* "no records show it" */

/* What one record counts for in a rule that counts. */
enum pledge_counts {
	COUNTS_NOT,		/* not there, no pupils, cancelled … */
	COUNTS_NOW,		/* this academic year; volunteers: today */
	COUNTS_EARLIER,		/* it was so once */
	COUNTS_PLANNED,
	COUNTS_OFFERED,
	COUNTS_LATE,		/* planned still, and its day is over */
	COUNTS_LAPSED,		/* an offer whose last day is over */
	PLEDGE_COUNTS
};
/* An encounter, placement, offer, volunteer or role: of the organisation WHO,
 * ID, as at TODAY. Those count who came, or of whom nothing is said; pupils
 * met, or nothing is said of them; places that are filled, or it is not said
 * how many. *DAY is when it was so last; DAY_NONE not known. */
enum pledge_counts pledge_counts_of(const struct row *, const struct entity *who,
		    int64_t id, int today, int *day);

/* What the records of one organisation say; of each rule its own part. Days
 * are DAY_NONE, texts "" where there is none. */
struct pledge_facts {
	/* benchmarks: the newest official result */
	int		 achieved;	/* of eight; -1 no result */
	/* network: its stage */
	const char	*stage;
	/* governor */
	const char	*holder;	/* who holds the role today */
	int		 vacant;	/* since when nobody does */
	/* benchmarks, network, governor: the day of it */
	int		 since;
	/* staff: yes, no or ""; hours a week, "" not known */
	const char	*briefing, *hours;
	/* insights, experience, volunteers, internships, t levels, meets */
	long		 n[PLEDGE_COUNTS];
	int		 last;		/* the newest of all */
	const char	*listed;	/* what an employer's record says it offers */
};
/* Where all is unknown. */
#define PLEDGE_NOTHING	{ .achieved = -1, .stage = "", .holder = "", \
	.vacant = DAY_NONE, .since = DAY_NONE, .briefing = "", .hours = "", \
	.last = DAY_NONE, .listed = "" }

enum pledge_why {		/* the reason, as data */
	WHY_RESULT, WHY_NO_RESULT, WHY_STAGE, WHY_NO_STAGE, WHY_HELD, WHY_VACANT,
	WHY_STAFF, WHY_STAFF_UNKNOWN, WHY_COUNT, WHY_BEGUN, WHY_NONE
};
struct pledge {
	enum pledge_rule rule;
	enum pledge_state state;
	enum pledge_why	 why;
	struct pledge_facts of;		/* borrows their texts */
};
/* RULE is none of PLEDGE_TYPED. */
struct pledge	 pledge_of(enum pledge_rule, const struct pledge_facts *);
/* "signed up since 4 Mar 2026", "2 talks, visits or mentoring this academic
 * year, last 12 Nov 2026"; appended. */
void		 pledge_said(const struct pledge *, struct buf *out);

/* --- what was typed ------------------------------------------------------------ */

/* The state that a commitment record says; NULL is none. */
enum pledge_state pledge_typed(const struct row *commitment);
/* "7.1 % of May 2026, from 8.3 in 2015/16, wanted 6"; "" without figures;
 * appended. What the record leaves out is ITEM's, where no records show it;
 * either may be NULL. */
void		 pledge_figures_said(const struct row *commitment,
		    const struct pledge_item *item, struct buf *out);
/* Does the record say what records do not show, or the other way round? */
bool		 pledge_disagrees(const struct pledge *, const struct row *commitment);

#endif
