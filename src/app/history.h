/* history.h - who changed what, newest first.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_HISTORY_H
#define APP_HISTORY_H

#include "app/app.h"
#include "base/date.h"
#include "db/steps.h"

struct history_query {
	const struct entity *ent;	/* NULL: every record */
	int64_t		 row;
	const char	*user;		/* NULL: everybody */
	const char	*not_user;	/* all but this one, and but what the program
					 * itself added to somebody's; NULL none */
	int		 since, until;	/* days, DAY_NONE for none */
	int64_t		 limit;		/* lines; 0 none */
	int64_t		 before;	/* only steps before this one; 0 none */
	int64_t		 after;		/* only steps after this one; 0 none */
	bool		 brief;		/* of long texts the program keeps only how
					 * long they are (change_brief) */
	bool		 mine;		/* only records that are mine: mine_rows.h */
};
#define HISTORY_ALL	.since = DAY_NONE, .until = DAY_NONE

/* Is the step one Q asks for, whatever it changed? *PAST: nor is any before
 * it. */
bool		history_takes(const struct app *, const struct history_query *,
		    const struct step *, bool *past);

/* One change; borrowed during the call. */
struct history_line {
	int64_t		 seq, undoes;	/* of steps, as history prints them */
	const char	*at, *user, *node, *label;
	const struct entity *ent;
	int64_t		 row;
	const char	*field, *member, *old, *new;
};
/* FN returns ST_INTERRUPTED to stop in peace. */
enum status	history_read(struct app *, const struct history_query *,
		    enum status (*fn)(void *arg, const struct history_line *, struct err *),
		    void *arg, struct err *) MUST_CHECK;
/* The newest step there is; 0 when that cannot be read. */
int64_t		history_newest(struct app *);
/* Who changed the record last after step *SEQ, which becomes that of the
 * change; NULL nobody, or it cannot be read now. Caller frees. */
char		*history_changed_by(struct app *, const struct entity *, int64_t id,
		    int64_t *seq);

#endif
