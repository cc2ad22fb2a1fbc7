/* list_need.c - look up what the terms of a filter name before SQL is made.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/list_impl.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "db/inner.h"
#include "db/search_words.h"

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
		sql_add(&s, "SELECT 1 FROM %s WHERE fold(%s) = ", entity_table(ent),
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

/* A natural key of letters, digits and hyphens, different for each record. A
 * key that is a name too may hold anything. */
bool
is_number(const struct field *f)
{
	return (f->flags & (FF_KEY | FF_CODE | FF_NAME)) == (FF_KEY | FF_CODE);
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
		return (f->flags & FF_SORT) && !is_number(f) ?
		    find_exact(db, entity_table(ent), field_col(f), need, e) : ST_OK;
	if ((rc = search_has_index(db, f->set->table,
	    field_col(&f->set->cols[0]), &known, e)) != ST_OK || !known)
		return rc;
	return find_exact(db, f->set->table, field_col(&f->set->cols[0]),
	    need, e);
}

/* A year group or a cohort, perhaps of some schools only? */
static bool
is_line(const struct need_value *v)
{
	return v->line.group != NULL || v->line.cohort[0] != '\0';
}

/* The records that all values name, for one list of ids. */
static void
join_refs(struct need *need)
{
	struct need_value *all = &need->named;
	size_t i, k, n = 0;

	for (i = 0; i < need->nvalue; i++)
		n += need->value[i].nref;
	all->ref = xreallocarray(NULL, n + 1, sizeof *all->ref);
	for (i = 0; i < need->nvalue; i++)
		for (k = 0; k < need->value[i].nref &&
		    !is_line(&need->value[i]); k++)
			all->ref[all->nref++] = need->value[i].ref[k];
	refs_sort(all);
}

static enum status
make_refs(struct db *db, const struct field *f, struct need *need,
    struct err *e)
{
	struct ref_col cols[LIST_KINDS];
	size_t ncols = ref_cols(f, cols, LIST_KINDS), i;
	const char *all = need->term->all;
	enum status rc = ST_OK;

	if (all != NULL) {
		struct need_value v = { .text = all };
		bool whole = false;

		for (i = 0; i < ncols && rc == ST_OK; i++) {
			char *folded = utf8_fold(all);

			rc = refs_by_words(db, cols[i].ent, folded, true, &v, e);
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
		struct need_value *v = &need->value[i];
		const char *text = v->text;

		if (filter_kind(f) == FK_YEARS) {
			filter_line(f, text, &v->line);
			text = v->line.school;
		}
		if (*text == '\0' && v->line.group != NULL)
			strs_add(&need->exact, v->line.group);
		else if (*text != '\0')
			rc = refs_find(db, cols, ncols, text, v, e);
	}
	join_refs(need);
	return rc;
}

static int
cmp_id(const void *va, const void *vb)
{
	const int64_t *a = va, *b = vb;

	return *a < *b ? -1 : *a > *b;
}

/* The records that may hold a text of three letters or more. */
static enum status
find_texts(struct db *db, const struct entity *ent, struct need_value *v,
    struct err *e)
{
	struct sql s;
	struct stmt *st;
	enum status rc;
	size_t n = 0, i;
	bool more;

	v->text_wide = db->list_walks;
	if (v->text_wide || utf8_count(v->text) < 3)
		return ST_OK;
	sql_init(&s);
	sql_add(&s, "SELECT * FROM (");
	text_candidates(ent, v->text, true, true, &s);
	sql_add(&s, ") LIMIT %d", LIST_TEXTS + 1);
	v->held = xreallocarray(NULL, LIST_TEXTS + 1, sizeof *v->held);
	if ((rc = sql_prepare(db, &s, &st, e)) == ST_OK)
		while ((rc = db_step(st, &more, e)) == ST_OK && more)
			v->held[v->nheld++] = db_int(st, 0);
	sql_clear(&s);
	v->text_wide = v->nheld > LIST_TEXTS;
	qsort(v->held, v->nheld, sizeof *v->held, cmp_id);
	for (i = 0; i < v->nheld; i++)
		if (n == 0 || v->held[n - 1] != v->held[i])
			v->held[n++] = v->held[i];
	v->nheld = n;
	return rc;
}

/* A bare word: the records it is a name of, or may be found through, and those
 * whose texts may hold it. */
static enum status
make_word(struct db *db, const struct entity *ent, struct need *need,
    struct err *e)
{
	struct ref_col cols[LIST_KINDS];
	enum status rc = ST_OK;
	size_t i, j, v, n;

	need_values(need, NULL);
	for (v = 0; v < need->nvalue && rc == ST_OK; v++) {
		struct need_value *value = &need->value[v];

		rc = refs_by_words(db, ent, value->text, false, value, e);
		for (i = 0; i < ent->nfields; i++) {
			if (!is_through(&ent->fields[i]))
				continue;
			n = ref_cols(&ent->fields[i], cols, LIST_KINDS);
			for (j = 0; j < n && rc == ST_OK; j++)
				rc = refs_by_words(db, cols[j].ent,
				    value->text, false, value, e);
		}
		refs_sort(value);
		kinds_find(ent, value->text, &value->kinds);
		if (rc == ST_OK)
			rc = find_texts(db, ent, value, e);
	}
	return rc;
}

enum status
needs_make(struct db *db, const struct filter *f, int today,
    struct need **out, size_t *n, struct err *e)
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
			rc = needs_make(db, t->sub, today, &needs[i].sub,
			    &needs[i].nsub, e);
		} else if (t->op == OP_MINE || t->op == OP_OTHERS) {
			rc = mine_find(db, today, &needs[i], e);
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
			free(needs[i].value[v].held);
			free(needs[i].value[v].words);
			free(needs[i].value[v].line.school);
			strs_clear(&needs[i].value[v].kinds);
		}
		free(needs[i].value);
		free(needs[i].named.ref);
		strs_clear(&needs[i].exact);
		needs_free(needs[i].sub, needs[i].nsub);
	}
	free(needs);
}
