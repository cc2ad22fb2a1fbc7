/* func_placement.c - functions our statements use: what is to be minded of a
 * placement.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/buf.h"
#include "base/date.h"
#include "db/inner.h"
#include "model/placement_checks.h"

static int
arg_day(sqlite3_value *v)
{
	return day_from_iso(func_text(v));
}

/* day, status, to, liability, public_liability, dbs_status, dbs_date; with all,
 * also risk, safety, consent, agreement, emergency. False without a day. */
static bool
facts(int argc, sqlite3_value **argv, struct placement_facts *f, int *today)
{
	*today = arg_day(argv[0]);
	*f = (struct placement_facts){
		.status = func_text(argv[1]), .to = arg_day(argv[2]),
		.liability = arg_day(argv[3]),
		.public_liability = arg_day(argv[4]),
		.dbs_status = func_text(argv[5]), .dbs_date = arg_day(argv[6]),
		.risk = DAY_NONE, .safety = DAY_NONE,
		.consent = "", .agreement = "", .emergency = "",
	};
	if (argc > 7) {
		f->risk = arg_day(argv[7]);
		f->safety = arg_day(argv[8]);
		f->consent = func_text(argv[9]);
		f->agreement = func_text(argv[10]);
		f->emergency = func_text(argv[11]);
	}
	return *today != DAY_NONE;
}

static void
give(sqlite3_context *ctx, const struct buf *b)
{
	if (b->n > 0)
		sqlite3_result_text(ctx, b->p, -1, SQLITE_TRANSIENT);
}

/* placement_expires(…): the first day on which something runs out. */
static void
fn_expires(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	struct placement_facts f;
	char text[11];
	int today, day;

	if (!facts(argc, argv, &f, &today) ||
	    (day = placement_expires(&f, today)) == DAY_NONE)
		return;
	day_iso(day, text);
	sqlite3_result_text(ctx, text, -1, SQLITE_TRANSIENT);
}

/* placement_expiring(…): what does soon, in words. */
static void
fn_expiring(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	const struct db *db = sqlite3_user_data(ctx);
	struct placement_facts f;
	struct buf b;
	int today;

	buf_init(&b, BUF_LINE);
	if (facts(argc, argv, &f, &today))
		placement_expiring(&f, today, db->placement_days, &b);
	give(ctx, &b);
	buf_clear(&b);
}

/* placement_unchecked(…): which checks are not made. */
static void
fn_unchecked(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	struct placement_facts f;
	struct buf b;
	int today;

	buf_init(&b, BUF_LINE);
	if (facts(argc, argv, &f, &today))
		placement_unchecked(&f, today, &b);
	give(ctx, &b);
	buf_clear(&b);
}

/* placement_hours(kind, early_years): those laid down; NULL where none are. */
static void
fn_hours(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	int n = placement_hours(func_text(argv[0]), func_text(argv[1]));

	(void)argc;
	if (n > 0)
		sqlite3_result_int(ctx, n);
}

enum status
func_add_placement(struct db *db, struct err *e)
{
	static const struct func table[] = {
		{ "placement_expires", 7, fn_expires },
		{ "placement_expiring", 7, fn_expiring },
		{ "placement_hours", 2, fn_hours },
		{ "placement_unchecked", 12, fn_unchecked },
	};

	return funcs_add(db, table, sizeof table / sizeof table[0], e);
}

void
db_set_placement_days(struct db *db, int days)
{
	db->placement_days = days;
}
