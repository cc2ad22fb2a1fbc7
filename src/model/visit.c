/* visit.c - choices, sets and rules of visits.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

const struct choice visit_kinds[] = {
	{ .word = "visit", .label = "Visit" },
	{ .word = "call", .label = "Call",
	  .also = "phone,telephone,phone call" },
	{ .word = "e-mail", .label = "E-mail", .also = "email,mail" },
	{ .word = "meeting", .label = "Meeting", .also = "met,meet" },
	{ 0 }
};

static const struct choice visit_statuses[] = {
	{ .word = "planned", .label = "Planned" },
	{ .word = "done", .label = "Done", .also = "held,made" },
	{ .word = "cancelled", .label = "Cancelled", .also = "canceled" },
	{ 0 }
};

const struct choice visit_results[] = {
	{ .word = "no answer", .also = "no reply" },
	{ .word = "left message", .also = "left a message,voicemail" },
	{ .word = "spoke" },
	{ .word = "answered" },
	{ 0 }
};

static const struct setdef visit_people_set = {
	.table = "visit_person", .shape = SET_REFS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "contact", .type = FT_REF, .label = "Person",
		  .ref = "contact", .help = "Somebody who was there." },
	},
};

static const struct setdef visit_benchmarks_set = {
	.table = "visit_benchmark", .shape = SET_INTS, .nkeys = 1, .ncols = 1,
	.prefix = "bm",
	.cols = (const struct field[]){
		{ .id = "benchmark", .type = FT_INT, .label = "Benchmark",
		  .lo = 1, .hi = 8, .help = "A benchmark, 1 to 8." },
	},
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/visit.def"
};

/* By its day, unless somebody said. */
static void
visit_derive(const struct row *old, struct row *r, int today)
{
	int day = row_day(r, F_visit_date);

	if (old == NULL && row_is_empty(r, F_visit_status) && day != DAY_NONE)
		row_set(r, F_visit_status, day > today ? "planned" : "done");
}

static enum status
visit_check(const struct row *r, struct err *e)
{
	enum status st = check_day(r, F_visit_date, e);

	if (st == ST_OK)
		st = check_day(r, F_visit_next_contact, e);
	if (st == ST_OK && row_is_empty(r, F_visit_school) &&
	    row_is_empty(r, F_visit_employer))
		st = field_refuse(e, "school", "it needs a school, or an "
		    "employer");
	return st;
}

const struct entity visit_entity = {
	.no = ENT_visit, .id = "visit", .title = "Visit",
	.plural = "Visits", .ids = "visits", .go = 'v',
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_visit_date,
	.empty = "No visits yet. n makes one; l takes \"visit northgate; @bell; "
	    "45m; next wed\".",
	.derive = visit_derive,
	.check = visit_check,
};
