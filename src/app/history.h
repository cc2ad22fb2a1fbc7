/* history.h - who changed what, newest first.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_HISTORY_H
#define APP_HISTORY_H

#include "app/app.h"

struct history_query {
	const struct entity *ent;	/* NULL: every record */
	int64_t		 row;
	const char	*user;		/* NULL: everybody */
	int		 since, until;	/* days, DAY_NONE for none */
	int64_t		 limit;		/* lines; 0 none */
	int64_t		 before;	/* only steps before this one; 0 none */
	bool		 mine;		/* only records of schools I coordinate today,
					 * of those that there still are */
};

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

#endif
