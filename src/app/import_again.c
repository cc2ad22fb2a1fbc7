/* import_again.c - an encounter that is here already: of an earlier import of
 * the same sheet, or logged by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Encounters have no key. Two are one when day, type, start, schools,
 * employers and providers agree; what is here answers for one row of a file
 * only, so that two talks alike on one day stay two.
 */
#include <stdlib.h>

#include "app/import_sheet.h"
#include "base/mem.h"
#include "db/db.h"
#include "db/store.h"
#include "model/fields.h"

/* What tells encounters apart. A row gives no less of these than is here. */
static const int sets[] = {
	F_encounter_schools, F_encounter_employers, F_encounter_providers,
};
#define SETS	(sizeof sets / sizeof sets[0])

static bool
same_keys(const struct row *a, const struct row *b, int f)
{
	const struct setdef *def = a->ent->fields[f].set;
	const struct set *x = row_members(a, f), *y = row_members(b, f);

	if (x->n != y->n)
		return false;
	for (size_t i = 0; i < x->n; i++)
		if (set_find(y, def, (const char *const *)x->m[i].v) == NULL)
			return false;
	return true;
}

static bool
same_encounter(const struct row *a, const struct row *b)
{
	for (size_t i = 0; i < SETS; i++)
		if (!same_keys(a, b, sets[i]))
			return false;
	return row_same(a, b, F_encounter_start);
}

/* The ids Q finds, which must be done before records are read. */
static enum status
candidates(struct importer *imp, const struct row *r, int64_t **out,
    size_t *n, struct err *e)
{
	const struct set *schools = row_members(r, F_encounter_schools);
	struct stmt *st;
	enum status s;
	bool more;

	if ((s = db_stmt(imp->app->db, Q_IMPORT_ENCOUNTER, &st, e)) != ST_OK ||
	    (s = db_bindf(st, e, "lss", member_ref(&schools->m[0], ES_SCHOOL),
	    row_get(r, F_encounter_date), row_get(r, F_encounter_type))) !=
	    ST_OK)
		return s;
	while ((s = db_step(st, &more, e)) == ST_OK && more) {
		*out = xreallocarray(*out, *n + 1, sizeof **out);
		(*out)[(*n)++] = db_int(st, 0);
	}
	return s;
}

enum status
sheet_again(struct importer *imp, struct sheet_import *s, const struct row *r,
    int64_t *id, struct err *e)
{
	int64_t *ids = NULL;
	size_t n = 0;
	enum status st;

	if (row_members(r, F_encounter_schools)->n == 0)
		return ST_OK;
	st = candidates(imp, r, &ids, &n, e);
	for (size_t i = 0; st == ST_OK && i < n && *id == 0; i++) {
		struct row *other;

		if (hashset_has(&imp->spoken, (uint64_t)ids[i]))
			continue;
		st = store_load(imp->app->db, imp->ent, ids[i], false, &other,
		    e);
		if (st != ST_OK)
			break;
		if (same_encounter(r, other))
			*id = ids[i];
		row_free(other);
	}
	free(ids);
	/* who takes part is the same; whether they came the row does not say */
	for (size_t i = 0; *id != 0 && i < SETS; i++)
		s->has[sets[i]] = false;
	return st;
}
