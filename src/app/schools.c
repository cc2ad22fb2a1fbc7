/* schools.c - the schools that a record is about.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/schools.h"

#include "app/record.h"
#include "base/date.h"
#include "base/str.h"
#include "db/db.h"
#include "model/fields.h"
#include "model/id.h"
#include "model/row.h"
#include "model/set.h"

struct found {
	int64_t	*out;
	size_t	 n, max;
};

static void
add(struct found *f, int64_t school)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->out[i] == school)
			return;
	if (school != 0 && f->n < f->max)
		f->out[f->n++] = school;
}

/* The schools of a set whose first column refers to them. */
static void
add_members(struct found *f, const struct row *r, int field)
{
	const struct set *s = row_members(r, field);
	const struct setdef *def = r->ent->fields[field].set;
	int64_t id;

	if (def->cols[0].type != FT_REF || !str_eq(def->cols[0].ref, "school"))
		return;
	for (size_t i = 0; i < s->n; i++)
		if (id_parse(s->m[i].v[0], &id))
			add(f, id);
}

static void
add_field(struct found *f, const struct row *r, int field)
{
	const struct field *d = &r->ent->fields[field];

	if (d->type == FT_SET)
		add_members(f, r, field);
	else if ((d->type == FT_REF && str_eq(d->ref, "school")) ||
	    (d->type == FT_ANY && str_starts(row_get(r, field), "school/")))
		add(f, row_ref(r, field));
}

enum status
schools_about(struct app *app, const struct entity *ent, int64_t id,
    int64_t *out, size_t max, size_t *n, struct err *e)
{
	struct found f = { out, 0, max };
	struct row *r;
	enum status st;

	*n = 0;
	if (ent->no == ENT_school) {
		add(&f, id);
		*n = f.n;
		return ST_OK;
	}
	if ((st = record_load(app, ent, id, &r, e)) != ST_OK)
		return st;
	for (size_t i = 0; i < ent->nfields; i++)
		add_field(&f, r, (int)i);
	row_free(r);
	*n = f.n;
	return ST_OK;
}

enum status
school_has(struct app *app, int64_t school, int64_t contact, bool *out,
    struct err *e)
{
	int64_t found = 0;
	char day[11];
	enum status st;

	day_iso(app->today, day);
	st = db_get_int(app->db, Q_WORKS_AT, 0, &found, e, "lls", contact,
	    school, day);
	*out = found != 0;
	return st;
}

bool
school_is_primary(const struct row *school)
{
	long code = row_int(school, F_school_phase_code, -1);
	const char *phase = row_get(school, F_school_phase);

	return code >= 0 ? code >= 1 && code <= 3 :
	    str_ieq(phase, "primary") || str_ieq(phase, "nursery") ||
	    str_ieq(phase, "middle deemed primary");
}
