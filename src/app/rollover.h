/* rollover.h - the next academic year, made from the present one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For every open school of the caseload: those with a stage other than prospect
 * and left, and those that somebody coordinates. Only what is not there yet is
 * added; nothing of the present year changes.
 *	rolls	one year group up, "rolled forward", not confirmed; who leaves
 *		drops out, the first year group has none yet
 *	plans	a draft where there is a plan now, with its open actions as new
 *		tasks, due a year later
 *	facts	those that last (lasting_facts), to be checked again
 *	start of year	its checklist, from the first day of term: one for each
 *		school when that template is about schools, else one
 */
#ifndef APP_ROLLOVER_H
#define APP_ROLLOVER_H

#include "app/app.h"
#include "base/str.h"

struct rollover_told {
	size_t		 schools;	/* of the caseload */
	size_t		 added[ENT_MAX];	/* records of each kind */
	size_t		 all;		/* … of any kind */
	struct strs	 lines;		/* one a school to which something was added */
};

/* Within the step at hand. YEAR (2027 for 2027/28) must be the next one:
 * ST_INVALID says which that is. TOLD is to be cleared, also after a failure. */
enum status	rollover(struct app *, int year, struct rollover_told *told,
		    struct err *) MUST_CHECK;
void		rollover_told_clear(struct rollover_told *);

#endif
