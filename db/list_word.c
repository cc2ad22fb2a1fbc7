/* list_word.c - bare words of a filter: names, texts, and whom a record is
 * about.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word finds a record when each of its words begins a word of the record's
 * names, or of the names of one whom it is about (an encounter's schools, a
 * role's person), or when, of three letters or more, it stands anywhere in the
 * names or texts of the record itself.
 */
#include "db/list_impl.h"

#include "base/utf8.h"
#include "db/search_words.h"

bool
has_names(const struct entity *ent)
{
	size_t i;

	for (i = 0; i < ent->nfields; i++)
		if (ent->fields[i].flags & FF_NAME)
			return true;
	return false;
}

bool
is_through(const struct field *f)
{
	if (f->type == FT_SET)
		return f->set->shape == SET_REFS;
	return (f->type == FT_REF || f->type == FT_ANY) &&
	    (f->flags & FF_LIST) && !(f->flags & FF_DERIVED);
}

void
word_check(const struct entity *ent, const char *row, const char *word,
    struct sql *out)
{
	const char *or = "";
	size_t i;

	sql_add(out, "(");
	for (i = 0; i < ent->nfields; i++) {
		const struct field *f = &ent->fields[i];

		if (!(f->flags & FF_NAME) && (int)i != ent->key)
			continue;
		if (f->type == FT_SET)
			sql_add(out, "%sEXISTS (SELECT 1 FROM %s n WHERE "
			    "n.%s = %s.id AND instr(words(n.%s), ' ' || ", or,
			    f->set->table, ent->id, row,
			    field_col(&f->set->cols[0]));
		else
			sql_add(out, "%sinstr(words(%s.%s), ' ' || ", or, row,
			    field_col(f));
		sql_text(out, word);
		sql_add(out, f->type == FT_SET ? ") > 0)" : ") > 0");
		or = " OR ";
	}
	sql_add(out, ")");
}

void
words_check(const struct entity *ent, const char *row, const char *words,
    struct sql *out)
{
	struct strs w = { 0 };
	size_t i;

	search_words_of(words, &w);
	sql_add(out, "(1");
	for (i = 0; i < w.n; i++) {
		sql_add(out, " AND ");
		word_check(ent, row, w.v[i], out);
	}
	sql_add(out, ")");
	strs_clear(&w);
}

/* Does the value name a record of one of the columns' entities? */
static bool
names_any(const struct ref_col *cols, size_t n, const struct need_value *v)
{
	size_t i, j;

	for (i = 0; i < n; i++) {
		if ((v->wide >> cols[i].ent->no & 1) != 0)
			return true;
		for (j = 0; j < v->nref; j++)
			if (v->ref[j].ent == cols[i].ent->no)
				return true;
	}
	return false;
}

void
refs_check(const struct entity *ent, const struct field *f,
    const struct need_value *v, struct sql *out)
{
	struct ref_col cols[8];
	size_t n = ref_cols(f, cols, 8), i, j;
	const char *words = v->words != NULL ? v->words : v->text;
	const char *row = "t";

	if (!names_any(cols, n, v)) {
		sql_add(out, "0");
		return;
	}
	if (f->type == FT_SET) {
		row = "m";
		sql_add(out, "EXISTS (SELECT 1 FROM %s m WHERE m.%s = t.id "
		    "AND ", f->set->table, ent->id);
	}
	sql_add(out, "(0");
	for (i = 0; i < n; i++) {
		if ((v->wide >> cols[i].ent->no & 1) != 0) {
			sql_add(out, " OR EXISTS (SELECT 1 FROM %s r WHERE "
			    "r.id = %s.%s AND ", cols[i].ent->id, row,
			    cols[i].col);
			words_check(cols[i].ent, "r", words, out);
			sql_add(out, ")");
		} else {
			const char *open = " OR %s.%s IN (";

			for (j = 0; j < v->nref; j++) {
				if (v->ref[j].ent != cols[i].ent->no)
					continue;
				if (open != NULL)
					sql_add(out, " OR %s.%s IN (", row,
					    cols[i].col);
				else
					sql_add(out, ", ");
				sql_int(out, v->ref[j].id);
				open = NULL;
			}
			sql_add(out, open == NULL ? ")" : "");
		}
	}
	sql_add(out, f->type == FT_SET ? "))" : ")");
}

bool
refs_candidates(const struct entity *ent, const struct field *f,
    const struct need_value *v, struct sql *out)
{
	struct ref_col cols[8];
	size_t n = ref_cols(f, cols, 8), i, j;
	const char *sep = "";
	bool any = false;

	if (v->wide != 0)
		return false;
	for (i = 0; i < n; i++) {
		bool open = false;

		for (j = 0; j < v->nref; j++) {
			if (v->ref[j].ent != cols[i].ent->no)
				continue;
			if (open)
				sql_add(out, ", ");
			else if (f->type == FT_SET)
				sql_add(out, "%sSELECT %s FROM %s WHERE %s IN (",
				    sep, ent->id, f->set->table, cols[i].col);
			else
				sql_add(out, "%sSELECT id FROM %s WHERE %s IN (",
				    sep, ent->id, cols[i].col);
			sql_int(out, v->ref[j].id);
			open = any = true;
		}
		if (open) {
			sql_add(out, ")");
			sep = " UNION ALL ";
		}
	}
	if (!any)
		sql_add(out, "SELECT id FROM %s WHERE id = 0", ent->id);
	return true;
}

void
text_candidates(const struct entity *ent, const char *text, bool names,
    bool texts, struct sql *out)
{
	static const char *const index[] = { "name_tri", "person_name_tri",
	    "text_tri", "person_text_tri" };
	bool used[4] = { false };
	const char *sep = "";
	int64_t first, last;
	char *match;
	size_t i;

	search_doc_range(ent, &first, &last);
	for (i = 0; i < ent->nfields; i++) {
		unsigned flags = ent->fields[i].flags;
		bool person = flags & FF_PERSON;

		if (names && (flags & FF_NAME))
			used[person ? 1 : 0] = true;
		if (texts && (flags & FF_SEARCH))
			used[person ? 3 : 2] = true;
	}
	for (i = 0; i < 4; i++) {
		if (!used[i])
			continue;
		sql_add(out, "%sSELECT d.row FROM %s x CROSS JOIN doc d ON "
		    "d.id = x.rowid WHERE x.%s MATCH ", sep, index[i],
		    index[i]);
		match = search_three_letters(text);
		sql_text(out, match);
		free(match);
		sql_add(out, " AND x.rowid BETWEEN ");
		sql_int(out, first);
		sql_add(out, " AND ");
		sql_int(out, last);
		sep = " UNION ALL ";
	}
	if (*sep == '\0')
		sql_add(out, "SELECT id FROM %s WHERE id = 0", ent->id);
}

/* The record's own names and texts, anywhere. */
static void
own_text_check(const struct entity *ent, const char *text, struct sql *out)
{
	size_t i;

	for (i = 0; i < ent->nfields; i++) {
		const struct field *f = &ent->fields[i];

		if (!(f->flags & (FF_NAME | FF_SEARCH)))
			continue;
		if (f->type == FT_SET)
			sql_add(out, " OR EXISTS (SELECT 1 FROM %s n WHERE "
			    "n.%s = t.id AND instr(fold(n.%s), ",
			    f->set->table, ent->id,
			    field_col(&f->set->cols[0]));
		else	/* most are empty: do not fold those */
			sql_add(out, " OR (t.%s <> '' AND instr(fold(t.%s), ",
			    field_col(f), field_col(f));
		sql_text(out, text);
		sql_add(out, ") > 0)");
	}
}

void
bare_check(const struct entity *ent, const struct need *need, struct sql *out)
{
	size_t v, i;

	sql_add(out, "(0");
	for (v = 0; v < need->nvalue; v++) {
		const struct need_value *value = &need->value[v];

		if (has_names(ent)) {
			sql_add(out, " OR ");
			words_check(ent, "t", value->text, out);
		}
		for (i = 0; i < ent->nfields; i++) {
			if (!is_through(&ent->fields[i]))
				continue;
			sql_add(out, " OR ");
			refs_check(ent, &ent->fields[i], value, out);
		}
		if (utf8_count(value->text) >= 3)
			own_text_check(ent, value->text, out);
	}
	sql_add(out, ")");
}

bool
bare_candidates(const struct entity *ent, const struct need *need,
    struct sql *out)
{
	const char *sep = "";
	size_t v, i;

	for (v = 0; v < need->nvalue; v++) {
		const struct need_value *value = &need->value[v];
		struct strs words = { 0 };
		const char *longest = value->text;

		if (value->wide != 0)
			return false;
		str_words(&words, value->text);
		for (i = 0; i < words.n; i++)
			if (i == 0 || strlen(words.v[i]) > strlen(longest))
				longest = words.v[i];
		if (has_names(ent)) {
			sql_add(out, "%sSELECT row FROM name_word WHERE "
			    "word >= ", sep);
			sql_text(out, longest);
			sql_add(out, " AND word < ");
			search_word_end(out, longest);
			sql_add(out, " AND entity = ");
			sql_text(out, ent->id);
			sep = " UNION ALL ";
		}
		strs_clear(&words);
		if (utf8_count(value->text) >= 3) {
			sql_add(out, "%s", sep);
			text_candidates(ent, value->text, true, true, out);
			sep = " UNION ALL ";
		}
		for (i = 0; i < ent->nfields; i++) {
			if (!is_through(&ent->fields[i]))
				continue;
			sql_add(out, "%s", sep);
			refs_candidates(ent, &ent->fields[i], value, out);
			sep = " UNION ALL ";
		}
	}
	return *sep != '\0';
}
