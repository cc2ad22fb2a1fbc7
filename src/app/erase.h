/* erase.h - a person is taken out: record, history, search, drafts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * domain.md 10, design.md 7. The record stays as an empty one, "Erased
 * person", archived, so that counts of the past keep counting: who came to a
 * session is a number still; so do those that were joined into it. Their roles
 * and matches end, places on sessions to come are given back. What is marked as
 * personal (FF_PERSON) in records about them, and in those about these, is
 * emptied. Every other text in which name, e-mail or phone occurs is found,
 * also where only the history or a record that was taken out has it, and erased
 * when that is the answer. It cannot be undone.
 */
#ifndef APP_ERASE_H
#define APP_ERASE_H

#include "app/app.h"
#include "base/buf.h"
#include "base/str.h"
#include "db/refs.h"
#include "model/mention.h"
#include "model/row.h"

#define ERASED_NAME	"Erased person"
#define ERASED_TEXT	"[erased]"	/* in place of a name */

/* A field of another record whose text speaks of the person. */
struct erase_mention {
	const struct entity *ent;
	int64_t		 id;
	int		 field;
	char		*excerpt;	/* where it says so: some words */
	char		*rest;		/* what stays in it when it is erased: a
					 * word that holds a name; NULL */
	size_t		 now, past;	/* texts that do: in use; in the history */
	bool		 perhaps;	/* by a surname others may have */
	bool		 part;		/* by a word that holds a name */
	bool		 erase;		/* the answer; at first: unless perhaps */
};
struct erase {
	int64_t		 id;		/* of the contact */
	int64_t		*own;		/* first that, then those that were
					 * joined into it */
	size_t		 nown;
	bool		 again;		/* it was erased, only the file is not
					 * cleaned: nothing else to do */
	char		*holder;	/* who wants what is kept: "ESF"; NULL
					 * for nobody */
	int		 held;		/* … until then */
	bool		 despite_hold;	/* the answer to that */
	struct mention_of of;
	struct refs	 about;		/* records about the person, OWN too
					 * but for the first */
	struct erase_mention *m;
	size_t		 n;
	size_t		 changes;	/* of the contact, in the history */
};

/* Find everything; reads only. Of one that was joined into another that is
 * who is erased. ST_CONFLICT when they were erased before and nothing about them
 * came back. */
enum status	erase_look(struct app *, int64_t contact, struct erase *,
		    struct err *) MUST_CHECK;
void		erase_clear(struct erase *);
/* "school/136578 note: … Ruth Marsden rang …", appended. */
void		erase_mention_text(struct app *, const struct erase_mention *,
		    struct buf *out);
/* … and what of it stays. */
void		erase_rest_text(struct app *, const struct erase_mention *,
		    struct buf *out);
/* What would become of drafts and lines that were typed, a line each; LEFT gets
 * those that would perhaps name them still. */
enum status	erase_look_files(const struct erase *, struct strs *done,
		    struct strs *left, struct err *) MUST_CHECK;
/* What goes without a question, a line each. */
void		erase_lines(struct app *, const struct erase *,
		    struct strs *out);
/* What no answer reaches: backups with their days, files in the outboxes of a
 * hub, laptops; a line each. */
void		erase_remains(struct app *, struct strs *out);
/* Somebody holds the person's records, and it is not to be done despite that:
 * ST_CONFLICT with who, until when and what to type. */
enum status	erase_held(struct app *, const struct erase *,
		    struct err *) MUST_CHECK;
#define ERASE_WARNING	"Erasing cannot be undone."

/* Do it, in one step "erased contact/…", then clean the file. Refused as by
 * erase_held. Texts that came since erase_look are left. When only the cleaning failed (somebody is
 * saving) the sentence says to erase again, which does the rest. LEFT gets
 * the texts that still speak of the person. */
enum status	erase_do(struct app *, const struct erase *,
		    struct strs *left, struct err *) MUST_CHECK;
/* A step that erased somebody, or that changed who was erased since, cannot be
 * undone: ST_CONFLICT with the sentence. */
enum status	erase_refuse_undo(struct app *, int64_t step,
		    struct err *) MUST_CHECK;
/* NEXT, which was OLD (NULL for none), would say something of somebody who was
 * erased, or make a new record about them: ST_CONFLICT. */
enum status	erase_guard(struct app *, const struct row *old,
		    const struct row *next, struct err *) MUST_CHECK;

#endif
