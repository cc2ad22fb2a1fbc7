/* draft.h - unsaved typing, kept in private files of the state folder.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One file for each user, database, screen and record, and for each new record
 * that was begun. It holds the texts as
 * they were typed and the record as it was loaded, so that a draft taken up
 * days later still knows what others have changed meanwhile.
 */
#ifndef APP_DRAFT_H
#define APP_DRAFT_H

#include "app/app.h"
#include "base/str.h"
#include "model/row.h"

struct draft {
	const char	*kind;		/* "form", "grid", "attendance", "official",
					 * "assessment": borrowed */
	const struct entity *ent;
	int64_t		 id;		/* 0: a new record */
	int		 no;		/* which of several new ones, from 0 */
	struct row	*base;		/* as it was loaded; NULL for a new one */
	struct strs	 name, text;	/* what was typed, by field id */
	int64_t		 at;		/* when, in ms since 1970 */
};

void		draft_clear(struct draft *);		/* zeroed is empty */
void		draft_add(struct draft *, const char *name, const char *text);
const char	*draft_text(const struct draft *, const char *name);	/* NULL none */
/* Write it, over an older one of the same record. AT is set. */
enum status	draft_save(struct app *, struct draft *, struct err *) MUST_CHECK;
/* A number that no draft of a new record has yet. */
int		draft_free_no(struct app *, const char *kind,
		    const struct entity *);
/* The draft of that record, NO 0 unless it is new; false when there is none
 * that can be read. */
bool		draft_load(struct app *, const char *kind,
		    const struct entity *, int64_t id, int no,
		    struct draft *out);
/* Forget it; fine when there is none. */
void		draft_drop(struct app *, const char *kind, const struct entity *,
		    int64_t id, int no);

/* All drafts of this user and database, newest first. */
struct drafts {
	struct draft	*v;
	size_t		 n;
};
void		drafts_read(struct app *, struct drafts *out);
void		drafts_clear(struct drafts *);

/* What lies in the folder of drafts, of all users and databases: how many, of
 * when the oldest is (-1 none), and which cannot be read. To be cleared. */
struct drafts_glance {
	size_t		 n;
	int64_t		 oldest;
	struct strs	 bad;		/* paths */
};
void		drafts_glance(struct drafts_glance *out);
void		drafts_glance_clear(struct drafts_glance *);

/* A path in the state folder that is this user's and this database's own:
 * FOLDER/HASH-NAME. Caller frees. */
char		*draft_path(struct app *, const char *folder, const char *name);

#endif
