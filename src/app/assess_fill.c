/* assess_fill.c - what a new assessment leaves open, by its school and date.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/assess_fill.h"

#include "app/assess.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/str.h"
#include "db/overview.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

/* Types of establishment that are not asked as schools are, by their codes. A
 * special post-16 institution has no Year 11 to ask about: it is a college. */
static const struct {
	const char	*setting;
	const char	*codes;
} settings[] = {
	{ "special", "7 8 10 12 33 36 44" },
	{ "college", "18 31 32 39 45 46" },
};

const char *
assess_setting(const struct row *school)
{
	const char *code = row_get(school, F_school_type_code);

	for (size_t i = 0; i < COUNT_OF(settings); i++)
		if (*code != '\0' && str_in(code, settings[i].codes))
			return settings[i].setting;
	return "school";
}

/* --- year groups --------------------------------------------------------- */

struct rolled {
	long	pupils[YG_KS3];		/* -1 not known */
};

static void
on_roll(void *arg, const char *group, int64_t pupils, bool confirmed)
{
	struct rolled *r = arg;
	int g = year_group(group);

	(void)confirmed;
	if (g >= 0 && g < YG_KS3)
		r->pupils[g] = (long)pupils;
}

/* Pupils on roll widen what the ages say; a roll of nobody at either end
 * narrows it. */
static void
by_rolls(const struct rolled *r, int *first, int *last, bool *known)
{
	for (int g = YG_Y1; g < YG_KS3; g++) {
		if (r->pupils[g] <= 0)
			continue;
		if (!*known)
			*first = *last = g;
		*known = true;
		if (g < *first)
			*first = g;
		if (g > *last)
			*last = g;
	}
	while (*known && *first < *last && r->pupils[*first] == 0)
		++*first;
	while (*known && *last > *first && r->pupils[*last] == 0)
		--*last;
}

enum status
assess_groups(struct app *app, const struct row *school, int year, int *first,
    int *last, bool *known, struct err *e)
{
	struct rolled r;
	char word[8];
	enum status st;

	for (int g = 0; g < YG_KS3; g++)
		r.pupils[g] = -1;
	*known = school_groups(school, first, last);
	if (*known && row_is(school, F_school_sixth_form, "no") &&
	    *first <= YG_Y11 && *last > YG_Y11)
		*last = YG_Y11;
	year_format(year, word);
	st = overview_rolls(app->db, school->id, word, on_roll, &r, e);
	if (st == ST_OK)
		by_rolls(&r, first, last, known);
	return st;
}

static enum status
fill_groups(struct app *app, const struct row *school, struct row *row,
    struct err *e)
{
	int day = row_day(row, F_assessment_date), first, last;
	bool known;
	char text[12];
	enum status st;

	if (!row_is_empty(row, F_assessment_first_year) ||
	    !row_is_empty(row, F_assessment_last_year))
		return ST_OK;
	st = assess_groups(app, school, year_of_day(day), &first, &last,
	    &known, e);
	if (st != ST_OK || !known || last < YG_Y1)
		return st;
	snprintf(text, sizeof text, "%d", first < YG_Y1 ? YG_Y1 : first);
	row_set(row, F_assessment_first_year, text);
	snprintf(text, sizeof text, "%d", last);
	row_set(row, F_assessment_last_year, text);
	return ST_OK;
}

/* --- framework ----------------------------------------------------------- */

static enum status
unknown_framework(const struct frameworks *fs, const char *id, struct err *e)
{
	struct buf b;
	enum status st;

	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < fs->n; i++)
		buf_addf(&b, "%s%s", i == 0 ? "" : i + 1 == fs->n ? " and " :
		    ", ", fs->v[i].id);
	st = field_refuse(e, "framework", "no \"%.20s\": there are %s", id,
	    b.p);
	buf_clear(&b);
	return st;
}

enum status
assess_framework(struct app *app, struct row *row, struct err *e)
{
	const char *id = row_get(row, F_assessment_framework);
	int day = row_day(row, F_assessment_date);
	const struct frameworks *fs;
	const struct framework *fw;
	enum status st = assess_frameworks(app, &fs, e);

	if (st != ST_OK)
		return st;
	fw = *id == '\0' ? framework_on(fs, day) : framework_find(fs, id);
	if (fw == NULL)
		return unknown_framework(fs, id, e);
	row_set(row, F_assessment_framework, fw->id);
	return ST_OK;
}

/* A result of percentages alone is an official one; without any it is our
 * own, to be answered. */
static const char *
source_of(const struct row *row)
{
	if (row_members(row, F_assessment_items)->n > 0)
		return "self-assessment";
	for (int bm = 0; bm < BENCHMARKS; bm++)
		if (!row_is_empty(row, F_assessment_bm1 + bm))
			return "compass";
	return "self-assessment";
}

enum status
assess_fill(struct app *app, struct row *row, struct err *e)
{
	int64_t id = row_ref(row, F_assessment_school);
	struct row *school;
	enum status st;

	if (id == 0 || row_day(row, F_assessment_date) == DAY_NONE)
		return ST_OK;
	if ((st = assess_framework(app, row, e)) != ST_OK)
		return st;
	if (row_is_empty(row, F_assessment_source))
		row_set(row, F_assessment_source, source_of(row));
	st = store_load(app->db, entities[ENT_school], id, false, &school, e);
	if (st != ST_OK)
		return st;
	if (row_is_empty(row, F_assessment_setting))
		row_set(row, F_assessment_setting, assess_setting(school));
	st = fill_groups(app, school, row, e);
	row_free(school);
	return st;
}
