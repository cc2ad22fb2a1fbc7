/* activity.c - choices and rules of what volunteers did.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct choice activity_kinds[] = {
	{ .word = "school visit" },
	{ .word = "planning meeting" },
	{ .word = "governors meeting" },
	{ .word = "talk" },
	{ .word = "mock interviews" },
	{ .word = "mentoring" },
	{ .word = "careers fair" },
	{ .word = "training" },
	{ .word = "network event" },
	{ 0 }
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/activity.def"
};

static enum status
activity_check(const struct row *r, struct err *e)
{
	return check_day(r, F_activity_date, e);
}

const struct entity activity_entity = {
	.no = ENT_activity, .id = "activity", .title = "Activity",
	.plural = "Activities", .ids = "activities",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_activity_date,
	.empty = "Nothing yet. n logs what a volunteer did.",
	.check = activity_check,
};
