/* checklist.c - rules of checklists.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/checklist.def"
};

static enum status
checklist_check(const struct row *r, struct err *e)
{
	return check_day(r, F_checklist_anchor, e);
}

const struct entity checklist_entity = {
	.no = ENT_checklist, .id = "checklist", .title = "Checklist",
	.plural = "Checklists", .ids = "checklists",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_checklist_anchor,
	.empty = "No checklists yet. n makes one from a template.",
	.check = checklist_check,
};
