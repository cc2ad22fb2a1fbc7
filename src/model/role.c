/* role.c - choices and rules of dated roles.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

static const struct choice trainings[] = {
	{ .word = "none", .label = "None" },
	{ .word = "booked", .label = "Booked" },
	{ .word = "in progress", .label = "In progress", .also = "started" },
	{ .word = "done", .label = "Done", .also = "trained" },
	{ 0 }
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/role.def"
};

void
roles_vacant(const char *held, struct buf *out)
{
	struct strs v = { 0 };
	bool first = true;

	str_split(&v, held, '\n');
	for (size_t i = 0; required_roles[i] != NULL; i++) {
		if (strs_has(&v, required_roles[i]))
			continue;
		buf_addf(out, "%s%s", first ? "" : ", ", required_roles[i]);
		first = false;
	}
	strs_clear(&v);
}

static enum status
role_check(const struct row *r, struct err *e)
{
	return check_order(r, F_role_from, F_role_to, e);
}

const struct entity role_entity = {
	.no = ENT_role, .id = "role", .title = "Role",
	.plural = "Roles", .ids = "roles",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_role_from,
	.empty = "No roles yet. n makes one.",
	.check = role_check,
};
