/* access_impl.h - the law in memory; private to access*.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef MODEL_ACCESS_IMPL_H
#define MODEL_ACCESS_IMPL_H

#include "model/access.h"
#include "model/code_list.h"
#include "model/code_table.h"

#define ACCESS_ASK	(ACCESS_UNKNOWN + 1)

struct access_rule {
	struct code_list types;
	int		 applies;	/* enum access_applies, or ACCESS_ASK */
	char		*reason;
};
struct access_law {
	struct access_rule *rule;
	size_t		 n;
	bool		 ask;		/* what ACCESS_ASK means */
	int		 month, last;	/* the last day */
	long		 minutes;
	const struct code_table *type;
};

/* The last day in academic YEAR. */
int		access_last_day(const struct access_law *, int year);
/* Does the law apply to the school; why, appended. */
enum access_applies access_applies(const struct access_law *,
		    const struct access_school *, struct buf *why);

#endif
