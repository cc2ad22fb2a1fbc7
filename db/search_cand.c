/* search_cand.c - which records a text may name, from the indexes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Never more than a few hundred for one entity, whatever is typed: for a
 * letter or two the names that begin with it stand before all others anyway.
 */
#include "db/search_impl.h"

#include "base/mem.h"
#include "base/utf8.h"

void
cands_clear(struct cands *c)
{
	free(c->v);
	free(c->slot);
	memset(c, 0, sizeof *c);
}

static size_t
slot_of(const struct cands *c, enum entity_no ent, int64_t id)
{
	uint64_t h = ((uint64_t)id * 31 + (uint64_t)ent) * 0x9E3779B97F4A7C15u;
	size_t at = (size_t)(h >> 20) & (c->nslots - 1);

	while (c->slot[at] != 0 && (c->v[c->slot[at] - 1].id != id ||
	    c->v[c->slot[at] - 1].ent != ent))
		at = (at + 1) & (c->nslots - 1);
	return at;
}

static void
grow(struct cands *c)
{
	size_t i;

	c->cap = c->cap ? 2 * c->cap : 256;
	c->v = xreallocarray(c->v, c->cap, sizeof *c->v);
	free(c->slot);
	c->nslots = 2 * c->cap;
	c->slot = xcalloc(c->nslots, sizeof *c->slot);
	for (i = 0; i < c->n; i++)
		c->slot[slot_of(c, c->v[i].ent, c->v[i].id)] = (uint32_t)i + 1;
}

void
cands_add(struct cands *c, enum entity_no ent, int64_t id)
{
	size_t at;

	if (c->n == c->cap)
		grow(c);
	at = slot_of(c, ent, id);
	if (c->slot[at] != 0)
		return;
	c->v[c->n++] = (struct ref){ ent, id };
	c->slot[at] = (uint32_t)c->n;
}

enum status
cands_select(struct db *db, const struct entity *ent, const struct sql *s,
    struct cands *c, struct err *e)
{
	struct stmt *st;
	enum status rc;
	bool more;

	if ((rc = sql_prepare(db, s, &st, e)) != ST_OK)
		return rc;
	while ((rc = db_step(st, &more, e)) == ST_OK && more)
		cands_add(c, ent->no, db_int(st, 0));
	return rc;
}

/* Names that begin with the text as typed, in the order of the alphabet. */
static enum status
by_beginning(struct db *db, const struct entity *ent, const char *text,
    struct cands *c, struct err *e)
{
	enum status rc = ST_OK;
	struct sql s;
	size_t i;

	sql_init(&s);
	for (i = 0; i < ent->nfields && rc == ST_OK; i++) {
		const struct field *f = &ent->fields[i];

		if (!(f->flags & FF_NAME) || !(f->flags & FF_SORT))
			continue;
		sql_reset(&s);
		sql_add(&s, "SELECT id FROM %s WHERE %s >= ", entity_table(ent),
		    field_col(f));
		sql_text(&s, text);
		sql_add(&s, " AND %s < ", field_col(f));
		search_word_end(&s, text);
		sql_add(&s, " ORDER BY %s, id LIMIT %d", field_col(f),
		    SEARCH_BEGIN);
		rc = cands_select(db, ent, &s, c, e);
	}
	sql_clear(&s);
	return rc;
}

/* FROM the rows of a word: those it begins, or those it is. */
static void
word_rows(const struct entity *ent, const char *word, bool whole, int limit,
    struct sql *s)
{
	sql_add(s, "SELECT w.row FROM name_word w WHERE ");
	search_word_rows(ent, word, whole, s);
	sql_add(s, " LIMIT %d", limit);
}

/* All words are frequent: rows of the least so that have the other words too,
 * as whole words; the last may not be finished and is not asked for. */
static enum status
by_frequent(struct db *db, const struct entity *ent, const struct strs *words,
    const char *rarest, struct cands *c, struct err *e)
{
	const char *last = words->v[words->n - 1];
	struct sql s;
	enum status rc;
	size_t i;

	sql_init(&s);
	sql_add(&s, "SELECT w.row FROM (");
	word_rows(ent, rarest, words->n == 1 || rarest != last,
	    words->n == 1 ? SEARCH_ROWS : SEARCH_WALK, &s);
	sql_add(&s, ") w WHERE 1");
	for (i = 0; i + 1 < words->n; i++) {
		if (words->v[i] == rarest)
			continue;
		sql_add(&s, " AND EXISTS (SELECT 1 FROM name_word x WHERE "
		    "x.entity = ");
		sql_text(&s, ent->id);
		sql_add(&s, " AND x.word = ");
		sql_text(&s, words->v[i]);
		sql_add(&s, " AND x.row = w.row)");
	}
	sql_add(&s, " LIMIT %d", SEARCH_ROWS);
	rc = cands_select(db, ent, &s, c, e);
	sql_clear(&s);
	return rc;
}

enum status
cands_by_name(struct db *db, const struct entity *ent, const char *text,
    const char *folded, struct cands *c, struct err *e)
{
	struct strs words = { 0 };
	const char *rarest = NULL;
	int64_t rows = 0;
	struct sql s;
	enum status rc;

	if ((rc = by_beginning(db, ent, text, c, e)) != ST_OK)
		return rc;
	search_words_of(folded, &words);
	rc = search_rarest(db, ent, &words, false, words.n == 1 ? SEARCH_ROWS :
	    SEARCH_WALK, &rarest, &rows, e);
	if (rc == ST_OK && rows > SEARCH_ROWS) {
		rc = by_frequent(db, ent, &words, rarest, c, e);
	} else if (rc == ST_OK && rows > 0) {
		sql_init(&s);
		word_rows(ent, rarest, false, SEARCH_ROWS, &s);
		rc = cands_select(db, ent, &s, c, e);
		sql_clear(&s);
	}
	strs_clear(&words);
	return rc;
}

enum status
cands_by_substring(struct db *db, const struct entity *ent,
    const char *folded, struct cands *c, struct err *e)
{
	struct sql s;
	enum status rc;

	if (utf8_count(folded) < 3)
		return ST_OK;
	sql_init(&s);
	sql_add(&s, "SELECT * FROM (");
	text_candidates(ent, folded, true, false, &s);
	sql_add(&s, ") LIMIT %d", SEARCH_ROWS);
	rc = cands_select(db, ent, &s, c, e);
	sql_clear(&s);
	return rc;
}
