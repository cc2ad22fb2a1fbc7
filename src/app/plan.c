/* plan.c - a school's careers plan of one academic year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/plan.h"

#include "base/date.h"
#include "db/rules.h"

enum status
plan_of(struct app *app, int64_t school, int year, int64_t *plan,
    struct err *e)
{
	char name[8];

	year_format(year, name);
	return rules_plan_of(app->db, school, name, 0, plan, e);
}
