/* school.c - rules of schools; what people change in the register's fields.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "model/access.h"
#include "model/code_table.h"
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

/* Words of the register and their codes, by the tables its download is read by.
 * A status has no code of its own. */
static const struct coded {
	int		 words, code;
	const char	*table;
} coded[] = {
	{ F_school_la, F_school_la_code, "las.csv" },
	{ F_school_type, F_school_type_code, "gias-types.csv" },
	{ F_school_phase, F_school_phase_code, "gias-phases.csv" },
	{ F_school_status, -1, "gias-statuses.csv" },
};

/* The row that C's words or code of R are in; NULL none. */
static const struct code_row *
by_words(const struct code_table *t, const struct coded *c,
    const struct row *r)
{
	return code_by_name(t, row_get(r, c->words));
}

static const struct code_row *
by_code(const struct code_table *t, const struct coded *c,
    const struct row *r)
{
	return c->code < 0 || row_is_empty(r, c->code) ? NULL :
	    code_by_number(t, (int)row_int(r, c->code, -1));
}

static void
put_coded(const struct coded *c, const struct code_row *found, struct row *r)
{
	char text[16];

	row_set(r, c->words, found->name);
	if (c->code < 0)
		return;
	snprintf(text, sizeof text, "%d", found->code);
	row_set(r, c->code, text);
}

/* Was FIELD given anew? */
static bool
is_given(const struct row *old, const struct row *r, int field)
{
	return field >= 0 && !row_is_empty(r, field) &&
	    (old == NULL || !row_same(old, r, field));
}

/* What was given anew says the other, the code before the words, as in the
 * register's download; else what is there says what is not. Words without a
 * code, and codes without words, are kept; what they do not go with is not. */
static void
follow(const struct coded *c, const struct code_table *t,
    const struct row *old, struct row *r)
{
	const struct code_row *code = by_code(t, c, r), *words = by_words(t, c, r);
	bool new_code = is_given(old, r, c->code);
	bool new_words = is_given(old, r, c->words);

	if (new_words && !new_code) {
		if (words != NULL)
			put_coded(c, words, r);
		else if (code != NULL)
			row_set(r, c->code, "");
	} else if (new_code && code == NULL) {
		if (words != NULL)
			row_set(r, c->words, "");
	} else if (code != NULL || words != NULL) {
		put_coded(c, code != NULL ? code : words, r);
	}
}

static void
derive_codes(const struct row *old, struct row *r)
{
	for (size_t i = 0; i < COUNT_OF(coded); i++) {
		const struct coded *c = &coded[i];
		bool code = c->code >= 0 && !row_is_empty(r, c->code);

		if (row_is_empty(r, c->words) && !code)
			continue;
		if (old != NULL && row_same(old, r, c->words) && (c->code < 0 ||
		    (code && row_same(old, r, c->code))) &&
		    !row_is_empty(r, c->words))
			continue;
		follow(c, code_table(c->table), old, r);
	}
}

bool
school_word_is_known(int field, const char *words)
{
	bool known = true;

	for (size_t i = 0; i < COUNT_OF(coded); i++)
		if (coded[i].words == field && *words != '\0')
			known = code_by_name(code_table(coded[i].table),
			    words) != NULL;
	return known;
}

/* A person changed what the register owns: keep what the register says, and
 * forget it once they agree again. The importer moves gias_on and keeps its
 * own books. */
static void
school_derive(const struct row *old, struct row *r, int today)
{
	struct set *gias = row_members(r, F_school_gias);

	(void)today;
	if (old == NULL || row_same(old, r, F_school_gias_on))
		derive_codes(old, r);
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
