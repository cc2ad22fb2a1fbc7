/* func_school.c - functions our statements use: what rules say of a school: may
 * it join the network, how it stands in provider access, who is a provider.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/buf.h"
#include "base/date.h"
#include "db/access.h"
#include "db/inner.h"
#include "model/eligible.h"
#include "model/tables.h"

/* The rules' answer on argv[0] for a school whose fields follow; its reason
 * goes to WHY. False without rules or a day. */
static bool
ask_rules(sqlite3_context *ctx, sqlite3_value **argv, enum verdict *out,
    struct buf *why)
{
	const struct db *db = sqlite3_user_data(ctx);
	int day = day_from_iso(func_text(argv[0]));
	const struct eligible_school s = {
		.type_code = func_text(argv[1]), .type = func_text(argv[2]),
		.phase_code = func_text(argv[3]), .phase = func_text(argv[4]),
		.high_age = func_text(argv[5]),
		.la_code = func_text(argv[6]), .la = func_text(argv[7]),
		.status = func_text(argv[8]), .opened = func_text(argv[9]),
		.closed = func_text(argv[10]),
		.place = sqlite3_value_int(argv[11]) != 0,
	};

	if (db->eligible == NULL || day == DAY_NONE)
		return false;
	*out = eligible_on(db->eligible, &s, day, why);
	return true;
}

/* eligible_word(day, type_code, type, phase_code, phase, high_age, la_code,
 * la, status, opened, closed, place): yes, no, limited, never. */
static void
fn_eligible_word(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	enum verdict v;
	struct buf why;

	(void)argc;
	buf_init(&why, BUF_LINE);
	if (ask_rules(ctx, argv, &v, &why))
		sqlite3_result_text(ctx, verdicts[v].word, -1, SQLITE_STATIC);
	buf_clear(&why);
}

/* The same: why, in a few words. */
static void
fn_eligible_why(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	enum verdict v;
	struct buf why;

	(void)argc;
	buf_init(&why, BUF_LINE);
	if (ask_rules(ctx, argv, &v, &why))
		sqlite3_result_text(ctx, why.p, -1, SQLITE_TRANSIENT);
	buf_clear(&why);
}

/* How a school stands in provider access on argv[0]; the arguments that follow
 * are those of access_unpack. False without a law or a day. */
static bool
ask_law(sqlite3_context *ctx, sqlite3_value **argv, enum access_standing *out,
    int *due)
{
	const struct db *db = sqlite3_user_data(ctx);
	int day = day_from_iso(func_text(argv[0])), short_of;
	struct access_school s;
	struct access a;

	if (db->access == NULL || day == DAY_NONE)
		return false;
	access_unpack(func_text(argv[1]), func_text(argv[2]), func_text(argv[3]),
	    func_text(argv[4]), func_text(argv[5]), func_text(argv[6]), &s);
	access_of(db->access, &s, day, &a);
	*out = access_standing(&a, day, &short_of, due);
	access_school_clear(&s);
	return true;
}

/* access_word(day, type_code, type, low_age, high_age, rolls, meetings). */
static void
fn_access_word(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	enum access_standing st;
	int due;

	(void)argc;
	if (ask_law(ctx, argv, &st, &due))
		sqlite3_result_text(ctx, access_standings[st].word, -1,
		    SQLITE_STATIC);
}

/* The same: the first day by which a cohort lacks some; NULL when none is. */
static void
fn_access_due(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	enum access_standing st;
	char text[11];
	int due;

	(void)argc;
	if (!ask_law(ctx, argv, &st, &due) || due == DAY_NONE)
		return;
	day_iso(due, text);
	sqlite3_result_text(ctx, text, -1, SQLITE_TRANSIENT);
}

/* provides(kind): may a partner of this kind be a provider? */
static void
fn_provides(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	(void)argc;
	sqlite3_result_int(ctx, partner_provides(func_text(argv[0])));
}

enum status
func_add_school(struct db *db, struct err *e)
{
	static const struct func table[] = {
		{ "access_due", 7, fn_access_due },
		{ "access_word", 7, fn_access_word },
		{ "eligible_word", 12, fn_eligible_word },
		{ "eligible_why", 12, fn_eligible_why },
		{ "provides", 1, fn_provides },
	};

	return funcs_add(db, table, COUNT_OF(table), e);
}

void
db_set_eligible(struct db *db, const struct eligible *rules)
{
	db->eligible = rules;
}

void
db_set_access(struct db *db, const struct access_law *law)
{
	db->access = law;
}
