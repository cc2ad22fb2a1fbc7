/* list_ref.c - the records that the values of a filter name.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tried in the order of contract.md, "References": entity/KEY, the record's
 * code, a bare natural key, a whole name, words. Few records are listed by id;
 * of many only the words are kept, and each row is checked for them.
 */
#include "db/list_impl.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "db/inner.h"
#include "db/joined.h"
#include "db/search_words.h"
#include "model/id.h"

enum {				/* rows of a word looked through … */
	WORD_PROBE = 1000,	/* … for the other words */
	WHOLE_PROBE = 5000	/* … for the whole name */
};

size_t
ref_cols(const struct field *f, struct ref_col *out, size_t max)
{
	const struct field *col = f->type == FT_SET ? &f->set->cols[0] : f;
	struct strs refs = { 0 };
	size_t n = 0, i;

	if (col->ref == NULL)
		return 0;
	str_words(&refs, col->ref);
	for (i = 0; i < refs.n && n < max; i++) {
		out[n].ent = entity_find(refs.v[i]);
		if (out[n].ent == NULL)
			continue;
		snprintf(out[n].col, sizeof out[n].col,
		    col->type == FT_ANY ? "%s_%s" : "%s", field_col(col),
		    out[n].ent->id);
		n++;
	}
	strs_clear(&refs);
	return n;
}

static void
add_ref(struct need_value *v, const struct entity *ent, int64_t id)
{
	if ((v->nref & (v->nref - 1)) == 0)
		v->ref = xreallocarray(v->ref, v->nref > 0 ? 2 * v->nref : 1,
		    sizeof *v->ref);
	v->ref[v->nref++] = (struct ref){ ent->no, id };
}

static int
cmp_ref(const void *va, const void *vb)
{
	const struct ref *a = va, *b = vb;

	if (a->ent != b->ent)
		return a->ent < b->ent ? -1 : 1;
	return a->id < b->id ? -1 : a->id > b->id;
}

void
refs_sort(struct need_value *v)
{
	size_t n = 0, i;

	if (v->nref > 1)
		qsort(v->ref, v->nref, sizeof *v->ref, cmp_ref);
	for (i = 0; i < v->nref; i++)
		if (n == 0 || cmp_ref(&v->ref[n - 1], &v->ref[i]) != 0)
			v->ref[n++] = v->ref[i];
	v->nref = n;
}

size_t
refs_of(const struct need_value *v, const struct entity *ent, int64_t **out)
{
	size_t n = 0, i;

	*out = xreallocarray(NULL, v->nref + 1, sizeof **out);
	for (i = 0; i < v->nref; i++)
		if (v->ref[i].ent == ent->no)
			(*out)[n++] = v->ref[i].id;
	return n;
}

/* Add what S selects, ids of ENT; *N the rows it gave, at most LIST_REFS + 1. */
static enum status
add_refs(struct db *db, const struct entity *ent, const struct sql *s,
    struct need_value *v, size_t *n, struct err *e)
{
	struct stmt *st;
	enum status rc;
	bool more;

	*n = 0;
	if ((rc = sql_prepare(db, s, &st, e)) != ST_OK)
		return rc;
	while ((rc = db_step(st, &more, e)) == ST_OK && more) {
		(*n)++;
		add_ref(v, ent, db_int(st, 0));
	}
	return rc;
}

static enum status
by_key(struct db *db, const struct entity *ent, const char *key,
    struct need_value *v, struct err *e)
{
	struct sql s;
	enum status rc;
	size_t n;
	char *stored;

	if (ent->key < 0)
		return ST_OK;
	stored = row_stored_key(ent, key);
	sql_init(&s);
	sql_add(&s, "SELECT id FROM %s WHERE %s = ", entity_table(ent),
	    field_col(&ent->fields[ent->key]));
	sql_text(&s, stored);
	sql_add(&s, " LIMIT %d", LIST_REFS);
	rc = add_refs(db, ent, &s, v, &n, e);
	sql_clear(&s);
	free(stored);
	return rc;
}

static enum status
by_code(struct db *db, const struct entity *ent, const char *code,
    struct need_value *v, struct err *e)
{
	struct sql s;
	enum status rc;
	int64_t id;
	size_t n;

	if (!id_parse(code, &id))
		return ST_OK;
	sql_init(&s);
	sql_add(&s, "SELECT id FROM %s WHERE id = ", entity_table(ent));
	sql_int(&s, id);
	rc = add_refs(db, ent, &s, v, &n, e);
	sql_clear(&s);
	return rc;
}

/* Records of ENT called FOLDED, or (WHOLE false) whose names have its words as
 * beginnings, of those with WORD among them. */
static enum status
by_word(struct db *db, const struct entity *ent, const char *word,
    const char *folded, bool whole, struct need_value *v, size_t *n,
    struct err *e)
{
	struct sql s;
	enum status rc;

	sql_init(&s);
	sql_add(&s, "SELECT w.row FROM name_word w WHERE ");
	search_word_rows(ent, word, whole, &s);
	if (whole || !str_eq(word, folded)) {
		sql_add(&s, " AND EXISTS (SELECT 1 FROM %s r WHERE "
		    "r.id = w.row AND ", entity_table(ent));
		if (whole)
			search_name_check(ent, "r", folded, &s);
		else
			words_check(ent, "r", folded, &s);
		sql_add(&s, ")");
	}
	sql_add(&s, " LIMIT %d", LIST_REFS + 1);
	rc = add_refs(db, ent, &s, v, n, e);
	sql_clear(&s);
	return rc;
}

/* A volunteer is called what the person is; *FOUND so many. */
static enum status
by_person(struct db *db, const struct entity *ent, const char *folded,
    bool whole_first, struct need_value *v, size_t *found, struct err *e)
{
	struct need_value people = { 0 };
	const struct entity *person = entities[ENT_contact];
	struct sql s;
	enum status rc;
	int64_t *ids;
	size_t n;

	*found = 0;
	rc = refs_by_words(db, person, folded, whole_first, &people, e);
	if (rc == ST_OK && people.wide != 0)
		v->wide |= UINT64_C(1) << ent->no;
	n = refs_of(&people, person, &ids);
	if (rc == ST_OK && people.wide == 0 && n > 0) {
		sql_init(&s);
		sql_add(&s, "SELECT id FROM volunteer WHERE contact IN (");
		sql_select_ints(&s, ids, n);
		sql_add(&s, ")");
		rc = add_refs(db, ent, &s, v, found, e);
		sql_clear(&s);
	}
	free(ids);
	free(people.ref);
	return rc;
}

enum status
refs_by_words(struct db *db, const struct entity *ent, const char *folded,
    bool whole_first, struct need_value *v, struct err *e)
{
	struct strs words = { 0 };
	const char *rarest;
	int64_t rows;
	enum status rc = ST_OK;
	size_t n = 0;

	if (ent->no == ENT_volunteer) {
		rc = by_person(db, ent, folded, whole_first, v, &n, e);
		/* A namesake who is no volunteer decides nothing. */
		if (rc == ST_OK && n == 0 && whole_first &&
		    (v->wide >> ent->no & 1) == 0)
			rc = by_person(db, ent, folded, false, v, &n, e);
		return rc;
	}
	if (!has_names(ent))
		return ST_OK;
	search_words_of(folded, &words);
	if (whole_first) {
		rc = search_rarest(db, ent, &words, true, WHOLE_PROBE, &rarest,
		    &rows, e);
		if (rc == ST_OK && rows > 0 && rows <= WHOLE_PROBE)
			rc = by_word(db, ent, rarest, folded, true, v, &n, e);
	}
	if (rc == ST_OK && n == 0) {
		int64_t most = words.n > 1 ? WORD_PROBE : LIST_REFS;

		rc = search_rarest(db, ent, &words, false, most, &rarest,
		    &rows, e);
		if (rc == ST_OK && rows > 0) {
			if (rows > most || db->list_walks)
				v->wide |= UINT64_C(1) << ent->no;
			else
				rc = by_word(db, ent, rarest, folded, false, v,
				    &n, e);
		}
	}
	if (n > LIST_REFS)
		v->wide |= UINT64_C(1) << ent->no;
	strs_clear(&words);
	return rc;
}

/* Others without a name have that of what their first field refers to: a claim
 * that of the cluster. There are few of them. */
static enum status
refs_by_title(struct db *db, const struct entity *ent, const char *folded,
    struct need_value *v, struct err *e)
{
	const struct field *f = &ent->fields[0];
	const struct entity *to = f->type == FT_REF ? entity_find(f->ref) :
	    NULL;
	enum status rc;
	struct sql s;
	size_t n;

	if (has_names(ent) || ent->no == ENT_volunteer || to == NULL || !has_names(to))
		return ST_OK;
	sql_init(&s);
	sql_add(&s, "SELECT t.id FROM %s t JOIN %s r ON r.id = t.%s WHERE ",
	    entity_table(ent), entity_table(to), field_col(f));
	words_check(to, "r", folded, &s);
	sql_add(&s, " LIMIT %d", LIST_REFS);
	rc = add_refs(db, ent, &s, v, &n, e);
	sql_clear(&s);
	return rc;
}

/* "school/136578": the entity's id is taken off *TEXT; NULL without one. */
static const struct entity *
take_entity(const char **text)
{
	const char *slash = strchr(*text, '/');
	const struct entity *ent;
	char *name;

	if (slash == NULL)
		return NULL;
	name = xstrndup(*text, (size_t)(slash - *text));
	ent = entity_find(name);
	free(name);
	if (ent != NULL)
		*text = slash + 1;
	return ent;
}

/* What leads to a record that was joined into another leads to both. */
static void
add_joined(struct db *db, struct need_value *v)
{
	for (size_t i = 0, n = v->nref; i < n; i++) {
		const struct entity *ent = entities[v->ref[i].ent];
		int64_t id = v->ref[i].id;

		if (joined_follow(db, ent, &id))
			add_ref(v, ent, id);
	}
}

enum status
find_reference(struct db *db, const struct ref_col *cols, size_t ncols,
    const char *text, struct need_value *v, struct err *e)
{
	const struct entity *only = take_entity(&text);
	enum status rc = ST_OK;
	size_t i;

	for (i = 0; i < ncols && rc == ST_OK; i++)
		if (only == NULL || only == cols[i].ent)
			rc = by_key(db, cols[i].ent, text, v, e);
	for (i = 0; i < ncols && rc == ST_OK && v->nref == 0; i++)
		if (only == NULL || only == cols[i].ent)
			rc = by_code(db, cols[i].ent, text, v, e);
	if (rc == ST_OK)
		add_joined(db, v);
	return rc;
}

enum status
refs_find(struct db *db, const struct ref_col *cols, size_t ncols,
    const char *text, struct need_value *v, struct err *e)
{
	enum status rc = find_reference(db, cols, ncols, text, v, e);
	const struct entity *only = take_entity(&text);
	size_t i;

	if (rc != ST_OK || v->nref > 0) {
		refs_sort(v);
		return rc;
	}
	v->words = utf8_fold(text);
	for (i = 0; i < ncols && rc == ST_OK && *v->words != '\0'; i++)
		if (only == NULL || only == cols[i].ent)
			rc = refs_by_words(db, cols[i].ent, v->words, true, v, e);
	if (rc == ST_OK && ncols == 1 && *v->words != '\0' &&
	    (only == NULL || only == cols[0].ent))
		rc = refs_by_title(db, cols[0].ent, v->words, v, e);
	refs_sort(v);
	return rc;
}
