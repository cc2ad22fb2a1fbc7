/* cover.c - rules of cover.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/cover.def"
};

static enum status
cover_check(const struct row *r, struct err *e)
{
	if (!row_is_empty(r, F_cover_user) &&
	    row_ref(r, F_cover_user) == row_ref(r, F_cover_by))
		return field_refuse(e, "by", "nobody covers for themselves");
	return check_order(r, F_cover_from, F_cover_to, e);
}

const struct entity cover_entity = {
	.no = ENT_cover, .id = "cover", .title = "Cover",
	.plural = "Cover", .ids = "covers",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_cover_from,
	.empty = "No cover yet. n makes one.",
	.check = cover_check,
};
