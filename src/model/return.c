/* return.c - choices and rules of the returns of a month.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "model/fields.h"
#include "model/tables.h"

static const struct choice return_statuses[] = {
	{ .word = "open", .label = "Open" },
	{ .word = "confirmed", .label = "Confirmed", .also = "sent" },
	{ 0 }
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/return.def"
};

/* Due on the last day of its month. */
static void
return_derive(const struct row *old, struct row *r, int today)
{
	char day[11];

	(void)old, (void)today;
	if (!row_is_empty(r, F_return_due) || row_is_empty(r, F_return_month))
		return;
	(void)snprintf(day, sizeof day, "%.7s-01", row_get(r, F_return_month));
	day_iso(day_add_months(day_from_iso(day), 1) - 1, day);
	row_set(r, F_return_due, day);
}

static enum status
return_check(const struct row *r, struct err *e)
{
	enum status st = check_day(r, F_return_due, e);

	return st != ST_OK ? st : check_day(r, F_return_confirmed, e);
}

const struct entity return_entity = {
	.no = ENT_return, .id = "return", .title = "Month-end return",
	.plural = "Month-end returns", .ids = "returns",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = F_return_month, .main_date = F_return_due,
	.empty = "No returns yet. n begins one.",
	.derive = return_derive, .check = return_check,
};
