/* doctor_mode.c - doctor --journal: change how saves are kept safe.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/doctor.h"

#include "app/may.h"
#include "base/str.h"
#include "db/db.h"

enum status
doctor_set_journal(const struct app_start *start, const char *mode,
    struct err *e)
{
	struct app_start whole = *start;
	struct app app;
	enum status st;

	if (!str_in(mode, "wal truncate"))
		return err_set(e, ST_USAGE, "--journal: \"%s\" is neither wal "
		    "nor truncate.", mode);
	whole.create = false;
	if ((st = app_open(&app, &whole, e)) != ST_OK)
		return st;
	if ((st = app_may_write(&app, e)) == ST_OK &&
	    (st = may_do(&app, DO_REPAIR, NULL, e)) == ST_OK)
		st = db_set_journal(app.db, mode, e);
	app_close(&app);
	return st;
}
