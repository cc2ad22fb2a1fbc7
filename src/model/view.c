/* view.c - rules of saved views.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/filter.h"
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

/* A filter that cannot be read would make a view that cannot be opened. */
static enum status
view_check(const struct row *r, struct err *e)
{
	const struct entity *ent = entity_find(row_get(r, F_view_entity));
	struct filter *f;
	enum status st;

	if (ent == NULL || row_is_empty(r, F_view_filter))
		return ST_OK;
	st = filter_parse(ent, row_get(r, F_view_filter), 0, &f, e);
	if (st != ST_OK)
		return field_blame(e, "filter");
	filter_free(f);
	return ST_OK;
}

const struct entity view_entity = {
	.no = ENT_view, .id = "view", .title = "View",
	.plural = "Views", .ids = "views",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = F_view_name, .main_date = -1,
	.empty = "No views yet. w in a list saves one.",
	.check = view_check,
};
