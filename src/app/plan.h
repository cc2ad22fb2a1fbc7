/* plan.h - a school's careers plan of one academic year, and its page.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_PLAN_H
#define APP_PLAN_H

#include "app/report.h"

/* The plan of SCHOOL in the academic year, 0 none. */
enum status	plan_of(struct app *, int64_t school, int year, int64_t *plan,
		    struct err *) MUST_CHECK;
/* The number that its next action gets. */
enum status	plan_next_number(struct app *, int64_t plan, int64_t *out,
		    struct err *) MUST_CHECK;
/* Its page, as a school may be handed it: no private note is in it. The first
 * cell of a row opens the action, its last one the encounter that shows it, the
 * line under them the plan.
 * *PLAN is 0 when there is none: the page says so. The caller clears R, also on
 * failure. */
enum status	plan_page(struct app *, const struct row *school, int year,
		    int64_t *plan, struct report *r, struct err *) MUST_CHECK;

#endif
