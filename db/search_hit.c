/* search_hit.c - rate candidates by their names and put the best first.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/search_impl.h"

#include <assert.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "db/inner.h"

enum { MAX_NAMES = 200 };	/* other names of one record looked at */

static void
hit_clear(struct hit *h)
{
	free(h->title);
	free(h->where);
	free(h->also);
}

void
found_clear(struct found *f)
{
	hit_clear(&f->hit);
	free(f->used);
}

void
hits_clear(struct hits *h)
{
	size_t i;

	for (i = 0; i < h->n; i++)
		hit_clear(&h->v[i]);
	free(h->v);
	memset(h, 0, sizeof *h);
}

void
hits_in_use(struct hits *h)
{
	size_t i, n = 0;

	for (i = 0; i < h->n; i++)
		if (h->v[i].archived)
			hit_clear(&h->v[i]);
		else
			h->v[n++] = h->v[i];
	h->n = n;
}

void
hits_add(struct hits *h, const struct hit *take_hit)
{
	if (h->n == h->cap) {
		h->cap = h->cap ? 2 * h->cap : 16;
		h->v = xreallocarray(h->v, h->cap, sizeof *h->v);
	}
	h->v[h->n++] = *take_hit;
}

bool
hits_has(const struct hits *h, const struct entity *ent, int64_t id)
{
	size_t i;

	for (i = 0; i < h->n; i++)
		if (h->v[i].id == id && h->v[i].ent == ent)
			return true;
	return false;
}

static void
add_part(struct db *db, const char *kind, const struct entity *ent,
    const char *none, struct sql *s)
{
	const char *part = db_fragment(kind, ent->id, NULL);

	sql_add(s, ", ");
	if (part == NULL) {
		sql_add(s, "%s", none);
		return;
	}
	sql_add(s, "(");
	sql_fragment(s, part, db->today);
	sql_add(s, ")");
}

/* What tells people apart is where they work and as what. */
static void
add_where(struct db *db, const struct entity *ent, struct sql *s)
{
	int org = entity_field(ent, "organisation");
	int role = entity_field(ent, "role");

	if (ent->no != ENT_contact || org < 0 || role < 0) {
		add_part(db, "WHERE", ent, "''", s);
		return;
	}
	sql_add(s, ", coalesce(");
	derived_expr(ent, &ent->fields[org], db->today, s);
	sql_add(s, ", '') || coalesce(', ' || nullif(");
	derived_expr(ent, &ent->fields[role], db->today, s);
	sql_add(s, ", ''), '')");
}

/* title, key, archived, closed, used, where; then the names. The id is its
 * last value. */
static void
info_sql(struct db *db, const struct entity *ent, struct sql *s)
{
	size_t i;

	sql_add(s, "SELECT ");
	sql_fragment(s, db_fragment("TITLE", ent->id, NULL), db->today);
	sql_add(s, ", %s%s, t.archived IS NOT NULL", ent->key < 0 ? "''" : "t.",
	    ent->key < 0 ? "" : field_col(&ent->fields[ent->key]));
	add_part(db, "CLOSED", ent, "0", s);
	add_part(db, "USED", ent, "''", s);
	add_where(db, ent, s);
	for (i = 0; i < ent->nfields; i++)
		if ((ent->fields[i].flags & FF_NAME) &&
		    ent->fields[i].type != FT_SET)
			sql_add(s, ", t.%s", field_col(&ent->fields[i]));
	sql_add(s, " FROM %s t WHERE t.id = ", entity_table(ent));
	sql_int(s, 0);
}

/* All other names, of every set of names. */
static void
also_sql(const struct entity *ent, struct sql *s)
{
	const char *sep = "";
	size_t i;

	for (i = 0; i < ent->nfields; i++) {
		const struct field *f = &ent->fields[i];

		if (!(f->flags & FF_NAME) || f->type != FT_SET)
			continue;
		sql_add(s, "%sSELECT %s FROM %s WHERE %s = ", sep,
		    field_col(&f->set->cols[0]), f->set->table, entity_table(ent));
		sql_int(s, 0);
		sep = " UNION ALL ";
	}
	if (*sep != '\0')
		sql_add(s, " ORDER BY 1 LIMIT %d", MAX_NAMES);
}

static void
loader_make(struct loader *l, const struct entity *ent)
{
	if (l->info[ent->no] != NULL)
		return;
	l->info[ent->no] = xcalloc(1, sizeof(struct sql));
	l->also[ent->no] = xcalloc(1, sizeof(struct sql));
	sql_init(l->info[ent->no]);
	sql_init(l->also[ent->no]);
	info_sql(l->db, ent, l->info[ent->no]);
	also_sql(ent, l->also[ent->no]);
}

void
loader_clear(struct loader *l)
{
	size_t i;

	for (i = 0; i < ENT_MAX; i++) {
		if (l->info[i] == NULL)
			continue;
		sql_clear(l->info[i]);
		sql_clear(l->also[i]);
		free(l->info[i]);
		free(l->also[i]);
		l->info[i] = l->also[i] = NULL;
	}
}

/* ID is what the statement asks for in its last value. */
static enum status
prepare_id(struct loader *l, struct sql *s, int64_t id, struct stmt **st,
    struct err *e)
{
	s->v[s->n - 1].number = id;
	return sql_prepare(l->db, s, st, e);
}

/* The record as it stands: *FOUND false when there is none. NAMES: its names
 * as written, the first the main one; KEY its natural key. */
static enum status
load(struct loader *l, const struct entity *ent, int64_t id,
    struct found *out, struct strs *names, char **key, bool *found,
    struct err *e)
{
	struct stmt *st;
	enum status rc;
	bool more = false;
	int c;

	loader_make(l, ent);
	if ((rc = prepare_id(l, l->info[ent->no], id, &st, e)) == ST_OK)
		rc = db_step(st, &more, e);
	if (rc != ST_OK || !more) {
		*found = false;
		return rc;
	}
	memset(out, 0, sizeof *out);
	out->hit.ent = ent;
	out->hit.id = id;
	out->hit.title = xstrdup(db_text(st, 0));
	out->hit.archived = db_int(st, 2) != 0;
	out->hit.closed = out->hit.archived || db_int(st, 3) != 0;
	out->used = xstrdup(db_text(st, 4));
	out->hit.where = xstrdup(db_text(st, 5));
	*key = xstrdup(db_text(st, 1));
	for (c = 6; c < db_cols(st); c++)
		strs_add(names, db_text(st, c));
	db_done(st);
	*found = true;
	return ST_OK;
}

static enum status
load_also(struct loader *l, const struct entity *ent, int64_t id,
    struct strs *names, struct err *e)
{
	struct stmt *st;
	enum status rc;
	bool more;
	size_t i;

	if (l->also[ent->no]->n == 0)
		return ST_OK;
	for (i = 0; i < l->also[ent->no]->n; i++)
		l->also[ent->no]->v[i].number = id;
	if ((rc = sql_prepare(l->db, l->also[ent->no], &st, e)) != ST_OK)
		return rc;
	while ((rc = db_step(st, &more, e)) == ST_OK && more)
		strs_add(names, db_text(st, 0));
	return rc;
}

/* The best class of all names; ALSO is the one that gave it, not the first. */
static void
rate(struct found *f, const struct strs *names, const char *key,
    const char *folded)
{
	char *folded_key = utf8_fold(key);
	size_t i, best = 0;

	f->hit.class = NAME_NONE;
	if (*folded_key != '\0' && str_eq(folded_key, folded))
		f->hit.class = NAME_KEY;
	for (i = 0; i < names->n && f->hit.class != NAME_KEY; i++) {
		char *name = utf8_fold(names->v[i]);
		enum name_class c = name_match_text(folded, name);

		f->starts = f->starts || str_starts(name, folded);
		if ((int)c > f->hit.class) {
			f->hit.class = (int)c;
			best = i;
		}
		free(name);
	}
	if (f->hit.class < NAME_BEGINNINGS && *folded_key != '\0' &&
	    str_starts(folded_key, folded))
		f->hit.class = NAME_BEGINNINGS;
	else if (best > 0 && f->hit.class != NAME_KEY)
		f->hit.also = xstrdup(names->v[best]);
	free(folded_key);
}

enum status
hit_load(struct loader *l, const struct entity *ent, int64_t id,
    struct found *out, bool *found, struct err *e)
{
	struct strs names = { 0 };
	char *key = NULL;
	enum status rc = load(l, ent, id, out, &names, &key, found, e);

	free(key);
	strs_clear(&names);
	return rc;
}

enum status
hit_names(struct loader *l, const struct entity *ent, int64_t id,
    struct strs *out, struct err *e)
{
	struct found f;
	char *key = NULL;
	bool found;
	enum status rc = load(l, ent, id, &f, out, &key, &found, e);

	if (rc != ST_OK || !found)
		return rc;
	found_clear(&f);
	free(key);
	return load_also(l, ent, id, out, e);
}

enum status
founds_rate(struct loader *l, const struct cands *c, size_t from,
    const char *folded, struct founds *out, struct err *e)
{
	enum status rc = ST_OK;
	size_t i;

	for (i = from; i < c->n && rc == ST_OK; i++) {
		const struct entity *ent = entities[c->v[i].ent];
		struct strs names = { 0 };
		struct found f;
		char *key = NULL;
		bool found;

		rc = load(l, ent, c->v[i].id, &f, &names, &key, &found, e);
		if (rc == ST_OK && found) {
			rc = load_also(l, ent, c->v[i].id, &names, e);
			rate(&f, &names, key, folded);
			if (rc == ST_OK && f.hit.class != NAME_NONE) {
				if (out->n == out->cap) {
					out->cap = out->cap ? 2 * out->cap : 64;
					out->v = xreallocarray(out->v, out->cap,
					    sizeof *out->v);
				}
				out->v[out->n++] = f;
			} else {
				found_clear(&f);
			}
		}
		free(key);
		strs_clear(&names);
	}
	return rc;
}

static int
cmp_found(const void *va, const void *vb)
{
	const struct found *a = va, *b = vb;
	int c;

	if (a->hit.class != b->hit.class)
		return a->hit.class > b->hit.class ? -1 : 1;
	if (a->hit.closed != b->hit.closed)
		return a->hit.closed ? 1 : -1;
	if ((c = strcmp(b->used, a->used)) != 0)
		return c;
	if (a->starts != b->starts)
		return a->starts ? -1 : 1;
	if ((c = strcmp(a->hit.title, b->hit.title)) != 0)
		return c;
	return a->hit.id < b->hit.id ? -1 : a->hit.id > b->hit.id;
}

void
founds_rank(struct founds *f, size_t limit, struct hits *out)
{
	size_t i;

	if (f->n > 0)
		qsort(f->v, f->n, sizeof *f->v, cmp_found);
	for (i = 0; i < f->n; i++) {
		if (i < limit) {
			hits_add(out, &f->v[i].hit);
			free(f->v[i].used);
		} else {
			found_clear(&f->v[i]);
		}
	}
	free(f->v);
	memset(f, 0, sizeof *f);
}
