/* duplicates.h - the pairs of employers, partners or people that may be one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every record is read once and gives keys (model/duplicate.h); only those that
 * share one are compared. In pieces, so that a key is heard meanwhile: begin,
 * go until it is done. Looking never writes.
 */
#ifndef APP_DUPLICATES_H
#define APP_DUPLICATES_H

#include "app/app.h"
#include "base/hashset.h"
#include "model/duplicate.h"

struct dup_pair {
	int64_t		 a, b;		/* the record made first, the other */
	struct dup_judged why;
};
struct duplicates {
	struct app	*app;
	const struct entity *ent;
	/* found so far, best first once it is done */
	struct dup_pair	*pair;
	size_t		 n;
	/* for duplicates.c alone */
	struct hashset	 only;		/* pairs with one of these … */
	bool		 some;		/* … else all */
	int64_t		 at;		/* the record read last */
	size_t		 read;
	bool		 all_read;
	struct dup_key {
		uint64_t	 hash;
		int64_t		 id;
	}		*key;
	size_t		 nkeys, room;
	struct dup_cand {
		int64_t		 a, b;
	}		*cand;
	size_t		 ncand, next;
	struct row	*first;		/* record a of the candidate at hand */
};

/* ST_INVALID where ENT is not compared. With ONLY, pairs that have one of those
 * N records. To be cleared when it is ST_OK. */
enum status	duplicates_begin(struct duplicates *, struct app *,
		    const struct entity *, const int64_t *only, size_t n,
		    struct err *) MUST_CHECK;
/* Go on for about SLICE_MS (0: to the end). *DONE when all is looked at. */
enum status	duplicates_go(struct duplicates *, int slice_ms, bool *done,
		    struct err *) MUST_CHECK;
/* Somebody says that A and B of ENT are not one: they are not found again. One
 * step. */
enum status	duplicates_deny(struct app *, const struct entity *, int64_t a,
		    int64_t b, struct err *) MUST_CHECK;
void		duplicates_clear(struct duplicates *);

#endif
