/* commitment.c - choices and rules of commitments.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

/* domain.md 8 */
const struct choice actors[] = {
	{ .word = "government", .label = "Government" },
	{ .word = "employer", .label = "Employers", .also = "employers" },
	{ .word = "university", .label = "Universities", .also = "universities" },
	{ .word = "school", .label = "Schools", .also = "schools" },
	{ .word = "college", .label = "Colleges", .also = "colleges" },
	{ .word = "city hall", .label = "City Hall", .also = "mayor" },
	{ 0 }
};

static const struct choice commitment_statuses[] = {
	{ .word = "open", .label = "Open" },
	{ .word = "under way", .label = "Under way", .also = "in progress" },
	{ .word = "kept", .label = "Kept", .also = "done" },
	{ .word = "not kept", .label = "Not kept" },
	{ .word = "dropped", .label = "Dropped" },
	{ 0 }
};

/* What records say, in the order of enum pledge_state; and that they say
 * nothing, which is typed. */
const struct choice pledge_states[] = {
	{ .word = "kept", .label = "Kept" },
	{ .word = "under way", .label = "Under way" },
	{ .word = "not yet", .label = "Not yet" },
	{ .word = "not known", .label = "Not known" },
	{ .word = "typed in", .label = "Typed in", .also = "typed" },
	{ 0 }
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/commitment.def"
};

static enum status
commitment_check(const struct row *r, struct err *e)
{
	static const int days[] = { F_commitment_due, F_commitment_actual_on };
	enum status st = ST_OK;

	for (size_t i = 0; i < COUNT_OF(days) && st == ST_OK; i++)
		st = check_day(r, days[i], e);
	return st;
}

const struct entity commitment_entity = {
	.no = ENT_commitment, .id = "commitment", .title = "Commitment",
	.plural = "Commitments", .ids = "commitments",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_commitment_due,
	.empty = "No commitments yet. n makes one.",
	.check = commitment_check,
};
