/* eligible.h - may a school join the network on a day, and why.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules are rows of CSV, asked in order; the first whose conditions all
 * hold decides. The shipped ones are src/data/eligibility.csv, from the
 * published decisions of London's network: LEAN joined schools by kind, Croydon
 * on 13 March 2019, special schools in three periods. A hub's own are asked
 * before them. Columns, of which only verdict and reason must be there:
 *   rule          its name, for those who read the file
 *   types         type codes: "7-8 12", also "unknown": no code, or in no table
 *   phases        phase codes, also "unknown"
 *   highest_age   ages, also "unknown"
 *   authorities   authority codes, also "unknown", and "outside" the area
 *   statuses      codes of today's status: 1 open, 2 closed, 3 closing, 4 proposed
 *   when          words, all of which hold: before-opening after-closing
 *                 no-opening-day no-closing-day place
 *   from, before  the day asked about is FROM or later, and before BEFORE
 *   verdict       yes no limited never; ask: what the hub's setting says
 *   reason        words with {type} {Type} {phase} {authority} {highest_age}
 *                 {opened} {closed} {date}; Type keeps its capital
 * An empty condition holds. What no rule covers is "no", and says so.
 */
#ifndef MODEL_ELIGIBLE_H
#define MODEL_ELIGIBLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/csv_table.h"
#include "base/err.h"
#include "model/field.h"

/* never: by its kind, on any date; no: not on this day or not here; limited:
 * places are counted, and a school that holds one is yes. */
enum verdict {
	VERDICT_YES, VERDICT_NO, VERDICT_LIMITED, VERDICT_NEVER, VERDICT_MAX
};
extern const struct choice verdicts[];		/* their words, in that order */
/* -1 when it is none. */
int		verdict_of(const char *word);

/* What is known of a school, as its fields hold it: "" is not known. Where a
 * code is lacking, the register's own words stand for it. Borrowed. */
struct eligible_school {
	const char	*type_code, *type;
	const char	*phase_code, *phase;
	const char	*la_code, *la;
	const char	*status, *opened, *closed, *high_age;
	bool		 place;		/* holds one of the limited places */
};

struct eligible;		/* the rules, the area and what to say of the rest */

/* No rules; the area is that of las.csv, and "ask" means no. */
struct eligible	*eligible_new(void);
void		 eligible_free(struct eligible *);	/* NULL is fine */
/* The rules of SRC, asked after those there are. A fault is refused with file,
 * line and column, and nothing is added. */
enum status	 eligible_add(struct eligible *, const struct csv_source *src,
		    struct err *) MUST_CHECK;
/* The network's area: codes and ranges, "201-213 301", between blanks or
 * commas; "" is that of las.csv. */
enum status	 eligible_set_area(struct eligible *, const char *codes, struct err *)
		    MUST_CHECK;
/* Would eligible_set_area take it? */
enum status	 eligible_check_area(const char *codes, struct err *) MUST_CHECK;
/* What "ask" means: yes, no or limited. */
void		 eligible_set_ask(struct eligible *, enum verdict);

/* The verdict on DAY; its reason is appended, without a full stop. */
enum verdict	 eligible_on(const struct eligible *, const struct eligible_school *,
		    int day, struct buf *reason);
/* "Not eligible on 25 Mar 2019: REASON", appended. */
void		 eligible_sentence(enum verdict, int day, const char *reason,
		    struct buf *out);

#endif
