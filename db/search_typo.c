/* search_typo.c - words with one mistake: the known words one edit away.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Comparing with all words would be a scan. A wrong or missing first letter
 * leaves the others as they are, and the three-letter index finds them. For a
 * mistake further on the index of words says which letters follow what is
 * right so far, and only those are tried: some dozen seeks.
 */
#include "db/search_impl.h"

#include "base/mem.h"
#include "base/utf8.h"

enum {
	TYPO_LEAST = 5,		/* letters of a word that may hold a mistake */
	TYPO_MOST = 40
};

/* The known words of one entity near one word. */
struct near {
	struct db	*db;
	const struct entity *ent;
	const char	*word;
	size_t		 n;		/* its letters, each one byte */
	struct strs	 known;
};

/* The first known word from FROM on; "" when there is none. */
static enum status
next_word(struct near *k, const char *from, char **out, struct err *e)
{
	enum status st = db_get_text(k->db, Q_WORD_NEXT, out, e, "ss",
	    k->ent->id, from);

	if (st == ST_OK && *out == NULL)
		*out = xstrdup("");
	return st;
}

static enum status
try_word(struct near *k, const char *word, struct err *e)
{
	char *next;
	enum status st = next_word(k, word, &next, e);

	if (st != ST_OK)
		return st;
	if (str_eq(next, word) && !strs_has(&k->known, word))
		strs_add(&k->known, word);
	free(next);
	return ST_OK;
}

/* HEAD letters of the word, then C unless 0, then the word from REST on. */
static enum status
try_edit(struct near *k, size_t head, char c, size_t rest, struct err *e)
{
	char edit[TYPO_MOST + 2];
	size_t n = head;

	memcpy(edit, k->word, head);
	if (c != '\0')
		edit[n++] = c;
	memcpy(edit + n, k->word + rest, k->n - rest + 1);
	return try_word(k, edit, e);
}

static enum status
try_swap(struct near *k, size_t i, struct err *e)
{
	char edit[TYPO_MOST + 1];

	if (i + 1 >= k->n || k->word[i] == k->word[i + 1])
		return ST_OK;
	memcpy(edit, k->word, k->n + 1);
	edit[i] = k->word[i + 1];
	edit[i + 1] = k->word[i];
	return try_word(k, edit, e);
}

/* One letter dropped, swapped, put in or changed at place I. */
static enum status
edits_at(struct near *k, size_t i, struct err *e)
{
	char from[TYPO_MOST + 2], *next;
	enum status st = ST_OK;
	bool more;

	if (i < k->n && (st = try_edit(k, i, '\0', i + 1, e)) != ST_OK)
		return st;
	if ((st = try_swap(k, i, e)) != ST_OK)
		return st;
	more = i > 0;
	memcpy(from, k->word, i);
	from[i] = '0';
	from[i + 1] = '\0';
	while (st == ST_OK && more) {
		if ((st = next_word(k, from, &next, e)) != ST_OK)
			return st;
		more = strncmp(next, k->word, i) == 0 &&
		    (unsigned char)next[i] < 0x80 && next[i] != '\0';
		if (more) {
			st = try_edit(k, i, next[i], i, e);
			if (st == ST_OK && i < k->n)
				st = try_edit(k, i, next[i], i + 1, e);
			from[i] = (char)(next[i] + 1);
		}
		free(next);
	}
	return st;
}

static enum status
rows_of(struct near *k, struct cands *c, struct err *e)
{
	enum status st = ST_OK;
	struct sql s;
	size_t w;

	sql_init(&s);
	for (w = 0; w < k->known.n && st == ST_OK; w++) {
		sql_reset(&s);
		sql_add(&s, "SELECT w.row FROM name_word w WHERE ");
		search_word_rows(k->ent, k->known.v[w], true, &s);
		sql_add(&s, " LIMIT %d", SEARCH_TYPOS);
		if (c->n < SEARCH_TYPOS)
			st = cands_select(k->db, k->ent, &s, c, e);
	}
	sql_clear(&s);
	return st;
}

/* Letters, and none of several bytes: the edits are made by bytes. */
static bool
is_plain(const char *word)
{
	for (; *word != '\0'; word++)
		if ((unsigned char)*word >= 0x80)
			return false;
	return true;
}

static enum status
by_typo(struct db *db, const struct entity *ent, const char *word,
    struct cands *c, struct err *e)
{
	struct near k = { .db = db, .ent = ent, .word = word,
		.n = strlen(word) };
	enum status st;
	char *next;
	bool known;
	size_t i;

	if (k.n < TYPO_LEAST || k.n > TYPO_MOST || !is_plain(word))
		return ST_OK;
	/* A word that is known, as far as it goes, holds no mistake. */
	if ((st = next_word(&k, word, &next, e)) != ST_OK)
		return st;
	known = str_starts(next, word);
	free(next);
	if (known)
		return ST_OK;
	st = cands_by_substring(db, ent, word + 1, c, e);
	for (i = 0; i <= k.n && st == ST_OK; i++)
		st = edits_at(&k, i, e);
	if (st == ST_OK)
		st = rows_of(&k, c, e);
	strs_clear(&k.known);
	return st;
}

enum status
cands_by_typo(struct db *db, const struct entity *const *ents, size_t n,
    const char *folded, struct cands *c, struct err *e)
{
	struct strs words = { 0 };
	enum status st = ST_OK;
	size_t i, w;

	search_words_of(folded, &words);
	for (i = 0; i < n && st == ST_OK; i++)
		for (w = 0; has_names(ents[i]) && w < words.n &&
		    st == ST_OK; w++)
			st = by_typo(db, ents[i], words.v[w], c, e);
	strs_clear(&words);
	return st;
}
