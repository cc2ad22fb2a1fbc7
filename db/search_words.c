/* search_words.c - the words by which a record's names are found.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/search_words.h"

#include "base/mem.h"
#include "base/utf8.h"

enum { THREES = 6 };		/* asked of the three-letter indexes at once */

static void
add_word(struct strs *out, const char *word)
{
	if (*word != '\0' && !strs_has(out, word))
		strs_add(out, word);
}

void
search_words_of(const char *folded, struct strs *out)
{
	struct strs all = { 0 };
	size_t i;

	str_words(&all, folded);
	for (i = 0; i < all.n && out->n < SEARCH_WORDS; i++)
		add_word(out, all.v[i]);
	strs_clear(&all);
}

bool
search_small_word(const char *word, size_t n)
{
	return (n == 2 && memcmp(word, "of", 2) == 0) ||
	    (n == 3 && (memcmp(word, "and", 3) == 0 ||
	    memcmp(word, "the", 3) == 0 || memcmp(word, "for", 3) == 0));
}

/* Initials of a name without its small words: Department for Work and
 * Pensions is dwp. */
static char *
short_initials(const struct strs *words)
{
	struct strs big = { 0 };
	char *joined, *initials;
	size_t i;

	for (i = 0; i < words->n; i++)
		if (!search_small_word(words->v[i], strlen(words->v[i])))
			strs_add(&big, words->v[i]);
	joined = strs_join(&big, " ");
	initials = big.n > 1 ? utf8_initials(joined) : xstrdup("");
	free(joined);
	strs_clear(&big);
	return initials;
}

void
search_name_words(const char *folded, struct strs *out)
{
	struct strs words = { 0 };
	char *initials;
	size_t i;

	str_words(&words, folded);
	for (i = 0; i < words.n; i++)
		add_word(out, words.v[i]);
	if (words.n > 1) {
		initials = utf8_initials(folded);
		add_word(out, initials);
		free(initials);
		initials = short_initials(&words);
		add_word(out, initials);
		free(initials);
	}
	strs_clear(&words);
}

void
search_word_end(struct sql *s, const char *word)
{
	char *end = xasprintf("%s\xf4\x8f\xbf\xbf", word);

	sql_text(s, end);
	free(end);
}

void
search_doc_range(const struct entity *ent, int64_t *first, int64_t *last)
{
	uint32_t h = 2166136261u;
	const char *s;

	for (s = ent->id; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	*first = (int64_t)(1 + (h & 0xFFFFF)) << 40;
	*last = *first + ((INT64_C(1) << 40) - 1);
}

/* Three letters in three and the last three: those between tell little more,
 * and each costs a walk through its rows. */
char *
search_three_letters(const char *folded)
{
	size_t at[3 * THREES + 4], n = 0, len = strlen(folded), i, k, step;
	struct buf match;

	for (i = 0; n < 3 * THREES + 3 && i < len; i += step) {
		at[n++] = i;
		if (utf8_decode(folded + i, len - i, &step) < 0)
			break;
	}
	at[n] = i;
	buf_init(&match, BUF_LINE);
	for (i = 0; i + 3 <= n; i = k) {
		buf_addf(&match, "%s\"", i > 0 ? " AND " : "");
		buf_addn(&match, folded + at[i], at[i + 3] - at[i]);
		buf_addc(&match, '"');		/* folded: it holds no quote */
		k = i + 6 <= n || i + 3 == n ? i + 3 : n - 3;
	}
	return buf_take(&match);
}

void
search_word_rows(const struct entity *ent, const char *word, bool whole,
    struct sql *s)
{
	sql_add(s, "w.word %s ", whole ? "=" : ">=");
	sql_text(s, word);
	if (!whole) {
		sql_add(s, " AND w.word < ");
		search_word_end(s, word);
	}
	sql_add(s, " AND w.entity = ");
	sql_text(s, ent->id);
}

/* How far words are counted at first, and then so many times further. */
#define FEW	16

/* Rows of WORD, counted no further than MOST. */
static enum status
count_word(struct db *db, const struct entity *ent, const char *word,
    bool whole, int64_t most, int64_t *out, struct err *e)
{
	enum status rc;
	struct sql s;

	sql_init(&s);
	sql_add(&s, "SELECT count(*) FROM (SELECT 1 FROM name_word w WHERE ");
	search_word_rows(ent, word, whole, &s);
	sql_add(&s, " LIMIT ");
	sql_int(&s, most);
	sql_add(&s, ")");
	rc = sql_get_int(db, &s, 0, out, e);
	sql_clear(&s);
	return rc;
}

/* Most names have a rare word, for which the others need no long count: all
 * are counted a little further, until one of them ends. */
enum status
search_rarest(struct db *db, const struct entity *ent,
    const struct strs *words, bool whole, int64_t limit, const char **out,
    int64_t *rows, struct err *e)
{
	enum status rc;
	int64_t least = 0, most = FEW, n;
	size_t best = 0, i;

	for (bool ended = words->n == 0; !ended; most *= FEW) {
		ended = most > limit;
		if (ended)
			most = limit + 1;
		least = most;
		for (i = 0; i < words->n && least > 0; i++) {
			rc = count_word(db, ent, words->v[i], whole, least, &n,
			    e);
			if (rc != ST_OK)
				return rc;
			if (n < least) {
				best = i;
				least = n;
			}
		}
		ended = ended || least < most;
	}
	*out = words->n > 0 ? words->v[best] : NULL;
	*rows = least;
	return ST_OK;
}

void
search_name_check(const struct entity *ent, const char *row,
    const char *folded, struct sql *out)
{
	size_t i;

	sql_add(out, "(0");
	for (i = 0; i < ent->nfields; i++) {
		const struct field *f = &ent->fields[i];

		if (!(f->flags & FF_NAME))
			continue;
		if (f->type == FT_SET)
			sql_add(out, " OR EXISTS (SELECT 1 FROM %s n WHERE "
			    "n.%s = %s.id AND fold(n.%s) = ", f->set->table,
			    entity_table(ent), row,
			    field_col(&f->set->cols[0]));
		else
			sql_add(out, " OR fold(%s.%s) = ", row, field_col(f));
		sql_text(out, folded);
		sql_add(out, f->type == FT_SET ? ")" : "");
	}
	sql_add(out, ")");
}

enum status
search_any_named(struct db *db, const struct ref *refs, size_t n,
    const char *text, bool *out, struct err *e)
{
	char *folded = utf8_fold(text);
	enum status rc = ST_OK;
	int64_t there = 0;
	struct sql s;
	size_t i;

	sql_init(&s);
	for (i = 0; i < n && rc == ST_OK && !there; i++) {
		const struct entity *ent = entities[refs[i].ent];

		sql_reset(&s);
		sql_add(&s, "SELECT 1 FROM %s r WHERE r.id = ", entity_table(ent));
		sql_int(&s, refs[i].id);
		sql_add(&s, " AND ");
		search_name_check(ent, "r", folded, &s);
		rc = sql_get_int(db, &s, 0, &there, e);
	}
	sql_clear(&s);
	free(folded);
	if (rc == ST_OK)
		*out = there != 0;
	return rc;
}

bool
search_code_fits(const char *folded, const char *value)
{
	size_t n = strlen(value);

	if (n > 0 && value[n - 1] == '*')
		return strncmp(folded, value, n - 1) == 0;
	return str_eq(folded, value);
}

enum status
search_has_index(struct db *db, const char *table, const char *col,
    bool *out, struct err *e)
{
	int64_t n;
	enum status st;
	char *name = xasprintf("%s_%s", table, col);

	st = db_get_int(db, Q_SEARCH_HAS_INDEX, 0, &n, e, "s", name);
	free(name);
	if (st == ST_OK)
		*out = n != 0;
	return st;
}
