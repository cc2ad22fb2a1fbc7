/* bulk.h - the same fields of many records: shown first, then one step.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_BULK_H
#define APP_BULK_H

#include "app/app.h"
#include "model/entity.h"

/* A field and what it becomes, as typed: "" empties it; of a set "+x" adds and
 * "-x" takes away. */
struct bulk_set {
	int		 field;
	const char	*text;
};
/* What changes alike in N records; FROM and TO as they are read. */
struct bulk_change {
	int		 field;
	char		*from, *to;
	size_t		 n;
};
struct bulk_changes {
	struct bulk_change *v;		/* by field, then as they were met */
	size_t		 n;
	size_t		 records;	/* in which anything changes */
};
void		bulk_changes_clear(struct bulk_changes *);

/* What would change, by the rules too; nothing is written. An error names the
 * field at fault, also one that has to be given as well. */
enum status	bulk_preview(struct app *, const struct entity *, const int64_t *id,
		    size_t n, const struct bulk_set *set, size_t nset,
		    struct bulk_changes *out, struct err *) MUST_CHECK;
/* Do it, as one step. SHOWN is what bulk_preview said, NULL when nothing was
 * shown: when somebody's save made it something else, ST_CONFLICT and nothing
 * is written. */
enum status	bulk_do(struct app *, const struct entity *, const int64_t *id, size_t n,
		    const struct bulk_set *set, size_t nset,
		    const struct bulk_changes *shown, struct err *) MUST_CHECK;

#endif
