/* member.c - rules of cluster memberships.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/member.def"
};

static enum status
member_check(const struct row *r, struct err *e)
{
	return check_order(r, F_member_from, F_member_to, e);
}

const struct entity member_entity = {
	.no = ENT_member, .id = "member", .title = "Member",
	.plural = "Members", .ids = "members",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_member_from,
	.empty = "No members yet. n makes one.",
	.check = member_check,
};
