/* plan.h - a school's careers plan of one academic year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_PLAN_H
#define APP_PLAN_H

#include "app/app.h"

/* The plan of SCHOOL in the academic year, 0 none. */
enum status	plan_of(struct app *, int64_t school, int year, int64_t *plan,
		    struct err *) MUST_CHECK;

#endif
