/* deliverable.c - what clusters deliver and claim, SD01 to SD07.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

/* domain.md 5 */
const struct choice deliverables[] = {
	{ .word = "sd01", .label = "SD01 Cluster set up" },
	{ .word = "sd02", .label = "SD02 Needs analysis" },
	{ .word = "sd03", .label = "SD03 Pilot started" },
	{ .word = "sd04", .label = "SD04 Pilot completed" },
	{ .word = "sd05", .label = "SD05 Support to members" },
	{ .word = "sd06", .label = "SD06 Placements, internships" },
	{ .word = "sd07", .label = "SD07 Careers strategy" },
	{ 0 }
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/deliverable.def"
};

static enum status
deliverable_check(const struct row *r, struct err *e)
{
	return check_day(r, F_deliverable_by, e);
}

const struct entity deliverable_entity = {
	.no = ENT_deliverable, .id = "deliverable", .title = "Deliverable",
	.plural = "Deliverables", .ids = "deliverables",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_deliverable_by,
	.empty = "No deliverables yet. n makes one.",
	.check = deliverable_check,
};
