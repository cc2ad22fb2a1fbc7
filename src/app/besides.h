/* besides.h - what rules changed beside the record one changed, as sentences.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_BESIDES_H
#define APP_BESIDES_H

#include "app/record.h"
#include "base/str.h"

/* Which changes of the step at hand followed from which record's. */
struct besides_span {
	int64_t		 id;		/* the record one changed; 0: the end */
	int64_t		 from, to;	/* changes of the step, TO not in it */
};
struct besides {
	struct besides_span *v;
	size_t		 n;
};

/* As record_change, and remember what followed from it. */
enum status	besides_change(struct app *, const struct row *base, struct row *mine,
		    struct clashes *, struct besides *, struct err *) MUST_CHECK;
/* Within the same step: a line each, "task/… due: 2026-11-24 -> 2026-12-01
 * (Welcome the school)", appended to OUT. Users who were made are not told. */
enum status	besides_tell(struct app *, struct besides *, struct strs *out,
		    struct err *) MUST_CHECK;
void		besides_clear(struct besides *);

#endif
