/* attend.h - who came to a CPD session: its bookings as rows to tick.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_ATTEND_H
#define UI_ATTEND_H

#include "app/app.h"
#include "app/record.h"
#include "model/row.h"

struct attendee {
	struct row	*base, *row;	/* booking as loaded (NULL: walk-in), as typed */
	char		*name;		/* "Bell G" */
	char		*where;		/* role and organisation */
	char		*made;		/* name of a person to be made, or NULL */
	char		*instead;	/* who came instead, or NULL */
};
struct attend {
	struct app	*app;
	struct row	*base, *cpd;	/* the session, for its feedback */
	struct attendee	*v;
	size_t		 n;
};

enum status attend_load(struct attend *, struct app *, int64_t cpd,
	    struct err *) MUST_CHECK;
void	attend_clear(struct attend *);
/* As it is stored by now; what was ticked and is not saved stays, with what it
 * was loaded as. *AT, a row, is where the same person stands after. */
enum status attend_again(struct attend *, size_t *at, struct err *) MUST_CHECK;
const char *attend_status(const struct attend *, size_t i);
void	attend_set(struct attend *, size_t i, const char *status);
/* Came, for MINUTES of it. */
void	attend_minutes(struct attend *, size_t i, long minutes);
/* A person without a booking who came; ID 0: NAME is new. The row's index, or
 * that of their booking, which then says came. */
size_t	attend_walk_in(struct attend *, int64_t contact, const char *name);
void	attend_replace(struct attend *, size_t i, int64_t contact, const char *name);
/* Who came instead was set in the row, from a draft: name them. */
void	attend_name_instead(struct attend *, size_t i);
/* What they thought of it, 1 to 5; 0: they did not say. False for who did not
 * come. */
bool	attend_mark(struct attend *, size_t i, int mark);
bool	attend_changed(const struct attend *);
size_t	attend_count(const struct attend *, const char *status);
size_t	attend_walk_ins(const struct attend *);
/* All of it as one step. On ST_CONFLICT *AT is the row the clashes are of. */
enum status attend_save(struct attend *, size_t *at, struct clashes *,
	    struct err *) MUST_CHECK;
/* The one whose surname (or another word) begins so; N when none. */
size_t	attend_find(const struct attend *, const char *typed, size_t from);

#endif
