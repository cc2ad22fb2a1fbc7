/* list_term.c - a term of a filter as a condition on row t, and as the ids an
 * index finds for it: one fixed fragment a (kind of field, operator).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/list_impl.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "db/search_words.h"

static const char *
compare_sign(enum filter_op op)
{
	switch (op) {
	case OP_LT:
		return "<";
	case OP_LE:
		return "<=";
	case OP_GT:
		return ">";
	case OP_GE:
		return ">=";
	default:
		return "=";
	}
}

/* The value of field F of row t. */
static void
value_expr(const struct entity *ent, const struct field *f, int today,
    struct sql *out)
{
	if (f->flags & FF_DERIVED)
		derived_expr(ent, f, today, out);
	else
		sql_add(out, "t.%s", field_col(f));
}

static bool
empty_is_text(const struct field *f)
{
	switch (f->type) {
	case FT_INT:
	case FT_NUM:
	case FT_DATE:
	case FT_REF:
	case FT_ANY:
		return false;
	default:
		return true;
	}
}

/* "EXISTS (SELECT 1 FROM table m WHERE m.owner = t.id AND (" */
static void
open_set(const struct entity *ent, const struct field *f, struct sql *out)
{
	sql_add(out, "EXISTS (SELECT 1 FROM %s m WHERE m.%s = t.id AND (",
	    f->set->table, ent->id);
}

static void
empty_check(const struct entity *ent, const struct field *f, int today,
    struct sql *out)
{
	struct ref_col cols[8];
	size_t n, i;

	if (f->type == FT_SET) {
		sql_add(out, "NOT EXISTS (SELECT 1 FROM %s m WHERE m.%s = t.id)",
		    f->set->table, ent->id);
	} else if (f->type == FT_ANY) {
		n = ref_cols(f, cols, 8);
		sql_add(out, "(1");
		for (i = 0; i < n; i++)
			sql_add(out, " AND t.%s IS NULL", cols[i].col);
		sql_add(out, ")");
	} else if (f->flags & FF_DERIVED) {
		sql_add(out, "ifnull(");
		value_expr(ent, f, today, out);
		sql_add(out, ", '') = ''");
	} else {
		sql_add(out, empty_is_text(f) ? "t.%s = ''" : "t.%s IS NULL",
		    field_col(f));
	}
}

/* EXPR compared with one folded value, a beginning when '*' ends it. */
static void
code_check(const char *expr, const char *value, struct sql *out)
{
	size_t n = strlen(value);

	if (n > 0 && value[n - 1] == '*') {
		char *start = xstrndup(value, n - 1);

		sql_add(out, "instr('|' || fold(%s), '|' || ", expr);
		sql_text(out, start);
		sql_add(out, ") = 1");
		free(start);
	} else {
		sql_add(out, "fold(%s) = ", expr);
		sql_text(out, value);
	}
}

static void
exact_list(const char *expr, const struct strs *v, struct sql *out)
{
	size_t i;

	sql_add(out, v->n > 0 ? "%s IN (" : "%s IN (NULL", expr);
	for (i = 0; i < v->n; i++) {
		if (i > 0)
			sql_add(out, ", ");
		sql_text(out, v->v[i]);
	}
	sql_add(out, ")");
}

static void
text_check(const struct field *f, const char *expr, const struct need *need,
    struct sql *out)
{
	enum filter_kind kind = filter_kind(f);
	size_t i;

	if (kind == FK_CODE && need->is_exact) {
		exact_list(expr, &need->exact, out);
		return;
	}
	sql_add(out, "(");
	for (i = 0; i < need->nvalue; i++) {
		const char *value = need->value[i].text;

		if (i > 0)
			sql_add(out, " OR ");
		if (kind == FK_CONTAINS) {
			sql_add(out, "instr(fold(%s), ", expr);
			sql_text(out, value);
			sql_add(out, ") > 0");
		} else {
			code_check(expr, value, out);
		}
	}
	sql_add(out, ")");
}

static void
number_check(const char *expr, enum filter_op op, const struct need *need,
    struct sql *out)
{
	size_t i;

	sql_add(out, "(");
	for (i = 0; i < need->nvalue; i++) {
		sql_add(out, "%s%s %s CAST(", i > 0 ? " OR " : "", expr,
		    compare_sign(op));
		sql_text(out, need->value[i].text);
		sql_add(out, " AS NUMERIC)");
	}
	sql_add(out, ")");
}

static void
years_check(const struct entity *ent, const struct field *f,
    const struct need *need, struct sql *out)
{
	size_t i;

	sql_add(out, "(0");
	if (need->exact.n > 0) {
		char *col = xasprintf("m.%s", field_col(&f->set->cols[1]));

		sql_add(out, " OR ");
		open_set(ent, f, out);
		exact_list(col, &need->exact, out);
		sql_add(out, "))");
		free(col);
	}
	for (i = 0; i < need->nvalue; i++) {
		sql_add(out, " OR ");
		refs_check(ent, f, &need->value[i], out);
	}
	sql_add(out, ")");
}

static void
map_check(const struct entity *ent, const struct field *f,
    const struct need *need, struct sql *out)
{
	size_t i;

	open_set(ent, f, out);
	for (i = 0; i < need->nvalue; i++) {
		if (i > 0)
			sql_add(out, " OR ");
		if (str_eq(need->value[i].text, "differs"))
			sql_add(out, "1");
		else
			code_check(field_col(&f->set->cols[0]),
			    need->value[i].text, out);
	}
	sql_add(out, "))");
}

/* A column of a set, or of the row itself. */
static void
column_check(const struct entity *ent, const struct field *f,
    const struct need *need, int today, struct sql *out)
{
	enum filter_op op = need->term->op;
	bool set = f->type == FT_SET;
	size_t col = set && f->set->shape == SET_COUNTS ? 1 : 0;
	struct sql expr;

	if (set)
		open_set(ent, f, out);
	sql_init(&expr);
	if (set)
		sql_add(&expr, "m.%s", field_col(&f->set->cols[col]));
	else
		value_expr(ent, f, today, &expr);
	/* A derived expression holds values: it is named once. */
	if (expr.n > 0) {
		sql_add(out, "EXISTS (SELECT 1 FROM (SELECT ");
		sql_join(out, &expr);
		sql_add(out, " AS x) d WHERE ");
		sql_reset(&expr);
		sql_add(&expr, "d.x");
	}
	switch (filter_kind(f)) {
	case FK_NUMBER:
		number_check(expr.text.p, op, need, out);
		break;
	case FK_EXACT:
		if (op == OP_EQ) {
			exact_list(expr.text.p, &need->term->values, out);
		} else {
			if (empty_is_text(f))
				sql_add(out, "%s <> '' AND ", expr.text.p);
			sql_add(out, "%s %s ", expr.text.p, compare_sign(op));
			sql_text(out, need->value[0].text);
		}
		break;
	default:
		text_check(f, expr.text.p, need, out);
		break;
	}
	if (str_eq(expr.text.p, "d.x"))
		sql_add(out, ")");
	if (set)
		sql_add(out, "))");
	sql_clear(&expr);
}

static void
equal_check(const struct entity *ent, const struct need *need, int today,
    struct sql *out)
{
	const struct field *f = &ent->fields[need->term->field];
	size_t i;

	switch (filter_kind(f)) {
	case FK_REF:
		sql_add(out, "(");
		for (i = 0; i < need->nvalue; i++) {
			sql_add(out, "%s", i > 0 ? " OR " : "");
			refs_check(ent, f, &need->value[i], out);
		}
		sql_add(out, ")");
		break;
	case FK_YEARS:
		years_check(ent, f, need, out);
		break;
	case FK_MAP:
		map_check(ent, f, need, out);
		break;
	default:
		column_check(ent, f, need, today, out);
		break;
	}
}

void
need_check(const struct entity *ent, const struct need *need, int today,
    struct sql *out)
{
	const struct filter_term *t = need->term;
	size_t i;

	sql_add(out, t->not ? "(" : "");
	switch (t->op) {
	case OP_WORD:
		bare_check(ent, need, out);
		break;
	case OP_EMPTY:
		empty_check(ent, &ent->fields[t->field], today, out);
		break;
	case OP_IS:
		sql_add(out, "(1");
		for (i = 0; i < need->nsub; i++) {
			sql_add(out, " AND ");
			need_check(ent, &need->sub[i], today, out);
		}
		sql_add(out, ")");
		break;
	case OP_EQ:
		equal_check(ent, need, today, out);
		break;
	default:
		column_check(ent, &ent->fields[t->field], need, today, out);
		break;
	}
	sql_add(out, t->not ? ") IS NOT TRUE" : "");
}

/* Texts: rows in which the three-letter index knows each value. */
static bool
contains_candidates(const struct entity *ent, const struct field *f,
    const struct need *need, struct sql *out)
{
	bool name = f->flags & FF_NAME, text = f->flags & FF_SEARCH;
	size_t i;

	if (!name && !text)
		return false;
	for (i = 0; i < need->nvalue; i++)
		if (utf8_count(need->value[i].text) < 3)
			return false;
	for (i = 0; i < need->nvalue; i++) {
		if (i > 0)
			sql_add(out, " UNION ALL ");
		text_candidates(ent, need->value[i].text, name, text, out);
	}
	return true;
}

/* A natural key: folding only takes case off it. */
static bool
key_candidates(const struct entity *ent, const struct field *f,
    const struct need *need, struct sql *out)
{
	size_t i;

	for (i = 0; i < need->nvalue; i++) {
		const char *value = need->value[i].text;
		char *key = xstrdup(value), *p;
		size_t n = strlen(key);
		bool star = n > 0 && key[n - 1] == '*';

		if (star)
			key[n - 1] = '\0';
		for (p = key; *p != '\0'; p++)
			if (*p == ' ')
				*p = '-';
		if (i > 0)
			sql_add(out, " UNION ALL ");
		sql_add(out, "SELECT id FROM %s WHERE %s %s ", ent->id,
		    field_col(f), star ? ">=" : "=");
		sql_text(out, key);
		if (star) {
			sql_add(out, " AND %s < ", field_col(f));
			search_word_end(out, key);
		}
		free(key);
	}
	return need->nvalue > 0;
}

/* Rows with the longest word of each value among their names. */
static void
name_candidates(const struct entity *ent, const struct need *need,
    struct sql *out)
{
	size_t v, i;

	for (v = 0; v < need->nvalue; v++) {
		struct strs words = { 0 };
		size_t longest = 0;

		str_words(&words, need->value[v].text);
		for (i = 0; i < words.n; i++) {
			char *star = strchr(words.v[i], '*');

			if (star != NULL)
				*star = '\0';
			if (strlen(words.v[i]) > strlen(words.v[longest]))
				longest = i;
		}
		sql_add(out, "%sSELECT w.row FROM name_word w WHERE ",
		    v > 0 ? " UNION ALL " : "");
		search_word_rows(ent, words.v[longest], false, out);
		strs_clear(&words);
	}
}

static bool
code_candidates(const struct entity *ent, const struct field *f,
    const struct need *need, struct sql *out)
{
	if (f->type == FT_SET && need->is_exact && f->set->shape == SET_WORDS) {
		sql_add(out, "SELECT %s FROM %s WHERE ", ent->id,
		    f->set->table);
		exact_list(field_col(&f->set->cols[0]), &need->exact, out);
		return true;
	}
	if ((f->flags & FF_KEY) && (f->flags & FF_SORT))
		return key_candidates(ent, f, need, out);
	if (f->flags & FF_NAME) {
		name_candidates(ent, need, out);
		return need->nvalue > 0;
	}
	if (f->type == FT_SET || (f->flags & FF_DERIVED))
		return false;
	if (!need->is_exact)
		return false;
	sql_add(out, "SELECT id FROM %s WHERE ", ent->id);
	exact_list(field_col(f), &need->exact, out);
	return true;
}

static bool
equal_candidates(const struct entity *ent, const struct need *need,
    struct sql *out)
{
	const struct field *f = &ent->fields[need->term->field];
	size_t i;

	switch (filter_kind(f)) {
	case FK_REF:
		for (i = 0; i < need->nvalue; i++) {
			if (i > 0)
				sql_add(out, " UNION ALL ");
			if (!refs_candidates(ent, f, &need->value[i], out))
				return false;
		}
		return need->nvalue > 0;
	case FK_CONTAINS:
		return contains_candidates(ent, f, need, out);
	case FK_CODE:
		return code_candidates(ent, f, need, out);
	case FK_EXACT:
		if (f->type == FT_SET && need->is_exact)
			sql_add(out, "SELECT %s FROM %s WHERE ", ent->id,
			    f->set->table);
		else if ((f->flags & FF_SORT) && !(f->flags & FF_DERIVED))
			sql_add(out, "SELECT id FROM %s WHERE ", ent->id);
		else
			return false;
		exact_list(field_col(f->type == FT_SET ? &f->set->cols[0] : f),
		    &need->term->values, out);
		return true;
	default:
		return false;
	}
}

bool
need_candidates(const struct entity *ent, const struct need *need,
    struct sql *out)
{
	const struct filter_term *t = need->term;
	const struct field *f = t->field >= 0 ? &ent->fields[t->field] : NULL;

	if (t->not)
		return false;
	switch (t->op) {
	case OP_WORD:
		return bare_candidates(ent, need, out);
	case OP_EQ:
		return equal_candidates(ent, need, out);
	case OP_EMPTY:
		if (!(f->flags & FF_SORT) || (f->flags & FF_DERIVED))
			return false;
		sql_add(out, "SELECT id FROM %s WHERE %s %s", ent->id,
		    field_col(f), empty_is_text(f) ? "= ''" : "IS NULL");
		return true;
	case OP_LT:
	case OP_LE:
	case OP_GT:
	case OP_GE:
		if (!(f->flags & FF_SORT) || (f->flags & FF_DERIVED))
			return false;
		sql_add(out, "SELECT id FROM %s WHERE %s %s ", ent->id,
		    field_col(f), compare_sign(t->op));
		sql_text(out, need->value[0].text);
		return true;
	default:
		return false;
	}
}
