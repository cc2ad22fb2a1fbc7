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
	int first;

	(void)old, (void)today;
	if (!row_is_empty(r, F_return_due) || row_is_empty(r, F_return_month))
		return;
	(void)snprintf(day, sizeof day, "%.7s-01", row_get(r, F_return_month));
	if ((first = day_from_iso(day)) == DAY_NONE)
		return;			/* no month: the check says so */
	day_iso(day_add_months(first, 1) - 1, day);
	row_set(r, F_return_due, day);
}

static enum status
return_check(const struct row *r, struct err *e)
{
	enum status st = check_day(r, F_return_due, e);

	return st != ST_OK ? st : check_day(r, F_return_confirmed, e);
}

/* What was confirmed stays; only the note may still change. */
static enum status
return_guard(const struct row *old, const struct row *now, struct err *e)
{
	char day[24] = "";

	if (!row_is(old, F_return_status, "confirmed"))
		return ST_OK;
	for (int f = 0; f < (int)return_entity.nfields; f++) {
		if (f == F_return_note || f > F_return_archived ||
		    row_same(old, now, f) || (f == F_return_archived &&
		    row_is_empty(now, f)))
			continue;
		if (!row_is_empty(old, F_return_confirmed))
			day_long(row_day(old, F_return_confirmed), day);
		return field_refuse(e, fields[f].id, "the return of %s was"
		    " confirmed%s%s and stays as it was; undo takes the"
		    " confirmation back", row_get(old, F_return_month),
		    *day != '\0' ? " on " : "", day);
	}
	return ST_OK;
}

const struct entity return_entity = {
	.no = ENT_return, .id = "return", .title = "Month-end return",
	.plural = "Month-end returns", .ids = "returns",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = F_return_month, .main_date = F_return_due,
	.empty = "No returns yet. n begins one.",
	.derive = return_derive, .guard = return_guard,
	.check = return_check,
};
