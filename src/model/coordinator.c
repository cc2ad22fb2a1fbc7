/* coordinator.c - rules of who looks after a school.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/coordinator.def"
};

static enum status
coordinator_check(const struct row *r, struct err *e)
{
	return check_order(r, F_coordinator_from, F_coordinator_to, e);
}

const struct entity coordinator_entity = {
	.no = ENT_coordinator, .id = "coordinator", .title = "Coordinator",
	.plural = "Coordinators", .ids = "coordinators",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_coordinator_from,
	.empty = "No coordinators yet. n makes one.",
	.check = coordinator_check,
};
