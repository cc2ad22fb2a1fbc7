/* roll.c - choices and rules of rolls.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct choice roll_sources[] = {
	{ .word = "typed", .label = "Typed" },
	{ .word = "rolled forward", .label = "Rolled forward" },
	{ .word = "census", .label = "Census" },
	{ .word = "taken over", .label = "Taken over" },
	{ 0 }
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/roll.def"
};

static enum status
part_of(const struct row *r, int field, struct err *e)
{
	long pupils = row_int(r, F_roll_pupils, -1);
	long part = row_int(r, field, -1);

	if (pupils < 0 || part <= pupils)
		return ST_OK;
	return field_refuse(e, fields[field].id, "%ld is more than the %ld "
	    "pupils", part, pupils);
}

static enum status
roll_check(const struct row *r, struct err *e)
{
	int group = year_group(row_get(r, F_roll_group));
	enum status st;

	if (group >= YG_KS3)
		return field_refuse(e, "group", "\"%s\" is no single year "
		    "group: r, y1 to y14", row_get(r, F_roll_group));
	if ((st = part_of(r, F_roll_disadvantaged, e)) != ST_OK)
		return st;
	return part_of(r, F_roll_send, e);
}

const struct entity roll_entity = {
	.no = ENT_roll, .id = "roll", .title = "Roll",
	.plural = "Rolls", .ids = "rolls",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_roll_as_at,
	.empty = "No rolls yet. n makes one; l takes \"school; roll 180 "
	    "178\".",
	.check = roll_check,
};
