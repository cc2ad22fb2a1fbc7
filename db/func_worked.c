/* func_worked.c - a function our statements use: what only the layer above can
 * work out of a record.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It reads lists while a statement of ours is being stepped; SQLite allows that,
 * and no statement under way is given out again (stmt.c).
 */
#include "base/buf.h"
#include "base/date.h"
#include "db/inner.h"

/* worked_out("target.now", id, day); NULL where there is nothing to say, or
 * nobody to say it. */
static void
fn_worked_out(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	const struct db *db = sqlite3_user_data(ctx);
	int day = day_from_iso(func_text(argv[2]));
	enum status st = ST_OK;
	struct err e = { 0 };
	struct buf b;

	(void)argc;
	if (db->work == NULL || day == DAY_NONE)
		return;
	buf_init(&b, BUF_LINE);
	st = db->work(db->work_arg, func_text(argv[0]),
	    sqlite3_value_int64(argv[1]), day, &b, &e);
	if (st == ST_INTERRUPTED)
		sqlite3_result_error_code(ctx, SQLITE_INTERRUPT);
	else if (st == ST_OK && b.n > 0)
		sqlite3_result_text(ctx, b.p, -1, SQLITE_TRANSIENT);
	buf_clear(&b);
}

enum status
func_add_worked(struct db *db, struct err *e)
{
	static const struct func table[] = {
		{ "worked_out", 3, fn_worked_out },
	};

	return funcs_add(db, table, sizeof table / sizeof table[0], e);
}

void
db_on_work(struct db *db, db_work_fn fn, void *arg)
{
	db->work = fn;
	db->work_arg = arg;
}
