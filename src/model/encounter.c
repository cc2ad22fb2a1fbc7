/* encounter.c - rules of encounters: what follows, what may not be.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/encounter.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/encounter.def"
};

/* The benchmarks this type counts for, and 7 when a provider takes part. */
static void
propose(const struct row *r, struct set *out)
{
	const struct choice *type = field_choice(&fields[F_encounter_type],
	    row_get(r, F_encounter_type));
	char number[2] = { 0 };

	if (type != NULL && type->bm > 0) {
		number[0] = (char)('0' + type->bm);
		set_put(out, &encounter_benchmarks_set,
		    (const char *[]){ number });
	}
	if (!row_is_empty(r, F_encounter_providers))
		set_put(out, &encounter_benchmarks_set,
		    (const char *[]){ "7" });
}

/* A proposal replaces only the proposal before it, never what was typed. */
static void
derive_benchmarks(const struct row *old, struct row *r)
{
	const struct setdef *def = &encounter_benchmarks_set;
	struct set *have = row_members(r, F_encounter_benchmarks);
	struct set before = { 0 }, now = { 0 };

	if (old != NULL)
		propose(old, &before);
	propose(r, &now);
	if (set_same(have, &before, def) && !set_same(&before, &now, def))
		set_copy(have, &now, def);
	set_clear(&before, def);
	set_clear(&now, def);
}

/* From start to finish, "" when either is not known. */
static void
time_between(const struct row *r, char out[16])
{
	int start = time_parse(row_get(r, F_encounter_start));
	int finish = time_parse(row_get(r, F_encounter_finish));

	out[0] = '\0';
	if (start >= 0 && finish > start)
		snprintf(out, 16, "%d", finish - start);
}

/* As benchmarks: minutes that came from the times follow them, minutes that
 * were typed stay. */
static void
derive_minutes(const struct row *old, struct row *r)
{
	char before[16] = "", now[16];

	if (old != NULL)
		time_between(old, before);
	time_between(r, now);
	if (now[0] != '\0' && (row_is_empty(r, F_encounter_minutes) ||
	    (row_is(r, F_encounter_minutes, before) &&
	    strcmp(before, now) != 0 && row_same(old, r, F_encounter_minutes))))
		row_set(r, F_encounter_minutes, now);
}

/* As benchmarks: the mode of the type before follows the type. */
static void
derive_mode(const struct row *old, struct row *r)
{
	const char *mode = type_mode(row_get(r, F_encounter_type));

	if (row_is_empty(r, F_encounter_mode) ||
	    (old != NULL && row_same(old, r, F_encounter_mode) &&
	    !row_same(old, r, F_encounter_type) && row_is(old,
	    F_encounter_mode, type_mode(row_get(old, F_encounter_type)))))
		row_set(r, F_encounter_mode, mode);
}

/* Take away the members of FIELD whose school is not the record's. */
static void
drop_strangers(struct row *r, int field, const struct setdef *def)
{
	const struct set *schools = row_members(r, F_encounter_schools);
	struct set *s = row_members(r, field);

	for (size_t i = s->n; i-- > 0; ) {
		const char *const *keys = (const char *const *)s->m[i].v;

		if (set_find(schools, &encounter_schools_set, keys) == NULL)
			set_drop(s, def, keys);
	}
}

/* Adult lines of the years, when they hold figures, are the adults. */
static void
derive_adults(struct row *r)
{
	const struct set *years = row_members(r, F_encounter_years);
	long sum = 0;
	bool any = false;
	char text[24];

	for (size_t i = 0; i < years->n; i++) {
		const struct member *m = &years->m[i];
		int64_t n;

		if (strcmp(m->v[EY_GROUP], "adult") != 0 ||
		    !str_int(m->v[EY_ATTENDED], 0, 9999, &n))
			continue;
		sum += (long)n;
		any = true;
	}
	if (!any)
		return;
	snprintf(text, sizeof text, "%ld", sum);
	row_set(r, F_encounter_adults, text);
}

static void
encounter_derive(const struct row *old, struct row *r, int today)
{
	if (row_is_empty(r, F_encounter_status))
		row_set(r, F_encounter_status,
		    figures_are_ahead(r, today) ? "planned" : "delivered");
	derive_minutes(old, r);
	derive_benchmarks(old, r);
	derive_mode(old, r);
	drop_strangers(r, F_encounter_years, &encounter_years_set);
	drop_strangers(r, F_encounter_groups, &encounter_groups_set);
	derive_adults(r);
}

static enum status
check_times(const struct row *r, struct err *e)
{
	int date = row_day(r, F_encounter_date);
	int end = row_day(r, F_encounter_end);
	int start = time_parse(row_get(r, F_encounter_start));
	int finish = time_parse(row_get(r, F_encounter_finish));
	enum status st = check_order(r, F_encounter_date, F_encounter_end, e);

	if (st != ST_OK)
		return st;
	if (start >= 0 && finish >= 0 && finish <= start &&
	    (end == DAY_NONE || end == date))
		return field_refuse(e, "finish", "%s is not after the start, "
		    "%s", row_get(r, F_encounter_finish),
		    row_get(r, F_encounter_start));
	return ST_OK;
}

/* The part in column COL may not exceed those that came (or, while nobody
 * has, those expected). */
static enum status
check_part(const struct member *m, int col, struct err *e)
{
	const char *all = m->v[EY_ATTENDED][0] != '\0' ?
	    m->v[EY_ATTENDED] : m->v[EY_EXPECTED];
	int64_t whole, part;

	if (!str_int(all, 0, 9999, &whole) ||
	    !str_int(m->v[col], 0, 9999, &part) || part <= whole)
		return ST_OK;
	return field_refuse(e, "years", "%s: %lld %s of %lld pupils",
	    m->v[EY_GROUP], (long long)part,
	    col == EY_SEND ? "SEND" : "disadvantaged", (long long)whole);
}

static enum status
check_years(const struct row *r, struct err *e)
{
	const struct set *years = row_members(r, F_encounter_years);

	for (size_t i = 0; i < years->n; i++) {
		const struct member *m = &years->m[i];
		enum status st;

		if (year_group(m->v[EY_GROUP]) < 0)
			return field_refuse(e, "years", "no year group "
			    "\"%.40s\"", m->v[EY_GROUP]);
		if ((st = check_part(m, EY_DISADVANTAGED, e)) != ST_OK ||
		    (st = check_part(m, EY_SEND, e)) != ST_OK)
			return st;
	}
	return ST_OK;
}

static enum status
encounter_check(const struct row *r, struct err *e)
{
	enum status st = check_times(r, e);

	return st == ST_OK ? check_years(r, e) : st;
}

const struct entity encounter_entity = {
	.no = ENT_encounter, .id = "encounter", .title = "Encounter",
	.plural = "Encounters", .ids = "encounters", .go = 'e',
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_encounter_date,
	.empty = "No encounters yet. n makes one; l takes a line.",
	.derive = encounter_derive, .check = encounter_check,
};
