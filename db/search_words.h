/* search_words.h - the words by which a record's names are found.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * name_word holds, for each record of an entity with names: the words of its
 * folded names and other names, the initials of each (all of them, and without
 * and, of, the, for), and the words of its natural key. Only for db/.
 */
#ifndef DB_SEARCH_WORDS_H
#define DB_SEARCH_WORDS_H

#include "db/list_impl.h"
#include "db/made.h"
#include "model/row.h"

enum { SEARCH_WORDS = 16 };	/* words of a text that are looked at */
/* The first words of a folded text, none twice. */
void		search_words_of(const char *folded, struct strs *out);
/* The words of one folded name, with its initials; none twice. */
void		search_name_words(const char *folded, struct strs *out);
/* Of N bytes: and, of, the, for, which short initials leave out. */
bool		search_small_word(const char *word, size_t n);
/* Bound: what no word that begins with WORD reaches. */
void		search_word_end(struct sql *, const char *word);
/* The numbers its records have in the three-letter indexes; the same in every
 * version, so not from the place in entities.def. */
void		search_doc_range(const struct entity *, int64_t *first,
		    int64_t *last);
/* What to ask the three-letter indexes for FOLDED, of three letters or more.
 * They know the three letters, not their places: what they give is checked
 * against the text itself. The caller frees it. */
char		*search_three_letters(const char *folded);
/* Which of WORDS begins the fewest words of ENT's names, or with WHOLE is one
 * of the fewest? *ROWS says of how many rows, counted no further than
 * LIMIT + 1; *OUT is borrowed from WORDS, NULL when there are none. */
enum status	search_rarest(struct db *, const struct entity *ent,
		    const struct strs *words, bool whole, int64_t limit,
		    const char **out, int64_t *rows, struct err *) MUST_CHECK;
/* "w.word … AND w.entity = …": rows whose names have that word. */
void		search_word_rows(const struct entity *, const char *word,
		    bool whole, struct sql *);
/* Condition: a name or other name of ENT's row ROW (an alias) is FOLDED. */
void		search_name_check(const struct entity *, const char *row,
		    const char *folded, struct sql *out);
/* Is one of these records called TEXT? */
enum status	search_any_named(struct db *, const struct ref *, size_t n,
		    const char *text, bool *out, struct err *) MUST_CHECK;
/* VALUE of a filter: equal, or a beginning when it ends in '*'. */
bool		search_code_fits(const char *folded, const char *value);
/* Is there an index TABLE_COL? */
enum status	search_has_index(struct db *, const char *table,
		    const char *col, bool *out, struct err *) MUST_CHECK;

#endif
