/* cpd.c - sets and rules of CPD sessions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

static const struct setdef cpd_audience_set = {
	.table = "cpd_audience", .shape = SET_WORDS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "audience", .type = FT_CHOICE, .label = "Audience",
		  .choices = audiences, .help = "Whom it is for." },
	},
};

static const struct setdef cpd_benchmarks_set = {
	.table = "cpd_benchmark", .shape = SET_INTS, .nkeys = 1, .ncols = 1,
	.prefix = "bm",
	.cols = (const struct field[]){
		{ .id = "benchmark", .type = FT_INT, .label = "Benchmark",
		  .lo = 1, .hi = 8, .help = "A benchmark, 1 to 8." },
	},
};

/* "5:9 4:8 3:2": each mark once, with how many gave it. */
static enum status
cpd_check_feedback(const struct field *f, const char *value, struct err *e)
{
	struct strs parts = { 0 };
	unsigned seen = 0;
	bool good = true;

	str_words(&parts, value);
	for (size_t i = 0; i < parts.n && good; i++) {
		const char *p = parts.v[i];
		int64_t count;

		good = p[0] >= '1' && p[0] <= '5' && p[1] == ':' &&
		    str_int(p + 2, 0, 9999, &count) &&
		    (seen & 1u << (p[0] - '0')) == 0;
		if (good)
			seen |= 1u << (p[0] - '0');
	}
	strs_clear(&parts);
	if (good)
		return ST_OK;
	return field_refuse(e, f->id, "\"%s\" is not how many gave each "
	    "mark: 5:9 4:8 3:2", value);
}

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/cpd.def"
};

static enum status
cpd_check(const struct row *r, struct err *e)
{
	return check_day(r, F_cpd_date, e);
}

const struct entity cpd_entity = {
	.no = ENT_cpd, .id = "cpd", .title = "CPD session",
	.plural = "CPD sessions", .ids = "cpds", .go = 'p',
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_cpd_date,
	.empty = "No CPD sessions yet. n makes one.",
	.check = cpd_check,
};
