/* search_impl.h - what the files of the search share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_SEARCH_IMPL_H
#define DB_SEARCH_IMPL_H

#include "db/search.h"
#include "db/search_words.h"
#include "model/name.h"

enum {
	SEARCH_ROWS = 200,	/* candidates from one index for one entity */
	SEARCH_BEGIN = 60,	/* names that begin with the text as typed */
	SEARCH_TYPOS = 300,	/* candidates by a word with a mistake */
	SEARCH_WALK = 3000	/* rows of a frequent word looked at */
};

/* Records to look at, each once. Zeroed is empty. */
struct cands {
	struct ref	*v;
	size_t		 n, cap;
	uint32_t	*slot;		/* hash: index + 1 */
	size_t		 nslots;
};
void		cands_clear(struct cands *);
void		cands_add(struct cands *, enum entity_no, int64_t id);
/* Add the ids S selects. */
enum status	cands_select(struct db *, const struct entity *,
		    const struct sql *, struct cands *, struct err *) MUST_CHECK;

/* search_cand.c: records of ENT whose names may fit. */
enum status	cands_by_name(struct db *, const struct entity *,
		    const char *text, const char *folded, struct cands *,
		    struct err *) MUST_CHECK;
enum status	cands_by_substring(struct db *, const struct entity *,
		    const char *folded, struct cands *, struct err *) MUST_CHECK;
/* search_typo.c: by words that are known and one edit from those of FOLDED. */
enum status	cands_by_typo(struct db *, const struct entity *const *ents,
		    size_t n, const char *folded, struct cands *,
		    struct err *) MUST_CHECK;

/* search_near.c: a record is written. */
void		search_near_note(struct db *, const struct row *);

/* search_hit.c */
struct loader {			/* statements of one look, by entity */
	struct db	*db;
	struct sql	*info[ENT_MAX];
	struct sql	*also[ENT_MAX];
};
void		loader_clear(struct loader *);
struct found {			/* a hit, and what ranks it */
	struct hit	 hit;
	char		*used;		/* day of last use, "" never */
	bool		 starts;	/* its name begins with the query */
};
struct founds {
	struct found	*v;
	size_t		 n, cap;
};
/* Look at C from place FROM on; those that fit FOLDED join OUT. */
enum status	founds_rate(struct loader *, const struct cands *c, size_t from,
		    const char *folded, struct founds *out, struct err *) MUST_CHECK;
/* The best LIMIT of them go to OUT; FOUNDS is emptied. */
void		founds_rank(struct founds *, size_t limit, struct hits *out);
/* One hit by its record; *FOUND false when it is gone. */
enum status	hit_load(struct loader *, const struct entity *, int64_t id,
		    struct found *out, bool *found, struct err *) MUST_CHECK;
/* All names of the record, as written. */
enum status	hit_names(struct loader *, const struct entity *, int64_t id,
		    struct strs *out, struct err *) MUST_CHECK;
void		found_clear(struct found *);
/* Take out archived records; the others move up. */
void		hits_in_use(struct hits *);
void		hits_add(struct hits *, const struct hit *take_hit);
bool		hits_has(const struct hits *, const struct entity *, int64_t id);

#endif
