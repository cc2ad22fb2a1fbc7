/* offer.c - choices, sets and rules of offers; the kinds that requests share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

/* What is offered and wanted; also kinds of an employer's offers. */
const struct choice offer_kinds[] = {
	{ .word = "talks", .label = "Talks", .also = "talk,speaker" },
	{ .word = "careers fair", .label = "Careers fair", .also = "fair" },
	{ .word = "mock interviews", .label = "Mock interviews",
	  .also = "mock interview" },
	{ .word = "mentoring", .label = "Mentoring", .also = "mentor" },
	{ .word = "projects", .label = "Projects",
	  .also = "employer project,project,competition" },
	{ .word = "workplace visits", .label = "Workplace visits",
	  .also = "workplace visit" },
	{ .word = "taster days", .label = "Taster days",
	  .also = "taster day,taster" },
	{ .word = "work experience", .label = "Work experience",
	  .also = "wex,placements" },
	{ .word = "supported internships", .label = "Supported internships",
	  .also = "supported internship" },
	{ .word = "t level placements", .label = "T Level placements",
	  .also = "t level,t levels,t level placement" },
	{ .word = "apprenticeship talks", .label = "Apprenticeship talks",
	  .also = "apprenticeship talk,apprenticeships" },
	{ .word = "campus visits", .label = "Campus visits",
	  .also = "campus visit,university visit" },
	{ .word = "provider assembly", .label = "Provider assembly",
	  .also = "assembly" },
	{ .word = "enterprise advisers", .label = "Enterprise Advisers",
	  .also = "ea volunteers,ea,eas,enterprise adviser" },
	{ .word = "governors", .label = "Governors", .also = "governor" },
	{ .word = "teacher placements", .label = "Teacher placements",
	  .also = "teacher placement" },
	{ .word = "other", .label = "Something else" },
	{ 0 }
};

static const struct choice offer_statuses[] = {
	{ .word = "open", .label = "Open" },
	{ .word = "paused", .label = "Paused" },
	{ .word = "used up", .label = "Used up", .also = "full" },
	{ .word = "withdrawn", .label = "Withdrawn" },
	{ 0 }
};

static const struct setdef offer_groups_set = {
	.table = "offer_group", .shape = SET_WORDS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "group", .type = FT_CHOICE, .col = "grp", .label = "Year group",
		  .choices = year_groups, .help = "A year group: y10." },
	},
};

static const struct setdef offer_boroughs_set = {
	.table = "offer_borough", .shape = SET_WORDS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "borough", .type = FT_TEXT, .label = "Borough",
		  .max = 100, .help = "A borough it holds in." },
	},
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/offer.def"
};

static enum status
offer_check(const struct row *r, struct err *e)
{
	return check_order(r, F_offer_from, F_offer_to, e);
}

const struct entity offer_entity = {
	.no = ENT_offer, .id = "offer", .title = "Offer",
	.plural = "Offers", .ids = "offers",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_offer_date,
	.empty = "No offers yet. n makes one; l takes \"offers arup; 6 work experience; y10\".",
	.check = offer_check,
};
