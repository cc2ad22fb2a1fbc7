/* membership.c - choices and rules of the stages of schools in a network.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

/* domain.md 2, in order. */
const struct choice stages[] = {
	{ .word = "prospect", .label = "Prospect" },
	{ .word = "waiting", .label = "Waiting" },
	{ .word = "invited", .label = "Invited" },
	{ .word = "signed up", .label = "Signed up", .also = "joined,member" },
	{ .word = "matched", .label = "Matched" },
	{ .word = "active", .label = "Active" },
	{ .word = "paused", .label = "Paused" },
	{ .word = "left", .label = "Left" },
	{ 0 }
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/membership.def"
};

static enum status
membership_check(const struct row *r, struct err *e)
{
	if (!row_is_empty(r, F_membership_waiting_for) &&
	    !row_is(r, F_membership_stage, "waiting"))
		return field_refuse(e, "waiting_for", "only a school whose "
		    "stage is waiting waits for something");
	return check_day(r, F_membership_from, e);
}

const struct entity membership_entity = {
	.no = ENT_membership, .id = "membership", .title = "Membership",
	.plural = "Memberships", .ids = "memberships",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_membership_from,
	.empty = "No memberships yet. n makes one; or set the stage of a "
	    "school.",
	.check = membership_check,
};
