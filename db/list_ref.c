/* list_ref.c - what the values of a filter name: records, stored codes.
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
#include "db/search_words.h"
#include "model/id.h"

enum {				/* rows of a word looked through … */
	WORD_PROBE = 2000,	/* … for the other words */
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
	size_t i;

	for (i = 0; i < v->nref; i++)
		if (v->ref[i].id == id && v->ref[i].ent == ent->no)
			return;
	v->ref = xreallocarray(v->ref, v->nref + 1, sizeof *v->ref);
	v->ref[v->nref++] = (struct ref){ ent->no, id };
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

	if (ent->key < 0)
		return ST_OK;
	sql_init(&s);
	sql_add(&s, "SELECT id FROM %s WHERE %s = ", ent->id,
	    field_col(&ent->fields[ent->key]));
	sql_text(&s, key);
	sql_add(&s, " LIMIT %d", LIST_REFS);
	rc = add_refs(db, ent, &s, v, &n, e);
	sql_clear(&s);
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
	sql_add(&s, "SELECT id FROM %s WHERE id = ", ent->id);
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
	sql_add(&s, " AND EXISTS (SELECT 1 FROM %s r WHERE r.id = w.row AND ",
	    ent->id);
	if (whole)
		search_name_check(ent, "r", folded, &s);
	else
		words_check(ent, "r", folded, &s);
	sql_add(&s, ") LIMIT %d", LIST_REFS + 1);
	rc = add_refs(db, ent, &s, v, n, e);
	sql_clear(&s);
	return rc;
}

/* The whole name first: it alone is meant when there is one. */
static enum status
by_words(struct db *db, const struct entity *ent, const char *folded,
    bool whole_first, struct need_value *v, struct err *e)
{
	struct strs words = { 0 };
	const char *rarest;
	int64_t rows;
	enum status rc = ST_OK;
	size_t n = 0;

	if (!has_names(ent))
		return ST_OK;
	str_words(&words, folded);
	if (whole_first) {
		rc = search_rarest(db, ent, &words, true, WHOLE_PROBE, &rarest,
		    &rows, e);
		if (rc == ST_OK && rows > 0 && rows <= WHOLE_PROBE)
			rc = by_word(db, ent, rarest, folded, true, v, &n, e);
	}
	if (rc == ST_OK && n == 0) {
		rc = search_rarest(db, ent, &words, false, WORD_PROBE, &rarest,
		    &rows, e);
		if (rc == ST_OK && rows > 0) {
			if (rows > WORD_PROBE || db->list_walks)
				v->wide |= 1u << ent->no;
			else
				rc = by_word(db, ent, rarest, folded, false, v,
				    &n, e);
		}
	}
	if (n > LIST_REFS)
		v->wide |= 1u << ent->no;
	strs_clear(&words);
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
	return rc;
}

/* Find the records among COLS that TEXT names. */
static enum status
find_refs(struct db *db, const struct ref_col *cols, size_t ncols,
    const char *text, struct need_value *v, struct err *e)
{
	enum status rc = find_reference(db, cols, ncols, text, v, e);
	const struct entity *only = take_entity(&text);
	size_t i;

	if (rc != ST_OK || v->nref > 0)
		return rc;
	v->words = utf8_fold(text);
	for (i = 0; i < ncols && rc == ST_OK && *v->words != '\0'; i++)
		if (only == NULL || only == cols[i].ent)
			rc = by_words(db, cols[i].ent, v->words, true, v, e);
	return rc;
}

/* The stored values of a column that fit, when few are different: one seek
 * each, and then the index finds their rows. */
static enum status
find_exact(struct db *db, const char *table, const char *col,
    struct need *need, struct err *e)
{
	struct sql s;
	struct stmt *st;
	enum status rc;
	size_t seen = 0, i;
	bool more;

	sql_init(&s);
	sql_add(&s, "WITH RECURSIVE v(x) AS (SELECT min(%s) FROM %s "
	    "UNION ALL SELECT (SELECT min(%s) FROM %s WHERE %s > x) FROM v "
	    "WHERE x IS NOT NULL LIMIT %d) SELECT x, fold(x) FROM v "
	    "WHERE x IS NOT NULL", col, table, col, table, col,
	    LIST_DISTINCT + 1);
	if ((rc = sql_prepare(db, &s, &st, e)) == ST_OK)
		while ((rc = db_step(st, &more, e)) == ST_OK && more) {
			const char *folded = db_text(st, 1);

			seen++;
			for (i = 0; i < need->nvalue; i++)
				if (search_code_fits(folded,
				    need->value[i].text))
					break;
			if (i < need->nvalue)
				strs_add(&need->exact, db_text(st, 0));
		}
	sql_clear(&s);
	need->is_exact = rc == ST_OK && seen <= LIST_DISTINCT;
	return rc;
}

/* Does any record hold exactly the text with its commas? */
static enum status
code_exists(struct db *db, const struct entity *ent, const struct field *f,
    const char *text, bool *out, struct err *e)
{
	struct sql s;
	int64_t n;
	enum status rc;

	sql_init(&s);
	if (f->type == FT_SET)
		sql_add(&s, "SELECT 1 FROM %s WHERE fold(%s) = ",
		    f->set->table, field_col(&f->set->cols[0]));
	else
		sql_add(&s, "SELECT 1 FROM %s WHERE fold(%s) = ", ent->id,
		    field_col(f));
	sql_text(&s, text);
	sql_add(&s, " LIMIT 1");
	rc = sql_get_int(db, &s, 0, &n, e);
	sql_clear(&s);
	if (rc == ST_OK)
		*out = n != 0;
	return rc;
}

static void
need_values(struct need *need, const char *all)
{
	const struct strs *v = &need->term->values;
	size_t i;

	need->nvalue = all != NULL ? 1 : v->n;
	need->value = xcalloc(need->nvalue + 1, sizeof *need->value);
	for (i = 0; i < need->nvalue; i++)
		need->value[i].text = all != NULL ? all : v->v[i];
}

static enum status
make_code(struct db *db, const struct entity *ent, const struct field *f,
    struct need *need, struct err *e)
{
	const char *all = need->term->all;
	enum status rc;
	bool whole = false, known = false;

	if (all != NULL && !(f->flags & FF_DERIVED) &&
	    (rc = code_exists(db, ent, f, all, &whole, e)) != ST_OK)
		return rc;
	need_values(need, whole ? all : NULL);
	if (f->type != FT_SET)
		return (f->flags & FF_SORT) && !(f->flags & FF_KEY) ?
		    find_exact(db, ent->id, field_col(f), need, e) : ST_OK;
	if ((rc = search_has_index(db, f->set->table,
	    field_col(&f->set->cols[0]), &known, e)) != ST_OK || !known)
		return rc;
	return find_exact(db, f->set->table, field_col(&f->set->cols[0]),
	    need, e);
}

static enum status
make_refs(struct db *db, const struct field *f, struct need *need,
    struct err *e)
{
	struct ref_col cols[8];
	size_t ncols = ref_cols(f, cols, 8), i;
	const char *all = need->term->all;
	enum status rc = ST_OK;

	if (all != NULL) {
		struct need_value v = { .text = all };
		bool whole = false;

		for (i = 0; i < ncols && rc == ST_OK; i++) {
			char *folded = utf8_fold(all);

			rc = by_words(db, cols[i].ent, folded, true, &v, e);
			free(folded);
		}
		if (rc == ST_OK)
			rc = search_any_named(db, v.ref, v.nref, all, &whole,
			    e);
		free(v.ref);
		if (rc != ST_OK)
			return rc;
		need_values(need, whole ? all : NULL);
	} else {
		need_values(need, NULL);
	}
	for (i = 0; i < need->nvalue && rc == ST_OK; i++) {
		const struct choice *group = NULL;

		if (filter_kind(f) == FK_YEARS)
			group = field_choice(&f->set->cols[1],
			    need->value[i].text);
		if (group != NULL)
			strs_add(&need->exact, group->word);
		else
			rc = find_refs(db, cols, ncols, need->value[i].text,
			    &need->value[i], e);
	}
	return rc;
}

/* A bare word: the records it may be found through. */
static enum status
make_word(struct db *db, const struct entity *ent, struct need *need,
    struct err *e)
{
	struct ref_col cols[8];
	enum status rc = ST_OK;
	size_t i, j, v, n;

	need_values(need, NULL);
	for (v = 0; v < need->nvalue; v++)
		for (i = 0; i < ent->nfields; i++) {
			if (!is_through(&ent->fields[i]))
				continue;
			n = ref_cols(&ent->fields[i], cols, 8);
			for (j = 0; j < n && rc == ST_OK; j++)
				rc = by_words(db, cols[j].ent,
				    need->value[v].text, false,
				    &need->value[v], e);
		}
	return rc;
}

enum status
needs_make(struct db *db, const struct filter *f, struct need **out, size_t *n,
    struct err *e)
{
	size_t count = f != NULL ? f->n : 0, i;
	struct need *needs = xcalloc(count + 1, sizeof *needs);
	enum status rc = ST_OK;

	for (i = 0; i < count && rc == ST_OK; i++) {
		const struct filter_term *t = &f->t[i];
		const struct field *fd = t->field >= 0 ?
		    &f->ent->fields[t->field] : NULL;

		needs[i].term = t;
		if (t->op == OP_IS) {
			rc = needs_make(db, t->sub, &needs[i].sub,
			    &needs[i].nsub, e);
		} else if (t->op == OP_WORD) {
			rc = make_word(db, f->ent, &needs[i], e);
		} else if (t->op == OP_EQ && (filter_kind(fd) == FK_REF ||
		    filter_kind(fd) == FK_YEARS)) {
			rc = make_refs(db, fd, &needs[i], e);
		} else if (t->op == OP_EQ && filter_kind(fd) == FK_CODE) {
			rc = make_code(db, f->ent, fd, &needs[i], e);
		} else {
			need_values(&needs[i], NULL);
			if (t->op == OP_EQ && fd->type == FT_SET)
				rc = search_has_index(db, fd->set->table,
				    field_col(&fd->set->cols[0]),
				    &needs[i].is_exact, e);
		}
	}
	if (rc != ST_OK) {
		needs_free(needs, count);
		return rc;
	}
	*out = needs;
	*n = count;
	return ST_OK;
}

void
needs_free(struct need *needs, size_t n)
{
	size_t i, v;

	for (i = 0; needs != NULL && i < n; i++) {
		for (v = 0; v < needs[i].nvalue; v++) {
			free(needs[i].value[v].ref);
			free(needs[i].value[v].words);
		}
		free(needs[i].value);
		strs_clear(&needs[i].exact);
		needs_free(needs[i].sub, needs[i].nsub);
	}
	free(needs);
}
