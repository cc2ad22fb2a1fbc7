/* rules_week.h - rules of the working week: visits, cases, plans, hand-overs and
 * tasks; for the table in rules.c alone.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_RULES_WEEK_H
#define APP_RULES_WEEK_H

#include "app/app.h"
#include "model/row.h"

typedef enum status rule_week_before(struct app *, const struct row *old, struct row *row,
		    struct err *);
typedef enum status rule_week_after(struct app *, const struct row *old,
		    const struct row *row, struct err *);

/* A new record is of who makes it, unless somebody is named in OWNER; one that
 * a file brings under its own id is as the file has it. */
enum status	rule_mine(struct app *, const struct row *old, struct row *row, int owner,
		    struct err *) MUST_CHECK;

/* The school of a record: itself, that of a visit or case, the one school of an
 * encounter, where a contact is today; 0 none or several. ABOUT is an ANY's
 * text, ID its record. */
enum status	rule_school_of(struct app *, const char *about, int64_t id, int64_t *out,
		    struct err *) MUST_CHECK;

rule_week_before case_before;		/* mine, when nobody is named; another
					 * status has a reason */
rule_week_after	case_after;		/* cases linked to it name it too */
rule_week_before cover_before;		/* nobody covers another twice at a time */
rule_week_before handover_before;	/* by me */
rule_week_before plan_before;		/* one a school and year */
rule_week_before visit_before;		/* mine; not done before its day */
rule_week_before task_before;		/* mine; its school, number and who asked;
					 * dropped for a reason */
rule_week_after	task_after;		/* done, one that repeats makes the next */

#endif
