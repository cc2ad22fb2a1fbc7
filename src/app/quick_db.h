/* quick_db.h - quick entry asks the database. Private to quick*.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_QUICK_DB_H
#define APP_QUICK_DB_H

#include "app/app.h"
#include "app/quick_look.h"

/* Valid while APP is. */
struct look	quick_look_db(struct app *);
/* look.access, in quick_access.c. */
enum status	quick_access(void *app, const struct row *encounter,
		    int64_t school, struct buf *out, struct err *) MUST_CHECK;

#endif
