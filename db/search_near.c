/* search_near.c - names that differ only by Ltd, PLC, The, &, or by blanks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person is looked for by the rarest word of the name, all else by the words
 * with which the name without its blanks can begin and end. An import asks after thousands,
 * nearly all of which are new: then the names there are, folded, are kept as
 * a table of hashes, and most need no look.
 */
#include "db/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/hashset.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "db/inner.h"
#include "db/search_impl.h"
#include "model/duplicate.h"

#define LOOKS	200		/* before the table is worth its reading */
#define PARTS	60		/* beginnings of a name, and ends, at most */

struct near_names {
	const struct entity *ent;
	size_t		 looks;		/* asked for so far */
	bool		 ready;
	struct hashset	 names;		/* their hashes */
};

void
search_near_hold(struct db *db, const struct entity *ent)
{
	search_near_release(db);
	db->near = xcalloc(1, sizeof *db->near);
	db->near->ent = ent;
}

void
search_near_release(struct db *db)
{
	if (db->near != NULL)
		hashset_clear(&db->near->names);
	free(db->near);
	db->near = NULL;
}

/* What near names have alike: "Bright Forge Ltd", "Brightforge". Of people the
 * words count. */
static char *
near_key(const struct entity *ent, const char *name)
{
	return ent->no == ENT_contact ? utf8_fold_company(name) :
	    dup_squeezed(name);
}

static void
add_name(struct near_names *k, const char *name)
{
	char *key = near_key(k->ent, name);

	hashset_add(&k->names, hash_text(key));
	free(key);
}

/* The names of one column, of records or of members of a set. */
static enum status
read_names(struct db *db, const char *table, const char *column,
    struct err *e)
{
	struct stmt *st;
	enum status rc;
	bool more;
	char *sql = xasprintf("SELECT %s FROM %s", column, table);

	rc = db_made(db, sql, &st, e);
	free(sql);
	if (rc != ST_OK)
		return rc;
	while ((rc = db_step(st, &more, e)) == ST_OK && more)
		add_name(db->near, db_text(st, 0));
	return rc;
}

static enum status
make_table(struct db *db, struct err *e)
{
	const struct entity *ent = db->near->ent;
	enum status st = ST_OK;

	for (size_t i = 0; i < ent->nfields && st == ST_OK; i++) {
		const struct field *f = &ent->fields[i];

		if ((f->flags & FF_NAME) == 0)
			continue;
		st = f->type == FT_SET ?
		    read_names(db, f->set->table, field_col(&f->set->cols[0]),
		    e) : read_names(db, entity_table(ent), field_col(f), e);
	}
	db->near->ready = st == ST_OK;
	return st;
}

void
search_near_note(struct db *db, const struct row *r)
{
	struct near_names *k = db->near;

	if (k == NULL || !k->ready || r == NULL || r->ent != k->ent)
		return;
	for (size_t i = 0; i < r->ent->nfields; i++) {
		const struct set *s;

		if ((r->ent->fields[i].flags & FF_NAME) == 0)
			continue;
		if (r->ent->fields[i].type != FT_SET) {
			add_name(k, row_get(r, (int)i));
			continue;
		}
		s = row_members(r, (int)i);
		for (size_t m = 0; m < s->n; m++)
			add_name(k, s->m[m].v[0]);
	}
}

/* Is there surely no such name? */
static enum status
is_new(struct db *db, const struct entity *ent, const char *key,
    bool *out, struct err *e)
{
	struct near_names *k = db->near;
	enum status st;

	*out = false;
	if (k == NULL || k->ent != ent || (!k->ready && ++k->looks < LOOKS))
		return ST_OK;
	if (!k->ready && (st = make_table(db, e)) != ST_OK)
		return st;
	*out = !hashset_has(&k->names, hash_text(key));
	return ST_OK;
}

/* Has one of the record's names this key? */
static enum status
is_near(struct loader *l, const struct entity *ent, int64_t id,
    const char *key, bool *out, struct err *e)
{
	struct strs names = { 0 };
	enum status st = hit_names(l, ent, id, &names, e);
	size_t i;

	*out = false;
	for (i = 0; i < names.n && !*out; i++) {
		char *other = near_key(ent, names.v[i]);

		*out = str_eq(other, key);
		free(other);
	}
	strs_clear(&names);
	return st;
}

/* Those that have all its words. */
static enum status
by_words(struct db *db, const struct entity *ent, const char *key,
    struct cands *c, struct err *e)
{
	struct strs words = { 0 };
	const char *rarest = NULL;
	int64_t rows = 0;
	struct sql s;
	enum status st;

	sql_init(&s);
	search_words_of(key, &words);
	st = search_rarest(db, ent, &words, true, SEARCH_WALK, &rarest, &rows,
	    e);
	if (st == ST_OK && rows > 0) {
		sql_add(&s, "SELECT w.row FROM name_word w WHERE ");
		search_word_rows(ent, rarest, true, &s);
		for (size_t i = 0; i < words.n; i++) {
			if (str_eq(words.v[i], rarest))
				continue;
			sql_add(&s, " AND EXISTS (SELECT 1 FROM name_word x "
			    "WHERE x.word = ");
			sql_text(&s, words.v[i]);
			sql_add(&s, " AND x.entity = w.entity AND "
			    "x.row = w.row)");
		}
		sql_add(&s, " LIMIT %d", SEARCH_WALK);
		st = cands_select(db, ent, &s, c, e);
	}
	sql_clear(&s);
	strs_clear(&words);
	return st;
}

/* "… IN (…)": with what KEY begins, or ends. */
static void
add_parts(struct sql *s, const char *key, bool begins)
{
	size_t n = strlen(key), parts = 0;

	sql_add(s, " IN (");
	for (size_t i = 1; i <= n && parts < PARTS; i++) {
		const char *from = begins ? key : key + n - i;
		char *part;

		if ((from[0] & 0xC0) == 0x80 || (from[i] & 0xC0) == 0x80)
			continue;	/* within a letter */
		part = xstrndup(from, i);
		sql_add(s, parts++ > 0 ? ", " : "");
		sql_text(s, part);
		free(part);
	}
	sql_add(s, ")");
}

/* Those of which a word begins KEY and a word ends it. */
static enum status
by_ends(struct db *db, const struct entity *ent, const char *key,
    struct cands *c, struct err *e)
{
	struct sql s;
	enum status st;

	sql_init(&s);
	sql_add(&s, "SELECT DISTINCT w.row FROM name_word w "
	    "JOIN name_word x ON x.entity = w.entity AND x.row = w.row "
	    "WHERE w.entity = ");
	sql_text(&s, ent->id);
	sql_add(&s, " AND w.word");
	add_parts(&s, key, true);
	sql_add(&s, " AND x.word");
	add_parts(&s, key, false);
	sql_add(&s, " ORDER BY w.row LIMIT %d", SEARCH_WALK);
	st = cands_select(db, ent, &s, c, e);
	sql_clear(&s);
	return st;
}

static enum status
find_near(struct db *db, const struct entity *ent, const char *key,
    struct cands *c, struct err *e)
{
	bool new;
	enum status st = is_new(db, ent, key, &new, e);

	if (st != ST_OK || new || *key == '\0' || !has_names(ent))
		return st;
	return ent->no == ENT_contact ? by_words(db, ent, key, c, e) :
	    by_ends(db, ent, key, c, e);
}

enum status
search_near(struct db *db, const struct entity *ent, const char *name,
    size_t limit, struct hits *out, struct err *e)
{
	char *key = near_key(ent, name);
	struct loader l = { .db = db };
	struct cands c = { 0 };
	struct hits hits = { 0 };
	enum status st = find_near(db, ent, key, &c, e);

	for (size_t i = 0; i < c.n && st == ST_OK && hits.n < limit; i++) {
		struct found f;
		bool near, found;

		st = is_near(&l, ent, c.v[i].id, key, &near, e);
		if (st != ST_OK || !near)
			continue;
		st = hit_load(&l, ent, c.v[i].id, &f, &found, e);
		if (st == ST_OK && found) {
			f.hit.class = NAME_EXACT;
			hits_add(&hits, &f.hit);
			free(f.used);
		}
	}
	loader_clear(&l);
	free(key);
	cands_clear(&c);
	if (st != ST_OK) {
		hits_clear(&hits);
		return st;
	}
	hits_clear(out);
	*out = hits;
	return ST_OK;
}
