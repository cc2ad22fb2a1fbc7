/* assessment.c - choices and rules of assessments.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct choice settings[] = {
	{ .word = "school", .label = "School" },
	{ .word = "special", .label = "Special school",
	  .also = "special school" },
	{ .word = "college", .label = "College" },
	{ 0 }
};

static const struct choice assessment_sources[] = {
	{ .word = "compass", .label = "Compass",
	  .also = "official,compass+,compass plus" },
	{ .word = "self-assessment", .label = "Self-assessment",
	  .also = "self assessment,self,own,caseload,"
	      "caseload self-assessment" },
	{ 0 }
};

static const struct setdef assessment_items_set = {
	.table = "assessment_item", .shape = SET_ANSWERS,
	.nkeys = 1, .ncols = AI_COLS,
	.cols = (const struct field[]){
		{ .id = "item", .type = FT_TEXT, .label = "Item", .max = 8,
		  .help = "Its number in the framework: 6.1." },
		{ .id = "answer", .type = FT_TEXT, .label = "Answer",
		  .max = 20,
		  .help = "yes, no, in progress, n/a, 75 or 64/171." },
		{ .id = "comment", .type = FT_TEXT, .label = "Comment",
		  .help = "What stands behind the answer." },
	},
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/assessment.def"
};

static enum status
assessment_check(const struct row *r, struct err *e)
{
	long first = row_int(r, F_assessment_first_year, -1);
	long last = row_int(r, F_assessment_last_year, -1);

	if (first >= 0 && last >= 0 && first > last)
		return field_refuse(e, "last_year", "%ld is below the lowest "
		    "year group, %ld", last, first);
	return check_day(r, F_assessment_date, e);
}

const struct entity assessment_entity = {
	.no = ENT_assessment, .id = "assessment", .title = "Assessment",
	.plural = "Assessments", .ids = "assessments",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_assessment_date,
	.empty = "No assessments yet. n makes one; l takes \"school; compass "
	    "64 100 72 81 75 50 79 50\".",
	.check = assessment_check,
};
