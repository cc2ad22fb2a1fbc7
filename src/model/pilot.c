/* pilot.c - choices and rules of employer pilots.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct choice pilot_statuses[] = {
	{ .word = "planned", .label = "Planned" },
	{ .word = "running", .label = "Running", .also = "started" },
	{ .word = "completed", .label = "Completed", .also = "done" },
	{ .word = "stopped", .label = "Stopped" },
	{ 0 }
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/pilot.def"
};

static enum status
pilot_check(const struct row *r, struct err *e)
{
	return check_order(r, F_pilot_from, F_pilot_to, e);
}

const struct entity pilot_entity = {
	.no = ENT_pilot, .id = "pilot", .title = "Employer pilot",
	.plural = "Employer pilots", .ids = "pilots",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_pilot_from,
	.empty = "No employer pilots yet. n makes one.",
	.check = pilot_check,
};
