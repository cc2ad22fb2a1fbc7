/* request.c - choices, sets and rules of what schools want.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/request.h"

#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

static const struct choice request_statuses[] = {
	{ .word = "open", .label = "Open" },
	{ .word = "asked", .label = "Asked" },
	{ .word = "agreed", .label = "Agreed" },
	{ .word = "met", .label = "Met", .also = "done" },
	{ .word = "not met", .label = "Not met", .also = "unmet" },
	{ .word = "withdrawn", .label = "Withdrawn" },
	{ 0 }
};

static const struct setdef request_groups_set = {
	.table = "request_group", .shape = SET_WORDS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "group", .type = FT_CHOICE, .col = "grp", .label = "Year group",
		  .choices = year_groups, .help = "A year group: y9." },
	},
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/request.def"
};

void
request_count(struct request_asked *a, const char *status,
    const char *encounter)
{
	a->all++;
	if (str_eq(status, "asked"))
		a->asked++;
	else if (str_eq(status, "agreed"))
		a->agreed++;
	else if (!str_eq(status, "became encounter"))
		return;
	else if (str_eq(encounter, "delivered"))
		a->delivered++;
	else if (str_in(encounter, "planned confirmed"))
		a->planned++;
}

const char *
request_stands(const char *now, const struct request_asked *a)
{
	if (a->all == 0 || str_eq(now, "withdrawn") || str_eq(now, "not met"))
		return now;
	if (a->delivered > 0)
		return "met";
	if (a->planned + a->agreed > 0)
		return "agreed";
	return a->asked > 0 ? "asked" : "open";
}

static enum status
request_check(const struct row *r, struct err *e)
{
	static const int days[] = { F_request_date, F_request_by };
	enum status st = ST_OK;

	for (size_t i = 0; i < COUNT_OF(days) && st == ST_OK; i++)
		st = check_day(r, days[i], e);
	return st;
}

const struct entity request_entity = {
	.no = ENT_request, .id = "request", .title = "Request",
	.plural = "Requests", .ids = "requests", .go = 'j',
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_request_by,
	.begin = "is:open", .mine = true, .soonest = true,
	.empty = "No requests yet. n makes one; l takes \"wants northgate; talk; y9\".",
	.check = request_check,
};
