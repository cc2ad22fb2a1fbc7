/* search.h - find records by the words of their names and texts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two indexes: name_word(word, entity, row) for beginnings of words, with the
 * initials as one more word; FTS5 trigram on folded names and texts, people's
 * apart. Ranked by class (model/name.h): exact, reference, all words,
 * initials, beginnings, substring, typo; open before closed; latest used.
 */
#ifndef DB_SEARCH_H
#define DB_SEARCH_H

#include "db/db.h"
#include "model/row.h"

struct hit {
	const struct entity *ent;
	int64_t		 id;
	int		 class;		/* enum name_class of model/name.h */
	bool		 closed;	/* a closed school, an archived record */
	bool		 archived;	/* hidden: search_all leaves it out */
	char		*title;		/* display name */
	char		*where;		/* borough and type, or what tells it apart */
	char		*also;		/* the other name by which it was found, or NULL */
};
struct hits {
	struct hit	*v;
	size_t		 n, cap;
};
void		hits_clear(struct hits *);

/* Records among the entities REFS (blank-separated ids; NULL all that have
 * names) whose names fit TEXT, best first, at most LIMIT. Also takes a whole
 * reference or natural key. TEXT as typed. */
enum status	search_names(struct db *, const char *refs, const char *text, size_t limit,
		    struct hits *out, struct err *) MUST_CHECK;
/* The same without names that only hold TEXT somewhere or that a typo apart
 * fit: by words and their beginnings alone, in a few milliseconds. */
enum status	search_words(struct db *, const char *refs, const char *text, size_t limit,
		    struct hits *out, struct err *) MUST_CHECK;
/* Everything in use that mentions TEXT: names first, then the volunteers among
 * them, then encounters of what was found, then texts, then encounters that
 * have its words here and there, looked for no longer than SLICE_MS (0: to the
 * end). */
enum status	search_all(struct db *, const char *text, size_t limit, int slice_ms,
		    struct hits *out, struct err *) MUST_CHECK;

/* Kept by store.c: the words of a record's names and texts. OLD or NEW NULL for
 * none. */
enum status	search_update(struct db *, const struct row *old, const struct row *new,
		    struct err *) MUST_CHECK;
/* Are all the record's words there, and its texts known? For check. */
enum status	search_holds(struct db *, const struct row *, bool *out,
		    struct err *e) MUST_CHECK;
/* While names of ENT are asked after by the thousand, within one transaction:
 * search_near remembers which there are, until it is released (or the database
 * closed). */
void		search_near_hold(struct db *, const struct entity *);
void		search_near_release(struct db *);
/* Near-equal names: Ltd, PLC, The, & aside, and but for people blanks; at most
 * LIMIT. */
enum status	search_near(struct db *, const struct entity *, const char *name, size_t limit,
		    struct hits *out, struct err *) MUST_CHECK;

#endif
