/* list_cand.c - the ids that may fit a term, where an index leads to them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * More than fit is allowed: the term's own check is made of each.
 */
#include "db/list_impl.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "db/search_words.h"

enum { MANY = 100 };	/* values each of which asks an index; SQLite joins at
			 * most 500 selects */

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

static void
key_select(const struct entity *ent, const struct field *f, const char *key,
    bool star, struct sql *out)
{
	sql_add(out, "SELECT id FROM %s WHERE %s %s ", entity_table(ent), field_col(f),
	    star ? ">=" : "=");
	sql_text(out, key);
	if (star) {
		sql_add(out, " AND %s < ", field_col(f));
		search_word_end(out, key);
	}
}

/* A natural key: folding took case off it, made blanks of its hyphens and
 * perhaps a saint of "st". */
static bool
key_candidates(const struct entity *ent, const struct field *f,
    const struct need *need, struct sql *out)
{
	size_t i;

	for (i = 0; i < need->nvalue; i++) {
		char *key = xstrdup(need->value[i].text), *p;
		size_t n = strlen(key);
		bool star = n > 0 && key[n - 1] == '*';

		if (star)
			key[n - 1] = '\0';
		for (p = key; *p != '\0'; p++)
			if (*p == ' ')
				*p = '-';
		sql_add(out, "%s", i > 0 ? " UNION ALL " : "");
		key_select(ent, f, key, star, out);
		while ((p = strstr(key, "saint")) != NULL) {
			p[1] = 't';
			memmove(p + 2, p + 5, strlen(p + 5) + 1);
			sql_add(out, " UNION ALL ");
			key_select(ent, f, key, star, out);
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
		sql_add(out, "SELECT %s FROM %s WHERE ", entity_table(ent),
		    f->set->table);
		term_exact(field_col(&f->set->cols[0]), &need->exact, out);
		return true;
	}
	if (is_number(f) && (f->flags & FF_SORT))
		return key_candidates(ent, f, need, out);
	if (f->flags & FF_NAME) {
		name_candidates(ent, need, out);
		return need->nvalue > 0;
	}
	if (f->type == FT_SET || (f->flags & FF_DERIVED))
		return false;
	if (!need->is_exact)
		return false;
	sql_add(out, "SELECT id FROM %s WHERE ", entity_table(ent));
	term_exact(field_col(f), &need->exact, out);
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
		for (i = 0; i < need->nvalue; i++)
			if (need->value[i].wide != 0)
				return false;
		return refs_candidates(ent, f, &need->named, out);
	case FK_CONTAINS:
		return contains_candidates(ent, f, need, out);
	case FK_CODE:
		return code_candidates(ent, f, need, out);
	case FK_EXACT:
		if (f->type == FT_SET && need->is_exact)
			sql_add(out, "SELECT %s FROM %s WHERE ", entity_table(ent),
			    f->set->table);
		else if ((f->flags & FF_SORT) && !(f->flags & FF_DERIVED))
			sql_add(out, "SELECT id FROM %s WHERE ", entity_table(ent));
		else
			return false;
		term_exact(field_col(f->type == FT_SET ? &f->set->cols[0] : f),
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

	if (t->not || (need->nvalue > MANY && f != NULL &&
	    filter_kind(f) != FK_REF && filter_kind(f) != FK_EXACT))
		return false;
	switch (t->op) {
	case OP_WORD:
		return bare_candidates(ent, need, out);
	case OP_EQ:
		return equal_candidates(ent, need, out);
	case OP_MINE:
		return mine_candidates(ent, need, out);
	case OP_EMPTY:
		if (!(f->flags & FF_SORT) || (f->flags & FF_DERIVED))
			return false;
		sql_add(out, "SELECT id FROM %s WHERE %s %s", entity_table(ent),
		    field_col(f), term_empty_is_text(f) ? "= ''" : "IS NULL");
		return true;
	case OP_LT:
	case OP_LE:
	case OP_GT:
	case OP_GE:
		if (!(f->flags & FF_SORT) || (f->flags & FF_DERIVED))
			return false;
		sql_add(out, "SELECT id FROM %s WHERE %s %s ", entity_table(ent),
		    field_col(f), term_sign(t->op));
		sql_text(out, need->value[0].text);
		return true;
	default:
		return false;
	}
}
