/* list_term.c - a term of a filter as a condition on row t: one fixed fragment
 * a (kind of field, operator).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/list_impl.h"

#include "base/mem.h"
#include "base/utf8.h"

const char *
term_sign(enum filter_op op)
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

bool
term_empty_is_text(const struct field *f)
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
	    f->set->table, entity_table(ent));
}

static void
empty_check(const struct entity *ent, const struct field *f, int today,
    struct sql *out)
{
	struct ref_col cols[LIST_KINDS];
	size_t n, i;

	if (f->type == FT_SET) {
		sql_add(out, "NOT EXISTS (SELECT 1 FROM %s m WHERE m.%s = t.id)",
		    f->set->table, entity_table(ent));
	} else if (f->type == FT_ANY) {
		n = ref_cols(f, cols, LIST_KINDS);
		sql_add(out, "(1");
		for (i = 0; i < n; i++)
			sql_add(out, " AND t.%s IS NULL", cols[i].col);
		sql_add(out, ")");
	} else if (f->flags & FF_DERIVED) {
		sql_add(out, "ifnull(");
		value_expr(ent, f, today, out);
		sql_add(out, ", '') = ''");
	} else {
		sql_add(out, term_empty_is_text(f) ? "t.%s = ''" : "t.%s IS NULL",
		    field_col(f));
	}
}

/* The names that a derived text joins: any of them. */
static void
joined_check(const char *expr, const char *value, struct sql *out)
{
	sql_add(out, "joins(%s, ", expr);
	sql_text(out, value);
	sql_add(out, ")");
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

void
term_exact(const char *expr, const struct strs *v, struct sql *out)
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
		term_exact(expr, &need->exact, out);
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
		} else if (f->type == FT_TEXT && (f->flags & FF_DERIVED)) {
			joined_check(expr, value, out);
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
		    term_sign(op));
		sql_text(out, need->value[i].text);
		sql_add(out, " AS NUMERIC)");
	}
	sql_add(out, ")");
}

/* One line that is of the school and of the group or cohort. */
static void
line_check(const struct entity *ent, const struct field *f,
    const struct need_value *v, struct sql *out)
{
	const char *group = field_col(&f->set->cols[1]);

	sql_add(out, " OR ");
	open_set(ent, f, out);
	if (v->line.group != NULL) {
		sql_add(out, "m.%s = ", group);
		sql_text(out, v->line.group);
	} else {
		sql_add(out, "cohort(t.%s, m.%s) = ",
		    field_col(&ent->fields[ent->main_date]), group);
		sql_text(out, v->line.cohort);
	}
	sql_add(out, ")");
	if (*v->line.school != '\0') {
		sql_add(out, " AND ");
		refs_match(f, "m", v, out);
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
		term_exact(col, &need->exact, out);
		sql_add(out, "))");
		free(col);
	}
	sql_add(out, " OR ");
	refs_check(ent, f, &need->named, out);
	for (i = 0; i < need->nvalue; i++) {
		const struct need_value *v = &need->value[i];

		if (v->line.cohort[0] != '\0' ||
		    (v->line.group != NULL && *v->line.school != '\0')) {
			line_check(ent, f, v, out);
		} else if (v->wide != 0) {
			sql_add(out, " OR ");
			refs_check(ent, f, v, out);
		}
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
			term_exact(expr.text.p, &need->term->values, out);
		} else {
			if (term_empty_is_text(f))
				sql_add(out, "%s <> '' AND ", expr.text.p);
			sql_add(out, "%s %s ", expr.text.p, term_sign(op));
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
		refs_check(ent, f, &need->named, out);
		for (i = 0; i < need->nvalue; i++) {
			if (need->value[i].wide == 0)
				continue;
			sql_add(out, " OR ");
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
	case OP_MINE:
		mine_check(ent, need, today, out);
		break;
	case OP_OTHERS:
		others_check(need, out);
		break;
	default:
		column_check(ent, &ent->fields[t->field], need, today, out);
		break;
	}
	sql_add(out, t->not ? ") IS NOT TRUE" : "");
}
