/* succeed.h - one school takes over from another on a day.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * domain.md 1: what is going on moves to the new school, what happened stays
 * with the old one and is shown in both (app/lineage.h). One step.
 */
#ifndef APP_SUCCEED_H
#define APP_SUCCEED_H

#include "app/app.h"
#include "app/told.h"
#include "base/buf.h"

struct succeed_ask {
	int64_t		 from, to;	/* schools */
	int		 day;		/* first day of the new one; DAY_NONE: the
					 * day it opened, else after the old one
					 * closed, else today */
	const char	*kind;		/* of succession_kinds; NULL: converted */
};
struct succeed_told {
	int64_t		 id;		/* of the succession */
	int		 day;
	const char	*kind;
	struct told	 did;
};

/* Within the step at hand. ST_CONFLICT and ST_INVALID with why it cannot be.
 * TOLD is to be cleared, also after a failure. */
enum status	succeed(struct app *, const struct succeed_ask *,
		    struct succeed_told *told, struct err *) MUST_CHECK;
/* What the step is called: "school/100001 succeeded by school/136578 on
 * 2027-09-01 (converted)"; appended. */
void		succeed_label(struct app *, const struct succeed_ask *,
		    const struct succeed_told *, struct buf *out);
void		succeed_told_clear(struct succeed_told *);

#endif
