/* view.c - rules of saved views.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static enum status
view_check_entity(const struct field *f, const char *value, struct err *e)
{
	const char *near;

	if (entity_find(value) != NULL)
		return ST_OK;
	near = entity_nearest(value);
	if (near != NULL)
		return field_refuse(e, f->id, "no list \"%s\"; did you mean "
		    "\"%s\"?", value, near);
	return field_refuse(e, f->id, "no list \"%s\": school, encounter",
	    value);
}

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/view.def"
};

const struct entity view_entity = {
	.no = ENT_view, .id = "view", .title = "View",
	.plural = "Views", .ids = "views",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = F_view_name, .main_date = -1,
	.empty = "No views yet. w in a list saves one.",
};
