/* erase_int.h - what the parts of an erasure share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_ERASE_INT_H
#define APP_ERASE_INT_H

#include "app/erase.h"
#include "db/steps.h"
#include "model/row.h"

enum erase_how {
	ERASE_LEAVE,
	ERASE_WORDS,		/* what names the person */
	ERASE_PARTS,		/* … also within other words */
	ERASE_BLANK		/* the whole value */
};
/* What becomes of the fields of one record. */
struct erase_edit {
	const struct entity *ent;
	int64_t		 id;
	unsigned char	*how;	/* by field: enum erase_how */
};

/* Which records are the person's (own), and what they are called in any of them,
 * now and before (of). */
enum status	erase_who(struct app *, struct erase *, struct err *) MUST_CHECK;
/* Who holds them. */
enum status	erase_look_hold(struct app *, struct erase *,
		    struct err *) MUST_CHECK;
/* They were erased before: ST_CONFLICT, unless something personal is there again;
 * AGAIN when only the file is not cleaned. */
enum status	erase_before(struct app *, struct erase *, struct err *) MUST_CHECK;
bool		erase_is_own(const struct erase *, int64_t contact);

/* How much is looked for in texts of a field: filters are typed, so names stand
 * there in small letters; what the official download says is of no person. */
enum mention_how erase_any(const struct field *);
/* Edit the values of R; true when something changed. */
bool		erase_row(const struct mention_of *, const struct erase_edit *,
		    struct row *r);
/* The same for all that the history keeps of the record. */
enum status	erase_history(struct app *, const struct mention_of *,
		    const struct erase_edit *, struct err *) MUST_CHECK;

/* Out of the state folder: drafts of the contact and of ABOUT go, in other
 * files the person is replaced. LEFT gets those that perhaps name them still.
 * With DONE nothing is done: it gets what would be, a line each. */
enum status	erase_files(const struct erase *, struct strs *done,
		    struct strs *left, struct err *) MUST_CHECK;

#endif
