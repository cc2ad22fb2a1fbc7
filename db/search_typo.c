/* search_typo.c - words with one mistake: the known words one edit away.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every edit of the word is asked for, one seek each: some hundreds, whatever
 * the number of names, where comparing with all words would be a scan.
 */
#include "db/search_impl.h"

#include "base/mem.h"
#include "base/utf8.h"

enum { TYPO_LEAST = 5, TYPO_MOST = 24 };	/* letters of such a word */

static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";

/* Known words of one entity. */
struct known {
	struct db	*db;
	const struct entity *ent;
	struct strs	 words;
};

static enum status
try_word(struct known *k, const char *word, struct err *e)
{
	int64_t there;
	enum status st = db_get_int(k->db, Q_WORD_KNOWN, 0, &there, e, "ss",
	    k->ent->id, word);

	if (st == ST_OK && there && !strs_has(&k->words, word))
		strs_add(&k->words, word);
	return st;
}

/* Letters dropped, put in, changed and swapped at place I of WORD. */
static enum status
edits_at(struct known *k, const char *word, size_t n, size_t i,
    struct err *e)
{
	enum status st = ST_OK;
	char edit[TYPO_MOST + 2];
	const char *l;

	memcpy(edit, word, i);
	if (i < n) {
		memcpy(edit + i, word + i + 1, n - i);
		st = try_word(k, edit, e);
	}
	if (i + 1 < n && st == ST_OK && word[i] != word[i + 1]) {
		memcpy(edit, word, n + 1);
		edit[i] = word[i + 1];
		edit[i + 1] = word[i];
		st = try_word(k, edit, e);
	}
	for (l = letters; *l != '\0' && st == ST_OK; l++) {
		memcpy(edit, word, i);
		edit[i] = *l;
		memcpy(edit + i + 1, word + i, n - i + 1);
		st = try_word(k, edit, e);
		if (i < n && word[i] != *l && st == ST_OK) {
			memcpy(edit, word, n + 1);
			edit[i] = *l;
			st = try_word(k, edit, e);
		}
	}
	return st;
}

static bool
is_plain(const char *word)
{
	return word[strspn(word, letters)] == '\0';
}

/* Rows of ENT with a word one edit from one of WORDS. */
static enum status
by_typo(struct db *db, const struct entity *ent, const struct strs *words,
    struct cands *c, struct err *e)
{
	struct known k = { .db = db, .ent = ent };
	enum status st = ST_OK;
	struct sql s;
	size_t w, i, n;

	for (w = 0; w < words->n && st == ST_OK; w++) {
		n = strlen(words->v[w]);
		if (n < TYPO_LEAST || n > TYPO_MOST || !is_plain(words->v[w]))
			continue;
		for (i = 0; i <= n && st == ST_OK; i++)
			st = edits_at(&k, words->v[w], n, i, e);
	}
	sql_init(&s);
	for (w = 0; w < k.words.n && st == ST_OK; w++) {
		sql_reset(&s);
		sql_add(&s, "SELECT w.row FROM name_word w WHERE ");
		search_word_rows(ent, k.words.v[w], true, &s);
		sql_add(&s, " LIMIT %d", SEARCH_TYPOS);
		if (c->n < SEARCH_TYPOS)
			st = cands_select(db, ent, &s, c, e);
	}
	sql_clear(&s);
	strs_clear(&k.words);
	return st;
}

enum status
cands_by_typo(struct db *db, const struct entity *const *ents, size_t n,
    const char *folded, struct cands *c, struct err *e)
{
	struct strs words = { 0 };
	enum status st = ST_OK;
	size_t i;

	str_words(&words, folded);
	for (i = 0; i < n && st == ST_OK; i++)
		if (has_names(ents[i]))
			st = by_typo(db, ents[i], &words, c, e);
	strs_clear(&words);
	return st;
}
