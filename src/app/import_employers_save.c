/* import_employers_save.c - what a register says of an employer against what
 * is stored.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The company number is the key; without one, the folded name and the
 * postcode. What is empty is filled and what an import wrote is brought up to
 * date; what a person wrote stays, which the history knows. Of two rows of a
 * file about one employer the first holds, so that the file imported again
 * changes nothing.
 */
#include <stdlib.h>
#include <string.h>

#include "app/import_employers.h"
#include "app/record.h"
#include "base/utf8.h"
#include "db/joined.h"
#include "db/search.h"
#include "db/steps.h"
#include "db/store.h"

#define NEAR_MAX	20	/* candidates by name */

/* Did anybody but an import write this field last? */
static enum status
typed(struct importer *imp, int64_t id, const char *field, bool *out,
    struct err *e)
{
	struct db *db = imp->app->db;
	struct step s = { 0 };
	int64_t seq = 0;
	enum status st = steps_touched(db, imp->ent->id, id, field, "", 0,
	    &seq, e);

	if (st == ST_OK && seq == 0)	/* as it was made */
		st = steps_touched(db, imp->ent->id, id, "", "", 0, &seq, e);
	if (st != ST_OK)
		return st;
	if (seq == 0 || seq > imp->first_seq) {
		*out = false;		/* in this very import */
		return ST_OK;
	}
	/* "import …", "redid: import …" */
	if ((st = steps_get(db, seq, &s, e)) == ST_OK)
		*out = !str_starts(s.label, IMPORT_LABEL) &&
		    strstr(s.label, ": " IMPORT_LABEL) == NULL;
	step_clear(&s);
	return st;
}

static bool
same_company(const char *a, const char *b)
{
	char *x = utf8_fold_company(a), *y = utf8_fold_company(b);
	bool same = str_eq(x, y);

	free(x);
	free(y);
	return same;
}

static void
add_name(struct row *r, const char *name)
{
	const struct setdef *def = r->ent->fields[F_employer_also].set;

	if (!row_is(r, F_employer_name, name))
		set_put(row_members(r, F_employer_also), def,
		    (const char *[]){ name });
}

static enum status
merge_field(struct importer *imp, const struct register_row *g,
    const struct row *base, struct row *r, int f, struct err *e)
{
	const char *says = row_get(g->row, f), *ours = row_get(base, f);
	enum status st;
	bool theirs;

	if (!g->has[f] || *says == '\0' || str_eq(says, ours) ||
	    (g->went && f == imp->ent->key) ||
	    (f == F_employer_name && same_company(says, ours)))
		return ST_OK;
	if (*ours == '\0') {
		row_set(r, f, says);
		return ST_OK;
	}
	st = typed(imp, base->id, imp->ent->fields[f].id, &theirs, e);
	if (st != ST_OK)
		return st;
	theirs = theirs || g->went ||
	    hashset_has(&imp->spoken, (uint64_t)base->id);
	if (!theirs)
		row_set(r, f, says);
	if (f == F_employer_name)
		add_name(r, theirs ? says : ours);
	return ST_OK;
}

static enum status
save_over(struct importer *imp, const struct register_row *g, int64_t id,
    enum import_verdict *out, struct err *e)
{
	struct row *base = NULL, *r = NULL;
	enum status st = store_load(imp->app->db, imp->ent, id, false, &base,
	    e);

	if (st != ST_OK)
		return st;
	r = row_copy(base);
	for (int f = 0; f < F_employer_MAX && st == ST_OK; f++)
		if (imp->ent->fields[f].type != FT_SET)
			st = merge_field(imp, g, base, r, f, e);
	for (size_t i = 0; i < g->also.n; i++)
		add_name(r, g->also.v[i]);
	if (st == ST_OK)
		st = import_change(imp, base, r, out, e);
	row_free(base);
	row_free(r);
	return st;
}

static enum status
save_new(struct importer *imp, const struct register_row *g, int64_t *id,
    struct err *e)
{
	struct row *r = record_new(imp->app, imp->ent);
	enum status st;

	for (int f = 0; f < F_employer_MAX; f++)
		if (g->has[f])
			row_set(r, f, row_get(g->row, f));
	for (size_t i = 0; i < g->also.n; i++)
		add_name(r, g->also.v[i]);
	st = import_add(imp, r, e);
	*id = r->id;
	row_free(r);
	return st;
}

/* The employer of that folded name and postcode; 0 none. */
static enum status
find_by_name(struct importer *imp, const struct row *r, int64_t *out,
    struct err *e)
{
	struct hits hits = { 0 };
	enum status st = search_near(imp->app->db, imp->ent,
	    row_get(r, F_employer_name), NEAR_MAX, &hits, e);

	for (size_t i = 0; i < hits.n && st == ST_OK && *out == 0; i++) {
		struct row *other = NULL;

		st = store_load(imp->app->db, imp->ent, hits.v[i].id, false,
		    &other, e);
		if (st == ST_OK &&
		    row_same(r, other, F_employer_postcode) &&
		    same_company(row_get(r, F_employer_name),
		    row_get(other, F_employer_name)))
			*out = hits.v[i].id;
		row_free(other);
	}
	hits_clear(&hits);
	return st;
}

/* The row is about one that was joined into ID, which keeps its own number and,
 * as its own row says, all that it has. */
static enum status
save_joined(struct importer *imp, struct register_row *g, int64_t was,
    int64_t id, enum import_verdict *out, struct err *e)
{
	enum status st;

	g->went = true;
	st = save_over(imp, g, id, out, e);
	if (st == ST_OK && *out != IMP_UNCHANGED)
		import_tell_joined(imp, was, id);
	g->went = false;
	return st;
}

enum status
employer_save(struct importer *imp, struct register_row *g,
    enum import_verdict *out, struct err *e)
{
	const char *number = row_get(g->row, F_employer_company_number);
	int64_t id = 0, was;
	enum status st = *number != '\0' ?
	    store_by_key(imp->app->db, imp->ent, number, &id, e) :
	    find_by_name(imp, g->row, &id, e);

	if (st != ST_OK)
		return st;
	was = id;
	if (id != 0 && joined_follow(imp->app->db, imp->ent, &id))
		return save_joined(imp, g, was, id, out, e);
	if (id != 0) {
		st = save_over(imp, g, id, out, e);
	} else {
		*out = IMP_ADDED;
		st = save_new(imp, g, &id, e);
	}
	if (st == ST_OK)
		hashset_add(&imp->spoken, (uint64_t)id);
	return st;
}
