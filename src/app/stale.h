/* stale.h - lost updates cannot happen: three-way by field and set member.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_STALE_H
#define APP_STALE_H

#include "app/record.h"

/* NEXT starts as a copy of NOW, the record as stored. Put into it what MINE
 * changed since BASE; what somebody else changed to something else meanwhile
 * goes to OUT. */
enum status	stale_merge(struct app *, const struct row *base, const struct row *mine,
		    const struct row *now, struct row *next, struct clashes *out,
		    struct err *) MUST_CHECK;
/* ST_CONFLICT with the sentence for the first clash, its field named. */
enum status	stale_refuse(struct app *, const struct entity *, const struct clashes *,
		    struct err *);

#endif
