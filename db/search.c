/* search.c - find records by their names.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/search.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "db/search_impl.h"

struct ents {
	const struct entity *v[ENT_MAX];
	size_t		 n;
};

/* REFS, or all that have names. */
static void
ents_of(const char *refs, struct ents *out)
{
	struct strs ids = { 0 };
	size_t i;

	out->n = 0;
	if (refs == NULL) {
		for (i = 0; i < ENT_MAX; i++)
			if (has_names(entities[i]))
				out->v[out->n++] = entities[i];
		return;
	}
	str_words(&ids, refs);
	for (i = 0; i < ids.n && out->n < ENT_MAX; i++)
		if (entity_find(ids.v[i]) != NULL)
			out->v[out->n++] = entity_find(ids.v[i]);
	strs_clear(&ids);
}

/* Whole references and natural keys: first of all. */
static enum status
by_reference(struct loader *l, const struct ents *ents, const char *text,
    struct hits *out, struct err *e)
{
	struct ref_col cols[ENT_MAX];
	struct need_value v = { .text = text };
	enum status st;
	size_t i;

	for (i = 0; i < ents->n; i++)
		cols[i].ent = ents->v[i];
	st = find_reference(l->db, cols, ents->n, text, &v, e);
	for (i = 0; i < v.nref && st == ST_OK; i++) {
		struct found f;
		bool found;

		st = hit_load(l, entities[v.ref[i].ent], v.ref[i].id, &f,
		    &found, e);
		if (st != ST_OK || !found)
			continue;
		f.hit.class = NAME_KEY;
		hits_add(out, &f.hit);
		free(f.used);
	}
	free(v.ref);
	return st;
}

/* "st" on the way to "stepney", which folding made a saint. */
static char *
unsainted(const char *text, const char *folded)
{
	size_t n = strlen(text), f = strlen(folded);

	if (n < 2 || f < 5 || !str_ieq(text + n - 2, "st") ||
	    !str_ends(folded, "saint") || (f > 5 && folded[f - 6] != ' '))
		return NULL;
	return xasprintf("%.*sst", (int)(f - 5), folded);
}

static enum status
by_names(struct loader *l, const struct ents *ents, const char *text,
    const char *folded, bool weak, size_t limit, struct founds *out,
    struct err *e)
{
	struct db *db = l->db;
	struct cands c = { 0 };
	enum status st = ST_OK;
	size_t i, seen;

	for (i = 0; i < ents->n && st == ST_OK; i++)
		if (has_names(ents->v[i]))
			st = cands_by_name(db, ents->v[i], text, folded, &c, e);
	if (st == ST_OK)
		st = founds_rate(l, &c, 0, folded, out, e);
	seen = c.n;
	for (i = 0; weak && i < ents->n && st == ST_OK && out->n < limit; i++)
		if (has_names(ents->v[i]))
			st = cands_by_substring(db, ents->v[i], folded, &c, e);
	if (st == ST_OK)
		st = founds_rate(l, &c, seen, folded, out, e);
	if (weak && st == ST_OK && out->n == 0) {
		cands_clear(&c);
		st = cands_by_typo(db, ents->v, ents->n, folded, &c, e);
		if (st == ST_OK)
			st = founds_rate(l, &c, 0, folded, out, e);
	}
	cands_clear(&c);
	return st;
}

/* FROM's hits that TO has not. */
static void
join_hits(struct hits *to, struct hits *from, size_t limit)
{
	size_t i;

	for (i = 0; i < from->n; i++) {
		if (to->n < limit &&
		    !hits_has(to, from->v[i].ent, from->v[i].id)) {
			hits_add(to, &from->v[i]);
			memset(&from->v[i], 0, sizeof from->v[i]);
		}
	}
	hits_clear(from);
}

static enum status
search_some(struct db *db, const char *refs, const char *text, bool weak,
    size_t limit, struct hits *out, struct err *e)
{
	char *trimmed = str_trimmed(text), *folded = utf8_fold(trimmed);
	char *other = unsainted(trimmed, folded);
	struct founds founds = { 0 };
	struct hits hits = { 0 }, ranked = { 0 };
	struct loader l = { .db = db };
	struct ents ents;
	enum status st;
	bool mine;

	ents_of(refs, &ents);
	st = reading_begin(db, &mine, e);
	if (st == ST_OK && *trimmed != '\0')
		st = by_reference(&l, &ents, trimmed, &hits, e);
	if (st == ST_OK && *folded != '\0')
		st = by_names(&l, &ents, trimmed, folded, weak, limit, &founds,
		    e);
	if (st == ST_OK && other != NULL)
		st = by_names(&l, &ents, trimmed, other, weak, limit, &founds,
		    e);
	reading_end(db, mine);
	founds_rank(&founds, 2 * limit, &ranked);
	join_hits(&hits, &ranked, limit);
	loader_clear(&l);
	free(other);
	free(folded);
	free(trimmed);
	if (st != ST_OK) {
		hits_clear(&hits);
		return st;
	}
	hits_clear(out);
	*out = hits;
	return ST_OK;
}

enum status
search_names(struct db *db, const char *refs, const char *text, size_t limit,
    struct hits *out, struct err *e)
{
	return search_some(db, refs, text, true, limit, out, e);
}

enum status
search_words(struct db *db, const char *refs, const char *text, size_t limit,
    struct hits *out, struct err *e)
{
	return search_some(db, refs, text, false, limit, out, e);
}
