/* search_index.c - keep the words of names and the three-letter indexes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The three-letter indexes keep no text: to take a row out, the old text is
 * given again, so what is put in must follow from the record alone.
 */
#include "db/inner.h"
#include "db/search.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "db/search_impl.h"

/* One of the four indexes: which fields, and its statements. */
static const struct tri {
	unsigned	 flag;		/* FF_NAME or FF_SEARCH */
	bool		 person;	/* only fields with, or without, FF_PERSON */
	enum query	 add, drop;
} tris[] = {
	{ FF_NAME, false, Q_NAME_TRI_ADD, Q_NAME_TRI_DROP },
	{ FF_NAME, true, Q_PERSON_NAME_TRI_ADD, Q_PERSON_NAME_TRI_DROP },
	{ FF_SEARCH, false, Q_TEXT_TRI_ADD, Q_TEXT_TRI_DROP },
	{ FF_SEARCH, true, Q_PERSON_TEXT_TRI_ADD, Q_PERSON_TEXT_TRI_DROP },
};

static void
add_folded(struct strs *out, const char *text)
{
	char *folded = utf8_fold(text);

	if (*folded != '\0')
		strs_take(out, folded);
	else
		free(folded);
}

/* The folded texts of the fields with FLAG. */
static void
folded_texts(const struct row *r, unsigned flag, int person, struct strs *out)
{
	size_t i, m;

	for (i = 0; r != NULL && i < r->ent->nfields; i++) {
		const struct field *f = &r->ent->fields[i];
		bool is_person = f->flags & FF_PERSON;

		if (!(f->flags & flag) || (f->flags & FF_DERIVED) ||
		    (person >= 0 && is_person != (person != 0)))
			continue;
		if (f->type != FT_SET) {
			add_folded(out, row_get(r, (int)i));
			continue;
		}
		for (m = 0; m < row_members(r, (int)i)->n; m++)
			add_folded(out, row_members(r, (int)i)->m[m].v[0]);
	}
}

static void
row_words(const struct row *r, struct strs *out)
{
	struct strs names = { 0 };
	size_t i;

	if (r == NULL || !has_names(r->ent))
		return;
	folded_texts(r, FF_NAME, -1, &names);
	if (r->ent->key >= 0)
		add_folded(&names, row_get(r, r->ent->key));
	for (i = 0; i < names.n; i++)
		search_name_words(names.v[i], out);
	strs_clear(&names);
}

/* Words of ONE that are not in OTHER. */
static enum status
write_words(struct db *db, enum query q, const struct row *r,
    const struct strs *one, const struct strs *other, struct err *e)
{
	enum status st = ST_OK;
	size_t i;

	for (i = 0; i < one->n && st == ST_OK; i++)
		if (!strs_has(other, one->v[i]))
			st = db_run(db, q, e, "ssl", one->v[i], r->ent->id,
			    r->id);
	return st;
}

static enum status
update_words(struct db *db, const struct row *old, const struct row *new,
    struct err *e)
{
	struct strs was = { 0 }, is = { 0 };
	enum status st;

	row_words(old, &was);
	row_words(new, &is);
	if ((st = write_words(db, Q_WORD_DROP, old, &was, &is, e)) == ST_OK)
		st = write_words(db, Q_WORD_ADD, new, &is, &was, e);
	strs_clear(&was);
	strs_clear(&is);
	return st;
}

/* What the index holds of the record: a line a field. "" for nothing. */
static char *
tri_text(const struct row *r, const struct tri *t)
{
	struct strs texts = { 0 };
	char *joined;

	folded_texts(r, t->flag, t->person, &texts);
	joined = strs_join(&texts, "\n");
	strs_clear(&texts);
	return joined;
}

/* Without RETURNING: a statement that may have to take part of itself back
 * makes SQLite write out the three-letter indexes each time. */
static enum status
doc_make(struct db *db, const struct row *r, int64_t *doc, struct err *e)
{
	int64_t first, last;
	enum status st;

	if (*doc != 0)
		return ST_OK;
	search_doc_range(r->ent, &first, &last);
	if ((st = db_run(db, Q_DOC_ADD, e, "slll", r->ent->id, r->id, first,
	    last)) == ST_OK)
		*doc = db_last_rowid(db);
	return st;
}

static enum status
update_tri(struct db *db, const struct tri *t, const struct row *new,
    const char *was, const char *is, int64_t *doc, struct err *e)
{
	enum status st = ST_OK;

	if (str_eq(was, is))
		return ST_OK;
	if (*was != '\0' && *doc != 0)
		st = db_run(db, t->drop, e, "ls", *doc, was);
	if (st == ST_OK && *is != '\0' &&
	    (st = doc_make(db, new, doc, e)) == ST_OK)
		st = db_run(db, t->add, e, "ls", *doc, is);
	return st;
}

static enum status
update_texts(struct db *db, const struct row *old, const struct row *new,
    struct err *e)
{
	const struct row *any = new != NULL ? new : old;
	char *was[4], *is[4];
	int64_t doc = 0, before;
	bool changed = false, left = false;
	enum status st = ST_OK;
	size_t i;

	for (i = 0; i < 4; i++) {
		was[i] = tri_text(old, &tris[i]);
		is[i] = tri_text(new, &tris[i]);
		changed = changed || !str_eq(was[i], is[i]);
		left = left || *is[i] != '\0';
	}
	if (changed && old != NULL)
		st = db_get_int(db, Q_DOC_OF, 0, &doc, e, "ls", any->id,
		    any->ent->id);
	before = doc;
	for (i = 0; i < 4 && st == ST_OK; i++)
		st = update_tri(db, &tris[i], new, was[i], is[i], &doc, e);
	if (st == ST_OK && before != 0 && !left)
		st = db_run(db, Q_DOC_DROP, e, "l", before);
	for (i = 0; i < 4; i++) {
		free(was[i]);
		free(is[i]);
	}
	return st;
}

enum status
search_update(struct db *db, const struct row *old, const struct row *new,
    struct err *e)
{
	enum status st = ST_OK;

	if (db->unindexed)
		return ST_OK;
	st = update_words(db, old, new, e);
	search_near_note(db, new);
	return st == ST_OK ? update_texts(db, old, new, e) : st;
}

enum status
search_holds(struct db *db, const struct row *r, bool *out, struct err *e)
{
	struct strs words = { 0 };
	enum status st = ST_OK;
	int64_t known = 1;
	bool texts = false;
	size_t i;

	row_words(r, &words);
	for (i = 0; i < words.n && st == ST_OK && known; i++)
		st = db_get_int(db, Q_WORD_OF, 0, &known, e, "ssl",
		    words.v[i], r->ent->id, r->id);
	strs_clear(&words);
	for (i = 0; i < 4; i++) {
		char *text = tri_text(r, &tris[i]);

		texts = texts || *text != '\0';
		free(text);
	}
	if (st == ST_OK && known && texts)
		st = db_get_int(db, Q_DOC_OF, 0, &known, e, "ls", r->id,
		    r->ent->id);
	if (st == ST_OK)
		*out = known != 0;
	return st;
}
