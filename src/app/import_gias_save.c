/* import_gias_save.c - what the register says against what is stored.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The register owns the FF_GIAS fields. One that a person changed since keeps
 * the person's value; the set gias then holds what the register says, and is
 * empty where both agree (model/school.c keeps it while people type).
 */
#include <string.h>

#include "app/import_gias.h"
#include "app/record.h"
#include "db/store.h"

static void
set_today(const struct importer *imp, struct row *r)
{
	char iso[11];

	day_iso(imp->app->today, iso);
	row_set(r, F_school_gias_on, iso);
}

static enum status
save_new(struct importer *imp, const struct gias_seen *seen,
    const struct gias_row *g, struct err *e)
{
	struct row *r = record_new(imp->app, imp->ent);
	enum status st;

	for (int f = 0; f < F_school_MAX; f++)
		if (g->has[f] && (f != F_school_status ||
		    !row_is_empty(g->row, f)))
			row_set(r, f, row_get(g->row, f));
	set_today(imp, r);
	st = gias_propose(imp, seen, g, NULL, r, e);
	if (st == ST_OK)
		st = import_add(imp, r, e);
	row_free(r);
	return st;
}

/* Typed by hand before the register was ever read: what is not empty, and not
 * merely what the form begins with. */
static bool
was_typed(const struct row *base, int f)
{
	const char *def = base->ent->fields[f].def;

	return !row_is_empty(base, f) && (def == NULL || !row_is(base, f, def));
}

static void
merge_field(struct row *r, const struct row *base, const struct row *file,
    int f, bool first)
{
	const struct setdef *def = r->ent->fields[F_school_gias].set;
	struct set *gias = row_members(r, F_school_gias);
	const char *says = row_get(file, f);
	const char *const member[] = { r->ent->fields[f].id, says };
	bool agree = row_is(base, f, says);
	bool theirs = first ? was_typed(base, f) :
	    set_find(gias, def, member) != NULL;

	if (agree)
		set_drop(gias, def, member);
	else if (theirs)
		set_put(gias, def, member);
	else
		row_set(r, f, says);
}

/* school.c takes a changed value for a person's unless gias_on moves as well.
 * Read twice on one day it does not: then say what the register says, which
 * school.c drops again because both agree. */
static void
mark_read(const struct importer *imp, const struct row *base, struct row *r)
{
	const struct entity *ent = r->ent;
	const struct setdef *def = ent->fields[F_school_gias].set;

	set_today(imp, r);
	if (!row_same(base, r, F_school_gias_on))
		return;
	for (size_t f = 0; f < ent->nfields; f++)
		if ((ent->fields[f].flags & FF_GIAS) != 0 &&
		    !row_same(base, r, (int)f))
			set_put(row_members(r, F_school_gias), def,
			    (const char *[]){ ent->fields[f].id,
			    row_get(r, (int)f) });
}

static bool
differs(const struct row *a, const struct row *b)
{
	for (size_t f = 0; f < a->ent->nfields; f++)
		if (!row_same(a, b, (int)f))
			return true;
	return false;
}

static enum status
save_over(struct importer *imp, const struct gias_seen *seen,
    const struct gias_row *g, int64_t id, enum import_verdict *out,
    struct err *e)
{
	struct row *base = NULL, *r = NULL;
	enum status st = store_load(imp->app->db, imp->ent, id, false, &base,
	    e);
	bool first;

	if (st != ST_OK)
		return st;
	r = row_copy(base);
	first = row_is_empty(base, F_school_gias_on);
	for (int f = 0; f < F_school_MAX; f++)
		if (g->has[f] && (imp->ent->fields[f].flags & FF_GIAS) != 0 &&
		    (f != F_school_status || !row_is_empty(g->row, f)))
			merge_field(r, base, g->row, f, first);
	st = gias_propose(imp, seen, g, base, r, e);
	*out = IMP_UNCHANGED;
	if (st == ST_OK && (first || differs(base, r))) {
		mark_read(imp, base, r);
		*out = IMP_UPDATED;
		st = record_change(imp->app, base, r, NULL, e);
	}
	row_free(base);
	row_free(r);
	return st;
}

enum status
gias_save(struct importer *imp, const struct gias_seen *seen,
    const struct gias_row *g, enum import_verdict *out, struct err *e)
{
	int64_t id = 0;
	enum status st = store_by_key(imp->app->db, imp->ent,
	    row_get(g->row, F_school_urn), &id, e);

	if (st != ST_OK)
		return st;
	if (id != 0)
		return save_over(imp, seen, g, id, out, e);
	*out = IMP_ADDED;
	return save_new(imp, seen, g, e);
}
