/* claim.c - choices and rules of claims.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct choice claim_statuses[] = {
	{ .word = "draft", .label = "Draft" },
	{ .word = "submitted", .label = "Submitted", .also = "sent" },
	{ .word = "queried", .label = "Queried" },
	{ .word = "paid", .label = "Paid" },
	{ 0 }
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/claim.def"
};

static enum status
claim_check(const struct row *r, struct err *e)
{
	enum status st = check_day(r, F_claim_submitted, e);

	if (st == ST_OK)
		st = check_day(r, F_claim_paid, e);
	return st != ST_OK ? st :
	    check_order(r, F_claim_from, F_claim_to, e);
}

const struct entity claim_entity = {
	.no = ENT_claim, .id = "claim", .title = "Claim",
	.plural = "Claims", .ids = "claims",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_claim_from,
	.empty = "No claims yet. n makes one.",
	.check = claim_check,
};
