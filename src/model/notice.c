/* notice.c - choices, sets and rules of notices.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/letter.h"
#include "model/tables.h"

static const struct choice notice_statuses[] = {
	{ .word = "draft", .label = "Draft" },
	{ .word = "promised", .label = "Promised" },
	{ .word = "sent", .label = "Sent" },
	{ 0 }
};

static const struct choice directions[] = {
	{ .word = "out", .label = "From us" },
	{ .word = "in", .label = "To us" },
	{ 0 }
};

static const struct choice notice_templates[] = {
	{ .word = "plain" },
	{ .word = "first" },
	{ .word = "second" },
	{ .word = "third" },
	{ 0 }
};

static const struct setdef notice_attachments_set = {
	.table = "notice_attachment", .shape = SET_WORDS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "name", .type = FT_TEXT, .label = "File",
		  .max = 100, .help = "Name of a file." },
	},
};

static const struct setdef notice_resources_set = {
	.table = "notice_resource", .shape = SET_REFS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "resource", .type = FT_REF, .label = "Resource",
		  .ref = "resource", .help = "A resource that is sent." },
	},
};

static const struct setdef notice_benchmarks_set = {
	.table = "notice_benchmark", .shape = SET_INTS, .nkeys = 1, .ncols = 1,
	.prefix = "bm",
	.cols = (const struct field[]){
		{ .id = "benchmark", .type = FT_INT, .label = "Benchmark",
		  .lo = 1, .hi = 8, .help = "A benchmark, 1 to 8." },
	},
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/notice.def"
};

/* The title is the subject, and {title} in the text. */
static enum status
check_words(const struct row *r, struct err *e)
{
	const char *title = row_get(r, F_notice_title);

	if (letter_check(title, e) != ST_OK)
		return field_blame(e, "title");
	if (letter_has(title, LETTER_TITLE))
		return err_field(e, ST_INVALID, "title", "{title} is the title"
		    " itself, and cannot stand in it");
	if (letter_check(row_get(r, F_notice_body), e) != ST_OK)
		return field_blame(e, "body");
	return ST_OK;
}

static enum status
notice_check(const struct row *r, struct err *e)
{
	static const int days[] = { F_notice_date, F_notice_due };
	enum status st = ST_OK;

	for (size_t i = 0; i < COUNT_OF(days) && st == ST_OK; i++)
		st = check_day(r, days[i], e);
	return st != ST_OK || !row_is(r, F_notice_direction, "out") ? st :
	    check_words(r, e);
}

const struct entity notice_entity = {
	.no = ENT_notice, .id = "notice", .title = "Notice",
	.plural = "Notices", .ids = "notices", .go = 'n',
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_notice_date,
	.empty = "No notices yet. n writes one.",
	.check = notice_check,
};
