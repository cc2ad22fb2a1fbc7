/* func.c - functions our statements use: codes, labels, days, cohorts, lists
 * of ids, benchmarks achieved, need; those of a
 * school's rules are in func_school.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They are in no trigger, view or index, so that other programs can open the
 * file.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/fold.h"
#include "db/inner.h"
#include "model/cohort.h"
#include "model/encounter.h"
#include "model/entity.h"
#include "model/id.h"
#include "model/tables.h"

const char *
func_text(sqlite3_value *v)
{
	const unsigned char *s = sqlite3_value_text(v);

	return s != NULL ? (const char *)s : "";
}

/* code(id): the 13 characters; NULL for NULL. */
static void
fn_code(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	char code[ID_CODE];

	(void)argc;
	if (sqlite3_value_type(argv[0]) == SQLITE_NULL)
		return;
	id_code(sqlite3_value_int64(argv[0]), code);
	sqlite3_result_text(ctx, code, -1, SQLITE_TRANSIENT);
}

/* label(word, entity, field): the label of a choice, else the word. */
static void
fn_label(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	const char *word = func_text(argv[0]);
	const struct entity *ent = entity_find(func_text(argv[1]));
	const struct choice *c = NULL;
	int f;

	(void)argc;
	if (ent != NULL && (f = entity_field(ent, func_text(argv[2]))) >= 0 &&
	    ent->fields[f].choices != NULL && *word != '\0')
		c = field_choice(&ent->fields[f], word);
	if (c != NULL && c->label != NULL)
		sqlite3_result_text(ctx, c->label, -1, SQLITE_STATIC);
	else
		sqlite3_result_text(ctx, word, -1, SQLITE_TRANSIENT);
}

/* day_text("2026-11-19"): "19 Nov 2026"; NULL for what is no date. */
static void
fn_day_text(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	static const char months[12][4] = { "Jan", "Feb", "Mar", "Apr", "May",
		"Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	char text[32];
	int day = day_from_iso(func_text(argv[0])), y, m, d;

	(void)argc;
	if (day == DAY_NONE)
		return;
	day_to_ymd(day, &y, &m, &d);
	snprintf(text, sizeof text, "%d %s %d", d, months[m - 1], y);
	sqlite3_result_text(ctx, text, -1, SQLITE_TRANSIENT);
}

/* day_long("2026-11-19"): "Thu 19 Nov 2026"; NULL for what is no date. */
static void
fn_day_long(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	int day = day_from_iso(func_text(argv[0]));
	char text[24];

	(void)argc;
	if (day == DAY_NONE)
		return;
	day_long(day, text);
	sqlite3_result_text(ctx, text, -1, SQLITE_TRANSIENT);
}

static int
by_number(const void *va, const void *vb)
{
	int64_t a, b;

	memcpy(&a, va, sizeof a);
	memcpy(&b, vb, sizeof b);
	return a < b ? -1 : a > b;
}

/* among(id, ids): is it one of them? The ids are sorted, as sql_among binds
 * them; NULL is none. */
static void
fn_among(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	int64_t id = sqlite3_value_int64(argv[0]);
	const void *ids = sqlite3_value_blob(argv[1]);
	size_t n = (size_t)sqlite3_value_bytes(argv[1]) / sizeof id;

	(void)argc;
	sqlite3_result_int(ctx, ids != NULL &&
	    sqlite3_value_type(argv[0]) == SQLITE_INTEGER &&
	    bsearch(&id, ids, n, sizeof id, by_number) != NULL);
}

/* cohort("2026/27", "y9"), or a day of that year: "2024/25"; NULL for what
 * belongs to none. */
static void
fn_cohort(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	char text[8];
	int year, entry, day = day_from_iso(func_text(argv[0]));

	(void)argc;
	if (day != DAY_NONE)
		year = year_of_day(day);
	else if (!year_parse(func_text(argv[0]), &year))
		return;
	if (!cohort_entry(func_text(argv[1]), year, &entry))
		return;
	year_format(entry, text);
	sqlite3_result_text(ctx, text, -1, SQLITE_TRANSIENT);
}

/* meaningful(benchmark, day, "purpose,outcomes"): has an encounter of that day
 * the ticks it needs? */
static void
fn_meaningful(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	(void)argc;
	sqlite3_result_int(ctx, is_meaningful(sqlite3_value_int(argv[0]),
	    day_from_iso(func_text(argv[1])), func_text(argv[2])));
}

/* vacant("head\ncareers leader"): the required roles that are not held; NULL
 * when all are. */
static void
fn_vacant(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	struct buf b;

	(void)argc;
	buf_init(&b, BUF_LINE);
	roles_vacant(func_text(argv[0]), &b);
	if (b.n > 0)
		sqlite3_result_text(ctx, b.p, -1, SQLITE_TRANSIENT);
	buf_clear(&b);
}

/* academic_year("2026-11-20"): "2026/27". */
static void
fn_academic_year(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	int day = day_from_iso(func_text(argv[0]));
	char text[8];

	(void)argc;
	if (day == DAY_NONE)
		return;
	year_format(year_of_day(day), text);
	sqlite3_result_text(ctx, text, -1, SQLITE_TRANSIENT);
}

/* achieved(bm1, …, bm8): how many of the eight percentages reach their pass
 * marks; NULL when none is known. */
static void
fn_achieved(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	const struct db *db = sqlite3_user_data(ctx);
	bool known = false;
	int n = 0;

	for (int i = 0; i < argc; i++) {
		if (sqlite3_value_type(argv[i]) == SQLITE_NULL)
			continue;
		known = true;
		n += sqlite3_value_int(argv[i]) >= db->pass_mark[i];
	}
	if (known)
		sqlite3_result_int(ctx, n);
}

static int
arg_int(sqlite3_value *v, int none)
{
	return sqlite3_value_type(v) == SQLITE_NULL ? none :
	    sqlite3_value_int(v);
}

/* fsm, phase, benchmarks achieved, day of the last contact, today. */
static struct need_facts
need_args(sqlite3_value **argv)
{
	int last = day_from_iso(func_text(argv[3]));
	int day = day_from_iso(func_text(argv[4]));

	return (struct need_facts){
		.fsm = sqlite3_value_type(argv[0]) == SQLITE_NULL ? -1 :
		    sqlite3_value_double(argv[0]),
		.phase = arg_int(argv[1], -1),
		.achieved = arg_int(argv[2], -1),
		.days = last == DAY_NONE || day == DAY_NONE ? -1 :
		    last > day ? 0 : day - last,
	};
}


/* need(fsm, phase, achieved, last contact, day): 0 to 100, NULL when nothing
 * is known. */
static void
fn_need(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	const struct db *db = sqlite3_user_data(ctx);
	struct need_facts f = need_args(argv);
	struct need_score n = need_of(&f, &db->need);

	(void)argc;
	if (n.score >= 0)
		sqlite3_result_int(ctx, n.score);
}

/* The same in words, parts by semicolons. */
static void
fn_need_why(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	const struct db *db = sqlite3_user_data(ctx);
	struct need_facts f = need_args(argv);
	struct need_score n = need_of(&f, &db->need);
	struct buf b;

	(void)argc;
	if (n.score < 0)
		return;
	buf_init(&b, BUF_LINE);
	need_said(&f, &n, "; ", &b);
	sqlite3_result_text(ctx, b.p, -1, SQLITE_TRANSIENT);
	buf_clear(&b);
}

enum status
funcs_add(struct db *db, const struct func *table, size_t n, struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		int rc = sqlite3_create_function_v2(db->s3, table[i].name,
		    table[i].args, SQLITE_UTF8 | SQLITE_DETERMINISTIC |
		    SQLITE_DIRECTONLY, db, table[i].fn, NULL, NULL, NULL);

		if (rc != SQLITE_OK)
			return db_fail(db, rc, table[i].name, e);
	}
	return ST_OK;
}

enum status
func_add(struct db *db, struct err *e)
{
	static const struct func table[] = {
		{ "achieved", BENCHMARKS, fn_achieved },
		{ "vacant", 1, fn_vacant },
		{ "academic_year", 1, fn_academic_year },
		{ "among", 2, fn_among },
		{ "code", 1, fn_code },
		{ "label", 3, fn_label },
		{ "day_long", 1, fn_day_long },
		{ "day_text", 1, fn_day_text },
		{ "cohort", 2, fn_cohort },
		{ "meaningful", 3, fn_meaningful },
		{ "need", 5, fn_need },
		{ "need_why", 5, fn_need_why },
	};

	enum status st = funcs_add(db, table, COUNT_OF(table), e);

	if (st != ST_OK || (st = func_add_school(db, e)) != ST_OK ||
	    (st = func_add_placement(db, e)) != ST_OK ||
	    (st = func_add_cpd(db, e)) != ST_OK ||
	    (st = func_add_worked(db, e)) != ST_OK)
		return st;
	if (db_register_functions(db->s3) != SQLITE_OK)
		return db_fail(db, SQLITE_ERROR, "fold", e);
	return ST_OK;
}

const char *
db_fragment(const char *kind, const char *entity, const char *field)
{
	struct buf b;
	const char *sql = NULL;

	buf_init(&b, BUF_LINE);
	buf_addf(&b, "%s_%s", kind, entity);
	if (field != NULL)
		buf_addf(&b, "_%s", field);
	for (size_t i = 0; i < b.n; i++)
		if (b.p[i] >= 'a' && b.p[i] <= 'z')
			b.p[i] = (char)(b.p[i] - 'a' + 'A');
	for (int q = 0; q < Q_MAX && sql == NULL; q++)
		if (query_table[q].fragment &&
		    strcmp(query_table[q].name, b.p) == 0)
			sql = query_table[q].sql;
	buf_clear(&b);
	return sql;
}

void
db_set_today(struct db *db, int day)
{
	db->today = day;
}

void
db_set_user(struct db *db, const char *name)
{
	free(db->user);
	db->user = xstrdup(name);
}

void
db_set_pass_marks(struct db *db, const int mark[BENCHMARKS])
{
	memcpy(db->pass_mark, mark, sizeof db->pass_mark);
}

void
db_set_need(struct db *db, const struct need_weights *w)
{
	db->need = *w;
}

enum status
db_bind_today(struct stmt *st, int day, struct err *e)
{
	int i = sqlite3_bind_parameter_index(st->s3, ":today");
	char text[11];

	if (i == 0)
		return ST_OK;
	day_iso(day, text);
	return db_bind_text(st, i, text, e);
}
