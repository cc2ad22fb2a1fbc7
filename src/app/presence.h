/* presence.h - who is editing what now, told by small locked files.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Beside the database FILE lies the folder FILE.live, with a file for each
 * session that has opened a form. The session holds a lock on it as long as it
 * lives, so that what a killed one leaves is known to be dead; the next session
 * that edits removes it. Nothing of it is in the database, looking writes
 * nothing, and where the folder cannot be written there is no presence.
 * The files are read as hostile: small, regular, no link followed, names
 * checked. Where the database's group may write it, it may see who is here.
 */
#ifndef APP_PRESENCE_H
#define APP_PRESENCE_H

#include "app/app.h"
#include "base/buf.h"

struct present {
	char		*user;
	char		*node;		/* of which machine; "" unknown */
	long		 pid;
	int64_t		 since;		/* ms since 1970: when it opened what it
					 * edits, else when its session began */
	const struct entity *ent;	/* NULL: it edits nothing */
	int64_t		 id;
	bool		 dead;		/* nobody holds the lock: left by a crash */
};

struct presents {
	struct present	*v;		/* by user, then by when */
	size_t		 n;
};

/* The folder of database FILE; caller frees. */
char	*presence_folder(const char *file);
/* Who is here in the folder of database FILE, this session's own file aside,
 * and what dead sessions left. None when there is no folder. To be cleared. */
void	 presence_read(const char *file, struct presents *out);
void	 presences_clear(struct presents *);

/* This session's. Nothing is written before it edits. */
struct presence;
struct presence	*presence_new(const struct app *);
/* Takes its file away; NULL is fine. */
void	 presence_free(struct presence *);
/* From now on it edits this record; ENT NULL: none. The same again is free. */
void	 presence_edit(struct presence *, const struct entity *ent, int64_t id);
/* Once a second: reads the folder when it changed, and every five seconds. */
void	 presence_poll(struct presence *);
/* Somebody else who edits that record, or NULL; borrowed until the next poll. */
const struct present *presence_at(const struct presence *,
	    const struct entity *ent, int64_t id);
/* "priya is editing this, 2 min"; appended. */
void	 presence_words(const struct present *, struct buf *out);

#endif
