/* since.h - what others changed in my records since I was last here.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Here is the full-screen program. Up to which step I have seen is remembered
 * in a private file of the state folder, one for each user and database, so
 * that looking writes nothing to the database. Counted are steps of others
 * that changed a record of mine (mine_rows.h); a step and its undo are two.
 */
#ifndef APP_SINCE_H
#define APP_SINCE_H

#include "app/app.h"
#include "app/history.h"
#include "app/mine_rows.h"
#include "app/steps.h"
#include "base/str.h"

#define SINCE_MOST	100	/* steps that are counted */
#define SINCE_LOOKED	20000	/* steps of others that are looked at */

struct since_point {
	int64_t		 seq;		/* the newest step I have seen */
	int64_t		 ms;		/* when that was, since 1970 */
};

/* When I was last here; false when nothing is remembered that fits this
 * database. */
bool		since_last(struct app *, struct since_point *out);
/* What was there when this session began is seen: its list was opened, or the
 * terminal hung up. A higher step that is remembered, of a second session,
 * stays. Failing is told to the log alone. */
void		since_seen(struct app *);
/* The program is left: the same for all there is now. */
void		since_leave(struct app *);

struct since {
	struct since_point last;
	int64_t		 upto;		/* the newest step looked at */
	int64_t		 steps;		/* of others, in my records */
	bool		 more;		/* … and more of them */
	struct strs	 users;		/* who made them, the latest first */
	bool		 done;		/* nothing is left to read */
	struct app	*app;
	struct step_list list;		/* to be looked at */
	size_t		 at;
	bool		 list_more;
	int64_t		 before;	/* those of LIST, and later ones */
	int64_t		 change_at;	/* within the step at AT */
	int64_t		 looked;	/* steps, to SINCE_LOOKED */
	struct mine_rows mine;
};
/* What was done before this session and after the last. Nothing is counted
 * yet; DONE at once for somebody who was never here. */
void		since_open(struct since *, struct app *);
/* Count on for a few milliseconds. After a failure it may be called again. */
enum status	since_more(struct since *, struct err *) MUST_CHECK;
void		since_clear(struct since *);
/* Exactly these steps, for history; borrows from the session. */
struct history_query since_query(const struct since *);
/* "today 09:10", "Wed 16:40", "Wed 11 Nov 16:40"; appended. */
void		since_when(const struct since *, struct buf *out);
/* "Since you were last here, Wed 16:40: 14 changes by dan"; BRIEF without "you
 * were last here,"; appended. */
void		since_words(const struct since *, bool brief, struct buf *out);

#endif
