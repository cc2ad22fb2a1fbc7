/* terms.h - term dates and holidays; for app/terms.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_TERMS_H
#define DB_TERMS_H

#include "db/db.h"

struct term_row {
	const char	*kind, *from, *to, *title;	/* days as YYYY-MM-DD */
	int		 near;		/* 0 everywhere, 1 its authority, 2 it alone */
};
/* FN gets each that concerns SCHOOL, 0: everywhere, by first day. */
enum status	terms_for(struct db *, int64_t school,
		    void (*fn)(void *arg, const struct term_row *), void *arg,
		    struct err *) MUST_CHECK;

#endif
