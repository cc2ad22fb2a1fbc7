/* join_int.h - what the files of join*.c share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_JOIN_INT_H
#define APP_JOIN_INT_H

#include "app/join.h"
#include "db/refs.h"

/* Is V, in which the two differ, something that somebody asked for? It is
 * proposed then. */
bool		join_wish(const struct join *, struct join_value *v);
/* What names record FROM of ENT names TO then. */
enum status	join_move(struct app *, const struct entity *, int64_t from,
		    int64_t to, struct told *, struct err *) MUST_CHECK;
/* MOVED names the one that stays now; BY is what named that before. What both
 * held and nobody holds twice is held once then. */
enum status	join_held(struct app *, const struct row *moved,
		    const struct refs *by, struct told *,
		    struct err *) MUST_CHECK;

#endif
