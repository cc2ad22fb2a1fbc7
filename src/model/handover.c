/* handover.c - rules of pinned hand-over notes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/handover.def"
};

static enum status
handover_check(const struct row *r, struct err *e)
{
	return check_order(r, F_handover_date, F_handover_until, e);
}

const struct entity handover_entity = {
	.no = ENT_handover, .id = "handover", .title = "Hand-over note",
	.plural = "Hand-over notes", .ids = "handovers",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_handover_date,
	.empty = "No hand-over notes yet. n pins one.",
	.check = handover_check,
};
