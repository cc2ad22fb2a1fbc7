/* quick_access.c - what a meeting with a provider, in a line, makes of its
 * cohorts' provider access: "access Y9: 1 of 2".
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/quick_db.h"
#include "app/record.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/access.h"
#include "model/fields.h"
#include "model/tables.h"
#include "model/id.h"

static long
number(const char *text)
{
	int64_t n;

	return str_int(text, 0, 99999, &n) ? (long)n : -1;
}

/* Who is not stored yet may be approved or not. */
static bool
is_unapproved(struct app *app, int64_t partner)
{
	struct err e = { 0 };
	struct row *r;
	bool no;

	if (record_load(app, entity_find("partner"), partner, &r, &e) != ST_OK)
		return false;
	no = row_is(r, F_partner_approved, "no") ||
	    !partner_provides(row_get(r, F_partner_kind));
	row_free(r);
	return no;
}

static void
put_providers(struct app *app, const struct row *row,
    struct access_meeting *m)
{
	const struct set *set = row_members(row, F_encounter_providers);

	m->provider = xcalloc(set->n + 1, sizeof *m->provider);
	for (size_t i = 0; i < set->n; i++) {
		const char *part = set->m[i].v[EE_PART];
		int64_t id;

		if (str_eq(part, "invited") || str_eq(part, "did not come") ||
		    !id_parse(set->m[i].v[EE_EMPLOYER], &id))
			continue;
		if (is_unapproved(app, id))
			m->refused = true;
		else
			m->provider[m->nproviders++] = id;
	}
}

static unsigned
contents(const struct row *row)
{
	const struct set *set = row_members(row, F_encounter_ticks);
	unsigned bits = 0;

	for (size_t i = 0; i < set->n; i++)
		for (unsigned k = 0; k < ACCESS_CONTENTS; k++)
			if (str_eq(set->m[i].v[0], access_contents[k]))
				bits |= 1u << k;
	return bits;
}

/* The year lines of SCHOOL as meetings; the caller frees them. */
static size_t
meetings(struct app *app, const struct row *row, int64_t school,
    struct access_meeting **out)
{
	const struct set *set = row_members(row, F_encounter_years);
	struct access_meeting *v = xcalloc(set->n + 1, sizeof *v);
	const char *hours = row_get(row, F_encounter_in_hours);
	size_t n = 0;

	for (size_t i = 0; i < set->n; i++) {
		int64_t id;

		if (!id_parse(set->m[i].v[EY_SCHOOL], &id) || id != school)
			continue;
		v[n] = (struct access_meeting){
			.id = row->id, .day = row_day(row, F_encounter_date),
			.group = year_group(set->m[i].v[EY_GROUP]),
			.in_hours = *hours == '\0' ? -1 : str_eq(hours, "yes"),
			.minutes = number(row_get(row, F_encounter_minutes)),
			.attended = number(set->m[i].v[EY_ATTENDED]),
			.covered = contents(row),
		};
		put_providers(app, row, &v[n++]);
	}
	*out = v;
	return n;
}

/* Of the cohorts for which one of the meetings counts. */
static void
say(const struct access_law *law, const struct access *a,
    const struct access_meeting *m, size_t n, struct buf *out)
{
	for (size_t i = 0; i < a->n; i++) {
		bool here = false;

		for (size_t k = 0; k < n && !here; k++)
			here = access_within(&a->v[i], &m[k]) &&
			    access_lacks(law, &m[k], a->v[i].phase) == 0;
		if (!here)
			continue;
		buf_add(out, out->n > 0 ? ", " : "access ");
		year_group_shown(year_groups[a->v[i].group].word, out);
		buf_add(out, ": ");
		access_state_said(&a->v[i], out);
	}
}

enum status
quick_access(void *arg, const struct row *row, int64_t school,
    struct buf *out, struct err *e)
{
	struct app *app = arg;
	struct access_meeting *m;
	struct access_school s;
	struct access all;
	size_t n;
	enum status st;

	if (row_is_empty(row, F_encounter_providers) ||
	    !row_is(row, F_encounter_status, "delivered"))
		return ST_OK;
	n = meetings(app, row, school, &m);
	st = access_read_with(app->db, school, app->today, m, n, &s, &all, e);
	if (st == ST_OK) {
		say(app->access, &all, m, n, out);
		access_school_clear(&s);
	}
	for (size_t i = 0; i < n; i++)
		free(m[i].provider);
	free(m);
	return st;
}
