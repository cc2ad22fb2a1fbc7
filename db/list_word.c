/* list_word.c - bare words of a filter: names, texts, and whom a record is
 * about.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word finds a record when each of its words begins a word of the record's
 * names, or of what it is (an encounter's type), or of the names of one whom it
 * is about (an encounter's schools, a role's person), or when, of three letters
 * or more, it stands anywhere in the names or texts of the record itself.
 */
#include "db/list_impl.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "db/search_words.h"

enum { FEW = 20 };		/* ids written into a statement itself */

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
	if (ent->no == ENT_volunteer) {	/* called what the person is */
		sql_add(out, "EXISTS (SELECT 1 FROM contact n WHERE n.id = "
		    "%s.contact AND begins(n.name, ", row);
		sql_text(out, word);
		sql_add(out, "))");
	}
	for (i = 0; i < ent->nfields; i++) {
		const struct field *f = &ent->fields[i];

		if (!(f->flags & FF_NAME) && (int)i != ent->key)
			continue;
		if (f->type == FT_SET)
			sql_add(out, "%sEXISTS (SELECT 1 FROM %s n WHERE "
			    "n.%s = %s.id AND begins(n.%s, ", or,
			    f->set->table, entity_table(ent), row,
			    field_col(&f->set->cols[0]));
		else
			sql_add(out, "%sbegins(%s.%s, ", or, row,
			    field_col(f));
		sql_text(out, word);
		sql_add(out, f->type == FT_SET ? "))" : ")");
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
	struct ref_col cols[LIST_KINDS];

	if (!names_any(cols, ref_cols(f, cols, LIST_KINDS), v)) {
		sql_add(out, "0");
		return;
	}
	if (f->type == FT_SET)
		sql_add(out, "EXISTS (SELECT 1 FROM %s m WHERE m.%s = t.id "
		    "AND ", f->set->table, entity_table(ent));
	refs_match(f, f->type == FT_SET ? "m" : "t", v, out);
	sql_add(out, f->type == FT_SET ? ")" : "");
}

void
refs_match(const struct field *f, const char *row, const struct need_value *v,
    struct sql *out)
{
	struct ref_col cols[LIST_KINDS];
	size_t n = ref_cols(f, cols, LIST_KINDS), i;
	const char *words = v->words != NULL ? v->words : v->text;

	sql_add(out, "(0");
	for (i = 0; i < n; i++) {
		if ((v->wide >> cols[i].ent->no & 1) != 0) {
			sql_add(out, " OR EXISTS (SELECT 1 FROM %s r WHERE "
			    "r.id = %s.%s AND ", entity_table(cols[i].ent), row,
			    cols[i].col);
			words_check(cols[i].ent, "r", words, out);
			sql_add(out, ")");
		} else {
			char *col = xasprintf("%s.%s", row, cols[i].col);
			int64_t *ids;
			size_t nids = refs_of(v, cols[i].ent, &ids);

			sql_add(out, " OR ");
			sql_among(out, col, ids, nids);
			free(ids);
			free(col);
		}
	}
	sql_add(out, ")");
}

bool
refs_candidates(const struct entity *ent, const struct field *f,
    const struct need_value *v, struct sql *out)
{
	struct ref_col cols[LIST_KINDS];
	size_t n = ref_cols(f, cols, LIST_KINDS), i;
	const char *sep = "";

	if (v->wide != 0)
		return false;
	for (i = 0; i < n; i++) {
		int64_t *ids;
		size_t nids = refs_of(v, cols[i].ent, &ids);

		if (nids > 0) {
			sql_add(out, "%sSELECT %s FROM %s WHERE %s IN (", sep,
			    f->type == FT_SET ? entity_table(ent) : "id",
			    f->type == FT_SET ? f->set->table : entity_table(ent),
			    cols[i].col);
			if (nids <= FEW)
				sql_ints(out, ids, nids);
			else
				sql_select_ints(out, ids, nids);
			sql_add(out, ")");
			sep = " UNION ALL ";
		}
		free(ids);
	}
	if (*sep == '\0')
		sql_add(out, "SELECT id FROM %s WHERE id = 0", entity_table(ent));
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
		sql_add(out, "SELECT id FROM %s WHERE id = 0", entity_table(ent));
}

/* The record's own names have the words. */
static void
own_names_check(const struct entity *ent, const struct need_value *v,
    struct sql *out)
{
	int64_t *ids;
	size_t n;

	if ((v->wide >> ent->no & 1) != 0) {
		words_check(ent, "t", v->text, out);
		return;
	}
	n = refs_of(v, ent, &ids);
	sql_among(out, "t.id", ids, n);
	free(ids);
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
			    f->set->table, entity_table(ent),
			    field_col(&f->set->cols[0]));
		else	/* most are empty: do not fold those */
			sql_add(out, " OR (t.%s <> '' AND instr(fold(t.%s), ",
			    field_col(f), field_col(f));
		sql_text(out, text);
		sql_add(out, ") > 0)");
	}
}

const struct field *
kind_field(const struct entity *ent)
{
	for (size_t i = 0; i < ent->nfields; i++)
		if (ent->fields[i].flags & FF_KIND)
			return &ent->fields[i];
	return NULL;
}

/* Does each of WORDS begin a word of the choice? */
static bool
choice_begins(const struct choice *c, const struct strs *words)
{
	char *all = xasprintf("%s %s", c->word,
	    c->label != NULL ? c->label : ""), *folded = utf8_fold(all);
	struct strs has = { 0 };
	size_t fits = 0, i, k;

	str_words(&has, folded);
	for (i = 0; i < words->n; i++)
		for (k = 0; k < has.n; k++)
			if (str_starts(has.v[k], words->v[i])) {
				fits++;
				break;
			}
	strs_clear(&has);
	free(folded);
	free(all);
	return fits == words->n;
}

void
kinds_find(const struct entity *ent, const char *text, struct strs *out)
{
	const struct field *f = kind_field(ent);
	struct strs words = { 0 };

	if (f == NULL)
		return;
	search_words_of(text, &words);
	for (const struct choice *c = f->choices; c->word != NULL; c++)
		if (words.n > 0 && choice_begins(c, &words))
			strs_add(out, c->word);
	strs_clear(&words);
}

void
bare_check(const struct entity *ent, const struct need *need, struct sql *out)
{
	size_t v, i;

	sql_add(out, "(0");
	for (v = 0; v < need->nvalue; v++) {
		const struct need_value *value = &need->value[v];

		sql_add(out, " OR ");
		own_names_check(ent, value, out);
		if (value->kinds.n > 0) {
			char *col = xasprintf("t.%s",
			    field_col(kind_field(ent)));

			sql_add(out, " OR ");
			term_exact(col, &value->kinds, out);
			free(col);
		}
		for (i = 0; i < ent->nfields; i++) {
			if (!is_through(&ent->fields[i]))
				continue;
			sql_add(out, " OR ");
			refs_check(ent, &ent->fields[i], value, out);
		}
		if (utf8_count(value->text) < 3)
			continue;
		if (!value->text_wide) {
			sql_add(out, " OR ");
			sql_among(out, "t.id", value->held, value->nheld);
			sql_add(out, " AND (0");
		}
		own_text_check(ent, value->text, out);
		sql_add(out, value->text_wide ? "" : ")");
	}
	sql_add(out, ")");
}

bool
bare_candidates(const struct entity *ent, const struct need *need,
    struct sql *out)
{
	const char *sep = "";
	size_t v, i, n;
	int64_t *ids;

	for (v = 0; v < need->nvalue; v++) {
		const struct need_value *value = &need->value[v];

		if (value->wide != 0 || value->text_wide ||
		    value->kinds.n > 0)
			return false;
		if ((n = refs_of(value, ent, &ids)) > 0) {
			sql_add(out, "%s", sep);
			sql_select_ints(out, ids, n);
			sep = " UNION ALL ";
		}
		free(ids);
		sql_add(out, "%s", sep);
		sql_select_ints(out, value->held, value->nheld);
		sep = " UNION ALL ";
		for (i = 0; i < ent->nfields; i++) {
			if (!is_through(&ent->fields[i]))
				continue;
			sql_add(out, "%s", sep);
			refs_candidates(ent, &ent->fields[i], value, out);
		}
	}
	return *sep != '\0';
}
