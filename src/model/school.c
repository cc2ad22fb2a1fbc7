/* school.c - rules of schools; what people change in the register's fields.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "base/str.h"
#include "model/access.h"
#include "model/eligible.h"
#include "model/fields.h"
#include "model/tables.h"

static const struct setdef school_also_set = {
	.table = "school_also", .shape = SET_WORDS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "name", .type = FT_TEXT, .label = "Name",
		  .help = "Another or former name." },
	},
};

static const struct setdef school_gias_set = {
	.table = "school_gias", .shape = SET_MAP, .nkeys = 1, .ncols = 2,
	.cols = (const struct field[]){
		[SG_FIELD] = { .id = "field", .type = FT_TEXT,
		    .label = "Field", .help = "The field a person changed." },
		[SG_VALUE] = { .id = "value", .type = FT_TEXT,
		    .label = "Register", .help = "What the register says." },
	},
};

static enum status
school_check_urn(const struct field *f, const char *value, struct err *e)
{
	if (strlen(value) == 6 && str_digits(value))
		return ST_OK;
	return field_refuse(e, f->id, "\"%s\" is not a URN: six digits",
	    value);
}

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/school.def"
};

static enum status
school_check(const struct row *r, struct err *e)
{
	long low = row_int(r, F_school_low_age, -1);
	long high = row_int(r, F_school_high_age, -1);

	if (row_is_empty(r, F_school_urn) &&
	    row_is_empty(r, F_school_local_number))
		return field_refuse(e, "urn", "give the URN, or a "
		    "local_number when the school has none");
	if (low >= 0 && high >= 0 && low > high)
		return field_refuse(e, "high_age", "%ld is below the lowest "
		    "age, %ld", high, low);
	return ST_OK;
}

/* A person changed what the register owns: keep what the register says, and
 * forget it once they agree again. The importer moves gias_on and keeps its
 * own books. */
static void
school_derive(const struct row *old, struct row *r, int today)
{
	struct set *gias = row_members(r, F_school_gias);

	(void)today;
	if (old == NULL || row_is_empty(old, F_school_gias_on) ||
	    !row_same(old, r, F_school_gias_on))
		return;
	for (int i = 0; i < F_school_MAX; i++) {
		const char *const keys[] = { fields[i].id };
		const struct member *m;

		if ((fields[i].flags & FF_GIAS) == 0 || row_same(old, r, i))
			continue;
		m = set_find(gias, &school_gias_set, keys);
		if (m == NULL)
			set_put(gias, &school_gias_set, (const char *[]){
			    fields[i].id, row_get(old, i) });
		else if (row_is(r, i, m->v[SG_VALUE]))
			set_drop(gias, &school_gias_set, keys);
	}
}

bool
school_groups(const struct row *school, int *first, int *last)
{
	long low = row_int(school, F_school_low_age, -1);
	long high = row_int(school, F_school_high_age, -1);

	if (low < 0 || high < 0)
		return false;
	*first = low < 4 ? YG_R : (int)low - 4;
	*last = high < 5 ? YG_R : (int)high - 5;
	if (*last > YG_Y13)
		*last = YG_Y13;
	return *first <= *last;
}

const struct entity school_entity = {
	.no = ENT_school, .id = "school", .title = "School",
	.plural = "Schools", .ids = "schools", .go = 's',
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = F_school_urn, .main_date = -1,
	.empty = "No schools yet. n makes one; : import reads the official "
	    "list.",
	.derive = school_derive, .check = school_check,
};
