/* partner.c - choices of partners.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

static const struct choice partner_kinds[] = {
	{ .word = "local authority", .label = "Local authority",
	  .also = "borough,council,la" },
	{ .word = "partnership", .label = "Partnership" },
	{ .word = "funder", .label = "Funder" },
	{ .word = "training provider", .label = "Training provider",
	  .also = "provider" },
	{ .word = "apprenticeship provider", .label = "Apprenticeship provider",
	  .also = "apprenticeships" },
	{ .word = "university", .label = "University", .also = "uni" },
	{ .word = "college", .label = "College",
	  .also = "fe college,further education college" },
	{ .word = "sixth form", .label = "Sixth form",
	  .also = "sixth form college" },
	{ .word = "trust", .label = "Trust", .also = "mat" },
	{ .word = "union", .label = "Union" },
	{ .word = "government", .label = "Government" },
	{ .word = "charity", .label = "Charity" },
	{ .word = "other", .label = "Other" },
	{ 0 }
};

bool
partner_provides(const char *kind)
{
	static const char *const provide[] = { "", "other",
		"training provider", "apprenticeship provider", "university",
		"college", "sixth form" };

	for (size_t i = 0; i < sizeof provide / sizeof provide[0]; i++)
		if (str_eq(kind, provide[i]))
			return true;
	return false;
}

static const struct choice approvals[] = {
	{ .word = "yes", .label = "Yes", .also = "y,true,1" },
	{ .word = "no", .label = "No", .also = "n,false,0" },
	{ .word = "not known", .label = "Not known", .also = "unknown,?" },
	{ 0 }
};

static const struct setdef partner_also_set = {
	.table = "partner_also", .shape = SET_WORDS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "name", .type = FT_TEXT, .label = "Name",
		  .help = "Another or former name." },
	},
};

static const struct setdef partner_boroughs_set = {
	.table = "partner_borough", .shape = SET_WORDS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "borough", .type = FT_TEXT, .label = "Borough",
		  .max = 100, .help = "A borough it works in." },
	},
};

static const struct setdef partner_distinct_set = {
	.table = "partner_distinct", .shape = SET_REFS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "other", .type = FT_REF, .label = "Not the same as",
		  .ref = "partner", .help = "One that only looks alike." },
	},
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/partner.def"
};

const struct entity partner_entity = {
	.no = ENT_partner, .id = "partner", .title = "Partner",
	.plural = "Partners", .ids = "partners",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = -1,
	.empty = "No partners yet. n makes one.",
};
