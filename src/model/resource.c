/* resource.c - choices, sets and rules of resources.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct choice resource_kinds[] = {
	{ .word = "guide" },
	{ .word = "toolkit" },
	{ .word = "lesson" },
	{ .word = "video" },
	{ .word = "web page" },
	{ .word = "form" },
	{ 0 }
};

static const struct choice resource_audiences[] = {
	{ .word = "send", .label = "SEND" },
	{ .word = "parents", .label = "Parents and carers", .also = "carers" },
	{ .word = "primary", .label = "Primary" },
	{ .word = "leaders", .label = "Careers leaders",
	  .also = "careers leader,leader" },
	{ .word = "advisers", .label = "Careers advisers" },
	{ .word = "teachers", .label = "Teachers", .also = "teacher" },
	{ .word = "governors", .label = "Governors", .also = "governor" },
	{ .word = "volunteers", .label = "Volunteers", .also = "ea" },
	{ .word = "pupils", .label = "Pupils" },
	{ 0 }
};

static const struct setdef resource_audience_set = {
	.table = "resource_audience", .shape = SET_WORDS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "audience", .type = FT_CHOICE, .label = "Audience",
		  .choices = resource_audiences, .help = "For whom it is." },
	},
};

static const struct setdef resource_benchmarks_set = {
	.table = "resource_benchmark", .shape = SET_INTS, .nkeys = 1, .ncols = 1,
	.prefix = "bm",
	.cols = (const struct field[]){
		{ .id = "benchmark", .type = FT_INT, .label = "Benchmark",
		  .lo = 1, .hi = 8, .help = "A benchmark, 1 to 8." },
	},
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/resource.def"
};

static enum status
resource_check(const struct row *r, struct err *e)
{
	return check_day(r, F_resource_checked, e);
}

const struct entity resource_entity = {
	.no = ENT_resource, .id = "resource", .title = "Resource",
	.plural = "Resources", .ids = "resources",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_resource_checked,
	.empty = "No resources yet. n makes one.",
	.check = resource_check,
};
