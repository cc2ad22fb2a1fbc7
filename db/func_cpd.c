/* func_cpd.c - functions our statements use: somebody's hours of CPD.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/inner.h"
#include "model/cpd_hours.h"
#include "model/tables.h"

/* Of argv: the day, from when somebody is on the register, and what they
 * attended: "2026-11-20 1.5,2026-09-03 2". False without a day. */
static bool
read_hours(sqlite3_value **argv, struct cpd_hours *out, bool *any)
{
	int today = day_from_iso(func_text(argv[0]));
	int reg = day_from_iso(func_text(argv[1]));
	struct cpd_attended *v;
	struct strs each = { 0 };
	size_t n = 0;

	if (today == DAY_NONE)
		return false;
	str_split(&each, func_text(argv[2]), ',');
	v = xcalloc(each.n + 1, sizeof *v);
	for (size_t i = 0; i < each.n; i++) {
		char *blank = strchr(each.v[i], ' ');

		if (blank == NULL)
			continue;
		*blank = '\0';
		v[n].day = day_from_iso(each.v[i]);
		v[n++].hours = strtod(blank + 1, NULL);
	}
	*out = cpd_hours_of(v, n, reg, today);
	*any = n > 0;
	free(v);
	strs_clear(&each);
	return true;
}

static void
result(sqlite3_context *ctx, double n)
{
	if (n == (double)(int)n)
		sqlite3_result_int(ctx, (int)n);
	else
		sqlite3_result_double(ctx, n);
}

/* Hours of this academic year; NULL for who never attended anything. */
static void
fn_cpd_year(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	struct cpd_hours h;
	bool any;

	(void)argc;
	if (read_hours(argv, &h, &any) && any)
		result(ctx, h.year);
}

/* Hours still to come in the register's year; NULL without one. */
static void
fn_cpd_left(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	struct cpd_hours h;
	bool any;

	(void)argc;
	if (read_hours(argv, &h, &any) && h.registered)
		result(ctx, h.left);
}

/* The last day of the register's year. */
static void
fn_cpd_by(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	struct cpd_hours h;
	char text[11];
	bool any;

	(void)argc;
	if (!read_hours(argv, &h, &any) || !h.registered)
		return;
	day_iso(h.to, text);
	sqlite3_result_text(ctx, text, -1, SQLITE_TRANSIENT);
}

enum status
func_add_cpd(struct db *db, struct err *e)
{
	static const struct func table[] = {
		{ "cpd_by", 3, fn_cpd_by },
		{ "cpd_left", 3, fn_cpd_left },
		{ "cpd_year", 3, fn_cpd_year },
	};

	return funcs_add(db, table, COUNT_OF(table), e);
}
