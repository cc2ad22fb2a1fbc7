/* admin.c - care of the database: its name, its health.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/admin.h"

#include "app/assess_check.h"
#include "app/may.h"
#include "base/utf8.h"
#include "db/check.h"
#include "db/db.h"
#include "db/steps.h"

#define NAME_MAX_CHARS	100

const char *
admin_path(const struct app *app)
{
	return db_path(app->db);
}

enum status
admin_set_name(struct app *app, const char *name, struct err *e)
{
	enum status st;

	if ((st = app_may_write(app, e)) != ST_OK ||
	    (st = may_do(app, DO_NAME, NULL, e)) != ST_OK ||
	    (st = utf8_check(name, false, NAME_MAX_CHARS, e)) != ST_OK ||
	    (st = db_begin(app->db, e)) != ST_OK)
		return st;
	return db_end(app->db, meta_set(app->db, "name", name, e), e);
}

enum status
admin_check(struct app *app, void (*fn)(void *, const char *, const char *,
    const char *), void *arg, struct err *e)
{
	enum status st = db_check(app->db, fn, arg, e);

	return st == ST_OK ? assess_check(app, fn, arg, e) : st;
}
