/* may_school.h - with [hub] own_schools: whose schools a write touches; for
 * may.c alone.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_MAY_SCHOOL_H
#define APP_MAY_SCHOOL_H

#include "app/app.h"
#include "model/row.h"

/* The real day, by which rights hold. */
int		may_day(const struct app *);
/* Is an editor of this session held to their own schools? */
bool		may_own_schools(const struct app *);
/* May an editor change R as it is stored, at all? To say so early. */
enum status	may_school_row(struct app *, const struct row *r, struct err *) MUST_CHECK;
/* An editor writes it: OLD NULL for a new record, NEW NULL for one that is
 * taken out. ST_DENIED names the school, and who looks after it. */
enum status	may_school(struct app *, const struct row *old,
		    const struct row *new, struct err *) MUST_CHECK;

#endif
